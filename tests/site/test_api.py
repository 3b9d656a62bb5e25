"""The JSON API of the example portal against its own description, with the validators of OpenAPI and JSON Schema."""

import copy
import functools
import html
import json
import re
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.conftest import BASE_URL

ROOT = "api/v1/"


@pytest.fixture(scope="module")
def api(site):
    return json.loads((site / ROOT / "openapi.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def strict(api):
    """The schemas, refusing what they do not describe."""
    schemas = copy.deepcopy(api["components"]["schemas"])
    for schema in schemas.values():
        schema["additionalProperties"] = False
    return {"components": {"schemas": schemas}}


def load(site, path):
    return json.loads((site / path).read_text("utf-8"))


def patterns(api):
    """Template → what its addresses look like, and the schema of what stands there."""
    made = {}
    for template, path in api["paths"].items():
        parameters = {each["name"]: each["schema"]["pattern"].strip("^$") for each in path["get"].get("parameters", [])}
        text = re.escape(template.lstrip("/"))
        for name, pattern in parameters.items():
            text = text.replace(re.escape("{" + name + "}"), f"(?:{pattern})")
        schema = path["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        made[template] = (re.compile(text), schema)
    return made


def test_the_description_is_openapi(api):
    assert list(OpenAPIV31SpecValidator(api).iter_errors()) == []


def test_every_file_is_described_once_and_keeps_its_schema(site, api, strict):
    known, seen = patterns(api), set()
    described = [path for path in site.rglob("*.json") if path.relative_to(site).as_posix().startswith(ROOT)]
    twins = list(site.glob("siaran-pers/*/*/index.json"))
    others = [site / "koreksi/koreksi.json", site / "jadwal.json"]
    for file in (*described, *twins, *others):
        path = file.relative_to(site).as_posix()
        matching = [template for template, (pattern, _) in known.items() if pattern.fullmatch(path)]
        assert len(matching) == 1, (path, matching)
        seen.add(matching[0])
        schema = strict | known[matching[0]][1]
        faults = list(Draft202012Validator(schema).iter_errors(load(site, path)))
        assert faults == [], (path, faults[0].message, list(faults[0].absolute_path))
    assert seen == set(known), "an address is described that does not exist"
    assert len(described) > 600


def test_the_examples_of_the_description_lead_to_files(site, api):
    for template, path in api["paths"].items():
        values = {each["name"]: each["example"] for each in path["get"].get("parameters", [])}
        assert (site / template.lstrip("/").format(**values)).is_file(), template


def addresses(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from addresses(each)
    elif isinstance(value, str) and value.startswith(BASE_URL):
        yield value


RECORDS = (
    "index siaran-pers siaran-pers/2025/1 data data/penduduk-2024 data/wilayah-administrasi/kecamatan wilayah "
    "wilayah/32.75 instansi topik kawasan"
)


@pytest.mark.parametrize("path", RECORDS.split())
def test_every_address_in_a_record_leads_somewhere(site, path):
    found = list(addresses(load(site, f"{ROOT}{path}.json")))
    assert found
    for address in found:
        place = address.removeprefix(BASE_URL).partition("#")[0]
        assert (site / (place + "index.html" if place.endswith("/") or not place else place)).is_file(), address


def test_a_region_has_the_figures_of_its_rows(site):
    figures = {each["indikator"]: each for each in load(site, f"{ROOT}wilayah/32.75.json")["angka"]}
    assert figures["penduduk"]["nilai"] == 2572209
    assert figures["luas"] | {"satuan": "km2", "tabel": "kabkota", "kolom": "luas_km2"} == figures["luas"]
    assert "dataset" not in figures["kepadatan"]


def test_codes_are_texts_and_the_region_knows_its_place(site):
    record = load(site, f"{ROOT}wilayah/32.10.json")
    assert (record["kode"], record["induk"][0]["kode"]) == ("32.10", "32")
    assert len(load(site, f"{ROOT}wilayah.json")["wilayah"]) == 552


def test_the_parts_of_a_large_table_are_the_table(site):
    listed = load(site, f"{ROOT}data/wilayah-administrasi/kecamatan.json")
    rows = []
    for part in listed["pecahan"]:
        held = load(site, part["alamat"].removeprefix(BASE_URL))
        assert held["jumlah"] == len(held["baris"]) == part["jumlah"]
        assert all(row[0].startswith(part["provinsi"] + ".") for row in held["baris"])
        rows += [dict(zip(held["kolom"], row, strict=True)) for row in held["baris"]]
    whole = load(site, "data/wilayah-administrasi/kecamatan.json")
    assert sorted(rows, key=lambda row: row["kode"]) == sorted(whole, key=lambda row: row["kode"])


def test_a_withdrawn_release_keeps_only_its_tombstone(site):
    listed = load(site, f"{ROOT}siaran-pers/2026/1.json")["siaran_pers"]
    gone = next(each for each in listed if each["status"] == "dicabut")
    assert "ringkasan" not in gone
    assert gone["pencabutan"]


def test_files_are_one_compact_line(site):
    for path in (site / ROOT).rglob("*.json"):
        data = path.read_bytes()
        assert data.count(b"\n") == 1, path
        assert data.endswith(b"}\n"), path


def examples(site, tool):
    page = (site / "api/index.html").read_text("utf-8")
    found = re.search(rf'aria-labelledby="contoh-{tool}"><code>(.*?)</code>', page, re.DOTALL)
    return html.unescape(found[1])


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def test_the_python_of_the_page_runs_and_keeps_codes_as_text(site):
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    code = examples(site, "python")
    assert BASE_URL in code
    code = (
        code.replace(BASE_URL, f"http://127.0.0.1:{server.server_port}/")
        + "\nprint(tabel.dtypes.to_dict(), tabel.kode[0])"
    )
    try:
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    finally:
        server.shutdown()
        server.server_close()
    assert done.returncode == 0, done.stderr
    assert "Jumlah penduduk" in done.stdout
    assert done.stdout.rstrip().endswith(" 11.01")


@pytest.mark.parametrize("tool", ["curl", "python", "r", "duckdb", "excel"])
def test_examples_name_addresses_that_exist(site, tool):
    code = examples(site, tool)
    whole = re.findall(rf"{re.escape(BASE_URL)}([\w./-]+)", code)
    parts = re.findall(r'"((?:api|data)/[\w./-]+)"', code)
    assert [*whole, *parts]
    assert [path for path in (*whole, *parts) if not (site / path).is_file()] == []
