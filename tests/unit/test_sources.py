"""Discovery: what is what, what is refused, and what need not be read again."""

import hashlib
import os
import sys

import pytest

from lintas import sources
from lintas.sources import StatIndex, placement
from tests.unprivileged import permissions_bind

SECOND = 1_000_000_000


@pytest.fixture
def portal(tmp_path):
    for path, text in {
        "content/situs.yaml": "judul: P\n",
        "content/topik.yaml": "[]\n",
        "content/siaran-pers/2025/satu.md": "---\n---\n",
        "content/halaman/tentang.md": "x",
        "content/instansi/bps.yaml": "nama: BPS\n",
        "content/media/foto.jpg": "x",
        "datasets/penduduk/datapackage.json": "{}",
        "datasets/penduduk/data/a.csv": "a\n1\n",
        "theme/css/a.css": "x",
        ".git/config": "x",
        "content/.rahasia": "x",
        "content/~$satu.md": "x",
        "content/siaran-pers/README.md": "x",
        "bench/x.py": "x",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def look(root, index=None, now=10**19):
    outcome, fresh = sources.discover(root, index or StatIndex(), clock=lambda: now)
    return outcome.value, [(d.code, d.span.path) for d in outcome.diagnostics], fresh


def test_every_file_has_its_kind_and_the_order_is_that_of_the_paths(portal):
    found, diagnostics, _ = look(portal)
    assert [(s.path, s.kind) for s in found] == [
        ("content/halaman/tentang.md", "halaman"),
        ("content/instansi/bps.yaml", "instansi"),
        ("content/media/foto.jpg", "media"),
        ("content/siaran-pers/2025/satu.md", "siaran"),
        ("content/situs.yaml", "settings"),
        ("content/topik.yaml", "topik"),
        ("datasets/penduduk/data/a.csv", "dataset"),
        ("datasets/penduduk/datapackage.json", "dataset"),
        ("theme/css/a.css", "theme"),
    ]
    assert diagnostics == []


def test_digest_and_size_are_those_of_the_bytes(portal):
    source = next(s for s in look(portal)[0] if s.path.endswith("a.csv"))
    assert (source.size, source.digest) == (4, hashlib.sha256(b"a\n1\n").hexdigest())


def test_a_portal_without_folders_has_no_sources(tmp_path):
    assert look(tmp_path)[:2] == ((), [])


def test_what_did_not_change_is_not_read_again(portal, monkeypatch):
    first, _, index = look(portal)
    monkeypatch.setattr(sources, "_hash", lambda *args: pytest.fail("read again"))
    assert look(portal, index)[0] == first


def test_the_index_survives_as_plain_data(portal):
    first, _, index = look(portal)
    again = StatIndex.from_plain(index.to_plain())
    assert (again, look(portal, again)[0]) == (index, first)


@pytest.mark.parametrize("value", [None, (), (1,), ("x", {}), {"a": 1}, 5])
def test_a_foreign_value_is_an_empty_index(value):
    assert StatIndex.from_plain(value) == StatIndex()


def test_a_change_of_the_same_size_is_seen(portal):
    path = portal / "content/halaman/tentang.md"
    before, _, index = look(portal)
    path.write_text("y")
    after, _, _ = look(portal, index)
    assert [a.path for a, b in zip(before, after, strict=True) if a.digest != b.digest] == [
        "content/halaman/tentang.md"
    ]


@pytest.mark.parametrize(("age", "again"), [(0, True), (SECOND // 100, True), (SECOND, False)])
def test_a_file_written_in_the_tick_of_the_look_is_read_again(portal, age, again, monkeypatch):
    status = (portal / "content/halaman/tentang.md").stat()
    _, _, index = look(portal, now=status.st_mtime_ns + age)
    read = []
    original = sources._hash
    monkeypatch.setattr(sources, "_hash", lambda *args: read.append(args[1]) or original(*args))
    look(portal, index)
    assert ("content/halaman/tentang.md" in read) is again


def test_a_coarse_clock_gets_two_seconds(portal):
    path = portal / "content/halaman/tentang.md"
    os.utime(path, ns=(1000 * SECOND, 1000 * SECOND))
    stamps = {p: (i[0], i[1], i[2], i[3], i[4]) for p, i in look(portal)[2].stamps.items()}
    status = path.stat()
    name = "content/halaman/tentang.md"
    assert StatIndex(1001 * SECOND, stamps).digest(name, status) == ""
    assert StatIndex(1003 * SECOND, stamps).digest(name, status) != ""


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
@pytest.mark.parametrize("target", ["/etc/passwd", "content/situs.yaml", "nowhere", "/etc", "."])
def test_links_are_refused_wherever_they_lead(portal, target):
    (portal / "content/media/link.jpg").symlink_to(target if target.startswith("/") else portal / target)
    found, diagnostics, _ = look(portal)
    assert diagnostics == [("KFG301", "content/media/link.jpg")]
    assert "content/media/link.jpg" not in [s.path for s in found]


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
def test_a_linked_top_folder_is_refused(tmp_path):
    (tmp_path / "content").symlink_to("/etc")
    assert look(tmp_path)[:2] == ((), [("KFG301", "content")])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_pipes_are_refused_and_not_waited_for(portal):
    os.mkfifo(portal / "content/media/pipa.jpg")
    assert look(portal)[1] == [("KFG309", "content/media/pipa.jpg")]


@pytest.mark.skipif(sys.platform == "win32", reason="file modes do not bind there")
def test_unreadable_files_are_named(portal):
    (portal / "content/situs.yaml").chmod(0)
    with permissions_bind(portal):
        found = look(portal)
    assert found[1] == [("KFG302", "content/situs.yaml")]


def test_a_file_that_vanishes_is_named(portal):
    assert [d.code for d in _hash_missing(portal)] == ["KFG302"]


def _hash_missing(portal):
    found = []
    sources._hash(portal, "content/tidak-ada.md", found)
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot exist there")
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a\x1b[31m.jpg", "KFG303"),
        ("a\nb.jpg", "KFG303"),
        ("a\\b.jpg", "KFG303"),
        ("a\u202egpj.jpg", "KFG303"),
        ("con.jpg", "KFG304"),
        ("a:b.jpg", "KFG304"),
        ("a .jpg ", "KFG304"),
        ("akhir.", "KFG304"),
        ("x" * 200 + ".jpg", "KFG305"),
        ("skrip.exe", "KFG307"),
    ],
)
def test_names_that_other_systems_cannot_hold_are_refused(portal, name, code):
    (portal / "content/media" / name).write_text("x")
    _, diagnostics, _ = look(portal)
    assert [c for c, _ in diagnostics] == [code]
    assert diagnostics[0][1].isprintable()


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system of bytes")
def test_names_that_are_no_utf8_are_refused(portal):
    (portal / os.fsdecode(b"content/media/\xff.jpg")).write_text("x")
    assert look(portal)[1] == [("KFG303", "content/media/\\udcff.jpg")]


def test_a_deep_path_is_refused(portal):
    deep = portal / "content/media" / "/".join(["d" * 50] * 5)
    deep.mkdir(parents=True)
    (deep / "a.jpg").write_text("x")
    assert [code for code, _ in look(portal)[1]] == ["KFG305"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system that tells case apart")
@pytest.mark.parametrize("name", ["Foto.jpg", "FOTO.JPG"])
def test_names_that_differ_only_by_case_are_named(portal, name):
    (portal / "content/media" / name).write_text("x")
    assert look(portal)[1] == [("KFG306", "content/media/foto.jpg")]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system of bytes")
def test_names_that_differ_only_by_accent_form_are_named(portal):
    for name in ("caf\u00e9.jpg", "cafe\u0301.jpg"):
        (portal / "content/media" / name).write_text("x")
    assert [code for code, _ in look(portal)[1]] == ["KFG306"]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("content/siaran-pers/2025/satu.txt", "content/siaran-pers/2025/satu.md"),
        ("content/instansi/bps.yml", "content/instansi/bps.yaml"),
        ("content/halaman/tentang.markdown", "content/halaman/tentang.md"),
        ("content/siaran-pres/2025/satu.md", "content/siaran-pers/2025/satu.md"),
        ("content/siaran-pers/2025/foto.jpg", "content/media/foto.jpg"),
        ("content/situs.yml", "content/situs.yaml"),
        ("content/topic.yaml", "content/topik.yaml"),
        ("content/media/skrip.exe", ""),
        ("datasets/lepas.csv", ""),
    ],
)
def test_a_file_that_nothing_reads_comes_with_the_likely_place(path, hint):
    diagnostic = placement.problem(path, 1)
    assert (diagnostic.code, dict(diagnostic.args)["hint"]) == ("KFG307", hint)


@pytest.mark.parametrize(
    ("path", "limit"),
    [
        ("content/siaran-pers/2025/a.md", 1_000_000),
        ("content/situs.yaml", 1_000_000),
        ("content/media/a.jpg", 10_000_000),
        ("datasets/a/data/a.csv", 100_000_000),
        ("datasets/a/datapackage.json", 5_000_000),
    ],
)
def test_sizes_have_limits(path, limit):
    assert placement.problem(path, limit) is None
    assert placement.problem(path, limit + 1).code == "KFG308"


def test_a_large_file_is_not_read(portal, monkeypatch):
    path = portal / "content/siaran-pers/2025/besar.md"
    with path.open("wb") as file:
        file.truncate(10_000_001)
    original = sources._hash
    monkeypatch.setattr(sources, "_hash", lambda *a: original(*a) if "besar" not in a[1] else pytest.fail("read"))
    assert look(portal)[1] == [("KFG308", "content/siaran-pers/2025/besar.md")]
