"""Corrections in the built example portal: the register, its feed and its JSON, and a tombstone."""

import json
from xml.etree import ElementTree

import pytest

from tests.browser.pages import KINDS, RELEASE

pytestmark = pytest.mark.site

ATOM = "{http://www.w3.org/2005/Atom}"
GONE = KINDS["withdrawn release"]


def test_page_feed_and_json_of_the_register_tell_the_same(site, pages):
    records = json.loads((site / "koreksi/koreksi.json").read_text("utf-8"))["koreksi"]
    feed = ElementTree.parse(site / "umpan/koreksi.xml").getroot()
    links = [entry.find(f"{ATOM}link").get("href") for entry in feed.iter(f"{ATOM}entry")]
    assert [record["siaran"]["alamat"] for record in records] == links
    shown = [address for address, _ in pages["koreksi/index.html"].links if "siaran-pers/20" in address]
    assert [address.removeprefix("../") for address in shown] == [link.partition("/portal/")[2] for link in links]
    assert {record["jenis"] for record in records} == {"koreksi", "pencabutan"}


def test_every_entry_leads_to_its_place_in_the_history(site, pages):
    for record in json.loads((site / "koreksi/koreksi.json").read_text("utf-8"))["koreksi"]:
        address, _, anchor = record["siaran"]["alamat"].partition("/portal/")[2].partition("#")
        assert not anchor or anchor in pages[f"{address}index.html"].ids


def test_a_tombstone_keeps_the_address_and_nothing_else(site, pages):
    page = pages[f"{GONE}index.html"]
    assert page.meta["robots"] == "noindex"
    assert page.canonical == ""
    assert page.pictures == []
    named = [path for path, other in pages.items() if any(address.endswith(GONE) for address, _ in other.links)]
    assert named == ["koreksi/index.html", "siaran-pers/2026/index.html"]
    for path in ("umpan/siaran-pers.xml", "sitemap.xml", "data/siaran-pers/siaran-pers.csv"):
        assert "naskah-peragaan-pencabutan" not in (site / path).read_text("utf-8")


def test_a_corrected_release_says_so_at_its_top_and_in_lists(pages, site):
    page = pages[f"{RELEASE}index.html"]
    assert any(address.endswith("#riwayat-koreksi") for address, _ in page.links)
    assert {"riwayat-koreksi", "koreksi-1", "koreksi-2"} <= set(page.ids)
    for path in ("index.html", "siaran-pers/index.html", "wilayah/32.75/index.html"):
        assert "Diralat" in (site / path).read_text("utf-8")


def test_every_page_leads_to_the_register(whole):
    without = [path for path, page in whole.items() if not any(a.endswith("koreksi/") for a, _ in page.links)]
    assert without == []
