"""The offline edition of the example portal, unpacked."""

import re
import zipfile

import pytest

from lintas import formatting

pytestmark = pytest.mark.site
OFFLINE = "luring/lintas-luring.zip"


@pytest.fixture(scope="module")
def unpacked(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("diska")
    with zipfile.ZipFile(site / OFFLINE) as archive:
        archive.extractall(folder)
    return folder / "lintas-luring"


def test_every_relative_link_leads_to_a_file(unpacked):
    dead = []
    for file in unpacked.rglob("*.html"):
        for value in re.findall(r' (?:href|src)="([^"]*)"', file.read_text("utf-8")):
            if not re.match(r"[a-z]+:|//|#|$", value) and not (file.parent / re.split(r"[?#]", value)[0]).is_file():
                dead.append(f"{file.relative_to(unpacked)}: {value}")
    assert dead == []


def test_it_says_what_it_is_and_holds_what_readers_need(unpacked, site):
    assert (unpacked / "BACA-SAYA.txt").read_text("utf-8").startswith("Lintas – edisi luring")
    for path in ("data/penduduk-2024/provinsi.xlsx", "en/data/index.html", "wilayah/32.75/peta.svg"):
        assert (unpacked / path).is_file()
    gone = ("404.html", "sitemap.xml", "api", "cari/indeks", "luring", "data/penduduk-2024/sematan")
    assert not [path for path in gone if (unpacked / path).exists()]


def test_its_page_tells_how_large_it_is(site):
    size = (site / OFFLINE).stat().st_size
    text = (site / "luring/index.html").read_text("utf-8")
    assert formatting.file_size(size) in text
    assert size < 100_000_000
