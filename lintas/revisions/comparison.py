"""Two states of a portal beside each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lintas.model import Catalogue, SiaranPers
from lintas.revisions.past import Past

Prose = Callable[[SiaranPers], str]  # the HTML of a release as it is now


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a check is given. `catalogue` is the present state, whole; of the past state files are read as needed."""

    past: Past
    catalogue: Catalogue
    now: str  # UTC instant as `relate.instant` writes it
    prose: Prose
