"""Outputs: two owners of one path, a file where another needs a folder, paths that lead out."""

import pytest

from lintas.model import Catalogue, Settings
from lintas.outputs import Output, Publisher
from lintas.plan import plan
from lintas.relate import relate


def planned(*paths):
    publisher = Publisher(
        "contoh", lambda _site, _planned: [Output(p, "contoh", "", "") for p in paths], lambda *_: b""
    )
    return plan(relate(Catalogue(Settings("Portal")), "2026-01-01T00:00:00Z", "").value, [publisher])


def test_outputs_come_in_path_order():
    outcome = planned("b/index.html", "a.txt", "b.txt")
    assert [output.path for output in outcome.value] == ["a.txt", "b.txt", "b/index.html"]
    assert outcome.diagnostics == ()


@pytest.mark.parametrize(
    "paths", [("a", "A"), ("a/b", "a"), ("a", "a/b/c/d"), ("data/Katalog.csv/x", "data/katalog.csv")]
)
def test_one_place_has_one_owner(paths):
    assert [d.code for d in planned(*paths).diagnostics] == ["LUA101"]


@pytest.mark.parametrize("path", ["../a", "a/../b", "/a", "a//b", "a/", "./a", "a\\b", "a\nb", ".."])
def test_a_path_stays_in_the_tree(path):
    assert "LUA102" in {d.code for d in planned(path).diagnostics}
