"""What one conversion gathers: diagnostics, link slots, headings, ids and footnotes."""

from __future__ import annotations

import re
from dataclasses import replace

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.formatting import slug
from lintas.model import Binding, Heading, Ref
from lintas.prose import links
from lintas.prose.limits import Budget

# Ids that pages use for themselves around a text; a heading that would take one is called "bagian-…".
RESERVED_IDS = frozenset(
    """angka asal catatan catatan-kaki cari daftar-isi data isi kaki kawasan kepala konten koreksi lain menu mutu
    narahubung navigasi pencarian sekitar siaran sitasi terbaru terkait unduh utama""".split()
)
WINDOW = 20_000  # characters searched first: a link stands near the one before it
_HEADING_LINE = re.compile(r"^(?:#{1,6}[^\n]*|[^\n]+\n(?:=+|-+)[ ]*$)", re.MULTILINE)


class Places:
    """Finds lines and columns of what the author typed: searches forward first, then from the start."""

    __slots__ = ("path", "source", "first_line", "cursor", "known", "headings")

    def __init__(self, path: str, source: str, first_line: int) -> None:
        self.path = path
        self.source = source
        self.first_line = first_line
        self.cursor = 0
        self.headings: tuple[int, ...] = ()  # positions, looked for when the first is asked for
        self.known = (0, 0)  # a position and the number of line breaks before it, from where to count on

    def find(self, *needles: str) -> Span:
        """The nearest place after the last one found where a needle stands, else the first anywhere, else the body."""
        size = len(self.source)
        for start, end in ((self.cursor, min(self.cursor + WINDOW, size)), (self.cursor, size), (0, size)):
            found = [(place, each) for each in needles if each and (place := self.source.find(each, start, end)) >= 0]
            if found:
                position, needle = min(found)
                self.cursor = position + len(needle)
                return self.at(position)
        return Span(self.path, self.first_line)

    def target(self, typed: str) -> Span:
        """The place of a Markdown link or image with this target; its column is that of the target."""
        span = self.find(f"]({typed}", f"](<{typed}", f"<{typed}>", f"]: {typed}")
        if not span.column:
            return self.find(typed)
        start = self.cursor - len(typed) - (self.source[self.cursor - 1] == ">")
        return self.at(start) if self.source.startswith(typed, start) else span

    def at(self, position: int) -> Span:
        start, line = self.known if self.known[0] <= position else (0, 0)
        line += self.source.count("\n", start, position)
        self.known = (position, line)
        return Span(self.path, self.first_line + line, position - self.source.rfind("\n", 0, position))

    def heading(self, number: int) -> Span:
        """The place of the heading with this number, counted from 0."""
        if not self.headings:
            self.headings = tuple(match.start() for match in _HEADING_LINE.finditer(self.source))
        if number < len(self.headings):
            return self.at(self.headings[number])
        return Span(self.path, self.first_line)


class Session:
    """The state of one conversion; made anew for each body, so that no body can leave traces in the next."""

    __slots__ = (
        "places", "language", "budget", "diagnostics", "links", "headings", "ids", "taken", "anchors",
        "definitions", "noted", "notes", "opened", "tables", "bindings", "speakers",
    )  # fmt: skip

    def __init__(self, places: Places, language: str) -> None:
        self.places = places
        self.language = language
        self.budget = Budget()
        self.diagnostics: list[Diagnostic] = []
        self.links: list[Ref] = []
        self.headings: list[Heading] = []
        self.ids: set[str] = set()
        self.taken: dict[str, int] = {}  # id → the highest number put behind it
        self.anchors: list[tuple[str, Span]] = []
        self.definitions: dict[str, str] = {}
        self.noted: list[str] = []  # footnote labels in order of first reference
        self.notes: dict[str, list[int]] = {}  # footnote label → its number, how often it is referred to
        self.opened: list[tuple[str, str]] = []  # raw HTML tags not closed yet: name, and as typed
        self.tables = 0
        self.bindings: list[Binding] = []
        self.speakers: list[Ref] = []  # who is said to speak in a quotation, with role

    def report(self, code: str, span: Span, /, **args: str | int) -> None:
        self.diagnostics.append(fault(code, span, related=(), **args))

    def speaker(self, name: str, typed: str) -> None:
        span = self.places.find(typed)
        self.speakers.append(Ref(name, span.line, span.column))

    def close_tag(self, name: str) -> None:
        for index in range(len(self.opened) - 1, max(len(self.opened) - 50, -1), -1):
            if self.opened[index][0] == name:
                del self.opened[index]
                return

    def slot(self, text: str, span: Span) -> str:
        self.links.append(Ref(text, span.line, span.column))
        return f"slot:{len(self.links) - 1}"

    def link(self, typed: str, raw: str = "") -> str:
        """The `href` to write for a target, or "" when there must be no link. `raw` is the HTML tag it stands in."""
        self.budget.spend(200)
        kind, value, found = links.link(typed, Span(""))
        if kind == "out":
            return value
        span = self.places.find(raw) if raw else self.places.target(typed)
        if found:
            self.budget.spend(2000, typed)  # a near match was looked for
            self.diagnostics.extend(replace(each, span=span) for each in found)
            return ""
        if raw and links.figure(value):
            self.report("ANG113", span)
            return ""
        if kind == "anchor":
            self.anchors.append((value, span))
            return "#" + value
        return self.slot(value, span)

    def image(self, typed: str, alt: str, raw: str = "") -> str:
        """The `src` to write for an image, or "" when it must not be shown."""
        self.budget.spend(200)
        span = self.places.find(raw) if raw else self.places.target(typed)
        value, found = links.image(typed, span)
        self.diagnostics.extend(found)
        if not alt.strip():
            self.report("SIA212", span, value=typed)
        return self.slot(value, span) if value else ""

    def heading(self, level: int, text: str) -> str:
        """Register a heading and return its id."""
        number = len(self.headings)
        previous = self.headings[-1].level if self.headings else 1
        if level == 1:
            self.report("SIA203", self.places.heading(number), text=text)
        elif level > previous + 1:
            self.report("SIA204", self.places.heading(number), text=text, level=level, expected=previous + 1)
        if not text.strip():
            self.report("SIA205", self.places.heading(number))
        name = self._free_id(text)
        self.headings.append(Heading(max(level, 2), name, text))
        return name

    def _free_id(self, text: str) -> str:
        base = slug(text) or "subjudul"
        if base in RESERVED_IDS or base.startswith(("fn-", "fnref-")):
            base = "bagian-" + base
        name, number = base, self.taken.get(base, 1)
        while name in self.ids:
            number += 1
            name = f"{base}-{number}"
        self.taken[base] = number
        self.ids.add(name)
        return name
