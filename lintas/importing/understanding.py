"""The parts of a release → what they say, each with how sure it is. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from lintas.formatting import ZONES
from lintas.importing import naming
from lintas.importing.anatomy import Anatomy
from lintas.importing.contacts import Contacts, contacts
from lintas.importing.datelines import dateline
from lintas.importing.dates import Found, dates
from lintas.importing.manuscript import Manuscript
from lintas.importing.people import Person, people, speakers
from lintas.importing.regions import Regions, regions
from lintas.importing.regulations import regulations
from lintas.model import Instansi, Topik
from lintas.numbering import PROFILES, Number, Profile
from lintas.siaran.documents import SUMMARY_LIMIT

_PARAGRAPH, _BODY = 10_000, 150_000  # characters in which facts are looked for; no release comes near
_SENTENCE = re.compile(r"(?<=[.!?])[”\"]?\s+(?=[A-Z“\"‘])")
_SHORTENED = re.compile(
    r"(?:\b(?:Dr|Drs|Dra|Ir|Prof|No|Kab|Prov|Jl|St|dr|drg|Plt|Pj|H|Hj|KH|Pol|Purn|Tbk|Rp|a\.n|u\.p|dll|dsb)|\b[A-Z])\.$"
)
_TODAY = re.compile(r"\bhari ini\b", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|that|with|is|was|said|will|has|have|by|on)\b", re.IGNORECASE)
_INDONESIAN = re.compile(
    r"\b(?:yang|dan|di|untuk|dengan|pada|dalam|ini|itu|dari|akan|oleh|tersebut|kepada|juga)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the portal has: institutions, topics, and the scheme of its own agency."""

    institutions: tuple[Instansi, ...] = ()
    topics: tuple[Topik, ...] = ()
    scheme: Profile | None = None
    agency: str = ""


@dataclass(slots=True)
class Facts:
    """All that goes into the front matter. Dates are ISO; `source` says where the date of publication comes from."""

    title: str
    published: str
    source: str  # naskah | kaki | titimangsa | laman | obrolan | peristiwa | hari ini
    numbers: list[Number]
    event: Found | None = None
    place: str = ""
    summary: str = ""
    institutions: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    regions: Regions = field(default_factory=lambda: Regions((), ()))
    topics: list[str] = field(default_factory=list)
    regulations: list[tuple[str, str]] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    quotations: list[tuple[str, str]] = field(default_factory=list)
    contacts: Contacts = field(default_factory=lambda: Contacts(()))
    language: str = "id"
    embargo: str = ""  # ISO, with time and zone where the text gives them
    dates: tuple[Found, ...] = ()  # all of the text, for what must be asked


def anchor(text: str, numbers: Sequence[Number], fallback: str) -> str:
    """The day near which dates without year lie: by the number, else the first whole date of the text, else the last
    year in which the weekday of a date without year is right."""
    found = dates(text, fallback)
    whole = next((each for each in found if not each.guessed_year and not each.apart), None)
    dated = next((number.parts for number in numbers if 1950 < number.parts.year < 2100), None)
    if dated and (whole is None or abs(int(whole.iso[:4]) - dated.year) > 1):
        return f"{dated.year:04}-{min(dated.month or 6, 12):02}-15"
    if whole:
        return whole.iso
    named = next((each for each in found if each.named), None)
    return _year_of(named, fallback) if named else fallback


def _year_of(found: Found, latest: str) -> str:
    """The latest day with the date and the weekday of the text, up to six years back; `latest` where there is none."""
    for year in range(int(latest[:4]), int(latest[:4]) - 7, -1):
        iso = f"{year:04}{found.iso[4:]}"
        right = any(each.iso == iso and not each.weekday for each in dates(found.written, iso, bare=True))
        if right and iso <= latest:
            return iso
    return latest


def page_day(litter: Sequence[str], near: str) -> str:
    """The day that a page names beside its counters and buttons, "" for none."""
    found = (each for line in litter for each in dates(line, near) if not each.guessed_year and each.iso <= near)
    return next((each.iso for each in found), "")


def understand(made: Anatomy, paper: Manuscript, known: Known, near: tuple[str, str]) -> Facts:
    """`near` is the day around which the text was written, and today."""
    body = "\n".join(block.text[:_PARAGRAPH] for block in made.body)[:_BODY]
    captions = "\n".join(caption.text for caption, _ in made.captions)
    published, source, event = _when(made, paper, body, captions, near=near)
    line = made.dateline or dateline(made.closing.dated.rstrip(" ."), near[0])
    place = line.place if line else ""
    everything = "\n".join((made.title, made.dateline.written if made.dateline else "", captions, body, made.label))
    facts = Facts(made.title, published, source, made.numbers, event, place)
    facts.summary = lead(
        next((b.text for b in made.body if b.kind == "text" and len(b.text.split()) > 5), ""), SUMMARY_LIMIT
    )
    foot = "\n".join([*made.closing.signed, *made.closing.lines, *made.dropped])
    facts.institutions = _institutions(everything, foot, made, known)
    facts.regions = regions(
        "\n".join((captions, body, made.title if not made.title.isupper() else made.title.title())), (place,)
    )
    facts.topics = naming.topics("\n".join((made.title, body)), known.topics)
    facts.regulations = regulations(body)
    facts.people = people("\n\n".join((captions, body)))
    unnamed = _calm(everything)
    for person in facts.people:
        unnamed = unnamed.replace(person.name, "|")
    facts.unknown = naming.others(unnamed, known.institutions)
    facts.quotations = list(speakers(body, facts.people))
    facts.contacts = contacts(made.closing.lines) if made.closing.lines else Contacts(())
    facts.language = "en" if len(_ENGLISH.findall(body)) > 2 * len(_INDONESIAN.findall(body)) and body else "id"
    facts.embargo = _embargo(made.embargo, published)
    facts.dates = tuple(dates(f"{body}\n{captions}", published))
    return facts


def _when(
    made: Anatomy, paper: Manuscript, body: str, captions: str, *, near: tuple[str, str]
) -> tuple[str, str, Found | None]:
    """Day of publication, where it comes from, and the day of what is reported."""
    stated = _stated(made, paper, near[0])
    around = stated[0] if stated else near[0]
    event = _event(made, body, captions, around)
    if stated and stated[1] != "titimangsa":
        return stated[0], stated[1], event
    if stated:
        return stated[0], "titimangsa", event or _same_day(made, body, stated[0])
    if event is None:
        return near[1], "hari ini", None
    line = made.dateline.date if made.dateline else None
    if line and event.iso < line.iso and _days(event.iso, line.iso) < 32:  # written later than what it reports
        return line.iso, "titimangsa", event
    return (line.iso if line else event.until or event.iso), "peristiwa", event


def _stated(made: Anatomy, paper: Manuscript, near: str) -> tuple[str, str] | None:
    for text, source in ((made.dated, "naskah"), (made.closing.dated, "kaki")):
        found = next(iter(dates(text, near, bare=True)), None)
        if found:
            return found.iso, source
    line = made.dateline.date if made.dateline else None
    if line and not re.search(r"[(\[]", line.written):  # in brackets stands the day of the event
        return line.until or line.iso, "titimangsa"
    if paper.dated:
        return paper.dated, "obrolan" if paper.chat else "laman"
    return None


def _event(made: Anatomy, body: str, captions: str, around: str) -> Found | None:
    """The first day with a weekday near publication, else the first day of the first paragraphs, else the caption's."""
    near = [each for each in dates(body, around) if not each.apart and _days(each.iso, around) <= 45]
    start = "\n".join(body.split("\n")[:4])
    named = [each for each in near if each.named]
    early = [each for each in near if each.end <= len(start)]
    shown = [each for each in dates(captions, around) if _days(each.iso, around) <= 45]
    past = [each for each in named if each.iso <= around or each.guessed_year]
    line = made.dateline.date if made.dateline else None
    begun = [each for each in dates(body, around) if each.named and _days(each.iso, around) <= 3]
    for choice in (past, named, early, begun, shown):
        if choice:
            return choice[0]
    return line if line and line.named and re.search(r"[(\[]", line.written) else None


def _same_day(made: Anatomy, body: str, day: str) -> Found | None:
    """The day of the dateline, where the text speaks of today."""
    line = made.dateline.date if made.dateline else None
    return line if line and _TODAY.search(body[:1500]) and line.iso == day else None


def _embargo(text: str, around: str) -> str:
    """Until when a release is held back: day, and time with zone (WIB where none is named)."""
    day = next(iter(dates(text, around, bare=True)), None)
    if day is None:
        return ""
    clock = re.search(
        r"(?:pukul|jam|pkl\.?)\s*([01]?\d|2[0-3])[.:]([0-5]\d)(?:\s*(WIB|WITA|WIT)\b)?", text, re.IGNORECASE
    )
    if clock is None:
        return day.iso
    hours = next(hours for hours, zone in ZONES.items() if zone == (clock[3] or "WIB").upper())
    return f"{day.iso}T{int(clock[1]):02}:{clock[2]}:00+{hours:02}:00"


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def lead(paragraph: str, limit: int) -> str:
    """As many first sentences of a paragraph as fit into `limit` characters; "" when not even one does."""
    text = ""
    for sentence in sentences(" ".join(paragraph[: 4 * limit].split())):
        if len(text) + len(sentence) + 1 > limit:
            break
        text = f"{text} {sentence}".strip()
    return text


def sentences(text: str) -> list[str]:
    """A paragraph by sentences, with the marks they end in."""
    parts: list[str] = []
    end = 0
    for match in _SENTENCE.finditer(text):
        closing = match.start() + (text[match.start()] in '”"')
        if _SHORTENED.search(text[max(end, match.start() - 8) : match.start()]):
            continue
        parts.append(text[end:closing])
        end = match.end()
    return [*parts, text[end:]] if text[end:] else parts


def _institutions(text: str, foot: str, made: Anatomy, known: Known) -> list[str]:
    """The issuer by its number first, then by mention; those named at the foot come last."""
    found = []
    for number in made.numbers:
        profile = next((each for each in PROFILES if each.key == number.profile), None)
        if profile:
            found += naming.institutions(" ; ".join((profile.issuer, *profile.abbreviations)), known.institutions)[:1]
        elif known.scheme and number.profile == known.scheme.key and known.agency:
            found.append(known.agency)
    found += naming.institutions(text, known.institutions)
    found += naming.institutions(foot, known.institutions)
    return list(dict.fromkeys(found))


def _calm(text: str) -> str:
    """Lines in capitals alone hide where names begin and end."""
    return "\n".join(line for line in text.split("\n") if not line.isupper())
