"""Personal data in authored texts: front matter and body alike, as the file has them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.privacy.masking import mask, masked
from lintas.privacy.numbers import Hit, asks_for, hits, suspicious

CODE = {"nik": "PRI101", "mirip-nik": "PRI102", "npwp": "PRI103", "hp": "PRI104", "surel": "PRI105"}
_SHORTEST = 7  # characters; a@me.com
SHOWN = 20  # findings of one kind in one text


@dataclass(frozen=True, slots=True)
class Allowed:
    """What was declared to be a contact of an office: addresses and numbers as typed."""

    values: tuple[str, ...] = ()

    def holds(self, hit: Hit) -> bool:
        if hit.kind == "surel":
            return hit.text.casefold() in (value.strip().casefold() for value in self.values)
        return hit.kind == "hp" and _bare(hit.text) in map(_bare, self.values)


NOBODY = Allowed()


def _bare(number: str) -> str:
    """The digits of a telephone number without the prefix of the country or the trunk."""
    return "".join(filter(str.isdigit, number)).removeprefix("62").removeprefix("0")


def scan_text(data: bytes, path: str, allowed: Allowed = NOBODY) -> tuple[Diagnostic, ...]:
    """Findings in a text file, each with its line and column."""
    if not suspicious(data):
        return ()
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    found: list[Diagnostic] = []
    counts: Counter[str] = Counter()
    for hit in hits(text):
        if allowed.holds(hit):
            continue
        counts[hit.kind] += 1
        if counts[hit.kind] <= SHOWN:
            before = text.rfind("\n", 0, hit.start)
            span = Span(path, text.count("\n", 0, hit.start) + 1, hit.start - before)
            found.append(fault(CODE[hit.kind], span, value=mask(hit)))
    return (*found, *_rest(counts, path))


def scan_pieces(pieces: Iterable[tuple[str, str]], path: str) -> tuple[Diagnostic, ...]:
    """Findings in parts of a document or picture: (where, text). One finding of each kind for each part; what a
    document holds twice (a cell, and the store of its texts) is told once."""
    found: dict[tuple[str, str], Diagnostic] = {}
    known: set[tuple[str, str]] = set()
    counts: Counter[str] = Counter()
    for where, text in pieces:
        if len(text) < _SHORTEST or not (asks_for(where) or suspicious(text.encode("utf-8", "replace"))):
            continue
        for hit in hits(text, about=where):
            key, number = (hit.kind, where), (hit.kind, _bare(hit.plain) or hit.text.casefold())
            if key in found or number in known:
                known.add(number)
                continue
            known.add(number)
            counts[hit.kind] += 1
            if counts[hit.kind] <= SHOWN:
                code = {"nik": "PRI111", "mirip-nik": "PRI112"}.get(hit.kind, "PRI113")
                found[key] = fault(code, Span(path), value=mask(hit), where=masked(where))
    return (*found.values(), *_rest(counts, path))


def _rest(counts: Counter[str], path: str) -> list[Diagnostic]:
    more = sum(count - SHOWN for count in counts.values() if count > SHOWN)
    return [fault("PRI119", Span(path), more=more)] if more else []
