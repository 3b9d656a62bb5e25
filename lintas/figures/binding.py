"""A binding and the answer to its query → what stands on the page, and what is wrong (pure)."""

from __future__ import annotations

from dataclasses import dataclass

from lintas import formatting
from lintas.diagnostics import Outcome, Span, fault, finding
from lintas.figures import units
from lintas.figures.agreement import judge
from lintas.figures.lookup import Answer
from lintas.figures.query import Asked
from lintas.figures.writing import written
from lintas.model import Binding, Bound


@dataclass(frozen=True, slots=True)
class Quoted:
    """A binding as it stands in a text: the place of its target, and the language of the text."""

    place: Span
    language: str
    binding: Binding
    asked: Asked


def bind(quoted: Quoted, answer: Answer) -> Outcome[Bound | None]:
    """The bound figure. ANG103–109 no cell, ANG112 a form that does not fit, ANG201–204 the text disagrees."""
    place, form, typed = quoted.place, quoted.asked.form, quoted.binding.text
    if answer.problem:
        facts = {"dataset": quoted.asked.query.dataset, **dict(answer.facts)}
        return Outcome(None, (finding(answer.problem, place, facts),))
    cell = answer.cell
    shaped = form.kind != "lengkap" or form.places >= 0
    percent = form.kind == "persen" and cell.unit and units.canonical(cell.unit) != units.PERCENT
    if (shaped and cell.kind != "number") or percent:
        option = f"bentuk={form.kind}" if form.kind != "lengkap" else f"desimal={form.places}"
        return Outcome(None, (fault("ANG112", place, option=option, column=cell.column, unit=cell.unit or cell.kind),))
    shown = written(cell, form, quoted.language)
    bound = Bound(place.path, quoted.binding.slot, place.line, place.column, cell, typed or shown, shown, not typed)
    verdict = judge(typed, cell, form, quoted.language) if typed else None
    if verdict is None or not verdict.code:
        return Outcome(bound)
    told = {"typed": typed, "value": shown, "right": verdict.right, "cell": named(bound)}
    spaced = {name: text.replace(formatting.NBSP, " ") for name, text in told.items()}  # as it is to be typed
    return Outcome(bound, (finding(verdict.code, place, spaced),))


def named(bound: Bound) -> str:
    """The cell in words: "Jumlah penduduk, Kota Bekasi (kode = 32.75)"."""
    cell = bound.cell
    keys = ", ".join(f"{name} = {value}" for name, value in cell.keys)
    row = f"{cell.name} ({keys})" if cell.name and keys else cell.name or keys
    return ", ".join(filter(None, (cell.title, row)))
