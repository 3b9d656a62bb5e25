"""Spaces and marks: none before a comma, one after it, no doubled marks, a mark at the end of a paragraph.

Expressions begin with a sign, never with a look-behind, so that the engine can skip the letters between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.proofreading.document import WORD
from lintas.proofreading.findings import Finding
from lintas.proofreading.inline import OPAQUE
from lintas.proofreading.reading import Reading

_BEFORE = re.compile(r" +([,;:?!]|\.(?![\w.\d/]))(?![)(D\[/])")
_INSIDE_OPEN = re.compile(r"[(“\[‘]( +)(?=\S)")
_INSIDE_CLOSE = re.compile(r" +(?=[)”\]](?!\w))")
_AFTER = re.compile(r"[,;:.?!](?=[^\s\d.,;:?!)”\"’\]*–…/-]|(?<=[,;])\d)")
_ENTITY = re.compile(r"&(?:#\w{1,8}|\w{2,31});\Z")  # R&amp;D, as HTML writes a character
_BRACKET = re.compile(r"\((?=[A-Za-z0-9]{3,}[^)]{0,200}\)|\d{1,6} [a-z])|\)(?=[^\W\d_]{2})|“(?=\w)|”(?=[a-z]{2})")
_WIDE = re.compile(r"(?:[ \t\u2009\u202f]{2,}|\t| ?\u00a0+ |\u00a0{2,})(?=\S)")
_HARD = re.compile(r"\u00a0(?=[a-z])")
_TWICE = re.compile(r"(?:,,+|;;+|::+|\.\.(?!\.)|,\.|;\.|,;|;,)(?=[\s”\"’)]|$)")
_LOUD = re.compile(r"[!?]{2,}")
_KEEP_LOUD = ("?!", "!?")
_FINAL, _CLOSERS = ".?!:;…", '”"’)]»'
_TRAILER = re.compile(
    r"(?:\s*(?:\*{1,3}|\(\*{1,3}\)|-{2,}|—|\([A-Za-z/. -]{1,20}\)|#\w+|[-–]\s?(?:selesai|end)\s?[-–]?|\|))+\Z",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"[”\"’.?!…]\s*\([^()]{1,60}\)\Z")
_LABEL = re.compile(r"[A-Z][^.:]{0,40}: ?\S")
_VERB = re.compile(r"(?:me[mnlrwy]|di[a-z]|ber[a-z])[a-z]{4,}")
_FINITE = frozenset("adalah merupakan akan telah sudah menjadi dapat harus tidak yang untuk".split())
_SAID = re.compile(
    r"(?:ujar|kata|tegas|tutur|ungkap|jelas|pungkas|imbuh|ucap|papar|terang|tambah|sebut|lanjut|tandas|beber|harap|tukas|pesan)nya\Z",
    re.IGNORECASE,
)


def spaces(reading: Reading) -> Iterator[Finding]:
    """Spaces that should not be there."""
    text = reading.text
    if any(sign in text for sign in (" ,", " .", " ;", " :", " ?", " !")):
        for match in _BEFORE.finditer(text):
            if text[match.start() - 1 : match.start()] not in "\n.,;:?!|–—-":
                yield _needless(text, match.start(), match.start(1))
    if any(sign in text for sign in ("( ", "“ ", "[ ", "‘ ")):
        for match in _INSIDE_OPEN.finditer(text):
            yield _needless(text, match.start(1), match.end(1))
    if any(sign in text for sign in (" )", " ”", " ]")):
        for match in _INSIDE_CLOSE.finditer(text):
            if text[match.start() - 1 : match.start()] not in "\n(–—|-":
                yield _needless(text, match.start(), match.end())
    yield from _wide(text)


def _needless(text: str, start: int, end: int) -> Finding:
    before, after = text[max(0, start - 12) : start], text[end : end + 1]
    before = before.rpartition("\n")[2]
    return Finding("EJA201", start, end, (before + text[start:end] + after).strip(), (before + after).strip(), "")


def _wide(text: str) -> Iterator[Finding]:
    """Two spaces, a tab or a hard space where one space is enough."""
    hard = "\u00a0" in text
    if "  " in text or hard or "\t" in text or "\u2009" in text or "\u202f" in text:
        for match in _WIDE.finditer(text):
            if text[match.start() - 1 : match.start()] not in ("", "\n"):
                yield _one_space(text, match)
    for match in _HARD.finditer(text) if hard else ():
        if text[match.start() - 1 : match.start()].islower():
            yield _one_space(text, match)


def _one_space(text: str, match: re.Match[str]) -> Finding:
    """The finding shows each space as a dot."""
    before = text[max(0, match.start() - 12) : match.start()].rpartition("\n")[2].rpartition(" ")[2]
    after = text[match.end() : match.end() + 12].partition("\n")[0].partition(" ")[0]
    dots = "·" * (match.end() - match.start())
    return Finding("EJA203", match.start(), match.end(), before + dots + after, f"{before} {after}", " ")


def missing_spaces(reading: Reading) -> Iterator[Finding]:
    """Letters that follow a mark, or a bracket that follows a letter, without a space."""
    text = reading.text
    for match in _AFTER.finditer(text):
        at, end = match.start(), match.end()
        entity = text[at] == ";" and _ENTITY.search(text, max(0, at - 32), end)
        if _wanted(text, at) and not entity and not _address(text, at) and not reading.passages.alien(at):
            yield _spaced(text, at, end)
    for match in _BRACKET.finditer(text):
        sign, at = match.group(), match.start()
        if sign in ")”":
            if _ends(text, at) and not _optional(text, at + 1):
                yield _spaced(text, at + 1, at + 1)
        elif _opens(text, at, sign) and not _optional(text, at):
            yield _spaced(text, at, at)


def _wanted(text: str, at: int) -> bool:
    """Whether a space belongs after the mark: its neighbours are letters of words, not parts of one token."""
    sign, before, after = text[at], text[at - 1 : at], text[at + 1]
    if sign in ",;":
        if after.isdigit():
            return before.isalpha()
        return after.isalpha() and (before.isalnum() or before in '”")')
    word = text[max(0, at - 3) : at]
    if sign == ":":
        return (
            after.isalpha() and text[at + 2 : at + 3].isalpha() and len(word) == 3 and word.isalpha() and word.islower()
        )
    if not after.isupper() and not (sign in "?!" and after == "“"):
        return False
    if sign == "." and not text[at + 2 : at + 3].islower():
        return False
    closed = word[2:] in ("”", '"', ")") and word[:2].isalpha()
    return len(word) == 3 and (closed or (word.isalpha() and word.islower()))


def _ends(text: str, at: int) -> bool:
    """A closing mark that a word follows at once."""
    before = text[at - 1 : at]
    return before.isalnum() if text[at] == ")" else before.isalnum() or before in ",."


def _opens(text: str, at: int, sign: str) -> bool:
    """An opening mark that stands at the end of a word."""
    word = text[max(0, at - 2) : at]
    if sign == "“" and word[-1:] == ",":
        return word[:1].isalpha()
    if len(word) < 2 or not word.isalpha():
        return False
    return word.islower() or (
        sign == "(" and word.isupper() and text[at + 1 : at + 4].isalpha() and text[at + 2].islower()
    )


def _spaced(text: str, start: int, end: int) -> Finding:
    """A space is wanted after `text[start:end]`."""
    before = text[max(0, start - 12) : end].rpartition("\n")[2].rpartition(" ")[2]
    after = text[end : end + 12].partition("\n")[0].partition(" ")[0]
    return Finding("EJA202", end, end, before + after, f"{before} {after}", " ")


def _address(text: str, place: int) -> bool:
    """Part of a name of a file, an address or a code."""
    before = text[max(0, place - 200) : place].rpartition(" ")[2]
    token = before + text[place : place + 200].partition(" ")[0]
    return OPAQUE in token or "/" in token or "@" in token or token.count(".") > 2 or "_" in token or "=" in token


def _optional(text: str, place: int) -> bool:
    """orang(-orang), kata(s): brackets that belong to the word."""
    inner = text[place + 1 : place + 8] if text[place : place + 1] == "(" else ""
    closed = text[place - 1 : place] == ")" and "(" in text[max(0, place - 6) : place]
    return closed or inner.startswith(("-", "s)", "nya)", "kan)", "i)"))


def doubled_marks(reading: Reading) -> Iterator[Finding]:
    """Two marks where one is meant."""
    text = reading.text
    for match in _TWICE.finditer(text):
        marks = match.group()
        if not text[match.start() - 1 : match.start()].isalnum():
            continue
        better = "." if "." in marks else marks[0]
        yield Finding("EJA205", match.start(), match.end(), marks, better, better)
    if "!!" in text or "??" in text:
        for match in _LOUD.finditer(text):
            if match.group() not in _KEEP_LOUD:
                yield Finding("EJA205", match.start(), match.end(), match.group(), match.group()[0], match.group()[0])


def unfinished(reading: Reading) -> Iterator[Finding]:
    """A paragraph of prose without a mark at its end."""
    text = reading.text
    for part in reading.document.parts:
        if part.kind != "paragraph" or text[part.end - 1 : part.end] in _FINAL or _finished(text, part.start, part.end):
            continue
        tail = _TRAILER.search(text, max(part.start, part.end - 60), part.end)
        end = tail.start() if tail and tail.start() > part.start else part.end
        if tail and _finished(text, part.start, end):
            continue
        words = WORD.findall(text[part.start : end].lower())
        if _is_prose(reading, part.start, end, words):
            yield _stop(text, end, words[-1], tail is None)


def _finished(text: str, start: int, end: int) -> bool:
    """Whether the stretch ends with a mark, brackets and quotation marks after it not counted."""
    tail = text[max(start, end - 80) : end]
    return tail.rstrip(_CLOSERS)[-1:] in tuple(_FINAL) or bool(_CREDIT.search(tail))


def _stop(text: str, end: int, last_word: str, safe: bool) -> Finding:
    """The full stop that is missing, before a quotation mark where speech ends with it."""
    last = text[end - 1 : end]
    shown = text[max(0, end - 40) : end].rpartition("\n")[2].split(" ")[-1]
    if last in '”"' and not _SAID.search(last_word) and text[end - 2 : end - 1].isalnum():
        return Finding("EJA210", end - 1, end, shown, shown[:-1] + "." + last, "." + last if safe else None)
    safe = safe and (last.isalnum() or last == ")")
    return Finding("EJA210", end, end, shown, shown.rstrip(",;–-") + ".", "." if safe else None)


def _is_prose(reading: Reading, start: int, end: int, words: list[str]) -> bool:
    text = reading.text
    if text[end - 1 : end] in (OPAQUE, "/") or len(words) < 2 or reading.passages.alien(start):
        return False
    if _SAID.search(words[-1]):
        return True
    if len(words) < 8 or "|" in text[start:end] or text[start:end].isupper():
        return False
    if _LABEL.match(text, start, end) and len(words) < 14:
        return False
    small = sum(word.islower() for word in WORD.findall(text[start:end]))
    return small >= 0.5 * len(words) and bool(_FINITE & set(words) or len(words) > 12 or any(map(_VERB.match, words)))
