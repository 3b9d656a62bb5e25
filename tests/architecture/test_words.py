"""What may not stand in the repository: unfinished business and the paths of somebody's computer."""

import re

import pytest

from tests.architecture.repository import text, written

UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
MACHINE = re.compile(r"(?<![\w.~:/-])/(?:root|home|work|Users|tmp)/\w+")
SUFFIXES = (
    ".py",
    ".md",
    ".yaml",
    ".yml",
    ".toml",
    ".html",
    ".css",
    ".mjs",
    ".json",
    ".svg",
    ".lock",
    "Makefile",
    "run",
)


@pytest.mark.parametrize("name", written(*SUFFIXES))
def test_nothing_unfinished_and_no_path_of_a_machine(name):
    words = text(name)
    assert UNFINISHED.findall(words) + MACHINE.findall(words) == []
