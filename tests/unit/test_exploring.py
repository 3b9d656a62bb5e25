"""What the browser is given to let readers explore a chart."""

import gzip
import json
from dataclasses import replace

import pytest

from lintas import charts
from lintas.charts import exploring, vega
from tests.unit.test_charts import VIEW, request

LARGEST = 320_000  # bytes over the wire, of what only readers who explore a chart fetch


def explored(view):
    files = charts.draw(request(view)).value.files
    return {name: json.loads(data) for name, data, _, _ in files if name.endswith(".json")}


def test_the_libraries_are_one_file_with_their_licences():
    made = exploring.bundle()
    assert made.startswith(b"/*!\nThis file joins")
    assert b"BSD-3-Clause" in made[:2000]
    assert b"lintasGrafik" in made
    assert len(gzip.compress(made, 9)) < LARGEST


@pytest.mark.parametrize("kind", ["batang", "garis", "peta"])
def test_every_point_tells_its_name_and_value(kind):
    view = replace(VIEW, kind=kind, x="tahun") if kind == "garis" else replace(VIEW, kind=kind)
    for specification in explored(view).values():
        told = [
            layer["encoding"]["tooltip"] for layer in specification["layer"] if "tooltip" in layer.get("encoding", {})
        ]
        assert len(told) == 1
        assert len(told[0]) >= 2
        assert all(each["title"] for each in told[0])
        assert told[0][-1]["format"] == ",.2~f"


def test_groups_can_step_back_and_are_named_with_their_colours():
    specification = explored(replace(VIEW, colour="jenis"))["penduduk.json"]
    (test,) = {layer["encoding"]["opacity"]["condition"]["test"] for layer in specification["layer"][:1]}
    assert test == "indexof(redup, datum.kelompok) >= 0"
    assert specification["params"] == [{"name": "redup", "value": []}]
    named = specification["usermeta"]["kelompok"]["nilai"]
    assert [group["nama"] for group in named] == specification["layer"][0]["encoding"]["color"]["scale"]["domain"]
    assert {group["warna"] for group in named} <= set(specification["usermeta"]["gelap"])


@pytest.mark.parametrize("kind", ["batang", "peta"])
def test_what_can_be_explored_can_be_drawn_elsewhere(kind):
    drawn, width, height = vega.svg(explored(replace(VIEW, kind=kind))["penduduk.json"])
    assert min(width, height) > 50
    assert "NaN" not in drawn
