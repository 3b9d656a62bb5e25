"""The calendar as it is shown, counted, and handed to machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from urllib.parse import urlsplit

from lintas import packing, wilayah
from lintas.model import Agenda
from lintas.packing import digest_of
from lintas.presenting.items import count
from lintas.relate import Janji, Site, identity, release_address
from lintas.views.agenda import AgendaGroup, AgendaItem
from lintas.views.parts import DateText, Link
from lintas.wording import Words

PAGE, FILE, JSON, FEED = "jadwal/", "jadwal.ics", "jadwal.json", "umpan/jadwal.xml"


def ingredients(site: Site) -> str:
    """Digest of everything that any form of the calendar says."""
    packer = packing.packer(Agenda)
    rows = (
        (packer(j.entry), j.past, j.done, j.verdict, identity((j.release,)) if j.release else "") for j in site.agenda
    )
    regions = sorted({ref.text for j in site.agenda for ref in j.entry.regions if ref.text in site.regions})
    websites = [(institution.slug, institution.website) for institution in site.institutions.values()]
    return digest_of(site.base, regions, websites, *rows)


def address(entry: Agenda) -> str:
    return f"{PAGE}#{_anchor(entry)}"


def _anchor(entry: Agenda) -> str:
    """The id on the page; with its prefix no slug can meet an id of the page itself."""
    return f"agenda-{entry.slug}"


def identifier(site: Site, entry: Agenda) -> str:
    """The UID (RFC 5545): what stays when title, date or status change."""
    return f"jadwal-{entry.slug}@{urlsplit(site.settings.base_url).hostname or 'localhost'}"


def stamp(janji: Janji) -> str:
    """The day of the last change of what is said of an entry."""
    return max(janji.entry.announced, *(change.date for change in janji.entry.changes), janji.done)


def revision(entry: Agenda) -> int:
    """SEQUENCE (RFC 5545): how often date, time or the whole were changed in a way that matters."""
    return len(entry.changes) + (entry.status == "batal")


def months(site: Site, words: Words) -> tuple[AgendaGroup, ...]:
    """What is to come, earliest first."""
    coming = [janji for janji in site.agenda if not janji.past]
    return tuple(
        AgendaGroup(f"bulan-{month}", words.form.long_date(month), tuple(item(site, j, words) for j in group))
        for month, group in groupby(coming, lambda janji: janji.entry.start[:7])
    )


def years(site: Site, words: Words) -> tuple[AgendaGroup, ...]:
    """What is past, latest first."""
    past = [janji for janji in reversed(site.agenda) if janji.past]
    return tuple(
        AgendaGroup(f"tahun-{year}", year, tuple(item(site, j, words) for j in group))
        for year, group in groupby(past, lambda janji: janji.entry.start[:4])
    )


def item(site: Site, janji: Janji, words: Words) -> AgendaItem:
    entry = janji.entry
    owner = site.institutions.get(entry.institution.text)
    return AgendaItem(
        id=_anchor(entry),
        title=entry.title,
        kind=words[f"agenda_{entry.kind}"],
        status=words[f"agenda_{entry.status}"],
        status_key=entry.status,
        when=DateText(when(entry, words), entry.start),
        place=entry.place,
        institution=Link(owner.name, f"instansi/{owner.slug}/") if owner else None,
        regions=tuple(_region(site, ref.text) for ref in entry.regions),
        description=entry.description,
        reason=entry.reason,
        verdict=verdict(janji, words),
        verdict_key=janji.verdict,
        outcome=_outcome(site, janji) if janji.done else None,
        about=None if janji.done else _outcome(site, janji),
        changes=tuple(_change(change.date, change.before, change.reason, words) for change in entry.changes),
    )


def when(entry: Agenda, words: Words) -> str:
    """`Senin, 1 Desember 2026`, `1–3 Desember 2026`, or with the time and its zone."""
    if "T" not in entry.start:
        one = not entry.end or entry.end == entry.start
        return words.form.weekday_date(entry.start) if one else words.form.date_range(entry.start, entry.end)
    return words.form.time_span(entry.start, entry.end) if entry.end else words.form.date_and_time(entry.start)


def verdict(janji: Janji, words: Words) -> str:
    return words[f"verdict_{janji.verdict}"].format(date=words.form.long_date(janji.done)) if janji.verdict else ""


def _region(site: Site, code: str) -> Link:
    found = wilayah.find(code)
    return Link(found.name if found else code, f"wilayah/{code}/" if code in site.regions else "")


def _outcome(site: Site, janji: Janji) -> Link | None:
    if janji.release is not None:
        return Link(janji.release.title, release_address(janji.release))
    found = site.datasets.get(janji.entry.dataset.text)
    return Link(found.dataset.title, f"data/{found.dataset.slug}/") if found else None


def _change(date: str, before: str, reason: str, words: Words) -> str:
    told = words["agenda_changed"].format(date=words.form.long_date(date))
    moved = words["agenda_moved"].format(date=words.form.date_and_time(before)) if before else ""
    return " ".join(filter(None, (told, moved, reason)))


def kept(janji: Iterable[Janji], words: Words) -> tuple[str, tuple[str, ...]]:
    """How many promises were kept, in a sentence, and what became of the others."""
    every = tuple(janji)
    verdicts = Counter(each.verdict for each in every if each.verdict)
    judged = sum(verdicts.values())
    if not judged:
        return "", ()
    cancelled = sum(each.entry.status == "batal" and each.entry.kind in ("siaran", "data") for each in every)
    more = (
        count(words, "n_promises_late", verdicts["terlambat"]),
        count(words, "n_promises_missed", verdicts["lewat"]),
        count(words, "n_promises_cancelled", cancelled),
    )
    told = words["promises_kept"].format(kept=words.form.number(verdicts["ditepati"]), all=words.form.number(judged))
    return told, tuple(filter(None, more))


def record(site: Site, janji: Janji) -> dict[str, object]:
    """An entry for JSON; keys as in content/jadwal.yaml, addresses absolute."""
    entry, base = janji.entry, site.settings.base_url
    outcome = _outcome(site, janji)
    made: dict[str, object] = {
        "slug": entry.slug,
        "judul": entry.title,
        "jenis": entry.kind,
        "status": entry.status,
        "mulai": entry.start,
        "selesai": entry.end,
        "diumumkan": entry.announced,
        "diperbarui": stamp(janji),
        "tempat": entry.place,
        "instansi": entry.institution.text,
        "wilayah": [ref.text for ref in entry.regions],
        "uraian": entry.description,
        "alasan": entry.reason,
        "perubahan": [{"tanggal": c.date, "semula": c.before, "alasan": c.reason} for c in entry.changes],
        "penilaian": janji.verdict,
        "terbit": janji.done,
        "hasil" if janji.done else "tentang": base + outcome.path if outcome else "",
        "alamat": base + address(entry),
    }
    return {key: value for key, value in made.items() if value}
