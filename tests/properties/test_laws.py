"""The laws of the pipeline over small portals: what a build makes depends on the sources alone.

Not on what was built before, on the number of processes, on the order in which files are found, or on where they lie.
"""

from __future__ import annotations

import pytest

from tests import portals
from tests.properties.edits import BROKEN, EDITS


def compare(root, output, fresh, **options):
    """Build on top of what stands there and from nothing; both must say and make the same."""
    before = portals.tree(output)
    warm = portals.build(root, output=output, **options)
    cold = portals.scratch(root, fresh, **options)
    assert warm.diagnostics == cold.diagnostics
    made = portals.tree(output)
    assert portals.differences(made, portals.tree(fresh) if cold.ok else before) == []
    return warm


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    """A portal that has been built once, and stays so between tests."""
    folder = tmp_path_factory.mktemp("hukum")
    portals.write(portals.example(), folder / "portal")
    assert portals.build(folder / "portal", output=folder / "_site").ok
    return folder


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_and_its_undoing_leave_nothing_stale(standing, name):
    root, output, fresh = standing / "portal", standing / "_site", standing / "baru"
    try:
        portals.write(EDITS[name](portals.example()), root)
        result = compare(root, output, fresh)
        assert result.ok is (name not in BROKEN), result.diagnostics
    finally:
        portals.write(portals.example(), root)
        undone = portals.build(root, output=output)
    assert undone.ok
    assert portals.differences(portals.tree(output), original(standing)) == []


def original(folder, kept={}):  # noqa: B006 - built once
    if folder not in kept:
        portals.scratch(folder / "portal", folder / "asal")
        kept[folder] = portals.tree(folder / "asal")
    return kept[folder]
