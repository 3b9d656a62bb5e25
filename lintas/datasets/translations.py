"""`x-terjemahan`: what a descriptor says in other languages, text by text; what it translates must be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintas.datasets.values import EXPECTED, Findings, is_text, member, shape, text, texts, unknown_keys
from lintas.model import Resource, Terjemahan, View
from lintas.reader import Node, near

KEY = "x-terjemahan"
LANGUAGES = ("en",)
PROPERTIES = ("title", "description", "keywords", "x-catatan", "resources", "fields", "views")
_OF_TABLE = ("title", "description", "fields")
_OF_FIELD = ("title", "description", "x-konsep")

Text = tuple[str, str]


def read_translations(
    findings: Findings, package: Node, resources: tuple[Resource, ...], views: tuple[View, ...]
) -> tuple[Terjemahan, ...]:
    """Translations by language. TER201 a language that portals do not have, TER202 a name that is not there."""
    given = member(package, KEY)
    if given is None or not _is_map(findings, given, KEY):
        return ()
    made = []
    for language, node, line, column in given.entries:
        if language not in LANGUAGES:
            place = Node("text", language, (), (), line, column, "str")
            findings.add("TER201", place, value=language, allowed=", ".join(LANGUAGES))
        elif _is_map(findings, node, language):
            made.append(Terjemahan(language, tuple(_texts(findings, (package, node), resources, views))))
    return tuple(made)


def _texts(
    findings: Findings, nodes: tuple[Node, Node], resources: tuple[Resource, ...], views: tuple[View, ...]
) -> Iterator[Text]:
    package, node = nodes
    unknown_keys(findings, node, PROPERTIES)
    yield from _own(findings, node, "", ("title", "description"))
    yield from _list(findings, nodes, "keywords")
    yield from _list(findings, (package, node), "x-catatan")
    tables = {resource.name: [field.name for field in resource.fields] for resource in resources}
    for name, each in _named(findings, node, "resources", tables):
        yield from _own(findings, each, f"resources.{name}.", _OF_TABLE)
        for field, text_ in _named(findings, each, "fields", tables[name]):
            yield from _own(findings, text_, f"resources.{name}.fields.{field}.", _OF_FIELD)
    fields = dict.fromkeys(field.name for resource in resources for field in resource.fields)
    for name, each in _named(findings, node, "fields", fields):
        yield from _own(findings, each, f"fields.{name}.", _OF_FIELD)
    for name, each in _named(findings, node, "views", [view.name for view in views]):
        yield from _own(findings, each, f"views.{name}.", ("title",))


def _own(findings: Findings, node: Node, prefix: str, keys: tuple[str, ...]) -> Iterator[Text]:
    """The texts of one thing; its title alone may be written as a text."""
    if is_text(node):
        yield f"{prefix}title", " ".join(node.text.split())
        return
    if prefix:
        unknown_keys(findings, node, keys)
    for key in keys:
        if key == "fields":
            continue
        if found := " ".join(text(findings, node, key).split()):
            yield f"{prefix}{key}", found


def _list(findings: Findings, nodes: tuple[Node, Node], key: str) -> Iterator[Text]:
    """A list that is translated member by member. TER203: it has not as many members as the original."""
    package, node = nodes
    if member(node, key) is None:
        return
    made, original = texts(findings, node, key), member(package, key)
    count = 0 if original is None else len(original.items) if original.kind == "list" else 1
    if len(made) != count:
        findings.add("TER203", member(node, key), key=key, n=len(made), of=count)
        return
    yield from ((f"{key}.{n}", " ".join(each.text.split())) for n, each in enumerate(made))


def _named(findings: Findings, node: Node, key: str, known: Iterable[str]) -> Iterator[tuple[str, Node]]:
    """The members of a map whose keys are names of the dataset."""
    given, names = member(node, key), tuple(known)
    if given is None or not _is_map(findings, given, key):
        return
    for name, each, line, column in given.entries:
        if name not in names:
            place = Node("text", name, (), (), line, column, "str")
            findings.add("TER202", place, key=key, value=name, hint=near(name, names) or "–")
        elif is_text(each) or _is_map(findings, each, name):
            yield name, each


def _is_map(findings: Findings, node: Node, key: str) -> bool:
    if node.kind != "map":
        findings.add("DAT103", node, key=key, expected=EXPECTED["map"], got=shape(node))
    return node.kind == "map"
