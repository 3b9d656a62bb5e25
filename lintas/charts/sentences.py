"""What a chart shows, in one sentence computed from its points. Pure."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from lintas import formatting
from lintas.charts.points import Point, Points
from lintas.charts.tongues import Tongue
from lintas.formatting import Formatter
from lintas.model import View

_NAMED = 3  # regions or bars whose share is told together
_MANY, _LARGE, _HIGH = ("most", "fewest"), ("largest", "smallest"), ("highest", "lowest")


def sentence(view: View, points: Points, unit: str, *, adds: bool, noun: str = "") -> str:
    """`adds` says that the values are parts of a whole, so that shares mean something; `noun` is what classes are."""
    if view.kind == "peta" and points.groups and not view.colour:
        return _grouped(points, unit, noun or points.tongue["groups"])
    if view.kind == "garis":
        return _change(points, unit)
    return _ranking(view, points, unit, adds=adds)


def quantity(value: Decimal, unit: str, form: Formatter = formatting) -> str:
    """A value short enough to be read aloud: whole above a hundred, else three digits, two of a fraction."""
    places = 0 if value == value.to_integral_value() or abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    if value and abs(value) < 1:
        places = 1 - value.adjusted()  # a small value is never told as nothing
    return form.quantity(value, unit, places)


def _sums(points: Points) -> dict[str, Decimal]:
    """Value of each label over its groups, greatest first."""
    sums: Counter[str] = Counter()
    for point in points.shown:
        sums[point.label] += point.value  # type: ignore[assignment]
    return dict(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))  # type: ignore[arg-type]


def _extremes(points: Points, unit: str, words: tuple[str, str] = _HIGH) -> str:
    values, tongue = _sums(points), points.tongue
    most, least = max(values.values()), min(values.values())
    if most == least:
        return tongue["all_equal"].format(value=quantity(most, unit, tongue.form))
    above, below = (_named(values, value, unit, tongue) for value in (most, least))
    return f"{tongue[words[0]]} {above}, {tongue[words[1]]} {below}"


def _named(values: dict[str, Decimal], value: Decimal, unit: str, tongue: Tongue) -> str:
    """Which labels have the value: by name while they are few, else how many they are."""
    names = [label for label, each in values.items() if each == value]
    told, form = quantity(value, unit, tongue.form), tongue.form
    if len(names) > _NAMED:
        return tongue["same_for"].format(value=told, n=form.number(len(names)), all=form.number(len(values)))
    return f"{form.listing(names)} ({tongue['each'] * (len(names) > 1)}{told})"


def _words(view: View, *, adds: bool) -> tuple[str, str]:
    """How the greatest and the least are called: of numbers of things, of sizes, of rates."""
    if not view.y:
        return _MANY
    return _LARGE if adds else _HIGH


def _ranking(view: View, points: Points, unit: str, *, adds: bool) -> str:
    values, tongue, form = list(_sums(points).items()), points.tongue, points.tongue.form
    told = _extremes(points, unit, _words(view, adds=adds))
    if view.limit and view.limit < points.count:
        told = tongue["top_of"].format(n=form.number(len(values)), all=form.number(points.count), told=told)
    if not adds or len(values) <= _NAMED or points.total <= 0:
        return told + "."
    top = sum((value for _, value in values[:_NAMED]), Decimal(0))
    return tongue["together"].format(
        told=told,
        names=form.listing(name for name, _ in values[:_NAMED]),
        share=form.share(top, points.total),
        whole=quantity(points.total, unit, form),
    )


def divided(points: Points, title: str) -> str:
    """How much of the whole each colour has: "Hanya sebagian: tidak 59, ya 15."."""
    sums: Counter[str] = Counter()
    for point in points.shown:
        sums[point.group] += point.value  # type: ignore[assignment]
    form = points.tongue.form
    parts = (f"{group} {quantity(Decimal(sums[group]), '', form)}" for group in points.groups)
    return f"{title}: {', '.join(parts)}."


def _change(points: Points, unit: str) -> str:
    first, last = points.shown[0], points.shown[-1]
    if points.groups:
        return _extremes(points, unit) + "."
    tongue, form = points.tongue, points.tongue.form
    difference = last.value - first.value
    ends = {"first": first.label, "last": last.label}
    if not difference:
        return tongue["unchanged"].format(**ends, value=quantity(last.value, unit, form))
    high = max(points.shown, key=_value)
    return tongue["changed"].format(
        **ends,
        way=tongue["up" if difference > 0 else "down"],
        rate=f" {form.share(abs(difference), first.value)}" if first.value > 0 else "",
        before=quantity(first.value, unit, form),
        after=quantity(last.value, unit, form),
        top=high.label,
        high=quantity(high.value, unit, form),
    )


def _value(point: Point) -> Decimal:
    return point.value


def _grouped(points: Points, unit: str, noun: str) -> str:
    tongue, form = points.tongue, points.tongue.form
    counts = Counter(point.group for point in points.shown)
    whole = form.quantity(len(points.shown), unit or tongue["regions"])
    if len(points.groups) == 1:
        return tongue["all_of"].format(whole=whole, group=points.groups[0])
    each = [f"{group} ({form.number(counts[group])})" for group in sorted(counts, key=lambda g: (-counts[g], g))]
    return tongue["grouped"].format(whole=whole, n=form.number(len(counts)), noun=noun, each=form.listing(each))
