"""content/situs.yaml."""

import pytest

from lintas import settings
from lintas.model import Contact, Features, Settings
from lintas.vocabulary import FEATURES, SETTINGS

FULL = """\
judul: Portal
semboyan: Semua ada
instansi: kemenko-polkam
base_url: https://Contoh.go.id/portal
kontak: {surel: humas@contoh.go.id, telepon: 021-1, alamat: Jl. Satu, nama: Humas, unit: Biro}
bahasa: [id, en]
lisensi: CC-BY-SA-4.0
profil_nomor: kemenko-polkam
demonstrasi: ya
fitur: {xlsx: tidak, parquet: false, json: no, zip: false, peta: false, wilayah: terkait, data_siaran: false,
  foto: false, kartu: semua}
isi_per_halaman: 50
"""


def load(text):
    return settings.load(text.encode(), "content/situs.yaml")


def found(text):
    return [(d.code, d.span.line, d.span.column) for d in load(text).diagnostics]


def test_every_key_is_read():
    outcome = load(FULL)
    assert outcome.diagnostics == ()
    assert outcome.value == Settings(
        title="Portal",
        tagline="Semua ada",
        agency="kemenko-polkam",
        base_url="https://contoh.go.id/portal/",
        contact=Contact("humas@contoh.go.id", "021-1", "Jl. Satu", "Humas", "Biro"),
        languages=("id", "en"),
        licence="CC-BY-SA-4.0",
        number_profile="kemenko-polkam",
        demonstration=True,
        features=Features(False, False, False, False, False, False, photos=False, cards="semua", regions="terkait"),
        page_size=50,
    )


def test_only_the_title_is_required():
    assert load("judul: Portal\n").value == Settings(title="Portal")
    assert found("judul: Portal\n") == []
    assert found("semboyan: x\n") == [("KFG130", 1, 1)]
    assert found("") == [("KFG130", 1, 1)]


@pytest.mark.parametrize("key", [*SETTINGS, *(f"fitur.{key}" for key in FEATURES)])
def test_every_key_takes_no_list_of_lists(key):
    outer, _, inner = key.partition(".")
    text = f"{outer}: {{{inner}: [[x]]}}\n" if inner else f"{outer}: [[x]]\n"
    assert found(text if outer == "judul" else "judul: P\n" + text)


@pytest.mark.parametrize(
    ("line", "code", "column", "hint"),
    [
        ("judl: x", "KFG132", 1, "judul"),
        ("title: x", "KFG132", 1, "judul"),
        ("license: MIT", "KFG132", 1, "lisensi"),
        ("base_url: http://a.go.id/", "KFG147", 11, "https://a.go.id/"),
        ("base_url: https://a.go.id/x?y=1", "KFG202", 11, "https://a.go.id/x/"),
        ("base_url: https://a.go.id/x#y", "KFG202", 11, "https://a.go.id/x/"),
        ("base_url: https://u:p@a.go.id/x", "KFG202", 11, "https://a.go.id/x/"),
        ("base_url: https://a.go.id/../x", "KFG202", 11, ""),
        ("instansi: Kemenko Polkam", "KFG203", 11, "kemenko-polkam"),
        ("kontak: {surel: humas}", "KFG204", 17, None),
        ("kontak: {email: a@b.id}", "KFG132", 10, "surel"),
        ("lisensi: CC BY 4.0", "KFG205", 10, "CC-BY-4.0"),
        ("bahasa: [id, fr]", "KFG140", 14, ""),
        ("fitur: {xlxs: ya}", "KFG132", 9, "xlsx"),
        ("fitur: {wilayah: smua}", "KFG140", 18, "semua"),
        ("fitur: {peta: mungkin}", "KFG137", 15, None),
        ("isi_per_halaman: 3", "KFG139", 18, None),
        ("demonstrasi: iya deh", "KFG137", 14, None),
    ],
)
def test_a_slip_is_named_and_the_default_kept(line, code, column, hint):
    outcome = load("judul: Portal\n" + line + "\n")
    (diagnostic,) = outcome.diagnostics
    assert (diagnostic.code, diagnostic.span.line, diagnostic.span.column) == (code, 2, column)
    assert dict(diagnostic.args).get("hint") == hint
    assert outcome.value == Settings(title="Portal")


def test_broken_files_give_one_finding():
    assert found("judul: a: b\n") == [("KFG108", 1, 9)]
    assert found("- x\n") == [("KFG150", 1, 1)]
    outcome = settings.load("judul: “Portal”".encode("cp1252"), "content/situs.yaml")
    assert [d.code for d in outcome.diagnostics] == ["KFG101"]
    assert outcome.value.title == "“Portal”"


@pytest.mark.parametrize(("value", "cards"), [("semua", "semua"), ("tidak", "tidak"), ("3", "3"), ("03", "3")])
def test_cards_are_for_all_releases_none_or_those_of_some_years(value, cards):
    outcome = load(f"judul: Portal\nfitur: {{kartu: {value}}}\n")
    assert (outcome.diagnostics, outcome.value.features.cards) == ((), cards)


@pytest.mark.parametrize("value", ["0", "100", "-1", "dua", "2.5", "²"])
def test_another_choice_of_cards_is_refused(value):
    assert [code for code, *_ in found(f"judul: Portal\nfitur: {{kartu: {value}}}\n")] == ["KFG206"]
