"""Columns that a table about persons has: by their names; and cells that count so few that they point at somebody."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Field, Resource

_CERTAIN = re.compile(
    r"(?:no_?|nomor_?)?(?:nik|ktp|kk|kartu_keluarga|bpjs|paspor|passport|sim|npwp_pribadi)(?:_[a-z]+)?"
    r"|nama_(?:gadis_)?ibu(?:_kandung)?|nama_ayah|nama_(?:pasien|siswa|korban|tersangka|penerima|pemohon|pelapor|anak)"
    r"|(?:tgl|tanggal|tempat)_(?:tanggal_)?lahir|ttl|(?:no_?|nomor_?)?rek(?:ening)?(?:_bank)?"
    r"|(?:no_?|nomor_?)(?:hp|handphone|ponsel)(?:_[a-z]+)?|alamat_(?:rumah|tinggal|domisili|ktp)|golongan_darah|diagnosis"
)
_PERSONAL = re.compile(r"(?:hp|handphone|ponsel|telepon|telp|no_?telp|alamat|surel|email|agama|status_kawin|pekerjaan)")
_PERSON = re.compile(r"nama_lengkap|nama_(?:penduduk|warga|pegawai|orang)|jenis_kelamin|usia|umur")
_NUMBER = re.compile(r"(?:no_?|nomor_?)?(?:nik|ktp|kk)")
_COUNTED = frozenset(("jiwa", "orang"))
_FEW = 5
_FEW_CELL = re.compile(rb'[,;\t|"][1-4](?=[,;\t|"\r\n])')
_MOST_ROWS = 2_000_000


def named_like_persons(resource: Resource, path: str) -> Iterable[Diagnostic]:
    """Column names that speak of one person. An address alone is that of an office as often as not; beside a column
    about persons it is not."""
    plain = [_plain(field.name) for field in resource.fields]
    certain = [bool(_CERTAIN.fullmatch(name)) for name in plain]
    of_persons = any(certain) or any(_PERSON.fullmatch(name) for name in plain if not _counts(resource, plain, name))
    for field, name, sure in zip(resource.fields, plain, certain, strict=True):
        numeric = field.type in ("integer", "number", "boolean")  # more often a count than a number of somebody
        number = sure and _NUMBER.match(name) is not None and not field.unit
        if number or (not numeric and (sure or (of_persons and _PERSONAL.fullmatch(name)))):
            yield fault("PRI127", Span(path, resource.line), column=field.name, resource=resource.name)


def _counts(resource: Resource, plain: Sequence[str], name: str) -> bool:
    """Whether the table counts people by this column instead of listing them."""
    return any(field.unit in _COUNTED or field.aggregate for field in resource.fields) or plain.count(name) > 1


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")


def small_cells(root: Path, resource: Resource, *, encoding: str = "") -> Iterable[Diagnostic]:
    """Cells of a cross table that count one to four persons: one finding for each column."""
    counted = [(index, field) for index, field in enumerate(resource.fields) if _counts_persons(field)]
    groups = sum(1 for field in resource.fields if not _counts_persons(field) and field.type in ("string", "any"))
    if not counted or (len(counted) < 2 and groups < 2) or not _may_hold_few(root / resource.path):
        return
    found: dict[int, list[int]] = {}
    with (root / resource.path).open(encoding=encoding or "utf-8-sig", newline="", errors="replace") as file:
        first = file.readline()
        reader = csv.reader(file, delimiter=max(",;\t|", key=first.count))
        try:
            for number, cells in enumerate(reader):
                if number >= _MOST_ROWS:
                    break
                for index, _ in counted:
                    if index < len(cells) and cells[index] in ("1", "2", "3", "4"):
                        found.setdefault(index, []).append(reader.line_num + 1)
        except csv.Error:
            return
    for index, field in counted:
        if index in found:
            place = Span(resource.path, found[index][0])
            yield fault("PRI128", place, column=field.name, count=len(found[index]), least=_FEW)


def _counts_persons(field: Field) -> bool:
    return field.type == "integer" and field.unit in _COUNTED


def _may_hold_few(path: Path) -> bool:
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            if _FEW_CELL.search(block):
                return True
    return False
