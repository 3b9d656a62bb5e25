"""What a column is: the library's guess corrected by what is known of codes, years and regions (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lintas import wilayah
from lintas.drafting import naming
from lintas.drafting.shapes import Seen, is_indonesian

_CODE = re.compile(
    r"(?:kode|kd|id|no|nomor|nik|nkk|kk|npwp|nip|nisn|npsn|nib|telp|telepon|hp|kodepos|kode_?pos|rt|rw)(?:_.+)?"
    r"|.+_(?:id|kode|kd|code)|code"
)
_SERIAL = ("no", "nomor", "nomor_urut", "no_urut")
_YEAR = re.compile(r"(?:tahun|thn|th|year)(?:_.*)?|.+_(?:tahun|thn|year)")
_DATE = re.compile(r"(?:tgl|tanggal|date)(?:_.*)?|.+_(?:tgl|tanggal|date)")
_SERIAL_DAYS = range(20_000, 60_000)  # October 1954 to April 2064
_PLAUSIBLE = re.compile(r"(?:1[89]|20)\d\d", re.ASCII)
_REGION_NAME = re.compile(r"(?:kode|kd)(?:_.+)?|.*wilayah.*")
_DOTTED = re.compile(r"\d\d(?:\.\d\d(?:\.\d\d(?:\.\d{4})?)?)?", re.ASCII)
_PATTERNS = {"provinsi": "[0-9]{2}", "kabkota": r"[0-9]{2}\.[0-9]{2}", "kecamatan": r"[0-9]{2}(\.[0-9]{2}){2}",
             "desa": r"[0-9]{2}(\.[0-9]{2}){2}\.[0-9]{4}"}  # fmt: skip
_SUMMED = re.compile(r"(?:jumlah|banyak|banyaknya|total|luas|penduduk|laki|perempuan|pria|wanita)(?:_.*)?")
_NOT_SUMMED = re.compile(r".*(?:persen|rata|rerata|indeks|rasio|kepadatan|per_|laju|proporsi).*")
_ADDED = ("jiwa", "orang", "km²", "ha", "rupiah", "unit", "ton", "keluarga")
_VALID = 0.6  # of the different values that must be codes in the register
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """One column of the draft. `converted` says how its cells are rewritten: angka | tanggal | ""."""

    name: str
    title: str
    type: str
    unit: str = ""
    levels: tuple[str, ...] = ()  # of Kemendagri region codes; () for other columns
    code: bool = False
    serial: bool = False
    converted: str = ""
    ambiguous: bool = False  # numbers such as 1.234 that may be thousands or decimals
    serial_days: bool = False  # dates as a spreadsheet counts them, days since 1899-12-30
    undotted: bool = False  # digits that may be region codes of either system
    blank: bool = False
    summed: bool = False

    @property
    def measure(self) -> bool:
        return self.type in ("integer", "number") and not self.serial


def judge(seen: Seen, name: str, guessed: str, delimiter: str) -> Judged:
    """The column `name`, of which the library says `guessed`."""
    blank, unit = seen.blank > 0, naming.unit(seen.label)
    levels = _levels(seen, name)
    title = naming.title(seen.label) or name.replace("_", " ").capitalize()
    if levels:
        return Judged(name, title, "string", levels=levels, code=True, blank=blank)
    if _YEAR.fullmatch(name) and seen.only("angka") and all(_PLAUSIBLE.fullmatch(text) for text in seen.values):
        return Judged(name, title, "year", blank=blank)
    serial = name in _SERIAL and _is_serial(seen)
    digits = seen.only("angka", "nol", "panjang")
    if digits and not serial and (_CODE.fullmatch(name) or "nol" in seen.shapes or "panjang" in seen.shapes):
        return Judged(name, title, "string", code=True, blank=blank, undotted=_is_undotted(seen))
    if _CODE.fullmatch(name) and not serial:
        return Judged(name, title, "string", code=True, blank=blank)
    if is_indonesian(seen, delimiter):
        kind = "number" if any(s in seen.shapes for s in ("koma", "koma3", "campur")) else "integer"
        return Judged(name, title, kind, unit, converted="angka", blank=blank, summed=_sums(name, unit))
    if seen.only("tanggal") and not seen.undated:
        return Judged(name, title, "date", converted="tanggal", blank=blank)
    kind = _confirmed(guessed, seen)
    numeric = kind in ("integer", "number")
    ambiguous = kind == "number" and "ribuan" in seen.shapes and "titik" not in seen.shapes
    return Judged(
        name, title, kind, unit if numeric else "", serial=serial, ambiguous=ambiguous, blank=blank,
        summed=numeric and not serial and not ambiguous and _sums(name, unit), serial_days=_counts_days(seen, name),
    )  # fmt: skip


def _confirmed(guessed: str, seen: Seen) -> str:
    """The guess rests on a sample; here all rows have been seen."""
    if seen.filled == 0:
        return "string"
    if guessed in ("integer", "year"):
        return "integer" if seen.only("angka") else "number" if seen.only("angka", "titik", "ribuan") else "string"
    if guessed == "number":
        return "number" if seen.only("angka", "titik", "ribuan") else "string"
    if guessed in ("boolean", "date", "datetime", "time"):
        return guessed
    return "string"


def _levels(seen: Seen, name: str) -> tuple[str, ...]:
    """Levels of the region codes that the column certainly holds."""
    values = [text for text in seen.values if text != "ID"]
    if len(values) < _NAMED and not (values and _REGION_NAME.fullmatch(name)):
        return ()
    shaped = [text for text in values if _DOTTED.fullmatch(text)]
    if len(shaped) < _VALID * len(values) or not shaped:
        return ()
    dotted = any("." in text for text in shaped)
    if not dotted and not re.fullmatch(r"(?:kode|kd)(?:_(?:prov|provinsi|propinsi|wilayah|wil))?", name):
        return ()
    valid = [text for text in shaped if wilayah.find(".".join(text.split(".")[:3])) is not None]
    if len(valid) < _VALID * len(values):
        return ()
    found = {wilayah.level_of(text) for text in shaped}
    return tuple(level for level in wilayah.LEVELS if level in found)


def _is_undotted(seen: Seen) -> bool:
    values = [text for text in seen.values if text.isdigit() and len(text) in (4, 6, 7, 10)]
    known = [t for t in values if wilayah.find(f"{t[:2]}.{t[2:4]}") is not None]
    return len(known) >= max(_NAMED, _VALID * len(seen.values))


def _is_serial(seen: Seen) -> bool:
    """1, 2, 3, … without gaps: a running number, which says nothing of the thing."""
    if seen.overflow or seen.blank or not seen.only("angka") or len(seen.values) != seen.rows:
        return False
    numbers = sorted(int(text) for text in seen.values)
    return numbers == list(range(1, len(numbers) + 1))


def _counts_days(seen: Seen, name: str) -> bool:
    """A column that calls itself a date and holds the bare numbers behind a spreadsheet's dates."""
    whole = bool(seen.values) and seen.only("angka") and bool(_DATE.fullmatch(name))
    return whole and all(len(text) == 5 and int(text) in _SERIAL_DAYS for text in seen.values)


def _sums(name: str, unit: str) -> bool:
    return bool((_SUMMED.fullmatch(name) or unit in _ADDED) and not _NOT_SUMMED.fullmatch(name) and unit != "persen")


def pattern(levels: Sequence[str]) -> str:
    """A regular expression for region codes of these levels."""
    parts = [_PATTERNS[level] for level in levels]
    return parts[0] if len(parts) == 1 else "(" + "|".join(parts) + ")"
