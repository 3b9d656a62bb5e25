"""Indonesian word forms without their affixes: what a dictionary of stems has to be asked for."""

from __future__ import annotations

from collections.abc import Iterator

_CLITICS = ("nya", "lah", "kah", "pun", "tah", "ku", "mu")
_SUFFIXES = ("kan", "an", "i")
# Longest first. The second part is what the prefix may have swallowed: menyusun has lost an s.
_PREFIXES = (
    ("ketidak", ("",)), ("kese", ("",)), ("berse", ("",)), ("perse", ("",)),
    ("memper", ("",)), ("diper", ("",)), ("keber", ("",)), ("keter", ("",)),
    ("berke", ("",)), ("seper", ("",)),
    ("pember", ("",)), ("pemer", ("",)),
    ("penge", ("",)), ("menge", ("",)), ("teper", ("",)), ("berpe", ("",)),
    ("meny", ("s",)), ("peny", ("s",)), ("meng", ("", "k")), ("peng", ("", "k")), ("mem", ("", "p")),
    ("pem", ("", "p")), ("men", ("", "t")), ("pen", ("", "t")), ("ber", ("",)), ("ter", ("",)), ("per", ("",)),
    ("bel", ("",)), ("pel", ("",)), ("me", ("",)), ("pe", ("",)), ("be", ("",)), ("te", ("",)), ("di", ("",)),
    ("ke", ("",)), ("se", ("",)), ("ku", ("",)), ("kau", ("",)),
)  # fmt: skip
BOUND = (
    "antar", "pasca", "pra", "non", "multi", "sub", "semi", "anti", "swa", "nir", "supra", "intra", "infra", "ultra",
    "hiper", "tuna", "maha", "mikro", "makro", "mono", "tele", "bio", "geo", "agro", "eko", "lintas", "inter", "trans",
    "adi", "purna", "dwi", "tri", "eka", "auto", "oto", "ekstra", "sosio", "re", "de", "ko",
)  # fmt: skip
_SHORTEST = 4  # letters of a stem below affixes; below a clitic alone three are enough


def stems(word: str, bound: bool = True) -> Iterator[str]:
    """The word itself, then what is left of it without clitics, suffixes, prefixes and, if wanted, bound forms."""
    seen = {word}
    yield word
    for bare in _bare(word):
        for stem in (bare, *_unprefixed(bare), *(_unbound(bare) if bound else ())):
            if stem not in seen:
                seen.add(stem)
                yield stem


def _bare(word: str) -> Iterator[str]:
    """Without clitic, then without suffix as well."""
    whole = [word]
    for clitic in _CLITICS:
        if word.endswith(clitic) and len(word) >= len(clitic) + 3:
            whole.append(word[: -len(clitic)])
    for form in whole:
        yield form
        for suffix in _SUFFIXES:
            if form.endswith(suffix) and len(form) >= len(suffix) + _SHORTEST:
                yield form[: -len(suffix)]


def _unprefixed(form: str) -> Iterator[str]:
    for prefix, swallowed in _PREFIXES:
        if form.startswith(prefix):
            rest = form[len(prefix) :]
            for letter in swallowed:
                stem = letter + rest
                if (
                    len(stem) >= _shortest(prefix, stem)
                    and _may_follow(prefix, stem)
                    and (letter or _stays(prefix, stem))
                ):
                    yield stem
                    if prefix in ("di", "se", "ter"):
                        yield from (inner for inner in _inner(stem) if len(inner) >= _SHORTEST)


def _unbound(form: str) -> Iterator[str]:
    """antarbus, pascakebakaran, diinternalisasi; two letters such as re- bind whole stems alone."""
    for bound in BOUND:
        rest = form[len(bound) :]
        if form.startswith(bound) and len(rest) >= (3 if len(bound) > 3 else _SHORTEST):
            yield rest
            if len(bound) > 2:
                yield from _unprefixed(rest)


def _stays(prefix: str, stem: str) -> bool:
    """Whether a nasal leaves the first letter where it is: memproduksi, but memakai."""
    return prefix[-1] not in "mng" or stem[0] not in "ptsk" or stem[1] not in "aiueo"


def _shortest(prefix: str, stem: str) -> int:
    """eja, isi, uji take some prefixes whole; of other short stems too much would pass."""
    return 3 if prefix in ("di", "meng", "peng") and stem[:1] in tuple("aeiou") else _SHORTEST


def _inner(stem: str) -> Iterator[str]:
    """A second prefix: dipertahankan, seberuntung, terpelihara."""
    for prefix in ("per", "ber", "pe", "ke"):
        if stem.startswith(prefix):
            yield stem[len(prefix) :]


_NASAL = {
    "te": "r",
    "be": "rk",
    "mem": "bfpv",
    "pem": "bfpv",
    "men": "cdjtzs",
    "pen": "cdjtzs",
    "me": "lmnrwyk",
    "pe": "lmnrwydsjbktc",
}


def _may_follow(prefix: str, stem: str) -> bool:
    """Whether the nasal of the prefix fits: menkritik and mepakai are no forms."""
    if prefix in ("meng", "peng"):
        return stem[0] in "aiueoghkx"
    return prefix not in _NASAL or stem[0] in _NASAL[prefix]
