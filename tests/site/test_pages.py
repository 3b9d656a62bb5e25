"""Every page of the example portal: head, headings, landmarks, tables, and nothing from anybody else."""

import re
from collections import Counter, defaultdict

import pytest

from tests.conftest import BASE_URL

pytestmark = pytest.mark.site

POLICY = {"default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "form-action 'self'"}
WASM = " 'wasm-unsafe-eval'"  # the search alone runs WebAssembly


def faulty(pages, wrong):
    """The pages for which `wrong(page)` says something, with what it says; the test's message is this mapping."""
    return {path: said for path, page in pages.items() if (said := wrong(page))}


def doubled(pages, read):
    """Texts that more than one page of a language carries, with some of these pages."""
    carriers = defaultdict(list)
    for path, page in pages.items():
        carriers[page.lang, read(page)].append(path)
    return {text: paths[:5] for text, paths in carriers.items() if len(paths) > 1}


def test_there_are_pages_for_all_regions(pages):
    assert sum(re.fullmatch(r"wilayah/[0-9.]+/index\.html", path) is not None for path in pages) == 38 + 514


def test_titles_are_unique(whole):
    assert doubled(whole, lambda page: page.title) == {}


def test_descriptions_are_unique_and_say_something(whole):
    assert doubled(whole, lambda page: page.meta["description"]) == {}
    assert faulty(whole, lambda page: not 25 <= len(page.meta["description"]) <= 200) == {}


def test_the_language_is_told(pages):
    languages = {path: "en" if path.startswith("en/") else "id" for path in pages}
    assert {path: page.lang for path, page in pages.items()} == languages


def test_canonical_addresses_are_the_pages_own(whole, pages):
    wanted = {path: BASE_URL + path.removesuffix("index.html") for path in whole}
    silent = {path for path, page in whole.items() if page.meta.get("robots") == "noindex"}
    wanted |= dict.fromkeys(silent, "")  # what asks not to be indexed names no address for an index
    assert {path: page.canonical for path, page in whole.items()} == wanted
    frames = {path: page for path, page in pages.items() if path not in whole}
    assert faulty(frames, lambda page: page.canonical.removeprefix(BASE_URL) + "index.html" not in whole) == {}
    assert "404.html" in silent  # it stands at every address, so at none of its own


def test_the_feeds_of_releases_and_of_data_are_found_from_every_page(whole):
    wanted = ("umpan/siaran-pers.xml", "umpan/data.xml")
    assert faulty(whole, lambda page: [end for end in wanted if not any(f.endswith(end) for f in page.feeds)]) == {}


def test_one_main_heading_and_no_level_is_skipped(pages):
    def wrong(page):
        steps = [
            (above, below) for above, below in zip(page.headings, page.headings[1:], strict=False) if below > above + 1
        ]
        return page.headings if page.headings[:1] != [1] or page.headings.count(1) != 1 or steps else []

    assert faulty(pages, wrong) == {}


def test_landmarks_can_be_told_apart(pages):
    def wrong(page):
        return [
            mark for mark, count in Counter(page.landmarks).items() if count > 1 or (mark[0] != "main" and not mark[1])
        ]

    assert faulty(pages, wrong) == {}


def test_ids_are_unique_and_every_link_says_where_it_leads(pages):
    assert faulty(pages, lambda page: [name for name, count in Counter(page.ids).items() if count > 1]) == {}
    assert faulty(pages, lambda page: [address for address, text in page.links if not text]) == {}


def test_pictures_have_their_size_and_a_text(pages):
    def wrong(page):
        return [
            picture
            for picture in page.pictures
            if "alt" not in picture or not (picture.get("width") or picture.get("loading"))
        ]

    assert faulty(pages, wrong) == {}


def test_tables_have_headers_and_scroll_where_the_keyboard_reaches(pages):
    def wrong(page):
        there = [table for table in page.tables if not table.awaited]
        return [table for table in there if not table.column_headers or table.bare_headers or not table.framed]

    assert faulty(pages, wrong) == {}
    drawn = [page for path, page in pages.items() if path.startswith(("data/", "wilayah/", "kawasan/"))]
    data = [table for page in drawn for table in page.tables if not table.awaited]
    assert [table for table in data if not table.caption or table.row_headers < table.rows - 1] == []


def test_the_security_policy_is_strict_and_nothing_breaks_it(pages):
    def wrong(page):
        policy = {part.strip() for part in page.meta.get("Content-Security-Policy", "").split(";")}
        policy = {part.removesuffix(WASM) for part in policy}
        return page.inline or POLICY - policy or [part for part in policy if "unsafe" in part or "http" in part]

    assert faulty(pages, wrong) == {}
    running = {path for path, page in pages.items() if WASM in page.meta.get("Content-Security-Policy", "")}
    assert running == {"cari/index.html", "en/cari/index.html"}


def test_nothing_is_loaded_from_another_host(pages, site):
    assert (
        faulty(pages, lambda page: [address for address in page.loaded if re.match(r"(?:[a-z]+:)?//", address)]) == {}
    )
    for path in (*site.glob("aset/**/*.css"), *site.glob("aset/**/*.mjs"), *site.rglob("*.svg")):
        text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"""(?:url\(|@import|from|src=|href=)\s*["']?(?:https?:)?//""", text), path


def test_links_stay_below_the_sub_path(pages):
    def wrong(page):
        return [address for address, _ in page.links if address.startswith("/")]

    assert set(faulty(pages, wrong)) == {"404.html"}
    assert [address for address in wrong(pages["404.html"]) if not address.startswith("/portal/")] == []
    assert [address for address in pages["404.html"].loaded if not address.startswith("/portal/")] == []
