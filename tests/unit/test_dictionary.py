"""The optional dictionary: what it lets pass, what it finds, what it proposes. A tiny dictionary of our own."""

import pytest

from lintas import cli
from lintas.proofreading import Terms
from lintas.proofreading.dictionary import load_dictionary
from lintas.proofreading.stems import stems
from lintas.proofreading.unknown import consult

AFFIXES = "SET UTF-8\nFLAG long\nTRY aeinrt\nFORBIDDENWORD XX\n\nSFX Aa Y 1\nSFX Aa 0 kan .\n"
WORDS = """besar bahas/Aa buru cocok hadir janji kota lapor lokasi orang pakai paham rapat resmi sapu sangat sepakat
tanam ujar untuk warga wujud yang jembatan bahagia pembangunan salahh/XX buah"""
TERMS = Terms(names=("Rumah Tamadun",), permitted=("sarasehan budaya",), abbreviations=(("SIPD", "Sistem Zigzag"),))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    words = WORDS.split()
    (tmp_path / "id_ID.aff").write_text(AFFIXES, encoding="utf-8")
    (tmp_path / "id_ID.dic").write_text(f"{len(words)}\n" + "\n".join(words) + "\n", encoding="utf-8")
    monkeypatch.setenv("DICPATH", str(tmp_path))
    return tmp_path


@pytest.fixture
def dictionary(folder):
    return load_dictionary().value


def told(dictionary, body, terms=TERMS, head=""):
    source = f"---\njudul: Rapat\ntanggal: 2025-07-04\n{head}---\n\n{body}\n"
    return [(d.code, dict(d.args)["found"], dict(d.args)["better"]) for d in consult(source, "n.md", terms, dictionary)]


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("kewilayahan", "wilayah"), ("berkomitmen", "komitmen"), ("terwujudnya", "wujud"), ("ujarnya", "ujar"),
        ("menyapu", "sapu"), ("memakai", "pakai"), ("menanam", "tanam"), ("mengotakan", "kota"),
        ("dilaporkan", "lapor"),
        ("dipertanggungjawabkan", "tanggungjawab"), ("kesepahaman", "paham"), ("ketidakcocokan", "cocok"),
        ("keberhasilannya", "hasil"), ("antarkota", "kota"), ("antarbus", "bus"), ("teregistrasi", "registrasi"),
        ("bekerja", "kerja"), ("pembangunannya", "bangun"), ("memperbesar", "besar"), ("dieja", "eja"),
        ("memproduksi", "produksi"), ("diinternalisasi", "internalisasi"),
    ],
)  # fmt: skip
def test_affixes_come_off(word, stem):
    assert stem in set(stems(word))


@pytest.mark.parametrize("form", ["mensapu", "mempakai", "menkota", "mengtanam", "dilapr", "mepakai", "tewujud"])
def test_a_wrong_nasal_is_no_form(form):
    assert not {"sapu", "pakai", "kota", "tanam", "lapor", "wujud"} & set(stems(form))


def test_forms_of_known_stems_and_names_pass(dictionary):
    text = (
        "Rapat membahas kewilayahan yang terwujudnya untuk warga-warganya, ujarnya di jembatan. Kartika resmikan "
        "sarasehan di tamadun kartika bekasi itu, kata Simatupang; pengguna data.go.id dan x@contoh.id, /jalur/abc."
    )
    terms = Terms(names=TERMS.names, permitted=("pengguna", "sarasehan", "itu", "kata", "data"))
    assert told(dictionary, text, terms) == []


def test_a_slip_is_found_once_with_its_near_words(dictionary):
    found = told(dictionary, "Rapat membahas jembtaan, lalu jembtaan itu.", Terms(permitted=("lalu",)))
    assert found == [("EJA902", "jembtaan", "jembatan")]


@pytest.mark.parametrize(
    ("slip", "right"),
    [("jembatn", "jembatan"), ("jembatann", "jembatan"), ("jembetan", "jembatan"), ("untukwarga", "untuk warga")],
)
def test_what_is_proposed(dictionary, slip, right):
    assert right in dictionary.near(slip)


def test_a_forbidden_word_is_not_known_and_never_proposed(dictionary):
    assert not dictionary.knows("salahh")
    assert "salahh" not in dictionary.near("salahhh")


def test_a_word_far_from_all_is_told_without_proposals(dictionary):
    assert told(dictionary, "Rapat membahas zxywvut yang besar.") == [("EJA903", "zxywvut", "")]
    assert dictionary.near("z" * 4000) == ()


def test_what_is_not_read(dictionary):
    body = "Rapat *zxywvut* `zxywvut` [besar](zxywvut.html) bertajuk “Zxywvut zxywvut”, Zxywvut, ZXYWVUT, zx, 5zxywvut."
    assert told(dictionary, body, Terms(permitted=("bertajuk",))) == []
    assert told(dictionary, "Rapat zxywvut.", head="bahasa: en\n") == []


def test_the_command_gives_advice_and_does_not_fail(folder, tmp_path, capsys):
    portal = tmp_path / "portal"
    text = portal / "content" / "siaran-pers" / "2025" / "rapat.md"
    text.parent.mkdir(parents=True)
    (portal / "content" / "situs.yaml").write_text("judul: Portal\nbase_url: https://contoh.go.id\n", encoding="utf-8")
    text.write_text("---\njudul: Rapat\ntanggal: 2025-07-04\n---\n\nRapat membahas jembtaan.\n", encoding="utf-8")
    run = ["check", "--root", str(portal), "--no-cache", "--jobs", "1"]
    cli.main([*run, str(text)])
    plain = capsys.readouterr().out
    status = cli.main([*run, str(text)])
    capsys.readouterr()
    assert cli.main([*run, "--kamus", str(text)]) == status
    assert "EJA902" not in plain
    assert "“jembtaan” (1×) tidak ada dalam kamus; barangkali jembatan." in "".join(capsys.readouterr())
    (folder / "id_ID.dic").unlink()
    assert cli.main([*run, "--kamus", str(text)]) == status
    assert "EJA905" in "".join(capsys.readouterr())
    assert cli.main([*run, "--kamus"]) == 2
