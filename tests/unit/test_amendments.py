"""Corrections, withdrawals, replacements and embargoes: as they are written, and as they are shown."""

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from lintas import siaran
from lintas.model import Catalogue, Koreksi, Pencabutan, Ref, Settings, SiaranPers
from lintas.presenting import corrections
from lintas.relate import changed, due, next_change, relate, released, visible, withdrawn
from lintas.rendering import strings
from lintas.runs import OWN_THEME
from tests import portals
from tests.portals import release_path

PATH = "content/siaran-pers/2025/rapat.md"
WORDS = strings(OWN_THEME, "id")
NOW = "2026-01-01T00:00:00Z"


def codes(front, body="Isi tentang tiga kecamatan “hebat” pada 2012."):
    data = "\n".join(["---", "judul: Rapat", "tanggal: 2025-07-04", *front, "---", body])
    return [d.code for d in siaran.load_release(data.encode(), PATH, "x").diagnostics]


def entry(old="empat kecamatan", new="tiga kecamatan", date="2025-07-05", weight="sedang"):
    made = {"tanggal": date, "semula": old, "menjadi": new, "alasan": "Salah dihitung.", "bobot": weight}
    return json.dumps(made, ensure_ascii=False)


def corrected(*entries, status="ralat"):
    return [f"status: {status}", "koreksi:", *(f"  - {each}" for each in entries)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("empat kecamatan", "tiga kecamatan", []),
        ("empat kecamatan", 'tiga kecamatan "hebat"', []),  # other quotation marks are the same words
        ("[tidak disebut]", "tiga kecamatan", []),
        ("seluruh kecamatan", "[dihapus]", []),
        ("kecamatan", "tiga kecamatan", []),  # what stands only within the new words is no remainder
        ("12", "2012", []),
        ("Isi", "tiga kecamatan", ["KOR111"]),
        ("2012", "[dihapus]", ["KOR111"]),
        ("empat", "lima kecamatan", ["KOR112"]),
        ("Rapat", "tiga kecamatan", ["KOR111"]),  # the title is part of what people read
        ("kabar", "Rapat", []),
        ("tiga  kecamatan", "tiga kecamatan", ["KOR110"]),
    ],
)
def test_old_words_are_gone_and_new_ones_are_there(old, new, expected):
    assert codes(corrected(entry(old, new))) == expected


def test_a_later_correction_may_change_the_place_again():
    first, second = entry("empat", "lima kecamatan"), entry("lima kecamatan", "tiga kecamatan", "2025-07-06")
    assert codes(corrected(first, second)) == []
    back = entry("dua kecamatan", "empat kecamatan"), entry("empat kecamatan", "dua kecamatan", "2025-07-07")
    assert codes(corrected(*back), "Isi tentang dua kecamatan.") == []


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (corrected(entry(weight="kecil"), status="terbit"), []),
        (corrected(entry(weight="besar"), status="terbit"), ["KOR102"]),
        (corrected(entry(weight="berat")), ["KFG140"]),
        (corrected(entry(date="2025-07-04")), []),
        (corrected(entry(date="2025-07-03")), ["KOR108"]),
        (["embargo: 2025-08-01", *corrected(entry(date="2025-07-31"))], ["KOR108"]),
        (["embargo: 2025-07-04T09:00:00+07:00"], []),
        (["embargo: besok"], ["KFG141"]),
        (["status: dicabut", "pencabutan: {tanggal: 2025-07-01, alasan: Terbit dua kali.}"], ["KOR108"]),
        (["status: dicabut", "pencabutan: {tanggal: 2025-07-05}"], ["KFG130"]),
        (["status: draf", "pengganti: lain"], []),
        (["status: hilang"], ["KFG140"]),
        (["alamat_lama: [2025/lama, /siaran-pers/2024/purba/, 2025/Besar, ٢٠٢٥/a]"], ["KOR114"] * 2),
    ],
)
def test_keys_and_status_say_the_same(front, expected):
    assert codes(front) == expected


def test_a_withdrawn_release_needs_no_body():
    gone = ["status: dicabut", "pencabutan: {tanggal: 2025-07-05, alasan: Terbit dua kali.}"]
    assert codes(gone, "") == []
    assert codes([], "") == ["SIA104"]


def release(slug, published="2025-07-04", **keys):
    return SiaranPers(f"content/siaran-pers/2025/{slug}.md", slug, slug, "2025", slug.title(), published, **keys)


def test_the_embargo_wins_over_the_date():
    held = release("a", embargo="2025-07-10T10:00:00+07:00")
    assert due(held) == "2025-07-10T03:00:00Z"
    assert (released(held), changed(held)) == ("2025-07-10T10:00:00+07:00", "2025-07-10T10:00:00+07:00")
    assert due(release("a", "2025-07-20", embargo="2025-07-10")) == due(release("a", "2025-07-20"))
    assert visible([held], "2025-07-10T02:59:59Z") == ()
    assert visible([held], "2025-07-10T03:00:00Z") == (held,)
    assert next_change([held], "2025-07-09T00:00:00Z") == "2025-07-10T03:00:00Z"


def test_withdrawn_releases_are_in_a_list_of_their_own_from_their_time_on():
    gone = release("a", status="dicabut", withdrawal=Pencabutan("2025-07-06", "Sebab."))
    assert visible([gone], NOW) == ()
    assert withdrawn([gone], NOW) == (gone,)
    assert withdrawn([gone], "2025-07-01T00:00:00Z") == ()
    assert changed(gone) == "2025-07-06"


def site(*releases):
    outcome = relate(Catalogue(Settings("Portal", base_url="https://uji.go.id/"), releases=releases), NOW, "mesin")
    return outcome.value, [d.code for d in outcome.diagnostics]


FIRST = Koreksi("2025-07-05", "empat", "tiga", "Salah hitung.", "besar")
SECOND = Koreksi("2025-07-06T09:00:00+07:00", "jadual", "jadwal", "Ejaan.", "kecil")


def test_the_register_has_every_change_newest_first():
    made, _ = site(
        release("a", status="ralat", corrections=(FIRST, SECOND)),
        release("b", "2025-06-01", status="diganti", successor=Ref("c")),
        release("c", "2025-06-03"),
        release("d", status="dicabut", withdrawal=Pencabutan("2025-07-05", "Dua kali."), corrections=(FIRST,)),
    )
    entries = corrections.register(made)
    assert [(e.kind, e.release.slug, e.number) for e in entries] == [
        ("ralat", "a", 2), ("dicabut", "d", 0), ("ralat", "a", 1), ("diganti", "b", 0)]  # fmt: skip
    records = [corrections.record(made, e) for e in entries]
    assert records[0]["siaran"]["alamat"] == "https://uji.go.id/siaran-pers/2025/a/#koreksi-2"
    assert records[1]["alasan"] == "Dua kali."
    assert "semula" not in records[1]
    assert records[3]["pengganti"] == {"judul": "C", "alamat": "https://uji.go.id/siaran-pers/2025/c/"}


def test_notices_of_a_page():
    grave = release("a", status="ralat", corrections=(FIRST, SECOND))
    light = release("b", status="terbit", corrections=(SECOND,))
    old, new = release("c", status="diganti", successor=Ref("d")), release("d")
    made, _ = site(grave, light, old, new)
    (notice,) = corrections.notices(made, grave, WORDS)
    assert notice.strong
    assert "5 Juli 2025" in notice.text  # when the main point changed, not when a typing error was mended
    assert corrections.notices(made, light, WORDS) == ()
    assert [n.link.path for n in corrections.notices(made, old, WORDS)] == ["siaran-pers/2025/d/"]
    assert [n.link.path for n in corrections.notices(made, new, WORDS)] == ["siaran-pers/2025/c/"]
    assert [c.id for c in corrections.history(grave, WORDS)] == ["koreksi-2", "koreksi-1"]


def test_data_for_schema_org():
    one = release("a", status="ralat", corrections=(FIRST, SECOND))
    assert corrections.dates(one) == ("2025-07-04T00:00:00+07:00", "2025-07-06T09:00:00+07:00")
    data = corrections.corrections_data(one, WORDS)
    assert [item["@type"] for item in data] == ["CorrectionComment"] * 2
    assert data[0]["datePublished"] == "2025-07-05T00:00:00+07:00"
    assert data[0]["text"] == "Semula “empat”, menjadi “tiga”. Salah hitung."


def test_successors_are_looked_up():
    old = release("a", status="diganti", successor=Ref("b"))
    assert site(old)[1] == ["KOR202"]
    assert site(old, release("b", "2027-01-01"))[1] == ["KOR203"]
    assert site(replace(old, published="2027-01-01"), release("b", "2028-01-01"))[1] == []
    assert site(old, replace(old, slug="b", path="b", successor=Ref("a")))[1] == ["KOR204", "KOR204"]
    assert site(replace(old, successor=Ref("a")))[1] == ["KOR204"]


def test_a_chain_of_replacements_is_no_circle():
    one, two = release("a", status="diganti", successor=Ref("b")), release("b", status="diganti", successor=Ref("c"))
    assert site(one, two, release("c"))[1] == []


def test_a_draft_may_lead_to_a_draft_and_a_release_to_one_that_is_out_by_then():
    link = (Ref("siaran:b", 9, 1),)
    assert site(release("a", status="draf", links=link), release("b", status="draf"))[1] == []
    assert site(release("a", "2027-01-02", links=link), release("b", "2027-01-01"))[1] == []
    assert site(release("a", "2027-01-01", links=link), release("b", "2027-01-02"))[1] == ["KOR206"]
    assert site(release("a", links=link), release("b", "2027-01-02"))[1] == ["KOR206"]
    assert (
        site(release("a", links=link), release("b", status="dicabut", withdrawal=Pencabutan("2025-07-05", "x")))[1]
        == []
    )


def test_feeds_tell_when_a_release_was_changed(tmp_path):
    made = portals.example() | {
        release_path("2025", "tiga"): portals.release(
            "Kabar Tiga", "2025-03-01", "Isi.", status="ralat",
            koreksi=[{"tanggal": "2025-12-05", "semula": "Kabar Empat", "menjadi": "Kabar Tiga",
                      "alasan": "Judul keliru ditulis.", "bobot": "besar"}])}  # fmt: skip
    root = portals.write(made, tmp_path / "portal")
    assert portals.build(root).ok
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring((root / "_site/umpan/siaran-pers.xml").read_bytes())
    assert feed.findtext(f"{atom}updated") == "2025-12-05T00:00:00+07:00"
    entry_ = next(e for e in feed.iter(f"{atom}entry") if e.findtext(f"{atom}title") == "Kabar Tiga")
    assert entry_.findtext(f"{atom}published") == "2025-03-01T00:00:00+07:00"
    assert entry_.findtext(f"{atom}updated") == "2025-12-05T00:00:00+07:00"
    register = ElementTree.fromstring((root / "_site/umpan/koreksi.xml").read_bytes())
    assert [e.findtext(f"{atom}title") for e in register.iter(f"{atom}entry")] == ["Koreksi: Kabar Tiga"]
    assert "2025-12-05" in (root / "_site/sitemap-siaran-pers.xml").read_text(encoding="utf-8")
