"""Facets: pages of single values with true counts, the file for combining them, sane lists of a thousand values."""

import json
import re

import pytest

from lintas.presenting import facets, letters
from tests import portals

KEYS = {"topik": ["penduduk"], "instansi": ["kota"]}


def example():
    """The example on the engine's own theme."""
    return {path: data for path, data in portals.example().items() if not path.startswith("theme/")}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("segi") / "portal"
    portals.write(example(), root)
    result = portals.build(root)
    assert result.ok, result.diagnostics
    return root / "_site"


def items(path):
    """A file for combining, as every item: column → value, and axis → its values."""
    data = json.loads(path.read_bytes())
    keys = {axis["kunci"]: [key for key, _ in axis["nilai"]] for axis in data["segi"]}
    made = []
    for number in range(len(data["kolom"]["judul"])):
        item = {name: column[number] for name, column in data["kolom"].items()}
        for axis in data["segi"]:
            own = axis["butir"][number]
            item[axis["kunci"]] = {keys[axis["kunci"]][place] for place in (own if isinstance(own, list) else [own])}
        item["alamat"] = data["awalan"] + item["alamat"] + "/"
        made.append(item)
    return made


def test_every_value_of_the_catalogue_has_a_page_that_lists_its_datasets_and_no_others(site):
    found = items(site / "data/saring.json")
    axes = json.loads((site / "data/saring.json").read_bytes())["segi"]
    assert [axis["kunci"] for axis in axes] == ["topik", "instansi", "wilayah", "tahun", "format", "kemutakhiran"]
    for axis in axes:
        for key, _ in axis["nilai"]:
            page = (site / f"data/{axis['kunci']}/{key}/index.html").read_text("utf-8")
            listed = set(re.findall(r'dataset-item__title"><a href="[./]*(data/[a-z0-9-]+/)"', page))
            wanted = {item["alamat"] for item in found if key in item[axis["kunci"]]}
            assert listed == wanted, (axis["kunci"], key)
        assert (site / f"data/{axis['kunci']}/index.html").is_file()


def test_releases_can_be_combined_by_what_they_are_about(site):
    found = items(site / "siaran-pers/saring.json")
    assert len(found) == 8
    dua = next(item for item in found if item["judul"] == "Kabar Dua")
    assert dua["alamat"] == "siaran-pers/2025/dua/"
    assert dua["wilayah"] == {"32", "32.16", "36"}
    assert (dua["topik"], dua["tahun"], dua["status"]) == ({"ruang", "penduduk"}, {"2025"}, {"terbit"})
    tiga = next(item for item in found if item["judul"] == "Kabar Tiga")
    assert tiga["wilayah"] == {"32", "32.16"}  # a kecamatan counts for the regions around it
    assert all((site / item["alamat"] / "index.html").is_file() for item in found)


def test_facets_of_releases_lead_to_the_pages_that_exist_already(site):
    page = (site / "siaran-pers/index.html").read_text("utf-8")
    assert 'href="../topik/penduduk/" data-value="penduduk"' in page
    assert 'href="../instansi/kota/" data-value="kota"' in page
    assert not (site / "siaran-pers/topik").exists()


def test_what_stands_on_later_pages_does_not_change_with_a_count_of_the_first(tmp_path):
    """A new topic of the newest release changes the first page and the file, not the pages that do not show it."""
    features = {"kartu": "tidak", "pdf": "tidak", "keaslian": False, "wilayah": "tidak"}
    portal = {
        "content/situs.yaml": portals.settings(instansi="", fitur=features),
        "content/topik.yaml": portals.topics(),
        "content/instansi/kota.yaml": portals.institution("Kota Uji"),
        **{
            portals.release_path("2025", f"r{n}"): portals.release(f"R {n}", f"2025-04-0{n}", **KEYS)
            for n in range(1, 8)
        },
    }
    root = portals.write(portal, tmp_path / "portal")
    assert portals.build(root).ok
    before = portals.tree(root / "_site")
    newest = portals.release_path("2025", "r7")
    changed = portals.release("R 7", "2025-04-07", **{**KEYS, "topik": ["penduduk", "ruang"]})
    portals.write(portal | {newest: changed}, root)
    assert portals.build(root).ok
    different = portals.differences(before, portals.tree(root / "_site"))
    assert "siaran-pers/index.html" in different
    assert "siaran-pers/saring.json" in different
    assert "siaran-pers/halaman/2/index.html" not in different


def test_nothing_is_made_for_a_single_release_or_dataset(tmp_path):
    portal = {"content/situs.yaml": portals.settings(instansi="")}
    root = portals.write(portal, tmp_path / "portal")
    assert portals.build(root).ok
    made = portals.tree(root / "_site")
    assert not [path for path in made if path.endswith("saring.json")]
    assert {"data/index.html", "siaran-pers/index.html"} <= made.keys()


MANY = 200
HOSTILE = "<img src=x onerror=alert(1)> “kutip” & </script>"


def test_very_many_topics_with_hostile_names_stay_sane(tmp_path):
    names = [f"Topik {number:03} {HOSTILE}" for number in range(MANY)]
    topics = [{"slug": f"t{number}", "nama": name, "uraian": "Uraian."} for number, name in enumerate(names)]
    releases = {
        portals.release_path("2025", f"s{n}"): portals.release(
            f"Siaran {n} {HOSTILE}", "2025-01-01", topik=[f"t{n}", "t7"]
        )
        for n in range(20)
    }
    portal = {
        "content/situs.yaml": portals.settings(instansi="", fitur={"kartu": "tidak", "pdf": "tidak"}),
        "content/topik.yaml": portals.dumped(topics),
        **releases,
    }
    root = portals.write(portal, tmp_path / "portal")
    result = portals.build(root)
    assert result.ok, result.diagnostics
    lists, index, home = (
        (root / "_site" / name).read_text("utf-8")
        for name in ("siaran-pers/index.html", "topik/index.html", "index.html")
    )
    assert lists.count('data-value="t') == facets.SHOWN
    assert "(20)" in lists  # all topics that occur are one link away
    assert index.count('class="filter__link"') == MANY
    assert home.count('class="topic-item"') == 12
    for page in (lists, index, home):
        assert "<img src=x" not in page
    found = items(root / "_site/siaran-pers/saring.json")
    assert {item["judul"] for item in found} == {f"Siaran {n} {HOSTILE}" for n in range(20)}


@pytest.mark.parametrize(
    ("name", "sign"), [("Élan", "E"), ("aceh", "A"), ("3T", letters.OTHER), ("“Kota”", "K"), ("", letters.OTHER)]
)
def test_names_stand_under_their_letters(name, sign):
    assert letters.letter(name) == sign


def test_few_names_need_no_letters():
    assert letters.by_letter(["b", "A"], str) == [("", ("A", "b"))]
    assert letters.by_letter([], str) == []
    many = letters.by_letter([f"{chr(97 + n % 26)}{n}" for n in range(60)], str)
    assert [sign for sign, _ in many] == [chr(65 + n) for n in range(26)]
