"""Laws of the proof-reader: it never raises, its places are real, mending comes to rest and touches nothing else."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintas.proofreading import mend, proofread
from lintas.proofreading.document import read
from lintas.proofreading.findings import Edit
from lintas.proofreading.inline import OPAQUE
from lintas.proofreading.mending import apply

HEAD = (
    "---\njudul: {title}\ntanggal: 2025-07-04\nringkasan: >-\n  {summary}\n"
    "orang:\n  - nama: Kartika Adi Putranta\n---\n\n"
)
BITS = (
    "Menteri", "rapat", "rapat", "kerjasama", "Kerjasama", "antar", "pasca", "non", "ASN", "di", "laksanakan",
    "dibawah", "ke", "2", "menunjukan", "mempengaruhi", "siapapun", "walau", "pun", "se", "Indonesia", "KTPnya",
    "2000", "an", "undang", "undang", "anak2", "Rp", "Rp.", "1.000", "12.5", "persen", "%", "1,000,000", "2025-2029",
    "2025", "-", "–", "4/7/25", "Jumat", "Kamis", "(4/7)", "pukul", "13:00", "WIB", "wib", "50", "Kg", "15000",
    "orang", "senin", "juli", "gubernur", "Jawa", "Barat", "Bertajuk", "“", "”", "\"", ",", ".", ";", ":", "!", "(",
    ")", "[", "]", "ujar", "ujarnya", "mengatakan", "bahwa", ", bahwa", "Oleh karena itu", "adalah merupakan", "*",
    "**", "`", "`kongkrit`", "[tautan](siaran:kongkrit)", "[8.000](angka:penduduk)", "<b>", "</b>", "[^1]",
    "https://contoh.go.id/kongkrit", "a@b.id", "\n", "\n\n", "\n# ", "\n- ", "\n> ", "\n| a | b |\n|---|---|\n| ",
    "\n```\nkongkrit\n```\n", "    ", "\u00a0", "  ", "é", "…", "PP", "Peraturan Presiden", "Nomor 12 Tahun 2025",
    "Kartika Adi Putrantra", "the", "of", "and", "kan", "ber", "main", "Baca juga: Berita", "RPJMN", "(RPJMN)",
    "Rencana Pemerintah Jangka Menengah Nasional", "kongkrit", "resiko",
)  # fmt: skip
TEXTS = st.lists(st.tuples(st.sampled_from(BITS), st.sampled_from(("", " ", " ", " "))), max_size=60).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
LINES = TEXTS.map(lambda text: " ".join(re.sub(r"[\"'`:#\[\]{}|>*&!%@\n-]", " ", text).split()) or "Judul")


def whole(title, summary, body):
    return HEAD.format(title=title, summary=summary) + body + "\n"


@given(LINES, LINES, TEXTS)
def test_mending_comes_to_rest(title, summary, body):
    source = whole(title, summary, body)
    once = mend(source, "naskah.md").text
    assert mend(once, "naskah.md").text == once
    assert [
        each
        for each in proofread(once, "naskah.md")
        if each.edit and once[each.edit.start : each.edit.end] != each.edit.text
    ] == []


@given(LINES, LINES, TEXTS)
def test_every_place_is_real_and_every_edit_stays_out_of_what_is_not_prose(title, summary, body):
    source = whole(title, summary, body)
    lines = source.split("\n")
    head = source.index("\n---\n\n")
    shielded = re.finditer(r"`[^`\n]*`|\]\([^)\n]*\)|https?://\S+|\S+@\S+|<[^>\n]*>", source)
    kept = [match.span() for match in shielded]
    kept += [match.span() for match in re.finditer(r"^[ -]*\w+:", source[:head], re.MULTILINE)]
    for each in proofread(source, "naskah.md"):
        span = each.diagnostic.span
        if span.line:
            assert span.line <= len(lines)
            assert span.column <= len(lines[span.line - 1]) + 1
        if each.edit and not re.search(r"[`*<]", body):
            edit = each.edit
            assert not any(start < edit.end and edit.start < end for start, end in kept)


@given(TEXTS)
def test_a_document_knows_where_its_letters_stand(body):
    document = read(whole("Judul", "Ringkasan", body))
    for place, letter in enumerate(document.text):
        origin = document.origin(place)
        assert 0 <= origin <= len(document.source)
        if letter not in (OPAQUE, " ", "\n"):
            assert document.source[origin] == letter


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    proofread(text, "naskah.md")
    proofread(f"---\njudul: {text}\n---\n{text}", "naskah.md")
    mend(text, "naskah.md")


@given(
    st.text(alphabet="ab\n", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=3)), max_size=5),
)
def test_edits_change_what_they_name_and_nothing_else(text, wishes):
    edits, at = [], 0
    for start, length, new in sorted(wishes):
        if at <= start and start + length <= len(text):
            edits.append(Edit(start, start + length, new))
            at = start + length
    after = apply(text, edits)
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    assert after == text


@pytest.mark.parametrize(
    "unit", ["yang yang ", "“", "( ", "[", "di a", "a,b", "(AA) ", "a\n", "1-", "`", "<", "Aa Bb ", "“a”, ujar "]
)
def test_time_grows_with_the_length_only(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        start = time.process_time()
        proofread(text, "naskah.md")
        return time.process_time() - start

    seconds(1000)
    assert seconds(120_000) < 16 * max(seconds(30_000), 0.02)
