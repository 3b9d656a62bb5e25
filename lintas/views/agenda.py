"""Views of the calendar and of the list of public information."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import ContactItem, DataTable, DateText, FileItem, Link, Paging


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One entry of the calendar. `status_key` is the status as authored, `verdict_key` ditepati | terlambat | lewat."""

    id: str
    title: str
    kind: str  # "Pembaruan data"
    status: str  # "Tentatif"
    status_key: str
    when: DateText
    place: str = ""
    institution: Link | None = None
    regions: tuple[Link, ...] = ()
    description: str = ""
    reason: str = ""  # of a cancellation
    verdict: str = ""  # "Ditepati: terbit 3 Maret 2026."
    verdict_key: str = ""
    outcome: Link | None = None  # the release or dataset that came of it
    about: Link | None = None  # the dataset that it will be, until then
    changes: tuple[str, ...] = ()  # "Diubah 1 Februari 2026, semula 15 Februari 2026. …"


@dataclass(frozen=True, slots=True)
class AgendaGroup:
    """A month to come, or a year that is past."""

    id: str
    title: str
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Jadwal:
    """The calendar: what is to come by month, what is past by year, latest first."""

    count: str  # "3 agenda mendatang"
    kept: str = ""  # "4 dari 5 janji ditepati."
    kept_more: tuple[str, ...] = ()  # how many were late, missed, cancelled, cannot be judged
    months: tuple[AgendaGroup, ...] = ()
    years: tuple[AgendaGroup, ...] = ()
    calendar_url: str = ""  # address to subscribe to
    files: tuple[FileItem, ...] = ()


@dataclass(frozen=True, slots=True)
class InformationClass:
    """One class of public information: its datasets, and its releases at once or by year."""

    id: str
    title: str
    note: str
    count: str  # "3 informasi"
    datasets: DataTable | None = None
    releases: DataTable | None = None
    years: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class DaftarInformasi:
    """The list of public information by class."""

    count: str
    ask: str  # how to ask for what is not on the list
    classes: tuple[InformationClass, ...] = ()
    contact: ContactItem | None = None
    files: tuple[FileItem, ...] = ()


@dataclass(frozen=True, slots=True)
class InformasiTahun:
    """Releases of one class and year, where there are too many for the list itself."""

    title: str
    note: str
    count: str
    releases: DataTable
    paging: Paging | None = None
