"""`Map`: typed access to an authored mapping. It collects what is wrong and returns a usable value every time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Ref
from lintas.reader.dates import read_date
from lintas.reader.nearness import near
from lintas.reader.nodes import Node, broken, empty

_TRUE = frozenset({"true", "ya", "yes", "benar"})
_FALSE = frozenset({"false", "tidak", "no", "salah"})
_GLUED_DASH = re.compile(r"-[^\s\d-]")
_SHAPES = {"text": "KFG134", "map": "KFG136"}


class Map:
    """One authored mapping: its node, the file it stands in, and the list that receives the diagnostics.

    A node that is no mapping is reported once and then treated as empty. An empty value (`kunci:`) counts as absent.
    In a `broken` file no required key is missed: its syntax fault is reported already.
    """

    __slots__ = ("_values", "diagnostics", "node", "path")

    def __init__(self, node: Node, path: str, diagnostics: list[Diagnostic]) -> None:
        self.node = node
        self.path = path
        self.diagnostics = diagnostics
        self._values = {entry[0]: entry[1] for entry in node.entries}
        if node.kind not in ("map", "null"):
            self.diagnostics.append(fault("KFG150", self.span()))

    @property
    def usable(self) -> bool:
        """False when there is nothing to ask: the file did not parse, or holds no mapping. Reported already."""
        return self.node.tag != "error" and self.node.kind in ("map", "null")

    # --- places and findings ---

    def keys(self) -> tuple[str, ...]:
        """Authored keys, in the order of the file."""
        return tuple(self._values)

    def has(self, key: str) -> bool:
        """Whether `key` stands there with a value."""
        return self.get(key) is not None

    def get(self, key: str) -> Node | None:
        """The raw value, or None when the key is absent or empty."""
        node = self._values.get(key)
        return None if node is None or node.kind == "null" else node

    def span(self, key: str = "") -> Span:
        """Where the value of `key` stands; the map itself for "" and for an absent key."""
        node = self._values.get(key, self.node)
        return Span(self.path, node.line, node.column)

    def key_span(self, key: str) -> Span:
        """Where the key itself stands."""
        for name, _, line, column in self.node.entries:
            if name == key:
                return Span(self.path, line, column)
        return self.span()

    def report(self, code: str, key: str = "", /, **args: Any) -> None:
        """Add a diagnostic of the caller's own at the value of `key`."""
        self.diagnostics.append(fault(code, self.span(key), **args))

    def unknown(self, allowed: Iterable[str], synonyms: Mapping[str, str] | None = None) -> None:
        """Report every key that is not `allowed`; `synonyms` maps words people try (`title`) to the right key."""
        known = tuple(allowed)
        for key, _, line, column in self.node.entries:
            if key not in known:
                hint = (synonyms or {}).get(key.casefold(), "") or near(key, known)
                hint = hint if hint in known else near(key, known)
                self.diagnostics.append(fault("KFG132", Span(self.path, line, column), key=key, hint=hint))

    # --- single values ---

    def text(self, key: str, default: str = "", required: bool = False) -> str:
        """Text as typed, without white space around it. Numbers and dates are text here too."""
        node = self._scalar(key, required)
        return node.text.strip() if node else default

    def ref(self, key: str, required: bool = False) -> Ref:
        """One reference with its place; `Ref("")` when absent."""
        node = self._scalar(key, required)
        return Ref(node.text.strip(), node.line, node.column) if node else Ref("")

    def date(self, key: str, required: bool = False, *, time: bool = False) -> str:
        """ISO date, or with `time` also an ISO date-time with zone; "" when absent or wrong."""
        node = self._scalar(key, required)
        if node is None:
            return ""
        outcome = read_date(node.text.strip(), Span(self.path, node.line, node.column), time=time)
        self.diagnostics.extend(outcome.diagnostics)
        return outcome.value

    def flag(self, key: str, default: bool = False) -> bool:
        """true/false, ya/tidak."""
        node = self._scalar(key, False)
        word = node.text.strip().casefold() if node else ""
        if word and word not in _TRUE and word not in _FALSE:
            self.report("KFG137", key, key=key, value=word)
        return word in _TRUE if word in _TRUE or word in _FALSE else default

    def integer(self, key: str, default: int = 0, *, minimum: int = 0, maximum: int = 10**9) -> int:
        """A whole number within bounds; `default` when absent or wrong."""
        node = self._scalar(key, False)
        if node is None:
            return default
        value = node.text.strip()
        if not re.fullmatch(r"[+-]?[0-9]{1,10}", value):
            self.report("KFG138", key, key=key, value=value)
            return default
        if not minimum <= int(value) <= maximum:
            self.report("KFG139", key, key=key, value=value, minimum=minimum, maximum=maximum)
            return default
        return int(value)

    def choice(self, key: str, allowed: Iterable[str], default: str = "", required: bool = False) -> str:
        """One of `allowed`; `default` when absent or wrong."""
        node = self._scalar(key, required)
        known = tuple(allowed)
        if node is None:
            return default
        value = node.text.strip()
        if value in known:
            return value
        self.report("KFG140", key, key=key, value=value, allowed=", ".join(known), hint=near(value, known))
        return default

    def url(self, key: str, default: str = "", required: bool = False, *, schemes: Iterable[str] = ("https",)) -> str:
        """An absolute address with one of `schemes` and a host name; `default` when absent or wrong."""
        node = self._scalar(key, required)
        if node is None:
            return default
        value = node.text.strip()
        if is_url(value, tuple(schemes)):
            return value
        hint = f"https://{value.split('://')[-1]}"
        self.report("KFG147", key, key=key, value=value, hint=hint if is_url(hint, ("https",)) else "")
        return default

    # --- collections ---

    def nodes(self, key: str, required: bool = False) -> tuple[Node, ...]:
        """The members of a list; a single value counts as a list of one. Empty members are reported and left out."""
        node = self._present(key, required)
        if node is None:
            return ()
        members = node.items if node.kind == "list" else (node,)
        for member in members:
            if member.kind == "null":
                self.diagnostics.append(fault("KFG145", Span(self.path, member.line, member.column), key=key))
        return tuple(member for member in members if member.kind != "null")

    def texts(self, key: str, required: bool = False) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        return tuple(ref.text for ref in self.refs(key, required))

    def refs(self, key: str, required: bool = False) -> tuple[Ref, ...]:
        """A list of texts, each with its place; doubled members are reported and kept once."""
        found: dict[str, Ref] = {}
        for node in self.nodes(key, required):
            if not self._is(node, "text", key):
                continue
            ref = Ref(node.text.strip(), node.line, node.column)
            if found.setdefault(ref.text, ref) is not ref:
                self.diagnostics.append(fault("KFG146", Span(self.path, ref.line, ref.column), key=key, value=ref.text))
        return tuple(found.values())

    def choices(self, key: str, allowed: Iterable[str], default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts out of `allowed`; wrong members are reported and left out, none left means `default`."""
        known = tuple(allowed)
        good = []
        for ref in self.refs(key):
            if ref.text in known:
                good.append(ref.text)
                continue
            hint = near(ref.text, known)
            here, words = Span(self.path, ref.line, ref.column), ", ".join(known)
            self.diagnostics.append(fault("KFG140", here, key=key, value=ref.text, allowed=words, hint=hint))
        return tuple(good) or default

    def map(self, key: str, required: bool = False) -> Map:
        """The mapping under `key`; an empty one, standing at this map's place, when it is absent."""
        node = self._present(key, required)
        if node is not None and not self._is(node, "map", key):
            node = broken(node.line, node.column)
        return Map(node or empty(self.node.line, self.node.column), self.path, self.diagnostics)

    def maps(self, key: str, required: bool = False) -> tuple[Map, ...]:
        """A list of mappings; a single mapping counts as a list of one."""
        nodes = self.nodes(key, required)
        return tuple(Map(node, self.path, self.diagnostics) for node in nodes if self._is(node, "map", key))

    # --- within ---

    def _present(self, key: str, required: bool) -> Node | None:
        node = self.get(key)
        if node is None and required and self.usable:
            there = key in self._values
            place = self.key_span(key) if there else self.span()
            self.diagnostics.append(fault("KFG131" if there else "KFG130", place, key=key))
        return node

    def _scalar(self, key: str, required: bool) -> Node | None:
        node = self._present(key, required)
        if node is None or not self._is(node, "text", key):
            return None
        if not node.text.strip():
            if required:
                self.diagnostics.append(fault("KFG131", self.key_span(key), key=key))
            return None
        return node

    def _is(self, node: Node, kind: str, key: str) -> bool:
        if node.kind != kind:
            self._shape(node, kind, key)
            return False
        if kind == "text" and _GLUED_DASH.match(node.text) and node.tag == "str" and " -" in f" {node.text}":
            self.diagnostics.append(fault("KFG144", Span(self.path, node.line, node.column), key=key, value=node.text))
            return False
        return True

    def _shape(self, node: Node, kind: str, key: str) -> None:
        value = node.text or {"list": "[…]", "map": "{…}"}.get(node.kind, "")
        self.diagnostics.append(fault(_SHAPES[kind], Span(self.path, node.line, node.column), key=key, value=value))


def is_url(value: str, schemes: tuple[str, ...]) -> bool:
    """Whether `value` is an absolute address with one of `schemes`, a host name and no white space."""
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return False
    plain = not re.search(r"[\s<>\"{}|\\^`]", value)
    return plain and parts.scheme in schemes and bool(re.fullmatch(r"[\w-]+(\.[\w-]+)+|localhost", host))
