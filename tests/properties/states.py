"""States of the example portal, and the tree that each of them makes."""

from __future__ import annotations

from tests import portals
from tests.properties.edits import EDITS

TOPS = ("content", "datasets", "theme")


def edited(root, name="chrome"):
    """An edit that reaches every page."""
    portals.write(EDITS[name](portals.example()), root)


def assert_same_as_from_nothing(root, output=None, kept={}):  # noqa: B006 - one build for each state of the portal
    state = portals.checksum(
        b"".join(path.encode() + data for top in TOPS for path, data in portals.tree(root / top).items())
    )
    if state not in kept:
        assert portals.scratch(root, root.parent / "baru").ok
        kept[state] = portals.tree(root.parent / "baru")
    assert portals.differences(portals.tree(output or root / "_site"), kept[state]) == []
