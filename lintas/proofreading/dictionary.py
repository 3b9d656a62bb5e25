"""A hunspell dictionary of the system, read by spylls: an optional extra (effect: reads its two files).

Dictionaries of stems know few of the forms that officials write (kewilayahan, berkomitmen, terwujudnya). So a word is
first stripped of its affixes here, which also takes microseconds where spylls takes milliseconds; spylls has the last
word. Near words are found by a bounded search of our own.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from lintas.diagnostics import Outcome, Span, fault
from lintas.proofreading.stems import BOUND, stems

NAME = "id_ID"
_PLACES = ("/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell")
_OWN_PLACES = ("/opt/homebrew/share/hunspell", "/Library/Spelling")
_HOME = ("Library/Spelling", ".local/share/hunspell")
_LARGEST = 20_000_000  # bytes of a file of the dictionary
_LETTERS = "aeinrtskumgldpbohyjcwfvzqx"
_LONGEST = 30  # letters of a word for which near ones are looked for
_NEAR = 3


class Dictionary:
    """Knows words, and words near an unknown one. `extra` are words known from elsewhere."""

    __slots__ = ("_asked", "_lookup", "_words")

    def __init__(self, spelling: Any) -> None:
        barred = {flag for flag in (spelling.aff.FORBIDDENWORD,) if flag}
        self._words = frozenset(word.stem for word in spelling.dic.words if not barred & set(word.flags or ()))
        self._lookup = spelling.lookup
        self._asked: dict[str, bool] = {}

    def knows(self, word: str, extra: Collection[str] = ()) -> bool:
        """Whether a word in small letters is one, with or without affixes."""
        return self._plain(word, extra) or self._full(word)

    def _plain(self, word: str, extra: Collection[str]) -> bool:
        return any(stem in self._words or stem in extra for stem in stems(word))

    def _full(self, word: str) -> bool:
        """What spylls says, asked once for each word."""
        if word not in self._asked:
            self._asked[word] = bool(self._lookup(word))
        return self._asked[word]

    def near(self, word: str, extra: Collection[str] = ()) -> tuple[str, ...]:
        """A few known words one slip away, the likelier slips first; none for a very long word."""
        if len(word) > _LONGEST:
            return ()
        joined = (f"{one} {two}" for one, two in _cuts(word) if one in self._words and two in self._words)
        slips = [slip for slip in dict.fromkeys(_slips(word)) if self._plain(slip, extra)]
        sure = [slip for slip in slips if slip in self._words or slip in extra or self._full(slip)]
        likely = sure or [slip for slip in slips if any(stem in self._words for stem in stems(slip, bound=False))]
        return tuple(islice((*joined, *likely), _NEAR))


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """A space that was forgotten, between words of three letters or more."""
    return ((word[:at], word[at:]) for at in range(3, len(word) - 2) if word[:at] not in BOUND)


def _slips(word: str) -> Iterator[str]:
    """Two letters changed about, one too many, one too few, one wrong."""
    size = len(word)
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(size - 1))
    yield from (word[:at] + word[at + 1 :] for at in range(size))
    yield from (word[:at] + letter + word[at:] for at in range(size + 1) for letter in _LETTERS)
    yield from (word[:at] + letter + word[at + 1 :] for at in range(size) for letter in _LETTERS)


def places() -> tuple[Path, ...]:
    """Where the dictionary may lie: DICPATH as hunspell reads it, then the usual places."""
    own = [Path(place) for place in os.environ.get("DICPATH", "").split(os.pathsep) if place]
    if own:
        return tuple(own)
    home = [Path.home() / place for place in _HOME]
    return (*(Path(place) for place in (*_PLACES, *_OWN_PLACES)), *home)


def load_dictionary() -> Outcome[Dictionary | None]:
    """The dictionary, or None and what is missing: EJA904 the library, EJA905 the files, EJA906 whole ones."""
    try:
        from spylls.hunspell import Dictionary as Spelling  # optional, and not needed by a build
    except ImportError:
        return Outcome(None, (fault("EJA904", Span("")),))
    stem = next((place / NAME for place in places() if _pair(place / NAME)), None)
    if stem is None:
        return Outcome(None, (fault("EJA905", Span(""), name=NAME),))
    try:
        return Outcome(Dictionary(Spelling.from_files(str(stem))))
    except Exception as error:  # whatever a faulty file makes of the library's reader
        return Outcome(None, (fault("EJA906", Span(""), file=stem, kind=type(error).__name__),))


def _pair(stem: Path) -> bool:
    files = [stem.with_suffix(ending) for ending in (".aff", ".dic")]
    return all(file.is_file() and file.stat().st_size <= _LARGEST for file in files)
