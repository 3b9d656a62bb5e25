"""A portal in two languages: which pages there are, how they are linked, and what each of them says."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests import portals

CASE = Path(__file__).parents[1] / "golden" / "dua-bahasa" / "input"
ORIGINAL = "siaran-pers/2025/kabar-satu/"
TRANSLATION = "content/siaran-pers/2025/first-news.md"


def build(root, **changes):
    """The case, some of its files changed: path → (text, text that replaces it)."""
    shutil.copytree(CASE, root)
    for path, (old, new) in changes.items():
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), "utf-8")
    result = portals.build(root, output=root / "_site")
    return result, {path: data.decode() for path, data in portals.tree(root / "_site").items() if path.endswith(TEXT)}


TEXT = (".html", ".xml", ".json")


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    result, made = build(tmp_path_factory.mktemp("dua") / "portal")
    assert result.diagnostics == ()
    return made


def page(tree, address):
    return tree[f"{address}index.html"]


def alternates(html):
    return re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', html)


@pytest.mark.parametrize("address", ["", "data/", "data/penduduk/", "wilayah/", "wilayah/32.75/", "tentang/", ORIGINAL])
def test_both_languages_name_one_another(tree, address):
    first, other = page(tree, address), page(tree, f"en/{address}")
    home = "https://uji.go.id/"
    expected = [("id", home + address), ("en", f"{home}en/{address}"), ("x-default", home + address)]
    assert alternates(first) == alternates(other) == expected
    assert f'<link rel="canonical" href="{home}{address}">' in first
    assert f'<link rel="canonical" href="{home}en/{address}">' in other
    assert '<html lang="id">' in first
    assert '<html lang="en">' in other
    assert 'content="id_ID"' in first
    assert 'content="en_US"' in other


def test_the_header_leads_to_the_same_page_or_says_that_it_does_not(tree):
    switch = r'<a class="site-lang" lang="(\w+)" hreflang="\w+" href="([^"]+)">([^<]+)</a>'
    assert re.findall(switch, page(tree, "data/penduduk/")) == [("en", "../../en/data/penduduk/", "English")]
    assert re.findall(switch, page(tree, "en/data/penduduk/")) == [
        ("id", "../../../data/penduduk/", "Bahasa Indonesia")
    ]
    assert re.findall(switch, page(tree, "lisensi/")) == [("en", "../en/", "English (home page)")]
    assert re.findall(switch, tree["404.html"]) == [("en", "/en/", "English (home page)")]


def test_a_translation_stands_at_the_address_of_its_original_and_in_no_list_of_the_first_language(tree):
    html = page(tree, f"en/{ORIGINAL}")
    assert "First News" in html
    assert "1/SP/2025" in html  # all but the words comes from the original
    assert ">2,644,058<" in html
    assert "first-news" not in "".join(tree)
    first = [path for path, text in tree.items() if "First News" in text and not path.startswith("en/")]
    assert first == [f"{ORIGINAL}index.html"]  # whose linked data names its translation
    assert '"translationOfWork"' in html
    other = [path for path, text in tree.items() if "Kabar Dua" in text and path.startswith("en/")]
    assert other == []


def test_links_of_english_pages_lead_to_english_pages_where_they_exist(tree):
    html = page(tree, "en/tentang/")
    assert 'href="../../en/data/penduduk/"' in html
    assert f'href="../../en/{ORIGINAL}"' in html
    assert re.search(r'href="../../siaran-pers/2025/kabar-dua/"[^>]* hreflang="id"', html)
    assert '<a href="../../lisensi/" hreflang="id"><span lang="id">Lisensi</span></a>' in html  # in the footer


def test_texts_without_a_translation_say_that_they_are_indonesian(tree):
    html = page(tree, "en/instansi/pusat/")
    assert "Head Office" in html
    assert '<span lang="id">Uraian yang belum diterjemahkan.</span>' in html
    assert '<meta name="description" content="Uraian yang belum diterjemahkan.">' in html
    dataset = page(tree, "en/data/penduduk/")
    assert "Number of registered people." in dataset
    assert "Note one." in dataset
    assert "All of them." in dataset
    assert '<span lang="id">Kode</span>' in dataset
    assert "Jumlah penduduk" not in dataset
    assert "\ue000" not in "".join(tree.values())


def test_files_for_machines_are_made_once_and_know_no_marks(tree):
    feed = tree["umpan/siaran-pers.xml"]
    assert "First News" not in feed
    assert not [path for path in tree if path.startswith("en/umpan/")]
    table = json.loads(tree["data/penduduk/datapackage.json"]) if "data/penduduk/datapackage.json" in tree else {}
    assert "\ue000" not in json.dumps(table)


def test_what_lacks_a_translation_is_listed(tree):
    html = page(tree, "mutu/terjemahan/")
    assert "Kabar Dua" in html
    assert "Kabar Satu" not in html
    assert "uraian_en" in html
    assert "nama_en" in html  # of the topic
    assert "fields.kode.title" in html


def test_one_language_alone_knows_nothing_of_the_other(tmp_path):
    result, made = build(tmp_path / "portal", **{"content/situs.yaml": ('"id",\n  "en"', '"id"')})
    assert {d.code for d in result.diagnostics} == {"TER104"}
    assert not [path for path in made if path.startswith("en/") or "terjemahan" in path]
    assert not [path for path, text in made.items() if "hreflang" in text and path.endswith(".html")]
    assert "site-lang" not in page(made, "")


@pytest.mark.parametrize(
    ("path", "change"),
    [
        (TRANSLATION, ("bahasa: en", "bahasa: en\nembargo: 2030-01-01")),
        (TRANSLATION, ("bahasa: en", "bahasa: en\nstatus: draf")),
        ("content/siaran-pers/2025/kabar-satu.md", ("nomor:", "embargo: 2030-01-01\nnomor:")),
        ("content/siaran-pers/2025/kabar-satu.md", ("nomor:", "status: draf\nnomor:")),
    ],
    ids=["translation waits", "translation is a draft", "original waits", "original is a draft"],
)
def test_a_translation_shows_when_it_and_its_original_are_out(tmp_path, path, change):
    unlinked = {
        "content/halaman/tentang.md": (" dan [kabar](siaran:kabar-satu)", ""),
        "content/halaman/about.md": (", [news](siaran:kabar-satu)", ""),
    }
    result, made = build(tmp_path / "portal", **{path: change, **unlinked})
    assert result.ok, result.diagnostics
    assert not [name for name, text in made.items() if "First News" in text or "Summary of the first" in text]
    assert f"en/{ORIGINAL}index.html" not in made
    assert ((ORIGINAL + "index.html") in made) is (path == TRANSLATION)
