"""One HTML page of a finished tree, read with a parser that takes anything (pure).

libxml2 reads as browsers do; nothing is loaded from elsewhere. What it sees is judged here as far as the page alone
can tell; what needs the others is left in the `Sight`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from lintas.verify import policy, texts
from lintas.verify.ground import Ground
from lintas.verify.sights import Notes, Sight

if TYPE_CHECKING:
    from lxml.etree import HTMLParser, _Element

Attributes = Mapping[str, str]
_LOADING = frozenset("stylesheet icon preload modulepreload prefetch preconnect dns-prefetch manifest mask-icon "
                     "apple-touch-icon apple-touch-icon-precomposed shortcut".split())  # fmt: skip
_LOADED: Final[Mapping[str, tuple[str, ...]]] = {
    "img": ("src",), "source": ("src",), "script": ("src",), "video": ("src", "poster"), "audio": ("src",),
    "track": ("src",), "iframe": ("src",), "embed": ("src",), "object": ("data",), "input": ("src",),
    "use": ("href", "xlink:href"), "image": ("href", "xlink:href"), "body": ("background",),
}  # fmt: skip
_LINKED: Final[Mapping[str, str]] = {"a": "href", "area": "href", "form": "action", "blockquote": "cite", "q": "cite"}
_REFRESH = re.compile(r"\s*\d*\s*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]*)", re.IGNORECASE)


def look(path: str, data: bytes, ground: Ground) -> Sight:
    """The page at `path`."""
    reader = _Page(path, ground)
    root = _parsed(data, reader.notes)
    if root is None:
        return Sight(path, "page", hidden=True, faults=tuple(reader.notes.found))
    for element in root.iter():
        if isinstance(element.tag, str):
            reader.element(element, element.tag, dict(element.items()))
    return reader.sight()


def _parsed(data: bytes, notes: Notes) -> _Element | None:
    from lxml import etree

    if not texts.utf8(data):
        notes.add("LUA221")
    try:
        root: _Element | None = etree.fromstring(data.replace(b"\0", b""), _parser(etree.HTMLParser))
    except (etree.LxmlError, ValueError) as error:
        notes.add("LUA222", reason=getattr(error, "msg", error) or "–")
        return None
    if root is None:
        notes.add("LUA222", reason="–")
    return root


def _parser(make: Callable[..., HTMLParser]) -> HTMLParser:
    return make(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)


def own_address(data: bytes, ground: Ground) -> str:
    """The canonical address of a home page, cut to its folder; "" when it tells none."""
    root = _parsed(data, Notes(""))
    links = root.iterfind(".//link") if root is not None else ()
    hrefs = (str(link.get("href") or "") for link in links if "canonical" in (link.get("rel") or "").lower().split())
    address = next(hrefs, "")
    place = ground.locate("index.html", address)
    return address.removesuffix("index.html") if place.kind == "foreign" and "//" in address else ""


class _Page:
    """A page while it is read. State: what was seen of it so far."""

    def __init__(self, path: str, ground: Ground) -> None:
        self.path, self.ground, self.notes = path, ground, Notes(path)
        self.ids: dict[str, int] = {}
        self.targets: dict[tuple[str, str], int] = {}
        self.named: list[tuple[str, str]] = []
        self.canonicals: list[str] = []
        self.alternates: list[tuple[str, str]] = []
        self.modules: list[str] = []
        self.started: list[str] = []  # names in data-module
        self.hidden = self.moved = self.guarded = self.titled = self.spoken = False
        self.images = 0

    def element(self, element: _Element, tag: str, given: Attributes) -> None:
        line = element.sourceline or 0
        self._names(tag, given, line)
        self._attributes(tag, given, line)
        for key in _LOADED.get(tag, ()):
            if key in given:
                self.load(given[key], tag, line)
        if tag in _LINKED and _LINKED[tag] in given:
            self.follow(given[_LINKED[tag]], line)
        special = _SPECIAL.get(tag)
        if special:
            special(self, element, given, line)

    def _attributes(self, tag: str, given: Attributes, line: int) -> None:
        for key, value in given.items():
            if key == "style" or key.startswith("on"):
                self.notes.add("LUA242", line, what=f"{tag} {key}")
            elif key == "data-module":
                self.started.append(value)
            elif key in ("srcset", "imagesrcset"):
                for each in filter(None, map(str.strip, value.split(","))):
                    self.load(each.split()[0], tag, line)
            elif value.lstrip().lower().startswith("javascript:"):
                self.notes.add("LUA242", line, what=f"{tag} {key}=javascript:")

    def _names(self, tag: str, given: Attributes, line: int) -> None:
        name = given.get("id")
        if name is None:
            if tag == "a" and given.get("name"):
                self.ids.setdefault(given["name"], line)
            return
        if name in self.ids:
            self.notes.add("LUA203", line, id=name)
        self.ids.setdefault(name, line)

    def follow(self, raw: str, line: int) -> None:
        """An address that a reader may go to: of ours it must be there."""
        place = self.ground.locate(self.path, raw)
        if place.kind == "inside":
            self.targets.setdefault((place.path, place.anchor), line)
        elif place.kind == "beyond":
            self.notes.add("LUA201", line, target=raw)

    def load(self, raw: str, tag: str, line: int) -> None:
        """An address that the browser fetches by itself: of ours, and there."""
        place = self.ground.locate(self.path, raw)
        if place.kind == "foreign" or (place.kind == "other" and place.path not in ("data", "blob")):
            self.notes.add("LUA243", line, what=tag, host=place.path or raw)
        else:
            self.follow(raw, line)

    def image(self, element: _Element, given: Attributes, line: int) -> None:
        self.images += 1
        if not (given.get("width", "").isdigit() and given.get("height", "").isdigit()):
            self.notes.add("LUA206", line, source=given.get("src", ""))
        if "alt" not in given:
            self.notes.add("LUA207", line, source=given.get("src", ""))

    def script(self, element: _Element, given: Attributes, line: int) -> None:
        kind = given.get("type", "").strip().lower()
        if kind not in policy.RUNNING:
            if kind.endswith("json"):
                texts.json_block(element.text or "", self.notes, line)
            return
        if "src" not in given:
            self.notes.add("LUA242", line, what="script")
            return
        self.modules.append(self.ground.locate(self.path, given["src"]).path)
        if kind != "module" and "async" not in given and "defer" not in given:
            self.notes.add("LUA244", line, source=given["src"])

    def link(self, element: _Element, given: Attributes, line: int) -> None:
        rel, href = set(given.get("rel", "").lower().split()), given.get("href", "")
        if rel & _LOADING:
            self.load(href, "link", line)
            if "stylesheet" in rel:
                self.modules.append(self.ground.locate(self.path, href).path)
        elif "canonical" in rel:
            self.canonicals.append(href)
        elif "alternate" in rel and given.get("hreflang"):
            place = self.ground.locate(self.path, href)
            if place.kind == "inside":
                self.alternates.append((given["hreflang"].lower(), place.path))
                self.named.append((place.path, f"hreflang {given['hreflang']}"))
        else:
            self.follow(href, line)

    def meta(self, element: _Element, given: Attributes, line: int) -> None:
        name = (given.get("http-equiv") or given.get("name") or given.get("property") or "").lower()
        content = given.get("content", "")
        if name == "content-security-policy":
            self.guarded = True
            for word in policy.loose(content):
                self.notes.add("LUA241", line, word=word)
        elif name == "refresh":
            self.moved = True
            target = _REFRESH.match(content)
            if target and target[1]:
                self.follow(target[1], line)
        elif name in ("robots", "googlebot") and "noindex" in content.lower():
            self.hidden = True
        elif name in ("og:image", "og:url", "twitter:image"):
            place = self.ground.locate(self.path, content)
            if place.kind == "inside":
                self.named.append((place.path, name))

    def title(self, element: _Element, given: Attributes, line: int) -> None:
        parent = element.getparent()
        if parent is None or parent.tag != "svg":
            self.titled = self.titled or bool((element.text or "").strip())

    def root(self, element: _Element, given: Attributes, line: int) -> None:
        self.spoken = bool(given.get("lang", "").strip())

    def base(self, element: _Element, given: Attributes, line: int) -> None:
        if "href" in given:
            self.inline(element, given, line)

    def inline(self, element: _Element, given: Attributes, line: int) -> None:
        self.notes.add("LUA242", line, what=str(element.tag))

    def sight(self) -> Sight:
        """What the page alone tells, said after all of it was read."""
        lacking = [what for what, there in (("<title>", self.titled), ("lang", self.spoken)) if not there]
        for what in lacking:
            self.notes.add("LUA223", what=what)
        if not self.guarded:
            self.notes.add("LUA240")
        return Sight(
            path=self.path,
            kind="page",
            targets=tuple((path, anchor, line) for (path, anchor), line in self.targets.items()),
            named=tuple(self.named),
            ids=frozenset(self.ids),
            canonical=self._canonical(),
            alternates=tuple(self.alternates),
            hidden=self.hidden or self.moved,
            modules=tuple(self.modules + self._starting()),
            images=self.images,
            faults=tuple(self.notes.found),
        )

    def _starting(self) -> list[str]:
        """Modules that the start module fetches because the page asks for them; they lie beside it."""
        folders = {path.rpartition("/")[0] for path in self.modules if path.endswith("/main.mjs")}
        return [f"{folder}/{name}.mjs" for folder in sorted(folders) for name in dict.fromkeys(self.started)]

    def _canonical(self) -> str:
        if len(set(self.canonicals)) > 1:
            self.notes.add("LUA211", count=len(set(self.canonicals)))
        if not self.canonicals:
            if not (self.hidden or self.moved or self.path == "404.html"):
                self.notes.add("LUA212")
            return ""
        place = self.ground.locate(self.path, self.canonicals[0])
        if place.kind != "inside":
            if self.ground.base_url:
                self.notes.add("LUA213", address=self.canonicals[0], where="canonical")
            return ""
        self.named.append((place.path, "canonical"))
        return place.path


_SPECIAL: Final[Mapping[str, Callable[[_Page, _Element, Attributes, int], None]]] = {
    "html": _Page.root,
    "title": _Page.title,
    "meta": _Page.meta,
    "link": _Page.link,
    "script": _Page.script,
    "style": _Page.inline,
    "base": _Page.base,
    "img": _Page.image,
}
