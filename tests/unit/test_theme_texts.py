"""The texts that the engine takes from a theme: the list is that of the code, and the built-in theme has them all."""

import re
from pathlib import Path

import pytest

import lintas
from lintas.rendering import strings, theme_faults
from lintas.runs import OWN_THEME
from lintas.views.texts import TEXTS

PACKAGE = Path(lintas.__file__).parent
SOURCES = [*PACKAGE.glob("publishers/*.py"), *PACKAGE.glob("presenting/**/*.py"), *PACKAGE.glob("*.py")]
CODE = "\n".join(path.read_text("utf-8") for path in sorted(SOURCES))


def test_every_text_that_the_code_reads_is_listed():
    assert set(re.findall(r'\bwords\["(\w+)"\]', CODE)) - set(TEXTS) == set()


def test_every_text_that_the_code_fills_is_listed_with_its_gaps():
    filled = re.findall(r'\bwords\["(\w+)"\]\.format\(([^()]*(?:\([^()]*\)[^()]*)*)\)', CODE)
    assert filled
    for key, arguments in filled:
        assert set(re.findall(r"(\w+)=", arguments)) == set(TEXTS[key]), key


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_built_in_theme_is_without_fault(language):
    assert theme_faults(OWN_THEME, language) == ()


def test_no_text_is_listed_that_the_theme_lacks():
    assert set(TEXTS) - set(strings(OWN_THEME, "id")) == set()
