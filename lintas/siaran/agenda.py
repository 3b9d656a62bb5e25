"""content/jadwal.yaml: what is announced, for when, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.formatting import slug
from lintas.model import Agenda, Perubahan
from lintas.reader import Map, decode, read_date, read_yaml
from lintas.siaran.documents import is_slug
from lintas.siaran.waivers import personal

KEYS = (
    "slug", "judul", "jenis", "mulai", "selesai", "status", "diumumkan", "alasan", "siaran", "dataset", "instansi",
    "wilayah", "tempat", "uraian", "perubahan",
)  # fmt: skip
CHANGE_KEYS = ("tanggal", "semula", "alasan")
KINDS = ("siaran", "data", "rapat", "lain")
STATUSES = ("tentatif", "pasti", "batal", "selesai")
SYNONYMS = {
    "title": "judul", "tanggal": "mulai", "start": "mulai", "end": "selesai", "sampai": "selesai", "lokasi": "tempat",
    "location": "tempat", "keterangan": "uraian", "deskripsi": "uraian", "data": "dataset", "kunci": "slug",
}  # fmt: skip
_LOCAL = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2})[.:]([0-9]{2}) ?(WIB|WITA|WIT)", re.IGNORECASE)
_ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}


def load_agenda(data: bytes, path: str) -> Outcome[tuple[Agenda, ...]]:
    """Read the calendar, a list of entries in any order; they are returned in the order of their dates."""
    text = decode(data, path)
    if text.diagnostics and not text.value:
        return Outcome((), text.diagnostics)
    node = read_yaml(text.value, path)
    found: list[Diagnostic] = [*text.diagnostics, *node.diagnostics, *personal(data, path, (), ())]
    if node.value.kind != "list":
        if node.value.tag != "error" and node.value.kind != "null":
            found.append(fault("JAD101", Span(path, node.value.line, node.value.column)))
        return Outcome((), tuple(found))
    entries: dict[str, Agenda] = {}
    for item in node.value.items:
        each = Map(item, path, found)
        entry = _entry(each)
        first = entries.get(entry.slug)
        if first:
            line = Span(path, first.line)
            found.append(fault("JAD102", each.span("slug"), related=(line,), value=entry.slug, line=first.line))
        elif entry.slug and entry.start:
            entries[entry.slug] = entry
    return Outcome(tuple(sorted(entries.values(), key=lambda entry: (entry.start, entry.slug))), tuple(found))


def _entry(each: Map) -> Agenda:
    each.unknown(KEYS, SYNONYMS)
    key = each.text("slug", required=True)
    if key and not is_slug(key):
        each.report("JAD103", "slug", value=key, hint=slug(key))
        key = slug(key)
    entry = Agenda(
        slug=key,
        title=" ".join(each.text("judul", required=True).split()) or key,
        kind=each.choice("jenis", KINDS, "lain", required=True),
        start=_moment(each, "mulai", required=True),
        end=_moment(each, "selesai"),
        status=each.choice("status", STATUSES, "pasti", required=True),
        announced=each.date("diumumkan", required=True),
        reason=" ".join(each.text("alasan").split()),
        release=each.ref("siaran"),
        dataset=each.ref("dataset"),
        institution=each.ref("instansi"),
        regions=each.refs("wilayah"),
        place=" ".join(each.text("tempat").split()),
        description=" ".join(each.text("uraian").split()),
        changes=_changes(each.maps("perubahan")),
        line=each.node.line,
    )
    _judge(each, entry)
    return entry


def _moment(each: Map, key: str, *, required: bool = False) -> str:
    """A date, a date-time in ISO form, or `2026-12-01 09.00 WIB`."""
    node = each.get(key)
    match = _LOCAL.fullmatch(node.text.strip()) if node is not None and node.kind == "text" else None
    if match is None:
        return each.date(key, required=required, time=True)
    written = f"{match[1]}T{match[2]}:{match[3]}:00{_ZONES[match[4].upper()]}"
    outcome = read_date(written, each.span(key), time=True)
    each.diagnostics += outcome.diagnostics
    return outcome.value


def _changes(given: Iterable[Map]) -> tuple[Perubahan, ...]:
    found = []
    for each in given:
        each.unknown(CHANGE_KEYS)
        day = each.date("tanggal", required=True)
        before = _moment(each, "semula")
        found.append(Perubahan(day, before, " ".join(each.text("alasan", required=True).split()), each.node.line))
    return tuple(sorted(found, key=lambda change: change.date))


def _judge(each: Map, entry: Agenda) -> None:
    """What can be judged from the entry alone."""
    if entry.start and entry.end:
        if ("T" in entry.start) is not ("T" in entry.end):
            each.report("JAD105", "selesai", start=entry.start, end=entry.end)
        elif _order(entry.end) < _order(entry.start):
            each.report("JAD104", "selesai", start=entry.start, end=entry.end)
    if entry.status == "batal" and not entry.reason:
        each.report("JAD106", "status", title=entry.title)
    if entry.status != "batal" and entry.reason:
        each.report("JAD107", "alasan", status=entry.status)
    if entry.release.text and entry.kind != "siaran":
        each.report("JAD108", "siaran", key="siaran", kind=entry.kind, wanted="siaran")
    if entry.dataset.text and entry.kind != "data":
        each.report("JAD108", "dataset", key="dataset", kind=entry.kind, wanted="data")


def _order(moment: str) -> float:
    """Seconds, so that times of two zones compare."""
    given = datetime.fromisoformat(moment)
    return given.timestamp() if given.tzinfo else given.toordinal() * 86400.0
