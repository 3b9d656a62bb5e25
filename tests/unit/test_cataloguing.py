"""Catalogues of portals that are awkward: hostile texts, odd names, things that are not there. Read by real readers."""

import json
import logging

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, Namespace

from lintas import pipeline
from lintas.cataloguing import authorities, iris
from lintas.cataloguing.csvw import column_name
from lintas.cataloguing.csvw_types import datatype
from lintas.pipeline import Options
from lintas.reporters import has_errors
from lintas.siaran.pages import DATA_THEMES
from tests import portals
from tests.portals import field, package, rows, table

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib", "ignore:The inplace keyword:Warning")

DCAT = Namespace("http://www.w3.org/ns/dcat#")
BASE = "https://uji.go.id/"
TITLE = "Data \"aneh\" </script><!-- \\ \u202e\u2066 & 'petik' <b>"
FIELDS = [
    field("Nama Wilayah (kab/kota)"),
    field("_lebar 100%", "number", decimalChar=",", groupChar="."),
    field("tanggal–catat", "date", format="%d/%m/%Y"),
    field("ada?", "boolean", trueValues=["ya"], falseValues=["tidak"]),
]
ROWS = rows(
    '"Nama Wilayah (kab/kota)";"_lebar 100%";"tanggal–catat";"ada?"', '"Kota ""X"", </script>";1.234,5;05/06/2024;ya',
    "-;0,5;;tidak", "Ütara;-;31/12/2024;",
)  # fmt: skip


def hostile():
    odd = table("tabel-aneh", FIELDS, missingValues=["", "-"]) | {"dialect": {"delimiter": ";"}}
    bare = {
        "name": "polos", "title": "Polos", "resources": [table("isi", [field("kode")])],
        "licenses": [{"name": "Lisensi Sendiri"}], "sources": [], "contributors": [],
    }  # fmt: skip
    sound = portals.population() | portals.area({"32.16": "1269.5", "32.75": "210.5", "36.71": "153.9"})
    return sound | {
        "content/situs.yaml": portals.settings(judul=TITLE, fitur={"parquet": False, "json": True}),
        "content/topik.yaml": portals.dumped(
            [{"slug": "penduduk", "nama": TITLE, "tema_eu": "SOCI"}, {"slug": "ruang", "nama": "Ruang"}]
        ),
        "content/instansi/pusat.yaml": portals.institution(TITLE),
        "datasets/aneh/datapackage.json": package(
            "aneh", [odd], title=TITLE, description=TITLE, keywords=[TITLE, "a, b"], version="1.0.0+bangun.1",
            licenses=[{"name": "X-Lain", "path": "https://contoh.go.id/lisensi/[é]|{x}"}],
            sources=[{"title": TITLE, "path": "https://contoh.go.id/a?b=%&c=`^"}],
            contributors=[{"title": TITLE, "role": "produsen-data"}, {"title": "Ä", "role": "peran sendiri"}],
            **{"x-cakupan-wilayah": ["32.75", "32.75.01"], "x-catatan": [TITLE]},
        ),
        "datasets/aneh/data/tabel-aneh.csv": ROWS,
        "datasets/polos/datapackage.json": portals.dumped(bare),
        "datasets/polos/data/isi.csv": b"\xef\xbb\xbf" + rows("kode", "11.10"),
    }  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return built(tmp_path_factory.mktemp("aneh"), hostile())


def built(folder, portal):
    portals.write_all(portal, folder / "portal")
    result = pipeline.build(Options(root=folder / "portal", now=portals.NOW, output=folder / "_site", jobs=1))
    assert not has_errors(result.diagnostics), result.diagnostics
    return folder / "_site"


def graphs(site):
    return {path: Graph().parse(path) for path in sorted(site.rglob("*.ttl"))}


def test_hostile_texts_are_told_as_they_are_in_sound_graphs(site, caplog):
    found = graphs(site)
    assert len(found) == 5
    for path, graph in found.items():
        assert set(graph) == set(Graph().parse(path.with_suffix(".jsonld"), format="json-ld"))
        assert not any(sign in path.read_text("utf-8") for sign in "\u202e\u2066")
    whole = found[site / "katalog.ttl"]
    assert (URIRef(f"{BASE}data/aneh/#himpunan-data"), DCTERMS.title, Literal(TITLE, lang="id")) in whole
    assert [record.message for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_hostile_portals_conform_to_dcat_ap(site):
    from pyshacl import validate

    from tests.site.test_catalogues import SHAPES

    shapes = Graph()
    for path in sorted(SHAPES.glob("*.ttl")):
        shapes.parse(path)
    for path, graph in graphs(site).items():
        conforms, _, text = validate(graph, shacl_graph=shapes)
        assert conforms, f"{path}\n{text}"


def test_what_is_not_stated_is_not_claimed(site):
    graph = Graph().parse(site / "katalog.ttl")
    dataset = URIRef(f"{BASE}data/polos/#himpunan-data")
    assert graph.value(dataset, DCTERMS.temporal) is None
    assert graph.value(dataset, DCTERMS.accrualPeriodicity) is None
    assert str(graph.value(dataset, DCTERMS.publisher)) == f"{BASE}instansi/pusat/#instansi"
    assert graph.value(dataset, DCAT.contactPoint) is not None
    licence = graph.value(graph.value(dataset, DCAT.distribution), DCTERMS.license)
    assert str(licence) == f"{BASE}data/#lisensi-Lisensi%20Sendiri"


def test_data_json_stays_whole_without_date_and_address(site):
    given = {each["title"]: each for each in json.loads((site / "data.json").read_text("utf-8"))["dataset"]}
    bare = given["Polos"]
    assert bare["contactPoint"]["hasEmail"] == "mailto:"
    assert bare["keyword"] == ["polos"]
    assert bare["modified"] == "R/P1Y"
    assert given[TITLE]["license"] == "https://contoh.go.id/lisensi/%5B%C3%A9%5D%7C%7Bx%7D"


def test_a_csv_with_odd_columns_is_read_by_the_csvw_library(site):
    from csvw.metadata import CSVW

    for path in sorted(site.glob("data/*/*-metadata.json")):
        table = CSVW(str(path).removesuffix("-metadata.json"), validate=True)
        assert table.is_valid, [str(warning.message) for warning in table.warnings]
    cells = list(CSVW(str(site / "data/aneh/tabel-aneh.csv")).tables[0])
    assert [list(row.values())[1] for row in cells[:2]] == [1234.5, 0.5]
    assert [list(row.values())[3] for row in cells] == [True, False, None]
    assert next(iter(cells[1].values())) is None


def test_mlcroissant_reads_it_from_json_without_parquet(site):
    from mlcroissant import Dataset

    found = {}
    for path in sorted(site.glob("data/*/croissant.json")):
        given = json.loads(path.read_text("utf-8"))
        files = {each["@id"]: str(path.parent / each["name"]) for each in given["distribution"]}
        dataset = Dataset(jsonld=str(path), mapping=files)
        assert dataset.metadata.ctx.issues.errors == set()
        found[path.parent.name] = [
            [list(row.values()) for row in dataset.records(table["@id"])] for table in given["recordSet"]
        ]
    assert found["polos"] == [[[b"11.10"]]]
    assert [row[:2] for row in found["aneh"][0]] == [
        [b'Kota "X", </script>', 1234.5], [None, 0.5], ["Ütara".encode(), None],
    ]  # fmt: skip
    assert [len(rows) for rows in found["penduduk"]] == [2, 3]


def test_an_empty_portal_has_an_empty_catalogue(tmp_path):
    site = built(tmp_path, {"content/situs.yaml": portals.settings(instansi="")})
    graph = Graph().parse(site / "katalog.ttl")
    assert len(set(graph.subjects(RDF.type, DCAT.Catalog))) == 1
    assert list(graph.subjects(RDF.type, DCAT.Dataset)) == []
    assert json.loads((site / "data.json").read_text("utf-8"))["dataset"] == []
    assert not (site / "datapackage.json").exists()


# --- parts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "iri"),
    [
        ("https://contoh.go.id/a b", "https://contoh.go.id/a%20b"),
        ("HTTPS://contoh.go.id/ä%20%zz", "https://contoh.go.id/%C3%A4%20%25zz"),
        ("https://höhe.id/<x>?q={y}#`z", "https://xn--hhe-sna.id/%3Cx%3E?q=%7By%7D#%60z"),
        ("https://[::1", ""),
        ("javascript:alert(1)", ""),
        ("//contoh.go.id", ""),
        ("contoh", ""),
    ],
)
def test_addresses_become_sound_iris(address, iri):
    assert iris.web(address) == iri


def test_column_names_are_variables_of_uri_templates():
    assert column_name("luas_km2") == "luas_km2"
    assert column_name("_a b-ü") == "%5Fa%20b%2D%C3%BC"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"type": "integer", "constraints": {"minimum": 0}}, {"base": "integer", "minimum": "0"}),
        ({"type": "integer", "bareNumber": False}, "string"),
        ({"type": "date", "format": "%d %B %Y"}, "string"),
        ({"type": "date", "format": "any"}, "string"),
        ({"type": "datetime", "format": "%d/%m/%Y %H:%M"}, {"base": "dateTime", "format": "dd/MM/yyyy HH:mm"}),
        ({"type": "year"}, "gYear"),
        ({"type": "boolean", "trueValues": ["Y", "y"]}, {"base": "string", "format": "Y|y|false|False|FALSE|0"}),
        ({"type": "string", "constraints": {"enum": ["a|b", "c"]}}, {"base": "string", "format": r"a\|b|c"}),
        ({"type": "geopoint"}, "string"),
    ],
)
def test_types_are_told_as_far_as_csvw_has_them(given, told):
    assert datatype(given) == told


def test_the_themes_that_topics_may_name_are_those_of_the_table():
    assert tuple(authorities.THEMES) == DATA_THEMES
