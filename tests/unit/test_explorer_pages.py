"""Where tables are explored, which of them, and what their figures may be taken together by."""

import json
import re

import pytest

from lintas.model import ColumnFiles, Dataset, Field, PackageFacts, Resource
from lintas.presenting import explorer
from lintas.relate import Himpunan
from tests import portals


def item(*names, paths=()):
    resources = tuple(
        Resource(name, path, name, tabular=True)
        for name, path in zip(names, paths or [f"{n}.csv" for n in names], strict=True)
    )
    facts = PackageFacts("uji", explorable=tuple(ColumnFiles(name, name, "", (1,)) for name in names))
    return Himpunan(Dataset("", "uji", "Uji", "", resources=resources), facts)


def test_a_name_that_is_taken_gets_an_addition():
    given = item("kabkota", "v", "sematan", "kabkota.csv", "v-tabel", "a.b")
    made = explorer.addresses(given)
    assert made["kabkota"] == "data/uji/kabkota/"
    assert [made[name].split("/")[2] for name in ("v", "sematan", "kabkota.csv", "v-tabel", "a.b")] == [
        "v-tabel-tabel", "sematan-tabel", "kabkota-csv-tabel", "v-tabel", "a-b-tabel",
    ]  # fmt: skip
    assert len(set(made.values())) == len(made)


def test_a_table_that_is_a_file_without_suffix_does_not_stand_in_its_way():
    assert explorer.address_of(item("daftar", paths=("datasets/uji/daftar",)), "daftar") == "data/uji/daftar-tabel/"


@pytest.mark.parametrize(
    ("field", "wanted"),
    [
        (Field("a", "A", "integer", unit="jiwa"), ["jumlah", "rata", "min", "maks"]),
        (Field("a", "Penduduk perempuan", "integer", unit="jiwa"), ["jumlah", "rata", "min", "maks"]),
        (Field("a", "A", "number", unit="persen", aggregate="jumlah"), ["rata", "min", "maks"]),
        (Field("a", "Kepadatan", "number", unit="jiwa/km2"), ["rata", "min", "maks"]),
        (Field("a", "Indeks", "number", unit="poin"), ["rata", "min", "maks"]),
        (Field("a", "A", "integer"), ["rata", "min", "maks"]),
        (Field("a", "A", "integer", aggregate="jumlah"), ["jumlah", "rata", "min", "maks"]),
        (Field("nomor", "Nomor", "integer", unit="jiwa"), []),
    ],
)
def test_only_quantities_are_summed(field, wanted):
    resource = Resource("t", "t.csv", "T", fields=(field,), primary_key=("nomor",))
    assert list(explorer.summaries(field, resource, "bilangan")) == wanted


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A table named like a folder that is taken, and one with what must not end a block of data."""
    folder = tmp_path_factory.mktemp("jelajah")
    fields = [portals.field("kode") | {"title": "</script><b>", "description": "\u202e<!--"}]
    tables = [portals.table("v", fields), portals.table("lebar", [portals.field(f"k{n}") for n in range(300)])]
    made = {
        "datasets/aneh/datapackage.json": portals.package("aneh", tables),
        "datasets/aneh/data/v.csv": portals.rows("kode", "</script>", "=1"),
        "datasets/aneh/data/lebar.csv": portals.rows(",".join(f"k{n}" for n in range(300)), ",".join(["x"] * 300)),
    }
    kept = {path: data for path, data in portals.example().items() if not path.startswith("theme/")}
    portals.write(kept | made, folder)
    assert portals.build(folder).ok
    return folder / "_site"


def test_what_is_in_a_table_cannot_leave_the_data_of_its_page(site):
    html = (site / "data/aneh/v-tabel/index.html").read_text("utf-8")
    block = re.search(r'<script type="application/json">(.*?)</script>', html)[1]
    assert json.loads(block)["kolom"][0]["judul"] == "</script><b>"
    assert '<th scope="row">&lt;/script&gt;</th>' in html
    assert (site / "data/aneh/v-tabel/kolom/1.json").is_file()


def test_a_wide_table_shows_its_first_columns_and_stays_small(site):
    html = (site / "data/aneh/lebar/index.html").read_text("utf-8")
    assert html.count('<th scope="col">') == 12
    assert len(list((site / "data/aneh/lebar/kolom").iterdir())) == 1


def test_files_of_columns_are_no_downloads(site):
    assert "kolom" not in (site / "data/aneh/SHA256SUMS").read_text()


def test_a_portal_can_do_without(tmp_path):
    given = portals.example() | {"content/situs.yaml": portals.settings(fitur={"jelajah": False})}
    portals.write({path: data for path, data in given.items() if not path.startswith("theme/")}, tmp_path)
    assert portals.build(tmp_path).ok
    assert not (tmp_path / "_site/data/penduduk/kabkota/index.html").exists()
    assert "Jelajahi seluruh tabel" not in (tmp_path / "_site/data/penduduk/index.html").read_text("utf-8")
