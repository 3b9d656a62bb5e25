"""Citations of the example portal with the readers that reference managers are built on."""

import html
import json
import re
from datetime import date

import bibtexparser
import pytest
import rispy
import yaml

from lintas.presenting import citations
from lintas.presenting.citations import Reference
from tests.conftest import BASE_URL

RELEASE = "siaran-pers/2025/kolaborasi-penataan-metropolitan-bekasi/index.html"
CSL_TYPES = {"report", "dataset"}
HOSTILE = Reference(
    kind="data",
    key="data-aneh-v1",
    authors=("Badan A & B {Tbk}", 'C "D" </script>'),
    title="100% {buka \\ tutup} #1_2 ~ ^ $x$\nER  - \nTY  - JOUR \u202e<img onerror=x>",
    date="2026-02-03",
    publisher="Portal {",
    url="https://contoh.go.id/data/aneh/",
    keywords=("satu, dua", "tiga}"),
)


def files(site, suffix):
    found = sorted(site.glob(f"data/*/sitasi/*.{suffix}")) + sorted(site.glob(f"data/*/v/*/sitasi/*.{suffix}"))
    assert len(found) >= 20
    return [path.read_text("utf-8") for path in found]


def plain(text):
    """What BibTeX prints of a field."""
    for sign, macro in {"\\": "textbackslash", "{": "textbraceleft", "}": "textbraceright"}.items():
        text = text.replace(f"\\{macro}{{}}", f"\0{ord(sign)}\0")
    text = re.sub(r"\\([$&#_%])", r"\1", text.replace("\\textasciitilde{}", "~").replace("\\textasciicircum{}", "^"))
    text = text.replace("{", "").replace("}", "")
    return re.sub("\0(\\d+)\0", lambda found: chr(int(found[1])), text)


def bibtex(text):
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    assert len(library.entries) == 1
    return {field.key: field.value for field in library.entries[0].fields}


def test_every_bibtex_file_is_one_entry_with_its_address(site):
    for text in files(site, "bib"):
        entry = bibtex(text)
        assert entry["author"]
        assert plain(entry["title"])
        assert entry["year"].isdigit()
        assert entry["url"].startswith(BASE_URL)


def test_every_ris_file_is_one_record(site):
    for text in files(site, "ris"):
        (record,) = rispy.loads(text)
        assert record["type_of_reference"] == "DATA"
        assert record["title"]
        assert record["year"].isdigit()
        assert record["urls"]
        assert record["authors"]


def test_every_csl_file_has_what_csl_asks_for(site):
    for text in files(site, "json"):
        (item,) = json.loads(text)
        assert item["type"] in CSL_TYPES
        assert item["id"]
        assert item["title"]
        assert item["URL"].startswith(BASE_URL)
        date(*item["issued"]["date-parts"][0])


def test_whatever_a_title_holds_stays_in_its_field():
    flat = " ".join(HOSTILE.title.split()).replace("\u202e", "")
    assert plain(bibtex(citations.written(HOSTILE, "bib"))["title"]) == flat
    (record,) = rispy.loads(citations.written(HOSTILE, "ris"))
    assert record["title"] == flat
    assert record["keywords"] == ["satu, dua", "tiga}"]
    (item,) = json.loads(citations.written(HOSTILE, "json"))
    assert item["title"] == flat
    assert item["author"][0]["literal"] == HOSTILE.authors[0]


def shown(site, path, pattern):
    return [html.unescape(text) for text in re.findall(pattern, (site / path).read_text("utf-8"), re.DOTALL)]


def test_a_release_carries_its_citation_in_every_form(site):
    bib, ris, csl = shown(site, RELEASE, r'<pre class="handover__text handover__text--code"[^>]*>(.*?)</pre>')
    (item,) = json.loads(csl)
    (record,) = rispy.loads(ris + "\n")
    assert plain(bibtex(bib)["title"]) == record["title"] == item["title"]
    assert item["type"] == "report"
    assert item["issued"] == {"date-parts": [[2025, 7, 4]]}
    assert item["URL"] == BASE_URL + RELEASE.removesuffix("index.html")


@pytest.mark.parametrize(("folder", "version"), [("", "1.0.2"), ("v/1.0.0/", "1.0.0")])
def test_the_text_names_version_and_address(site, folder, version):
    path = f"data/penduduk-2024/{folder}index.html"
    told = f"(Versi {version}) [Himpunan data]. Lintas. {BASE_URL}data/penduduk-2024/{folder}"
    (text,) = shown(site, path, r'<p class="citation__text">(.*?)</p>')
    assert text.endswith(told)


def test_a_row_is_cited_by_its_key_and_an_address_that_shows_it_alone(site):
    (note,) = shown(
        site, "data/penduduk-2024/index.html", r"<details class=\"choice\"><summary>Mengutip.*?<ul[^>]*>(.*?)</ul>"
    )
    assert "baris kode = 11.01; Versi 1.0.2)" in note
    assert f"{BASE_URL}data/penduduk-2024/kabkota/?saring=kode%3Asama%3A11.01" in note


def test_the_portal_has_a_citation_file(site):
    made = yaml.safe_load((site / "CITATION.cff").read_text("utf-8"))
    assert set(made) <= {"cff-version", "message", "title", "type", "authors", "url", "abstract", "license",
                         "date-released", "keywords", "contact"}  # fmt: skip
    assert made["cff-version"] == "1.2.0"
    assert made["type"] == "dataset"
    assert made["message"]
    assert made["title"]
    assert all(author["name"] for author in made["authors"])
    assert date.fromisoformat(made["date-released"])
    assert made["url"] == BASE_URL
    assert len(set(made["keywords"])) == len(made["keywords"])
