"""Statistical metadata blocks and references of a descriptor."""

from __future__ import annotations

from lintas import satudata
from lintas.datasets.values import Findings, member, shape, text
from lintas.model import MetadataBlock, Reference
from lintas.reader import Node, near
from lintas.vocabulary import FIELD_REFERENCE


def read_blocks(findings: Findings, node: Node, *kinds: str) -> tuple[MetadataBlock, ...]:
    """The blocks of these kinds (mskeg, msvar, msind) that `node` has and that are sound."""
    found = []
    for kind in kinds:
        outcome = satudata.read(member(node, satudata.KEYS[kind]), kind, findings.path)
        findings.extend(outcome.diagnostics)
        found += [outcome.value] if outcome.value else []
    return tuple(found)


def read_references(findings: Findings, node: Node) -> tuple[Reference, ...]:
    """`x-rujukan`: the dataset, table and column in which every value of this column stands. One or none."""
    given = member(node, "x-rujukan")
    if given is None:
        return ()
    if given.kind != "map":
        findings.add("DAT103", given, key="x-rujukan", expected="{…}", got=shape(given))
        return ()
    known = tuple(FIELD_REFERENCE)
    for key, _, line, start in given.entries:
        if key not in known:
            place = Node("text", key, (), (), line, start, "str")
            findings.add("RUJ104", place, key=key, hint=near(key, known), known=", ".join(known))
    dataset, table, column = (text(findings, given, key) for key in known)
    missing = [key for key, part in zip(known, (dataset, table, column), strict=True) if not part]
    if missing:
        findings.add("DAT104", given, key=f"x-rujukan.{missing[0]}")
        return ()
    return (Reference(dataset, table, column, given.line, given.column),)
