"""The files that people take away: whole, described truly, and with codes that are text in every format."""

import hashlib
import io
import json
import re
import zipfile
from xml.etree import ElementTree

import pandas
import pytest

from tests.conftest import BASE_URL

pytestmark = pytest.mark.site

DESCRIPTIONS = {"dcat.jsonld", "dcat.ttl", "croissant.json"}  # they name the checksums themselves
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def packages(site):
    """Folder of each published dataset → its descriptor."""
    found = sorted((site / "data").glob("*/datapackage.json"))
    assert len(found) >= 9
    return {path.parent: json.loads(path.read_text("utf-8")) for path in found}


@pytest.fixture(scope="module")
def tables(packages):
    """(folder, resource) of every table."""
    return [(folder, each) for folder, package in packages.items() for each in package["resources"] if "schema" in each]


def typed(values):
    """Cells as text; a missing one as None."""
    return [None if value is None or value is pandas.NA or value != value else str(value) for value in values]


def sheet_cells(path, column):
    """Cells below the header in a column of the first sheet: (kind, text), where the kind of text is inlineStr."""
    with zipfile.ZipFile(path) as book:
        rows = list(ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(f"{SHEET}row"))
    for row in rows[1:]:
        for cell in row.iter(f"{SHEET}c"):
            text = "".join(part.text or "" for part in cell.iter() if part.tag in {f"{SHEET}t", f"{SHEET}v"})
            if re.sub(r"[0-9]", "", cell.get("r", "")) == column and text:
                yield cell.get("t", "n"), text


def code_columns(resource):
    return [index for index, field in enumerate(resource["schema"]["fields"]) if "x-kode-wilayah" in field]


def test_checksums_hold_and_cover_every_file(packages):
    for folder in packages:
        lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
        sums = dict(reversed(line.split("  ")) for line in lines)
        files = {path.name for path in folder.iterdir() if path.is_file() and path.suffix != ".html"} - {"SHA256SUMS"}
        files = {name for name in files if name not in DESCRIPTIONS and not name.endswith("-metadata.json")}
        assert set(sums) == {name for name in files if not name.endswith((".svg", ".png"))}
        assert {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in sums} == sums


def test_descriptors_tell_the_truth_and_where_they_come_from(packages):
    for folder, package in packages.items():
        assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
        assert package["homepage"] == f"{BASE_URL}data/{folder.name}/"
        assert package["version"]
        assert package["created"]
        for resource in package["resources"]:
            data = (folder / resource["path"]).read_bytes()
            assert resource["bytes"] == len(data)
            assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()


def test_every_format_holds_the_same_rows(tables):
    for folder, resource in tables:
        name, rows = resource["name"], resource["rows"]
        text = pandas.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
        assert len(text) == rows
        assert len(json.loads((folder / f"{name}.json").read_text("utf-8"))) == rows
        columns = pandas.read_parquet(folder / f"{name}.parquet")
        assert (len(columns), list(columns)) == (rows, list(text))


def test_codes_stay_text_in_every_format(tables):
    for folder, resource in tables:
        for index in code_columns(resource):
            name, column = resource["name"], resource["schema"]["fields"][index]["name"]
            written = pandas.read_csv(folder / f"{name}.csv", dtype=str)[column].tolist()
            columns = pandas.read_parquet(folder / f"{name}.parquet")[column]
            assert typed(columns.tolist()) == typed(written)
            records = json.loads((folder / f"{name}.json").read_text("utf-8"))
            assert typed(record[column] for record in records) == typed(written)
            assert all(isinstance(value, str) for value in columns.dropna())
            assert all(isinstance(record[column], str) for record in records if record[column] is not None)
            cells = list(sheet_cells(folder / f"{name}.xlsx", chr(ord("A") + index)))
            assert {kind for kind, _ in cells} == {"inlineStr"}
            assert [cell for _, cell in cells] == [code for code in typed(written) if code is not None]


def test_an_archive_is_a_valid_data_package(packages, tmp_path):
    from frictionless import Package

    for folder in packages:
        with zipfile.ZipFile(io.BytesIO((folder / f"{folder.name}.zip").read_bytes())) as archive:
            archive.extractall(tmp_path)
        inside = tmp_path / folder.name
        assert (inside / "datapackage.json").read_bytes() == (folder / "datapackage.json").read_bytes()
        report = Package(str(inside / "datapackage.json")).validate()
        assert report.valid, report.to_summary()


def test_boxes_agree_with_the_boundaries(site):
    """The table of bounding boxes is computed from the GeoJSON beside it; here it is computed again."""
    folder = site / "data" / "batas-wilayah"
    computed = {}
    for level in ("provinsi", "kabkota"):
        for feature in json.loads((folder / f"{level}.geojson").read_text("utf-8"))["features"]:
            polygons = feature["geometry"]["coordinates"]
            points = [point for polygon in polygons for ring in polygon for point in ring]
            east, north = [point[0] for point in points], [point[1] for point in points]
            box = (min(east), min(north), max(east), max(north))
            computed[feature["properties"]["kode"]] = (level, *box, len(polygons), len(points))
    table = pandas.read_csv(folder / "kotak-lingkup.csv", dtype={"kode": str})
    names = ["tingkat", "barat", "selatan", "timur", "utara", "poligon", "titik"]
    assert dict(zip(table["kode"], table[names].itertuples(index=False, name=None), strict=True)) == computed
