"""A citation to be read, after the APA style: who, when, what, which, where."""

from __future__ import annotations

from lintas.presenting.citations.reference import Reference
from lintas.wording import Words


def text(reference: Reference, words: Words) -> str:
    """ "Badan Pusat Statistik. (2026, 24 November). Judul (Versi 1.0.2) [Himpunan data]. Portal. https://…"."""
    told = []
    if reference.part:
        told.append(reference.part)
    if reference.number:
        told.append(f"{words['number']} {reference.number}")
    if reference.version:
        told.append(f"{words['version']} {reference.version}")
    which = f" ({'; '.join(told)})" if told else ""
    kind = words["release"] if reference.kind == "siaran" else words["cite_dataset"]
    publisher = f" {_ended(reference.publisher)}" if reference.publisher not in reference.authors else ""
    who = _ended(", ".join(reference.authors))
    return f"{who} ({_dated(reference.date, words)}). {reference.title}{which} [{kind}].{publisher} {reference.url}"


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def _dated(date: str, words: Words) -> str:
    """The year, then the day in the words of the language."""
    if not date:
        return words["cite_undated"]
    if len(date) < 10:
        return date[:4]
    return f"{date[:4]}, {words.form.long_date(date).replace(date[:4], '').strip(' ,')}"
