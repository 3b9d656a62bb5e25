"""Records with the words by which they shall also be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lintas.searching.forms import Forms
from lintas.searching.record import Record
from lintas.searching.synonyms import Group, Synonyms

ALSO = "lain"  # the field of words that are searched and never shown
_WORD = re.compile(r"[^\W_]+")


def enriched(records: Sequence[Record], groups: Iterable[Group]) -> tuple[Record, ...]:
    """The records, with synonyms and other forms of their words in the field `ALSO`."""
    texts = [record.text for record in records]
    words = [frozenset(_WORD.findall(text.casefold())) for text in texts]
    forms = Forms.of(set().union(*words))
    synonyms = Synonyms.of(groups)
    return tuple(
        _with(record, (*synonyms.lacking(text, own), *forms.lacking(own)))
        for record, text, own in zip(records, texts, words, strict=True)
    )


def _with(record: Record, added: tuple[str, ...]) -> Record:
    if not added:
        return record
    fields = dict(record.fields)
    fields[ALSO] = "; ".join(filter(None, (fields.get(ALSO, ""), " ".join(added))))
    return replace(record, fields=tuple(fields.items()))
