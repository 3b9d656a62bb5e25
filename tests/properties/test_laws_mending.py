"""What was changed by hand or damaged, in the tree or beside it, is mended by the next build."""

from __future__ import annotations

import os
import random
import shutil

import pytest

from tests import portals
from tests.properties.states import assert_same_as_from_nothing, edited


def meddle_deleted(site):
    (site / "index.html").unlink()
    shutil.rmtree(site / "data")


def meddle_edited(site):
    with (site / "index.html").open("ab") as file:
        file.write(b"<script>")


def meddle_replaced(site):
    page = site / "404.html"
    data = page.read_bytes().replace(b"html", b"HTML")
    page.unlink()
    page.write_bytes(data)


def meddle_added(site):
    (site / "data" / "asing.html").write_text("asing", encoding="utf-8")


def meddle_folder_for_file(site):
    (site / "404.html").unlink()
    (site / "404.html").mkdir()
    (site / "404.html" / "x").write_text("x", encoding="utf-8")


def meddle_link(site):
    (site / "404.html").unlink()
    (site / "404.html").symlink_to(site / "index.html")


def meddle_emptied(site):
    for path in site.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def meddle_removed(site):
    shutil.rmtree(site)


@pytest.mark.parametrize("meddle", [value for name, value in sorted(globals().items()) if name.startswith("meddle_")])
@pytest.mark.parametrize("change", ["nothing", "chrome"])
def test_what_was_changed_by_hand_in_the_tree_is_mended(root, meddle, change):
    meddle(root / "_site")
    edited(root, change)
    assert portals.build(root).ok
    assert_same_as_from_nothing(root)


def overwrite(path, start=0, data=b"\xff" * 64):
    with path.open("r+b") as file:
        file.seek(start)
        file.write(data)


DAMAGE = {
    "manifest overwritten": lambda root: overwrite(root / "._site.lintas/live", 40),
    "manifest cut": lambda root: os.truncate(root / "._site.lintas/live", 50),
    "manifest gone": lambda root: (root / "._site.lintas/live").unlink(),
    "second manifest": lambda root: overwrite(root / "._site.lintas/staged", 40),
    "second tree gone": lambda root: shutil.rmtree(root / "._site.lintas/tree"),
    "all gone": lambda root: shutil.rmtree(root / "._site.lintas"),
    "store emptied": lambda root: os.truncate(root / ".lintas/cache.db", 0),
    "store cut": lambda root: os.truncate(root / ".lintas/cache.db", 20_000),
    "store no database": lambda root: (root / ".lintas/cache.db").write_bytes(b"bukan basis data" * 999),
    "store header": lambda root: overwrite(root / ".lintas/cache.db"),
    "store gone": lambda root: shutil.rmtree(root / ".lintas"),
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("change", ["nothing", "population_cell"])
def test_what_is_damaged_beside_the_tree_is_mended(root, damage, change):
    DAMAGE[damage](root)
    edited(root, change)
    assert portals.build(root).ok
    assert_same_as_from_nothing(root)


@pytest.mark.parametrize("seed", range(6))
def test_a_store_with_wrong_bytes_in_it_never_shows(root, seed):
    store = root / ".lintas/cache.db"
    places = random.Random(seed)
    for _ in range(12):
        overwrite(store, places.randrange(4096, store.stat().st_size - 99), places.randbytes(40))
    (root / "theme/templates/lembar.html").open("a", encoding="utf-8").write("<!-- baru -->")
    assert portals.build(root).ok
    assert_same_as_from_nothing(root)
