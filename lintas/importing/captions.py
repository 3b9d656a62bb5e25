"""Captions of photos and their credit, with or without the word "Foto" in front. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LABEL = re.compile(
    r"\W{0,2}(?:(?:keterangan|ket\.?|kapsi|takarir|caption)\s*(?:foto|gambar)?|foto|gambar|photo"
    r"|dok(?:umentasi)?\.? foto)\s*\d{0,2}\s*[:：]\s*",
    re.IGNORECASE,
)
_SOURCE = r"(?:dok(?:umentasi|umen)?|doc|foto|photo|sumber|source|kredit|credit|ist(?:imewa)?|courtesy)"
_AGENCY = (
    r"(?:humas|antara|ho\b|tim|biro|dinas|diskominfo|kemen\w+|kementerian|pemkot|pemkab|pemprov|istimewa"
    r"|prokopim|prokompim|bpmi|puspen|badan|\w+\.(?:com|id|news))"
)
_CREDIT = re.compile(
    rf"\s*[(\[]\s*(?:{_SOURCE}\s*[.:/]*\s*(?P<one>[^()\[\]]{{2,80}})|(?P<two>(?:{_AGENCY}"
    rf"|[A-Z]{{3,}}/)[^()\[\]]{{0,80}}))\s*[)\]]\s*\.?\s*$",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"[.\s]\s*(?:{_SOURCE})\s*[.:/]+\s*(?P<one>[^.()]{{2,80}})\.?\s*$", re.IGNORECASE)
_SLASH = re.compile(r"\.?\s+(?P<one>(?:ANTARA(?: FOTO)?|HO|Humas [\w ]{2,40})/[\w ./-]{2,60})\s*$")
_ONLY = re.compile(rf"(?:{_SOURCE}\s*[.:/]+\s*)?(?P<one>{_AGENCY}[^.,]{{0,60}})$", re.IGNORECASE)
_SHOWS = re.compile(
    r"\b(?:saat|ketika|tengah|sedang|bersama|berfoto|\(kiri\)|\(kanan\)|\(tengah\)|kiri|kanan|suasana|tampak"
    r"|seusai|usai|ilustrasi|di sela)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Caption:
    text: str
    credit: str
    written: str
    sure: bool  # labelled as such


def caption(text: str, *, marked: bool = False) -> Caption | None:
    """The caption that a paragraph is, or None. `marked` where the document says that it is one."""
    label = _LABEL.match(text)
    rest = text[label.end() :] if label else text
    if label and _ONLY.fullmatch(rest.strip(" .")) and len(rest.split()) < 8:
        return Caption("", _ONLY.fullmatch(rest.strip(" ."))["one"].strip(), text, True)  # type: ignore[index]
    found = _CREDIT.search(rest) or _TAIL.search(rest) or _SLASH.search(rest)
    words, credit = rest, ""
    if found and (label or marked or len(rest.split()) < 70):
        groups = found.groupdict()
        credit = (groups.get("one") or groups.get("two") or "").strip(" .:/")
        words = rest[: found.start()].rstrip() + ("." if rest[found.start() : found.start() + 1] == "." else "")
    if label or marked:
        return Caption(words.strip(), credit, text, True)
    several = re.search(r"[.!?][”\"]?\s+[A-Z“]", words) is not None
    if (
        credit
        and len(rest.split()) < 60
        and not several
        and (_SHOWS.search(words) or re.search(_SOURCE, found[0] if found else "", re.IGNORECASE))
    ):
        return Caption(words.strip(), credit, text, False)
    return None
