"""A portal whose site stands: built once, then copied for each test with its cache."""

from __future__ import annotations

import shutil

import pytest

from tests import portals


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    folder = tmp_path_factory.mktemp("berdiri")
    portals.write(portals.example(), folder / "portal")
    assert portals.build(folder / "portal").ok
    return folder / "portal"


@pytest.fixture
def root(standing, tmp_path):
    """A portal whose site stands, built with a cache."""
    shutil.copytree(standing, tmp_path / "portal", ignore=shutil.ignore_patterns("_site", "._site.lintas"))
    assert portals.build(tmp_path / "portal").ok
    return tmp_path / "portal"
