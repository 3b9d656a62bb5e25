"""Names, titles and units from the labels that people put above columns (pure)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_WORDS = {
    "bln": "bulan", "desc": "uraian", "jk": "jenis kelamin", "jlh": "jumlah", "jml": "jumlah", "jmlh": "jumlah",
    "kab": "kabupaten", "kab/kota": "kabupaten/kota", "kabkota": "kabupaten/kota", "kd": "kode", "kec": "kecamatan",
    "kel": "kelurahan", "ket": "keterangan", "lk": "laki-laki", "nm": "nama", "no": "nomor", "pddk": "penduduk",
    "penddk": "penduduk", "pr": "perempuan", "prov": "provinsi", "prop": "provinsi", "propinsi": "provinsi",
    "tgl": "tanggal", "thn": "tahun", "th": "tahun", "wil": "wilayah",
}  # fmt: skip
_UPPER = frozenset("apbd apbn bps bpjs id kk nik npwp opd pad pdrb rt rw skpd spbe tpa uu".split())
_UNITS = (
    (re.compile(r"(?:km2|km²|km\^2|kilometer persegi)"), "km²"),
    (re.compile(r"(?:m2|m²|meter persegi)"), "m²"),
    (re.compile(r"(?:ha|hektare?|hektar)"), "ha"),
    (re.compile(r"km|kilometer"), "km"),
    (re.compile(r"%|persen|persentase|pct"), "persen"),
    (re.compile(r"jiwa"), "jiwa"),
    (re.compile(r"orang"), "orang"),
    (re.compile(r"rp|rupiah|idr"), "rupiah"),
    (re.compile(r"ton"), "ton"),
    (re.compile(r"unit"), "unit"),
    (re.compile(r"kk|keluarga"), "keluarga"),
)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]\s*$")


def names(labels: Sequence[str]) -> tuple[str, ...]:
    """Field names: lower case, ASCII, underscores; nameless columns are numbered and none occurs twice."""
    made: dict[str, None] = {}
    last: dict[str, int] = {}
    for number, label in enumerate(labels, start=1):
        name = _name(label) or f"kolom_{number}"
        taken, counter = name, last.get(name, 1)
        while taken in made:
            counter += 1
            taken = f"{name}_{counter}"
        last[name] = counter
        made[taken] = None
    return tuple(made)


def _name(label: str) -> str:
    flat = unicodedata.normalize("NFKD", label.replace("²", "2")).encode("ascii", "ignore").decode().casefold()
    name = re.sub(r"[^a-z0-9]+", "_", flat).strip("_")[:60].strip("_")
    return f"kolom_{name}" if name.replace("_", "").isdigit() else name


def title(label: str) -> str:
    """A title in Indonesian: abbreviations written out, first letter capital, a unit in brackets left out."""
    bare = _BRACKETS.sub("", label) if unit(label) else label
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", bare)
    words = [word for word in re.split(r"[\s_]+", spaced.strip()) if word]
    shouted = all(word.isupper() or not word.isalpha() for word in words)
    told = [_word(word, shouted) for word in words]
    text = " ".join(told)
    return text[:1].upper() + text[1:]


def headline(stem: str) -> str:
    """A title from the name of a file: separators become spaces, words stay as they were typed."""
    text = " ".join(re.split(r"[\s_-]+", stem.strip(" _-")))
    return text[:1].upper() + text[1:]


def _word(word: str, shouted: bool) -> str:
    bare = word.casefold().rstrip(".")
    if bare in _WORDS:
        return _WORDS[bare]
    if bare in _UPPER:
        return bare.upper()
    return word.casefold() if shouted else word[:1].lower() + word[1:] if word.istitle() else word


def unit(label: str) -> str:
    """The unit, only where the label says it outright: in brackets at the end, or as its last word."""
    bracket = _BRACKETS.search(label)
    text = bracket[1] if bracket else (re.split(r"[\s_]+", label.strip()) or [""])[-1]
    text = text.strip().casefold().rstrip(".")
    if not bracket and text in ("kk", "rp", "ton", "unit", "orang", "keluarga", "jiwa", "ha", "km"):
        return "jiwa" if text == "jiwa" else "ha" if text == "ha" else "km" if text == "km" else ""
    return next((name for pattern, name in _UNITS if pattern.fullmatch(text)), "")
