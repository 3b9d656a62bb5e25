"""Releases as PDF, as a cached step: set anew when something that is printed changed, never otherwise."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.execute import Means, Step, run
from lintas.model import PaperFacts, SiaranPers, Source
from lintas.packing import digest_of, packer
from lintas.presenting.letter import address_of, complete, letter, shared_words, wanted
from lintas.relate import Site
from lintas.rendering import strings
from lintas.sources import read
from lintas.steps import body_key
from lintas.typesetting import Letter
from lintas.wording import Words

_NAMED = 8  # signs that a finding names
_PACK = packer(Letter)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter to set. Its prose is there only when it has to be set."""

    key: str
    path: str  # site path of the PDF
    letter: Letter


def _key(sheet: Sheet) -> str:
    return sheet.key


def _typeset(root: str, sheet: Sheet) -> tuple[Outcome[PaperFacts | None], bytes | None]:
    from lintas.pictures import printed
    from lintas.typesetting.compiling import Refused, typeset

    letter = sheet.letter
    files = {p.path: printed(read(root, Source(p.path, "media", p.digest, 0)), p.path) for p in letter.pictures}
    span = Span(letter.path)
    try:
        paper = typeset(letter, files)
    except Refused as error:
        return Outcome(None, (fault("PDF101", span, reason=error),)), None
    facts = PaperFacts(letter.path, sheet.path, sheet.key, len(paper.data), hashlib.sha256(paper.data).hexdigest())
    return Outcome(facts, tuple(_lacking(span, paper.missing))), paper.data


def _lacking(span: Span, signs: tuple[str, ...]) -> Iterator[Diagnostic]:
    if signs:
        named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs[:_NAMED])
        yield fault("PDF102", span, signs=named + (", …" if len(signs) > _NAMED else ""))


PRINT = Step("pdf", PaperFacts, _typeset, _key, 0.03)


def typeset_releases(site: Site, theme: Path, means: Means) -> Outcome[tuple[PaperFacts, ...]]:
    """The PDF of each release that gets one; a release that cannot be set has none, and a finding."""
    words = functools.cache(functools.partial(_words, theme))
    shared = functools.cache(lambda language: digest_of(*shared_words(words(language))))
    sheets = [_sheet(site, r, words(r.language), shared(r.language)) for r in wanted(site)]
    known = means.store.records(PRINT.name) if sheets else {}
    digests = {release.path: release.digest for release in site.releases}

    def ready(sheet: Sheet) -> Sheet:
        if sheet.key in known:
            return sheet
        path = sheet.letter.path
        html = means.store.body(body_key(path, digests[path])).decode()  # its figures stand in the letter
        return replace(sheet, letter=complete(sheet.letter, html, words(sheet.letter.language)))

    made, found = run(PRINT, [ready(sheet) for sheet in sheets], means)
    return Outcome(tuple(made), tuple(found))


def _words(theme: Path, language: str) -> Words:
    """The texts of the interface in the language of a release; Indonesian where the theme has none."""
    return Words(language, {**strings(theme, "id"), **(strings(theme, language) if language != "id" else {})})


def _sheet(site: Site, release: SiaranPers, words: Words, shared: str) -> Sheet:
    """The key is everything that is printed: the letter, the words (by `shared`), and by its digest the prose."""
    made = letter(site, release, words)
    return Sheet(digest_of("pdf", release.digest, _PACK(made), shared), address_of(release), made)
