"""Quotations with a speaker: a block quotation whose last line is `— Name, role` becomes a figure with a caption.

    > “Words that were said.”
    > — Name, role

The mark is an em dash, an en dash or two hyphens with a space behind it. Runs before the inline level, so that a
caption may hold a link.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from lintas.prose.session import Session

_SPEAKER = re.compile(r"[ ]*(?:—|–|--)[ ]+(\S.*)\Z")
_MARKS = ("—", "–", "--")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)|[*_`]")


def present(source: str) -> bool:
    """Whether a body may hold such a quotation; told cheaply, because most do not."""
    return ">" in source and any(mark in source for mark in _MARKS)


def attribute(root: Element, session: Session) -> None:
    """Turn each attributed quotation below `root` into a figure, and note who is said to speak."""
    for element in list(root.iter("blockquote")):
        speaker = _take_speaker(element)
        if speaker:
            _frame(element, speaker)
            session.speaker(_LINK.sub(lambda found: found[1] or "", speaker).strip(), speaker)


def _take_speaker(quotation: Element) -> str:
    """Cut the last line off, if it names a speaker; "" if it does not, or if nothing would be left."""
    last = quotation[-1] if len(quotation) else None
    if last is None or last.tag != "p" or not last.text or len(last):
        return ""
    before, _, line = last.text.rpartition("\n")
    found = _SPEAKER.match(line)
    if found is None or not (before.strip() or len(quotation) > 1):
        return ""
    if before.strip():
        last.text = before.rstrip()
    else:
        quotation.remove(last)
    return found[1].strip()


def _frame(element: Element, speaker: str) -> None:
    """`blockquote` → `figure` around a `blockquote` and a `figcaption`, in place: a parent need not be known."""
    inner = Element("blockquote")
    inner.text, inner[:] = element.text, list(element)
    element.tag, element.text = "figure", None
    element[:] = [inner]
    SubElement(element, "figcaption").text = speaker
