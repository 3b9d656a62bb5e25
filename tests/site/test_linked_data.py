"""Linked data of the example portal: one block a page, read as a graph, whose names all lead somewhere."""

import json
import re

import pytest
from rdflib import Dataset

from tests.conftest import BASE_URL

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
DATASET = "data/penduduk-2024/index.html"
RELEASE = "siaran-pers/2025/kolaborasi-penataan-metropolitan-bekasi/index.html"


@pytest.fixture(scope="module")
def blocks(site):
    """Page → its blocks, parsed."""
    found = {}
    for path in site.rglob("*.html"):
        texts = BLOCK.findall(path.read_text("utf-8"))
        found[path.relative_to(site).as_posix()] = [json.loads(text) for text in texts]
    return found


def nodes(value):
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each)


def graph(blocks, path):
    return blocks[path][0]["@graph"]


def thing(blocks, path, kind):
    return next(each for each in graph(blocks, path) if each["@type"] == kind)


def test_every_page_has_one_block_at_most_and_pages_with_a_way_to_them_tell_it(blocks, pages):
    assert {path: len(found) for path, found in blocks.items() if len(found) > 1} == {}
    for path, found in blocks.items():
        if pages[path].meta.get("robots") == "noindex" or path in ("404.html",) or "sematan/" in path:
            continue
        assert found, path
        ways = [each for each in found[0]["@graph"] if each["@type"] == "BreadcrumbList"]
        assert len(ways) == (path not in ("index.html", "en/index.html")), path
        for way in ways:
            items = way["itemListElement"]
            assert [each["position"] for each in items] == list(range(1, len(items) + 1))
            assert items[-1]["item"] == pages[path].canonical
            assert all(leads(blocks, each["item"]) and each["name"] for each in items), path


def leads(blocks, url):
    return url.startswith(BASE_URL) and url.removeprefix(BASE_URL).partition("#")[0] + "index.html" in blocks


def test_every_name_within_the_site_is_told_of_on_its_own_page(blocks):
    told, named = {}, {}
    for path, found in blocks.items():
        for each in (node for block in found for node in block["@graph"]):
            if "@id" in each:
                told.setdefault(each["@id"], set()).add(path)
        for node in nodes(found):
            if node.get("@id", "").startswith(BASE_URL):
                named.setdefault(node["@id"], path)
    for name, path in named.items():
        own = name.removeprefix(BASE_URL).partition("#")[0] + "index.html"
        assert own in told.get(name, set()), (name, path)


def test_release_and_dataset_name_each_other(blocks):
    known = {"NewsArticle": ("isBasedOn", "citation"), "Dataset": ("subjectOf",)}
    pairs = {kind: set() for kind in known}
    for path, found in blocks.items():
        if path.startswith("en/"):
            continue
        for each in (node for block in found for node in block["@graph"]):
            for node in (n for key in known.get(each["@type"], ()) for n in each.get(key, ())):
                if node.get("@type") in known:
                    pairs[each["@type"]].add((each["@id"], node["@id"]))
    assert pairs["Dataset"]
    assert pairs["Dataset"] == {(data, release) for release, data in pairs["NewsArticle"]}


def test_a_dataset_has_what_google_asks_for(blocks, site):
    made = thing(blocks, DATASET, "Dataset")
    assert made["name"]
    assert 50 <= len(made["description"]) <= 5000
    wanted = {
        "creator", "distribution", "identifier", "includedInDataCatalog", "isAccessibleForFree", "keywords", "license",
        "publisher", "spatialCoverage", "temporalCoverage", "url", "variableMeasured", "version", "dateModified",
    }  # fmt: skip
    assert wanted <= set(made)
    for each in made["distribution"]:
        file = site / each["contentUrl"].removeprefix(BASE_URL)
        assert file.stat().st_size == int(each["contentSize"].removesuffix(" B"))
        assert each["encodingFormat"]
    assert {each["name"] for each in made["variableMeasured"]} >= {"Jumlah penduduk"}


def test_every_dataset_has_a_description_that_is_long_enough(blocks):
    made = [
        node for found in blocks.values() for block in found for node in block["@graph"] if node["@type"] == "Dataset"
    ]
    assert len(made) > 15
    assert [each["@id"] for each in made if not 50 <= len(each["description"]) <= 5000] == []


def test_the_home_page_knows_the_site_and_its_publisher(blocks):
    website, agency = graph(blocks, "index.html")
    assert (website["@type"], agency["@type"]) == ("WebSite", "GovernmentOrganization")
    assert website["publisher"]["@id"] == agency["@id"]
    assert "{search_term_string}" in website["potentialAction"]["target"]["urlTemplate"]


@pytest.mark.parametrize(("path", "kind"), [
    ("data/index.html", "DataCatalog"), ("wilayah/32.75/index.html", "AdministrativeArea"),
    ("instansi/bps/index.html", "GovernmentOrganization"), ("kawasan/jabodetabekpunjur/index.html", "Place"),
    ("siaran-pers/index.html", "CollectionPage"), ("topik/kawasan-metropolitan/index.html", "DefinedTerm"),
    (RELEASE, "NewsArticle"), ("data/penduduk-2024/v/1.0.0/index.html", "Dataset"),
])  # fmt: skip
def test_kinds_of_pages(blocks, path, kind):
    assert thing(blocks, path, kind)


def test_a_region_lies_in_its_province_and_a_province_in_the_country(blocks):
    city, province = (thing(blocks, f"wilayah/{code}/index.html", "AdministrativeArea") for code in ("32.75", "32"))
    assert city["containedInPlace"]["@id"] == province["@id"]
    assert province["containedInPlace"]["@type"] == "Country"
    south, west, north, east = (float(text) for text in city["geo"]["box"].split())
    assert -6.5 < south < north < -6
    assert 106.8 < west < east < 107.2


def test_blocks_are_json_ld(blocks):
    """Expanded by a library of RDF; schema.org's own context is on the net, so its vocabulary stands in for it."""
    for path in ("index.html", DATASET, RELEASE, "wilayah/32.75/index.html", "jadwal/index.html"):
        made = Dataset()
        made.parse(data=json.dumps(blocks[path][0] | {"@context": {"@vocab": "https://schema.org/"}}), format="json-ld")
        assert len(made) >= 5, path
