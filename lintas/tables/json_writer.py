"""A table as a JSON array of objects: UTF-8, numbers as numbers with every digit of the source, one row a line."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from lintas.model import Dataset
from lintas.tables.opened import opened

_NATIVE = ("array", "boolean", "geojson", "integer", "number", "object", "string", "year")


def write_json(place: tuple[Path, Dataset], resource: str) -> bytes:
    target = io.StringIO()
    with opened(place, resource, _NATIVE) as table:
        keys = [_text(name) for name in table.names]
        separator = "[\n"
        for row in table.rows:
            target.write(
                separator + "{" + ", ".join(f"{key}: {_value(v)}" for key, v in zip(keys, row, strict=True)) + "}"
            )
            separator = ",\n"
    target.write("\n]\n" if separator != "[\n" else "[]\n")
    return target.getvalue().encode("utf-8", errors="surrogatepass")


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _value(value: Any) -> str:
    if isinstance(value, Decimal):
        return str(value) if value.is_finite() else _text(str(value))
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return _text(str(value))
    return json.dumps(value, ensure_ascii=False, default=str)
