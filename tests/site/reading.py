"""A page as checks see it: head, headings, landmarks, links, tables, and every address that it names."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_ADDRESSES = {
    "a": "href", "link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src",
    "object": "data", "embed": "src", "form": "action",
}  # fmt: skip
_LANDMARKS = {"nav", "main", "aside"}
_DATA = {"application/json", "application/ld+json"}  # blocks of data, which no policy concerns and no browser runs


@dataclass(slots=True)
class Table:
    caption: str = ""
    column_headers: int = 0
    row_headers: int = 0
    bare_headers: int = 0  # th without scope
    rows: int = 0
    awaited: bool = False  # in a part that is hidden until a script has filled it
    framed: bool = False  # inside a region that scrolls and that the keyboard reaches


@dataclass(slots=True)
class Page:
    lang: str = ""
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    canonical: str = ""
    feeds: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    landmarks: list[tuple[str, str]] = field(default_factory=list)  # (role, name)
    links: list[tuple[str, str]] = field(default_factory=list)  # (address, text)
    loaded: list[str] = field(default_factory=list)  # addresses that the browser fetches by itself
    pictures: list[dict[str, str | None]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)  # what the security policy would refuse


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._hidden: list[bool] = []  # for each open div
        self.page = Page()
        self._text: list[str] | None = None
        self._href = ""
        self._regions: list[bool] = []  # for each open div, whether it is a focusable region
        self._inside_table = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._note_attributes(tag, given)
        self._note_head(tag, given)
        self._note_body(tag, given)

    def _note_attributes(self, tag: str, given: dict[str, str | None]) -> None:
        page = self.page
        if given.get("id"):
            page.ids.append(given["id"] or "")
        page.inline += [f"<{tag} {name}>" for name in given if name == "style" or name.startswith("on")]
        data = given.get("type") in _DATA
        if tag == "style" or (tag == "script" and not given.get("src") and not data):
            page.inline.append(f"<{tag}>")
        address = given.get(_ADDRESSES.get(tag, ""))
        fetched = tag != "link" or given.get("rel") in {"stylesheet", "preload", "icon", "modulepreload"}
        if address and tag != "a" and fetched:
            page.loaded.append(address)

    def _note_head(self, tag: str, given: dict[str, str | None]) -> None:
        page = self.page
        if tag == "html":
            page.lang = given.get("lang") or ""
        elif tag == "meta":
            page.meta[given.get("name") or given.get("http-equiv") or given.get("property") or ""] = (
                given.get("content") or ""
            )
        elif tag == "link" and given.get("rel") == "canonical":
            page.canonical = given.get("href") or ""
        elif tag == "link" and given.get("type") == "application/atom+xml":
            page.feeds.append(given.get("href") or "")
        elif tag == "title" and not page.title:
            self._text = []

    def _note_body(self, tag: str, given: dict[str, str | None]) -> None:
        page = self.page
        name = given.get("aria-label") or given.get("aria-labelledby") or ""
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            page.headings.append(int(tag[1]))
        elif tag in _LANDMARKS or given.get("role") == "region" or (tag == "section" and name):
            page.landmarks.append((tag, name))
        if tag == "div":
            self._hidden.append("hidden" in given)
            self._regions.append(given.get("role") == "region" and given.get("tabindex") == "0" and bool(name))
        elif tag == "a":
            self._href, self._text = given.get("href") or "", [given.get("aria-label") or ""]
        elif tag == "img":
            page.pictures.append(given)
            if self._text is not None:
                self._text.append(given.get("alt") or "")
        elif tag == "table":
            page.tables.append(Table(framed=any(self._regions), awaited=any(self._hidden)))
            self._inside_table = True
        elif self._inside_table:
            self._note_table(tag, given)

    def _note_table(self, tag: str, given: dict[str, str | None]) -> None:
        table = self.page.tables[-1]
        if tag == "caption":
            self._text = []
        elif tag == "tr":
            table.rows += 1
        elif tag == "th":
            table.column_headers += given.get("scope") == "col"
            table.row_headers += given.get("scope") == "row"
            table.bare_headers += "scope" not in given

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._regions:
            self._regions.pop()
            self._hidden.pop()
        elif tag == "table":
            self._inside_table = False
        elif tag in {"title", "a", "caption"} and self._text is not None:
            text = " ".join("".join(self._text).split())
            self._text = None
            if tag == "title":
                self.page.title = text
            elif tag == "a":
                if self._href or text:  # without both it is the empty slot of a <template>, which a script fills
                    self.page.links.append((self._href, text))
            else:
                self.page.tables[-1].caption = text


def read(html: str) -> Page:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page
