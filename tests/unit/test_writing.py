"""The manifest, the swap of trees with and without the help of the system, and writing of single files."""

import os
import threading
from pathlib import Path

import pytest

from lintas.writing import Entry, Manifest, OutputRefused, Staging, exchange, put


def tree(folder, **files):
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def names(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


@pytest.fixture(params=["exchange", "two renames"])
def way(request, monkeypatch):
    if request.param == "two renames":
        monkeypatch.setattr(exchange, "_exchange", lambda *_: False)
    return request.param


def test_a_swap_changes_places(tmp_path, way):
    fresh, live = tree(tmp_path / "baru", a="2"), tree(tmp_path / "situs", a="1", b="1")
    exchange.swap(fresh, live, tmp_path / "samping")
    assert (names(live), names(fresh)) == ({"a": "2"}, {"a": "1", "b": "1"})
    assert not (tmp_path / "samping").exists()


def test_the_first_tree_takes_its_place(tmp_path, way):
    exchange.swap(tree(tmp_path / "baru", a="1"), tmp_path / "situs", tmp_path / "samping")
    assert names(tmp_path / "situs") == {"a": "1"}
    assert not (tmp_path / "baru").exists()


def test_a_second_rename_that_fails_brings_the_old_tree_back(tmp_path, monkeypatch):
    monkeypatch.setattr(exchange, "_exchange", lambda *_: False)
    live = tree(tmp_path / "situs", a="1")
    with pytest.raises(OSError, match="baru"):
        exchange.swap(tmp_path / "baru", live, tmp_path / "samping")
    assert names(live) == {"a": "1"}


def test_a_tree_left_aside_comes_back_only_where_none_stands(tmp_path):
    live, aside = tmp_path / "situs", tree(tmp_path / "samping", a="1")
    exchange.recover(live, aside)
    assert names(live) == {"a": "1"}
    tree(aside, a="0")
    exchange.recover(live, aside)
    assert names(live) == {"a": "1"}


def entry(folder, name, data=b"isi"):
    return Entry("resep", "sidik", *put(str(folder), name, data, set()))


def test_a_manifest_comes_back_and_knows_its_files(tmp_path):
    manifest = Manifest({name: entry(tmp_path / "t", name) for name in ("a", "b/c", "b/d")})
    manifest.write(tmp_path / "daftar")
    known = Manifest.read(tmp_path / "daftar")
    assert known == manifest
    assert known.compare(tmp_path / "t") == ({"a", "b/c", "b/d"}, False)
    (tmp_path / "t/b/c").write_bytes(b"isi lain")
    (tmp_path / "t/asing").write_bytes(b"")
    assert known.compare(tmp_path / "t") == ({"a", "b/d"}, True)


@pytest.mark.parametrize("content", [b"", b"rusak", b"\x00" * 99])
def test_a_damaged_manifest_is_an_empty_one(tmp_path, content):
    (tmp_path / "daftar").write_bytes(content)
    assert Manifest.read(tmp_path / "daftar") == {}
    assert Manifest.read(tmp_path / "tidak ada") == {}


def test_no_two_trees_have_the_same_mark(tmp_path):
    marks = {Manifest.mark(tmp_path / "daftar")}
    for data in (b"a", b"b"):
        Manifest({"a": entry(tmp_path / "t", "a", data)}).write(tmp_path / "daftar")
        marks.add(Manifest.mark(tmp_path / "daftar"))
    assert len(marks) == 3


def test_writing_never_reaches_through_a_link(tmp_path):
    put(str(tmp_path / "t"), "a", b"lama", set())
    os.link(tmp_path / "t/a", tmp_path / "situs")
    put(str(tmp_path / "t"), "a", b"baru", set())
    assert ((tmp_path / "t/a").read_bytes(), (tmp_path / "situs").read_bytes()) == (b"baru", b"lama")


def test_a_long_file_is_written_whole_however_little_the_system_takes(tmp_path, monkeypatch):
    written = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: written(handle, data[:3]))
    assert put(str(tmp_path), "a", b"0123456789", set())[0] == 10
    assert (tmp_path / "a").read_bytes() == b"0123456789"


def build(output: Path, **files):
    staging = Staging(output)
    try:
        kept = {name for name in staging.intact if staging.live[name].made_from == files.get(name)}
        manifest = staging.prepare(kept)
        known: set[str] = set()
        for name in files.keys() - kept:
            manifest[name] = Entry(files[name], "", *put(str(staging.tree), name, files[name].encode(), known))
        if not staging.promote(manifest):
            staging.mirror(lambda call, every: [call(tuple(every))])
        return sorted(kept)
    finally:
        staging.close()


def test_trees_take_turns_and_keep_what_did_not_change(tmp_path, way):
    output = tmp_path / "situs"
    mark = {".nojekyll": "lintas\n"}
    assert build(output, a="1", b="1", **mark) == []
    assert build(output, a="2", b="1", **mark) == [".nojekyll", "b"]
    assert build(output, a="3", c="1", **mark) == [".nojekyll"]
    assert build(output, a="3", b="1", **mark) == [".nojekyll", "a"]
    assert names(output) == {"a": "3", "b": "1", **mark}
    assert {path.stat().st_nlink for path in output.iterdir()} == {1}  # GitHub Pages refuses hard links


def test_a_folder_without_our_mark_is_refused_and_one_with_it_is_not(tmp_path):
    with pytest.raises(OutputRefused) as refused:
        Staging(tree(tmp_path / "orang", surat="x"))
    assert refused.value.reason == "nonempty"
    Staging(tree(tmp_path / "kami", **{".nojekyll": "lintas\n", "a": "x"})).close()
    with pytest.raises(OutputRefused):
        Staging(tree(tmp_path / "lain", **{".nojekyll": ""}))


def test_a_second_build_of_a_folder_waits_for_the_first(tmp_path):
    pytest.importorskip("fcntl")
    first = Staging(tmp_path / "situs")
    opened = threading.Event()

    def second():
        Staging(tmp_path / "situs").close()
        opened.set()

    waiting = threading.Thread(target=second, daemon=True)
    waiting.start()
    assert not opened.wait(0.2)
    first.close()
    assert opened.wait(10)
