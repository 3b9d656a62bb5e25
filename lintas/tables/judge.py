"""frictionless as the judge of one resource: every error it has, none of its caps, and an end in time."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lintas.tables.alarm import OutOfTime, alarm
from lintas.tables.kinds import code_of
from lintas.tables.tally import ENOUGH, Tally

if TYPE_CHECKING:
    from frictionless import Checklist, Error, Resource
    from frictionless.types import ICallbackFunction

    from lintas.tables.prover import Structure

_SECONDS = 10.0  # of processor time, so that a busy machine changes no verdict
_BYTES_PER_SECOND = 250_000  # a tenth of what the library reads; slower than this is a hang


class Enough(BaseException):
    """Raised inside the library when a table has more errors than anybody will read."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`errors` are kept per code; `problem` says why the library gave no full verdict ("" when it did)."""

    errors: Tally[Error]
    code: str = ""
    problem: str = ""
    delimiter: str = ""
    dialect: Any = None  # arguments for csv.reader as the library read the file
    labels: tuple[str, ...] = ()
    header: int = 1  # the record in which the library found the column names


def judge(resource: Resource, on_row: ICallbackFunction, size: int) -> Verdict:
    """Validate one resource. Exceptions of the library become a problem, never a traceback."""
    tally: Tally[Error] = Tally()
    try:
        with alarm(_SECONDS + size / _BYTES_PER_SECOND):
            report = resource.validate(_checklist(tally), on_row=on_row, limit_errors=0)
            for task in report.tasks:
                for error in task.errors:
                    tally.add(code_of(error.type, error.note), error)
    except Enough:
        return Verdict(tally, "TAB509", str(ENOUGH), dialect=_dialect(resource))
    except OutOfTime:
        return Verdict(tally, "TAB505", f"> {_SECONDS:.0f} s", dialect=_dialect(resource))
    except Exception as exception:  # the library raises where it should report: truncated gzip, odd constraints
        return Verdict(tally, "TAB505", f"{type(exception).__name__}: {exception}")
    labels = tuple(str(label) for task in report.tasks for label in task.labels)
    return Verdict(tally, "", "", _sniffed(resource), _dialect(resource), labels, _header(resource))


def proved(structure: Structure) -> Verdict:
    """The verdict on a table that the prover found clean, with what the report asks of any verdict."""
    found = "" if structure.tabs or structure.delimiter == "," else structure.delimiter
    return Verdict(Tally(), "", "", found, structure.csv, structure.labels)


def _header(resource: Resource) -> int:
    """The record in which the library looks for the column names; 1 where it cannot make sense of the dialect."""
    from frictionless import FrictionlessException

    try:
        dialect = resource.dialect
    except FrictionlessException:
        return 1
    return dialect.header_rows[0] if dialect.header and dialect.header_rows else 1


def _checklist(tally: Tally[Error]) -> Checklist:
    """A checklist that counts what it is shown and keeps nothing itself."""
    from frictionless import Checklist, errors

    scope = frozenset(Checklist().scope)

    class Counting(Checklist):
        def match(self, error: Error) -> bool:
            if error.type in scope or not isinstance(error, errors.DataError):
                tally.add(code_of(error.type, error.note), error)
                if tally.size >= ENOUGH:
                    raise Enough
            return False

    return Counting()


def _dialect(resource: Resource) -> Any:
    """What the csv module needs to read the file again, None where that is no CSV or the dialect is not usable."""
    from frictionless import FrictionlessException
    from frictionless.formats import CsvControl

    if resource.format not in ("csv", "tsv"):
        return None
    try:
        dialect = CsvControl.from_dialect(resource.dialect).to_python()
        csv.reader((), dialect=dialect)
    except (FrictionlessException, TypeError, ValueError, csv.Error):  # such as a quote character of two characters
        return None
    return dialect


def _sniffed(resource: Resource) -> str:
    """The delimiter by which the library read a CSV where it is not the usual one, else ""."""
    dialect = _dialect(resource) if resource.format == "csv" else None
    return "" if dialect is None or dialect.delimiter == "," else str(dialect.delimiter)
