"""Revised tables: the texts that quote a cell which says something else now (effect: `quoting` reads texts)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lintas import formatting, siaran
from lintas.diagnostics import Diagnostic, Span, fault
from lintas.figures.binding import Quoted, bind, named
from lintas.figures.lookup import answers, same
from lintas.figures.query import SCHEME, Form, Query, parse
from lintas.figures.tables import Table
from lintas.figures.writing import written
from lintas.model import Bound, Halaman, SiaranPers

_FOLDERS = ("content/siaran-pers", "content/halaman")


def changed(bound: Iterable[Bound], old: Sequence[Table]) -> Iterator[Diagnostic]:
    """ANG301 for each figure whose cell said something else in the tables of an `old` state of its dataset."""
    wanted: dict[Query, list[Bound]] = defaultdict(list)
    for each in bound:
        cell = each.cell
        wanted[Query(cell.dataset, cell.table, cell.column, cell.keys)].append(each)
    for query, answer in zip(wanted, answers(old, tuple(wanted)), strict=True):
        for each in wanted[query]:
            if not answer.problem and not same(answer.cell, each.cell):
                before, now = (written(cell, Form()).replace(formatting.NBSP, " ") for cell in (answer.cell, each.cell))
                place = Span(each.path, each.line, each.column)
                yield fault("ANG301", place, cell=named(each), old=before, new=now)


def quoting(root: Path, dataset: str, tables: Sequence[Table]) -> tuple[Bound, ...]:
    """The figures of all texts below `root` that are taken from the present tables of a dataset."""
    found = []
    for folder in _FOLDERS:
        for file in sorted((root / folder).rglob("*.md")):
            data = file.read_bytes()
            if f"{SCHEME}{dataset}/".encode() in data:
                text = _loaded(data, file.relative_to(root).as_posix())
                found += _asked(text, dataset) if text else []
    given = answers(tables, [each.asked.query for each in found])
    return tuple(bound for each, answer in zip(found, given, strict=True) if (bound := bind(each, answer).value))


def _loaded(data: bytes, path: str) -> SiaranPers | Halaman | None:
    page = path.startswith("content/halaman")
    found = siaran.load_page(data, path, "").value if page else siaran.load_release(data, path, "").value
    return found[0] if found else None


def _asked(text: SiaranPers | Halaman, dataset: str) -> list[Quoted]:
    asked = []
    for binding in text.bindings:
        ref = text.links[binding.slot]
        place = Span(text.path, ref.line, ref.column)
        read = parse(ref.text, place).value
        if read and read.query.dataset == dataset and not read.query.version:
            language = text.language if isinstance(text, SiaranPers) else "id"
            asked.append(Quoted(place, language, binding, read))
    return asked
