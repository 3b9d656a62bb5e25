"""Which digits are a person's: NIK and KK, NPWP, mobile numbers; and e-mail addresses at private providers. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lintas.privacy.plain import maybe_odd, plain, wrapped
from lintas.wilayah import find, moved

_DROPPED = b" .-_/:'()*`~\t\\" + bytes(range(0x80, 0x100))  # what may stand between groups of digits
_ZEROS = bytes(0x30 if 0x30 <= byte <= 0x39 else byte for byte in range(256))
_WIDER = _DROPPED + b",;|\n"  # what may do so where a word says that a NIK follows
_LEAST = b"0" * 10  # the shortest number looked for is a mobile number of ten digits
_LONG = b"0" * 15  # the others have at least as many
_MOBILE_BYTES = re.compile(rb"(?:0|62)8[1-9][0-9]{7}")
_ADDRESS_BYTES = (b"@", b"gmail", b"yahoo", b"hotmail", b"outlook", b"icloud", b"ymail", b"rocketmail", b"proton")
_WORD_BYTES = re.compile(rb"(?<![a-z])(?:e?-?ktp|nikk?|kk|kitas|kependudukan|keluarga|penduduk)(?![a-z])")
_WORD_PARTS = (b"nik", b"ktp", b"kk", b"kitas", b"kependudukan", b"keluarga", b"penduduk")

_SPACE = r"(?: ?[.\-_/:'] ?| {1,3})"
_ONCE = r"(?: ?[\-_/:'] ?| {1,3})"  # a single dot makes it a decimal fraction
_SIXTEEN = re.compile(
    r"(?<![0-9])(?<![0-9][.])(?:"
    r"[0-9]{16}(?:0{6})?"
    rf"|[0-9]{{4}}(?P<a>{_SPACE})[0-9]{{4}}(?P=a)[0-9]{{4}}(?P=a)[0-9]{{4}}"
    rf"|[0-9]{{6}}(?P<b>{_SPACE})[0-9]{{6}}(?P=b)[0-9]{{4}}"
    rf"|[0-9]{{6}}{_ONCE}[0-9]{{10}}|[0-9]{{12}}{_ONCE}[0-9]{{4}}|[0-9]{{8}}{_ONCE}[0-9]{{8}}"
    rf"|[0-9]{{2}}(?P<c>{_SPACE})[0-9]{{2}}(?P=c)[0-9]{{2}}(?P=c)[0-9]{{6}}(?P=c)[0-9]{{4}}"
    rf"|[0-9]{{2}}(?P<d>{_SPACE})(?:[0-9]{{2}}(?P=d)){{5}}[0-9]{{4}}"
    rf"|[0-9]{{2}}(?P<g>{_SPACE})(?:[0-9]{{2}}(?P=g)){{6}}[0-9]{{2}}"
    rf"|[0-9](?P<e>{_SPACE})(?:[0-9](?P=e)){{14}}[0-9]"
    r"|[0-9][.,][0-9]{15}[eE][+]?15"
    r")(?![0-9])"
)
_ANYHOW = re.compile(r"(?<![0-9])[0-9](?:[ .,;|\-_/:'\n\t]{0,3}[0-9]){15}(?![0-9])")  # where a word says what it is
_NPWP = re.compile(
    r"(?<![0-9])[0-9]{2}(?P<f>[. \-])[0-9]{3}(?P=f)[0-9]{3}(?P=f)[0-9][-. ][0-9]{3}[. \-][0-9]{3}(?![0-9])"
)
_FIFTEEN = re.compile(r"(?<![0-9])[0-9](?:[ .\-]?[0-9]){14,15}(?![0-9])")
_MOBILE = re.compile(
    r"(?<![0-9+.,-])(?:(?:\+|00)?62[ .\-]?(?:\(0\)|0)?|\(?0)[ .\-(]{0,2}8"
    r"(?:1[1-9]|2[1-38]|3[1238]|5[1235-9]|7[6-9]|8[1-9]|9[5-9])"
    r"(?:[ )]{0,2}[ .\-/]?[ ]?[0-9]){6,9}(?![0-9A-Za-z_])"
)
_SHORT_MOBILE = re.compile(
    r"(?<![0-9A-Za-z+.,/_-])8(?:1[1-9]|2[1-38]|3[1238]|5[1235-9]|7[6-9]|8[1-9]|9[5-9])[0-9]{6,9}(?![0-9])"
)
_CALLED = re.compile(r"(?:^|[^a-z])(?:hp|wa|tel|telp|telepon|phone|no|p|foto|img|wa[.]me|kontak)[_/:.\- ]?$", re.I)
_AT = r"(?:@| ?[\[({<] ?(?:at|et|@|pada) ?[\])}>] ?| @ ?|@ )"
_DOT = r"(?:[.]| ?[\[({<] ?(?:dot|titik|[.]) ?[\])}>] ?| dot | titik )"
_MAIL = re.compile(
    rf"[A-Za-z0-9._%+-]{{1,64}}{_AT}((?:[A-Za-z0-9-]{{1,63}})(?:{_DOT}[A-Za-z0-9-]{{2,63}}){{1,4}})", re.I
)
_PRIVATE = re.compile(
    r"(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|proton|protonmail|aol|gmx|yandex|zoho"
    r"|tutanota|tuta|plasa)[.](?:com?|con|cm|net|org|id|me|ru|de|fr|sg|my|au|uk|(?:com?)[.][a-z]{2})"
    r"|me[.]com|mail[.]com|pm[.]me|qq[.]com|163[.]com|duck[.]com|fastmail[.]com|inbox[.]com|telkom[.]net"
)
_NIK_WORDS = re.compile(
    r"(?<![a-z])(?:e?-?ktp|nik|nikk|kk|kitas|kartu keluarga|induk kependudukan|kartu tanda penduduk)(?![a-z])", re.I
)
_NPWP_WORDS = re.compile(r"(?<![a-z])(?:npwp|wajib pajak)(?:[0-9]{2})?(?![a-z])", re.I)
_PHONE_WORDS = re.compile(r"(?<![a-z])(?:hp|handphone|ponsel|telp|telepon|wa|whatsapp)(?![a-z])", re.I)
_NEAR = 40  # characters before a number in which a word may say what it is
_OLD_PROVINCE = "54"  # Timor Timur: numbers given there go on being used
_SUM = re.compile(r"(?:rp|idr|usd|[$€])[ .:]*$", re.I)  # money, not a number of somebody


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text that is, or looks like, personal data. `kind`: nik, mirip-nik, npwp, hp, surel.
    `text` as written, `plain` as read: the number, or @ and the provider of an address."""

    kind: str
    start: int
    end: int
    text: str
    plain: str = ""


def suspicious(data: bytes, *, by_line: bool = False) -> bool:
    """Whether a closer look is worth while: a cheap test over bytes that is never wrong in the clean direction.
    `by_line`: numbers end with the line, as they do in a table."""
    if maybe_odd(data) or (not by_line and wrapped(data)):
        data = plain(data.decode("utf-8", "replace")).text.encode("utf-8", "replace")
    if b"@" in data:
        return True
    lowered = b"" if by_line and not _bracketed(data) else data.lower()
    if any(word in lowered for word in _ADDRESS_BYTES):
        return True
    named = not by_line and any(part in lowered for part in _WORD_PARTS) and _WORD_BYTES.search(lowered) is not None
    zeros = data.translate(_ZEROS, _WIDER if named else _DROPPED)
    if _LEAST not in zeros:
        return False
    return _LONG in zeros or _MOBILE_BYTES.search(data.translate(None, _DROPPED)) is not None


def _bracketed(data: bytes) -> bool:
    """Whether an address may be written without its sign: `nama [at] contoh`."""
    return any(bracket in data for bracket in (b"[", b"(", b"{", b"<"))


def hits(text: str, *, about: str = "") -> Iterator[Hit]:
    """Personal data in `text`, first by kind, then by place. `about`: name of the column the text stands in."""
    read = plain(text)
    taken: list[tuple[int, int]] = []
    for kind, start, end, value in _found(read.text, words(about)):
        if not any(left < end and start < right for left, right in taken):
            taken.append((start, end))
            first, last = read.written(start), read.written(end)
            yield Hit(kind, first, last, text[first:last], value)


def words(name: str) -> str:
    """The name of a column as words: `noKK` and `no_kk` are "no KK"."""
    return re.sub(r"[\W_0-9]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name))


def asks_for(name: str) -> bool:
    """Whether a column, by its name, holds numbers of persons."""
    said = words(name)
    return any(pattern.search(said) for pattern in (_NIK_WORDS, _NPWP_WORDS, _PHONE_WORDS))


def _found(text: str, about: str) -> Iterator[tuple[str, int, int, str]]:
    """(kind, start, end, as read), the surest first: of stretches that overlap the first one counts."""
    for match in _NPWP.finditer(text):
        yield "npwp", *match.span(), match[0]
    yield from _numbers(text, about)
    if _NPWP_WORDS.search(about) or _NPWP_WORDS.search(text):
        for match in _FIFTEEN.finditer(text):
            if _NPWP_WORDS.search(about) or _NPWP_WORDS.search(_before(text, match.start())):
                yield "npwp", *match.span(), match[0]
    for match in _MOBILE.finditer(text):
        if _free(text, match.start()):
            yield "hp", *match.span(), match[0]
    for match in _SHORT_MOBILE.finditer(text) if _PHONE_WORDS.search(about) else ():
        yield "hp", *match.span(), match[0]
    yield from _addresses(text)


def _addresses(text: str) -> Iterator[tuple[str, int, int, str]]:
    lowered = text.lower()
    if not any(word.decode() in lowered for word in _ADDRESS_BYTES):
        return
    for match in _MAIL.finditer(text):
        domain = re.sub(_DOT, ".", match[1], flags=re.I).casefold()
        if _PRIVATE.fullmatch(domain):
            yield "surel", *match.span(), f"@{domain}"


def _numbers(text: str, about: str) -> Iterator[tuple[str, int, int, str]]:
    """NIK and KK: in the usual groups anywhere; in any groups where a word says what the number is."""
    for match in _SIXTEEN.finditer(text):
        named = bool(_NIK_WORDS.search(about) or _NIK_WORDS.search(_before(text, match.start())))
        if named or not (_innocent(match[0]) or _in_hash(text, match)):
            digits = _digits(match[0])
            kind = nik(digits, named=named)
            if kind:
                yield kind, *match.span(), digits
    if not (_NIK_WORDS.search(about) or _NIK_WORDS.search(text)):
        return
    for match in _ANYHOW.finditer(text):
        before = _before(text, match.start())
        called = _NIK_WORDS.search(about) or _NIK_WORDS.search(before)
        if called and _one_by_one(match[0]) and not _SUM.search(before):
            digits = _digits(match[0])
            kind = nik(digits, named=len(set(re.findall("[0-9]+", match[0]))) == 1)
            if kind == "nik":
                yield kind, *match.span(), digits


def _digits(written: str) -> str:
    return "".join(filter(str.isdigit, written))[:16]


def _before(text: str, place: int) -> str:
    return text[max(0, place - _NEAR) : place].replace("_", " ")


def _one_by_one(written: str) -> bool:
    """Groups of one number have one kind of separator, give or take a space; lists of numbers do not look like that."""
    return len(set(re.findall(r"[^0-9 \n]", written))) <= 1


def _innocent(written: str) -> bool:
    """Four groups of four that are years, or codes of one province in a row."""
    groups = re.findall(r"[0-9]+", written)
    if len(groups) != 4 or any(len(group) != 4 for group in groups):
        return False
    years = all(1900 <= int(group) <= 2100 for group in groups)
    return years or sum(group[:2] == groups[0][:2] for group in groups) >= 3


def _in_hash(text: str, match: re.Match[str]) -> bool:
    """Whether letters on both sides, or digits beyond a letter, make it part of a checksum or another identifier."""
    left = re.search(r"[0-9A-Za-z]*\Z", text[max(0, match.start() - 64) : match.start()])
    right = re.match(r"[0-9A-Za-z]*", text[match.end() : match.end() + 64])
    around = (left[0] if left else "", right[0] if right else "")
    if all(around) or any(char.isdigit() for char in "".join(around)):
        return True
    near = text[max(0, match.start() - 24) : match.end() + 24]  # a UUID
    return "-" in near and re.search(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", near) is not None


def _free(text: str, start: int) -> bool:
    """Whether a mobile number may begin here: not within a word or a code, unless that says it is one."""
    before = text[max(0, start - 12) : start]
    if not before or not (before[-1].isalnum() or before[-1] in "/_"):
        return True
    return _CALLED.search(before) is not None or (before[-1] in "/_" and not before[:-1].endswith(tuple("0123456789")))


def sixteens(text: str) -> int:
    """How many numbers of sixteen digits there are, whatever they mean."""
    return sum(1 for _ in _SIXTEEN.finditer(text))


def nik(digits: str, *, named: bool = False) -> str:
    """nik when the sixteen digits are built like a NIK or KK of a known kecamatan, mirip-nik when of a known
    kabupaten/kota only, else "". Numbers that a word calls NIK need only a prefix that has ever been possible."""
    day, month = int(digits[6:8]), int(digits[8:10])
    if not (1 <= day <= 31 or 41 <= day <= 71) or not 1 <= month <= 12:
        return ""
    if digits[12:] == "0000" and not named:  # a spreadsheet keeps fifteen digits and writes 0 for the last
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
