"""The library as the judge of the doubtful rows of a table alone; its verdict is that on the whole table.

It is shown a small table of the same name, columns and keys that has only those rows. The errors then get back the
numbers that the rows have in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lintas.tables.explain import twin_of
from lintas.tables.judge import Verdict, judge, proved
from lintas.tables.prover import taken

if TYPE_CHECKING:
    from frictionless import Resource

    from lintas.tables.prover import Excerpt, Proof

_FEW = 2_000  # rows taken one by one


def judge_doubtful(proof: Proof, described: Resource, size: int) -> tuple[Verdict, int] | None:
    """The verdict on the whole table, and the number of its rows that the library has seen before it stopped.

    `described` is the library's own resource of the table, which stays closed. None where the small table cannot
    stand for the large one; then the library has to read the whole.
    """
    first = 2 if proof.structure.header else 1
    rows = proof.doubtful.rows.tolist()
    seen = 0

    def on_row(row: Any) -> None:
        nonlocal seen
        seen += 1

    verdict = judge(_small(proof, described), on_row, size)
    stopped = verdict.code == "TAB509"
    if (verdict.code or not proof.whole) and not stopped:
        return None
    errors = verdict.errors.findings()
    if not all(getattr(error, "row_number", 0) for _, error in errors):
        return None
    for code, error in errors:
        _renumber(code, error, rows, first)
    usual = proved(proof.structure)
    if stopped:
        return replace(verdict, dialect=usual.dialect), rows[seen]
    return replace(usual, errors=verdict.errors), proof.columns.rows


def _small(proof: Proof, described: Resource) -> Resource:
    """The doubtful rows as a table, in a package with the rows of other tables that their keys refer to."""
    from frictionless import Package

    package = described.package
    assert package
    others = [_table(package.get_resource(name), excerpt) for name, excerpt in proof.others.items()]
    small = _table(described, proof.doubtful)
    Package(resources=[small, *others], basepath=package.basepath)
    return small


def _table(described: Resource, excerpt: Excerpt) -> Resource:
    from frictionless import Dialect
    from frictionless.resources import TableResource

    labels = [list(excerpt.structure.labels)] if excerpt.structure.header else []
    return TableResource(
        name=described.name,
        data=[*labels, *map(list, _rows(excerpt))],
        schema=described.schema,
        dialect=Dialect(header=excerpt.structure.header),
    )


def _rows(excerpt: Excerpt) -> Iterable[Sequence[str]]:
    columns = excerpt.columns
    if len(excerpt.rows) < _FEW:
        return map(columns.row, excerpt.rows.tolist())
    pairs = zip(columns.texts, columns.codes, strict=True)
    return zip(*(taken(texts, codes[excerpt.rows]).to_pylist() for texts, codes in pairs), strict=True)


def _renumber(code: str, error: Any, rows: list[int], first: int) -> None:
    twin = twin_of(code, error)
    if twin:
        error.note = f"{error.note.removesuffix(str(twin))}{rows[twin - first] + first}"
    error.row_number = rows[error.row_number - first] + first
