"""Pieces of pages that say what is in a table: charts, and marks for its quality."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import DataTable, DateText, Embed, FileItem, Link


@dataclass(frozen=True, slots=True)
class Picture:
    path: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Exploring:
    """What the browser fetches when a reader asks to explore a chart: site paths."""

    specification: str
    narrow: str  # for narrow screens
    libraries: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure with all that it must not go without. `alt` is the title with the sentence."""

    id: str
    title: str
    sentence: str
    alt: str
    unit: str
    date: str
    source: str
    wide: Picture
    narrow: Picture
    table: DataTable
    table_label: str  # of the disclosure
    files: tuple[FileItem, ...]
    exploring: Exploring | None = None
    embed: Embed | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One requirement of quality: whether it is met, what was counted, and what would help."""

    title: str
    met: bool
    reason: str
    state: str  # "terpenuhi" | "belum", for readers who do not see the mark


@dataclass(frozen=True, slots=True)
class Score:
    """`text` such as "11 dari 13 syarat terpenuhi"; never shown without its marks."""

    text: str
    met: int
    of: int
    marks: tuple[Mark, ...]
    freshness: str
    late: bool = False
    due: DateText | None = None


@dataclass(frozen=True, slots=True)
class ScoredDataset:
    """A dataset in the list of all scores; `missing` are the reasons for what is not met."""

    title: str
    path: str
    institution: Link | None
    score: Score
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LateGroup:
    """The overdue datasets of one institution."""

    institution: str
    path: str
    datasets: tuple[Link, ...]  # `note` says when each was due


@dataclass(frozen=True, slots=True)
class Common:
    """How many datasets meet one requirement."""

    title: str
    text: str  # "7 dari 9"
    share: int


@dataclass(frozen=True, slots=True)
class Mutu:
    """Quality of the whole portal: what is overdue, which requirements are met how often, and every dataset's score."""

    lead: str
    count: str
    datasets: tuple[ScoredDataset, ...]
    common: tuple[Common, ...] = ()
    late: tuple[LateGroup, ...] = ()
    late_text: str = ""  # says how many are overdue, or that none is
    translations: Link | None = None  # what a portal of several languages has not translated
