"""The register of numbers: what is unique, what is missing, and which number comes next."""

from dataclasses import replace

import pytest

from lintas.model import NOWHERE, Instansi, Pengecualian, Ref, Settings, SiaranPers
from lintas.relate import number_faults, register
from lintas.scaffold import new

OWN = "{urut:3}/SP/DINAS/{bulan:R}/{tahun}"
SETTINGS = Settings("Portal", agency="dinas", number_profile=OWN)
INSTITUTIONS = (
    Instansi("content/instansi/dinas.yaml", "dinas", "Dinas Kota"),
    Instansi("content/instansi/polkam.yaml", "polkam", "Kemenko Polkam", number_profile="kemenko-polkam"),
)


def release(slug, *numbers, date="2025-07-04", agency="dinas", **keys):
    path = f"content/siaran-pers/{date[:4]}/{slug}.md"
    refs = tuple(Ref(number, 3, 8) for number in numbers)
    return SiaranPers(path, "x", slug, date[:4], slug, date, refs, institutions=(Ref(agency),), **keys)


def faults(*releases, settings=SETTINGS, institutions=INSTITUTIONS):
    return [(d.code, d.span.path.rpartition("/")[2]) for d in number_faults(register(settings, institutions, releases))]


def facts(*releases):
    return dict(next(iter(number_faults(register(SETTINGS, INSTITUTIONS, releases)))).args)


def test_numbers_in_order_are_clean():
    assert faults(release("a", "001/SP/DINAS/VII/2025"), release("b", "002/SP/DINAS/VII/2025")) == []


@pytest.mark.parametrize("other", ["1/SP/DINAS/VII/2025", "001 / SP / DINAS / VII / 2025", "0001/SP/DINAS/VII/2025"])
def test_blanks_and_zeros_make_no_other_number(other):
    found = faults(release("a", "001/SP/DINAS/VII/2025"), release("b", other))
    assert ("REG101", "b.md") in found


def test_another_month_of_the_year_is_the_same_sequence():
    assert faults(release("a", "001/SP/DINAS/VII/2025"), release("b", "001/SP/DINAS/VIII/2025", date="2025-08-01")) == [
        ("REG101", "b.md")
    ]


def test_each_year_and_each_issuer_begins_anew():
    assert faults(
        release("a", "001/SP/DINAS/VII/2025"),
        release("b", "001/SP/DINAS/VII/2026", date="2026-07-01"),
        release("c", "1/SP/HM.01.02/POLKAM/7/2025", agency="polkam"),
    ) == []  # fmt: skip


def test_a_joint_release_bears_a_number_of_each_issuer():
    joint = release("a", "001/SP/DINAS/VII/2025", "156/SP/HM.01.02/POLKAM/7/2025")
    assert faults(joint) == []
    later = release("b", "156/SP/HM.01.02/POLKAM/7/2025", agency="polkam")
    assert faults(joint, later) == [("REG101", "b.md")]


def test_the_number_of_a_draft_is_taken():
    assert faults(release("a", "001/SP/DINAS/VII/2025"), release("b", "001/SP/DINAS/VII/2025", status="draf")) == [
        ("REG101", "b.md")
    ]


def test_a_translation_and_a_successor_may_keep_the_number():
    first, number = release("a", "001/SP/DINAS/VII/2025"), "001/SP/DINAS/VII/2025"
    assert faults(first, release("b", number, language="en")) == []
    assert faults(replace(first, status="diganti", successor=Ref("b")), release("b", number, successor=NOWHERE)) == []


def test_a_number_that_was_truly_given_twice_is_waived_on_record():
    waiver = Pengecualian("REG101", "Buku nomor 2025 memuatnya dua kali.", "Kepala Bagian Humas", "2025-08-01", line=9)
    first, second = release("a", "001/SP/DINAS/VII/2025"), release("b", "001/SP/DINAS/VII/2025", waivers=(waiver,))
    assert faults(first, second) == []
    assert faults(release("b", "002/SP/DINAS/VII/2025", waivers=(waiver,))) == [("PRI202", "b.md")]


def test_numbers_of_unknown_schemes_are_compared_as_they_stand():
    assert faults(release("a", "XQ-7", agency="lain"), release("b", "XQ - 7", agency="lain")) == [("REG101", "b.md")]
    assert faults(release("a", "XQ-7", agency="lain"), release("b", "XQ-8", agency="lain")) == []


def test_gaps_are_named_as_ranges_and_bounded():
    held = [release(f"a{n:03}", f"{n:03}/SP/DINAS/VII/2025") for n in (1, 2, 5, 9)]
    assert facts(*held)["missing"] == "3–4, 6–8"
    many = facts(*[release(f"a{n:03}", f"{n:03}/SP/DINAS/VII/2025") for n in range(1, 400, 3)])
    assert many["missing"].endswith("…")
    assert len(many["missing"]) < 100


def test_a_number_of_another_month_proposes_the_one_that_fits():
    found = facts(release("a", "001/SP/DINAS/VI/2025"))
    assert (found["said"], found["proposed"]) == ("Juni 2025", "001/SP/DINAS/VII/2025")


def test_parts_for_the_dataset():
    joint = release("a", "001/SP/DINAS/VII/2025", "156/SP/HM.01.02/POLKAM/7/2025")
    parts = register(SETTINGS, INSTITUTIONS, (joint,)).parts()
    assert parts == {joint.path: ("Dinas Kota; Kemenko Polkam", "1; 156", "2025; 2025")}


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content/siaran-pers/2026").mkdir(parents=True)
    (tmp_path / "content/situs.yaml").write_text(f"judul: P\nprofil_nomor: '{OWN}'\n", "utf-8")
    return tmp_path


def begun(root, title="Kabar", now="2026-11-24T03:00:00Z"):
    made = new(root, "siaran", title, now).value
    text = (root / made.path).read_text("utf-8")
    return next((line for line in text.splitlines() if line.startswith("nomor:")), ""), made


def test_a_new_release_takes_the_next_free_number(root):
    assert begun(root)[0] == 'nomor: "001/SP/DINAS/XI/2026"'
    assert begun(root, "Kabar lain")[0] == 'nomor: "002/SP/DINAS/XI/2026"'
    other = "---\njudul: X\ntanggal: 2026-03-01\nnomor:\n  - 77/SP/DINAS/III/2026\n  - 900/SP/X/3/2026\n---\nIsi.\n"
    (root / "content/siaran-pers/2026/lain.md").write_text(other, "utf-8")
    assert begun(root, "Sesudahnya")[0] == 'nomor: "078/SP/DINAS/XI/2026"'
    assert begun(root, "Tahun baru", "2027-01-02T03:00:00Z")[0] == 'nomor: "001/SP/DINAS/I/2027"'


def test_without_a_scheme_the_number_is_left_to_write(tmp_path):
    line, made = begun(tmp_path)
    assert line == ""
    assert "profil_nomor" in dict(made.rows)["Nomor"]
