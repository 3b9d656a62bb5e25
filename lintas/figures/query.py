"""What a link `angka:himpunan/tabel.kolom?kunci=nilai` asks for (pure).

Names and values are percent-decoded one by one, after the target has been taken apart at its own signs, so that every
sign can stand in a name or value: a space is %20, a point in a name %2E, and `%73atuan` is a column called "satuan".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.vocabulary import FIGURE

SCHEME = "angka:"
LONGEST = 1_000  # characters of a target
MOST = 12  # key columns
FORMS = ("lengkap", "ringkas", "persen")
OPTIONS = tuple(FIGURE)
PLACES = 9  # decimals at most

_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_BLANK = re.compile(r"[\s<>\"]")


@dataclass(frozen=True, slots=True)
class Query:
    """One cell: `table` "" = whichever table of the dataset holds it, `version` "" = the present data."""

    dataset: str
    table: str
    column: str
    keys: tuple[tuple[str, str], ...] = ()
    version: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """How the value is written. `places` -1 = as in the table; `unit` says whether the unit is written."""

    kind: str = "lengkap"  # one of FORMS
    places: int = -1
    unit: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    query: Query
    form: Form


def parse(target: str, place: Span) -> Outcome[Asked | None]:
    """The query of a target that begins with `SCHEME`. ANG101 what cannot be read, ANG110 a wrong option."""
    raw = target.removeprefix(SCHEME)
    reason = _unreadable(raw)
    head, _, tail = raw.partition("?")
    parts = head.split("/")
    if not reason and (len(parts) != 2 or not all(parts)):
        reason = "form"
    if reason:
        return Outcome(None, (_refused(reason, target, place),))
    first, point, second = parts[1].partition(".")
    names = [_decoded(name) for name in ((parts[0], first, second) if point else (parts[0], "", first))]
    pairs = [tuple(pair.partition("=")[::2]) for pair in tail.split("&")] if tail else []
    given = [(name, value) for name, value in pairs if name in OPTIONS]
    keys = tuple((_decoded(name), _decoded(value)) for name, value in pairs if name not in OPTIONS)
    reason = _faulty([name for name in names if name != ""], keys, bool(point and not (first and second)))
    if reason or len(dict(given)) < len(given):
        return Outcome(None, (_refused(reason or "twice", target, place),))
    form, version, found = _options(dict(given), place)
    dataset, table, column = (name or "" for name in names)
    query = Query(dataset, table, column, tuple(sorted((name or "", value or "") for name, value in keys)), version)
    return Outcome(None if found else Asked(query, form), found)


def _unreadable(raw: str) -> str:
    if len(raw) > LONGEST:
        return "long"
    if "#" in raw:
        return "anchor"
    if _BLANK.search(raw):
        return "space"
    return "escape" if _BAD_ESCAPE.search(raw) else ""


def _decoded(text: str) -> str | None:
    """The text behind the escapes; None where they are no UTF-8 or hide a control character."""
    try:
        plain = unquote_to_bytes(text).decode()
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(plain) else plain


def _faulty(names: Iterable[str | None], keys: tuple[tuple[str | None, str | None], ...], halved: bool) -> str:
    if None in names or any(None in pair for pair in keys):
        return "escape"
    if halved or not all("" not in pair for pair in keys):
        return "empty"
    if len({name for name, _ in keys}) < len(keys):
        return "twice"
    return "many" if len(keys) > MOST else ""


_REASONS = {
    "form": "angka:himpunan/kolom?kunci=nilai",
    "long": f"> {LONGEST}",
    "anchor": "# → %23",
    "space": "spasi → %20",
    "escape": "%",
    "empty": "=",
    "twice": "&",
    "many": f"> {MOST}",
}


def _refused(reason: str, target: str, place: Span) -> Diagnostic:
    return fault("ANG101", place, value=target, reason=_REASONS[reason])


def _options(given: dict[str, str], place: Span) -> tuple[Form, str, tuple[Diagnostic, ...]]:
    """The form, the version that is quoted, and ANG110 for each option with a value that it does not have."""
    kind, places, unit = given.get("bentuk", "lengkap"), given.get("desimal", ""), given.get("satuan", "ya")
    version = given.get("versi", "")
    found = []
    if kind not in FORMS:
        found.append(fault("ANG110", place, key="bentuk", value=kind, known=", ".join(FORMS)))
    if "desimal" in given and not (len(places) == 1 and places in "0123456789"):
        found.append(fault("ANG110", place, key="desimal", value=places, known=f"0–{PLACES}"))
    if unit not in ("ya", "tidak"):
        found.append(fault("ANG110", place, key="satuan", value=unit, known="ya, tidak"))
    if "versi" in given and not re.fullmatch(r"[0-9A-Za-z.+-]{1,60}", version):
        found.append(fault("ANG110", place, key="versi", value=version, known="1.0.0"))
    form = Form(kind, int(places) if places and not found else -1, unit != "tidak")
    return form, version, tuple(found)
