"""Quotations with a speaker: how they are written, shown, and held against the people of the front matter."""

import pytest

from lintas import siaran
from lintas.model import Orang
from lintas.prose import convert, excerpt
from lintas.siaran.speakers import find

FRAMED = (
    '<figure class="quotation">\n<blockquote>\n<p>“Satu.”</p>\n</blockquote>\n<figcaption>{}</figcaption>\n</figure>'
)


def html(body):
    return convert(body, "content/siaran-pers/2025/a.md", 10).value.html.strip()


@pytest.mark.parametrize("mark", ["—", "–", "--"])
@pytest.mark.parametrize("gap", ["\n> ", "\n>\n> "])
def test_the_last_line_names_the_speaker(mark, gap):
    assert html(f"> “Satu.”{gap}{mark} Nama, Jabatan") == FRAMED.format("Nama, Jabatan")


def test_a_speaker_may_be_a_link_and_has_a_place():
    outcome = convert("Isi.\n\n> “Satu.”\n> — [Nama](instansi:pusat), Jabatan", "a.md", 10)
    assert '<figcaption><a href="slot:0">Nama</a>, Jabatan</figcaption>' in outcome.value.html
    (speaker,) = outcome.value.speakers
    assert (speaker.text, speaker.line, speaker.column) == ("Nama, Jabatan", 13, 5)


@pytest.mark.parametrize(
    "body",
    [
        "> “Satu.”",
        "> — hanya nama",
        "> “Satu — dua.”\n> Tiga.",
        "“Satu.”\n— Nama",
        "> “Satu.”\n> —Nama",
        "> “Satu.”\n> - Nama",
    ],
)
def test_other_quotations_stay_as_they_are(body):
    outcome = convert(body, "a.md", 1)
    assert "<figure" not in outcome.value.html
    assert outcome.value.speakers == ()


def test_each_quotation_of_a_text_has_its_own_speaker_and_none_is_in_the_excerpt():
    body = "> “Satu.”\n> — Nama A\n\nIsi.\n\n> “Dua.”\n>\n> “Tiga.”\n>\n> — Nama B, Jabatan B"
    outcome = convert(body, "a.md", 1)
    assert [speaker.text for speaker in outcome.value.speakers] == ["Nama A", "Nama B, Jabatan B"]
    assert excerpt(outcome.value.html) == "“Satu.” Isi. “Dua.” “Tiga.”"


def test_raw_html_cannot_make_itself_look_like_one():
    assert "<figcaption>" in html("<figure class='quotation'><figcaption>x</figcaption></figure>")
    assert 'class="quotation"' not in html("<figure class='quotation'><figcaption>x</figcaption></figure>")


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Budi Santoso", "Budi Santoso"),
        ("budi santoso, Kepala Biro", "Budi Santoso"),
        ("Budi Santoso, S.H., M.H., Kepala Biro", "Budi Santoso, S.H., M.H."),
        ("Budi Santosos", None),
        ("Budi", None),
        ("", None),
    ],
)
def test_a_speaker_is_found_by_the_longest_name(speaker, name):
    people = (Orang("Budi Santoso"), Orang("Budi Santoso, S.H., M.H."), Orang(""))
    found = find(speaker, people)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Nama Satu, Kepala Biro.", []),
        ("Nama Satu", []),
        ("Nama Satu, Sekretaris", ["SIA230"]),
        ("Nama Dua, Sekretaris", []),
        ("Pihak Lain, Sekretaris", ["SIA229"]),
    ],
)
def test_speakers_are_held_against_the_people_of_the_release(line, codes):
    text = (
        "---\njudul: Rapat\ntanggal: 2025-07-04\norang:\n  - {nama: Nama Satu, jabatan: Kepala  biro}\n"
        f"  - nama: Nama Dua\n---\n\n> “Satu.”\n> — {line}\n"
    )
    found = siaran.load_release(text.encode(), "content/siaran-pers/2025/rapat.md", "d").diagnostics
    assert [each.code for each in found] == codes
