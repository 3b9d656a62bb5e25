"""Records with the words by which they shall also be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lintas.searching.forms import Forms
from lintas.searching.record import FIRST, Record
from lintas.searching.synonyms import Group, Synonyms

ALSO = "lain"  # the field of words that are searched and never shown
CALLED = "sebutan"  # the field of what the page itself is also called
_WORD = re.compile(r"[^\W_]+")


def enriched(records: Sequence[Record], groups: Iterable[Group]) -> tuple[Record, ...]:
    """The records; those in Indonesian with synonyms and other forms of their words in `ALSO` and `CALLED`."""
    forms = Forms.of(set().union(*(_words(record.text) for record in records if record.language == FIRST)))
    synonyms = Synonyms.of(groups)
    return tuple(_enriched(record, synonyms, forms) if record.language == FIRST else record for record in records)


def _enriched(record: Record, synonyms: Synonyms, forms: Forms) -> Record:
    title, text = record.title, record.text
    words = _words(text)
    called = synonyms.lacking(title, _words(title))
    also = (*synonyms.lacking(text, words), *forms.lacking(words))
    fields = dict(record.fields)
    for name, added in ((CALLED, called), (ALSO, [each for each in also if each not in called])):
        if added:
            fields[name] = "; ".join(filter(None, (fields.get(name, ""), " ".join(added))))
    return replace(record, fields=tuple(fields.items()))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
