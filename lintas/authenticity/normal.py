"""The normal form of a text: what chats, mail and word processors change is levelled, words and figures are not.

Whatever is not named here is kept, so a doubtful text is reported as another one and never as genuine. No class of
characters is left to a library (`\\s`, `\\w`), so that every language can do the same. Steps in docs/keaslian.md.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

VERSION: Final = 1

_ROUNDS = 6  # a text that is still not at rest after these is not ours
_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_SPACES = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BULLETS = "•‣◦▪▫●○■□➢➤\uf0b7\uf0a7"
_GONE = "\xad\u034f\u180e\u200b\u200c\u200d\u200e\u202a\u202c\u2060\u2061\u2062\u2063\u2064\u2066\u2068\u2069"
_GONE += "\ufe0e\ufe0f\ufeff"
_DOUBLE, _SINGLE = "“”„‟«»″〃＂", "‘’‚‛′‹›´\u1ffdʼ＇"
_DASHES = "‐‑‒–—―−﹘﹣－"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_FIRST: Final = {
    **dict.fromkeys(_BREAKS, "\n"), **dict.fromkeys(_SPACES + _BULLETS, " "), **dict.fromkeys(_GONE, ""),
    **dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_SINGLE, "'"), **_LIGATURES, "…": "...", "\u1fef": "`",
    **dict.fromkeys(_DASHES, _DASHES[0]),
}  # fmt: skip
_SIGN = re.compile("[" + "".join(map(re.escape, _FIRST)) + "]")  # several times faster than `str.translate`

# A mark of a list, a quotation or a heading at the start of a line. It may not be a minus or a "more than": what
# follows must be a word of Latin letters without a figure, and no currency.
_LINE_MARK = re.compile(
    r"^(?:[-*] +|> *|#{1,6} +)+(?=[\"'(\[*_`]*(?!(?:Rp|IDR|USD|US|EUR|SGD)(?![a-z]))[A-Za-z][^ 0-9]*(?: |$))"
)
_INLINE = tuple(
    (m, re.compile(rf"(^|[ \"'(\[{{*_`])[{m}]([^{m} ]|[^{m} ][^{m}]*[^{m} ])[{m}](?=$|[ \"')\]}}.,;:!?*_`])"))
    for m in "*_`"
)
_RUNS = re.compile(" +")
_LONG_DASH = re.compile("--+")
_OPENS, _CLOSES = ' ([{-/"', ' .,;:!?)]}-/"'
_DIGITS = "0123456789"


def normal_form(text: str) -> str:
    """The text on one line, in the form whose SHA-256 is the fingerprint. The form of a form is the form itself."""
    made = _once(text)
    for _ in range(_ROUNDS):
        if not _restless(made) or (again := _once(made)) == made:
            break
        made = again
    return made


def _restless(text: str) -> bool:
    """Whether another round could change anything: only marks uncover marks."""
    return text[:1] in ("-", "*", ">", "#") or "*" in text or "_" in text or "''" in text


def _once(text: str) -> str:
    text = unicodedata.normalize("NFC", _SIGN.sub(lambda found: _FIRST[found[0]], text))
    text = " ".join(map(_bare_line, text.split("\n")))
    for mark, pattern in _INLINE:
        if mark in text:
            text = _settled(text, pattern)
    text = text.replace(_DASHES[0], "-").replace("`", "'")  # not before: a dash is no mark of a list
    if "--" in text:
        text = _LONG_DASH.sub(_dash, text)
    if "'" in text:
        text = _QUOTE.sub(_quote, text.replace("''", '"'))
    return _RUNS.sub(" ", text).strip(" ")


def _bare_line(line: str) -> str:
    line = line.strip(" ")
    while line[:1] in ("-", "*", ">", "#") and line:
        shorter = _LINE_MARK.sub("", line, count=1).strip(" ")
        if shorter == line:
            break
        line = shorter
    return line


def _settled(text: str, pattern: re.Pattern[str]) -> str:
    """Without the pairs of a mark; three rounds, since marks are doubled and tripled."""
    for _ in range(3):
        text, count = pattern.subn(r"\1\2", text)
        if not count:
            break
    return text


def _dash(found: re.Match[str]) -> str:
    """Two or three hyphens stand for a dash, but not beside a figure: 5--3."""
    text = found.string
    beside = text[max(found.start() - 1, 0) : found.start()] + text[found.end() : found.end() + 1]
    return found[0] if any(sign in _DIGITS for sign in beside) else "-"


def _quote(found: re.Match[str]) -> str:
    """A single mark that opens or closes a quotation is as good as a double one; an apostrophe or a prime stays."""
    text, start = found.string, found.start()
    before, after = text[start - 1] if start else " ", text[found.end()] if found.end() < len(text) else " "
    opens = before in _OPENS and after != " "
    closes = after in _CLOSES and before not in _DIGITS and before != " "
    return '"' if opens or closes else "'"


_QUOTE: Final = re.compile("'")
