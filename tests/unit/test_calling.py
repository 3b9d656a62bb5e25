"""What people call a region: former and customary names, former codes, codes of BPS, abbreviations."""

import json

import pytest

from lintas import wilayah
from tests import portals


def called(code):
    return {(call.text, call.why) for call in wilayah.calls() if call.code == code}


def test_former_names_are_told_from_customary_ones():
    assert ("Kabupaten Toba Samosir", "dahulu") in called("12.12")
    assert ("DKJ", "juga") in called("31")
    assert ("DKI Jakarta", "juga") in called("31")  # an abbreviation of the present name, not a former one


def test_a_spelling_is_no_other_name():
    assert not {text for text, why in called("12.74") if why in ("dahulu", "juga")}  # "KOTA TANJUNG BALAI"


def test_former_codes_lead_to_the_region_that_bears_another_now():
    merauke = [call for call in wilayah.calls() if call.text == "91.01" and call.why == "kode-lama"]
    assert [(call.code, call.note) for call in merauke] == [("93.01", "UU 14/2022")]


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    root = tmp_path_factory.mktemp("cari") / "portal"
    portal = {"content/situs.yaml": portals.settings(instansi="", fitur={"wilayah": "semua"})}
    portals.write(portal, root)
    assert portals.build(root).ok
    return json.loads((root / "_site/wilayah/cari.json").read_bytes())


@pytest.mark.parametrize(
    ("code", "text"),
    [("31.74", "Jaksel"), ("31", "DKI"), ("32", "Jabar"), ("73.71", "Ujung Pandang"), ("91", "Irian Jaya")],
)
def test_the_index_knows_abbreviations(index, code, text):
    place = [known for known, _ in index["wilayah"]].index(code)
    assert any(each[:2] == [place, text] for each in index["sebutan"])


def test_the_index_is_light_and_complete(index):
    assert len(index["wilayah"]) == 38 + 514
    assert len(json.dumps(index, ensure_ascii=False)) < 40_000
    assert index["singkatan"]["kab"] == "kabupaten"


def test_a_portal_without_pages_of_regions_has_no_finder(tmp_path):
    portal = {"content/situs.yaml": portals.settings(instansi="", fitur={"wilayah": "tidak"})}
    root = portals.write(portal, tmp_path / "portal")
    assert portals.build(root).ok
    assert not (root / "_site/wilayah").exists()
