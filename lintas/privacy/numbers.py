"""Which digits are a person's: NIK and KK, NPWP, mobile numbers; and e-mail addresses at private providers. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lintas.wilayah import find, moved

_SEPARATORS = b" .-\xc2\xa0"  # what people put between groups of digits; the last two bytes are a no-break space
_ZEROS = bytes(0x30 if 0x30 <= byte <= 0x39 else byte for byte in range(256))
_LEAST = b"0" * 10  # the shortest number looked for is a mobile number of ten digits
_LONG = b"0" * 15  # the others have at least as many
_MOBILE_BYTES = re.compile(rb"(?:0|62)8[1-9][0-9]{7}")

_SPACE = r"[ .\-\u00a0]"
_SIXTEEN = re.compile(
    r"(?<![0-9A-Fa-f])(?<![0-9][.])(?:"
    r"[0-9]{16}"
    rf"|[0-9]{{4}}(?P<a>{_SPACE})[0-9]{{4}}(?P=a)[0-9]{{4}}(?P=a)[0-9]{{4}}"
    rf"|[0-9]{{6}}(?P<b>{_SPACE})[0-9]{{6}}(?P=b)[0-9]{{4}}"
    rf"|[0-9]{{6}}{_SPACE}[0-9]{{10}}|[0-9]{{12}}{_SPACE}[0-9]{{4}}"
    rf"|[0-9]{{2}}(?P<c>{_SPACE})[0-9]{{2}}(?P=c)[0-9]{{2}}(?P=c)[0-9]{{6}}(?P=c)[0-9]{{4}}"
    rf"|[0-9]{{2}}(?P<d>{_SPACE})(?:[0-9]{{2}}(?P=d)){{5}}[0-9]{{4}}"
    rf"|[0-9](?P<e>{_SPACE})(?:[0-9](?P=e)){{14}}[0-9]"
    r")(?![0-9A-Fa-f])"
)
_NPWP = re.compile(
    r"(?<![0-9])[0-9]{2}[. ][0-9]{3}[. ][0-9]{3}[. ][0-9][-. ][0-9]{3}[. ][0-9]{3}(?![0-9])"
    r"|(?i:(?<=npwp)|(?<=npwp[ :.=])|(?<=npwp[:.=] ))[0-9]{15,16}(?![0-9])"
)
_MOBILE = re.compile(
    r"(?<![0-9A-Za-z+.,/_-])(?:\+62|62|0)[ .\-]?8(?:1[1-9]|2[1-38]|3[1238]|5[1235-9]|7[6-9]|8[1-9]|9[5-9])"
    r"(?:[ .\-]?[0-9]){6,9}(?![0-9A-Za-z_])"
)
_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_PRIVATE = frozenset(
    "gmail.com googlemail.com yahoo.com yahoo.co.id ymail.com rocketmail.com hotmail.com hotmail.co.id outlook.com "
    "outlook.co.id live.com msn.com icloud.com me.com proton.me protonmail.com aol.com mail.com gmx.com".split()
)
_NIK_WORDS = re.compile(r"(?<![a-z])(?:nik|no_?nik|ktp|kk|no_?kk|kartu keluarga|induk kependudukan)(?![a-z])", re.I)
_NEAR = 40  # characters before a number in which a word may say what it is
_OLD_PROVINCE = "54"  # Timor Timur: numbers given there go on being used


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text that is, or looks like, personal data. `kind`: nik, mirip-nik, npwp, hp, surel."""

    kind: str
    start: int
    end: int
    text: str


def suspicious(data: bytes) -> bool:
    """Whether a closer look is worth while: a cheap test over bytes that is never wrong in the clean direction."""
    if b"@" in data:
        return True
    zeros = data.translate(_ZEROS, _SEPARATORS)
    if _LEAST not in zeros:
        return False
    return _LONG in zeros or _MOBILE_BYTES.search(data.translate(None, _SEPARATORS)) is not None


def hits(text: str, *, about: str = "") -> Iterator[Hit]:
    """Personal data in `text`, first by kind, then by place. `about`: name of the column the text stands in."""
    named = bool(_NIK_WORDS.search(about.replace("_", " ")))
    taken: list[tuple[int, int]] = []
    for match in _NPWP.finditer(text):
        taken.append(match.span())
        yield Hit("npwp", *match.span(), match[0])
    for match in _SIXTEEN.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        digits = "".join(filter(str.isdigit, match[0]))
        kind = nik(digits, named=named or bool(_NIK_WORDS.search(text[max(0, match.start() - _NEAR) : match.start()])))
        if kind:
            taken.append(match.span())
            yield Hit(kind, *match.span(), match[0])
    for match in _MOBILE.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            yield Hit("hp", *match.span(), match[0])
    if "@" in text:
        for match in _MAIL.finditer(text):
            if match[1].casefold() in _PRIVATE:
                yield Hit("surel", *match.span(), match[0])


def sixteens(text: str) -> int:
    """How many numbers of sixteen digits there are, whatever they mean."""
    return sum(1 for _ in _SIXTEEN.finditer(text))


def nik(digits: str, *, named: bool = False) -> str:
    """nik when the sixteen digits are built like a NIK or KK of a known kecamatan, mirip-nik when of a known
    kabupaten/kota only, else "". Numbers that a word calls NIK need only a prefix that has ever been possible."""
    day, month = int(digits[6:8]), int(digits[8:10])
    if not (1 <= day <= 31 or 41 <= day <= 71) or not 1 <= month <= 12 or digits[12:] == "0000":
        return ""
    province, regency, district = digits[:2], f"{digits[:2]}.{digits[2:4]}", digits[4:6]
    if district == "00":
        return ""
    if find(f"{regency}.{district}") is not None or moved(regency) is not None:
        return "nik"
    known = find(province) is not None or province == _OLD_PROVINCE
    if named and known and (1 <= int(digits[2:4]) <= 39 or 71 <= int(digits[2:4]) <= 79):
        return "nik"
    return "mirip-nik" if find(regency) is not None else ""
