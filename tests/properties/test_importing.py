"""Laws of import: it never rewrites. The words of the body stand in the source in the same order, and a word that is
not in the body went into the front matter or is reported as left out."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from lintas.importing import Known, draft
from lintas.importing.anatomy import dissect
from lintas.importing.composing import body
from lintas.importing.litter import sweep
from lintas.importing.opening import manuscript
from lintas.importing.plain import text_blocks

WORDS = st.sampled_from(
    "rapat warga layanan publik Kota Bekasi Menteri Gubernur “kami siap” kata ujar (4/7/25) Jumat 2025 K/L *tebal* [x] "
    "<b> & _a_ No. 12 1. - • Rp1.000 Foto: (Humas) https://a.id – | # > ``` \\ Bupati".split(" ")
)
SENTENCE = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
LINES = st.sampled_from(
    (
        "SIARAN PERS",
        "Nomor: 156/SP/HM.01.02/POLKAM/7/2025",
        "SIARAN PERS: Judul yang Cukup Panjang Ini",
        "Berita",
        "Judul yang Menjelaskan Isi Naskah Ini",
        "Foto: Menteri saat rapat. (Dok. Humas X)",
        "Bekasi, 4 Juli 2025 – Menteri",
        "Jakarta, 4 Juli 2025",
        "***",
        "Narahubung: Biro Humas, humas@contoh.go.id",
        "Baca juga: Lain",
        "Tinggalkan Balasan",
        "1. Judul yang Bernomor",
        "- satu",
        "- dua",
        "(Abc)",
        "#tagar",
        "Penanggung jawab: Ani",
        "EMBARGO sampai 5/7/2025",
        "",
    )
)
TEXT = st.lists(SENTENCE | LINES, min_size=1, max_size=25).flatmap(
    lambda lines: st.sampled_from(("\n\n", "\n")).map(lambda between: between.join(lines))
)


def words(text: str) -> list[str]:
    """Words as a reader counts them: escapes and entities of Markdown undone."""
    plain = text.replace("&amp;", "&").replace("&lt;", "<")
    return re.findall(r"[^\W_]+", plain)


@settings(deadline=None)
@given(TEXT)
def test_the_words_of_the_body_are_those_of_the_source_in_order(text):
    opened = manuscript(text.encode(), "a.txt")
    made = draft(opened.value, Known(), "2026-01-01", "a.txt").value if opened.value else None
    if made is None:
        return
    source = iter(words(text))
    assert all(word in source for word in words(made.text.split("\n---\n", 1)[1]))


@settings(deadline=None)
@given(TEXT)
def test_no_word_is_lost_unsaid(text):
    kept, litter = sweep(text_blocks(text))
    made = dissect(kept, "2025-07-04")
    told = [body(made.body), *made.moved, *made.dropped, *litter]
    assert Counter(words(text)) - Counter(word for each in told for word in words(each)) == Counter()


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from(("a.docx", "a.txt", "a.odt", "a.html", "a.md", "a", "a.rtf")))
def test_any_bytes_are_read_or_refused(data, name):
    opened = manuscript(data, name)
    if opened.value is None:
        assert opened.diagnostics
    else:
        draft(opened.value, Known(), "2026-01-01", name)
