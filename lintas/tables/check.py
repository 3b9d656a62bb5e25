"""One dataset in, its facts and faults out: bytes first, then frictionless, then the guards of this portal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintas.diagnostics import Diagnostic, Outcome, Span, fault, in_order
from lintas.model import Dataset, PackageFacts, Resource, TableFacts
from lintas.tables import columnar, descriptors, packed
from lintas.tables.descriptors import Refusal
from lintas.tables.doubtful import judge_doubtful
from lintas.tables.explain import explain
from lintas.tables.facts import Counting, missing_values
from lintas.tables.files import FileFacts, hash_fault, inspect, json_fault
from lintas.tables.judge import judge, proved
from lintas.tables.kinds import code_of
from lintas.tables.prover import Proof, Prover, head
from lintas.tables.regions import Guard
from lintas.tables.report import report
from lintas.tables.subject import Table

if TYPE_CHECKING:
    from frictionless import Package

Json = dict[str, Any]
_OTHER_FORMATS = ("json", "jsonl", "ndjson", "xlsx", "xls", "ods", "parquet", "html", "sql", "db", "sav", "gsheets")
_JSON_FORMATS = ("json", "geojson", "topojson")


def check(root: Path, dataset: Dataset) -> Outcome[PackageFacts]:
    """Judge every resource of the dataset; reads its files below `root`, writes nothing."""
    folder = dataset.path.rpartition("/")[0]
    head, resources = descriptors.read(root, dataset)
    package, refused = descriptors.open_package(root / folder, head, resources)
    accepted = [descriptor for descriptor in resources if descriptor["name"] not in refused]
    prover = Prover(root / folder, head, accepted)
    known = {resource.name: resource for resource in dataset.resources}
    found: list[Diagnostic] = []
    tables: list[TableFacts] = []
    for descriptor in resources:
        resource = known[descriptor["name"]]
        file = _inspect(root, resource, descriptor)
        schema = descriptors.schema_of(root, folder, descriptor)
        table = Table(root, dataset, resource, descriptor, schema, file)
        found += file.diagnostics
        found += _declared_hash(table)
        outcome = _check_one(table, (package, prover), refused.get(resource.name))
        found += outcome.diagnostics or _no_rows(table, outcome.value)
        tables.append(outcome.value)
    return Outcome(PackageFacts(dataset.slug, tuple(tables)), in_order(found))


def _no_rows(table: Table, facts: TableFacts) -> Sequence[Diagnostic]:
    """The library lets a table by that has a header and nothing else; nobody publishes one on purpose."""
    empty = table.resource.tabular and table.file.readable and table.resource.path and not facts.rows
    return (fault("TAB524", Span(table.path, 1), resource=table.resource.name),) if empty else ()


def _inspect(root: Path, resource: Resource, descriptor: Json) -> FileFacts:
    if not isinstance(descriptor.get("path"), str | list):
        return FileFacts(0, "", True, 0)
    declared = str(descriptor.get("encoding") or "")
    encoding = "" if declared.lower().replace("_", "-") in ("utf-8", "utf8") else declared
    facts = inspect(root, resource.path, encoding, is_text=descriptors.is_plain_text(descriptor))
    kind = descriptors.packing(descriptor)
    if not kind or not facts.readable:
        return facts
    return packed.look(root, facts, resource.path, (kind, str(descriptor.get("innerpath") or ""), encoding))


def _declared_hash(table: Table) -> Sequence[Diagnostic]:
    declared = table.descriptor.get("hash")
    if not isinstance(declared, str) or not isinstance(table.descriptor.get("path"), str):
        return ()
    problem = hash_fault(table.root, table.path, declared)
    return (problem,) if problem else ()


def _check_one(table: Table, judges: tuple[Package, Prover], refused: Refusal | None) -> Outcome[TableFacts]:
    package, prover = judges
    name = table.resource.name
    blank = Counting(table.resource, table.schema).result(table.file, ())
    if refused:
        return Outcome(blank, tuple(_refusal(table, refused)))
    if not table.file.readable:
        return Outcome(blank)
    if not table.resource.tabular:
        return Outcome(blank, tuple(_plain_file(table, package)))
    judged = package.get_resource(name)
    if not judged.tabular:
        kind = table.resource.format or "?"
        code = "TAB107" if kind in _OTHER_FORMATS else "TAB507"
        return Outcome(blank, (fault(code, Span(table.path), resource=name, format=kind, note=kind),))
    proof = _proof(table, prover)
    found = _from_columns(table, proof, judged) if proof else None
    return found or _from_rows(table, judged)


def _proof(table: Table, prover: Prover) -> Proof | None:
    """The table in columns, if it is proved that the library would find nothing in it, or only in some rows."""
    if not descriptors.is_plain_text(table.descriptor) or not table.resource.fields:
        return None
    proof = prover.prove(table.resource.name, (table.file.bytes, table.file.sha256))
    prover.release(table.resource.name)
    same = proof and [item.name for item in proof.structure.fields] == [item.name for item in table.resource.fields]
    return proof if same else None


def _from_columns(table: Table, proof: Proof, judged: Any) -> Outcome[TableFacts] | None:
    """None where the library has to see the whole table after all."""
    columns = proof.columns
    verdict = proved(proof.structure)
    if not proof.clean:
        seen = judge_doubtful(proof, judged, table.file.bytes)
        if seen is None:
            return None
        verdict, rows = seen
        columns = head(columns, rows)
    first = 2 if proof.structure.header else 1
    guard = columnar.guarded(_guard_of(table), columns, _gaps(table), first)
    counted = columnar.facts(columns, verdict.labels, (table.resource, table.schema), table.file)
    return Outcome(counted, tuple(report(table, verdict, guard)))


def _from_rows(table: Table, judged: Any) -> Outcome[TableFacts]:
    counting = Counting(table.resource, table.schema)
    guard = _guard_of(table)()
    missing = _gaps(table)

    def on_row(row: Any) -> None:
        counting.add(row.cells)
        guard.add(row.row_number, row.cells, missing)

    verdict = judge(judged, on_row, table.file.bytes)
    return Outcome(counting.result(table.file, verdict.labels), tuple(report(table, verdict, guard)))


def _guard_of(table: Table) -> Callable[[], Guard]:
    return lambda: Guard(table.resource, table.schema, *_years(table.dataset))


def _gaps(table: Table) -> tuple[tuple[str, ...], ...]:
    return missing_values(table.schema, tuple(field.name for field in table.resource.fields))


def _refusal(table: Table, refused: Refusal) -> Iterator[Diagnostic]:
    name, place = table.resource.name, Span(table.dataset.path, table.resource.line)
    if refused.problem:
        yield fault("TAB505", place, resource=name, note=table.plain(refused.problem))
    for error in refused.errors:
        yield explain(code_of(error.type, error.note), error, table, lambda _row, _column: place)


def _plain_file(table: Table, package: Package) -> list[Diagnostic]:
    """A file that is no table: its declared size and hash, and for JSON its syntax."""
    name = table.resource.name
    verdict = judge(package.get_resource(name), lambda _row: None, table.file.bytes)
    found = list(report(table, verdict, None))
    if table.resource.format in _JSON_FORMATS and table.resource.path:
        problem = json_fault(table.root, table.path, name)
        found += [problem] if problem else []
    return found


def _years(dataset: Dataset) -> tuple[int, int]:
    """First and last year the data speak of, 0 where the descriptor does not say."""
    first, last = dataset.temporal_start[:4], dataset.temporal_end[:4]
    return int(first or 0), int(last or 0)
