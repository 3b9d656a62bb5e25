"""What machines are told: sitemap, robots, feed; and that the whole stays within its budgets."""

import re
from xml.etree import ElementTree

import pytest

from tests.conftest import BASE_URL

pytestmark = pytest.mark.site

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
PAGE_BYTES = 220_000  # the longest: the register of all regions, the guide, a dataset with three tables
ASSET_BYTES = {".css": 100_000, ".mjs": 150_000, ".woff2": 100_000}  # all files of the kind together


def test_the_sitemap_lists_exactly_the_pages(site, pages):
    index = ElementTree.parse(site / "sitemap.xml").getroot()
    parts = [found.text.removeprefix(BASE_URL) for found in index.iter(f"{SITEMAP}loc")]
    roots = [ElementTree.parse(site / part).getroot() for part in parts if part != "sitemap-berita.xml"]
    listed = [found.text for root in roots for found in root.iter(f"{SITEMAP}loc")]
    assert len(listed) == len(set(listed))
    silent = {path for path in pages if '<meta name="robots" content="noindex">' in (site / path).read_text("utf-8")}
    assert "404.html" in silent
    assert set(listed) == {BASE_URL + path.removesuffix("index.html") for path in pages if path not in silent}
    dates = [found.text or "" for root in (index, *roots) for found in root.iter(f"{SITEMAP}lastmod")]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?", date) for date in dates)


def test_robots_name_the_sitemap_and_pages_needs_no_jekyll(site):
    assert f"Sitemap: {BASE_URL}sitemap.xml" in (site / "robots.txt").read_text("utf-8").splitlines()
    assert (site / ".nojekyll").is_file()


def test_entries_of_the_feed_lead_to_pages_and_name_who_issued_them(site):
    feed = ElementTree.parse(site / "umpan" / "siaran-pers.xml").getroot()
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    for entry in entries:
        address = entry.find(f"{ATOM}link").get("href")
        assert (site / address.removeprefix(BASE_URL) / "index.html").is_file()
        assert entry.findtext(f"{ATOM}author/{ATOM}name")
        assert entry.findtext(f"{ATOM}summary")


def test_pages_and_assets_stay_light(site, pages):
    assert {path: size for path in pages if (size := (site / path).stat().st_size) > PAGE_BYTES} == {}
    for suffix, budget in ASSET_BYTES.items():
        assert sum(path.stat().st_size for path in site.rglob(f"*{suffix}")) <= budget, suffix


def test_no_path_needs_escaping_in_an_address(site):
    odd = re.compile(r"[^A-Za-z0-9._~/-]")
    assert [path for path in site.rglob("*") if odd.search(path.relative_to(site).as_posix())] == []
