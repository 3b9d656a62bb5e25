"""A graph as JSON-LD 1.1 with short names: a context of our own, and a tree that reads like a record."""

from __future__ import annotations

import json
from typing import Any

from lintas.cataloguing.graph import PREFIXES, Graph, Iri, Node, Text, Typed, Value

_MARKS = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x2028, 0x2029, 0x7F])
_SPELLED = {sign: f"\\u{sign:04x}" for sign in _MARKS}

# How the values of a property are written: as an address or a record, a text by language, a date, a plain text.
_LINKS = (
    "adms:identifier adms:status dcat:accessURL dcat:contactPoint dcat:dataset dcat:distribution dcat:downloadURL "
    "dcat:endpointDescription dcat:endpointURL dcat:service dcat:servesDataset dcat:first "
    "dcat:hadRole dcat:hasVersion dcat:inSeries dcat:isVersionOf dcat:landingPage dcat:last dcat:mediaType "
    "dcat:packageFormat dcat:compressFormat dcat:prev dcat:next dcat:record dcat:theme dcat:themeTaxonomy "
    "dcatap:availability dct:accessRights dct:accrualPeriodicity dct:conformsTo dct:creator dct:format dct:language "
    "dct:license dct:provenance dct:publisher dct:spatial dct:temporal dct:type foaf:homepage foaf:page "
    "foaf:primaryTopic prov:agent prov:qualifiedAttribution prov:wasDerivedFrom skos:broadMatch skos:exactMatch "
    "skos:inScheme skos:topConceptOf spdx:algorithm spdx:checksum vcard:hasEmail vcard:hasTelephone vcard:hasURL"
)
_TEXTS = "adms:versionNotes dcat:keyword dct:description dct:title skos:definition skos:note skos:prefLabel"
_DATES = "dcat:endDate dcat:startDate dct:issued dct:modified"
_PLAIN = (
    "adms:schemaAgency dcat:bbox dcat:byteSize dcat:centroid dcat:version dct:identifier foaf:name rdfs:label "
    "skos:notation spdx:checksumValue vcard:fn"
)
_TYPES = {
    "dcat:bbox": "gsp:wktLiteral", "dcat:centroid": "gsp:wktLiteral", "dcat:byteSize": "xsd:nonNegativeInteger",
    "spdx:checksumValue": "xsd:hexBinary",
}  # fmt: skip


_RENAMED = {"adms:identifier": "otherIdentifier"}  # beside dct:identifier


def _short(name: str) -> str:
    return _RENAMED.get(name) or name.partition(":")[2]


def _context() -> dict[str, Any]:
    made: dict[str, Any] = {"@version": 1.1, **PREFIXES}
    for name in _LINKS.split():
        made[_short(name)] = {"@id": name, "@type": "@id"}
    made |= {_short(name): {"@id": name, "@container": "@language"} for name in _TEXTS.split()}
    made |= {_short(name): {"@id": name, "@type": "xsd:date"} for name in _DATES.split()}
    for name in _PLAIN.split():
        made[_short(name)] = {"@id": name, "@type": _TYPES[name]} if name in _TYPES else name
    return made


_CONTEXT = _context()
_BY_LANGUAGE = frozenset(_TEXTS.split())
_OWN_TYPE = {**_TYPES, **dict.fromkeys(_DATES.split(), "xsd:date")}


def write(graph: Graph, *, by_line: bool = False) -> bytes:
    made = {"@context": _CONTEXT, "@graph": [_record(node) for node in graph.nodes()]}
    return spelled_by_line(made, "@graph") if by_line else spelled(made)


def spelled(value: object) -> bytes:
    """JSON as people read it; marks of direction are spelled out."""
    return _bytes(json.dumps(value, ensure_ascii=False, indent=1))


def spelled_by_line(value: dict[str, Any], key: str) -> bytes:
    """The same for long lists: the entries of the list under `key` stand on a line each (five times as fast)."""
    head = json.dumps({**value, key: []}, ensure_ascii=False)
    entries = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in value[key])
    before, _, after = head.rpartition("[]")
    return _bytes(f"{before}[\n{entries}\n]{after}")


def _bytes(text: str) -> bytes:
    return (text.translate(_SPELLED) + "\n").encode("utf-8", "replace")


def _record(node: Node) -> dict[str, Any]:
    types = [*node.types]
    made: dict[str, Any] = {"@id": node.iri, "@type": types[0] if len(types) == 1 else types}
    for name, values in node.properties:
        made[_short(name)] = _languages(values) if name in _BY_LANGUAGE else _one([_value(name, v) for v in values])
    return made


def _one(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _languages(values: tuple[Value, ...]) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for value in values:
        if isinstance(value, Text):
            found.setdefault(value.lang or "@none", []).append(value.value)
    return {lang: _one(texts) for lang, texts in found.items()}


def _value(name: str, value: Value) -> Any:
    match value:
        case Node():
            return _record(value)
        case Iri(value=iri):
            return iri
        case Text(value=text, lang=lang):
            return {"@value": text, "@language": lang} if lang else text
        case Typed(value=text, datatype=datatype):
            return text if _OWN_TYPE.get(name) == datatype else {"@value": text, "@type": datatype}
