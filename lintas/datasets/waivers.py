"""`x-pengecualian` of a descriptor: waivers on record, each with its reason, the office that answers for it, a date."""

from __future__ import annotations

import datetime
import re

from lintas.datasets.values import Findings, maps, member, text, unknown_keys
from lintas.model import Pengecualian, Resource
from lintas.privacy import CODES
from lintas.reader import Node, near

KEYS = ("kode", "kolom", "berkas", "alasan", "jabatan", "tanggal")
REQUIRED = ("kode", "alasan", "jabatan", "tanggal")
LEAST_REASON = 15  # characters; shorter is no reason
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def read_waivers(findings: Findings, package: Node, resources: tuple[Resource, ...]) -> tuple[Pengecualian, ...]:
    """The waivers that are complete; a waiver with a fault waives nothing."""
    columns = {field.name for resource in resources for field in resource.fields}
    found = []
    for node in maps(findings, package, "x-pengecualian"):
        before = len(findings.found)
        unknown_keys(findings, node, KEYS)
        waiver = Pengecualian(
            code=text(findings, node, "kode"),
            reason=" ".join(text(findings, node, "alasan").split()),
            role=" ".join(text(findings, node, "jabatan").split()),
            date=text(findings, node, "tanggal"),
            column=text(findings, node, "kolom"),
            file=text(findings, node, "berkas"),
            line=node.line,
        )
        _check(findings, node, waiver)
        if waiver.column and waiver.column not in columns:
            hint = near(waiver.column, sorted(columns))
            findings.add("PRI201", member(node, "kolom"), key="kolom", value=waiver.column, hint=hint)
        if len(findings.found) == before:
            found.append(waiver)
    return tuple(found)


def _check(findings: Findings, node: Node, waiver: Pengecualian) -> None:
    missing = [key for key in REQUIRED if member(node, key) is None]
    if missing:
        findings.add("PRI203", node, keys=", ".join(missing))
        return
    if waiver.code not in CODES:
        findings.add("PRI201", member(node, "kode"), key="kode", value=waiver.code, hint=near(waiver.code, CODES))
    if len(waiver.reason) < LEAST_REASON:
        findings.add("PRI204", member(node, "alasan"), value=waiver.reason, least=LEAST_REASON)
    if not is_date(waiver.date):
        findings.add("DAT120", member(node, "tanggal"), key="tanggal", value=waiver.date)
    if not waiver.role:
        findings.add("PRI203", node, keys="jabatan")


def is_date(value: str) -> bool:
    try:
        return bool(_DATE.fullmatch(value)) and bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False
