"""Numbers of press releases: the schemes of issuers, what a number says, the next one. Pure.

A scheme is a pattern such as `{urut}/SP/{unit:POLKAM}/{bulan}/{tahun}`; `profiles` holds those of known issuers, and an
agency may write its own as `profil_nomor`. Numbers are kept as they were written; what they mean stands beside them.
"""

from lintas.numbering.following import next_number
from lintas.numbering.model import Number, Parts, Profile, key, squeeze
from lintas.numbering.parsing import find, parse, parse_as
from lintas.numbering.patterns import render, tokens
from lintas.numbering.profiles import PROFILES, profile

__all__ = [
    "PROFILES",
    "Number",
    "Parts",
    "Profile",
    "find",
    "key",
    "next_number",
    "parse",
    "parse_as",
    "profile",
    "render",
    "squeeze",
    "tokens",
]
