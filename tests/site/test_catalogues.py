"""The catalogue told to machines: each format is read by the reader that people use for it, and finds everything."""

import hashlib
import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import BNode, Graph, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS, Namespace

from tests.conftest import BASE_URL
from tests.site.open_data import OPEN_DATA
from tests.site.reading import read

pytestmark = [
    pytest.mark.site,
    pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib", "ignore:The inplace keyword:Warning"),
]

SHAPES = Path(__file__).resolve().parents[1] / "shapes" / "dcat-ap-3.0.1"
READER = Path(__file__).with_name("ckan_reader.py")
EU = "http://publications.europa.eu/resource/authority/"
SPDX, VCARD = Namespace("http://spdx.org/rdf/terms#"), Namespace("http://www.w3.org/2006/vcard/ns#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")  # rdflib knows version 2 of it
DOWNLOADS = {".csv", ".xlsx", ".json", ".parquet", ".zip", ".geojson"}
DESCRIBING = {"datapackage.json", "croissant.json"}


@pytest.fixture(scope="module")
def graphs(site):
    """Path below the site → graph, of each Turtle file."""
    files = [site / "katalog.ttl", *sorted((site / "data").glob("*/dcat.ttl"))]
    return {path.relative_to(site).as_posix(): Graph().parse(path) for path in files}


@pytest.fixture(scope="module")
def catalogue(graphs):
    return graphs["katalog.ttl"]


@pytest.fixture(scope="module")
def packages(site):
    """Slug → published descriptor."""
    found = sorted((site / "data").glob("*/datapackage.json"))
    return {path.parent.name: json.loads(path.read_text("utf-8")) for path in found}


def published(site, slug):
    """The files of a dataset that people download."""
    names = {path.name for path in (site / "data" / slug).iterdir() if path.suffix in DOWNLOADS}
    return {name for name in names - DESCRIBING if not name.endswith((".kolom.json", "-metadata.json"))}


def local(site, address):
    assert address.startswith(BASE_URL)
    return site / address.removeprefix(BASE_URL).partition("#")[0]


# --- DCAT -------------------------------------------------------------------------------------------------------------


def test_both_forms_of_a_graph_say_the_same(site, graphs, caplog):
    for path, graph in graphs.items():
        other = Graph().parse(site / path.replace(".ttl", ".jsonld"), format="json-ld")
        assert set(graph) == set(other), path
        assert not any(isinstance(term, BNode) for triple in graph for term in triple)
    assert [record.message for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_the_graphs_conform_to_dcat_ap(graphs):
    from pyshacl import validate

    shapes = Graph()
    for path in sorted(SHAPES.glob("*.ttl")):
        shapes.parse(path)
    for path, graph in graphs.items():
        conforms, _, text = validate(graph, shacl_graph=shapes)
        assert conforms, f"{path}\n{text}"


def test_every_dataset_is_in_the_catalogue_once_and_with_all_its_files(site, catalogue, packages):
    listed = set(catalogue.objects(None, DCAT.dataset))
    assert listed == set(catalogue.subjects(RDF.type, DCAT.Dataset))
    assert len(listed) == len(packages) >= 9
    for dataset in listed:
        slug = local(site, catalogue.value(dataset, DCAT.landingPage)).name
        files = {local(site, url).name: each for each in catalogue.objects(dataset, DCAT.distribution)
                 for url in catalogue.objects(each, DCAT.downloadURL)}  # fmt: skip
        assert set(files) == published(site, slug)
        for name, each in files.items():
            data = (site / "data" / slug / name).read_bytes()
            checksum = catalogue.value(catalogue.value(each, SPDX.checksum), SPDX.checksumValue)
            assert (int(catalogue.value(each, DCAT.byteSize)), str(checksum)) == (
                len(data), hashlib.sha256(data).hexdigest()
            )  # fmt: skip


def test_a_dataset_tells_who_where_when_and_by_which_terms(catalogue):
    dataset = URIRef(f"{BASE_URL}data/penduduk-2024/#himpunan-data")
    named = lambda predicate: catalogue.value(dataset, predicate)  # noqa: E731
    assert str(named(DCTERMS.publisher)).endswith("/instansi/ditjen-dukcapil/#instansi")
    assert str(catalogue.value(named(DCAT.contactPoint), VCARD.hasEmail)) == "mailto:humas@contoh.go.id"
    assert str(named(DCTERMS.accrualPeriodicity)) == f"{EU}frequency/IRREG"
    assert str(named(DCTERMS.accessRights)) == f"{EU}access-right/PUBLIC"
    assert URIRef(f"{EU}data-theme/SOCI") in set(catalogue.objects(dataset, DCAT.theme))
    assert catalogue.value(catalogue.value(dataset, DCTERMS.spatial), DCAT.bbox) is not None
    assert {text.language for text in catalogue.objects(dataset, DCTERMS.title)} == {"id", "en"}
    meeting = URIRef(f"{BASE_URL}data/rapat-koordinasi/#himpunan-data")
    bekasi = catalogue.value(meeting, DCTERMS.spatial)
    assert (str(catalogue.value(bekasi, DCTERMS.identifier)), str(catalogue.value(bekasi, SKOS.prefLabel))) == (
        "32.75", "Kota Bekasi"
    )  # fmt: skip


def test_frozen_versions_form_a_series_that_leads_from_one_to_the_next(site, graphs):
    graph = graphs["data/penduduk-2024/dcat.ttl"]
    series = next(graph.subjects(RDF.type, DCAT.DatasetSeries))
    frozen = sorted(path.name for path in (site / "data/penduduk-2024/v").iterdir())
    step, seen = graph.value(series, DCAT.last), []
    while step is not None:
        assert graph.value(step, DCAT.inSeries) == series
        seen.append(str(graph.value(step, DCAT.version)))
        step = graph.value(step, DCAT.prev)
    assert seen == frozen[::-1]
    assert graph.value(series, DCAT.first) in set(graph.subjects(DCAT.version, None))


def test_the_api_is_a_service_of_the_catalogue(site, catalogue):
    service = next(catalogue.subjects(RDF.type, DCAT.DataService))
    assert (URIRef(f"{BASE_URL}#katalog"), DCAT.service, service) in catalogue
    description = local(site, str(catalogue.value(service, DCAT.endpointDescription)))
    assert json.loads(description.read_text("utf-8"))["openapi"].startswith("3.1")
    assert set(catalogue.objects(service, DCAT.servesDataset)) == set(catalogue.objects(None, DCAT.dataset))


# --- CKAN -------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def harvested(site):
    """What CKAN reads of the catalogue, by form."""
    files = [str(site / "katalog.ttl"), str(site / "katalog.jsonld")]
    command = [sys.executable, str(READER), "euro_dcat_ap_3", *files]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout).values())


def test_ckan_harvests_every_dataset_with_every_file(site, harvested, packages):
    for datasets in harvested:
        assert sorted(each["title"] for each in datasets) == sorted(
            (package.get("x-terjemahan") or {}).get("en", {}).get("title") or package["title"]
            for package in packages.values()
        )
        for each in datasets:
            slug = local(site, each["url"]).name
            assert {Path(resource["url"]).name for resource in each["resources"]} == published(site, slug)
            extras = {extra["key"]: extra["value"] for extra in each["extras"]}
            assert extras["publisher_name"]
            assert extras["contact_email"] == "humas@contoh.go.id"
            assert extras["uri"].startswith(BASE_URL)


def test_ckan_shows_plain_formats_media_types_and_the_licence_of_its_register(harvested):
    for datasets in harvested:
        resources = [resource for each in datasets for resource in each["resources"]]
        formats = {(resource["format"], resource["mimetype"]) for resource in resources}
        assert formats == {
            ("CSV", "text/csv"), ("JSON", "application/json"), ("GeoJSON", "application/geo+json"),
            ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            ("Parquet", "application/vnd.apache.parquet"), ("ZIP", "application/zip"),
        }  # fmt: skip
        assert {each["license_id"] for each in datasets if "creativecommons" in each["resources"][0]["license"]} == {
            "cc-by"
        }
        assert all(resource["hash"] and resource["size"] and resource["license"] for resource in resources)


# --- data.json --------------------------------------------------------------------------------------------------------


def test_data_json_has_what_project_open_data_requires(site, packages):
    from jsonschema import Draft202012Validator

    given = json.loads((site / "data.json").read_text("utf-8"))
    assert [error.message for error in Draft202012Validator(OPEN_DATA).iter_errors(given)] == []
    assert {each["identifier"] for each in given["dataset"]} == {f"{BASE_URL}data/{slug}/" for slug in packages}
    for each in given["dataset"]:
        slug = local(site, each["identifier"]).name
        assert {Path(file["downloadURL"]).name for file in each["distribution"]} == published(site, slug)


# --- Croissant, CSVW, Data Package ------------------------------------------------------------------------------------


def test_mlcroissant_loads_every_record_of_every_table(site, packages):
    from mlcroissant import Dataset

    for slug, package in packages.items():
        path = site / "data" / slug / "croissant.json"
        given = json.loads(path.read_text("utf-8"))
        files = {each["@id"]: str(local(site, each["contentUrl"])) for each in given["distribution"]}
        assert {each["sha256"] for each in given["distribution"]} == {
            hashlib.sha256(Path(file).read_bytes()).hexdigest() for file in files.values()
        }
        dataset = Dataset(jsonld=str(path), mapping=files)
        issues = dataset.metadata.ctx.issues
        assert (issues.errors, issues.warnings) == (set(), set())
        assert dataset.metadata.cite_as.startswith("@")
        tables = {each["name"]: each for each in package["resources"] if "schema" in each}
        assert [each["name"] for each in given.get("recordSet", [])] == [each["title"] for each in tables.values()]
        for name, table in tables.items():
            rows = list(dataset.records(f"tabel-{name}"))
            assert len(rows) == table["rows"]
            assert list(rows[0]) == [f"tabel-{name}/{field['name']}" for field in table["schema"]["fields"]]


def test_codes_stay_text_for_mlcroissant(site):
    from mlcroissant import Dataset

    path = site / "data/luas-wilayah-2024/croissant.json"
    given = json.loads(path.read_text("utf-8"))
    files = {each["@id"]: str(local(site, each["contentUrl"])) for each in given["distribution"]}
    rows = Dataset(jsonld=str(path), mapping=files).records("tabel-kabkota")
    assert b"11.10" in {row["tabel-kabkota/kode"] for row in rows}


def test_the_csvw_library_finds_each_csv_described_and_valid(site):
    from csvw.metadata import CSVW

    described = sorted((site / "data").glob("*/*-metadata.json"))
    tables = [path for path in (site / "data").glob("*/*.csv") if not path.name.endswith("-excel.csv")]
    assert len(described) == len(tables) >= 15
    for path in described:
        table = CSVW(str(path).removesuffix("-metadata.json"), validate=True)
        assert table.is_valid, (path, [str(warning.message) for warning in table.warnings])
        assert not table.no_metadata


def test_frictionless_finds_all_packages_valid_over_http(site, packages):
    from frictionless import validate

    from tests.browser.server import serving

    with serving(site) as home:
        for address in ("datapackage.json", *(f"data/{slug}/datapackage.json" for slug in packages)):
            report = validate(home + address)
            assert report.valid, report.to_summary()
        whole = validate(f"{home}datapackage.json")
    named = {f"{slug}.{each['name']}" for slug, package in packages.items() for each in package["resources"]
             if "schema" in each}  # fmt: skip
    assert {task.name for task in whole.tasks} == named


def test_the_page_of_a_dataset_leads_to_its_descriptions(site):
    page = read((site / "data/penduduk-2024/index.html").read_text("utf-8"))
    hrefs = {Path(address).name for address, _ in page.links}
    assert {"dcat.jsonld", "dcat.ttl", "croissant.json", "kabkota.csv-metadata.json"} <= hrefs
