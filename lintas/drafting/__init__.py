"""`build.py new dataset FILE`: draft a dataset from a CSV or XLSX.

Effects: reads the file row by row (several times, so that memory does not grow with it) and writes one new folder,
never over another. Nothing is changed in silence: every conversion is a finding.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lintas.diagnostics import Diagnostic, Outcome, Span, fault, in_order
from lintas.drafting import describing, keys, naming
from lintas.drafting.delimited import look
from lintas.drafting.encodings import UTF8
from lintas.drafting.reading import Table, read
from lintas.drafting.workbook import Sheet, WorkbookRefused, spool
from lintas.formatting import slug as slug_of
from lintas.runs import Made
from lintas.tables.files import renamed

MAX_BYTES = 100_000_000  # what a portal takes as one data file
TEXTS, WORKBOOKS = (".csv", ".tsv", ".txt"), (".xlsx", ".xlsm")
_NAMED = 5

__all__ = ["Wish", "new"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is drafted: the file, the sheet ("" = the first with cells), the agency (slug, "" = none) and the day."""

    file: Path
    sheet: str
    agency: str
    day: str


def new(root: Path, wish: Wish) -> Outcome[Made | None]:
    """Draft `datasets/<slug>/`. Findings beside a value are what was converted or must be decided."""
    place, slug = Span(wish.file.name), slug_of(wish.file.stem)
    refused = _refused(root, wish, slug)
    if refused:
        return Outcome(None, (refused,))
    found: list[Diagnostic] = []
    work = Path(tempfile.mkdtemp(prefix="lintas-"))
    try:
        table = _table(wish, work / "lembar.csv", found)
        if table is None:
            return Outcome(None, in_order(found))
        draft, made = _drafted(root, wish, table, slug)
        if not draft.key:
            found.append(fault("SDI324", place))
        _write(root / "datasets" / slug, draft, table, made)
        rows = (*describing.understood(draft), *(("Tulis", f"{a}: {b}") for a, b in describing.to_write(draft, made)))
        after = ("Berikutnya", f"python build.py check datasets/{slug}")
        return Outcome(Made(f"datasets/{slug}/datapackage.json", (*rows, after)), in_order(found))
    except WorkbookRefused as error:
        return Outcome(None, (_finding(error.code, place, error.facts),))
    except (OSError, csv.Error, UnicodeError) as error:
        return Outcome(None, (fault("SDI301", place, reason=getattr(error, "strerror", "") or error),))
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _finding(code: str, place: Span, facts: dict[str, object]) -> Diagnostic:
    return Diagnostic(code, place, tuple((name, str(value)[:120]) for name, value in facts.items()))


def _refused(root: Path, wish: Wish, slug: str) -> Diagnostic | None:
    place = Span(wish.file.name)
    if not slug:
        return fault("NAS102", place, judul=wish.file.stem)
    if os.path.lexists(root / "datasets" / slug):
        return fault("NAS101", Span(f"datasets/{slug}"))
    if not wish.file.is_file():
        return fault("SDI301", place, reason="–")
    suffix = wish.file.suffix.lower()
    if suffix not in (*TEXTS, *WORKBOOKS):
        return fault("SDI306", place, kind=suffix or "–")
    size = wish.file.stat().st_size
    if size > MAX_BYTES:
        return fault("SDI307", place, size=size // 1_000_000, limit=MAX_BYTES // 1_000_000)
    with wish.file.open("rb") as file:
        other = renamed(file.read(1000)) if suffix in TEXTS else ""
    return fault("TAB515", place, kind=other) if other else None


def _table(wish: Wish, spooled: Path, found: list[Diagnostic]) -> Table | None:
    place = Span(wish.file.name)
    if wish.file.suffix.lower() in WORKBOOKS:
        sheet = spool(wish.file, wish.sheet, spooled)
        found += _sheet_findings(sheet, place)
        return read(look(spooled, delimiter=",").rows, "", place, found)
    file = look(wish.file)
    if file.encoding != UTF8:
        found.append(fault("SDI311", place, encoding={"cp1252": "Windows-1252"}.get(file.encoding, "UTF-16")))
    line = file.open_quote()
    if line:
        found.append(fault("TAB503", Span(place.path, line), resource=wish.file.name))
        return None
    return read(file.rows, file.delimiter, place, found)


def _sheet_findings(sheet: Sheet, place: Span) -> Iterator[Diagnostic]:
    """SDI317 formulas, SDI318 merged cells, SDI319 hidden rows, SDI320 cells that show an error, SDI321 more sheets."""
    if sheet.formulas:
        yield fault("SDI317", place, count=sheet.formulas, cell=sheet.formula)
    if sheet.merged:
        yield fault("SDI318", place, count=len(sheet.merged), cells=", ".join(sheet.merged[:_NAMED]))
    if sheet.hidden:
        yield fault("SDI319", place, count=len(sheet.hidden), rows=", ".join(sheet.hidden[:_NAMED]))
    if sheet.errors:
        yield fault("SDI320", place, count=sheet.errors, first=sheet.error)
    if sheet.others:
        yield fault("SDI321", place, sheet=sheet.name, others=", ".join(sheet.others))


def _drafted(root: Path, wish: Wish, table: Table, slug: str) -> tuple[describing.Draft, describing.Json]:
    columns, seen = table.columns, table.seen
    one = keys.single(columns, seen)
    key: tuple[str, ...] = (one,) if one else ()
    if not key:
        places = keys.composite(table.records, keys.candidates(columns))
        key = tuple(columns[i].name for i in places)
    draft = describing.Draft(
        slug=slug,
        title=naming.headline(wish.file.stem),
        table=slug,
        columns=columns,
        seen=seen,
        key=key,
        parent=keys.parent(columns, seen, one) if one else "",
        agency=wish.agency,
        day=wish.day,
    )
    return draft, describing.descriptor(draft, root)


def _write(folder: Path, draft: describing.Draft, table: Table, made: describing.Json) -> None:
    """The folder whole: it is made beside its place and moved there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=".", dir=folder.parent))
    try:
        (new / "data").mkdir()
        with (new / "data" / f"{draft.table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([column.name for column in draft.columns])
            writer.writerows(table.records())
        text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
        (new / "datapackage.json").write_text(text, encoding="utf-8", newline="\n")
        new.chmod(0o755)
        os.rename(new, folder)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
