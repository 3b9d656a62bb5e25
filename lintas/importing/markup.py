"""Lists, tables and code of HTML as Markdown, by markdownify with this portal's own escaping. Pure."""

from __future__ import annotations

import re
from typing import Any

from lintas.importing.manuscript import Block, Run, escaped

_LINK = re.compile(r"(?:https?://|mailto:)[^\s()<>\"]+$")


def table_or_list(tag: Any) -> Block | None:
    """One block of a `ul`, `ol`, `table` or `pre`; None for a table that only lays out a page."""
    kind = {"ul": "list", "ol": "list", "pre": "code"}.get(tag.name, "table")
    words = "\n".join(
        " ".join(each.get_text(" ").split())
        for each in (tag.find_all("li") if kind == "list" else tag.find_all("tr") or [tag])
    )
    if kind == "list" and not tag.find("li"):
        return None
    if kind == "table":
        rows = [row for row in tag.find_all("tr") if row.get_text().strip()]
        cells = max((len(row.find_all(("td", "th"), recursive=False)) for row in rows), default=0)
        long = any(len(cell.get_text().split()) > 80 for cell in tag.find_all(("td", "th")))
        if cells < 2 or tag.find("table") or len(rows) < 2 or long:
            return None
        return Block("table", (Run(words),), source=_table(rows, cells))
    source = _converter().convert_soup(tag).strip("\n")
    return Block(kind, (Run(words),), source=re.sub(r"\n{2,}(?=\s*(?:[-*]|\d+\.)\s)", "\n", source))


def _table(rows: list[Any], width: int) -> str:
    """A pipe table; the first row is its head, as Markdown knows no other."""
    lines = []
    for row in rows:
        cells = []
        for cell in row.find_all(("td", "th"), recursive=False):
            empty = [""] * (_span(cell) - 1)
            cell.name = "span"
            text = _converter().convert_soup(cell)
            cells += [" ".join(text.split()).replace("|", "\\|"), *empty]
        cells += [""] * (width - len(cells))
        lines.append("| " + " | ".join(cells) + " |")
    columns = max(line.count(" | ") for line in lines) + 1
    return "\n".join([lines[0], "|" + " --- |" * columns, *lines[1:]])


def _span(cell: Any) -> int:
    text = str(cell.get("colspan", "1"))
    return min(int(text), 20) if text.isdigit() and int(text) else 1


def _converter() -> Any:
    from markdownify import MarkdownConverter

    class Converter(MarkdownConverter):
        def escape(self, text: str, parent_tags: Any) -> str:
            return escaped(text) if text else ""

        def convert_a(self, el: Any, text: str, parent_tags: Any) -> str:
            target = str(el.get("href", "")).strip()
            return f"[{text}]({target})" if text.strip() and _LINK.match(target) else text

        def convert_img(self, el: Any, text: str, parent_tags: Any) -> str:
            return ""

        def convert_note(self, el: Any, text: str, parent_tags: Any) -> str:
            return f"[^{el.get('n')}]"

    return Converter(heading_style="ATX", bullets="-", strong_em_symbol="*", newline_style="SPACES")
