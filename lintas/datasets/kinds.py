"""Kinds of the values that the table reader takes without asking: text, number, true/false, list or object.

The library refuses a wrong kind in its own words and without a place; here each has its line and column. A null is a
wrong kind: it means "not given" to a person and nothing at all to the library.
"""

from __future__ import annotations

import codecs
import hashlib

from lintas.datasets.values import EXPECTED, Findings, is_flag, is_text, shape
from lintas.reader import Node, near

_TEXT, _LIST, _MAP = (EXPECTED[kind] for kind in ("text", "list", "map"))
_NUMBER, _FLAG = "123", "true/false"
_RESOURCE = {
    "title": _TEXT, "description": _TEXT, "homepage": _TEXT, "format": _TEXT, "mediatype": _TEXT, "profile": _TEXT,
    "type": _TEXT, "scheme": _TEXT, "compression": _TEXT, "innerpath": _TEXT, "encoding": _TEXT, "hash": _TEXT,
    "bytes": _NUMBER, "fields": _NUMBER, "rows": _NUMBER, "licenses": _LIST, "sources": _LIST, "extrapaths": _LIST,
    "schema": _MAP, "dialect": _MAP,
}  # fmt: skip
_SCHEMA = {
    "title": _TEXT, "description": _TEXT, "fieldsMatch": _TEXT, "missingValues": _LIST, "fields": _LIST,
    "primaryKey": _LIST, "foreignKeys": _LIST,
}  # fmt: skip
_FIELD = {
    "title": _TEXT, "description": _TEXT, "type": _TEXT, "format": _TEXT, "rdfType": _TEXT, "decimalChar": _TEXT,
    "groupChar": _TEXT, "delimiter": _TEXT, "itemType": _TEXT, "bareNumber": _FLAG, "floatNumber": _FLAG,
    "trueValues": _LIST, "falseValues": _LIST, "missingValues": _LIST, "constraints": _MAP,
}  # fmt: skip
_DIALECT = {
    "header": _FLAG, "headerCase": _FLAG, "skipBlankRows": _FLAG, "doubleQuote": _FLAG, "skipInitialSpace": _FLAG,
    "headerRows": _LIST, "commentRows": _LIST, "headerJoin": _TEXT, "commentChar": _TEXT, "delimiter": _TEXT,
    "quoteChar": _TEXT, "escapeChar": _TEXT, "lineTerminator": _TEXT, "nullSequence": _TEXT,
}  # fmt: skip
_SINGLE = ("delimiter", "quoteChar", "escapeChar")  # one character each
_TEXTS = ("missingValues", "trueValues", "falseValues")  # lists of texts
# Of a wrong kind other than null these are reported where they are read.
_READ = ("title", "description", "format", "mediatype", "profile", "schema", "dialect", "primaryKey", "foreignKeys")
_READ_IN_FIELD = ("title", "description", "type", "constraints")
_STRING_FORMATS = ("default", "email", "uri", "binary", "uuid", "wkt")


def check_resource(findings: Findings, node: Node) -> None:
    """Kinds of a resource's own properties, and that its encoding and hash are ones that exist."""
    _kinds(findings, node, _RESOURCE, _READ)
    described = any(key == "schema" for key, _, _, _ in node.entries)
    for key, value, _, _ in node.entries:
        if key == "hash" and is_text(value) and value.text and not _hashes(value.text):
            findings.add("DAT155", value, value=value.text)
        if key == "type" and described and is_text(value) and value.text != "table":
            findings.add("DAT121", value, key=key, value=value.text, allowed="table", hint="")
        if key == "encoding" and is_text(value) and value.text and not _encodes(value.text):
            findings.add("DAT156", value, value=value.text)


def check_schema(findings: Findings, node: Node) -> None:
    _kinds(findings, node, _SCHEMA, (*_READ, "fields"))


def check_field(findings: Findings, node: Node, kind: str) -> None:
    _kinds(findings, node, _FIELD, _READ_IN_FIELD)
    for key, value, _, _ in node.entries:
        if key == "format" and kind == "string" and is_text(value) and value.text not in _STRING_FORMATS:
            hint = near(value.text, _STRING_FORMATS)
            findings.add("DAT121", value, key=key, value=value.text, allowed=", ".join(_STRING_FORMATS), hint=hint)


def check_dialect(findings: Findings, node: Node) -> None:
    """A dialect, and the part of it that Data Package 2 puts under `csv`."""
    for part in (node, *(value for key, value, _, _ in node.entries if key == "csv" and value.kind == "map")):
        given = tuple((key, value) for key, value, _, _ in part.entries if value.kind != "null")
        for key, value in given:
            expected = _DIALECT.get(key, "")
            if expected and not _fits(value, expected):
                findings.add("DAT103", value, key=key, expected=expected, got=shape(value))
            elif key in _SINGLE and len(value.text) != 1:
                findings.add("DAT154", value, key=key, value=value.text)


def _kinds(findings: Findings, node: Node, known: dict[str, str], elsewhere: tuple[str, ...]) -> None:
    for key, value, _, _ in node.entries:
        expected = known.get(key, "")
        if not expected or (key in elsewhere and value.kind != "null"):
            continue
        if not _fits(value, expected):
            findings.add("DAT103", value, key=key, expected=expected, got=shape(value))
        elif key in _TEXTS:
            for item in value.items:
                if not is_text(item) and item.kind != "map":  # objects are a spelling of Data Package 2
                    findings.add("DAT103", item, key=key, expected=_TEXT, got=shape(item))


def _fits(value: Node, expected: str) -> bool:
    if expected == _TEXT:
        return is_text(value)
    if expected == _FLAG:
        return is_flag(value)
    if expected == _NUMBER:
        return value.kind == "text" and value.tag == "int" and not value.text.startswith("-")
    return value.kind == ("list" if expected == _LIST else "map")


def _hashes(text: str) -> bool:
    """`algorithm:hex` or a bare MD5, by an algorithm that can be computed."""
    algorithm, _, digits = text.rpartition(":")
    known = (algorithm or "md5") in hashlib.algorithms_guaranteed and not algorithm.startswith("shake")
    return known and len(digits) == 2 * hashlib.new(algorithm or "md5").digest_size


def _encodes(name: str) -> bool:
    """Whether the name is one of a character encoding; others that Python has, such as rot13, turn text into text."""
    try:
        return codecs.lookup(name)._is_text_encoding and name.lower() not in ("idna", "punycode", "undefined")
    except (LookupError, ValueError):
        return False
