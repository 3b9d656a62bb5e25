"""The manifest of releases: what it says, how it is cut, how it is signed, and when it changes."""

import hashlib
import json
import time

import minisign
import pytest

from lintas import pipeline
from lintas.authenticity import fingerprint, normal_form, parts, sha256, signing
from lintas.diagnostics import Span
from lintas.presenting import authenticity
from lintas.presenting.authenticity import LIST
from tests import portals
from tests.browser import genuine
from tests.conftest import ROOT

VECTORS = json.loads((ROOT / "tests/authenticity/vectors.json").read_text(encoding="utf-8"))
DEMONSTRATION = (ROOT / "content/keaslian/demo.key").read_bytes()
AIR = "siaran-pers/2025/air-bersih/"


def key_pair(password=""):
    pair = minisign.KeyPair.generate()
    if password:
        pair.secret_key.encrypt(password, opslimit=32768, memlimit=1_000_000)
    return bytes(pair.secret_key).decode(), pair.public_key


def built(root, files, **options):
    result = portals.build(portals.write(files, root), **options)
    return result, portals.tree(root / "_site") if result.ok else {}


def codes(result):
    return [found.code for found in result.diagnostics if found.code.startswith("ASL")]


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    files = genuine.portal() | {"content/keaslian/demo.key": DEMONSTRATION}
    return built(tmp_path_factory.mktemp("portal"), files)[1]


def entries(tree):
    return {entry["alamat"]: entry for entry in json.loads(tree["keaslian/2025.json"])["siaran"]}


@pytest.mark.parametrize("case", VECTORS["bentuk"], ids=lambda case: case["nama"])
def test_a_text_has_the_normal_form_that_is_promised(case):
    assert normal_form(case["teks"]) == case["hasil"]
    assert sha256(case["hasil"]) == case["sha256"]


def test_vectors_of_parts_fingerprints_and_pairs_hold():
    assert [parts(normal_form(case["teks"])) for case in VECTORS["bagian"]] == [c["hasil"] for c in VECTORS["bagian"]]
    for case in VECTORS["sidik"]:
        made = fingerprint(case["judul"], case["isi"])
        assert (made.text, made.parts) == (case["teks"], case["bagian"])
    assert all(len({normal_form(text) for text in group}) == 1 for group in VECTORS["sama"])
    assert all(normal_form(one) != normal_form(other) for one, other in VECTORS["beda"])


@pytest.mark.parametrize("text", ["*" * 300_000, "_a " * 100_000, "'" * 300_000, "- " * 150_000, ">" * 300_000])
def test_hostile_texts_are_read_in_time(text):
    started = time.perf_counter()
    normal_form(text)
    assert time.perf_counter() - started < 5


def test_every_release_in_public_has_its_entry(tree):
    found = entries(tree)
    assert [entry["status"] for entry in found.values()] == ["ralat", "dicabut", "diganti", "terbit"]
    air = found[AIR]
    assert air["teks"] == fingerprint(genuine.TITLE, genuine.BODY).text
    assert air["nomor"] == ["12/SP/7/2025"]
    assert found["siaran-pers/2025/parkir/"]["pengganti"] == AIR
    assert found["siaran-pers/2025/vaksinasi/"]["teks_semula"] == [
        fingerprint(genuine.OLD_TITLE, genuine.OLD_BODY).text
    ]
    assert found["siaran-pers/2025/vaksinasi/"]["koreksi"] == "siaran-pers/2025/vaksinasi/#riwayat-koreksi"
    assert "teks" not in found["siaran-pers/2025/lomba/"]


def test_a_pdf_has_its_fingerprint_where_there_is_one(tree):
    papers = {path for path in tree if path.endswith(".pdf")}
    named = {
        address + file["nama"]: file["sha256"] for address, e in entries(tree).items() for file in e.get("berkas", ())
    }
    assert named == {path: hashlib.sha256(tree[path]).hexdigest() for path in papers}


def test_what_is_held_back_leaves_no_trace(tree):
    hidden = fingerprint(genuine.HIDDEN, "Isi naskah yang masih ditahan.").text
    for path, data in tree.items():
        assert b"ditahan" not in data.lower() or not path.startswith("keaslian/"), path
        assert hidden[:16].encode() not in data, path


def test_the_chain_leads_from_the_signature_to_every_text(tree):
    manifest = json.loads(tree["keaslian/manifes.json"])
    for one in [*manifest["daftar"], manifest["indeks"]]:
        assert hashlib.sha256(tree[f"keaslian/{one['berkas']}"]).hexdigest() == one["sha256"]
    short = json.loads(tree["keaslian/indeks.json"])["daftar"]["2025"]
    digests = [e.get("teks") for e in entries(tree).values()] + [
        d for e in entries(tree).values() for d in e.get("teks_semula", ())
    ]
    assert all(digest[:8] in short for digest in digests if digest)
    clues = json.loads(tree["keaslian/2025-bagian.json"])["bagian"]
    assert len(clues) == len(entries(tree))
    assert clues[1] == ""  # of the withdrawn release nothing is told


def test_minisign_verifies_what_was_signed(tree, tmp_path):
    """As a journalist does it: minisign -Vm manifes.json -p kunci.pub"""
    for name in ("manifes.json", "manifes.json.minisig", "kunci.pub"):
        (tmp_path / name).write_bytes(tree[f"keaslian/{name}"])
    key = minisign.PublicKey.from_file(tmp_path / "kunci.pub")
    key.verify_file(tmp_path / "manifes.json")
    (tmp_path / "manifes.json").write_bytes(tree["keaslian/manifes.json"] + b" ")
    with pytest.raises(minisign.VerifyError):
        key.verify_file(tmp_path / "manifes.json")


def test_the_page_says_what_the_signature_is_worth(tree, tmp_path):
    page = tree["cek-keaslian/index.html"].decode()
    assert "tidak membuktikan apa pun" in page
    _, unsigned = built(tmp_path / "tanpa", genuine.portal())
    assert "Daftar sidik tidak ditandatangani" in unsigned["cek-keaslian/index.html"].decode()
    assert {"keaslian/kunci.pub", "keaslian/manifes.json.minisig"} & unsigned.keys() == set()
    secret, _ = key_pair()
    _, signed = built(tmp_path / "sungguh", genuine.portal(demonstration=False), secret=secret)
    page = signed["cek-keaslian/index.html"].decode()
    assert "tidak membuktikan apa pun" not in page
    assert "minisign -Vm manifes.json -P RW" in page


def test_a_signature_is_the_same_every_time_and_names_no_time():
    secret, _ = key_pair()
    made = [signing.sign(b"{}", secret, "", Span("")).value.signature for _ in range(2)]
    assert made[0] == made[1]
    assert "timestamp" not in made[0]


def test_a_key_with_a_password(tmp_path):
    secret, public = key_pair("rahasia")
    files = genuine.portal(demonstration=False)
    assert codes(built(tmp_path / "a", files, secret=secret)[0]) == ["ASL102"]
    result, tree = built(tmp_path / "b", files, secret=secret, password="rahasia")
    assert result.ok
    public.verify(tree["keaslian/manifes.json"], minisign.Signature.from_bytes(tree["keaslian/manifes.json.minisig"]))


def test_a_key_that_is_none_is_refused_and_never_shown(tmp_path):
    result, _ = built(tmp_path, genuine.portal(), secret="BukanKunciRahasia")
    assert codes(result) == ["ASL101"]
    assert "BukanKunci" not in repr(result)
    assert "BukanKunci" not in repr(pipeline.Options(root=tmp_path, now="", secret="BukanKunciRahasia"))


def test_the_key_must_be_the_one_that_is_published(tmp_path):
    secret, public = key_pair()
    files = genuine.portal(demonstration=False) | {"content/keaslian/kunci.pub": bytes(public) + b"\n"}
    result, tree = built(tmp_path, files, secret=secret)
    assert result.ok
    assert tree["keaslian/kunci.pub"].decode().splitlines()[1] == public.to_base64().decode()
    other, _ = key_pair()
    assert codes(built(tmp_path, files, secret=other)[0]) == ["ASL103"]
    result, tree = built(tmp_path, files)
    assert "keaslian/manifes.json.minisig" not in tree  # no key: unsigned, though the public one is known
    assert "keaslian/kunci.pub" in tree


def test_another_key_or_none_signs_anew(tmp_path):
    files = genuine.portal(demonstration=False)
    secret, _ = key_pair()
    first = built(tmp_path, files, secret=secret)[1]
    assert built(tmp_path, files, secret=secret)[1] == first
    assert "keaslian/manifes.json.minisig" not in built(tmp_path, files)[1]
    other, _ = key_pair()
    assert (
        built(tmp_path, files, secret=other)[1]["keaslian/manifes.json.minisig"]
        != first["keaslian/manifes.json.minisig"]
    )


def test_an_edit_changes_the_manifest_as_a_build_from_scratch_does(tmp_path):
    files = genuine.portal() | {"content/keaslian/demo.key": DEMONSTRATION}
    built(tmp_path / "langkah", files)
    path = "content/siaran-pers/2025/air-bersih.md"
    edited = files | {path: files[path].replace(b"18 kilometer", b"19 kilometer")}
    stepwise, fresh = built(tmp_path / "langkah", edited)[1], built(tmp_path / "baru", edited)[1]
    assert portals.differences(stepwise, fresh) == []
    assert entries(stepwise)[AIR]["teks"] == fingerprint(genuine.TITLE, genuine.BODY.replace("18 kilo", "19 kilo")).text


def test_it_can_be_switched_off(tmp_path):
    files = genuine.portal()
    files["content/situs.yaml"] = files["content/situs.yaml"].replace(b'"pdf"', b'"keaslian": false, "pdf"')
    _, tree = built(tmp_path, files)
    assert [path for path in tree if "keaslian" in path and not path.startswith("aset/")] == []
    assert b"cek-keaslian" not in tree[f"{AIR}index.html"]


def test_years_with_many_releases_are_cut_oldest_first(monkeypatch, tmp_path):
    monkeypatch.setattr(authenticity, "LIST", 2)
    _, tree = built(tmp_path, genuine.portal())
    names = [one["nama"] for one in json.loads(tree["keaslian/manifes.json"])["daftar"]]
    assert names == ["2025", "2025-2"]
    assert [e["tanggal"] for e in json.loads(tree["keaslian/2025.json"])["siaran"]] == ["2025-03-05", "2025-04-18"]
    assert LIST == 1000
