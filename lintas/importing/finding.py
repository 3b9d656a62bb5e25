"""What a release says about itself: number, title, place, photo caption, regulations, institutions, regions. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lintas import wilayah
from lintas.importing.cleaning import is_list
from lintas.importing.dates import DATE
from lintas.model import Instansi, Wilayah

_HEADING = re.compile(r"(?:siaran pers|press release|rilis pers|berita pers)(?: bersama)?\b[\s:]*", re.IGNORECASE)
_LABEL = re.compile(r"(?:nomor|no)\b\s*[.:]*\s*", re.IGNORECASE)
_NUMBER = re.compile(r"(?:(?:SP|SR|HM)[\s.-]{1,2})?[\w.&-]+(?:\s?/\s?[\w.&-]+)+")
_PHOTO = re.compile(r"(?:keterangan )?(?:foto|gambar)\s*:\s*", re.IGNORECASE)
_CREDIT = re.compile(r"\s*\(\s*(?:dok|doc|foto|sumber)?[.:\s]*((?:humas|antara|ho)\b[^()]*)\)\s*$", re.IGNORECASE)
_MEDIUM = r"(?:[\w-]+\.(?:com|co\.id|id|news|net|info|tv|co)\s*,\s*)?"
_TITLE_MARK = re.compile(r"#{1,6}\s+")
_PLACE = r"(?P<place>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})"
_DATELINE = re.compile(rf"{_MEDIUM}{_PLACE}\s*,?\s*(?i:{DATE.pattern})?\s*[.–—-]+\s+")
_SENTENCE = re.compile(r"(?<=[.!?])[”\"]?\s+(?=[A-Z“\"])")
_KINDS = {
    "undang-undang": "UU", "uu": "UU", "peraturan pemerintah": "PP", "pp": "PP", "peraturan presiden": "Perpres",
    "perpres": "Perpres", "keputusan presiden": "Keppres", "keppres": "Keppres", "instruksi presiden": "Inpres",
    "inpres": "Inpres", "peraturan daerah": "Perda", "perda": "Perda",
}  # fmt: skip
_REGULATION = re.compile(
    rf"\b(?P<kind>{'|'.join(sorted(_KINDS, key=len, reverse=True))}|(?:peraturan|keputusan) menteri [a-z ]{{3,60}}?)"
    r"\s+(?:(?:nomor|no\.?)\s*)?(?P<number>[\w.-]*\d[\w.-]*)\s*(?:tahun\s+|/)(?P<year>\d{4})"
    r"(?P<title>\s+tentang\s+[^.;“”\"\n]+)?",
    re.IGNORECASE,
)
_REGION = re.compile(r"\b(?:Kota(?: Administrasi)?|Kabupaten|Kab\.|Provinsi)(?: [A-Z][\w’'-]*){1,4}")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the body, and the body's paragraphs. Texts are as written, "" where nothing was found."""

    title: str
    numbers: tuple[str, ...]
    dated: str  # a line of the head that holds a date
    caption: str
    credit: str
    place: str
    dateline: str  # the words that were taken from the start of the first paragraph
    body: tuple[str, ...]
    dropped: tuple[str, ...]


def head(paragraphs: Sequence[str]) -> Head:
    """Part head and body. The body begins at the first paragraph with a dateline, else at the first long one."""
    start = _body_start(paragraphs)
    titles: list[str] = []
    numbers: list[str] = []
    dated = caption = credit = ""
    for paragraph in paragraphs[:start]:
        photo = _PHOTO.match(paragraph)
        found = _numbers(paragraph)
        if photo:
            caption, credit = _photo(paragraph[photo.end() :])
        elif found:
            numbers += found
        elif DATE.search(paragraph) and len(paragraph.split()) < 9:
            dated = paragraph
        elif not _HEADING.fullmatch(paragraph):
            titles.append(_TITLE_MARK.sub("", paragraph))
    title = max(titles, key=lambda line: (len(line.split()) > 3, -titles.index(line)), default="")
    body = [paragraph for paragraph in paragraphs[start:] if not _PHOTO.match(paragraph)]
    if not caption:
        caption, credit = next((_photo(p[m.end() :]) for p in paragraphs[start:] if (m := _PHOTO.match(p))), ("", ""))
    place, dateline, first = _dateline(body[0]) if body else ("", "", "")
    body[:1] = [first] if first else []
    dropped = tuple(line for line in titles if line != title)
    return Head(title, tuple(numbers), dated, caption, credit, place, dateline, tuple(body), dropped)


def _body_start(paragraphs: Sequence[str]) -> int:
    for index, paragraph in enumerate(paragraphs):
        if not _PHOTO.match(paragraph) and len(paragraph.split()) > 12 and _DATELINE.match(paragraph):
            return index
    for index, paragraph in enumerate(paragraphs):
        if not _PHOTO.match(paragraph) and not is_list(paragraph) and len(paragraph.split()) > 30:
            return index
    return min(2, len(paragraphs) - 1) if paragraphs else 0


def _numbers(line: str) -> list[str]:
    """Release numbers of a head line: it must be labelled, or consist of a number alone."""
    rest = line[heading.end() :] if (heading := _HEADING.match(line)) else line
    label = _LABEL.match(rest)
    rest = rest[label.end() :] if label else rest
    found = [match[0] for match in _NUMBER.finditer(rest) if any(c.isdigit() for c in match[0])]
    if not found or not (heading or label or found == [rest.strip()]) or DATE.fullmatch(rest.strip()):
        return []
    return found


def _photo(text: str) -> tuple[str, str]:
    credit = _CREDIT.search(text)
    return (text[: credit.start()], credit[1].strip()) if credit else (text, "")


def _dateline(paragraph: str) -> tuple[str, str, str]:
    """Place, the whole dateline, and the paragraph without it."""
    match = _DATELINE.match(paragraph)
    if match is None:
        return "", "", paragraph
    place = match["place"]
    return (place.title() if place.isupper() else place), match[0].strip(" –—-"), paragraph[match.end() :]


def lead(paragraph: str, limit: int) -> str:
    """As many first sentences of a paragraph as fit into `limit` characters; "" when not even one does."""
    text = ""
    for sentence in _SENTENCE.split(paragraph):
        if len(text) + len(sentence) + 1 > limit:
            break
        text = f"{text} {sentence}".strip()
    return text


def regulations(text: str) -> list[tuple[str, str]]:
    """Short form and full text of each regulation named, each once: ("Perpres 12/2025", "Peraturan Presiden …")."""
    found: dict[str, str] = {}
    for match in _REGULATION.finditer(text):
        kind = " ".join(match["kind"].split())
        short = f"{_KINDS.get(kind.casefold(), kind)} {match['number'].strip('.')}/{match['year']}"
        full = " ".join(match[0].split()).rstrip(" ,")
        if len(full) > len(found.get(short, "")):
            found[short] = full
    return [(short, full if " tentang " in full else "") for short, full in found.items()]


def institutions(text: str, known: Iterable[Instansi]) -> list[str]:
    """Slugs of the institutions that the text names by full name, short name or alias, in order of first mention."""
    places: dict[str, int] = {}
    for institution in known:
        names = [name for name in (institution.name, institution.short_name, *institution.aliases) if len(name) > 2]
        hits = [m.start() for name in names if (m := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))]
        if hits:
            places[institution.slug] = min(hits)
    return sorted(places, key=lambda slug: (places[slug], slug))


def regions(text: str) -> list[Wilayah]:
    """Kabupaten, kota and provinces that the text names with their kind, in order of first mention."""
    found: dict[str, Wilayah] = {}
    for match in _REGION.finditer(text):
        words = match[0].split()
        for count in range(len(words), 1, -1):
            named = wilayah.named(" ".join(words[:count]))
            if len(named) == 1:
                found.setdefault(named[0].code, named[0])
                break
    return list(found.values())
