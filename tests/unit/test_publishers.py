"""What machines read: the feed, the sitemap, robots, and the one page that knows its base path."""

import shutil
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from lintas.publishers import sitemap
from tests import portals

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "https://uji.go.id/portal/"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("terbitan")
    portal = portals.example() | {
        portals.release_path("2025", "aneh"): portals.release(
            'A <b> & "B" ]]> 👩‍🔬', "2025-09-09T08:00:00+09:00", bahasa="en", topik=["ruang"]
        )
    }
    portals.write(portal, folder / "portal")
    assert portals.build(folder / "portal", base_url=BASE).ok
    return folder / "portal" / "_site"


@pytest.fixture(scope="module")
def feed(site):
    return ElementTree.fromstring((site / "umpan/siaran-pers.xml").read_bytes())


def test_the_feed_has_what_rfc_4287_asks_of_it(feed):
    assert feed.findtext(f"{ATOM}id") == f"{BASE}umpan/siaran-pers.xml"
    assert feed.findtext(f"{ATOM}updated") == "2025-09-09T08:00:00+09:00"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{BASE}umpan/siaran-pers.xml", "alternate": f"{BASE}siaran-pers/"}
    entries = feed.findall(f"{ATOM}entry")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries) == 9
    for entry in entries:
        assert all(entry.findtext(f"{ATOM}{name}") for name in ("title", "updated", "published", "summary"))
        assert entry.find(f"{ATOM}author/{ATOM}name") is not None


def test_entries_are_newest_first_and_lead_to_pages(feed, site):
    entries = feed.findall(f"{ATOM}entry")
    assert entries[0].findtext(f"{ATOM}title") == 'A <b> & "B" ]]> 👩‍🔬'
    assert entries[0].get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert [c.get("label") for c in entries[0].findall(f"{ATOM}category")] == ["Topik ruang"]
    for entry in entries:
        path = entry.find(f"{ATOM}link").get("href").removeprefix(BASE)
        assert (site / path / "index.html").is_file()


def test_an_entry_keeps_its_name_when_the_site_moves(feed, site, tmp_path):
    portals.build(site.parent, output=tmp_path / "_site", base_url="https://uji.go.id/lain/")
    moved = ElementTree.fromstring((tmp_path / "_site/umpan/siaran-pers.xml").read_bytes())

    def ids(root):
        return [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]

    assert ids(moved) == ids(feed)
    assert ids(feed)[0] == "tag:uji.go.id,2025-09-09:siaran-pers/2025/aneh"


def test_the_sitemap_lists_every_page_once_with_its_own_date(site):
    urls = [url for part in parts_of(site) for url in ElementTree.parse(site / part).iter(f"{MAP}url")]
    listed = [unquote(url.findtext(f"{MAP}loc")) for url in urls]
    kept = (path for path in site.rglob("*.html") if 'content="noindex"' not in path.read_text(encoding="utf-8"))
    pages = {path.relative_to(site).as_posix() for path in kept} - {"404.html"}
    assert sorted(listed) == sorted(BASE + path.removesuffix("index.html") for path in pages)
    dates = {url.findtext(f"{MAP}loc").removeprefix(BASE): url.findtext(f"{MAP}lastmod") for url in urls}
    assert dates["siaran-pers/2025/aneh/"] == "2025-09-09T08:00:00+09:00"
    assert dates["siaran-pers/2024/satu/"] == "2024-05-06"
    assert dates["data/luas/"] == "2025-02-03"
    assert dates["tentang/"] is None


def parts_of(tree):
    index = ElementTree.parse(tree / "sitemap.xml").getroot()
    assert index.tag == f"{MAP}sitemapindex"
    return [loc.text.removeprefix(BASE) for loc in index.iter(f"{MAP}loc")]


def test_the_site_map_has_a_part_for_each_section_with_its_newest_change(site):
    entries = ElementTree.parse(site / "sitemap.xml").getroot().findall(f"{MAP}sitemap")
    dates = {e.findtext(f"{MAP}loc").removeprefix(BASE): e.findtext(f"{MAP}lastmod") for e in entries}
    assert set(dates) == {f"sitemap-{n}.xml" for n in "halaman siaran-pers data wilayah kawasan instansi topik".split()}
    assert dates["sitemap-siaran-pers.xml"] == "2025-09-09T08:00:00+09:00"
    for part in parts_of(site):
        expected = "" if part == "sitemap-halaman.xml" else part.removeprefix("sitemap-").removesuffix(".xml")
        for loc in ElementTree.parse(site / part).iter(f"{MAP}loc"):
            assert loc.text.removeprefix(BASE).startswith(expected)


def test_releases_of_the_last_two_days_are_news_and_then_no_more(site, tmp_path):
    root = shutil.copytree(site.parent, tmp_path / "portal", ignore=shutil.ignore_patterns("_site", ".*"))
    news, file = "{http://www.google.com/schemas/sitemap-news/0.9}", tmp_path / "_site" / "sitemap-siaran-pers.xml"
    for now, there in (("2025-09-10T00:00:00Z", 1), ("2025-09-10T22:59:59Z", 1), ("2025-09-10T23:00:00Z", 0)):
        assert portals.build(root, output=tmp_path / "_site", base_url=BASE, now=now).ok
        entries = [url for url in ElementTree.parse(file).iter(f"{MAP}url") if url.find(f"{news}news") is not None]
        assert [url.findtext(f"{MAP}loc") for url in entries] == [f"{BASE}siaran-pers/2025/aneh/"] * there, now
        for entry in entries:
            assert entry.findtext(f"{news}news/{news}publication/{news}name") == "Portal Uji"
            assert entry.findtext(f"{news}news/{news}publication/{news}language") == "en"
            assert entry.findtext(f"{news}news/{news}publication_date") == "2025-09-09T08:00:00+09:00"
            assert entry.findtext(f"{news}news/{news}title") == 'A <b> & "B" ]]> 👩‍🔬'


def test_a_sitemap_that_is_too_long_is_split(site, tmp_path, monkeypatch):
    monkeypatch.setattr(sitemap, "LIMIT", 5)
    assert portals.scratch(site.parent, tmp_path / "_site", base_url=BASE).ok
    parts, few = parts_of(tmp_path / "_site"), parts_of(site)
    assert len(parts) > len(few)
    whole = [loc.text for part in parts for loc in ElementTree.parse(tmp_path / "_site" / part).iter(f"{MAP}loc")]
    one = [loc.text for part in few for loc in ElementTree.parse(site / part).iter(f"{MAP}loc")]
    assert whole == one


def test_robots_names_the_sitemap(site):
    assert f"Sitemap: {BASE}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_links_are_relative_but_for_the_page_of_missing_addresses(site):
    """So that the same bytes work below any path."""
    assert 'href="/portal/siaran-pers/"' in (site / "404.html").read_text(encoding="utf-8")
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert path.name == "404.html" or ('href="/' not in text and 'src="/' not in text), path
