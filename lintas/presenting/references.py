"""References between columns of datasets as links, seen from both ends."""

from __future__ import annotations

from collections.abc import Iterable

from lintas.relate import Rujukan, Site, column_anchor
from lintas.relate.columns import Side
from lintas.views.parts import Link
from lintas.views.tables import ColumnLink


def of(site: Site, slug: str) -> tuple[Rujukan, ...]:
    """Those that the page of this dataset shows."""
    return tuple(each for each in site.references if slug in (each.source.dataset, each.target.dataset))


def refers(tied: Iterable[Rujukan], slug: str, table: str) -> tuple[ColumnLink, ...]:
    """To which columns those of this table refer."""
    own = (each for each in tied if (each.source.dataset, each.source.table) == (slug, table))
    return tuple(_link(each.source.column, each.target) for each in own)


def referred(tied: Iterable[Rujukan], slug: str, table: str) -> tuple[ColumnLink, ...]:
    """Which columns refer to those of this table."""
    own = (each for each in tied if (each.target.dataset, each.target.table) == (slug, table))
    return tuple(_link(each.target.column, each.source) for each in own)


def _link(column: str, other: Side) -> ColumnLink:
    anchor = column_anchor(other.table, other.column)
    address = f"data/{other.dataset}/" + (f"#{anchor}" if anchor else "")
    return ColumnLink(column, Link(f"{other.title}: {other.table_title}", address), other.column)
