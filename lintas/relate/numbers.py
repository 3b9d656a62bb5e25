"""The register of numbers: which issuer gave which number to which release, over all releases that were written.

Drafts and releases that wait for their time are in it, because they hold their numbers; so nothing of it but the parts
of visible releases may be published.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from lintas.model import Instansi, Ref, Settings, SiaranPers
from lintas.numbering import Number, Profile, parse, parse_as, profile, squeeze
from lintas.numbering.profiles import PROFILES

_YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20\d\d)(?!\d)")
_LONG = re.compile(r"(?:(?<=/)|^)([A-Za-z]{0,6}[.-]?)\d{3,}(?=/|$|\.?[A-Za-z]{1,8}(?:/|$))")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_UNITS = frozenset({"ksda"})  # one scheme of many offices, each with a sequence of its own


@dataclass(frozen=True, slots=True)
class Held:
    """One number of one release. Where the scheme is none that is known, `number` is None and `issuer` is ""."""

    release: SiaranPers
    ref: Ref
    number: Number | None = None
    issuer: str = ""  # what the sequence belongs to
    name: str = ""  # of the issuer, for readers
    own: Profile | None = None  # the scheme, where the portal's settings give it to an institution of the release

    @property
    def key(self) -> tuple[str, int, int]:
        """What must be unique: issuer, year, sequence; of an unknown scheme the number without blanks and zeros."""
        if self.number is None:
            return (f"?{_ZEROS.sub('', squeeze(self.ref.text)).casefold()}", 0, 0)
        parts = self.number.parts
        return (self.issuer, parts.year or int(self.release.year or 0), parts.sequence)


@dataclass(frozen=True, slots=True)
class Register:
    """All numbers in the order of the releases' paths, and the schemes of the portal's institutions by slug."""

    held: tuple[Held, ...]
    schemes: Mapping[str, Profile]
    releases: tuple[SiaranPers, ...] = ()

    def parts(self) -> dict[str, tuple[str, str, str]]:
        """Path → issuers, sequences and years of its numbers, each joined by semicolons; for the dataset."""
        return {path: _parts(tuple(group)) for path, group in groupby(self.held, lambda held: held.release.path)}


def _parts(held: tuple[Held, ...]) -> tuple[str, str, str]:
    known = [each.number.parts for each in held if each.number]
    return (
        "; ".join(each.name for each in held if each.name),
        "; ".join(str(parts.sequence) for parts in known),
        "; ".join(str(parts.year) for parts in known if parts.year),
    )


def register(settings: Settings, institutions: tuple[Instansi, ...], releases: tuple[SiaranPers, ...]) -> Register:
    """Read every number once."""
    schemes = _schemes(settings, institutions)
    reader = _Reader(schemes, {i.slug: i.name for i in institutions}, settings)
    return Register(tuple(reader.held(r, ref) for r in releases for ref in r.numbers), schemes, releases)


def _schemes(settings: Settings, institutions: Iterable[Instansi]) -> dict[str, Profile]:
    """Slug of an institution → its scheme; under the agency's slug ("" where none is named) that of the settings."""
    given = [(settings.agency, settings.number_profile), *((i.slug, i.number_profile) for i in institutions)]
    return {slug: found for slug, text in given if text and (found := profile(text))}


class _Reader:
    """State: which scheme numbers of one shape follow, so that thirteen schemes are tried once for each shape."""

    def __init__(self, schemes: Mapping[str, Profile], names: Mapping[str, str], settings: Settings) -> None:
        self.schemes, self.names, self.agency, self.title = schemes, names, settings.agency, settings.title
        self._shared = Counter(scheme.key for scheme in self.schemes.values())
        self._owners = {scheme.key: slug for slug, scheme in self.schemes.items() if self._shared[scheme.key] == 1}
        self._issuers = {each.key: each.issuer for each in PROFILES}
        self._shapes: dict[tuple[str, str], Profile | None] = {}

    def held(self, release: SiaranPers, ref: Ref) -> Held:
        own, shape = self._own(release), _shape(ref.text)
        for slug, scheme in own:
            number = self._exactly(scheme, ref.text, shape)
            if number:
                return self._by(slug, scheme, Held(release, ref, number))
        number = self._any(ref.text, own[0][1] if own else None, shape)
        if number is None:
            return Held(release, ref)
        for slug, scheme in own:
            if scheme.key == number.profile:
                return self._by(slug, scheme, Held(release, ref, number))
        return self._foreign(Held(release, ref, number), number)

    def _own(self, release: SiaranPers) -> list[tuple[str, Profile]]:
        """The schemes that a number of the release may follow: those of its institutions, else the agency's."""
        slugs = [ref.text for ref in release.institutions] or [self.agency]
        found = [(slug, self.schemes[slug]) for slug in slugs if slug in self.schemes]
        return found or ([("", self.schemes[""])] if "" in self.schemes else [])

    def _by(self, slug: str, scheme: Profile, held: Held) -> Held:
        issuer = f"{scheme.key}@{slug}" if self._shared[scheme.key] > 1 else scheme.key
        name = self.names.get(slug) or scheme.issuer or self.title
        return Held(held.release, held.ref, held.number, issuer, name, scheme)

    def _foreign(self, held: Held, number: Number) -> Held:
        issuer = f"{number.profile}@{number.parts.unit}" if number.profile in _UNITS else number.profile
        owner = self._owners.get(number.profile, "")
        name = self.names.get(owner) or self._issuers.get(number.profile, "")
        return Held(held.release, held.ref, number, issuer, name)

    def _exactly(self, scheme: Profile, text: str, shape: str) -> Number | None:
        place = (shape, scheme.key)
        if self._shapes.get(place, scheme) is None:
            return None
        number = parse_as(scheme, text)
        exact = number is not None and number.exact
        self._shapes[place] = scheme if exact else None
        return number if exact else None

    def _any(self, text: str, prefer: Profile | None, shape: str) -> Number | None:
        place = (shape, f"*{prefer.key if prefer else ''}")
        if place in self._shapes:
            known = self._shapes[place]
            number = parse_as(known, text) if known else None
            if number is not None or known is None:
                return number
        number = parse(text, prefer)
        self._shapes[place] = self._scheme(number, prefer)
        return number if number and number.profile else None

    def _scheme(self, number: Number | None, prefer: Profile | None) -> Profile | None:
        if number is None or not number.profile:
            return None
        return prefer if prefer and prefer.key == number.profile else profile(number.profile)


def _shape(text: str) -> str:
    """What numbers of one scheme have in common: the year and long sequences are left out."""
    return _LONG.sub(r"\1#", _YEAR.sub("Y", squeeze(text)))
