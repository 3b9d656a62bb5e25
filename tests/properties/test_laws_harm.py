"""Whatever goes wrong in a build, the tree that stands stays as it is; as does a folder that is not ours."""

from __future__ import annotations

import contextlib
import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lintas import production
from lintas.writing import exchange, staging
from tests import portals
from tests.properties.edits import EDITS
from tests.properties.states import assert_same_as_from_nothing, edited

REPOSITORY = Path(__file__).resolve().parents[2]


def broken_publisher(monkeypatch, error):
    def render(output, *_):
        raise error

    monkeypatch.setitem(production._RENDER, "releases", render)


def test_a_bug_in_a_publisher_leaves_the_tree(root, monkeypatch):
    before = portals.tree(root / "_site")
    edited(root)
    with monkeypatch.context() as patch:
        broken_publisher(patch, ZeroDivisionError("kesalahan"))
        with pytest.raises(ZeroDivisionError):
            portals.build(root)
    assert portals.tree(root / "_site") == before
    assert portals.build(root).ok
    assert_same_as_from_nothing(root)


@pytest.mark.parametrize("kind", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_disk_that_is_full_or_fails_is_a_finding_and_leaves_the_tree(root, monkeypatch, kind):
    before = portals.tree(root / "_site")
    edited(root)
    written = os.write
    left = [30]

    def write(handle, data):
        left[0] -= 1
        if left[0] < 0:
            raise OSError(kind, os.strerror(kind))
        return written(handle, data[:7])  # a system may write less than it was given

    with monkeypatch.context() as patch:
        patch.setattr(staging.os, "write", write)
        result = portals.build(root)
    assert [d.code for d in result.diagnostics] == ["MES102"]
    assert portals.tree(root / "_site") == before
    assert portals.build(root).ok
    assert_same_as_from_nothing(root)


@pytest.mark.parametrize("exchanged", [True, False], ids=["exchange", "two renames"])
@pytest.mark.parametrize("failing", [1, 2, 3])
def test_a_swap_that_fails_leaves_a_whole_tree(root, monkeypatch, exchanged, failing):
    before = portals.tree(root / "_site")
    edited(root)
    renamed = os.rename
    calls = []

    def rename(*paths):
        calls.append(paths)
        if len(calls) == failing:
            raise OSError(errno.EBUSY, "sibuk")
        renamed(*paths)

    with monkeypatch.context() as patch:
        if not exchanged:
            patch.setattr(exchange, "_exchange", lambda *_: False)
        patch.setattr(exchange.os, "rename", rename)
        result = portals.build(root)
    assert result.ok is exchanged or len(calls) == failing
    if not exchanged and failing < 3:
        assert portals.tree(root / "_site") == before
    assert portals.build(root).ok
    assert_same_as_from_nothing(root)


def test_a_build_that_was_killed_between_two_renames_is_mended(root):
    (root / "._site.lintas").mkdir(exist_ok=True)
    os.rename(root / "_site", root / "._site.lintas" / "aside")
    edited(root, "broken_table")
    assert not portals.build(root).ok
    assert (root / "_site/index.html").exists()
    edited(root)
    assert portals.build(root).ok
    assert_same_as_from_nothing(root)


def told(tree):
    """What stands in a tree but for the report, in which the command line names its machine and commit."""
    return {path: data for path, data in portals.tree(tree).items() if not path.startswith("laporan/")}


def test_a_killed_build_leaves_the_old_tree_or_the_new_one(root):
    """SIGKILL at moments spread over a whole build."""
    if not hasattr(signal, "SIGKILL"):
        pytest.skip("this system has no SIGKILL")
    moments = random.Random(20250704)
    old = told(root / "_site")
    edited(root)
    portals.scratch(root, root.parent / "baru")
    new = told(root.parent / "baru")
    whole = 0.0
    for _ in range(6):
        started = time.monotonic()
        process = command(root)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(moments.uniform(0.1, whole) if whole else None)
        process.kill()
        process.wait()
        whole = whole or time.monotonic() - started
        made = told(root / "_site")
        assert portals.differences(made, old) == [] or portals.differences(made, new) == []
        shutil.rmtree(root / ".lintas", ignore_errors=True)
        edited(root, "nothing" if made == new else "chrome")
        old, new = made, (old if made == new else new)
    portals.build(root)
    assert_same_as_from_nothing(root)


def command(root, *more):
    words = [sys.executable, "build.py", "build", "--quiet", "--root", str(root), "--now", portals.NOW, "--jobs", "1"]
    return subprocess.Popen([*words, *more], cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def test_builds_at_the_same_time_wait_for_one_another(root):
    edited(root)
    processes = [command(root) for _ in range(3)]
    said = [process.communicate()[0].decode() for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], said
    assert portals.build(root).ok  # without the machine and the commit, which only the command line knows
    assert_same_as_from_nothing(root)


@pytest.mark.parametrize("kind", ["full", "file", "link"])
def test_a_folder_that_is_not_ours_is_refused(root, tmp_path, kind):
    target = tmp_path / "milik orang"
    if kind == "full":
        target.mkdir()
        (target / "surat.txt").write_text("jangan dihapus", encoding="utf-8")
    elif kind == "file":
        target.write_text("jangan dihapus", encoding="utf-8")
    else:
        (tmp_path / "lain").mkdir()
        target.symlink_to(tmp_path / "lain")
    before = sorted(tmp_path.rglob("*")), portals.tree(target) if target.is_dir() else {}
    result = portals.build(root, output=target)
    assert [d.code for d in result.diagnostics] == ["LUA302" if kind == "full" else "LUA301"]
    after = sorted(tmp_path.rglob("*")), portals.tree(target) if target.is_dir() else {}
    assert after[1] == before[1]
    assert set(before[0]) <= set(after[0])
    assert target.is_symlink() is (kind == "link")


def test_an_empty_folder_and_one_of_ours_are_taken(root, tmp_path):
    target = tmp_path / "kosong"
    target.mkdir()
    assert portals.build(root, output=target).ok
    assert portals.build(root, output=target, cache=False).ok
    assert_same_as_from_nothing(root, target)


def test_the_tree_of_another_portal_is_not_taken_for_ones_own(root, tmp_path):
    """Two portals built into one folder, and a build without the cache in between."""
    other, target = tmp_path / "lain", tmp_path / "bersama"
    portals.write(EDITS["setting_judul"](portals.example()), other)
    for portal in (root, other, root):
        assert portals.build(portal, output=target).ok
    assert_same_as_from_nothing(root, target)
    edited(root)
    assert portals.build(root, output=target, cache=False).ok
    edited(root, "nothing")
    assert portals.build(root, output=target).ok
    assert_same_as_from_nothing(root, target)


def test_a_fault_of_discovery_is_not_hidden_by_an_unchanged_portal(root):
    (root / "content/media/tautan.png").symlink_to(root / "content/media/foto.png")
    assert [d.code for d in portals.build(root).diagnostics] == ["KFG301"]
    (root / "content/media/tautan.png").unlink()
    (root / "content/catatan.txt").write_text("x", encoding="utf-8")
    assert [d.code for d in portals.build(root).diagnostics] == ["KFG307"]
    (root / "content/catatan.txt").unlink()
    assert portals.build(root).diagnostics == ()


def test_a_place_that_cannot_be_written_is_a_finding(root):
    shutil.rmtree(root / ".lintas")
    (root / ".lintas").write_text("berkas", encoding="utf-8")
    before = portals.tree(root / "_site")
    assert [d.code for d in portals.build(root).diagnostics] == ["MES102"]
    assert [d.code for d in portals.build(root, output=root / "content/situs.yaml/x", cache=False).diagnostics] == [
        "MES102"
    ]
    assert portals.tree(root / "_site") == before


@pytest.mark.parametrize(
    "path", ["content/media/foto.png", "datasets/penduduk/data/kabkota.csv", "theme/css/20-isi.css"]
)
def test_a_file_that_changes_during_a_build_stops_it(root, monkeypatch, path):
    """And leaves nothing in the cache under the old name."""
    edited(root)
    before = portals.tree(root / "_site")
    drawn = production.draw

    def draw(job, outputs):
        (root / path).write_bytes((root / path).read_bytes() + b"\n")
        return drawn(job, outputs)

    with monkeypatch.context() as patch:
        patch.setattr(production, "draw", draw)
        shutil.rmtree(root / "._site.lintas")
        result = portals.build(root)
    assert [(d.code, d.span.path) for d in result.diagnostics] == [("MES101", path)]
    assert portals.tree(root / "_site") == before
    edited(root)
    assert portals.build(root).ok
    assert_same_as_from_nothing(root)
