"""A part of a document, and the sign that a document cannot be looked through."""

from __future__ import annotations

from dataclasses import dataclass


class Unreadable(Exception):
    """The document cannot be looked through; the text is a short technical word."""


@dataclass(frozen=True, slots=True)
class Part:
    """One cell, paragraph, page, property or picture. `where` is short; `unseen`: a page that is only a picture;
    `located`: it says where it was recorded."""

    where: str
    text: str = ""
    picture: bytes = b""
    unseen: bool = False
    located: bool = False
