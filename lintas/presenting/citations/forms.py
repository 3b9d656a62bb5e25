"""A reference for programs: BibTeX, RIS and CSL-JSON. Whatever a title holds, it stays inside its field."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from lintas.presenting.citations.reference import Reference

_KINDS = {"siaran": "Siaran pers", "data": "Himpunan data"}
_BRACES = {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
           "^": r"\textasciicircum{}", **{sign: f"\\{sign}" for sign in "$&#_%"}}  # fmt: skip
_SIGNS = str.maketrans(_BRACES)  # an escaped brace would still be counted by BibTeX, and end the field too early
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def _line(text: str) -> str:
    """In one line, without control characters."""
    flat = " ".join(text.split())
    return flat if flat.isprintable() else "".join(c for c in flat if c.isprintable())


def bibtex(reference: Reference) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _bibtex(reference))
    return f"@misc{{{reference.key},\n{fields}}}\n"


def _bibtex(reference: Reference) -> Iterator[tuple[str, str]]:
    """Names and titles in double braces: organisations are no persons, and capitals stay as they are."""

    def braced(text: str) -> str:
        return f"{{{_line(text).translate(_SIGNS)}}}"

    yield "author", "{" + " and ".join(braced(name) for name in reference.authors) + "}"
    yield "title", f"{{{braced(_whole(reference))}}}"
    if reference.date:
        yield "year", f"{{{reference.date[:4]}}}"
    if len(reference.date) >= 7:
        yield "month", _MONTHS[int(reference.date[5:7]) - 1]
    if len(reference.date) >= 10:
        yield "day", f"{{{int(reference.date[8:10])}}}"
    for name, value in (("publisher", reference.publisher), ("version", reference.version),
                        ("number", reference.number), ("howpublished", _KINDS[reference.kind]),
                        ("keywords", ", ".join(reference.keywords))):  # fmt: skip
        if value:
            yield name, braced(value)
    yield "url", f"{{{reference.url}}}"
    yield "language", f"{{{reference.language}}}"


def _whole(reference: Reference) -> str:
    return f"{reference.title}, {reference.part}" if reference.part else reference.title


def ris(reference: Reference) -> str:
    """RPRT for a release: few programs know a kind of its own; M3 says what it is."""
    lines = [("TY", "RPRT" if reference.kind == "siaran" else "DATA"), ("ID", reference.key)]
    lines += [("AU", name) for name in reference.authors]
    lines += [("TI", _whole(reference)), ("PY", reference.date[:4]), ("DA", reference.date[:10].replace("-", "/"))]
    lines += [("PB", reference.publisher), ("ET", reference.version), ("M1", reference.number)]
    lines += [("M3", _KINDS[reference.kind]), *(("KW", word) for word in reference.keywords)]
    lines += [("LA", reference.language), ("UR", reference.url)]
    return "".join(f"{tag}  - {_line(text)}\n" for tag, text in lines if _line(text)) + "ER  - \n"


def csl(reference: Reference) -> str:
    """A line for each field, as people read it."""
    lines = (f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in _csl(reference).items())
    return "[{\n" + ",\n".join(lines) + "\n}]\n"


def _csl(reference: Reference) -> dict[str, Any]:
    made = {
        "id": reference.key,
        "type": "report" if reference.kind == "siaran" else "dataset",
        "title": _line(_whole(reference)),
        "author": [{"literal": _line(name)} for name in reference.authors],
        "issued": {"date-parts": [[int(part) for part in reference.date.split("-")]]} if reference.date else None,
        "publisher": _line(reference.publisher),
        "genre": _KINDS[reference.kind],
        "version": reference.version,
        "number": _line(reference.number),
        "keyword": ", ".join(map(_line, reference.keywords)),
        "language": reference.language,
        "URL": reference.url,
    }
    return {key: value for key, value in made.items() if value}


FORMS: dict[str, tuple[str, str, Callable[[Reference], str]]] = {
    "bib": ("BibTeX", "application/x-bibtex", bibtex),
    "ris": ("RIS", "application/x-research-info-systems", ris),
    "json": ("CSL-JSON", "application/vnd.citationstyles.csl+json", csl),
}


def written(reference: Reference, form: str) -> str:
    return FORMS[form][2](reference)
