"""Patterns that are refused before any cell is read."""

import pytest

from lintas.datasets.patterns import has_loose_alternative, is_explosive, syntax_fault

EXPLOSIVE = [
    "(a+)+",
    r"(\d+)*",
    "(.*)*",
    "(a|aa)+",
    "(x+x+)+y",
    "(a?){60}a{60}",
    r"(?:(?:\w+)\s*)+",
    r"([a-z]+|\d*)+",
    "((a|b)+c?)*",
    "((1+){2})*",
    r"(\w+((\d*a*){2}){0,30})",
    "x" * 2001,
]
HARMLESS = [
    r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?",
    r"\d{1,3}(\.\d{3})*(,\d+)?",
    r"([a-z]+\.)+[a-z]+",
    r"(\w+-)*\w+",
    r"(\d\d\.)+",
    "(a|b)*c",
    "[A-Z]{2}[0-9]+",
    r"https?://[^\s]+",
    "",
]


@pytest.mark.parametrize("pattern", EXPLOSIVE)
def test_explosive(pattern):
    assert is_explosive(pattern)


@pytest.mark.parametrize("pattern", HARMLESS)
def test_harmless(pattern):
    assert not is_explosive(pattern)


@pytest.mark.parametrize("pattern", ["(", "[a-z", "*a", "a{2}{3}", "(?P<a>x)(?P<a>y)", "\\"])
def test_broken_patterns_say_why(pattern):
    assert syntax_fault(pattern)
    assert not is_explosive(pattern)


@pytest.mark.parametrize(
    ("pattern", "loose"),
    [
        ("a|b", True),
        ("(a|b)", False),
        ("[|]", False),
        (r"\|", False),
        ("(a)|b", True),
        ("[]|]", False),
        (r"[\]|]", False),
        ("", False),
    ],
)
def test_alternatives_outside_groups(pattern, loose):
    assert has_loose_alternative(pattern) is loose
