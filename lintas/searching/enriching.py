"""Records with the words by which they shall also be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lintas.searching.forms import Forms
from lintas.searching.record import FIRST, Record
from lintas.searching.synonyms import Group, Synonyms

ALSO = "lain"  # the field of words that are searched and never shown
_WORD = re.compile(r"[^\W_]+")


def enriched(records: Sequence[Record], groups: Iterable[Group]) -> tuple[Record, ...]:
    """The records; those in Indonesian with synonyms and other forms of their words in the field `ALSO`."""
    own = {number: _words(record.text) for number, record in enumerate(records) if record.language == FIRST}
    forms = Forms.of(set().union(*own.values()))
    synonyms = Synonyms.of(groups)
    return tuple(
        _with(record, (*synonyms.lacking(record.text, own[number]), *forms.lacking(own[number])))
        if number in own
        else record
        for number, record in enumerate(records)
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _with(record: Record, added: tuple[str, ...]) -> Record:
    if not added:
        return record
    fields = dict(record.fields)
    fields[ALSO] = "; ".join(filter(None, (fields.get(ALSO, ""), " ".join(added))))
    return replace(record, fields=tuple(fields.items()))
