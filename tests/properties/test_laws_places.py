"""What must not matter to a tree: how it was built, with how many processes, in which order, and where."""

from __future__ import annotations

import os
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lintas import sources, workers
from tests import portals
from tests.properties.edits import BROKEN, EDITS


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The example portal and the tree that it makes."""
    folder = tmp_path_factory.mktemp("contoh")
    portals.write(portals.example(), folder / "portal")
    assert portals.scratch(folder / "portal", folder / "_site").ok
    return folder


@given(steps=st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=4, unique=True))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_any_sequence_of_edits_makes_what_a_build_from_nothing_makes(tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("langkah")
    portal, root, output = portals.example(), folder / "portal", folder / "_site"
    for name in steps:
        portals.write(portal := EDITS[name](portal), root)
        before = portals.tree(output)
        result = portals.build(root, output=output)
        if not result.ok:
            assert portals.differences(portals.tree(output), before) == []
    cold = portals.scratch(root, folder / "baru")
    assert cold.diagnostics == result.diagnostics
    assert not cold.ok or portals.differences(portals.tree(output), portals.tree(folder / "baru")) == []
    shutil.rmtree(folder)


# An edit of what is frozen can mend what another one breaks there.
OTHERS = sorted(name for name in set(EDITS) - set(BROKEN) if "frozen" not in name)


@given(name=st.sampled_from(BROKEN), other=st.sampled_from(OTHERS))
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_what_is_edited_while_something_is_broken_shows_once_it_is_mended(tmp_path_factory, name, other):
    folder = tmp_path_factory.mktemp("rusak")
    root, output = portals.write(portals.example(), folder / "portal"), folder / "_site"
    portals.build(root, output=output)
    edited = EDITS[other](portals.example())
    portals.write(EDITS[name](edited), root)
    assert not portals.build(root, output=output).ok
    portals.write(edited, root)
    assert portals.build(root, output=output).ok
    assert portals.scratch(root, folder / "baru").ok
    assert portals.differences(portals.tree(output), portals.tree(folder / "baru")) == []
    shutil.rmtree(folder)


def test_a_section_that_appears_or_goes_stands_in_every_menu(tmp_path):
    """Regions come with the first release that speaks of one, without a change to any page's own content."""
    bare = EDITS["no_regions_left"](portals.example())
    path = portals.release_path("2025", "empat")
    quiet = bare | {path: portals.release("Kabar Empat", "2025-06-01")}
    root = portals.write(quiet, tmp_path / "portal")
    for portal in (bare | {path: portals.release("Kabar Empat", "2025-06-01", wilayah=["36.04"])}, quiet):
        portals.build(root)
        portals.write(portal, root)
        portals.build(root)
        assert portals.scratch(root, tmp_path / "baru").ok
        assert portals.differences(portals.tree(root / "_site"), portals.tree(tmp_path / "baru")) == []


def test_a_kawasan_shows_totals_of_members_that_other_tables_measure(tmp_path):
    """The page of one member says how many people live in all of them."""
    portal = EDITS["figures_split_over_two_datasets"](portals.example())
    root = portals.write(portal, tmp_path / "portal")
    portals.build(root)
    before = (root / "_site/wilayah/32.75/index.html").read_bytes()
    portals.write(EDITS["cell_of_the_other_dataset"](portal), root)
    portals.build(root)
    portals.scratch(root, tmp_path / "baru")
    assert portals.differences(portals.tree(root / "_site"), portals.tree(tmp_path / "baru")) == []
    assert (root / "_site/wilayah/32.75/index.html").read_bytes() != before


def test_two_processes_make_what_one_makes(example, tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "SMALL", 0.0)
    assert portals.scratch(example / "portal", tmp_path / "_site", jobs=2).ok
    assert portals.differences(portals.tree(tmp_path / "_site"), portals.tree(example / "_site")) == []


def test_nothing_in_the_tree_depends_on_where_the_portal_or_the_output_lies(example, tmp_path):
    far = tmp_path / "folder lain" / "dengan spasi é" / "portal"
    shutil.copytree(example / "portal", far)
    assert portals.build(far, output=tmp_path / "keluar" / "situs", cache=False).ok
    made = portals.tree(tmp_path / "keluar" / "situs")
    assert portals.differences(made, portals.tree(example / "_site")) == []
    for path, data in made.items():
        assert str(tmp_path).encode() not in data, path


def test_the_order_in_which_a_folder_lists_its_files_does_not_matter(example, tmp_path, monkeypatch):
    listed = os.scandir

    class Backwards:
        def __init__(self, path):
            with listed(path) as entries:
                self.entries = sorted(entries, key=lambda entry: entry.name, reverse=True)

        def __enter__(self):
            return iter(self.entries)

        def __exit__(self, *_):
            pass

    monkeypatch.setattr(sources.os, "scandir", Backwards)
    assert portals.scratch(example / "portal", tmp_path / "_site").ok
    assert portals.differences(portals.tree(tmp_path / "_site"), portals.tree(example / "_site")) == []


def test_times_of_files_do_not_matter(example, tmp_path):
    root = tmp_path / "portal"
    shutil.copytree(example / "portal", root, ignore=shutil.ignore_patterns(".lintas"))
    portals.build(root)
    for top in ("content", "datasets", "theme"):
        for path in (root / top).rglob("*"):
            os.utime(path, (1_000_000_000, 1_000_000_000))
    result = portals.build(root)
    assert (result.ok, result.drawn) == (True, 0)
    assert portals.differences(portals.tree(root / "_site"), portals.tree(example / "_site")) == []


def test_a_change_that_keeps_size_and_time_is_seen(example, tmp_path):
    root = tmp_path / "portal"
    shutil.copytree(example / "portal", root, ignore=shutil.ignore_patterns(".lintas"))
    portals.build(root)
    page = root / portals.release_path("2024", "satu")
    status = page.stat()
    page.write_bytes(page.read_bytes().replace(b"Kabar Satu", b"Kabar Duha"))
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert portals.build(root).ok
    assert (
        b"Kabar Duha"
        in (root / "_site/index.html").read_bytes() + (root / "_site/siaran-pers/2024/index.html").read_bytes()
    )


def test_nothing_is_drawn_twice(example, tmp_path):
    root = tmp_path / "portal"
    shutil.copytree(example / "portal", root, ignore=shutil.ignore_patterns(".lintas"))
    first = portals.build(root)
    assert first.drawn == first.files - 1 > 50  # the list of checksums is made from what was drawn
    assert portals.build(root).drawn == 0
    page = root / "content/halaman/tentang.md"
    page.write_bytes(page.read_bytes().replace(b"Isi.", b"Lain."))
    assert portals.build(root).drawn == 4  # the page, the two forms of the report, the list for language models
    page.write_bytes(page.read_bytes().replace(b"Lain.", b"Isi."))
    assert portals.build(root).drawn == 4  # the page, the two forms of the report, the list for language models
