"""Typewriter punctuation to the signs that Indonesian uses (EYD V): “ ” ‘ ’, the apostrophe, – for `--`, — for `---`.

Only these are touched: ranges, dates and numbers stay as typed. Code, link targets and raw HTML never pass here.
"""

from __future__ import annotations

import re

_SIGN = re.compile(r"""["']|-{2,3}(?!-)""")
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{“‘–—/«<>=")
_CLIPPED = re.compile(r"'(?:\d\d\b|kan\b|lah\b|tu\b|gitu\b|gimana\b|nggak\b|ndak\b)")  # ’kan, ’lah, ’45: left out


def needs(text: str) -> bool:
    """True when the text may hold a sign that `smarten` changes."""
    return '"' in text or "'" in text or "--" in text


def smarten(text: str, before: str = "") -> str:
    """Replace straight quotes and double hyphens. `before` is the character in front, "" where a block begins."""
    out: list[str] = []
    end = 0
    last = before
    for match in _SIGN.finditer(text):
        start = match.start()
        if start > end:
            out.append(text[end:start])
            last = text[start - 1]
        end = match.end()
        sign = _sign(match.group(), last, text, start)
        out.append(sign)
        last = sign
    out.append(text[end:])
    return "".join(out)


def _sign(typed: str, last: str, text: str, start: int) -> str:
    if typed[0] == "-":
        alone = last == "-" or (start == 0 and last == "" and not text[len(typed) :].strip())
        return typed if alone else ("–" if typed == "--" else "—")
    following = text[start + 1 : start + 2]
    opening = (not last or last in _BEFORE_OPENING) and not (following and following.isspace())
    if typed == '"':
        return "“" if opening else "”"
    if opening and not _CLIPPED.match(text, start):
        return "‘"
    return "’"
