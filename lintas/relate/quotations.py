"""Figures bound to data, in the texts that are in sight: where each leads, and which texts quote a dataset."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from lintas.formatting import slug
from lintas.model import Bound, Cell, Halaman, SiaranPers

Place = tuple[str, str, str, int]  # dataset, version, table, row


def gather(
    bound: Iterable[Bound], texts: Iterable[SiaranPers | Halaman]
) -> tuple[Mapping[str, tuple[Bound, ...]], Mapping[Place, str]]:
    """The figures of each of these texts, in the order of the text, and the ids of the rows that they quote."""
    gathered: dict[str, list[Bound]] = {text.path: [] for text in texts if text.bindings}
    for each in bound:
        if each.path in gathered:
            gathered[each.path].append(each)
    quoted = {path: tuple(figures) for path, figures in gathered.items() if figures}
    return quoted, anchors(each for figures in quoted.values() for each in figures)


def by_dataset(quoted: Mapping[str, tuple[Bound, ...]]) -> Mapping[str, tuple[Bound, ...]]:
    """Dataset → what is quoted from it, rows in the order of its tables' names and of the tables."""
    gathered: dict[str, list[Bound]] = defaultdict(list)
    for figures in quoted.values():
        for each in figures:
            gathered[each.cell.dataset].append(each)
    return {dataset: tuple(sorted(gathered[dataset], key=_order)) for dataset in sorted(gathered)}


def _order(bound: Bound) -> tuple[object, ...]:
    cell = bound.cell
    return cell.version, cell.table, cell.row, cell.column, bound.path, bound.slot


def place(cell: Cell) -> Place:
    return cell.dataset, cell.version, cell.table, cell.row


def anchors(figures: Iterable[Bound]) -> Mapping[Place, str]:
    """Quoted row → id of its line on the page of the dataset, made from table and key; two alike get their row."""
    names: dict[Place, str] = {}
    for each in figures:
        cell = each.cell
        words = [cell.table, *(value for _, value in cell.keys), f"v {cell.version}" if cell.version else ""]
        names[place(cell)] = "baris--" + slug(" ".join(words), 100)
    taken: dict[tuple[str, str], int] = defaultdict(int)
    for (dataset, *_), name in names.items():
        taken[dataset, name] += 1
    return {key: name if taken[key[0], name] == 1 else f"{name}--{key[3]}" for key, name in names.items()}


def addresses(quoted: Mapping[str, tuple[Bound, ...]], known: Mapping[Place, str]) -> Mapping[tuple[str, int], str]:
    """(path of the text, slot) → address of the quoted row."""
    return {
        (each.path, each.slot): f"data/{each.cell.dataset}/#{known[place(each.cell)]}"
        for figures in quoted.values()
        for each in figures
    }
