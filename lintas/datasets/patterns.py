"""Regular expressions of constraints: syntax, and refusal of those that can take time without bound.

The library matches with the backtracking engine of Python. A pattern in which a repeated part can match the same
text in two ways, such as `(a+)+`, needs exponential time on some cells, so it is refused before any cell is read.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from re import _constants, _parser  # type: ignore[attr-defined]  # the parse tree has no public name
from typing import Any

_MANY = 9  # a bounded repeat above this counts as unbounded
_RUN = 3  # repeats in a row over the same characters: on a cell of 500 characters some millions of steps
_LIMIT = 2_000  # characters of a pattern
_ALPHABET = [chr(code) for code in range(0x250)] + ["\u0660", "\u0905", "\u2003", "\u4e00", "\uff11"]
_WHOLES = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)  # escaped characters and character classes
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
_ALL = frozenset(_ALPHABET)

Items = list[tuple[Any, Any]]


def syntax_fault(pattern: str) -> str:
    """The message of the engine when the pattern can't be compiled, else ""."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)
            re.compile(f"^{pattern}$")
    except (re.error, OverflowError, RecursionError) as problem:
        return str(problem)
    return ""


def has_loose_alternative(pattern: str) -> bool:
    """Whether `|` stands outside any group: the library adds ^ and $, which bind tighter (`^a|b$`)."""
    depth = 0
    for char in _WHOLES.sub("", pattern):
        depth += {"(": 1, ")": -1}.get(char, 0)
        if char == "|" and depth == 0:
            return True
    return False


def is_explosive(pattern: str) -> bool:
    """Whether matching may take exponential time, or the pattern is too long to be judged."""
    if len(pattern) > _LIMIT:
        return True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _explosive(list(_parser.parse(pattern)))
    except (re.error, OverflowError, RecursionError):
        return False  # not a pattern at all: `syntax_fault` says so


def _explosive(items: Items) -> bool:
    return _longest_run(_flat(items)) > _RUN or any(
        (operator in _REPEATS and argument[1] > _MANY and _ambiguous(list(argument[2])))
        or any(_explosive(part) for part in _parts(operator, argument))
        for operator, argument in items
    )


def _longest_run(items: Items) -> int:
    """How many unbounded repeats follow one another that can all take the same text: the power by which time grows."""
    run = longest = 0
    shared: frozenset[str] = _ALL
    for operator, argument in items:
        taken = _characters([(operator, argument)])
        if operator is _constants.AT:
            continue
        if operator in _REPEATS and argument[0] != argument[1] and argument[1] > _MANY:
            run, shared = (run + 1, shared & taken) if shared & taken else (1, taken)
            longest = max(longest, run)
        elif operator not in _REPEATS and not (taken & shared):
            run, shared = 0, _ALL
    return longest


def _parts(operator: Any, argument: Any) -> Iterable[Items]:
    if operator in _REPEATS or operator is _constants.POSSESSIVE_REPEAT:
        yield list(argument[2])
    elif operator is _constants.SUBPATTERN:
        yield list(argument[3])
    elif operator is _constants.BRANCH:
        yield from (list(branch) for branch in argument[1])
    elif operator in (_constants.ASSERT, _constants.ASSERT_NOT):
        yield list(argument[1])
    elif operator is _constants.ATOMIC_GROUP:
        yield list(argument)
    elif operator is _constants.GROUPREF_EXISTS:
        yield from (list(part) for part in argument[1:] if part)


def _ambiguous(body: Items) -> bool:
    """Whether a repeated body can cut one text in two ways. Errs towards yes."""
    items = _flat(body)
    if any(_overlapping(argument[1]) for operator, argument in items if operator is _constants.BRANCH):
        return True
    variable = [argument for operator, argument in items if operator in _REPEATS and argument[0] != argument[1]]
    if not variable:
        return any(operator is _constants.BRANCH and _varying(argument[1]) for operator, argument in items)
    taken: frozenset[str] = frozenset().union(*(_characters(list(argument[2])) for argument in variable))
    fixed = [_characters([item]) for item in items if item[0] not in _REPEATS and item[0] is not _constants.AT]
    return not any(characters and not characters & taken for characters in fixed)


def _flat(items: Items) -> Items:
    """Groups, and repeats of a fixed number, dissolved into their surroundings."""
    flat: Items = []
    for operator, argument in items:
        if operator is _constants.SUBPATTERN:
            flat += _flat(list(argument[3]))
        elif operator in _REPEATS and argument[0] == argument[1]:
            flat += _flat(list(argument[2]))
        else:
            flat.append((operator, argument))
    return flat


def _overlapping(branches: Any) -> bool:
    seen: frozenset[str] = frozenset()
    for branch in branches:
        first = _characters(list(branch)[:1]) if list(branch) else _ALL
        if first & seen:
            return True
        seen |= first
    return False


def _varying(branches: Any) -> bool:
    """Branches that themselves hold repeats are judged as ambiguous."""
    return any(operator in _REPEATS for branch in branches for operator, _ in _flat(list(branch)))


def _characters(items: Items) -> frozenset[str]:
    """Characters of the sample alphabet that any of the items can match."""
    found: frozenset[str] = frozenset()
    for operator, argument in items:
        if operator is _constants.LITERAL:
            found |= {chr(argument)}
        elif operator is _constants.NOT_LITERAL:
            found |= _ALL - {chr(argument)}
        elif operator is _constants.IN:
            found |= _members(argument)
        elif operator in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
            continue
        elif operator in (_constants.ANY, _constants.GROUPREF):
            found |= _ALL
        else:
            for part in _parts(operator, argument):
                found |= _characters(part)
    return found


_CATEGORIES = {
    _constants.CATEGORY_DIGIT: r"\d",
    _constants.CATEGORY_NOT_DIGIT: r"\D",
    _constants.CATEGORY_SPACE: r"\s",
    _constants.CATEGORY_NOT_SPACE: r"\S",
    _constants.CATEGORY_WORD: r"\w",
    _constants.CATEGORY_NOT_WORD: r"\W",
}


def _members(argument: Any) -> frozenset[str]:
    found: set[str] = set()
    negated = False
    for operator, value in argument:
        if operator is _constants.NEGATE:
            negated = True
        elif operator is _constants.LITERAL:
            found.add(chr(value))
        elif operator is _constants.RANGE:
            found.update(char for char in _ALPHABET if value[0] <= ord(char) <= value[1])
        elif operator is _constants.CATEGORY:
            found.update(char for char in _ALPHABET if re.match(_CATEGORIES[value], char))
    return frozenset(_ALL - found if negated else found)
