"""Law of the doubtful rows: what is said of a table by showing the library those alone is what it says of the whole."""

import csv
import importlib
import io
import os
from unittest.mock import patch

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from lintas import tables
from lintas.tables import judge, tally
from lintas.tables.prover import Prover
from tests.properties.typed_cells import TRICKY, fields
from tests.properties.typed_tables import cells_of
from tests.unit.data_packages import ABOUT, FOLDER, load

checking = importlib.import_module("lintas.tables.check")  # the package has a function of this name
sounding = importlib.import_module("lintas.tables.prover.sound")
EXAMPLES = int(os.environ.get("DOUBTS_EXAMPLES", "250"))
CALM = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
REGION = (
    {"name": "kode", "type": "string", "x-kode-wilayah": {"sistem": "kemendagri", "tingkat": ["kabkota"]}},
    {"name": "nama", "type": "string"},
    {"name": "tahun", "type": "year"},
    {"name": "jiwa", "type": "integer", "x-indikator": "penduduk", "constraints": {"minimum": 0}},
)
REGION_CELLS = (
    ("32.75", "32.16", "11.01", "32.75", "3275", "99.99", "32.1", "1101", ""),
    ("Kota Bekasi", "Kabupaten Bekasi", "Kabupaten Aceh Selatan", "Kota Bekasi", ""),
    ("2024", "2020", "2025", "20 24", ""),
    ("1", "2", "30", "-1", "banyak", ""),
)


@st.composite
def schemas(draw):
    described = draw(fields())
    if draw(st.integers(0, 2)) == 1:
        described += [dict(field) for field in REGION]
    names = [field["name"] for field in described]
    schema = {"fields": described}
    if draw(st.integers(0, 3)) == 1:
        schema["missingValues"] = draw(st.sampled_from([["", "-"], ["-"], [], ["", "1", "x"]]))
    if draw(st.integers(0, 1)):
        schema["primaryKey"] = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))
    for field in described:
        if draw(st.integers(0, 5)) == 1:
            field["constraints"] = {**field.get("constraints", {}), "unique": True}
    return schema


def columns_of(schema):
    places = {field["name"]: cells for field, cells in zip(REGION, REGION_CELLS, strict=True)}
    return [
        st.sampled_from(places[field["name"]]) if field["name"] in places else cells_of(field)
        for field in schema["fields"]
    ]


@st.composite
def rows_of(draw, schema, most):
    found = draw(st.lists(st.tuples(*columns_of(schema)).map(list), min_size=1, max_size=most))
    for _ in range(draw(st.integers(0, 3))):
        row = draw(st.sampled_from(found))
        row[draw(st.integers(0, len(row) - 1))] = draw(st.sampled_from(TRICKY))
    for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
        found.insert(draw(st.integers(0, len(found))), list(draw(st.sampled_from(found))))
    if draw(st.integers(0, 5)) == 1:
        found.insert(draw(st.integers(0, len(found))), [""] * len(schema["fields"]))
    if draw(st.integers(0, 9)) == 1:
        found.insert(draw(st.integers(0, len(found))), draw(st.lists(st.sampled_from(TRICKY), max_size=6)))
    return found


def written(schema, rows, *, header, delimiter=","):
    target = io.StringIO()
    head = [[field["name"] for field in schema["fields"]]] if header else []
    csv.writer(target, lineterminator="\n", delimiter=delimiter).writerows([*head, *rows])
    return target.getvalue().encode() or b"\n"


@st.composite
def packages(draw):
    """A table that is often dirty, sometimes with a key to itself or to a second one that may be dirty too."""
    schema = draw(schemas())
    rows = draw(rows_of(schema, 14))
    header = draw(st.integers(0, 9)) != 1
    resource = {"name": "a", "path": "data/a.csv", "schema": schema}
    if not header:
        resource["dialect"] = {"header": False}
    resources, files = [resource], {"data/a.csv": written(schema, rows, header=header)}
    if draw(st.integers(0, 1)):
        names = [field["name"] for field in schema["fields"]]
        own = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))
        targets = draw(st.permutations(own if draw(st.booleans()) else names))[: len(own)]
        other = draw(st.sampled_from(["", "a", "b", "b"]))
        schema["foreignKeys"] = [{"fields": own, "reference": {"resource": other, "fields": list(targets)}}]
        if other == "b":
            second = {"fields": [dict(field) for field in schema["fields"]]}
            resources.append({"name": "b", "path": "data/b.csv", "schema": second})
            source = [row for row in rows if len(row) == len(names) and draw(st.integers(0, 4))]
            source += draw(rows_of(second, 2))
            files["data/b.csv"] = written(second, source, header=True)
    return {**ABOUT, "resources": resources}, files


@CALM
@given(given=packages(), enough=st.sampled_from([20_000, 20_000, 1, 2, 3, 5]), shown=st.sampled_from([100, 2]))
def test_the_report_by_doubtful_rows_is_that_of_the_whole_table(tmp_path, given, enough, shown):
    """Also where there are more errors than the judge counts, or more than are shown."""
    package, files = given
    for old in tmp_path.glob(f"{FOLDER}/data/*"):
        old.unlink()
    dataset = load(tmp_path, package, files).value
    if dataset is None:
        return
    ways = []
    by_columns = checking._from_columns

    def listening(table, proof, judged):
        found = by_columns(table, proof, judged)
        ways.append((table.resource.name, "clean" if proof.clean else "whole" if found is None else "doubtful"))
        return found

    with (
        patch.object(judge, "ENOUGH", enough),
        patch.object(sounding, "ENOUGH", enough),
        patch.object(tally, "SHOWN", shown),
    ):
        with patch.object(checking, "_from_columns", listening):
            quick = tables.check(tmp_path, dataset)
        with patch.object(Prover, "prove", lambda _self, _name, _file: None):
            slow = tables.check(tmp_path, dataset)
    event(f"table: {dict(ways).get('a', 'library')}")
    assert quick.diagnostics == slow.diagnostics
    assert quick.value == slow.value
