"""The few values of front matter that are read or needed: their words stay where they are, so places are exact.

Not a YAML reader: `reader` judges syntax. Here a value is a run of lines in the file; what cannot be understood is
left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lintas.proofreading.blocks import Block

TITLE, SUMMARY, CAPTION, ALTERNATIVE = "title", "summary", "caption", "alternative"
_READ = {
    ("", "judul"): TITLE,
    ("", "ringkasan"): SUMMARY,
    ("foto", "takarir"): CAPTION,
    ("foto", "teks_alternatif"): ALTERNATIVE,
}
_OPEN = re.compile(r"\s*---[ \t]*\n")
_CLOSE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_ENTRY = re.compile(r"([ ]*)((?:-[ ]+)*)([\w-]{1,40}):(?:[ \t]+(.*)|[ \t]*)\Z")
_BARE = re.compile(r"([ ]*)-[ ]+(\S.*)\Z")
_KEPT = 200  # values; a front matter with more is no front matter of ours


@dataclass(frozen=True, slots=True)
class Value:
    """One scalar: the top key it stands below, its own key, its lines as (start, end) in the source."""

    top: str
    key: str
    lines: tuple[tuple[int, int], ...]
    style: str  # the first character of the value: quotation mark, > or |, else ""

    def text(self, source: str) -> str:
        return " ".join(source[start:end] for start, end in self.lines)


@dataclass(frozen=True, slots=True)
class Front:
    values: tuple[Value, ...] = ()
    body: int = 0  # where the body begins in the source

    def first(self, source: str, key: str) -> str:
        """The value of a key of the top level, or ""."""
        return next((value.text(source) for value in self.values if not value.top and value.key == key), "")

    def below(self, source: str, top: str, key: str) -> tuple[str, ...]:
        return tuple(value.text(source) for value in self.values if value.top == top and value.key == key)

    def blocks(self) -> list[tuple[Block, str]]:
        """What is read of it, each with the style of its scalar."""
        found = ((value, _READ.get((value.top, value.key), "")) for value in self.values)
        return [(Block(kind, value.lines), value.style) for value, kind in found if kind]


def scan(source: str) -> Front:
    opening = _OPEN.match(source)
    if not opening:
        return Front()
    closing = _CLOSE.search(source, opening.end())
    if not closing:
        return Front(body=len(source))
    lines: list[tuple[int, str]] = []
    at = opening.end()
    while at < closing.start():
        stop = source.find("\n", at, closing.start())
        stop = closing.start() if stop < 0 else stop
        lines.append((at, source[at:stop]))
        at = stop + 1
    return Front(tuple(_values(lines)), min(closing.end() + 1, len(source)))


def _values(lines: list[tuple[int, str]]) -> list[Value]:
    found: list[Value] = []
    top = ""
    index = 0
    while index < len(lines) and len(found) < _KEPT:
        at, line = lines[index]
        index += 1
        entry = _ENTRY.match(line)
        if entry:
            indent = len(entry[1]) + len(entry[2])
            key, value = entry[3], (entry[4] or "").rstrip()
            if not indent:
                top = key
            start = at + len(line.rstrip()) - len(value)
        elif bare := _BARE.match(line):
            indent, key, value = len(bare[1]) + 1, "", bare[2].rstrip()
            start = at + bare.start(2)
        else:
            continue
        if not value:
            continue
        more, index = _continued(lines, index, indent)
        made = _scalar(value, start, more)
        if made:
            above = top if indent else ""
            found.append(Value(above, key, *made))
    return found


def _continued(lines: list[tuple[int, str]], index: int, indent: int) -> tuple[list[tuple[int, str]], int]:
    """The lines that belong to a value because they are indented more than its key."""
    more: list[tuple[int, str]] = []
    while index < len(lines):
        at, line = lines[index]
        bare = line.lstrip(" ")
        if bare.strip() and len(line) - len(bare) <= indent:
            break
        if bare.strip():
            more.append((at + len(line) - len(bare), bare.rstrip()))
        index += 1
    return more, index


def _scalar(value: str, start: int, more: list[tuple[int, str]]) -> tuple[tuple[tuple[int, int], ...], str] | None:
    """The lines of a scalar without its quotation marks, and its style."""
    if value[0] in ">|":
        return tuple((at, at + len(text)) for at, text in more), value[0]
    if value[0] in "[{&*!#":
        return None
    spans = [(start, start + len(value)), *((at, at + len(text)) for at, text in more)]
    if value[0] in "\"'":
        last = spans[-1]
        whole = value if not more else more[-1][1]
        if len(whole) > (1 if more else 0) and whole[-1] == value[0] and not (not more and len(value) == 1):
            spans[-1] = (last[0], last[1] - 1)
        spans[0] = (spans[0][0] + 1, max(spans[0][0] + 1, spans[0][1]))
        return tuple(spans), value[0]
    cut = value.find(" #")
    if cut >= 0:
        spans = [(start, start + len(value[:cut].rstrip()))]
    return tuple(spans), ""
