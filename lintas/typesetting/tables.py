"""Tables: their rows as nodes, and how small they must be set, or whether the sheet must be turned (pure)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lintas.typesetting.markup import Element, text_of

SIZES = (9.0, 8.0, 7.0, 6.0)  # points; the first at which the longest words of all columns find room side by side
WIDTH, TURNED = 455, 700  # points of a line, upright and on a turned sheet
_LETTER = 0.56  # of the size, the usual width of a letter
_GUTTER = 10  # points
_WORD = 18  # letters; longer words are hyphenated or broken
_LINE = 60  # letters; a cell with more is a paragraph
_COLUMNS = 100
_EMPTY: dict[str, Any] = {"span": 1, "right": False, "head": False, "c": []}

Blocks = Callable[[list[Element | str]], list[Any]]


def table(element: Element, blocks: Blocks) -> list[Any]:
    """The node of a table, or of nothing. Rows that are too short are filled up, spans are kept within the table."""
    rows = [(row, head) for row, head in _rows(element) if _cells(row)]
    columns = min(max((sum(_span(c, "colspan") for c in _cells(row)) for row, _ in rows), default=0), _COLUMNS)
    if not columns:
        return []
    least = _longest([row for row, _ in rows], columns)
    size, turned = _fitted(least)
    captions = [e for e in element.walk() if e.tag == "caption"]
    below = [0] * columns  # how many rows more a cell above reaches down, by column
    made = [(_row(row, below, blocks), is_head) for row, is_head in rows]
    head = [row for row, is_head in made if is_head]
    body = [row for row, is_head in made if not is_head]
    if not body:
        head, body = [], head
    return [
        {
            "k": "table",
            "columns": columns,
            "size": size,
            "turned": turned,
            "widths": _widths(rows, least, size, TURNED if turned else WIDTH),
            "head": head,
            "body": body,
            "caption": blocks(list(captions[0].children)) if captions else [],
        }
    ]


def _rows(element: Element) -> Iterator[tuple[Element, bool]]:
    """Rows of this table, not of one within it, and whether each belongs to its head."""
    for part in element.children:
        if not isinstance(part, Element):
            continue
        if part.tag == "tr":
            yield part, False
        elif part.tag in ("thead", "tbody", "tfoot"):
            for row in part.children:
                if isinstance(row, Element) and row.tag == "tr":
                    yield row, part.tag == "thead"


def _cells(row: Element) -> list[Element]:
    return [child for child in row.children if isinstance(child, Element) and child.tag in ("td", "th")]


def _span(cell: Element, name: str) -> int:
    value = cell.attributes.get(name, "1")
    return max(1, min(int(value), _COLUMNS)) if value.isascii() and value.isdigit() and len(value) < 5 else 1


def _row(row: Element, below: list[int], blocks: Blocks) -> list[Any]:
    """Cells of a row. Where a cell above reaches down an empty one stands, so that the others keep their column."""
    made: list[Any] = []
    place, cells = 0, _cells(row)
    while place < len(below):
        if below[place] or not cells:
            below[place] = max(below[place] - 1, 0)
            made.append(_EMPTY)
            place += 1
            continue
        cell = cells.pop(0)
        span = min(_span(cell, "colspan"), len(below) - place)
        below[place : place + span] = [_span(cell, "rowspan") - 1] * span
        right = "num" in cell.attributes.get("class", "").split()
        made.append({"span": span, "right": right, "head": cell.tag == "th", "c": blocks(list(cell.children))})
        place += span
    return made


def _longest(rows: list[Element], columns: int) -> list[int]:
    """Letters of the longest word of each column."""
    longest = [1] * columns
    for row in rows:
        for place, text in _texts(row, columns):
            longest[place] = max([longest[place], *(min(len(word), _WORD) for word in text.split())])
    return longest


def _wanted(rows: list[tuple[Element, bool]], least: list[int], *, head: bool) -> list[int]:
    """Letters that each column needs to have its cells in one line, those of the head only if `head`."""
    wanted = list(least)
    for row, is_head in rows:
        for place, text in _texts(row, len(least)) if head or not is_head else ():
            wanted[place] = max(wanted[place], min(len(text.strip()), _LINE))
    return wanted


def _texts(row: Element, columns: int) -> Iterator[tuple[int, str]]:
    """(column, text) of the cells that stand in one column alone."""
    place = 0
    for cell in _cells(row):
        span = _span(cell, "colspan")
        if span == 1 and place < columns:
            yield place, text_of(cell)
        place += span


def _widths(rows: list[tuple[Element, bool]], least: list[int], size: float, width: int) -> list[float]:
    """Points of each column where not all cells find room in one line; else none, and the typesetter decides.

    Each column gets room for its longest word, then what its cells want more, or of what there is a share of that.
    """
    step = size * _LETTER
    given = [letters * step + _GUTTER for letters in least]
    whole = sum(letters * step + _GUTTER for letters in _wanted(rows, least, head=True))
    rest = width - sum(given)
    if rest < 0 or whole <= width:
        return []
    more = [(want - need) * step for want, need in zip(_wanted(rows, least, head=False), least, strict=True)]
    if sum(more) > rest:
        more = [rest * each / sum(more) for each in more]
    left = (rest - sum(more)) / len(least)
    return [round(own + extra + left, 2) for own, extra in zip(given, more, strict=True)]


def _fitted(longest: list[int]) -> tuple[float, bool]:
    """(size in points, whether the sheet is turned)."""
    for turned, width in ((False, WIDTH), (True, TURNED)):
        for size in SIZES[:-1] if not turned else SIZES:
            if sum(letters * size * _LETTER + _GUTTER for letters in longest) <= width:
                return size, turned
    return SIZES[-1], True
