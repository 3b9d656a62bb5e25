"""What a chart shows, in one Indonesian sentence computed from its points. Pure."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from lintas import formatting
from lintas.charts.points import Point, Points
from lintas.model import View

_NAMED = 3  # regions or bars whose share is told together
_MANY, _LARGE, _HIGH = ("Terbanyak", "paling sedikit"), ("Terbesar", "terkecil"), ("Tertinggi", "terendah")


def sentence(view: View, points: Points, unit: str, *, adds: bool, noun: str = "kelompok") -> str:
    """`adds` says that the values are parts of a whole, so that shares mean something; `noun` is what classes are."""
    if view.kind == "peta" and points.groups and not view.colour:
        return _grouped(points, unit, noun)
    if view.kind == "garis":
        return _change(points, unit)
    return _ranking(view, points, unit, adds=adds)


def quantity(value: Decimal, unit: str) -> str:
    """A value short enough to be read aloud: whole above a hundred, else three digits, two of a fraction."""
    places = 0 if value == value.to_integral_value() or abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    if value and abs(value) < 1:
        places = 1 - value.adjusted()  # a small value is never told as nothing
    return formatting.quantity(value, unit, places)


def _sums(points: Points) -> dict[str, Decimal]:
    """Value of each label over its groups, greatest first."""
    sums: Counter[str] = Counter()
    for point in points.shown:
        sums[point.label] += point.value  # type: ignore[assignment]
    return dict(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))  # type: ignore[arg-type]


def _extremes(points: Points, unit: str, words: tuple[str, str] = _HIGH) -> str:
    values = _sums(points)
    most, least = max(values.values()), min(values.values())
    if most == least:
        return f"Semua bernilai {quantity(most, unit)}"
    return f"{words[0]} {_named(values, most, unit)}, {words[1]} {_named(values, least, unit)}"


def _named(values: dict[str, Decimal], value: Decimal, unit: str) -> str:
    """Which labels have the value: by name while they are few, else how many they are."""
    names = [label for label, each in values.items() if each == value]
    told = quantity(value, unit)
    if len(names) > _NAMED:
        return f"{told} (sama pada {formatting.number(len(names))} dari {formatting.number(len(values))})"
    return f"{formatting.listing(names)} ({'masing-masing ' * (len(names) > 1)}{told})"


def _words(view: View, *, adds: bool) -> tuple[str, str]:
    """How the greatest and the least are called: of numbers of things, of sizes, of rates."""
    if not view.y:
        return _MANY
    return _LARGE if adds else _HIGH


def _ranking(view: View, points: Points, unit: str, *, adds: bool) -> str:
    values = list(_sums(points).items())
    start = _extremes(points, unit, _words(view, adds=adds))
    if view.limit and view.limit < points.count:
        start = f"{formatting.number(len(values))} teratas dari {formatting.number(points.count)}. {start}"
    if not adds or len(values) <= _NAMED or points.total <= 0:
        return start + "."
    top = sum((value for _, value in values[:_NAMED]), Decimal(0))
    names = formatting.listing(name for name, _ in values[:_NAMED])
    whole = quantity(points.total, unit)
    return f"{start}; {names} bersama-sama mencakup {formatting.share(top, points.total)} dari {whole}."


def divided(points: Points, title: str) -> str:
    """How much of the whole each colour has: "Hanya sebagian: tidak 59, ya 15."."""
    sums: Counter[str] = Counter()
    for point in points.shown:
        sums[point.group] += point.value  # type: ignore[assignment]
    parts = (f"{group} {quantity(Decimal(sums[group]), '')}" for group in points.groups)
    return f"{title}: {', '.join(parts)}."


def _change(points: Points, unit: str) -> str:
    first, last = points.shown[0], points.shown[-1]
    if points.groups:
        return _extremes(points, unit) + "."
    difference = last.value - first.value
    start, end = f"Dari {first.label} sampai {last.label}", quantity(last.value, unit)
    if not difference:
        return f"{start} tetap {end}."
    way = "naik" if difference > 0 else "turun"
    rate = f" {formatting.share(abs(difference), first.value)}" if first.value > 0 else ""
    told = f"{start} {way}{rate}, dari {quantity(first.value, unit)} menjadi {end}"
    high = max(points.shown, key=_value)
    return f"{told}; tertinggi pada {high.label} ({quantity(high.value, unit)})."


def _value(point: Point) -> Decimal:
    return point.value


def _grouped(points: Points, unit: str, noun: str) -> str:
    counts = Counter(point.group for point in points.shown)
    whole = formatting.quantity(len(points.shown), unit or "wilayah")
    if len(points.groups) == 1:
        return f"{whole}, semuanya {points.groups[0]}."
    each = [f"{group} ({formatting.number(counts[group])})" for group in sorted(counts, key=lambda g: (-counts[g], g))]
    return f"{whole} dalam {formatting.number(len(counts))} {noun}: {formatting.listing(each)}."
