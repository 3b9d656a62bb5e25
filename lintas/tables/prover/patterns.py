"""Patterns that mean the same to Python's `re` and to RE2: letters, digits, plain sets, groups, simple repetition.

Where one of the two takes more (`\\d` is any Unicode digit in Python, an ASCII digit in RE2), RE2 takes less, so that a
match of RE2 is always one of Python; what it does not match is shown to the library.
"""

from __future__ import annotations

import re

_PIECE = re.compile(
    r"""
    (?: [A-Za-z0-9 _,:;/@\#%&=<>~'"!-] | \\[d./()+?*|-] | \[ [A-Za-z0-9_ .,/]+ (?:-[A-Za-z0-9] [A-Za-z0-9_ .,/]*)* \] )
    (?: [?*+] | \{[0-9]{1,3} (?:,(?:[0-9]{1,3})?)? \} )?
    """,
    re.VERBOSE,
)
_GROUP = re.compile(r"\((?:\?:)?")
_CLOSE = re.compile(r"\)(?:[?*+]|\{[0-9]{1,2}(?:,(?:[0-9]{1,2})?)?\})?")
_DOUBLE = re.compile(r"[?*+}][?*+{]")
_MANY = 200  # characters of a pattern


def in_re2(pattern: str) -> str:
    """The pattern as the library anchors it, for RE2; "" where it is not certain that both mean the same."""
    if len(pattern) > _MANY or _DOUBLE.search(pattern.replace("\\", "")):
        return ""
    position = 1 if pattern.startswith("^") else 0
    end = len(pattern) - pattern.endswith("$")  # $ lets a line end follow in Python, not in RE2
    while position < end:
        if pattern[position] == "|":
            position += 1
            continue
        match = _GROUP.match(pattern, position) or _CLOSE.match(pattern, position) or _PIECE.match(pattern, position)
        if match is None:
            return ""
        position = match.end()
    # the library compiles ^pattern$ and matches from the start, whatever an alternative inside leaves unanchored
    return f"^(?:^{pattern}$)"


_PLACE = re.compile(
    r"""
    (?: (?P<digit>\\d) | \\(?P<sign>[./()+?*|-]) | (?P<plain>[A-Za-z0-9 _,:;/@\#%&=<>~'"!-])
      | \[ (?P<first>[A-Za-z0-9]) (?:-(?P<last>[A-Za-z0-9]))? \] )
    (?: \{ (?P<times>[0-9]{1,2}) \} )?
    """,
    re.VERBOSE,
)


def ranges_of(pattern: str) -> tuple[tuple[int, int], ...]:
    """For a pattern of fixed length the least and greatest byte that it takes at each place; () for any other.

    A text of such bytes matches; so may others, since `\\d` stands for more digits than those of ASCII.
    """
    inner = pattern.removeprefix("^").removesuffix("$")
    found: list[tuple[int, int]] = []
    position = 0
    while position < len(inner):
        match = _PLACE.match(inner, position)
        if match is None:
            return ()
        found += [_range(match)] * int(match["times"] or 1)
        position = match.end()
    return tuple(found)


def _range(match: re.Match[str]) -> tuple[int, int]:
    if match["digit"]:
        return ord("0"), ord("9")
    first = match["sign"] or match["plain"] or match["first"]
    return ord(first), ord(match["last"] or first)
