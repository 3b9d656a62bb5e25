"""The words of one language, for all that writes a page: interface texts, and how numbers and dates are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lintas import formatting
from lintas.formatting import Formatter


class Words(Mapping[str, str]):
    """`words[key]` is a text of the interface; `words.form.number(x)` writes as `words.lang` does."""

    __slots__ = ("_texts", "form", "lang")

    lang: str  # "id", "en"
    form: Formatter

    def __init__(self, lang: str, texts: Mapping[str, str]) -> None:
        self.lang = lang
        self.form = formatting.of(lang)
        self._texts = dict(texts)

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def counted(self, key: str, n: int, **more: str) -> str:
        """A text about a number; where a language tells one from many, the text has both forms: "{n} row|{n} rows"."""
        one, _, many = self._texts[key].partition("|")
        return (one if n == 1 or not many else many).format(n=self.form.number(n), **more)
