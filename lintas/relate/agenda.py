"""The calendar against the present, the releases and the data: what is done, what was kept, what leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import NOWHERE, Agenda, Catalogue, Ref, SiaranPers
from lintas.quality import next_day
from lintas.reader import near
from lintas.relate.calendar import day, due, instant, released
from lintas.relate.references import check_keys, check_regions

PATH = "content/jadwal.yaml"
PROMISES = ("siaran", "data")  # what can be seen to have come out
_LEAST = 12  # letters of a title that cannot stand in another by chance


@dataclass(frozen=True, slots=True)
class Janji:
    """An entry of the calendar as it stands at one instant. `release` is there only where it is in sight."""

    entry: Agenda
    past: bool
    release: SiaranPers | None = None
    done: str = ""  # the day on which it came out, ISO
    verdict: str = ""  # ditepati | terlambat | lewat; "" = no promise, or not judged yet


def over(entry: Agenda) -> str:
    """The instant from which an entry belongs to the past: the end of its last day in Jakarta."""
    return instant(next_day(entry.last_day))


def promises(catalogue: Catalogue, out: Iterable[SiaranPers], now: str) -> tuple[Janji, ...]:
    """All entries in the order of their dates. `out` are the releases in sight and those that were withdrawn."""
    known = {release.slug: release for release in out}
    updates = _updates(catalogue)
    return tuple(_judged(entry, known, updates, now) for entry in catalogue.agenda)


def _updates(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Dataset → days on which data came out: those of its frozen versions, and of its last change."""
    pairs = zip(catalogue.datasets, catalogue.facts, strict=True)
    return {d.slug: tuple(sorted(filter(None, (*(v.date[:10] for v in f.versions), d.updated)))) for d, f in pairs}


def _judged(entry: Agenda, known: Mapping[str, SiaranPers], updates: Mapping[str, tuple[str, ...]], now: str) -> Janji:
    past = over(entry) <= now
    release = known.get(entry.release.text) if entry.release.text else None
    done = ""
    if release is not None:
        done = day(instant(released(release)))
    elif entry.status == "selesai" and entry.dataset.text:
        done = _first_since(updates.get(entry.dataset.text, ()), entry.announced)
    if done and done < entry.announced:
        done = ""  # it was there before anything was promised
    return Janji(entry, past or entry.status == "selesai", release, done, _verdict(entry, done, past))


def _first_since(days: Sequence[str], announced: str) -> str:
    return next((each for each in days if each >= announced), "")


def _verdict(entry: Agenda, done: str, past: bool) -> str:
    """Only a firm promise that was made no later than its day is judged, once it can be seen what came of it."""
    promised = entry.kind in PROMISES and entry.status in ("pasti", "selesai") and entry.announced <= entry.last_day
    if not promised:
        return ""
    if done:
        return "ditepati" if done <= entry.last_day else "terlambat"
    return "lewat" if past and entry.status == "pasti" else ""


def check_agenda(catalogue: Catalogue, out: Iterable[SiaranPers], now: str) -> Iterator[Diagnostic]:
    """What is wrong with the calendar at this instant."""
    shown = {release.slug for release in out}
    hidden = [release for release in catalogue.releases if release.slug not in shown]
    institutions = {each.slug: each for each in catalogue.institutions}
    datasets = {each.slug: each for each in catalogue.datasets}
    for janji in promises(catalogue, out, now):
        entry = janji.entry
        yield from check_keys(PATH, _given(entry.institution), institutions, "TAU103")
        yield from check_keys(PATH, _given(entry.dataset), datasets, "TAU105")
        yield from check_regions(PATH, entry.regions)
        yield from _release(entry, catalogue.releases, shown)
        yield from _leaks(entry, hidden, now)
        yield from _times(entry, now)
        yield from _outcome(janji, datasets)


def _given(ref: Ref) -> tuple[Ref, ...]:
    return (ref,) if ref != NOWHERE and ref.text else ()


def _place(entry: Agenda, ref: Ref | None = None) -> Span:
    return Span(PATH, ref.line, ref.column) if ref is not None else Span(PATH, entry.line)


def _release(entry: Agenda, releases: Iterable[SiaranPers], shown: Iterable[str]) -> Iterator[Diagnostic]:
    slugs = {release.slug for release in releases}
    if not entry.release.text:
        return
    if entry.release.text not in slugs:
        hint = near(entry.release.text, slugs)
        yield fault("TAU101", _place(entry, entry.release), kind="siaran", key=entry.release.text, hint=hint)
    elif entry.status == "selesai" and entry.release.text not in shown:
        yield fault("JAD205", _place(entry, entry.release), key=entry.release.text)


def _leaks(entry: Agenda, hidden: Iterable[SiaranPers], now: str) -> Iterator[Diagnostic]:
    """The calendar is public at once: it may not say what a release says that nobody may see yet."""
    words = f" {_plain(entry.title)} {_plain(entry.description)} "
    for release in hidden:
        title = _plain(release.title)
        named = len(title) >= _LEAST and f" {title} " in words
        if named or (release.slug == entry.slug and (release.status == "draf" or due(release) > now)):
            yield fault("JAD206", _place(entry), related=(Span(release.path),), slug=entry.slug, path=release.path)


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _times(entry: Agenda, now: str) -> Iterator[Diagnostic]:
    today = day(now)
    if entry.announced > today:
        yield fault("JAD203", _place(entry), value=entry.announced)
    if entry.status == "selesai" and instant(entry.start) > now:
        yield fault("JAD202", _place(entry), title=entry.title, value=entry.start)
    for change in entry.changes:
        if change.date > today or change.date < entry.announced:
            yield fault("JAD204", Span(PATH, change.line), value=change.date, announced=entry.announced)


def _outcome(janji: Janji, datasets: Mapping[str, object]) -> Iterator[Diagnostic]:
    """A promise that has passed in silence, and one that is said to be done but cannot be seen."""
    entry = janji.entry
    if janji.past and entry.status in ("tentatif", "pasti") and not janji.done:
        yield fault("JAD201", _place(entry), title=entry.title, value=entry.last_day)
    if entry.status != "selesai" or entry.kind not in PROMISES or janji.done:
        return
    if not entry.release.text and not entry.dataset.text:
        yield fault("JAD207", _place(entry), title=entry.title, key="siaran" if entry.kind == "siaran" else "dataset")
    elif janji.release is not None or entry.dataset.text in datasets:
        yield fault("JAD208", _place(entry), title=entry.title, announced=entry.announced)
