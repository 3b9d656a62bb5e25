"""Feeds of the example portal with the reader that most programs use, and JSON Feed by its published schema."""

import json
from datetime import datetime
from pathlib import Path

import feedparser
import pytest
from jsonschema import Draft4Validator
from referencing import Registry
from referencing.jsonschema import DRAFT4

from tests.conftest import BASE_URL

GENERAL = ("umpan/siaran-pers", "umpan/data", "umpan/koreksi", "umpan/jadwal")
SINGLE = (
    "topik/kawasan-metropolitan/umpan",
    "instansi/kemenko-polkam/umpan",
    "wilayah/32.75/umpan",
    "wilayah/11/umpan",
)
SCHEMAS = Path(__file__).parents[1] / "shapes" / "jsonfeed"


def stems(site):
    return sorted(path.relative_to(site).as_posix()[:-4] for path in site.rglob("umpan*/*.xml")) + sorted(
        path.relative_to(site).as_posix()[:-4] for path in site.rglob("umpan.xml")
    )


def json_feed(site, stem):
    return json.loads((site / f"{stem}.json").read_text("utf-8"))


def test_topics_institutions_and_regions_have_feeds_and_their_pages_tell_of_them(site, pages):
    single = {stem for stem in stems(site) if stem.endswith("/umpan")}
    for kind in ("topik", "instansi", "wilayah"):
        folders = {path.name for path in (site / kind).iterdir() if (path / "umpan.xml").is_file()}
        assert folders
        for name in folders:
            feeds = pages[f"{kind}/{name}/index.html"].feeds
            assert feeds[0].endswith("/umpan.xml") or feeds[0] == "umpan.xml" or f"{kind}/{name}/umpan.xml" in feeds[0]
    assert len(single) > 560
    for path, page in pages.items():  # and a page that has none names none
        for feed in page.feeds:
            stem = feed.removesuffix(".xml").removeprefix("/portal/").rpartition("../")[2].removeprefix("./")
            assert stem in {*single, *GENERAL}, path


@pytest.mark.parametrize("stem", [*GENERAL, *SINGLE])
def test_atom_is_read_without_complaint(site, stem):
    read = feedparser.parse((site / f"{stem}.xml").read_bytes())
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title
    assert read.feed.id
    assert read.feed.updated_parsed
    assert {link.rel for link in read.feed.links} == {"self", "alternate"}
    for entry in read.entries:
        assert entry.id.startswith("tag:contoh.go.id,")
        assert entry.summary
        assert entry.author
        assert entry.updated_parsed
        assert leads(site, entry.link)
    assert len({entry.id for entry in read.entries}) == len(read.entries)
    if read.entries:
        assert read.feed.updated_parsed == max(entry.updated_parsed for entry in read.entries)


def leads(site, url):
    place = url.removeprefix(BASE_URL).partition("#")[0]
    return url.startswith(BASE_URL) and (site / (place + "index.html" if place.endswith("/") else place)).is_file()


@pytest.mark.parametrize("stem", [*GENERAL, *SINGLE])
def test_both_forms_say_the_same(site, stem):
    read, made = feedparser.parse((site / f"{stem}.xml").read_bytes()), json_feed(site, stem)
    assert made["title"] == read.feed.title
    assert made["home_page_url"] == next(link.href for link in read.feed.links if link.rel == "alternate")
    assert [item["id"] for item in made["items"]] == [entry.id for entry in read.entries]
    assert [item["title"] for item in made["items"]] == [entry.title for entry in read.entries]
    assert [item["date_modified"] for item in made["items"]] == [entry.updated for entry in read.entries]


def validator():
    """Of JSON Feed 1.1; its schema refers to that of version 1, which lies beside it."""
    held = [json.loads((SCHEMAS / name).read_text("utf-8")) for name in ("feed.json", "feed-1.json")]
    known = Registry().with_resources((each["id"], DRAFT4.create_resource(each)) for each in held)
    return Draft4Validator(held[0], registry=known, format_checker=Draft4Validator.FORMAT_CHECKER)


def test_json_feeds_keep_the_schema_of_version_1_1(site):
    rules = validator()
    for stem in stems(site):
        made = json_feed(site, stem)
        assert list(rules.iter_errors(made)) == [], stem
        assert made["version"] == "https://jsonfeed.org/version/1.1"
        assert made["feed_url"] == f"{BASE_URL}{stem}.json"
        assert leads(site, made["home_page_url"])
        assert all(author["name"] for author in made["authors"])
        for item in made["items"]:
            assert item["id"]
            assert item["content_text"]
            assert all(datetime.fromisoformat(item[key]).tzinfo for key in ("date_published", "date_modified"))
            for each in item.get("attachments", ()):
                assert leads(site, each["url"])
                assert each["mime_type"]
                assert each["size_in_bytes"] > 0


def test_a_region_hears_of_releases_about_it_and_a_withdrawn_one_is_in_no_feed(site):
    titles = [item["title"] for item in json_feed(site, "wilayah/32.75/umpan")["items"]]
    assert any(title.startswith("Rapat Koordinasi di Bekasi") for title in titles)
    told = [item["title"] for item in json_feed(site, "wilayah/11.01/umpan")["items"]]
    assert told
    assert all("versi" in title for title in told), "of a region without releases it tells of data alone"
    for stem in stems(site):
        if stem != "umpan/koreksi":
            assert b"naskah-peragaan-pencabutan" not in (site / f"{stem}.json").read_bytes(), stem
