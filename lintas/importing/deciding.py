"""What a person must still decide, as findings at the keys of the new file. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.formatting import MONTHS, listing, weekday_date
from lintas.importing.anatomy import Anatomy
from lintas.importing.composing import Layout
from lintas.importing.understanding import Facts


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


def decisions(made: Anatomy, facts: Facts, layout: Layout, dropped: Sequence[str]) -> tuple[Diagnostic, ...]:
    """All that is open, in the order of the keys."""
    at = Places(layout.path, layout.text)
    found = [*_title(made, facts, at), *_published(made, facts, at), *_events(facts, at), *_numbers(facts, at)]
    found += [*_named(facts, at), *_photos(made, layout, at)]
    found.append(fault("NAS208" if facts.summary else "NAS209", at.of("ringkasan")))
    if facts.language == "en":
        found.append(fault("NAS214", at.of("bahasa")))
    if facts.contacts.personal:
        found.append(fault("NAS221", at.of("narahubung"), jumlah=facts.contacts.personal))
    if made.embargo:
        found.append(fault("NAS227", at.of("embargo" if facts.embargo else "tanggal"), tertulis=made.embargo))
    lost = [*made.dropped, *dropped]
    if lost:
        found.append(fault("NAS211", Span(layout.path, 1, 1), jumlah=len(lost), contoh=" | ".join(lost)))
    return tuple(found)


def _title(made: Anatomy, facts: Facts, at: Places) -> Iterator[Diagnostic]:
    if not facts.title:
        yield fault("NAS201", at.of("judul"))
    elif made.rivals:
        yield fault("NAS213", at.of("judul"), judul=facts.title, lain=" | ".join(made.rivals))
    elif facts.title.isupper() and len(facts.title.split()) > 2:
        yield fault("NAS224", at.of("judul"))


def _published(made: Anatomy, facts: Facts, at: Places) -> Iterator[Diagnostic]:
    if facts.source == "hari ini":
        yield fault("NAS203", at.of("tanggal"), tanggal=facts.published)
    elif facts.source == "peristiwa":
        yield fault("NAS202", at.of("tanggal"), tanggal=facts.published)
    elif facts.source in ("laman", "obrolan"):
        yield fault(
            "NAS225",
            at.of("tanggal"),
            tanggal=facts.published,
            asal={"laman": "laman", "obrolan": "pesan"}[facts.source],
        )


def _events(facts: Facts, at: Places) -> Iterator[Diagnostic]:
    """Weekdays that do not fit, each once, and a year that was inferred."""
    seen = set()
    line = [facts.event] if facts.event else []
    for found in [*line, *facts.dates]:
        if found.weekday and found.written not in seen:
            seen.add(found.written)
            yield fault("NAS204", at.of("tanggal_peristiwa"), tertulis=found.written, benar=weekday_date(found.iso))
    if facts.event and facts.event.guessed_year:
        yield fault("NAS205", at.of("tanggal_peristiwa"), tertulis=facts.event.written, tahun=facts.event.iso[:4])


def _numbers(facts: Facts, at: Places) -> Iterator[Diagnostic]:
    for number in facts.numbers:
        parts = number.parts
        if parts.year and parts.year != int(facts.published[:4]):
            yield fault("NAS210", at.of("nomor"), nomor=number.text, tahun=facts.published[:4])
        elif parts.month and parts.month != int(facts.published[5:7]) and facts.source != "hari ini":
            right = MONTHS[int(facts.published[5:7]) - 1]
            yield fault("NAS223", at.of("nomor"), nomor=number.text, bulan=parts.month, terbit=right)
        if number.proposed and number.proposed != number.normal:
            yield fault("NAS222", at.of("nomor"), nomor=number.text, usul=number.proposed)


def _named(facts: Facts, at: Places) -> Iterator[Diagnostic]:
    for name, choices in facts.regions.unclear:
        names = listing((f"{choice.name} ({choice.code})" for choice in choices), "atau")
        yield fault("NAS206", at.of("wilayah"), tempat=name, pilihan=names)
    if facts.unknown:
        yield fault("NAS220", at.of("instansi"), instansi="; ".join(facts.unknown))
    nameless = [person.name for person in facts.people if not person.role]
    if nameless:
        yield fault("NAS226", at.of("orang"), nama=listing(nameless))


def _photos(made: Anatomy, layout: Layout, at: Places) -> Iterator[Diagnostic]:
    if layout.pictures:
        yield fault("NAS218", at.of("foto"), jumlah=len(layout.pictures), berkas=", ".join(layout.pictures))
    without = len(made.captions) - len(layout.pictures)
    if without > 0:
        told = made.captions[-1][0]
        yield fault("NAS207", at.of("foto"), takarir=told.text or told.credit)
