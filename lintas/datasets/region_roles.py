"""The dates of `x-kode-wilayah`: the day the codes of a column were in force, or the column that says it row by row."""

from __future__ import annotations

import re

from lintas.datasets.values import Findings, is_text, maps, member, text
from lintas.model import Field
from lintas.reader import Node, near

_DATE = re.compile(r"(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


def check_role_dates(findings: Findings, schema: Node, fields: tuple[Field, ...]) -> None:
    """`tanggal` is a year, month or day; `kolom_tanggal` is a column of the same table."""
    names = [field.name for field in fields]
    for node in maps(Findings(findings.path), schema, "fields"):
        role = member(node, "x-kode-wilayah")
        if role is None or role.kind != "map":
            continue
        date, column = text(findings, role, "tanggal"), text(findings, role, "kolom_tanggal")
        if date and not _DATE.fullmatch(date):
            findings.add("DAT120", member(role, "tanggal"), key="tanggal", value=date)
        place = member(role, "kolom_tanggal")
        if column and column not in names and place is not None and is_text(place):
            findings.add("WIL120", place, field=column, hint=near(column, names))
