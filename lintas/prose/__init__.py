"""Markdown → `Prose`: safe HTML, numbered slots for internal links, headings, and everything that is wrong with it.

`convert` knows nothing of the site: a link to other content leaves as `slot:N`, and `Prose.links[N]` tells what was
typed and where. Bounds are counted in steps, so the same body has the same outcome on every machine.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from lintas.diagnostics import Diagnostic, Outcome, Span, fault, in_order
from lintas.model import Prose
from lintas.prose.limits import MAX_BLOCK, MAX_CHARACTERS, MAX_DEPTH, MAX_FINDINGS, TooComplex
from lintas.prose.session import Places, Session
from lintas.reader import near

if TYPE_CHECKING:
    from lintas.prose.converter import Converter

EXCERPT = 300  # characters
MAX_HINTED = 500  # ids among which a near match is looked for

_instance: list[Converter] = []
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_INVISIBLE = re.compile("[\u200b\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROL_BYTES = bytes(each for each in range(32) if each not in b"\t\n") + b"\x7f"
_MARKS = (
    *(sign.encode() for sign in "\u200b\u2028\u2029\u202a\u202b\u202c\u202d\u202e"),
    b"\xe2\x81",
    b"\xef\xbb",
    b"\xef\xbf",
)
_LINE_ENDS = frozenset("\r\u2028\u2029\x0b\x0c")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG_OR_TEXT = re.compile(r"<[^>]*>|[^<]+")
_BLOCK_END = re.compile(r"</?(?:p|h[1-6]|li|t[dhr]|blockquote|pre|figcaption|dt|dd)\b[^>]*>|<br\b[^>]*>|<hr\b[^>]*>")
_MARK_OR_TAG = re.compile(r"<sup id=.*?</sup>|<[^>]*>", re.DOTALL)


def convert(body: str, path: str, first_line: int, language: str = "id") -> Outcome[Prose]:
    """Convert the body that starts at `first_line` (1-based) of the file `path`. Never raises on content."""
    if len(body) > MAX_CHARACTERS:
        size = fault("SIA201", Span(path, first_line), size=len(body), limit=MAX_CHARACTERS)
        return Outcome(Prose(""), (size,))
    session = Session(Places(path, body, first_line), language)
    source = _without_controls(body, session)
    converter = _take()
    try:
        raw = converter.body(source, session)
    except TooComplex as found:
        limit = {"depth": MAX_DEPTH, "block": MAX_BLOCK}.get(found.reason, 0)
        code = {"depth": "SIA202", "block": "SIA225"}.get(found.reason, "SIA226")
        session.report(code, session.places.find(found.text.split("\n", 1)[0][:40]), limit=limit)
        return Outcome(Prose(""), _capped(session))
    _instance.append(converter)
    from lintas.prose.sanitise import clean

    html = _text_is_no_slot(clean(raw), len(session.links))
    _check_ends(session)
    prose = Prose(
        html=html,
        links=tuple(session.links),
        headings=tuple(session.headings),
        text=excerpt(html),
        bindings=tuple(session.bindings),
        speakers=tuple(session.speakers),
    )
    return Outcome(prose, _capped(session))


def excerpt(html: str, limit: int = EXCERPT) -> str:
    """The first `limit` characters of the paragraphs as plain text, cut between words."""
    parts: list[str] = []
    length = 0
    for match in _PARAGRAPH.finditer(html.partition('<section class="footnote"')[0]):
        text = _MARK_OR_TAG.sub("", match.group(1)) if "<" in match.group(1) else match.group(1)
        text = " ".join((unescape(text) if "&" in text else text).split())
        if text:
            parts.append(text)
            length += len(text) + 1
        if length > limit:
            break
    joined = " ".join(parts)
    if len(joined) <= limit:
        return joined
    return joined[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def plain_text(html: str) -> str:
    """The words of converted prose as a reader sees them, a line for each block; marks of footnotes are left out."""
    lined = _BLOCK_END.sub("\n", html)
    text = unescape(_MARK_OR_TAG.sub("", lined))
    return "\n".join(line for part in text.split("\n") if (line := " ".join(part.split())))


def _text_is_no_slot(html: str, slots: int) -> str:
    """Text that reads like a slot (a guide that shows HTML) must not be filled: write its quotes as entities."""
    if html.count('="slot:') == slots:
        return html
    return _TAG_OR_TEXT.sub(lambda found: found.group() if found.group()[0] == "<" else _quoted(found.group()), html)


def _quoted(text: str) -> str:
    return text.replace('"slot:', "&quot;slot:")


def _take() -> Converter:
    """The process's converter; it is put back after use, and only if it was left in order."""
    if _instance:
        return _instance.pop()
    from lintas.prose.converter import Converter

    return Converter()


def _without_controls(body: str, session: Session) -> str:
    """Invisible signs that reorder or hide text are named and dropped; `reader.decode` has named the others."""
    if _is_clean(body):
        return body
    found = _INVISIBLE.search(body)
    if found:
        session.report("SIA222", session.places.at(found.start()), sign=f"U+{ord(found.group()):04X}")
    return _CONTROL.sub(lambda each: "\n" if each.group() in _LINE_ENDS else "", body.replace("\r\n", "\n"))


def _is_clean(body: str) -> bool:
    """Whether `_CONTROL` finds nothing; told from the bytes, which is four times as fast as the expression."""
    try:
        data = body.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return False
    if len(data.translate(None, _CONTROL_BYTES)) != len(data):
        return False
    return body.isascii() or not any(mark in data for mark in _MARKS) or not _CONTROL.search(body)


def _check_ends(session: Session) -> None:
    """What can be judged only when all is read: links within the text, and raw tags left open."""
    known = sorted(session.ids)[:MAX_HINTED]
    for anchor, span in session.anchors:
        if anchor not in session.ids:
            hint = near(anchor, known) if len(session.diagnostics) < MAX_FINDINGS else ""
            session.report("SIA227", span, value=anchor, hint=hint)
    session.places.cursor = 0
    for _, typed in session.opened:
        session.report("SIA223", session.places.find(typed), start=typed)


def _capped(session: Session) -> tuple[Diagnostic, ...]:
    """The findings in order; of very many only the first, and how many more there are."""
    if not session.diagnostics:
        return ()
    found = in_order(session.diagnostics)
    if len(found) <= MAX_FINDINGS:
        return found
    place = found[MAX_FINDINGS].span
    return (*found[:MAX_FINDINGS], fault("SIA228", place, count=len(found) - MAX_FINDINGS))
