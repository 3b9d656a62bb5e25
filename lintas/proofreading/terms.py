"""The agency's own lists, content/istilah.yaml: what it permits, how it writes names, what it avoids."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from lintas.diagnostics import Diagnostic, Outcome
from lintas.reader import Map, decode, read_yaml
from lintas.vocabulary import TERM_AVOIDED, TERMS, synonyms

PATH = "content/istilah.yaml"


@dataclass(frozen=True, slots=True)
class Terms:
    """`names` and `permitted` are never found fault with; `avoided` are (form, better) pairs."""

    names: tuple[str, ...] = ()
    permitted: tuple[str, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    avoided: tuple[tuple[str, str], ...] = ()


NO_TERMS = Terms()


@functools.lru_cache(maxsize=4)  # asked for with every text
def load_terms(data: bytes, path: str) -> Outcome[Terms]:
    """Read the lists. What is faulty is left out; nothing is raised."""
    text = decode(data, path)
    if text.diagnostics and not text.value:
        return Outcome(NO_TERMS, text.diagnostics)
    node = read_yaml(text.value, path)
    found: list[Diagnostic] = [*text.diagnostics, *node.diagnostics]
    lists = Map(node.value, path, found)
    lists.unknown(tuple(TERMS), synonyms(TERMS))
    short = lists.map("singkatan")
    avoided = []
    for each in lists.maps("hindari"):
        each.unknown(tuple(TERM_AVOIDED), synonyms(TERM_AVOIDED))
        pair = (each.text("tulisan", required=True).lower(), each.text("ganti", required=True))
        if all(pair):
            avoided.append(pair)
    terms = Terms(
        names=lists.texts("nama"),
        permitted=lists.texts("diizinkan"),
        abbreviations=tuple((key, short.text(key)) for key in short.keys()),  # noqa: SIM118 - Map is no dict
        avoided=tuple(avoided),
    )
    return Outcome(terms, tuple(found))
