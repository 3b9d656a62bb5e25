"""How the texts of a column look, counted over all rows: what may be decided of it follows from this (pure)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lintas.tables.hints import hint_for

DISTINCT = 50_000  # different values that a column remembers
_SHAPES = (
    ("angka", re.compile(r"[-+]?(?:0|[1-9]\d{0,17})", re.ASCII)),
    ("nol", re.compile(r"0\d+", re.ASCII)),  # digits with a zero in front
    ("panjang", re.compile(r"[1-9]\d{18,}", re.ASCII)),
    ("ribuan", re.compile(r"[-+]?[1-9]\d{0,2}\.\d{3}", re.ASCII)),  # 1.234: a thousand or a decimal
    ("titik", re.compile(r"[-+]?\d+\.\d+", re.ASCII)),
    ("koma3", re.compile(r"[-+]?[1-9]\d{0,2},\d{3}", re.ASCII)),  # 1,234
    ("koma", re.compile(r"[-+]?\d+,\d+", re.ASCII)),
    ("campur", re.compile(r"[-+]?[1-9]\d{0,2}(?:\.\d{3})+,\d+", re.ASCII)),  # 1.234,5
    ("jutaan", re.compile(r"[-+]?[1-9]\d{0,2}(?:\.\d{3}){2,}", re.ASCII)),  # 1.234.567
    ("tanggal", re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}|\d{1,2}[ \-][A-Za-z]{3,9}\.?[ \-]\d{4}", re.ASCII)),
)
INDONESIAN = frozenset(("angka", "ribuan", "koma3", "koma", "campur", "jutaan"))


def shape_of(text: str) -> str:
    return next((name for name, pattern in _SHAPES if pattern.fullmatch(text)), "lain")


@dataclass(slots=True)
class Seen:
    """One column while rows go by. `values` counts different texts until there are too many of them."""

    label: str
    rows: int = 0
    blank: int = 0
    shapes: dict[str, int] = field(default_factory=dict)
    values: dict[str, int] = field(default_factory=dict)
    overflow: bool = False
    longest: int = 0
    undated: bool = False  # a text of the shape of a date that is no day-first date
    _shape: dict[str, str] = field(default_factory=dict)

    def add(self, text: str) -> None:
        self.rows += 1
        if not text:
            self.blank += 1
            return
        shape = self._shape.get(text)
        if shape is None:
            shape = shape_of(text)
            self.longest = max(self.longest, len(text))
            self.undated = self.undated or (shape == "tanggal" and not hint_for("date", text))
            if len(self._shape) < DISTINCT:
                self._shape[text] = shape
        self.shapes[shape] = self.shapes.get(shape, 0) + 1
        if text in self.values:
            self.values[text] += 1
        elif len(self.values) < DISTINCT:
            self.values[text] = 1
        else:
            self.overflow = True

    @property
    def filled(self) -> int:
        return self.rows - self.blank

    def only(self, *shapes: str) -> bool:
        """Whether every filled cell has one of these shapes, and there is one."""
        return self.filled > 0 and all(shape in shapes for shape in self.shapes)


def is_indonesian(seen: Seen, delimiter: str) -> bool:
    """Whether the numbers certainly are written with a decimal comma or dots between thousands.

    `1.234` alone proves nothing, and in a file with commas between cells `1,234` neither.
    """
    if not seen.only(*INDONESIAN):
        return False
    proof = {"campur", "jutaan", "koma"} | (set() if delimiter == "," else {"koma3"})
    return any(shape in proof for shape in seen.shapes)


def plain_number(text: str) -> str:
    """An Indonesian number with a decimal point and without dots between thousands."""
    return text.replace(".", "").replace(",", ".")
