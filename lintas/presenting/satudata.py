"""The four principles and the statistical metadata of a dataset as views."""

from __future__ import annotations

from collections.abc import Iterable

from lintas import satudata
from lintas.foreign import as_is
from lintas.model import Dataset, MetadataBlock
from lintas.satudata import Fact, Item
from lintas.views.data import MetadataBlockItem, MetadataGroup, MetadataRow, PrincipleFact, PrincipleItem
from lintas.wording import Words

_NAMED = 8  # columns or tables that a reason names


def principles(dataset: Dataset, words: Words) -> tuple[PrincipleItem, ...]:
    return tuple(
        PrincipleItem(
            id=f"sdi-{principle.key.replace('_', '-')}",
            title=words[f"sdi_{principle.key}"],
            score=words["sdi_score"].format(
                met=words.form.number(principle.met), of=words.form.number(len(principle.facts))
            ),
            text=words[f"sdi_{principle.key}_text"],
            facts=tuple(_fact(fact, words) for fact in principle.facts),
        )
        for principle in satudata.score(dataset)
        if principle.facts
    )


def _fact(fact: Fact, words: Words) -> PrincipleFact:
    names = ", ".join(fact.missing[:_NAMED]) + (", …" if len(fact.missing) > _NAMED else "")
    value = f"{words.form.number(fact.met)} / {words.form.number(fact.of)}"
    note = words["sdi_missing"].format(names=names) if names else ""
    return PrincipleFact(words[f"sdi_fact_{fact.key}"], value, note, met=fact.met == fact.of)


def statistics(dataset: Dataset, words: Words) -> tuple[MetadataBlockItem, ...]:
    """The blocks that are there: the activity by section, then variables and indicators by column."""
    made = []
    activity = tuple(_activity(block, words) for block in dataset.statistics)
    if activity:
        made.append(MetadataBlockItem("ms-kegiatan", words["mskeg"], activity[0]))
    for kind in ("msvar", "msind"):
        groups = tuple(
            MetadataGroup(field.title, _rows(block.rows, satudata.FORMS[kind], words))
            for resource in dataset.resources
            for field in resource.fields
            for block in field.statistics
            if block.kind == kind
        )
        if groups:
            made.append(MetadataBlockItem(f"ms-{kind[2:]}", words[kind], tuple(dict.fromkeys(groups))))
    return tuple(made)


def _activity(block: MetadataBlock, words: Words) -> tuple[MetadataGroup, ...]:
    groups = []
    for section in satudata.ACTIVITY:
        prefix = f"{section.key}."
        rows = ((key.removeprefix(prefix), text) for key, text in block.rows if key.startswith(prefix))
        told = _rows(rows, section.items, words)
        groups += [MetadataGroup(as_is(section.label, words), told)] if told else []
    return tuple(groups)


def _rows(rows: Iterable[tuple[str, str]], items: tuple[Item, ...], words: Words) -> tuple[MetadataRow, ...]:
    """In the order of the form, with its labels: an official form, answered in the language in which it is filed."""
    given = dict(rows)
    return tuple(
        MetadataRow(as_is(item.label, words), as_is(_told(item, given[item.key]), words))
        for item in items
        if given.get(item.key)
    )


def _told(item: Item, text: str) -> str:
    return {"true": "ya", "false": "tidak"}.get(text, text) if item.kind == "flag" else text
