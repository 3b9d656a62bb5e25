"""What was checked and what was let pass: the waivers on record and the rules that the figures keep."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import DateText, FileItem, Link


@dataclass(frozen=True, slots=True)
class WaiverItem:
    """One waiver. `scope` names a column or file, empty where it holds for the whole."""

    code: str  # of the finding that it lets pass
    finding: str  # what that finding is about, in words
    reason: str
    role: str
    date: DateText | None = None
    scope: str = ""
    place: Link | None = None  # the page that it belongs to


@dataclass(frozen=True, slots=True)
class RuleItem:
    """One rule that holds; `kind` in words, `tolerance` empty where the figures agree exactly."""

    label: str
    kind: str
    table: str = ""
    tolerance: str = ""


@dataclass(frozen=True, slots=True)
class KeptRules:
    """The rules of one dataset."""

    title: str
    path: str
    rules: tuple[RuleItem, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value; `code` where it is for machines."""

    name: str
    value: str
    code: bool = False


@dataclass(frozen=True, slots=True)
class Laporan:
    """The report of the build: its origin, what was checked, waivers of what is published, and rules that hold."""

    lead: str
    count: str  # "2 pengecualian"
    origin: tuple[Fact, ...] = ()
    checks: tuple[Fact, ...] = ()
    commands: tuple[str, ...] = ()  # for a terminal
    repeat_note: str = ""
    files: tuple[FileItem, ...] = ()
    waivers: tuple[WaiverItem, ...] = ()
    kept: tuple[KeptRules, ...] = ()
