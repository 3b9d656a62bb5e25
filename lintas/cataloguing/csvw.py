"""What a CSV holds, after CSV on the Web: the file `<name>.csv-metadata.json` that readers look for beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lintas.cataloguing import iris
from lintas.cataloguing.authorities import LICENCES
from lintas.cataloguing.csvw_types import datatype
from lintas.cataloguing.descriptors import Json, missing_values, resources, schema
from lintas.model import ForeignKey, Resource
from lintas.packages import file_name
from lintas.presenting import machines
from lintas.relate import Himpunan

_CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "id"}]
_DIALECT = {
    "delimiter": ("delimiter", ","),
    "quoteChar": ("quoteChar", '"'),
    "doubleQuote": ("doubleQuote", True),
    "skipInitialSpace": ("skipInitialSpace", False),
    "header": ("header", True),
    "commentChar": ("commentPrefix", ""),
}  # of Data Package → of CSVW, and the default of both


def metadata(item: Himpunan, package: Json, name: str) -> Json:
    """Of one file. With foreign keys it tells of the tables behind them as well, which must stand in one group."""
    tables = {resource.name: resource for resource in machines.described(item)}
    first = next(resource for resource in tables.values() if file_name(resource) == name)
    group = _reached(item, tables, first)
    made = [_table(item, resources(package)[resource.name], resource) for resource in group]
    head: Json = {"@context": _CONTEXT}
    if len(made) == 1:
        return head | made[0]
    return head | {"tables": made}


def _reached(item: Himpunan, tables: dict[str, Resource], first: Resource) -> list[Resource]:
    found = [first]
    for resource in found:
        for key in _keys(item, resource, tables):
            target = tables[key.resource or resource.name]
            if target not in found:
                found.append(target)
    return found


def _keys(item: Himpunan, resource: Resource, tables: dict[str, Resource]) -> Iterator[ForeignKey]:
    """Foreign keys that CSVW can state: to another CSV, from columns without gaps (a gap would be a broken key)."""
    facts = next(table for table in item.facts.tables if table.resource == resource.name)
    gaps = {column.name for column in facts.columns if column.missing}
    for key in resource.foreign_keys:
        if (key.resource or resource.name) in tables and not gaps.intersection(key.fields):
            yield key


def _table(item: Himpunan, described: Json, resource: Resource) -> Json:
    tables = {each.name: each for each in machines.described(item)}
    licence = next((LICENCES[link.title].iri if link.title in LICENCES else iris.web(link.url)
                    for link in item.dataset.licences), "")  # fmt: skip
    columns = [_column(field, described) for field in schema(described).get("fields", [])]
    keys = [_foreign_key(key, tables[key.resource or resource.name]) for key in _keys(item, resource, tables)]
    table_schema: Json = {
        "columns": columns,
        "primaryKey": [column_name(name) for name in resource.primary_key],
        "foreignKeys": keys,
        "null": missing_values(described),
    }
    made: Json = {
        "url": iris.part(file_name(resource)),
        "lang": "id",
        "dc:title": resource.title,
        "dc:description": resource.description,
        "dc:license": {"@id": licence} if licence else "",
        "dialect": _dialect(described),
        "tableSchema": {key: value for key, value in table_schema.items() if value != []},
    }
    return {key: value for key, value in made.items() if value not in ("", {})}


def _foreign_key(key: ForeignKey, target: Resource) -> Json:
    return {
        "columnReference": [column_name(name) for name in key.fields],
        "reference": {
            "resource": iris.part(file_name(target)),
            "columnReference": [column_name(name) for name in key.reference_fields],
        },
    }


def _column(field: Json, described: Json) -> Json:
    """Titles begin with the header as it stands in the file: by that a reader knows the column again.

    Their language is that of the context. Told for each title it would be the same, but the csvw library then no
    longer finds columns whose header is no variable.
    """
    name, title = str(field["name"]), str(field.get("title") or "")
    constraints = field.get("constraints") or {}
    made: Json = {
        "name": column_name(name),
        "titles": [name, title] if title and title != name else name,
        "dc:description": str(field.get("description") or ""),
        "datatype": datatype(field),
        "required": constraints.get("required") is True,
        "schema:unitText": str(field.get("x-satuan") or ""),
        "dc:subject": str(field.get("x-konsep") or ""),
    }
    return {key: value for key, value in made.items() if value not in ("", False)}


def column_name(name: str) -> str:
    """A column's name as a variable of a URI template: letters, digits and `_`, which it may not begin with."""
    made = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "_.") else _encoded(sign) for sign in name)
    return f"%5F{made[1:]}" if made.startswith("_") else made


def _encoded(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "replace"))


def _dialect(described: Json) -> Json:
    """What differs from the defaults of CSVW."""
    given: Any = described.get("dialect")
    given = given if isinstance(given, dict) else {}
    made: Json = {
        ours: given[theirs] for theirs, (ours, usual) in _DIALECT.items() if given.get(theirs, usual) != usual
    }
    encoding = str(described.get("encoding") or "utf-8").lower()
    return made | ({"encoding": encoding} if encoding not in ("utf-8", "utf8") else {})
