"""Figures bound to data on pages: the text with its figures, the list below it, the quoted rows of a dataset.

Whoever shows the prose of a text takes it from `prose`: what the store holds has gaps where the build writes figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape

from lintas.model import Bound, Field, Halaman, SiaranPers
from lintas.model import Cell as TableCell
from lintas.outputs import Tools
from lintas.packing import packer
from lintas.presenting import items
from lintas.relate import Himpunan, Site, release_address
from lintas.relate.quotations import place
from lintas.views.figures import FigureGroup, FigureNote, QuotedRow, QuotedTable
from lintas.views.parts import Cell, Column, Link
from lintas.wording import Words

_LINK = re.compile(r'<a href="slot:(\d+)"((?: title="[^"]*")?)>(.*?)</a>', re.DOTALL)
_NUMERIC = ("integer", "number")
_CELL = 80  # characters of a cell that are shown


def prose(site: Site, text: SiaranPers | Halaman, tools: Tools) -> str:
    """The HTML of a text with its figures; slots of links are left as they are."""
    return filled(tools.reading.prose(text.path, text.digest), site.bound.get(text.path, ()))


def ingredients(site: Site, path: str) -> tuple[object, ...]:
    """What a page with the text at `path` is made from besides its prose and its links."""
    return tuple(map(packer(Bound), site.bound.get(path, ())))


def filled(html: str, bound: Sequence[Bound]) -> str:
    """Prose in which the links of bound figures carry their value for machines, and empty ones their text."""
    if not bound:
        return html
    numbers = {cell: number for number, cell in enumerate(_cells(bound), start=1)}
    by_slot = {each.slot: (each, f"angka--{numbers[each.cell]}") for each in bound}

    def figure(link: re.Match[str]) -> str:
        found = by_slot.get(int(link[1]))
        if found is None:
            return link[0]
        each, note = found
        inner = _valued(each.cell, escape(each.text, quote=False) if each.filled else link[3])
        return f'<a class="figure-link" href="slot:{link[1]}"{link[2]} aria-describedby="{note}">{inner}</a>'

    return _LINK.sub(figure, html)


def _valued(cell: TableCell, html: str) -> str:
    if cell.kind == "number":
        return f'<data value="{escape(cell.value)}">{html}</data>'
    return f'<time datetime="{escape(cell.value)}">{html}</time>' if cell.kind == "date" else html


def _cells(bound: Iterable[Bound]) -> tuple[TableCell, ...]:
    """Each cell once, in the order of the text."""
    return tuple(dict.fromkeys(each.cell for each in bound))


def notes(site: Site, path: str, words: Words) -> tuple[FigureGroup, ...]:
    """The list of the cells that a text quotes, by datasets."""
    bound = site.bound.get(path, ())
    shown = {each.cell: each.shown for each in reversed(bound)}
    groups: dict[tuple[str, str, str], list[FigureNote]] = {}
    for number, cell in enumerate(_cells(bound), start=1):
        group = groups.setdefault((cell.dataset, cell.version, cell.date), [])
        group.append(_note(site, cell, shown[cell], f"angka--{number}"))
    return tuple(
        FigureGroup(
            Link(site.datasets[slug].dataset.title, f"data/{slug}/"),
            tuple(group),
            items.date_text(date[:10], words),
            version,
        )
        for (slug, version, date), group in groups.items()
    )


def _note(site: Site, cell: TableCell, shown: str, name: str) -> FigureNote:
    keys = ", ".join(f"{column} {value}" for column, value in cell.keys)
    row = f"{cell.name} ({keys})" if cell.name and keys else cell.name or keys
    return FigureNote(name, shown, f"data/{cell.dataset}/#{site.rows[place(cell)]}", cell.title, row)


def record(site: Site, path: str) -> list[dict[str, object]]:
    """The bound figures of a text for machines, in the order of the text."""
    return [_recorded(site, each) for each in site.bound.get(path, ())]


def _recorded(site: Site, bound: Bound) -> dict[str, object]:
    cell = bound.cell
    made = {
        "teks": bound.text,
        "nilai": cell.value,
        "satuan": cell.unit,
        "himpunan_data": cell.dataset,
        "versi": cell.version,
        "tabel": cell.table,
        "kolom": cell.column,
        "baris": dict(cell.keys),
        "tanggal": cell.date,
        "alamat": f"{site.settings.base_url}data/{cell.dataset}/#{site.rows[place(cell)]}",
    }
    return {key: value for key, value in made.items() if value}


def quoted(site: Site, item: Himpunan, words: Words) -> tuple[QuotedTable, ...]:
    """The rows of a dataset that texts quote, table by table; frozen versions of a table stand apart."""
    groups: dict[tuple[str, str], list[Bound]] = {}
    for each in site.quoted.get(item.dataset.slug, ()):
        groups.setdefault((each.cell.version, each.cell.table), []).append(each)
    titles = {resource.name: resource.title for resource in item.dataset.resources}
    made = []
    for (version, table), bound in groups.items():
        fields = {f.name: f for r in item.dataset.resources if r.name == table for f in r.fields}
        shown = _identifying(bound)
        columns = tuple(_column(fields.get(name), name, words) for name in shown)
        title = words["quoted_rows"].format(title=titles.get(table) or table)
        rows = _rows(site, bound, dict(zip(shown, columns, strict=True)), words)
        made.append(_once(QuotedTable(title, columns, rows, version)))
    return tuple(made)


def _once(table: QuotedTable) -> QuotedTable:
    """The same texts at every row are named once, above the table."""
    texts = table.rows[0].texts
    if any(row.texts != texts for row in table.rows):
        return table
    return replace(table, texts=texts, rows=tuple(replace(row, texts=()) for row in table.rows))


def _identifying(bound: Iterable[Bound]) -> tuple[str, ...]:
    """The columns that tell which row it is, and those that are quoted, in the order of the table."""
    wanted: set[str] = set()
    for each in bound:
        cell = each.cell
        wanted |= {cell.column, *(name for name, _ in cell.keys)}
        names = (name for name, text in zip(cell.header, cell.cells, strict=False) if text == cell.name)
        wanted |= {next(names)} if cell.name else set()
    return tuple(name for name in next(iter(bound)).cell.header if name in wanted)


def _column(field: Field | None, name: str, words: Words) -> Column:
    if field is None:
        return Column(name)
    unit = words.form.unit_name(field.unit) if field.unit else ""
    return Column(field.title or name, field.type in _NUMERIC, unit, code=bool(field.region_system))


def _rows(site: Site, bound: Iterable[Bound], columns: Mapping[str, Column], words: Words) -> tuple[QuotedRow, ...]:
    cells: dict[int, TableCell] = {}
    texts: dict[int, dict[str, Link]] = {}
    for each in bound:
        cells.setdefault(each.cell.row, each.cell)
        texts.setdefault(each.cell.row, {}).setdefault(each.path, _text(site, each.path, words))
    made = []
    for row, cell in cells.items():
        written = dict(zip(cell.header, cell.cells, strict=False))
        shown = tuple(_shown(written.get(name), column, words) for name, column in columns.items())
        made.append(QuotedRow(site.rows[place(cell)], shown, tuple(texts[row].values())))
    return tuple(made)


def _shown(text: str | None, column: Column, words: Words) -> Cell:
    if text is None:
        return Cell("")
    if column.numeric:
        return Cell(words.form.number(text))
    return Cell(text if len(text) <= _CELL else text[: _CELL - 1] + "…")


def _text(site: Site, path: str, words: Words) -> Link:
    if path in site.positions:
        release = site.releases[site.positions[path]]
        return Link(release.title, release_address(release), note=words.form.long_date(release.published))
    page = next(page for page in site.pages if page.path == path)
    return Link(page.title, f"{page.slug}/")


def texts_of(site: Site, slug: str) -> tuple[object, ...]:
    """Everything that the quoted rows of a dataset are made from besides the dataset: it goes into the digest."""
    pack = packer(Bound)
    bound = site.quoted.get(slug, ())
    return (*map(pack, bound), *(_named(site, path) for path in sorted({each.path for each in bound})))


def _named(site: Site, path: str) -> tuple[str, ...]:
    """What the link to a text says."""
    if path in site.positions:
        release = site.releases[site.positions[path]]
        return path, release.title, release.published
    return path, next(page.title for page in site.pages if page.path == path)
