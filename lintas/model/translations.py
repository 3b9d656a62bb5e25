"""Texts in another language than that in which they were first written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terjemahan:
    """Translations of named texts of one thing: "title" → …, "fields.kode.title" → …"""

    language: str
    texts: tuple[tuple[str, str], ...] = ()
