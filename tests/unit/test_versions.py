"""Versions of data: order and steps, differences by key and by row, freezing, what is refused."""

import gzip
import json
from pathlib import Path

import pytest

from lintas import releasing, versions
from lintas.releasing import Wish
from lintas.versions import freezing, records, semver
from lintas.versions.difference import compare
from lintas.versions.rows import compare_rows
from tests.unit.data_packages import ABOUT, FOLDER, KODE, NILAI, sources, table, write

KEYED = {**ABOUT, "version": "1.0.0", "resources": [table(primaryKey="kode")]}
DAY = "2026-01-02"


def portal(root, content="kode,nilai\na,1\nb,2\n", package=KEYED):
    write(root, package, {"data/tabel.csv": content})
    return root


def release(root, version="", note=""):
    return releasing.release(root, "uji", Wish(version, note, DAY))


def codes(outcome):
    return [found.code for found in outcome.diagnostics]


def test_versions_sort_as_semver_says():
    given = ["1.0.0", "1.0.0-alfa", "1.0.0-alfa.2", "1.0.0-alfa.10", "0.9.9", "1.0.1", "1.1.0", "2.0.0", "10.0.0"]
    assert sorted(given, key=semver.order) == [
        "0.9.9", "1.0.0-alfa", "1.0.0-alfa.2", "1.0.0-alfa.10", "1.0.0", "1.0.1", "1.1.0", "2.0.0", "10.0.0",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [("1.0.0", "1.0.1", "patch"), ("1.0.9", "1.1.0", "minor"), ("1.9.9", "2.0.0", "mayor"), ("1.0.0", "1.0.0", ""),
     ("1.1.0", "1.0.9", "")],
)  # fmt: skip
def test_the_step_between_two_versions(old, new, step):
    assert semver.step_between(old, new) == step
    if step:
        assert semver.order(semver.following(old, step)) <= semver.order(new)


def rows_of(tmp_path, old, new, key):
    files = []
    for name, text in (("lama", old), ("baru", new)):
        path = tmp_path / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        files.append((path, {"path": "x.csv"}))
    return compare_rows(*files, key)


def test_rows_are_matched_by_key_whatever_their_order(tmp_path):
    found = rows_of(tmp_path, "k,n,m\na,1,x\nb,2,y\nc,3,z\n", "k,n,m\nc,3,z\nb,5,q\nd,4,w\n", ("k",))
    assert (found.added, found.removed, found.changed, found.cells) == (1, 1, 1, 2)
    assert found.altered[0].line == 3
    assert found.altered[0].cells == (("n", "2", "5"), ("m", "y", "q"))
    assert found.came == ((4, ("d", "4", "w")),)
    assert found.went == (("a", "1", "x"),)


def test_a_moved_column_changes_no_cell(tmp_path):
    found = rows_of(tmp_path, "k,n,m\na,1,x\n", "k,m,n\na,x,1\n", ("k",))
    assert (found.added, found.removed, found.changed) == (0, 0, 0)


def test_without_a_key_whole_rows_are_counted(tmp_path):
    found = rows_of(tmp_path, "n\n1\n1\n2\n", "n\n1\n2\n2\n", ())
    assert (found.before, found.after, found.added, found.removed, found.changed) == (3, 3, 1, 1, 0)


def test_quoted_line_ends_do_not_shift_the_lines(tmp_path):
    found = rows_of(tmp_path, 'k,n\na,"x\ny"\nb,1\n', 'k,n\na,"x\ny"\nb,2\n', ("k",))
    assert [row.line for row in found.altered] == [4]


def test_lists_are_bounded_and_counts_are_not(tmp_path, monkeypatch):
    monkeypatch.setattr("lintas.versions.rows.KEPT", 3)
    old, new = (f"{n}\n" for n in range(10)), (f"x{n}\n" for n in range(9))
    found = rows_of(tmp_path, "k\n" + "".join(old), "k\n" + "".join(new), ("k",))
    assert (found.added, found.removed, len(found.came), len(found.went), found.cut) == (9, 10, 3, 3, True)


def test_a_first_version_is_frozen_and_a_second_keeps_only_what_changed(tmp_path):
    package = {**KEYED, "resources": [*KEYED["resources"], table(name="lain", path="data/lain.csv", primaryKey="kode")]}
    write(tmp_path, package, {"data/tabel.csv": "kode,nilai\na,1\n", "data/lain.csv": "kode,nilai\nz,9\n"})
    assert release(tmp_path).value is not None
    (tmp_path / FOLDER / "data/tabel.csv").write_text("kode,nilai\na,1\nb,2\n")
    assert codes(release(tmp_path)) == ["VER302"]
    assert codes(release(tmp_path, "1.0.1")) == ["VER205"]
    assert release(tmp_path, "1.1.0", "Baris b ditambah.").value is not None
    folder = tmp_path / FOLDER / "versi/1.1.0"
    assert [path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")] == ["data/tabel.csv"]
    found = versions.load(tmp_path, FOLDER, sources(tmp_path))
    assert found.diagnostics == ()
    assert [version.version for version in found.value] == ["1.0.0", "1.1.0"]
    assert found.value[1].step == "minor"
    assert json.loads((tmp_path / FOLDER / "datapackage.json").read_text())["version"] == "1.1.0"
    told = json.loads((tmp_path / found.value[1].difference).read_text())
    assert told["tabel"][0]["ditambah"] == [{"kode": "b", "nilai": "2"}]


def test_large_files_are_kept_packed_and_compared_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(freezing, "PACK", 10)
    portal(tmp_path)
    release(tmp_path)
    path = tmp_path / FOLDER / "versi/1.0.0/data/tabel.csv.gz"
    assert gzip.decompress(path.read_bytes()) == b"kode,nilai\na,1\nb,2\n"
    (tmp_path / FOLDER / "data/tabel.csv").write_text("kode,nilai\na,1\nb,3\n")
    last = versions.load(tmp_path, FOLDER, sources(tmp_path)).value[-1]
    difference = compare(versions.frozen(tmp_path, last), versions.current(tmp_path, FOLDER, sources(tmp_path)))
    assert (difference.step, difference.tables[0].rows.changed) == ("patch", 1)


@pytest.mark.parametrize(
    ("change", "step"),
    [
        ({"description": "Lain."}, "patch"),
        ({"resources": [table(fields=(KODE, {**NILAI, "title": "Nilai"}), primaryKey="kode")]}, "patch"),
        ({"resources": [table(fields=(KODE, {**NILAI, "type": "number"}), primaryKey="kode")]}, "mayor"),
        ({"resources": [table(fields=(NILAI, KODE), primaryKey="kode")]}, "mayor"),
        ({"resources": [table()]}, "mayor"),
        ({"resources": [table(name="nama-lain", primaryKey="kode")]}, "mayor"),
        ({"x-diperbarui": "2026-01-01"}, ""),
    ],
)
def test_what_step_a_change_of_the_description_needs(tmp_path, change, step):
    portal(tmp_path)
    release(tmp_path)
    portal(tmp_path, package={**KEYED, **change})
    last = versions.load(tmp_path, FOLDER, sources(tmp_path)).value[-1]
    state = versions.current(tmp_path, FOLDER, sources(tmp_path))
    assert compare(versions.frozen(tmp_path, last), state).step == step


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("versi/1.0.0/rilis.json", "{"), ("versi/1.0.0/rilis.json", "[]"), ("versi/1.0.0/rilis.json", "null"),
        ("versi/1.0.0/rilis.json", '{"sidik": 1}'), ("versi/1.0.0/rilis.json", "[" * 100_000),
    ],
)  # fmt: skip
def test_a_broken_record_is_a_finding(tmp_path, path, text):
    portal(tmp_path)
    release(tmp_path)
    (tmp_path / FOLDER / path).write_text(text)
    assert set(codes(versions.load(tmp_path, FOLDER, sources(tmp_path)))) <= {"VER101", "VER103"}


def test_a_record_changed_by_hand_is_noticed(tmp_path):
    portal(tmp_path)
    release(tmp_path, note="Awal.")
    record = tmp_path / FOLDER / "versi/1.0.0/rilis.json"
    record.write_text(record.read_text().replace("Awal.", "Akhir."))
    assert codes(versions.load(tmp_path, FOLDER, sources(tmp_path))) == ["VER103"]


def test_a_record_cannot_name_files_elsewhere(tmp_path):
    portal(tmp_path)
    release(tmp_path)
    record = tmp_path / FOLDER / "versi/1.0.0/rilis.json"
    value = json.loads(record.read_text())
    value["berkas"][0]["nama"] = "../../index.html"
    value["sidik"] = records.seal({key: part for key, part in value.items() if key != "sidik"})
    record.write_text(json.dumps(value))
    assert codes(versions.load(tmp_path, FOLDER, sources(tmp_path))) == ["VER101"]


def test_nothing_is_left_behind_when_writing_fails(tmp_path, monkeypatch):
    portal(tmp_path)
    before = (tmp_path / FOLDER / "datapackage.json").read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lintas.versions.freezing.written", full)
    assert codes(release(tmp_path, "1.2.0")) == ["VER307"]
    assert (tmp_path / FOLDER / "datapackage.json").read_bytes() == before
    assert list((tmp_path / FOLDER / "versi").iterdir()) == []


def test_the_version_is_put_into_a_descriptor_without_one(tmp_path):
    package = {key: value for key, value in KEYED.items() if key != "version"}
    portal(tmp_path, package=package)
    assert codes(release(tmp_path)) == ["VER302"]
    assert release(tmp_path, "1.0.0").value is not None
    assert json.loads(Path(tmp_path / FOLDER / "datapackage.json").read_text())["version"] == "1.0.0"
