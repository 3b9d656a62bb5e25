"""Whom the press may ask: unit or name, electronic mail, telephone. Numbers of mobile phones are told apart. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

START = re.compile(
    r"(?:\W*)(?:narahubung|nara hubung|kontak (?:media|pers|person|humas|informasi)|contact person"
    r"|media contact|press contact|cp\s*:|kontak\s*:"
    r"|(?:untuk )?keterangan lebih lanjut\b|(?:untuk )?informasi (?:lebih lanjut|selanjutnya|lanjutan"
    r"|tentang)\b|untuk (?:keterangan"
    r"|informasi)\b[^.]{0,60}(?:hubungi|dapat)|hubungi\s*:|for (?:further|more) information)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+(?:@|\s?\[at\]\s?|\s?\(at\)\s?)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(
    r"(?<![\w/.-])(?:\+?62|\(?0)[\d() .-]{6,18}\d(?:\s?(?:ext|pes|pesawat)\.?\s?\d{1,6})?(?![\w/])", re.IGNORECASE
)
_MOBILE = re.compile(r"(?:\+?62|0)8")
_UNIT = re.compile(
    r"\b(?:(?:Kepala )?(?:Biro|Bagian|Pusat|Bidang|Dinas|Subbagian|Direktorat|Sekretariat|Tim|Balai|Unit"
    r"|Departemen|Bidang|Badan)\b[^:\n@;|()]{0,110}|Humas\b[^:\n@;|()]{0,60}|Diskominfo\w*\b[^:\n@;|()]{0,60}"
    r"|PPID\b[^:\n@;|()]{0,60}|Prokopim\b[^:\n@;|()]{0,50}|Puspen\w*\b[^:\n@;|()]{0,50}|Kontak OJK 157)"
)
_LABEL = re.compile(
    r"\b(?:telp|telepon|tel|phone|hp|wa|whatsapp|surel|e-?mail|faks?|fax|call center|nomor|no)\b\.?\s*[:.]?\s*$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"^(?:nama\s*:\s*)?((?:[A-Z][\w’'.]*\s?){1,4}(?:,\s?[A-Z][\w.]+)*)")


@dataclass(frozen=True, slots=True)
class Contact:
    unit: str = ""
    name: str = ""
    mail: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Contacts:
    """`personal` counts numbers of mobile phones, which are not taken over."""

    found: tuple[Contact, ...]
    personal: int = 0


def has_address(text: str) -> bool:
    return _MAIL.search(text) is not None or _PHONE.search(text) is not None


def contacts(lines: list[str]) -> Contacts:
    """What the lines of a block of contacts say. One entry for each electronic address or telephone, at least one."""
    text = "\n".join(lines)
    mails = list(dict.fromkeys(re.sub(r"\s?[\[(]at[\])]\s?", "@", m[0]).rstrip(".") for m in _MAIL.finditer(text)))
    numbers = list(dict.fromkeys(" ".join(m[0].split()) for m in _PHONE.finditer(text)))
    mobile = [number for number in numbers if _MOBILE.match(re.sub(r"[^\d+]", "", number))]
    office = [number for number in numbers if number not in mobile]
    unit = next((_tidy(m[0]) for m in _UNIT.finditer(text)), "")
    name = "" if unit else _name(lines)
    found = []
    if mails or office:
        found.append(Contact(unit, name, mails[0] if mails else "", office[0] if office else ""))
    found += [Contact(unit, name, mail) for mail in mails[1:3]]
    if not found and (unit or name):
        found.append(Contact(unit, name))
    return Contacts(tuple(found), len(mobile))


def _tidy(text: str) -> str:
    text = re.split(r"[.;]\s+[A-Z]", text, maxsplit=1)[0]
    text = re.split(
        r"\s*(?:melalui|di nomor|pada nomor|via|atau|,?\s*telp|,?\s*surel|,?\s*e-?mail|[\d+])",
        text,
        maxsplit=1,
        flags=re.IGNORECASE,
    )[0]
    return " ".join(_LABEL.sub("", text).split()).strip(" ,.–-:")


def _name(lines: list[str]) -> str:
    for line in lines:
        rest = re.sub(START, "", line).strip(" :–-")
        match = _PERSON.match(rest)
        if match and len(match[1].split()) > 1 and not has_address(match[1]):
            return " ".join(match[1].split()).strip(" ,.")
    return ""
