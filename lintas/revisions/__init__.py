"""The portal against an earlier revision of its repository: what may not change in silence (effect: runs git).

Used by `check --since REV`. A further check is one function in `CHECKS`: it is given both states and returns findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from lintas.diagnostics import Diagnostic, Outcome
from lintas.model import Catalogue
from lintas.revisions.comparison import Comparison, Prose
from lintas.revisions.past import Past, open_past
from lintas.revisions.prints import check_prints
from lintas.revisions.quotations import check_quotations
from lintas.revisions.releases import check_releases

__all__ = ["CHECKS", "Comparison", "Past", "compare", "open_past"]

Check = Callable[[Comparison], Iterable[Diagnostic]]
CHECKS: tuple[Check, ...] = (check_releases, check_prints, check_quotations)


def compare(root: Path, revision: str, given: tuple[Catalogue, str], prose: Prose) -> Outcome[None]:
    """Findings of every check. `given`: the catalogue as it is now, and the present as a UTC instant."""
    opened = open_past(root, revision)
    if opened.value is None:
        return Outcome(None, opened.diagnostics)
    catalogue, now = given
    both = Comparison(opened.value, catalogue, now, prose)
    return Outcome(None, tuple(finding for check in CHECKS for finding in check(both)))
