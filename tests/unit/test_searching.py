"""The search index: what is in it, the same bytes in every run, when it is made, and what happens without Pagefind."""

import gzip
import json

import cbor2
import pytest

from lintas import searching
from lintas.finishing import search
from lintas.searching import ALSO, CALLED, Indexing, PagefindFailed, Record, enriched, load_synonyms, program, standard
from lintas.searching.forms import Forms
from lintas.searching.synonyms import Synonyms
from tests import portals
from tests.portals import release, release_path

INDEX = "cari/indeks/"


def record(address, content, title="Judul", **more):
    return Record(address, content, (("title", title),), **more)


def fragments(tree, language="id"):
    """What the index says of each page: address → fragment."""
    found = {}
    for path, data in tree.items():
        if path.startswith(f"{INDEX}fragment/{language}_"):
            said = json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
            found[said["url"]] = said
    return found


FEATURES = {"pencarian": True, "zip": False, "peta": False, "keaslian": False, "pdf": "tidak", "kartu": "tidak"}
SETTINGS = portals.settings(fitur=FEATURES)
ONE = release_path("2024", "satu")


def small():
    """A portal with one page of each kind, as the engine draws it."""
    both = {"instansi": ["pusat", "kota"], "wilayah": ["32.16", "36"], "topik": ["ruang", "penduduk"]}
    return {
        "content/situs.yaml": SETTINGS,
        "content/topik.yaml": portals.topics(),
        "content/instansi/pusat.yaml": portals.institution("Pusat Uji", singkatan="PU"),
        "content/instansi/kota.yaml": portals.institution("Kota Uji", induk="pusat", wilayah="32.75"),
        "content/halaman/tentang.md": portals.page("Tentang"),
        ONE: release("Kabar Satu", "2024-05-06"),
        release_path("2025", "dua"): release("Kabar Dua", "2025-02-01", "Isi *tebal*lah.", nomor="2/PU/2025", **both),
        **portals.area({"32.16": "1273.9", "32.75": "210.5"}),
    }


@pytest.fixture
def portal(tmp_path):
    files = small()
    return portals.write(files, tmp_path / "portal"), files


def index(tree):
    return {path: data for path, data in tree.items() if path.startswith(INDEX)}


def built(root, files=None, **options):
    if files is not None:
        portals.write(files, root)
    result = portals.build(root, **options)
    assert result.ok, result.diagnostics
    return result, portals.tree(root / "_site")


def test_each_page_is_found_by_what_stands_on_it(portal):
    said = fragments(built(portal[0])[1])
    assert {
        "siaran-pers/2025/dua/",
        "data/luas/",
        "wilayah/32.75/",
        "instansi/kota/",
        "topik/penduduk/",
        "tentang/",
    } < set(said)
    kabar = said["siaran-pers/2025/dua/"]
    assert kabar["meta"]["title"] == "Kabar Dua"
    assert kabar["meta"]["ringkasan"] == "Ringkasan Kabar Dua."
    assert kabar["meta"]["nomor"] == "2/PU/2025"
    assert "32.16" in kabar["meta"]["kode"]
    assert "Pusat Uji" in kabar["meta"][ALSO]
    assert kabar["content"] == "Isi teballah."
    assert kabar["filters"] == {
        "jenis": ["siaran"], "tahun": ["2025"], "instansi": ["pusat", "kota"], "topik": ["ruang", "penduduk"],
        "wilayah": ["32", "32.16", "36"],
    }  # fmt: skip
    data = said["data/luas/"]
    assert "Kode (kode): Arti kode." in data["content"]  # title, name and meaning of a column
    assert data["filters"]["jenis"] == ["data"]
    assert said["wilayah/32.75/"]["meta"]["kode"] == "32.75"


@pytest.mark.parametrize(
    "keys", [{"status": "draf"}, {"embargo": "2026-06-01T10:00:00+07:00"}], ids=["draft", "embargo"]
)
def test_what_is_held_back_is_not_in_the_index(portal, keys):
    root, files = portal
    plain = built(root)[1]
    secret = {release_path("2025", "rahasia"): release("Zanzibar Rahasia", "2025-06-01", "Isi zanzibar.", **keys)}
    with_secret = built(root, files | secret)[1]
    assert index(plain) == index(with_secret)


def test_withdrawn_releases_are_not_found(portal):
    root, files = portal
    gone = release(
        "Kabar Dicabut", "2025-06-01", "Isi zanzibar.", status="dicabut",
        pencabutan={"tanggal": "2025-06-02", "alasan": "Keliru seluruhnya."},
    )  # fmt: skip
    said = fragments(built(root, files | {release_path("2025", "dicabut"): gone})[1])
    assert not [address for address in said if "dicabut" in address]


def test_the_index_is_made_again_only_when_what_is_searched_changes(portal):
    root, files = portal
    first = index(built(root)[1])
    with count_runs() as work:
        retitled = files | {"content/situs.yaml": portals.settings(fitur=FEATURES, semboyan="Semboyan lain")}
        assert index(built(root, retitled)[1]) == first
        assert work.runs == 0
        changed = retitled | {ONE: release("Kabar Satu", "2024-05-06", "Isi baru yang berbeda.")}
        second = index(built(root, changed)[1])
        assert work.runs == 1
    assert "berbeda" in fragments(second)["siaran-pers/2024/satu/"]["content"]
    portals.scratch(root, root / "_anew")
    assert index(portals.tree(root / "_anew")) == second


class count_runs:  # noqa: N801
    """Counts how often Pagefind is asked for an index."""

    def __enter__(self):
        self.runs, self._files = 0, Indexing.files
        outer = self

        def files(indexing, records):
            outer.runs += 1
            return outer._files(indexing, records)

        Indexing.files = files
        return self

    def __exit__(self, *_):
        Indexing.files = self._files


def test_a_preview_keeps_the_index_of_the_last_build(portal):
    root, files = portal
    assert not fragments(built(root, preview=True)[1])
    first = fragments(built(root)[1])
    changed = files | {ONE: release("Kabar Lain", "2024-05-06")}
    assert fragments(built(root, changed, preview=True)[1]) == first
    assert fragments(built(root)[1])["siaran-pers/2024/satu/"]["meta"]["title"] == "Kabar Lain"


def test_without_pagefind_the_site_is_built_and_the_finding_says_how_to_get_it(portal, monkeypatch):
    monkeypatch.setattr(search, "program", lambda: "")
    monkeypatch.setattr(search, "version", lambda: "")
    for _ in range(2):  # what was said is said again
        result, tree = built(portal[0])
        assert [d.code for d in result.diagnostics] == ["CAR101"]
    assert "cari/index.html" in tree
    assert not [path for path in tree if path.startswith(INDEX)]
    monkeypatch.undo()
    root, files = portal
    result, tree = built(root, files | {ONE: release("Kabar Lain", "2024-05-06")})
    assert result.diagnostics == ()
    assert fragments(tree)


def test_a_pagefind_that_fails_stops_the_build_and_is_tried_again(portal, monkeypatch):
    monkeypatch.setattr(Indexing, "files", lambda *_: (_ for _ in ()).throw(PagefindFailed("no memory")))
    result = portals.build(portal[0])
    assert [d.code for d in result.diagnostics] == ["CAR102"]
    assert not (portal[0] / "_site").exists()
    monkeypatch.undo()
    assert fragments(built(portal[0])[1])


def test_switched_off_there_is_neither_page_nor_index_nor_link(portal):
    root, files = portal
    _, tree = built(root, files | {"content/situs.yaml": portals.settings(fitur={**FEATURES, "pencarian": False})})
    assert not [path for path in tree if path.startswith("cari/")]


def test_the_same_records_give_the_same_bytes_and_hostile_ones_an_index():
    hostile = [
        "<img src=x onerror=alert(1)>",
        "</script><script>",
        "\u202eterbalik\u202c",
        "tanda \"kutip\" & 'satu'",
        "",
        "\x00",
        "😀 漢字",
    ]
    records = []
    for n, text in enumerate(hostile * 6):
        filters = (("topik", tuple(f"t{k}" for k in range(n, n + 9))), ("tahun", (str(2000 + n),)))
        records.append(record(f"halaman/{n}/", text, title=text, filters=filters))
    one, other = (Indexing(program()).files(records) for _ in range(2))
    assert one == other
    names = [name for name, _ in one]
    assert not [name for name in names if "ui" in name or "worker" in name or "unknown" in name]
    filters = [data for name, data in one if name.startswith("filter/")]
    for values in (cbor2.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))[1] for data in filters):
        assert values == sorted(values)
    assert len([name for name in names if name.startswith("fragment/")]) == len(records)


def test_an_index_in_two_languages_has_a_part_for_each():
    files = dict(Indexing(program()).files([record("a/", "isi"), record("en/a/", "text", language="en")]))
    entry = json.loads(files["pagefind-entry.json"])
    assert {key: each["page_count"] for key, each in entry["languages"].items()} == {"id": 1, "en": 1}
    assert {"wasm.id.pagefind", "wasm.en.pagefind"} < set(files)
    assert all(f"pagefind.{each['hash']}.pf_meta" in files for each in entry["languages"].values())


def test_a_program_that_is_no_pagefind_is_told():
    with pytest.raises((PagefindFailed, OSError)):
        Indexing("/bin/true").files([record("a/", "isi")])


def test_synonyms_are_added_where_one_of_them_stands():
    words = Synonyms.of((*standard(), ("Kota Patriot", "Kota Bekasi")))

    def lacking(text):
        return set(words.lacking(text, frozenset(text.casefold().split())))

    assert "kab" in lacking("kabupaten bekasi")
    assert "kabupaten" in lacking("kab bekasi")
    assert {"dki", "dkj"} <= lacking("banjir di jakarta")
    assert "polhukam" in lacking("menko polkam")
    assert "kota patriot" in lacking("wali kota bekasi")
    assert "kota patriot" not in lacking("bekasi sebuah kota")  # the words, but not the expression
    assert lacking("tidak ada apa-apa") == set()


def test_the_titles_of_pages_have_synonyms_of_their_own():
    first, other = enriched(
        [record("a/", "Isi.", "Jawa Barat"), record("b/", "Isi tentang Jawa Barat.", "Lain")], standard()
    )
    assert "jabar" in dict(first.fields)[CALLED]
    assert "jabar" in dict(other.fields)[ALSO]
    assert CALLED not in dict(other.fields)
    assert enriched([record("a/", "Jawa Barat", language="en")], standard())[0].fields == (("title", "Judul"),)


def test_forms_of_a_word_that_the_stemmer_keeps_apart_are_joined():
    forms = Forms.of({"mengelola", "dikelola", "kelola", "penduduk", "kependudukan", "tahun", "rapat"})
    assert "kelola" in forms.lacking({"mengelola"})
    assert "mengelola" in forms.lacking({"kelola"})
    assert "penduduk" in forms.lacking({"kependudukan"})
    assert forms.lacking({"rapat", "tahun"}) == ()
    assert "kelola" in Forms.of({"pengelolaan"}).lacking({"pengelolaan"})  # the bare word stands nowhere


def test_the_list_of_an_agency_is_read_with_places_for_its_faults():
    read = load_synonyms(b"- Kota Bekasi,  Kota   Patriot\n- satu\n- [a, b]\n", "content/sinonim.yaml")
    assert read.value == (("Kota Bekasi", "Kota Patriot"),)
    assert [(d.code, d.span.line) for d in read.diagnostics] == [("CAR203", 2), ("CAR202", 3)]
    assert load_synonyms(b"", "content/sinonim.yaml") == type(read)((), ())
    assert not load_synonyms((searching.synonyms._STANDARD).read_bytes(), "x").diagnostics


def test_the_agencys_synonyms_reach_the_index(portal):
    root, files = portal
    said = fragments(built(root, files | {"content/sinonim.yaml": b"- Kabar Dua, warta kembar\n"})[1])
    assert "warta kembar" in said["siaran-pers/2025/dua/"]["meta"][CALLED]
