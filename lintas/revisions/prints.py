"""Fingerprints of what was published: a text that was corrected or withdrawn stays recognisable as once genuine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import SiaranPers
from lintas.relate import due
from lintas.revisions.comparison import Comparison
from lintas.siaran import load_release

_PLACE = re.compile(r"content/siaran-pers/[0-9]{4}/[^/]+\.md")


def check_prints(both: Comparison) -> Iterator[Diagnostic]:
    """ASL202: a correction that changed the text without its former fingerprint; ASL203: a withdrawal without it."""
    present = {release.path: release for release in both.catalogue.releases}
    for path in both.past.changed:
        now = present.get(path) if _PLACE.fullmatch(path) else None
        if now is None or now.status == "draf" or due(now) > both.now:
            continue
        former = _published(both, path)
        if former and former != now.fingerprint.text:
            yield from _unrecorded(now, former)


def _published(both: Comparison, path: str) -> str:
    """The fingerprint of the text that was in public, or ""; where the build writes figures it cannot be known."""
    data = both.past.read(path)
    found = load_release(data, path, "").value if data is not None else None
    if found is None:
        return ""
    before = found[0]
    shown = before.published and before.status not in ("draf", "dicabut") and due(before) <= both.now
    return before.fingerprint.text if shown and not before.bindings else ""


def _unrecorded(now: SiaranPers, former: str) -> Iterator[Diagnostic]:
    recorded = [each for correction in now.corrections for each in correction.former]
    if former in (*recorded, *now.withdrawal.former):
        return
    if now.status == "dicabut":
        yield fault("ASL203", Span(now.path, now.withdrawal.line), value=former)
    elif now.corrections:
        yield fault("ASL202", Span(now.path, now.corrections[-1].line), value=former)
