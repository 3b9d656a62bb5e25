"""A graph as Turtle (RDF 1.1): one block for each node, those that belong to a node after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.cataloguing.graph import PREFIXES, Graph, Iri, Node, Text, Typed, Value

_HEAD = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(PREFIXES.items()))
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]')


def write(graph: Graph) -> bytes:
    blocks = (block for node in graph.nodes() for block in _blocks(node))
    return (_HEAD + "".join(blocks)).encode("utf-8", "replace")


def _blocks(node: Node) -> Iterator[str]:
    lines = [f"a {', '.join(node.types)}"]
    owned: list[Node] = []
    for name, values in node.properties:
        lines.append(f"{name} {', '.join(map(_term, values))}")
        owned += [value for value in values if isinstance(value, Node)]
    yield f"\n<{node.iri}> " + " ;\n    ".join(lines) + " .\n"
    for each in owned:
        yield from _blocks(each)


def _term(value: Value) -> str:
    match value:
        case Node(iri=iri) | Iri(value=iri):
            return f"<{iri}>"
        case Text(value=text, lang=lang):
            return f'"{_escaped(text)}"' + (f"@{lang}" if lang else "")
        case Typed(value=text, datatype=datatype):
            return f'"{_escaped(text)}"^^{datatype}'


def _escaped(text: str) -> str:
    """Controls and marks of direction are spelled out, so that no editor shows the file otherwise than it is."""
    return _SPECIAL.sub(lambda sign: _ESCAPES.get(sign[0]) or f"\\u{ord(sign[0]):04X}", text)
