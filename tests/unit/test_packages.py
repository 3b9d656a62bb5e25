"""Published packages: true numbers in the descriptor, the same bytes each time, and what frictionless says of them."""

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile

import pytest

from tests import portals

ALL = {"xlsx": True, "parquet": True, "json": True, "zip": True, "peta": False, "data_siaran": True}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A built portal with every format, and a licence text and a leaving of an editor in one dataset."""
    folder = tmp_path_factory.mktemp("paket")
    made = portals.example() | {
        "content/situs.yaml": portals.settings(fitur=ALL),
        "datasets/penduduk/LICENSE": b"Bebas.\n",
    }
    root = portals.write(made, folder / "portal")
    (root / "datasets/penduduk/LICENSE~").write_bytes(b"lama")
    assert portals.build(root).ok
    return root / "_site"


@pytest.fixture(scope="module")
def folder(site):
    return site / "data/penduduk"


def test_the_descriptor_tells_size_checksum_and_rows_of_its_files(folder):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["path"] for resource in package["resources"]] == ["provinsi.csv", "kabkota.csv"]
    for resource in package["resources"]:
        data = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
        assert resource["rows"] == len(data.splitlines()) - 1
    assert package["homepage"] == "https://uji.go.id/data/penduduk/"
    assert package["x-instansi"] == "pusat"


def test_own_files_are_published_as_they_were_committed(site):
    own = site.parent / "datasets"
    assert (site / "data/luas/kabkota.csv").read_bytes() == (own / "luas/data/kabkota.csv").read_bytes()
    assert (site / "data/batas/provinsi.geojson").read_bytes() == (own / "batas/data/provinsi.geojson").read_bytes()


@pytest.mark.parametrize("slug", ["penduduk", "luas", "siaran-pers"])
def test_frictionless_finds_the_published_package_valid(site, slug):
    from frictionless import Package, system

    with system.use_context(trusted=True):
        report = Package(str(site / f"data/{slug}/datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])


def test_the_archive_is_the_package_and_nothing_else(folder, tmp_path):
    from frictionless import Package, system

    with zipfile.ZipFile(folder / "penduduk.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            f"penduduk/{name}" for name in ("datapackage.json", "provinsi.csv", "kabkota.csv", "LICENSE")
        ]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        archive.extractall(tmp_path)
    assert (tmp_path / "penduduk/kabkota.csv").read_bytes() == (folder / "kabkota.csv").read_bytes()
    with system.use_context(trusted=True):
        assert Package(str(tmp_path / "penduduk/datapackage.json")).validate().valid


def test_checksums_are_those_of_the_files(folder):
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = {line[66:]: line[:64] for line in lines}
    drawn = {
        "index.html",
        "SHA256SUMS",
        "croissant.json",
        "dcat.jsonld",
        "dcat.ttl",
    }  # with the page, not with the data
    files = {path.name for path in folder.iterdir() if path.is_file()} - drawn
    assert set(listed) == {name for name in files if not name.endswith(".csv-metadata.json")}
    assert all(hashlib.sha256((folder / name).read_bytes()).hexdigest() == value for name, value in listed.items())


@pytest.mark.skipif(sys.platform != "linux", reason="needs sha256sum")
def test_sha256sum_accepts_the_checksums(folder):
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_same_data_makes_the_same_bytes_in_another_process_and_another_zone(site, tmp_path):
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from tests import portals\n"
        "raise SystemExit(not portals.build(Path(sys.argv[2]), output=Path(sys.argv[3]), cache=False).ok)\n"
    )
    repository = portals.PLAIN_THEME.parents[2]
    environment = {**os.environ, "TZ": "Asia/Jayapura", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    command = [sys.executable, "-c", code, str(repository), str(site.parent), str(tmp_path / "_site")]
    assert subprocess.run(command, env=environment, check=False).returncode == 0
    assert portals.differences(portals.tree(tmp_path / "_site"), portals.tree(site)) == []


def test_the_catalogue_is_one_row_for_each_dataset(site):
    rows = list(csv.DictReader(io.StringIO((site / "data/katalog.csv").read_text(encoding="utf-8"))))
    assert [row["slug"] for row in rows] == ["siaran-pers", "batas", "beku", "luas", "metropolitan", "penduduk"]
    one = next(row for row in rows if row["slug"] == "penduduk")
    assert (one["judul"], one["instansi"], one["baris"], one["alamat"]) == (
        "Data penduduk", "Pusat Uji", "5", "https://uji.go.id/data/penduduk/",
    )  # fmt: skip
    assert one["format"] == "CSV; XLSX; JSON; Parquet"
    assert (site / "data/katalog.csv").read_bytes().count(b"\r") == 0
