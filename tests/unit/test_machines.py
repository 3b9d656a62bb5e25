"""What programs get of portals that are empty, hostile, or edited: the description holds, and nothing breaks out."""

import json
import re

import feedparser
import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from lintas.presenting.api import openapi
from tests import portals

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
TRICKY = 'Judul </script><b>&amp; "kutip" {kurung} \\ \u202eanil'


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Name of a portal → its tree: without anything, and with tricky texts in every list."""
    small = {"content/situs.yaml": portals.settings(instansi="", judul="Kosong")}
    tricky = {path: data for path, data in portals.example().items() if not path.startswith("theme/")} | {
        "content/situs.yaml": portals.settings(judul=TRICKY, fitur={"json": True}),
        "content/topik.yaml": portals.topics(penduduk=TRICKY),
        portals.release_path("2025", "tricky"): portals.release(TRICKY, "2025-05-01", topik=["penduduk"]),
    }
    made = {}
    for name, portal in (("kosong", small), ("aneh", tricky)):
        root = portals.write(portal, tmp_path_factory.mktemp(name))
        result = portals.build(root, output=root / "_site")
        assert result.ok, result.diagnostics
        made[name] = root / "_site"
    return made


@pytest.mark.parametrize("name", ["kosong", "aneh"])
def test_every_record_keeps_the_description(built, name):
    site = built[name]
    described = json.loads((site / "api/v1/openapi.json").read_text("utf-8"))
    assert list(OpenAPIV31SpecValidator(described).iter_errors()) == []
    for template, path in described["paths"].items():
        values = {each["name"]: each["example"] for each in path["get"].get("parameters", [])}
        record = json.loads((site / template.lstrip("/").format(**values)).read_text("utf-8"))
        schema = path["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert list(Draft202012Validator(described | schema).iter_errors(record)) == [], template


def test_an_empty_portal_describes_no_record_that_it_lacks(built):
    described = json.loads((built["kosong"] / "api/v1/openapi.json").read_text("utf-8"))
    assert [template for template in described["paths"] if "{" in template] == []
    assert json.loads((built["kosong"] / "api/v1/wilayah.json").read_text("utf-8"))["wilayah"] == []


@pytest.mark.parametrize("name", ["kosong", "aneh"])
def test_every_feed_is_read_without_complaint(built, name):
    for path in built[name].rglob("*.xml"):
        if "umpan" in path.as_posix():
            read = feedparser.parse(path.read_bytes())
            assert not read.bozo, path
            assert [item["id"] for item in json.loads(path.with_suffix(".json").read_text("utf-8"))["items"]] == [
                entry.id for entry in read.entries
            ]


def test_no_title_ends_a_block_of_data(built):
    for path in built["aneh"].rglob("*.html"):
        for text in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', path.read_text("utf-8"), re.DOTALL
        ):
            json.loads(text)
    page = (built["aneh"] / "siaran-pers/2025/tricky/index.html").read_text("utf-8")
    assert "<b>&amp;" not in page.replace("&lt;b&gt;", "")


def test_every_record_is_made_of_records_that_exist():
    every = openapi.records()
    named = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(every)))
    assert named <= set(every)
    ways = {"Pintu", "TahunSiaran", "DaftarData", "DaftarWilayah", "DaftarInstansi", "DaftarTopik", "DaftarKawasan"}
    more = {
        "DaftarKoreksi",
        "DaftarJadwal",
        "HalamanSiaran",
        "SiaranPers",
        "Data",
        "DaftarPecahan",
        "Pecahan",
        "Wilayah",
    }
    assert set(every) == named | ways | more, "a record that no address gives"
