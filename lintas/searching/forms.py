"""Forms of Indonesian words that the index's own stemmer keeps apart: mengelola, kelola, dikelola.

Pagefind stems as Snowball does, without a dictionary: layanan and pelayanan meet, but kelola becomes "lola" and
mengelola "elola". Forms are joined where stripping one of its affixes gives another word of the same portal; a text
with one of them is then also found by a word of each other stem.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

_SHORTEST, _LONGEST = 4, 30  # letters of a word that is looked at
_SWALLOWED = (("meng", "k"), ("peng", "k"), ("men", "t"), ("pen", "t"))  # what may be gone before a vowel


@dataclass(frozen=True, slots=True)
class Forms:
    """Families of words, each with one word for each of its stems."""

    known: Mapping[str, tuple[str, str]]  # word → (root of its family, stem); none of families with one stem
    words: Mapping[str, tuple[tuple[str, str], ...]]  # root → (stem, word)

    @classmethod
    def of(cls, vocabulary: Iterable[str]) -> Forms:
        """`vocabulary`: all words of the portal in small letters."""
        import snowballstemmer

        known = {word for word in vocabulary if _SHORTEST <= len(word) <= _LONGEST and word.isalpha()}
        parents = {word: _parent(word, known) for word in sorted(known)}
        families: dict[str, set[str]] = defaultdict(set)
        for word in parents:
            families[_root(word, parents)].update((word, parents[word]))
        stem = snowballstemmer.stemmer("indonesian").stemWord
        of, chosen = {}, {}
        for root, family in sorted(families.items()):
            stemmed = {word: stem(word) for word in sorted(family, reverse=True)}
            kept = {key: word for word, key in stemmed.items()}
            if len(kept) > 1:
                of.update({word: (root, key) for word, key in stemmed.items()})
                chosen[root] = tuple(sorted(kept.items()))
        return cls(of, chosen)

    def lacking(self, words: AbstractSet[str]) -> tuple[str, ...]:
        """A word for each stem that belongs to a family of these words and is none of theirs."""
        own: dict[str, set[str]] = {}
        for word in self.known.keys() & words:
            root, stem = self.known[word]
            own.setdefault(root, set()).add(stem)
        return tuple(sorted(word for root, there in own.items() for key, word in self.words[root] if key not in there))


def _parent(word: str, known: set[str]) -> str:
    """The longest word of the portal that `word` is made from; else the root that its prefix may hide; else itself."""
    from lintas.proofreading.stems import stems

    made_from = [stem for stem in stems(word, bound=False) if stem != word and stem in known]
    return max(made_from, key=len, default="") or _hidden(word) or word


def _hidden(word: str) -> str:
    """kelola of mengelola, tata of penataan, although no text has the bare word."""
    for prefix, letter in _SWALLOWED:
        rest = word.removeprefix(prefix)
        if rest != word and rest[0:1] in tuple("aeiou") and len(rest) >= _SHORTEST:
            for suffix in ("kan", "an"):
                if rest.endswith(suffix) and len(rest) - len(suffix) >= _SHORTEST - 1:
                    return letter + rest.removesuffix(suffix)
            return letter + rest
    return ""


def _root(word: str, parents: Mapping[str, str]) -> str:
    while (parent := parents.get(word, word)) != word:
        word = parent
    return word
