"""The lists of the package as tables for look-up (effect: reads package files, once for each process)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lintas.proofreading.document import WORD
from lintas.reader import Node, read_yaml

LISTS = Path(__file__).parent / "lists"
_NASAL = {"k": ("meng", "peng", ""), "p": ("mem", "pem", "m"), "s": ("men", "pen", "ny"), "t": ("men", "pen", "n")}


@dataclass(frozen=True, slots=True)
class Entry:
    """A form to be found, the code of the finding, what is better, and whether that may be put in its place."""

    form: str
    code: str
    better: str
    safe: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words`: one word → entry; `pairs`: the first two words of a phrase → its entries, longest first."""

    words: dict[str, Entry]
    pairs: dict[tuple[str, str], tuple[Entry, ...]]
    lists: dict[str, frozenset[str]]
    tables: dict[str, dict[str, str]]
    litter: tuple[str, ...]
    word_keys: frozenset[str]
    pair_keys: frozenset[tuple[str, str]]


@functools.cache
def lexicon() -> Lexicon:
    """All lists. Some 20 ms; asked for only when a text is really read."""
    sources = {
        name: load_list(name) for name in ("kata", "gabungan", "imbuhan", "gaya", "nama", "singkatan", "peraturan")
    }
    words: dict[str, Entry] = {}
    pairs: dict[tuple[str, str], list[Entry]] = {}
    for entry in _entries(sources):
        keys = WORD.findall(entry.form)
        if len(keys) == 1 and keys[0] == entry.form:
            words.setdefault(entry.form, entry)
            if entry.code in ("EJA103", "EJA104", "EJA110", "EJA111"):
                words.setdefault(entry.form + "nya", _possessive(entry))
        elif len(keys) > 1:
            pairs.setdefault((keys[0], keys[1]), []).append(entry)
    frozen = {key: tuple(sorted(made, key=lambda e: -len(e.form))) for key, made in pairs.items()}
    lists = {
        f"{file}.{key}": frozenset(item.text for item in node.items)
        for file, table in sources.items()
        for key, node in table.items()
        if node.kind == "list"
    }
    for key, node in {**sources["imbuhan"], **sources["nama"]}.items():
        for name, below, _, _ in node.entries:
            if below.kind == "list":
                lists[f"{key}.{name}"] = frozenset(item.text for item in below.items)
    tables = {f"{file}.{key}": _table(node) for file, table in sources.items() for key, node in table.items()}
    litter = tuple(item.text for item in sources["gaya"]["sampah"].items)
    return Lexicon(words, frozen, lists, tables, litter, frozenset(words), frozenset(frozen))


def _possessive(entry: Entry) -> Entry:
    better = entry.better + "nya" if entry.safe else entry.better
    return Entry(entry.form + "nya", entry.code, better, entry.safe)


def load_list(name: str) -> dict[str, Node]:
    path = LISTS / f"{name}.yaml"
    node = read_yaml(path.read_text(encoding="utf-8"), path.name).value
    return {key: value for key, value, _, _ in node.entries}


def _table(node: Node) -> dict[str, str]:
    return {
        key: value.text if value.kind != "list" else "|".join(item.text for item in value.items)
        for key, value, _, _ in node.entries
    }


def _entries(sources: dict[str, dict[str, Node]]) -> Iterable[Entry]:
    """Every form of every list."""
    kata, joined, affix, style = sources["kata"], sources["gabungan"], sources["imbuhan"], sources["gaya"]
    for key, code in (("pasti", "EJA103"), ("periksa", "EJA104")):
        yield from (Entry(form, code, better) for form, better in _table(kata[key]).items())
    yield from (Entry(form, "EJA105", better, False) for form, better in _table(kata["saran"]).items())
    for key, code in (("pisah", "EJA110"), ("rangkai", "EJA110"), ("pun", "EJA112"), ("per", "EJA112")):
        yield from (Entry(form, code, better) for form, better in _table(joined[key]).items())
    yield from (Entry(form, "EJA111", better) for form, better in _table(affix["tetap"]).items())
    yield from _melted(affix["luluh"])
    yield from (Entry(item.text[:-1] + "p", "EJA103", item.text) for item in affix["akhiran_if"].items)
    for prefix, key in (("di", "tempat_di"), ("ke", "tempat_ke")):
        for item in affix[key].items:
            yield Entry(prefix + item.text, "EJA106", f"{prefix} {item.text}")
    yield from (Entry(form, "EJA113", better, False) for form, better in _table(style["asing"]).items())
    for form, better in _table(style["mubazir"]).items():
        yield Entry(form, "EJA114", better.removeprefix("="), better.startswith("="))


def _melted(node: Node) -> Iterable[Entry]:
    """mengkoordinasikan → mengoordinasikan, pensosialisasian → penyosialisasian: the first letter melts."""
    for letter, stems, _, _ in node.entries:
        verb, noun, melted = _NASAL[letter]
        for stem in stems.items:
            rest = stem.text[1:]
            for prefix in (verb, noun):
                right = prefix[:-1] + melted if melted else prefix
                yield Entry(prefix + stem.text, "EJA111", right + rest)
            right = noun[:-1] + melted if melted else noun
            yield Entry(f"{noun}{stem.text.removesuffix('kan')}an", "EJA111", f"{right}{rest.removesuffix('kan')}an")


def words_of(lexicon_list: Iterable[str]) -> str:
    """An alternation of a list for an expression, longest first."""
    return "|".join(re.escape(word) for word in sorted(lexicon_list, key=lambda w: (-len(w), w)))
