"""Texts in another language than their page: marked in views, elements in the finished page, nothing elsewhere."""

import pytest

from lintas import foreign
from lintas.wording import Words

TEKS = foreign.mark("Penduduk & wilayah")


@pytest.mark.parametrize(
    ("html", "made"),
    [
        (f"<p>A {TEKS} b</p>", '<p>A <span lang="id">Penduduk & wilayah</span> b</p>'),
        (f'<a title="{TEKS}" href="x">{TEKS}</a>',
         '<a title="Penduduk & wilayah" href="x"><span lang="id">Penduduk & wilayah</span></a>'),
        (f"<title>{TEKS} – Lintas</title>", "<title>Penduduk & wilayah – Lintas</title>"),
        (f'<script type="application/ld+json">{{"a":"{TEKS}"}}</script>',
         '<script type="application/ld+json">{"a":"Penduduk & wilayah"}</script>'),
        (f"<svg><text>{TEKS}</text></svg>", "<svg><text>Penduduk & wilayah</text></svg>"),
        (f"<select><option>{TEKS}</option></select>", "<select><option>Penduduk & wilayah</option></select>"),
        (f"<p>{foreign.mark(f'luar {TEKS}')}</p>", '<p><span lang="id">luar Penduduk & wilayah</span></p>'),
        (f"<p>{TEKS[:6]}…</p><p>b</p>", '<p><span lang="id">Pendu…</span></p><p>b</p>'),
        (f"<p>{TEKS[6:]}</p>", "<p>duk & wilayah</p>"),
        (f'<p data-x="a > b">1 < 2 {TEKS}</p>',
         '<p data-x="a > b">1 < 2 <span lang="id">Penduduk & wilayah</span></p>'),
    ],
)  # fmt: skip
def test_marks_become_elements_where_elements_can_stand(html, made):
    assert foreign.resolve(html, "id") == made


def test_a_page_without_marks_stays_as_it_is():
    assert foreign.resolve("<p>teks</p>", "id") == "<p>teks</p>"
    assert foreign.mark("") == ""


KNOWN = {"", "data/", "wilayah/32/"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../../wilayah/32/">', '<a href="../../en/wilayah/32/">'),
        ('<a class="x" href="../../data/#grafik">', '<a class="x" href="../../en/data/#grafik">'),
        ('<a href="../../data/?topik=a">', '<a href="../../en/data/?topik=a">'),
        ('<a href="../../">', '<a href="../../en/">'),
        ('<a href="../../koreksi/">', '<a href="../../koreksi/" hreflang="id">'),
        ('<a href="../../koreksi/" class="x">', '<a href="../../koreksi/" hreflang="id" class="x">'),
        ('<a href="../../data/penduduk.csv">', '<a href="../../data/penduduk.csv">'),
        ('<a href="../../en/data/">', '<a href="../../en/data/">'),
        ('<a lang="id" hreflang="id" href="../../koreksi/">', '<a lang="id" hreflang="id" href="../../koreksi/">'),
        ('<a href="https://contoh.go.id/data/">', '<a href="https://contoh.go.id/data/">'),
        ('<a href="#isi">', '<a href="#isi">'),
        ('<a data-href="../../data/" href="x">', '<a data-href="../../data/" href="x">'),
        ('<link href="../../data/">', '<link href="../../data/">'),
    ],
)
def test_links_lead_to_pages_of_the_language_or_say_that_they_do_not(before, after):
    assert foreign.relink(before, "../../", ("en/", KNOWN), "id") == after


def test_data_is_foreign_on_pages_of_other_languages_only():
    assert foreign.as_is("Kota", Words("id", {})) == "Kota"
    assert foreign.bare(foreign.as_is("Kota", Words("en", {}))) == "Kota" != foreign.as_is("Kota", Words("en", {}))
