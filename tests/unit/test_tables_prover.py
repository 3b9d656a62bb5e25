"""The prover: sure where tables are common, never sure where frictionless finds a fault."""

import json
import re
from pathlib import Path
from unittest.mock import patch

import pytest

from lintas import tables
from lintas.tables import descriptors
from lintas.tables.prover import Prover
from lintas.tables.prover.arrays import as_texts
from lintas.tables.prover.cells import missing_of
from lintas.tables.prover.columns import columns_of
from lintas.tables.prover.keys import Table
from lintas.tables.prover.patterns import in_re2
from lintas.tables.prover.shapes import certain
from tests.properties.typed_cells import CLEAN, PATTERNS, TRICKY
from tests.unit.data_packages import ABOUT, FOLDER, load
from tests.unit.tricky_tables import CASES

ROOT = Path(__file__).resolve().parents[2]
TEXTS = sorted(
    {*TRICKY, *(text for texts in CLEAN.values() for text in texts), "9" * 400, "1" * 5000, "0.10", "-0.5", "12.345"}
)


def described(spec):
    name, _, kind = spec.partition(":")
    kind, _, form = kind.partition("/")
    return {"name": name, "type": kind} | ({"format": form} if form else {})


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_tricky_tables(tmp_path, case):
    schema = {"fields": [described(spec) for spec in case.fields], **case.schema}
    resource = {"name": "a", "path": "data/a.csv", "schema": schema, **case.rest}
    dataset = load(tmp_path, {**ABOUT, "resources": [resource]}, {"data/a.csv": case.content}).value
    proofs = []
    prove = Prover.prove

    def listening(self, name, file):
        found = prove(self, name, file)
        proofs.append(found is not None and found.clean)
        return found

    with patch.object(Prover, "prove", listening):
        quick = tables.check(tmp_path, dataset)
    with patch.object(Prover, "prove", lambda _self, _name, _file: None):
        slow = tables.check(tmp_path, dataset)
    package, _ = descriptors.open_package(tmp_path / FOLDER, *descriptors.read(tmp_path, dataset))
    assert quick == slow
    assert any(proofs) is case.proved
    assert not case.proved or package.get_resource("a").validate().valid


def test_the_tables_of_the_portal_are_proved():
    """Otherwise the prover is of no use."""
    doubts = {}
    for path in sorted(ROOT.glob("datasets/*/datapackage.json")):
        resources = json.loads(path.read_text(encoding="utf-8"))["resources"]
        prover = Prover(path.parent, {}, [{"encoding": "utf-8"} | resource for resource in resources])
        for resource in resources:
            if resource["path"].endswith(".csv"):
                prover.prove(resource["name"], (0, ""))
        doubts |= {f"{path.parent.name}/{name}": why for name, why in prover.doubts.items()}
    assert doubts == {}


def fields_of_many_kinds():
    from frictionless import Field

    above, below = "exclusiveMinimum", "exclusiveMaximum"
    rules = {
        "string": [{"pattern": pattern} for pattern in PATTERNS]
        + [{"minLength": 1, "maxLength": 2}, {"enum": ["a", "1", "é"]}, {"required": True}],
        "integer": [
            {"minimum": 0},
            {"maximum": "10"},
            {above: 1, below: 100},
            {"minimum": 2**70},
        ],
        "number": [
            {"minimum": 0},
            {"maximum": 1.5},
            {"exclusiveMinimum": "0.1"},
            {"exclusiveMaximum": 1.5},
            {"minimum": 0.1},
        ],
        "datetime": [],
        "any": [],
    }
    options = {
        "number": [{"decimalChar": d, "groupChar": g} for d in ",._" for g in ("", ".", ",", " ", "'")]
        + [{"bareNumber": False}, {"floatNumber": True}],
        "integer": [{"bareNumber": False}],
        "string": [{"missingValues": ["a", "1"]}],
    }
    for kind, constraints in rules.items():
        for rule in [{}, *constraints]:
            for option in [{}, *options.get(kind, [])]:
                yield Field.from_descriptor({"name": "k", "type": kind, "constraints": rule, **option})


def test_what_a_shape_is_certain_of_the_reader_of_the_library_takes():
    texts = as_texts(TEXTS)
    sure = 0
    for field in fields_of_many_kinds():
        try:
            reader = field.create_cell_reader()
        except re.error:
            continue
        plain = certain(field, texts)
        for text, fine in zip(TEXTS, plain.to_pylist() if plain is not None else [], strict=False):
            if fine and text not in missing_of(field):
                sure += 1
                assert reader(text)[1] is None, (field.to_descriptor(), text)
    assert sure > 1_000


def test_a_pattern_that_is_translated_matches_no_more_than_in_python():
    import pyarrow.compute

    known = [(pattern, in_re2(pattern)) for pattern in PATTERNS if in_re2(pattern)]
    assert len(known) > 12
    for pattern, translated in known:
        found = pyarrow.compute.match_substring_regex(as_texts(TEXTS), translated).to_pylist()
        for text, met in zip(TEXTS, found, strict=True):
            assert not met or re.compile(f"^{pattern}$").match(text), (pattern, text)


@pytest.mark.parametrize("kind", ["integer", "number", "year", "date", "string", "any"])
def test_texts_that_are_literal_differ_where_their_values_do(kind):
    from frictionless import Field

    from lintas.tables.prover.structure import Structure

    field = Field.from_descriptor({"name": "k", "type": kind})
    reader = field.create_cell_reader()

    def literal(texts):
        structure = Structure(Path(), (field,), ("k",), True, ",", None, False, (), ())
        return Table(structure, columns_of(len(texts), [[as_texts(texts)]])).literal(0)

    values = {text: reader(text)[0] for text in TEXTS if text and reader(text)[1] is None and literal([text])}
    assert len(values) > 2
    assert len(set(values.values())) == len(values)
