"""Quotation marks and brackets: in pairs, in the right direction, with comma and full stop in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.proofreading.document import Part
from lintas.proofreading.findings import Finding
from lintas.proofreading.lexicon import words_of
from lintas.proofreading.reading import Reading

_CURLY = re.compile(r"[“”]")
_OPEN_WRONG = re.compile(r"”(?=\w)")
_CLOSE_WRONG = re.compile(r"“(?=[\s.,;)]|$)", re.MULTILINE)
_MIXED = re.compile(r"“[^“”\"\n]{1,1500}\"|\"(?=\w)[^“”\"\n]{1,1500}”")
_LIST_MARK = re.compile(r"(?:(?<=[\s(])|\A|(?<=\n))(?:\d{1,2}|[a-z]|[ivx]{1,4})\)")
_QUOTES = re.compile(r"[“”\"]")
_SIGNS = re.compile(r"[()\[\]]")
_OPENING = re.compile(r"[“\"](?=[A-Z][^“”\"\n]{25})")
_ENDING = re.compile(r"[”\"]\.(?=\s|$)", re.MULTILINE)
_BACK = 3000  # characters that are looked back for the beginning of a quotation
_PATTERNS: dict[str, re.Pattern[str]] = {}


def _pattern(reading: Reading, name: str) -> re.Pattern[str]:
    """The expressions that hold the verbs of the list, built once."""
    if not _PATTERNS:
        verbs = words_of(reading.known.lists["nama.kutip"])
        said = words_of(reading.known.lists["nama.kutip_me"])
        _PATTERNS["after"] = re.compile(rf"([”\"])( ?,)?(?= (?:{verbs})(?:nya\b| [A-Z])| ?(?<=,) ?(?:{verbs})\b)")
        capital = words_of(verb.capitalize() for verb in reading.known.lists["nama.kutip"])
        _PATTERNS["capital"] = re.compile(rf"[,?!][”\"] ((?:{capital})(?:nya)?)\b")
        _PATTERNS["before"] = re.compile(rf"\b(?:{verbs}|{said})\Z")
        _PATTERNS["speech"] = re.compile(rf"\b(?:{verbs}|{said})[^“”\"\n.]{{0,120}}[,:] ?\Z")
    return _PATTERNS[name]


def balance(reading: Reading) -> Iterator[Finding]:
    """Marks without their partner."""
    text = reading.text
    curly, straight = "“" in text or "”" in text, '"' in text
    turned: set[int] = set()
    if curly:
        for pattern, better in ((_OPEN_WRONG, "“"), (_CLOSE_WRONG, "”")):
            for match in pattern.finditer(text):
                before = text[match.start() - 1 : match.start()]
                if before in ("", "\n", " ", "(") if better == "“" else before.isalnum() or before in ".,?!":
                    turned.add(match.start())
                    yield Finding("EJA208", match.start(), match.end(), match.group(), better, better)
    mixed = list(_MIXED.finditer(text)) if curly and straight else []
    for match in mixed:
        at = match.end() - 1 if text[match.end() - 1] == '"' else match.start()
        better = "”" if at != match.start() else "“"
        yield Finding("EJA208", at, at + 1, '"', better, better)
    told = {reading.document.part(match.start()).start for match in mixed}
    parts = reading.document.parts
    for index in _holding(reading, _QUOTES) if curly or straight else ():
        part = parts[index]
        if part.start not in told:
            following = parts[index + 1] if index + 1 < len(parts) else None
            yield from _quotes(text, part, following, turned)
    for index in _holding(reading, _SIGNS) if "(" in text or ")" in text or "[" in text else ():
        yield from _brackets(text, parts[index])


def _holding(reading: Reading, pattern: re.Pattern[str]) -> list[int]:
    """The blocks in which one of these marks stands, by their number, in order."""
    parts = reading.document.parts
    found: list[int] = []
    end = index = -1
    for match in pattern.finditer(reading.text):
        if match.start() >= end:
            index += 1
            while parts[index].end < match.start():
                index += 1
            end = parts[index].end
            found.append(index)
    return found


def _quotes(text: str, part: Part, following: Part | None, turned: set[int]) -> Iterator[Finding]:
    """One quotation mark too many or too few in a block. A speech of several paragraphs is closed in its last one."""
    if text.count('"', part.start, part.end) % 2:
        at = text.rfind('"', part.start, part.end)
        if not text[at - 1 : at].isdigit():  # else inches
            yield Finding("EJA206", at, at + 1, '"')
    opened: list[int] = []
    for match in _CURLY.finditer(text, part.start, part.end):
        at = match.start()
        if (match.group() == "“") != (at in turned):
            if opened:
                first = opened.pop()
                yield Finding("EJA206", first, first + 1, "“")
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            yield Finding("EJA206", at, at + 1, "”")
    if opened and not (following and text[following.start : following.start + 1] == "“"):
        yield Finding("EJA206", opened[-1], opened[-1] + 1, text[opened[-1]])


def _brackets(text: str, part: Part) -> Iterator[Finding]:
    start, end = part.start, part.end
    if text.count("(", start, end) == text.count(")", start, end) and text.count("[", start, end) == text.count(
        "]", start, end
    ):
        return
    marks = {start + match.end() - 1 for match in _LIST_MARK.finditer(text[start:end])}
    opened: list[tuple[str, int]] = []
    for match in _SIGNS.finditer(text, start, end):
        sign, at = match.group(), match.start()
        if sign in "([":
            opened.append((sign, at))
        elif opened and opened[-1][0] == ("(" if sign == ")" else "["):
            opened.pop()
        elif at not in marks and text[at - 1 : at] not in (":", ";", "-"):
            yield Finding("EJA207", at, at + 1, sign)
    for sign, at in opened:
        yield Finding("EJA207", at, at + 1, sign)


def placement(reading: Reading) -> Iterator[Finding]:
    """“…”, ujar → “…,” ujar; “…” ujarnya → “…,” ujarnya; kata X “…” → kata X, “…”."""
    text = reading.text
    if "”" not in text and '"' not in text:
        return
    for match in _pattern(reading, "after").finditer(text):
        yield from _before_verb(text, match)
    for match in _pattern(reading, "capital").finditer(text):
        at = match.start(1)
        yield Finding("EJA406", at, match.end(1), match[1], match[1].lower(), match[1].lower())
    for match in _OPENING.finditer(text):
        at = match.start()
        if text[at - 1 : at] == " " and _pattern(reading, "before").search(text, max(0, at - 30), at - 1):
            word = text[max(0, at - 30) : at - 1].rpartition(" ")[2]
            yield Finding("EJA215", at - 1, at - 1, word, word + ",", ",")
    for match in _ENDING.finditer(text):
        at = match.start()
        start = _start(text, at)
        if text[at - 1 : at].isalnum() and at - start > 20 and text[start + 1 : start + 2].isupper():
            alone = text[start - 2 : start - 1] in (".", "?", "!", "\n", "") and text[start - 1 : start] in (
                " ",
                "\n",
                "",
            )
            if alone or _pattern(reading, "speech").search(text, max(0, start - 160), start):
                mark = match.group()[0]
                yield Finding("EJA215", at, at + 2, mark + ".", "." + mark, "." + mark)


def _before_verb(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """The end of a quotation with its verb of saying."""
    at, mark, comma = match.start(), match[1], match[2]
    before = text[at - 1 : at]
    if comma and before in ",?!":
        yield Finding("EJA209", at, match.end(), match.group(), mark, mark)
    elif comma and before not in (".", "…", " ", ""):
        yield Finding("EJA209", at, match.end(), match.group(), "," + mark, "," + mark)
    elif before == "." and text[at - 2 : at - 1].isalnum():
        yield Finding("EJA209", at - 1, match.end(), "." + match.group(), "," + mark, "," + mark)
    elif not comma and (before.isalnum() or before in ")%") and text.count(" ", _start(text, at), at) >= 2:
        yield Finding("EJA209", at, at + 1, mark, "," + mark, "," + mark)


def _start(text: str, at: int) -> int:
    """Where the quotation that ends at `at` begins."""
    least = max(0, at - _BACK)
    return max(least, *(text.rfind(mark, least, at) for mark in '“"\n'))


def styles(reading: Reading) -> Iterator[Finding]:
    """Straight and curly marks in one text."""
    text = reading.text
    if '"' in text and "“" in text:
        at = text.index('"')
        yield Finding("EJA214", at, at + 1, '"', "“ ”")
