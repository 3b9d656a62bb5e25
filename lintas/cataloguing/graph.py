"""A graph as values: nodes with an IRI, and their properties in the order in which they are read."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gsp": "http://www.opengis.net/ont/geosparql#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class Iri:
    """Something that is described elsewhere in the graph, or nowhere in it."""

    value: str


@dataclass(frozen=True, slots=True)
class Text:
    value: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """A literal with a datatype such as "xsd:date"."""

    value: str
    datatype: str


@dataclass(frozen=True, slots=True)
class Node:
    """`types` and predicates are short names such as "dct:title"; a node as a value belongs to the node around it."""

    iri: str
    types: tuple[str, ...]
    properties: tuple[tuple[str, tuple[Value, ...]], ...]


Value: TypeAlias = Iri | Text | Typed | Node
Given: TypeAlias = Value | Iterable[Value] | None


def node(iri: str, types: str, *properties: tuple[str, Given]) -> Node:
    """A node with those properties that have a value; `types` are separated by spaces."""
    kept = tuple((name, values) for name, given in properties if (values := _values(given)))
    return Node(iri, tuple(types.split()), kept)


def _values(given: Given) -> tuple[Value, ...]:
    if given is None:
        return ()
    if isinstance(given, Iri | Text | Typed | Node):
        return () if _empty(given) else (given,)
    return tuple({_identity(value): value for value in given if not _empty(value)}.values())


def _identity(value: Value) -> Value | str:
    """By which doubles are known; a node need not be compared as a whole."""
    return value.iri if isinstance(value, Node) else value


def _empty(value: Value) -> bool:
    return not isinstance(value, Node) and not value.value


def moment(iso: str) -> Typed:
    """A date, or a date with a time: ISO 8601 knows more ways to write these than XML Schema."""
    if "T" not in iso:
        return Typed(iso, "xsd:date")
    return Typed(datetime.datetime.fromisoformat(iso).isoformat(), "xsd:dateTime")


@dataclass(slots=True)
class Graph:
    """The nodes of one file: its main ones in order, and those that several refer to once each, by IRI."""

    main: list[Node] = field(default_factory=list)
    shared: dict[str, Node] = field(default_factory=dict)

    def share(self, given: Node) -> Iri:
        self.shared.setdefault(given.iri, given)
        return Iri(given.iri)

    def nodes(self) -> list[Node]:
        return [*self.main, *(self.shared[iri] for iri in sorted(self.shared))]
