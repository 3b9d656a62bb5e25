"""Text → findings: run the rules, weigh them by where they stand, drop what the agency permits, keep reports short."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice

from lintas.diagnostics import Diagnostic, Span, fault, shorten
from lintas.proofreading.checks import RULES
from lintas.proofreading.findings import Edit, Finding
from lintas.proofreading.reading import Reading, open_reading
from lintas.proofreading.terms import NO_TERMS, Terms

SHOWN = 40  # findings of one code in one file
_MOST = 2000  # findings of one rule in one file that are looked at
# Style: whoever spoke chose the words. In a direct quotation these sink to advice.
_STYLE = frozenset("EJA104 EJA114 EJA117 EJA212 EJA404 EJA405 EJA406 EJA411".split())
# In a title in quotation marks the spelling is that of its owner as well.
_OWNED = _STYLE | frozenset(
    "EJA101 EJA102 EJA103 EJA106 EJA107 EJA108 EJA109 EJA110 EJA111 EJA112 EJA402 EJA403".split()
)
_SUNK, _LITTER = "EJA190", "EJA431"
_LINE = 200  # characters of a block that is litter as a whole
_LONGEST = 60  # characters of the text that a message quotes


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding as it is reported, and the edit that would mend it (None: by hand)."""

    diagnostic: Diagnostic
    edit: Edit | None


def proofread(source: str, path: str, terms: Terms = NO_TERMS) -> tuple[Judged, ...]:
    """Everything the rules find in a decoded file, in order. A text in another language than Indonesian is not read."""
    reading = open_reading(source, terms)
    if reading.in_english:
        return ()
    found = [finding for rule in RULES for finding in islice(rule(reading), _MOST)]
    if not found:
        return ()
    weighed = _weighed(reading, _permitted(reading, found))
    return judge(reading, path, sorted(weighed, key=lambda f: (f.start, f.end, f.code)))


def _weighed(reading: Reading, found: list[Finding]) -> list[Finding]:
    """Style inside speech and titles sinks; of two findings on the same stretch the first rule's is kept."""
    kept: dict[tuple[int, int], Finding] = {}
    passages = reading.passages
    parts = (reading.document.part(f.start) for f in found if f.code == _LITTER)
    litter = {part.start for part in parts if part.end <= part.start + _LINE}
    for finding in found:
        code = finding.code
        if litter and code != _LITTER and reading.document.part(finding.start).start in litter:
            continue  # what is to be deleted needs no mending
        if (code in _STYLE and passages.spoken(finding.start)) or (code in _OWNED and passages.titled(finding.start)):
            if not finding.better:
                continue
            finding = replace(finding, code=_SUNK, mend=None)
        kept.setdefault((finding.start, finding.end), finding)
    return list(kept.values())


def _permitted(reading: Reading, found: list[Finding]) -> list[Finding]:
    """Without what lies inside a name or form of the agency's own list."""
    phrases = (*reading.terms.permitted, *reading.terms.names)
    if not phrases:
        return found
    spans: list[tuple[int, int]] = []
    text = reading.text
    for phrase in phrases:
        at = text.find(phrase) if phrase else -1
        while at >= 0:
            spans.append((at, at + len(phrase)))
            at = text.find(phrase, at + len(phrase))
    if not spans:
        return found
    spans.sort()
    reach, farthest = [], 0  # the farthest end of all that begin up to here
    for _, end in spans:
        farthest = max(farthest, end)
        reach.append(farthest)
    return [f for f in found if not _covered(spans, reach, f)]


def _covered(spans: list[tuple[int, int]], reach: list[int], finding: Finding) -> bool:
    index = bisect_right(spans, (finding.start, 1 << 60)) - 1
    return index >= 0 and finding.end <= reach[index]


def judge(reading: Reading, path: str, found: list[Finding]) -> tuple[Judged, ...]:
    """Findings with their lines and columns; of very many of one code only the first."""
    source = reading.document.source
    starts = [0]
    at = source.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = source.find("\n", at + 1)
    counts: Counter[str] = Counter()
    told = []
    for finding in found:
        counts[finding.code] += 1
        if counts[finding.code] <= SHOWN:
            told.append(_judged(reading, path, finding, starts))
    more = sum(count - SHOWN for count in counts.values() if count > SHOWN)
    if more:
        told.append(Judged(fault("EJA901", Span(path), count=more), None))
    return tuple(told)


def _judged(reading: Reading, path: str, finding: Finding, starts: list[int]) -> Judged:
    document = reading.document
    origin = document.origin(finding.start if finding.start < finding.end else max(finding.start - 1, 0))
    line = bisect_right(starts, origin)
    span = Span(path, line, origin - starts[line - 1] + 1)
    args = (("found", _cut(finding.found)), ("better", _cut(finding.better)), *finding.extra)
    edit = _edit(reading, finding)
    return Judged(Diagnostic(finding.code, span, tuple((name, shorten(text)) for name, text in args)), edit)


def _edit(reading: Reading, finding: Finding) -> Edit | None:
    """The edit of the source, where the stretch lies in one piece and no YAML is harmed."""
    if finding.mend is None:
        return None
    document = reading.document
    place = document.stretch(finding.start, finding.end)
    if place is None:
        return None
    part = document.part(max(finding.start - (finding.start == finding.end), 0))
    front = part.kind in ("title", "summary", "caption", "alternative")
    risky = any(sign in finding.mend for sign in ':#"\\') or (finding.mend[:1] == " " and not part.style)
    if front and risky:
        return None  # it might change what YAML reads
    return Edit(*place, finding.mend)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
