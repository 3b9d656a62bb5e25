"""Apply the safe replacements until nothing more can be mended. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.diagnostics import Diagnostic
from lintas.proofreading.findings import Edit
from lintas.proofreading.proof import proofread
from lintas.proofreading.terms import NO_TERMS, Terms
from lintas.reader import Node, read_yaml, split_front_matter

ROUNDS = 12  # a text that is still not still by then is left as it was last


@dataclass(frozen=True, slots=True)
class Mended:
    """The text after all edits, and what was changed, as the findings that asked for it."""

    text: str
    changes: tuple[Diagnostic, ...] = ()


def mend(source: str, path: str, terms: Terms = NO_TERMS) -> Mended:
    """`source` with every safe replacement made; everything outside of them byte for byte as it was."""
    text, changes = source, []
    for _ in range(ROUNDS):
        asked = [(each.edit, each.diagnostic) for each in proofread(text, path, terms) if each.edit]
        chosen = _disjoint(asked)
        chosen = [pair for pair in chosen if text[pair[0].start : pair[0].end] != pair[0].text]
        after = apply(text, [edit for edit, _ in chosen])
        if chosen and _shape(after, path) != _shape(text, path):  # front matter must stay what it was
            body = _body(text, path)
            chosen = [pair for pair in chosen if pair[0].start >= body]
            after = apply(text, [edit for edit, _ in chosen])
        if not chosen or after == text:
            break
        text = after
        changes += [diagnostic for _, diagnostic in chosen]
    return Mended(text, tuple(changes))


def apply(text: str, edits: list[Edit]) -> str:
    """The text with these edits, which do not overlap and are in order."""
    out, at = [], 0
    for edit in edits:
        out += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*out, text[at:]))


def _disjoint(asked: list[tuple[Edit, Diagnostic]]) -> list[tuple[Edit, Diagnostic]]:
    """The first of edits that overlap or touch; the others come again in the next round."""
    chosen: list[tuple[Edit, Diagnostic]] = []
    end = -1
    for pair in sorted(asked, key=lambda pair: (pair[0].start, -pair[0].end, pair[0].text)):
        if pair[0].start > end:
            chosen.append(pair)
            end = pair[0].end
    return chosen


def _body(text: str, path: str) -> int:
    parts = split_front_matter(text, path).value
    return len(text) - len(parts[2])


def _shape(text: str, path: str) -> tuple[object, ...]:
    """Keys and kinds of the front matter, with the values that are no prose."""
    source, line, _, _ = split_front_matter(text, path).value
    outcome = read_yaml(source, path, first_line=line)
    return (len(outcome.diagnostics), _outline(outcome.value))


def _outline(node: Node) -> object:
    if node.kind == "map":
        return tuple((key, _outline(value)) for key, value, _, _ in node.entries)
    if node.kind == "list":
        return tuple(_outline(item) for item in node.items)
    return node.kind
