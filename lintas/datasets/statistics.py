"""Statistical metadata blocks and references of a descriptor."""

from __future__ import annotations

from lintas import satudata
from lintas.datasets.values import Findings, member, shape, text
from lintas.model import MetadataBlock, Reference
from lintas.reader import Node


def read_blocks(findings: Findings, node: Node, *kinds: str) -> tuple[MetadataBlock, ...]:
    """The blocks of these kinds (mskeg, msvar, msind) that `node` has and that are sound."""
    found = []
    for kind in kinds:
        outcome = satudata.read(member(node, satudata.KEYS[kind]), kind, findings.path)
        findings.extend(outcome.diagnostics)
        found += [outcome.value] if outcome.value else []
    return tuple(found)


def read_references(findings: Findings, node: Node) -> tuple[Reference, ...]:
    """`x-rujukan`: the dataset, table and column that a column refers to, a note for people and machines."""
    given = member(node, "x-rujukan")
    if given is None:
        return ()
    if given.kind != "map":
        findings.add("DAT103", given, key="x-rujukan", expected="{…}", got=shape(given))
        return ()
    parts = [text(findings, given, key) for key in ("dataset", "tabel", "kolom")]
    if not parts[0]:
        findings.add("DAT104", member(given, "dataset") or given, key="x-rujukan.dataset")
        return ()
    return (Reference(*parts),)
