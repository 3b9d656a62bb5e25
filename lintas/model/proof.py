"""From what a site was built, for the report that it gives of itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proof:
    """What another machine needs to build the same, and what was read. "" and 0 where it is not known."""

    commit: str = ""
    touched: bool | None = None  # whether the sources differ from the commit
    version: str = ""  # of Lintas
    lock: str = ""  # SHA-256 of requirements.lock, which pins every library
    since: str = ""  # the last moment at which something came out or ended by itself
    sources: int = 0  # files that were read and are no secret: what is held back leaves no trace here either
    warnings: int = 0  # about these
    machine: tuple[tuple[str, str], ...] = ()  # facts of the machine: name, value


UNPROVED = Proof()
