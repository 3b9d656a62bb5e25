"""One column as the explorer in the reader's browser takes it: numbers as whole numbers of a scale, the rest by codes.

Every value of a column that is not plainly numeric stands once, in the order in which a reader would sort it, so that
a browser sorts by comparing codes. Numbers beyond 2^53, or written in ways that a scale cannot give back, do so too.
"""

from __future__ import annotations

import json
import re
import unicodedata
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

Json = dict[str, Any]
Cells = Sequence[str | None]

_EXACT = 2**53 - 1  # a double holds every whole number up to it
_FAR = 60  # powers of ten beyond which a number is kept as a text that nobody adds
_DIGITS = re.compile(r"\d+")
_AROUND = re.compile(r"^[^\d+\-.]+|[^\d.]+$")  # signs that a column of bare numbers may carry: "Rp", "%"
_SMALL = 2_000  # codes that are not worth a second form


@dataclass(frozen=True, slots=True)
class Described:
    """What the schema says of a column, as far as its cells depend on it."""

    kind: str  # bilangan | tahun | kode | tanggal | waktu | ya | teks
    form: str = "default"  # of dates
    true: tuple[str, ...] = ("true", "True", "TRUE", "1")


@dataclass(frozen=True, slots=True)
class Encoded:
    """`head` says how to read `data`; `texts` are the first cells, with a decimal point and dates after ISO 8601."""

    head: Json
    data: Json
    texts: tuple[str | None, ...]


def encoded(cells: Cells, described: Described, first: int) -> Encoded:
    import pandas

    codes, distinct = pandas.factorize(pandas.Series(list(cells), dtype=object))
    made = _numbers(codes, list(distinct)) if described.kind == "bilangan" else None
    if made is None:
        kind = "teks" if described.kind == "bilangan" else described.kind
        texts = [_normal(str(text), described) for text in distinct]
        made = _coded(codes, texts, kind, _order(kind))
    head, data, texts = made
    shown = tuple(None if code < 0 else texts[code] for code in codes[:first].tolist())
    return Encoded(head, data, shown)


Made = tuple[Json, Json, list[str]]


def _normal(text: str, described: Described) -> str:
    """One way to write a truth value and a date, as far as they can be read."""
    if described.kind == "ya":
        return "true" if text in described.true else "false"
    if described.kind == "tanggal" and described.form not in ("default", "any"):
        try:
            return datetime.strptime(text, described.form).replace(tzinfo=UTC).date().isoformat()
        except ValueError:
            return text
    return text


def _order(kind: str) -> Callable[[str], Any]:
    """By what the values of a kind are sorted: codes as texts, years as numbers, the rest as a reader would."""
    if kind in ("kode", "tanggal", "waktu", "ya"):
        return str
    if kind == "tahun":
        return lambda text: (int(text) if _whole(text) else 0, text)
    return collated


def _whole(text: str) -> bool:
    return bool(re.fullmatch(r"[+-]?\d{1,18}", text))


def collated(text: str) -> tuple[str, str]:
    """Without accents and case, runs of digits by their value."""
    plain = text
    if not text.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _DIGITS.sub(lambda run: run[0].lstrip("0").rjust(20, "0"), plain.casefold().strip()), text


def _coded(codes: Any, texts: list[str], kind: str, order: Callable[[str], Any]) -> Made:
    """Distinct values in their order, and for each row the number of its value, -1 where there is none."""
    import numpy

    listed = sorted(set(texts), key=order)
    number = {text: index for index, text in enumerate(listed)}
    place = numpy.array([number[text] for text in texts] + [-1], dtype=numpy.int64)
    rows = place[codes].tolist()  # a missing value has the code -1, which is the last place
    return {"jenis": kind, "ragam": len(listed)}, {**_listed(listed), **_whole_numbers(rows, "isi")}, texts


def _listed(texts: list[str]) -> Json:
    """The texts, or of each how many characters it shares with the one before it and how it goes on."""
    if len(texts) < _SMALL:
        return {"kamus": texts}
    same = ["", *(_beginning(*pair) for pair in pairwise(texts))]
    ends = [text[len(start) :] for text, start in zip(texts, same, strict=True)]
    shared = [_units(start) for start in same]
    return {"sama": shared, "akhir": ends} if _weight([shared, ends]) < _weight(texts) else {"kamus": texts}


def _beginning(one: str, other: str) -> str:
    """What two texts have in common from their start."""
    length = 0
    for sign, same in zip(one, other, strict=False):
        if sign != same:
            break
        length += 1
    return one[:length]


def _units(text: str) -> int:
    """Its length as JavaScript counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _numbers(codes: Any, distinct: list[str]) -> Made | None:
    """None where a text is no number, or is too far from one to be written out."""
    values = [_decimal(text) for text in distinct]
    if any(value is None for value in values):
        return None
    texts = [format(value, "f") if value.is_finite() else str(value) for value in values if value is not None]
    simple = _scaled(codes, texts)
    return simple or _coded(codes, texts, "bilangan", _by_value)


def _decimal(text: str) -> Decimal | None:
    for form in (text.strip(), _AROUND.sub("", text)):
        try:
            value = Decimal(form)
        except InvalidOperation:
            continue
        return value if not value.is_finite() or not value or abs(value.adjusted()) <= _FAR else None
    return None


def _by_value(text: str) -> tuple[int, Decimal, str]:
    value = Decimal(text)
    return (1, Decimal(0), text) if value.is_nan() else (0, value, text)


def _scaled(codes: Any, texts: list[str]) -> Made | None:
    """Whole numbers of the smallest step, when the texts can be written from them again."""
    parts = [text.partition(".")[2] for text in texts]
    places = max(map(len, parts), default=0)
    uniform = all(len(part) == places for part in parts)
    if any(not text.lstrip("-").replace(".", "").isdigit() for text in texts):
        return None
    if not uniform and any(part.endswith("0") for part in parts):
        return None
    steps = [int(text.replace(".", "") + "0" * (places - len(part))) for text, part in zip(texts, parts, strict=True)]
    if any(abs(step) > _EXACT for step in steps):
        return None
    rows = [None if code < 0 else steps[code] for code in codes.tolist()]
    head = {"jenis": "bilangan", "skala": places, "desimal": places if uniform else -1}
    return head, ({"angka": rows} if None in rows else _whole_numbers(rows, "angka")), texts


def _whole_numbers(rows: list[Any], name: str) -> Json:
    """The numbers, or what each adds to the one before it, whichever is smaller on its way."""
    if len(rows) < _SMALL:
        return {name: rows}
    steps = [rows[0], *(after - before for before, after in pairwise(rows))]
    return {f"{name}_beda": steps} if _weight(steps) < _weight(rows) else {name: rows}


def _weight(values: list[Any]) -> int:
    return len(zlib.compress(json.dumps(values, separators=(",", ":")).encode(), 1))
