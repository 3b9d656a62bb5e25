"""Guards that need more than one file: waivers of attachments, rules between datasets, contacts of the portal.

Effect: reads tables and lines of texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.execute import Means, Step, run
from lintas.model import Contact, Dataset, Halaman, SiaranPers
from lintas.packing import digest_of
from lintas.privacy import Allowed, scan_text, waivers
from lintas.reporters import severity
from lintas.steps import Checked, Topics

_CONTACTS = ("PRI104", "PRI105")


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A dataset with the datasets that its rules speak of."""

    dataset: Dataset
    others: tuple[Dataset, ...]


def attachments(
    found: Sequence[Diagnostic], releases: Iterable[SiaranPers], pages: Iterable[Halaman]
) -> tuple[Diagnostic, ...]:
    """Findings in `content/media/` that no release or page waives by naming the file, and waivers that cover none."""
    left, idle = list(found), []
    texts: tuple[SiaranPers | Halaman, ...] = (*releases, *pages)
    for text in texts:
        for waiver in text.waivers:
            if waiver.file:
                covered = [diagnostic for diagnostic in found if waivers.covers(waiver, diagnostic)]
                left = [diagnostic for diagnostic in left if diagnostic not in covered]
                if not covered:
                    place = Span(text.path, waiver.line)
                    idle.append(fault("PRI202", place, value=waiver.code, scope=waiver.file))
    return (*left, *idle)


def across(means: Means, checked: Sequence[Checked], found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Rules that compare two datasets, and references between them; those with faults of their own wait."""
    faulty = {d.span.path.rpartition("/")[0] for d in found if severity(d.code) == "error"}
    sound = {c.dataset.slug: c.dataset for c in checked if not any(within(c.dataset, folder) for folder in faulty)}
    known = {c.dataset.slug for c in checked}
    ruled = list(_comparisons(sound, known, _compared))
    referring = list(_comparisons(sound, known, _referred))
    found_by_rules = run(_RULES, ruled, means)[1] if ruled else []
    return found_by_rules + (run(_REFERENCES, referring, means)[1] if referring else [])


def _comparisons(
    sound: Mapping[str, Dataset], known: Set[str], named_by: Callable[[Dataset], Set[str]]
) -> Iterator[_Comparison]:
    for dataset in sound.values():
        named = named_by(dataset)
        if named and not (named & known) - sound.keys():
            yield _Comparison(dataset, tuple(sound[slug] for slug in sorted(named) if slug in sound))


def _compared(dataset: Dataset) -> Set[str]:
    return {rule.other_dataset for rule in dataset.rules if rule.other_dataset}


def _referred(dataset: Dataset) -> Set[str]:
    """The datasets that columns of this one refer to."""
    fields = (field for resource in dataset.resources for field in resource.fields)
    return {reference.dataset for field in fields for reference in field.references}


def within(dataset: Dataset, folder: str) -> bool:
    """Whether the folder, or the path of a file, is the dataset's own or lies in it."""
    own = dataset.path.rpartition("/")[0]
    return folder == own or folder.startswith(f"{own}/")


def _compare(root: str, item: _Comparison) -> tuple[Outcome[Topics | None], bytes | None]:
    from lintas import rules

    others = {dataset.slug: dataset for dataset in item.others}
    return Outcome(None, rules.check_across(Path(root), item.dataset, others)), None


def _refer(root: str, item: _Comparison) -> tuple[Outcome[Topics | None], bytes | None]:
    from lintas import rules
    from lintas.tables.places import cell_start

    others = {dataset.slug: dataset for dataset in item.others}
    return Outcome(None, rules.check_references(Path(root), item.dataset, others, cell_start)), None


def _key(item: _Comparison) -> str:
    return digest_of(*(f"{dataset.path}:{dataset.digest}" for dataset in (item.dataset, *item.others)))


_RULES = Step("aturan", Topics, _compare, _key, 0.05)  # gives findings alone
_REFERENCES = Step("rujukan", Topics, _refer, _key, 0.05)  # gives findings alone


def without_contact(root: Path, found: Iterable[Diagnostic], contact: Contact) -> tuple[Diagnostic, ...]:
    """Leaves out the address and number that the settings give as the contact of the portal, wherever they stand."""
    offices = Allowed(tuple(value for value in (contact.email, contact.phone) if value))
    return tuple(d for d in found if not (offices.values and d.code in _CONTACTS and _declared(root, d, offices)))


def _declared(root: Path, diagnostic: Diagnostic, offices: Allowed) -> bool:
    path, line, column = diagnostic.span.path, diagnostic.span.line, diagnostic.span.column
    lines = (root / path).read_text("utf-8-sig", "replace").splitlines()
    rest = lines[line - 1][column - 1 :] if 0 < line <= len(lines) else ""
    before = scan_text(rest.encode(), path)
    return any(d.span.column == 1 for d in before) and not any(
        d.span.column == 1 for d in scan_text(rest.encode(), path, offices)
    )
