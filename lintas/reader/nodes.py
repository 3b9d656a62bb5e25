"""`Node`: one authored value with its place, and the limits that keep hostile files cheap."""

from __future__ import annotations

from typing import NamedTuple

DEPTH = 50  # levels of nesting
YAML_NODES = 10_000  # values in one YAML file
JSON_NODES = 200_000  # values in one descriptor: a table may have a thousand described columns
SCALAR = 100_000  # characters in one value


class Node(NamedTuple):
    """One authored value. A named tuple, because a tuple is built five times faster than a frozen dataclass.

    `tag` is the type YAML would see ("str" for everything quoted), for callers who want to advise; `text` is exactly
    what was typed ("32.10" stays "32.10", "no" stays "no"). A file that could not be parsed gives tag "error".
    """

    kind: str  # map | list | text | null
    text: str = ""
    items: tuple[Node, ...] = ()
    entries: tuple[tuple[str, Node, int, int], ...] = ()  # key, value, key line, key column; first of doubled keys
    line: int = 0  # 1-based, 0 = unknown
    column: int = 0
    tag: str = "null"  # str int float bool null timestamp map seq error


def empty(line: int = 1, column: int = 1) -> Node:
    """The value of a file or key without content."""
    return Node("null", line=line, column=column)


def broken(line: int = 1, column: int = 1) -> Node:
    """Stands for a file that could not be parsed. Its fault is reported already: `Map` then misses no required keys."""
    return Node("null", line=line, column=column, tag="error")
