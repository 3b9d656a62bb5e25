"""The published descriptor of a dataset, read back: what the portal knows of tables only as JSON."""

from __future__ import annotations

import json
from typing import Any

from lintas.outputs import Reading
from lintas.relate import Himpunan

Json = dict[str, Any]


def published(item: Himpunan, reading: Reading) -> Json:
    export = next(export for export in item.facts.exports if export.kind == "descriptor")
    package: Json = json.loads(reading.export(export.key))
    return package


def resources(package: Json) -> dict[str, Json]:
    """By name. Frictionless and we have judged them: names are there and are unique."""
    return {str(resource["name"]): resource for resource in package["resources"]}


def schema(resource: Json) -> Json:
    given = resource.get("schema")
    return given if isinstance(given, dict) else {}


def missing_values(resource: Json) -> list[str]:
    """Texts that mean "no value"; Data Package 2 also writes them as objects."""
    given = schema(resource).get("missingValues", [""])
    found = [value.get("value", "") if isinstance(value, dict) else value for value in given]
    return [str(value) for value in found]
