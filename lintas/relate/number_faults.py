"""What is wrong in the register of numbers: REG1xx."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from lintas import formatting
from lintas.diagnostics import Diagnostic, Span, fault, finding
from lintas.model import SiaranPers
from lintas.numbering import Number, Parts, Profile, render
from lintas.numbering.patterns import tokens
from lintas.privacy import apply
from lintas.relate.numbers import Held, Register

_DOUBLED = "REG101"
_STRANGE = 20  # numbers outside the scheme that are told: more means that the scheme is not the right one
_RANGES = 6  # missing numbers that are named, as ranges
_TEXT = 90  # characters that they may take


def number_faults(register: Register) -> Iterator[Diagnostic]:
    """Faults of all numbers, those of drafts and of releases that wait among them."""
    strange = 0
    for _, group in groupby(register.held, lambda held: held.release.path):
        held = tuple(group)
        yield from _of_release(held)
        for found in _strange(held, register):
            strange += 1
            if strange <= _STRANGE:
                yield found
    yield from _unwaived(register)
    yield from _gaps(register.held)


def _of_release(held: tuple[Held, ...]) -> Iterator[Diagnostic]:
    for each in held:
        yield from _shape(each)
        yield from _date(each)
    yield from _twice(held)


def _strange(held: tuple[Held, ...], register: Register) -> Iterator[Diagnostic]:
    """Numbers of a release of which none follows any scheme that is known."""
    scheme = None if any(each.issuer for each in held) else _expected(held[0].release, register)
    if scheme:
        example = _example(scheme, held[0])
        yield fault("REG105", _span(held[0]), number=held[0].ref.text, pattern=scheme.patterns[0], example=example)


def _expected(release: SiaranPers, register: Register) -> Profile | None:
    """The scheme of the institution that issued the release, which stands first."""
    first = release.institutions[0].text if release.institutions else ""
    return register.schemes.get(first) or (register.schemes.get("") if not first else None)


def _shape(held: Held) -> Iterator[Diagnostic]:
    """A number that fits the agency's scheme but for a slip or two, or names a month that does not exist."""
    number = held.number
    if number is None:
        return
    if number.parts.month > 12:
        yield fault("REG106", _span(held), number=held.ref.text, month=_month_as_written(number))
    elif held.own and not number.exact and number.proposed:
        yield fault("REG104", _span(held), number=held.ref.text, proposed=number.proposed)


def _month_as_written(number: Number) -> str:
    return str(number.parts.month) if number.parts.month != 99 else number.normal


def _date(held: Held) -> Iterator[Diagnostic]:
    """Month and year of a number against `tanggal`."""
    number, day = held.number, held.release.published[:7]
    if number is None or len(day) < 7 or number.parts.month > 12:
        return
    year, month = int(day[:4]), int(day[5:7])
    parts = number.parts
    other_month = bool(parts.month) and parts.month != month
    if (parts.year in (0, year)) and not other_month:
        return
    said = f"{parts.year}-{parts.month:02}" if parts.month else str(parts.year)
    fitting = replace(parts, year=year, month=month if parts.month else 0)
    proposed = render(held.own.patterns[0], fitting) if held.own else ""
    yield fault(
        "REG102", _span(held), number=held.ref.text, said=formatting.long_date(said),
        date=formatting.long_date(held.release.published), proposed=proposed or "–",
    )  # fmt: skip


def _twice(held: tuple[Held, ...]) -> Iterator[Diagnostic]:
    """A joint release bears one number of each issuer; two of one issuer are one too many."""
    first: dict[str, Held] = {}
    for each in held:
        if each.issuer:
            earlier = first.setdefault(each.issuer, each)
            if earlier is not each:
                issuer = each.name or each.issuer
                yield fault("REG107", _span(each), number=each.ref.text, first=earlier.ref.text, issuer=issuer)


def _unwaived(register: Register) -> Iterator[Diagnostic]:
    """Doubled numbers that no release has a waiver for: an archive may hold a number that was truly given twice."""
    doubled: dict[str, list[Diagnostic]] = defaultdict(list)
    for found in _doubled(register.held):
        doubled[found.span.path].append(found)
    for release in register.releases:
        waivers = tuple(waiver for waiver in release.waivers if waiver.code == _DOUBLED)
        if waivers or release.path in doubled:
            left, idle = apply(doubled.pop(release.path, []), waivers, release.path)
            yield from (*left, *idle)


def _doubled(held: Iterable[Held]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, int, int], Held] = {}
    for each in held:
        earlier = first.setdefault(each.key, each)
        if earlier.release is not each.release and not _related(earlier.release, each.release):
            facts = {"number": each.ref.text, "other": earlier.ref.text, "first": earlier.release.path}
            yield replace(finding(_DOUBLED, _span(each), facts), related=(_span(earlier),))


def _related(one: SiaranPers, other: SiaranPers) -> bool:
    """A translation bears the number of the release, and a release that replaces another may keep its number."""
    replaced = one.successor.text == other.slug or other.successor.text == one.slug
    return replaced or one.language != other.language


def _gaps(held: Iterable[Held]) -> Iterator[Diagnostic]:
    """Numbers that no release holds between the lowest and the highest of an issuer of this portal in a year."""
    years: dict[tuple[str, int], dict[int, Held]] = defaultdict(dict)
    for each in held:
        if each.own and each.number:
            issuer, year, sequence = each.key
            years[issuer, year].setdefault(sequence, each)
    for (_, year), taken in sorted(years.items(), key=lambda item: item[0]):
        order = sorted(taken)
        missing = [(a + 1, b - 1) for a, b in pairwise(order) if b > a + 1]
        if missing:
            after = taken[missing[0][1] + 1]
            count = sum(end - start + 1 for start, end in missing)
            facts = {"issuer": after.name or after.issuer, "year": year, "n": formatting.number(count)}
            yield finding("REG103", _span(after), {**facts, "missing": _ranges(missing)})


def _ranges(missing: list[tuple[int, int]]) -> str:
    """`12, 15–18, …`, never longer than a report can bear."""
    texts = [str(start) if start == end else f"{start}–{end}" for start, end in missing]
    shown = texts[:_RANGES]
    while len(", ".join(shown)) > _TEXT:
        shown.pop()
    return ", ".join(shown) + (", …" if len(shown) < len(texts) else "")


def _example(scheme: Profile, held: Held) -> str:
    """How the issuer would write a number for the date of the release."""
    year, month = held.release.published[:4], held.release.published[5:7]
    if not (year.isdigit() and month.isdigit()):
        return scheme.patterns[0]
    sequence = held.number.parts.sequence if held.number else 1
    wants = {token.name for token in tokens(scheme.patterns[0])}
    return render(scheme.patterns[0], Parts(sequence, int(month) if "bulan" in wants else 0, int(year)))


def _span(held: Held) -> Span:
    return Span(held.release.path, held.ref.line, held.ref.column)
