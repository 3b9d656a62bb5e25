"""Who is quoted in a release, compared with the people that its front matter names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Orang, Ref
from lintas.reader import near


def check_speakers(path: str, speakers: Iterable[Ref], people: tuple[Orang, ...]) -> Iterator[Diagnostic]:
    """SIA229: a speaker whom `orang` does not name. SIA230: the role differs from the one given there."""
    for ref in speakers:
        span = Span(path, ref.line, ref.column)
        person = find(ref.text, people)
        if person is None:
            name = ref.text.partition(",")[0].strip()
            yield fault("SIA229", span, name=name, hint=near(name, [each.name for each in people]))
            continue
        role = ref.text[len(person.name) :].strip(" ,")
        if role and person.role and _plain(role) != _plain(person.role):
            yield fault("SIA230", span, name=person.name, role=role, expected=person.role)


def find(speaker: str, people: Iterable[Orang]) -> Orang | None:
    """The person with whose name "Name, role" begins; of several the one with the longest name.

    Names have commas of their own ("Dr. A. Budi, S.H., M.H."), so that the text cannot simply be split.
    """
    fitting = [each for each in people if _begins(speaker, each.name)]
    return max(fitting, key=lambda each: len(each.name), default=None)


def _begins(speaker: str, name: str) -> bool:
    start, rest = speaker[: len(name)], speaker[len(name) :].lstrip()
    return bool(name) and start.casefold() == name.casefold() and (not rest or rest[0] == ",")


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" .").casefold()
