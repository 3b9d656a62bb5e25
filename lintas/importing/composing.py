"""What was found → a release file, and what a person must still decide. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lintas import wilayah
from lintas.diagnostics import Diagnostic, Span, fault
from lintas.formatting import listing, slug, weekday_date
from lintas.importing import finding
from lintas.importing.cleaning import Text
from lintas.importing.dates import Found, dates
from lintas.importing.finding import Head
from lintas.model import Instansi
from lintas.siaran.documents import SUMMARY_LIMIT

_ESCAPED = re.compile(r"[\\`*_\[\]]")
_LINE_START = re.compile(r"^([#>+=~])", re.MULTILINE)
_SOURCES = {"naskah": "tertulis", "peristiwa": "disimpulkan dari tanggal peristiwa", "hari ini": "hari ini"}
_BULLET = re.compile(r"^[•·▪]\s+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Draft:
    """A release file that is not written yet. `rows` are (label, what was understood), both Indonesian."""

    path: str  # relative to the portal root
    text: str
    rows: tuple[tuple[str, str], ...]
    decisions: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """All that goes into the front matter. Dates are ISO; `source` says where the date of publication comes from."""

    published: str
    source: str
    event: Found | None
    summary: str
    institutions: tuple[str, ...]
    regions: tuple[str, ...]
    regulations: tuple[tuple[str, str], ...]


def compose(text: Text, known: Sequence[Instansi], today: str, *, markdown: bool) -> Draft:
    """Find everything and lay it out. `today` (ISO) is used where the text names no date."""
    head = finding.head(text.paragraphs)
    facts = _facts(head, known, today)
    body = "\n\n".join(paragraph if markdown else _escaped(paragraph) for paragraph in head.body)
    file = "\n".join(["---", *_front_matter(head, facts), "---", "", body, ""])
    path = f"content/siaran-pers/{facts.published[:4]}/{short_slug(head.title) or 'siaran-pers'}.md"
    decisions = tuple(_decisions(head, facts, (*head.dropped, *text.dropped), Places(path, file)))
    return Draft(path, file, tuple(_rows(head, facts)), decisions)


def _facts(head: Head, known: Sequence[Instansi], today: str) -> Facts:
    body = "\n".join(head.body)
    everything = "\n".join((head.title, head.dateline, head.caption, body))
    year = int(next((n for number in head.numbers for n in re.findall(r"\b20\d\d\b", number)), today[:4]))
    event = next(iter(dates(f"{head.dateline}\n{body}\n{head.caption}", year)), None)
    stated = next(iter(dates(head.dated, year)), None)
    published, source = (stated.iso, "naskah") if stated else (event.iso, "peristiwa") if event else (today, "hari ini")
    return Facts(
        published=published,
        source=source,
        event=event,
        summary=finding.lead(head.body[0], SUMMARY_LIMIT) if head.body else "",
        institutions=tuple(finding.institutions(everything, known)),
        regions=tuple(region.code for region in finding.regions(everything)),
        regulations=tuple(finding.regulations(body)),
    )


def _front_matter(head: Head, facts: Facts) -> list[str]:
    lines = [f"judul: {quoted(head.title)}"]
    if len(head.numbers) > 1:
        lines += ["nomor:", *(f"  - {quoted(number)}" for number in head.numbers)]
    elif head.numbers:
        lines.append(f"nomor: {quoted(head.numbers[0])}")
    lines.append(f"tanggal: {facts.published}")
    if head.place:
        lines.append(f"tempat: {quoted(head.place)}")
    if facts.event:
        lines.append(f"tanggal_peristiwa: {facts.event.iso}")
    lines.append(f"ringkasan: {quoted(facts.summary)}" if facts.summary else "# ringkasan:")
    for key, values in (("instansi", facts.institutions), ("wilayah", tuple(map(quoted, facts.regions)))):
        lines += [f"{key}:", *(f"  - {value}" for value in values)] if values else [f"# {key}:"]
    lines.append("# topik:")
    if facts.regulations:
        lines.append("peraturan:")
    for short, full in facts.regulations:
        lines += [f"  - singkat: {quoted(short)}", *([f"    judul: {quoted(full)}"] if full else [])]
    lines += ["# orang:", "#   - nama:", "#     jabatan:"]
    if head.caption:
        lines += ["# foto:", "#   - berkas:", "#     teks_alternatif:", f"#     takarir: {quoted(head.caption)}"]
        lines += [f"#     kredit: {quoted(head.credit)}"] if head.credit else []
    return [*lines, "status: draf"]


@dataclass(frozen=True, slots=True)
class Places:
    """Where each key stands in the new file."""

    path: str
    text: str

    def of(self, key: str) -> Span:
        for line, text in enumerate(self.text.split("\n"), 1):
            if text.removeprefix("# ").startswith(key + ":"):
                return Span(self.path, line, 1)
        return Span(self.path, 1, 1)


def _decisions(head: Head, facts: Facts, dropped: Sequence[str], places: Places) -> list[Diagnostic]:
    found = [] if head.title else [fault("NAS201", places.of("judul"))]
    if facts.source != "naskah":
        found.append(fault("NAS202" if facts.event else "NAS203", places.of("tanggal"), tanggal=facts.published))
    if facts.event and facts.event.weekday:
        right = weekday_date(facts.event.iso)
        found.append(fault("NAS204", places.of("tanggal_peristiwa"), tertulis=facts.event.written, benar=right))
    if facts.event and facts.event.guessed_year:
        year = facts.event.iso[:4]
        found.append(fault("NAS205", places.of("tanggal_peristiwa"), tertulis=facts.event.written, tahun=year))
    choices = wilayah.named(head.place) if head.place else ()
    if choices and not any(choice.code in facts.regions for choice in choices):
        names = listing((f"{choice.name} ({choice.code})" for choice in choices), "atau")
        found.append(fault("NAS206", places.of("wilayah"), tempat=head.place, pilihan=names))
    if head.caption:
        found.append(fault("NAS207", places.of("foto"), takarir=head.caption))
    found.append(fault("NAS208" if facts.summary else "NAS209", places.of("ringkasan")))
    years = {year for number in head.numbers for year in re.findall(r"\b20\d\d\b", number)}
    if years and facts.published[:4] not in years:
        number = ", ".join(head.numbers)
        found.append(fault("NAS210", places.of("nomor"), nomor=number, tahun=facts.published[:4]))
    if dropped:
        found.append(fault("NAS211", Span(places.path, 1, 1), jumlah=len(dropped), contoh=" | ".join(dropped)))
    return found


def _rows(head: Head, facts: Facts) -> list[tuple[str, str]]:
    """The table of what was understood; a dash where the text says nothing."""
    rows = [
        ("Judul", head.title),
        ("Nomor", ", ".join(head.numbers)),
        ("Tanggal terbit", f"{weekday_date(facts.published)} ({_SOURCES[facts.source]})"),
        ("Tempat", head.place),
        ("Tanggal peristiwa", weekday_date(facts.event.iso) if facts.event else ""),
        ("Ringkasan", facts.summary),
        ("Instansi", ", ".join(facts.institutions)),
        ("Wilayah", ", ".join(f"{code} {region.name}" for code in facts.regions if (region := wilayah.find(code)))),
        ("Peraturan", ", ".join(short for short, _ in facts.regulations)),
        ("Takarir foto", head.caption),
        ("Kredit foto", head.credit),
        ("Isi", f"{len(head.body)} paragraf"),
    ]
    return [(label, value or "–") for label, value in rows]


def short_slug(title: str, limit: int = 60) -> str:
    """The slug of a title, cut between words."""
    whole = slug(title, 400)
    return whole if len(whole) <= limit else whole[: limit + 1].rpartition("-")[0] or whole[:limit]


def quoted(text: str) -> str:
    """A YAML double-quoted scalar; JSON strings are a subset of those."""
    return json.dumps(text, ensure_ascii=False)


def _escaped(paragraph: str) -> str:
    """Plain text as Markdown that shows the very same words."""
    text = _BULLET.sub("- ", _ESCAPED.sub(r"\\\g<0>", paragraph))
    return _LINE_START.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))
