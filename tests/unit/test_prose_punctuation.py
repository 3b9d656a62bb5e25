"""Typewriter signs to Indonesian typography."""

import pytest

from lintas import prose
from lintas.prose.punctuation import smarten


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"Halo," katanya.', "“Halo,” katanya."),
        ("kata 'di' sini", "kata ‘di’ sini"),
        ("\"Dia bilang 'ya'.\"", "“Dia bilang ‘ya’.”"),
        ('("kutip")', "(“kutip”)"),
        ("Jum'at, Ma'ruf, Qur'an", "Jum’at, Ma’ruf, Qur’an"),
        ("angkatan '45 dan '98-an", "angkatan ’45 dan ’98-an"),
        ("dia 'kan datang", "dia ’kan datang"),
        ("2025--2029", "2025–2029"),
        ("kata -- kata --- kata", "kata – kata — kata"),
        ('kata --"kutip"', "kata –“kutip”"),
        ("----", "----"),
        ("2025-2029 a-b", "2025-2029 a-b"),
        ('layar 5"', "layar 5”"),
        ("“sudah” ‘rapi’ – —", "“sudah” ‘rapi’ – —"),
    ],
)
def test_signs(typed, expected):
    assert smarten(typed) == expected


def test_the_character_before_decides():
    assert smarten('"', "a") == "”"
    assert smarten('"', "(") == "“"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('"*Miring*" kata', "<p>“<em>Miring</em>” kata</p>\n"),
        ('**"Tebal"**', "<p><strong>“Tebal”</strong></p>\n"),
        ('kata `a--"b"` "c"', '<p>kata <code>a--"b"</code> “c”</p>\n'),
        ('["Judul" -- a](https://a.go.id/a--b)', '<p><a href="https://a.go.id/a--b">“Judul” – a</a></p>\n'),
        ("<https://a.go.id/a--b>", '<p><a href="https://a.go.id/a--b">https://a.go.id/a--b</a></p>\n'),
    ],
)
def test_in_context(body, expected):
    assert prose.convert(body, "a.md", 1).value.html == expected
