"""Every rule, in the order in which findings of the same place are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lintas.proofreading.checks import (
    abbreviations,
    affixes,
    capitals,
    dates,
    litter,
    numerals,
    people,
    punctuation,
    quoting,
    regulations,
    sentences,
    slips,
    words,
)
from lintas.proofreading.findings import Finding
from lintas.proofreading.reading import Reading

Rule = Callable[[Reading], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    words.doubled,
    words.affixed,
    words.reduplicated,
    words.listed,
    words.avoided,
    affixes.passive,
    affixes.torn,
    affixes.loose_suffixes,
    affixes.outward,
    affixes.bound,
    affixes.particles,
    punctuation.spaces,
    punctuation.missing_spaces,
    punctuation.doubled_marks,
    punctuation.unfinished,
    quoting.balance,
    quoting.placement,
    quoting.styles,
    numerals.money,
    numerals.figures,
    numerals.thousands,
    numerals.units,
    numerals.clocks,
    numerals.ranges,
    dates.dates,
    capitals.sentences,
    capitals.openings,
    capitals.names,
    capitals.offices,
    capitals.kinds,
    capitals.titles,
    capitals.inside,
    abbreviations.expansions,
    abbreviations.unexplained,
    people.spelling,
    regulations.regulations,
    litter.litter,
    sentences.that,
    sentences.links,
    sentences.lengths,
    slips.slips,
    slips.thrice,
)
