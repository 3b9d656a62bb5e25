"""Releases as PDF."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """The PDF of one release. `path` is its site path; under `key` the store has the bytes."""

    release: str  # content path
    path: str
    key: str
    bytes: int
    sha256: str
