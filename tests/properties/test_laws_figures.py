"""The laws of the build for figures bound to data: a revised cell reaches every page that quotes it, and no other."""

from __future__ import annotations

import pytest

from tests import portals
from tests.portals import release, release_path
from tests.properties.changes import changed
from tests.properties.test_laws import compare

_KOTA, _LUAS = "datasets/penduduk/data/kabkota.csv", "datasets/luas/data/kabkota.csv"
_PACKAGE = "datasets/luas/datapackage.json"
_ONE, _LATER = release_path("2025", "angka"), release_path("2026", "nanti")
_FILLED = "Ada [](angka:penduduk/kabkota.penduduk?kode=32.75) di [](angka:luas/luas?kode=32.75)."


def quoting():
    """The example portal with a release, a page and a release that is held back, all of which quote cells."""
    typed = f"{_FILLED}\n\nKota itu berpenduduk [sekitar 2,5 juta jiwa](angka:penduduk/kabkota.penduduk?kode=32.75)."
    late = "Luasnya [](angka:luas/luas?kode=36.71)."
    return portals.example() | {
        _ONE: release("Angka", "2025-06-01", typed, ringkasan=""),
        _LATER: release("Nanti", "2026-06-01", late),
        "content/halaman/angka.md": portals.page("Angka", "Luas [1.273,9 km²](angka:luas/luas?kode=32.16)."),
    }


REVISIONS = {
    "a_cell_that_two_links_quote": (_KOTA, "32.75,32,2500000", "32.75,32,2510000"),
    "a_typed_figure_that_no_longer_holds": (_KOTA, "32.75,32,2500000", "32.75,32,2600000"),
    "a_cell_that_only_the_other_dataset_has": (_LUAS, "32.75,210.5", "32.75,210.6"),
    "a_cell_that_nobody_quotes": (_KOTA, "32.16,32,3200000", "32.16,32,3300000"),
    "a_cell_that_a_release_quotes_which_is_held_back": (_LUAS, "36.71,164.5", "36.71,164.6"),
    "a_row_before_it": (_LUAS, "kode,luas\n", "kode,luas\n32.01,2991.8\n"),
    "a_row_that_is_gone": (_LUAS, "32.75,210.5\n", ""),
    "the_unit": (_PACKAGE, '"x-satuan": "km²"', '"x-satuan": "km2"'),
    "the_title_of_a_column": (_PACKAGE, '"title": "Luas"', '"title": "Luas wilayah"'),
    "another_row": (_ONE, "luas/luas?kode=32.75", "luas/luas?kode=36.71"),
    "another_form": (_ONE, "luas/luas?kode=32.75", "luas/luas?kode=32.75&satuan=tidak"),
    "another_title_of_the_release": (_ONE, "Angka", "Bilangan"),
}
BROKEN = {"a_typed_figure_that_no_longer_holds", "a_row_that_is_gone"}


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    folder = tmp_path_factory.mktemp("angka")
    portals.write(quoting(), folder / "portal")
    result = portals.build(folder / "portal", output=folder / "_site")
    assert result.ok, result.diagnostics
    return folder


@pytest.mark.parametrize("name", REVISIONS)
def test_a_revision_and_its_undoing_leave_nothing_stale(standing, name):
    root, output, fresh = standing / "portal", standing / "_site", standing / "baru"
    before = portals.tree(output)
    revised = changed(quoting(), *REVISIONS[name])
    assert revised != quoting()
    try:
        portals.write(revised, root)
        assert compare(root, output, fresh).ok is (name not in BROKEN)
    finally:
        portals.write(quoting(), root)
        undone = portals.build(root, output=output)
    assert undone.ok
    assert portals.differences(portals.tree(output), before) == []


def test_the_excerpt_in_lists_and_feeds_holds_the_figure(standing):
    made = portals.tree(standing / "_site")
    for path in ("umpan/siaran-pers.xml", "siaran-pers/2025/index.html"):
        assert "Ada 2.500.000 jiwa di 210,5 km²." in made[path].decode().replace("\u00a0", " ")
    assert not [path for path, data in made.items() if b"{angka:" in data or b"angka:luas/luas" in data]


def test_what_is_held_back_is_not_quoted(standing):
    page = portals.tree(standing / "_site")["data/luas/index.html"].decode()
    assert "baris--kabkota-32-75" in page
    assert "baris--kabkota-36-71" not in page
