"""Blocks → the parts of a release: head, dateline, body, closing. Pure.

None of the parts is sure to be there, and their order changes from issuer to issuer; their form tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lintas.importing.captions import Caption, caption
from lintas.importing.closing import SIGNED, Closing, close
from lintas.importing.contacts import START
from lintas.importing.datelines import Dateline, dateline
from lintas.importing.dates import DATE
from lintas.importing.manuscript import Block, cut_front, split_lines
from lintas.importing.titles import Candidate, choose, is_letterhead, stripped
from lintas.numbering import Number, Profile, find

LABEL = re.compile(
    r"\W*(?:(?:siaran|rilis|keterangan|berita|pernyataan|informasi) (?:pers|media|resmi)|press ?release"
    r"|pers rilis|media release|rilis(?: berita)?|news release|press statement|advisory media)"
    r"(?:\s+(?:bersama|resmi|gabungan))?\b",
    re.IGNORECASE,
)
_NUMBER_LABEL = re.compile(r"\b(?:nomor|nomer|no|number)\b\s*[.:]*\s*", re.IGNORECASE)
_EMBARGO = re.compile(r"\W*embargo\b", re.IGNORECASE)
_RELEASED = re.compile(
    r"\W*(?:kepada\b.*\byth\b.*|yth\b.*|untuk (?:segera )?(?:disiarkan|diterbitkan|dipublikasikan)(?: segera)?"
    r"|for immediate release)\b",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(r"\W*(?:tanggal|tgl\.?|hari[/,]? ?tanggal|hari|date|waktu terbit)\s*[:.]", re.IGNORECASE)
_EMPTY = re.compile(r"\W*|\W*(?:nomor|no\.?)\s*[:.]?\W*", re.IGNORECASE)  # a label without its number
_BLANK = re.compile(r"\W*(?:nomor|nomer|no)\b\s*[.:]*\s*(?:[_…/]|\.{2,}|-{2,}|X{2,})", re.IGNORECASE)  # not filled in
_BODY = 26  # words of a paragraph that is no title


@dataclass(slots=True)
class Anatomy:
    """The parts. `moved` went into the front matter, `dropped` nowhere; both as written."""

    title: str = ""
    rivals: tuple[str, ...] = ()
    subtitle: str = ""
    numbers: list[Number] = field(default_factory=list)
    label: str = ""
    dated: str = ""
    embargo: str = ""
    captions: list[tuple[Caption, int]] = field(default_factory=list)  # and which picture it belongs to, -1 = none
    dateline: Dateline | None = None
    body: list[Block] = field(default_factory=list)
    closing: Closing = field(default_factory=Closing)
    moved: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def dissect(blocks: Sequence[Block], near: str, prefer: Profile | None = None) -> Anatomy:
    """Take a text apart. `near` (ISO) is where dates without year belong."""
    made = Anatomy()
    blocks = _without_captions(blocks, made)
    blocks = _unfolded(blocks, near)
    start = _body_start(blocks, near)
    candidates: list[Candidate] = []
    for place, block in enumerate(blocks[:start]):
        _read_head(block, place, candidates, (made, prefer))
    _take_title(candidates, made)
    _take_body(list(blocks[start:]), near, made)
    made.closing, made.body = close(made.body, prefer)
    made.numbers += [number for number in made.closing.numbers if number.normal not in {n.normal for n in made.numbers}]
    made.moved += made.closing.moved
    made.dropped += made.closing.dropped
    return made


def _without_captions(blocks: Sequence[Block], made: Anatomy) -> list[Block]:
    kept: list[Block] = []
    last = -1
    for block in blocks:
        found = None
        if block.kind in ("text", "caption", "quote"):
            found = caption(" ".join(block.text.split()), marked=block.kind == "caption")
        if found:
            made.captions.append((found, last))
            made.moved.append(found.written)
            continue
        last = block.picture if block.kind == "picture" else last
        kept.append(block)
    return kept


def _unfolded(blocks: list[Block], near: str) -> list[Block]:
    """The head by lines: what a document writes in one paragraph with line breaks is several things."""
    start = _body_start(blocks, near)
    head = [
        line
        for block in blocks[:start]
        for line in (
            split_lines(block) if "\n" in block.text and block.kind in ("text", "heading", "quote") else [block]
        )
    ]
    rest = list(blocks[start:])
    if rest and rest[0].kind == "text" and "\n" in rest[0].text:
        rest[:1] = split_lines(rest[0])
    return head + rest


def _body_start(blocks: Sequence[Block], near: str) -> int:
    """The first paragraph with a dateline, else the first that is written in sentences, else what follows the title."""
    for place, block in enumerate(blocks):
        text = block.text
        if block.kind != "text" or LABEL.match(text) or is_letterhead(text) or _DATE_LABEL.match(text) or _ends(text):
            continue
        found = dateline(text, near)
        if found and len(text) - found.end > 60:
            return place
        alone = found and len(text) - found.end < 3 and len(text.split()) < 14
        following = next((b for b in blocks[place + 1 :] if b.kind != "picture"), None)
        if alone and following and following.kind == "text" and _told(following.text, 8) and not _ends(following.text):
            return place
        if (len(text.split()) > _BODY and not _shouted(text) and not _only_date(text)) or _told(text, 12):
            return _before_alone(blocks, place, near)
    ending = [p for p, b in enumerate(blocks) if p and (b.kind in ("list", "table") or _told(b.text, 6))]
    return ending[0] if ending else min(1, len(blocks))


def _told(text: str, least: int) -> bool:
    """A sentence and not a heading: so many words, an end, and small letters at the beginning of most."""
    words = [word for word in re.findall(r"[A-Za-z][\w-]*", text) if len(word) > 3]
    small = sum(word[0].islower() for word in words)
    return len(text.split()) >= least and re.search(r"[.!?”\"]\W*$", text) is not None and small * 2 > len(words)


def _ends(text: str) -> bool:
    """What belongs to the foot of a release, wherever it stands."""
    return START.match(text) is not None or (
        SIGNED.match(text) is not None and len(text.split()) > 3 and "ini di" in text
    )


def _before_alone(blocks: Sequence[Block], place: int, near: str) -> int:
    """A place and a date alone in the line above belong to the body: `Jakarta, 4 Juli 2025`."""
    above = blocks[place - 1] if place else None
    if above is None or above.kind != "text" or LABEL.match(above.text) or len(above.text.split()) > 12:
        return place
    found = dateline(above.text, near)
    return place - 1 if found and len(above.text) - found.end < 3 else place


def _shouted(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 5 and sum(c.isupper() for c in letters) > 0.85 * len(letters)


def _only_date(text: str) -> bool:
    rest = DATE.sub("", text)
    return DATE.search(text) is not None and len(re.findall(r"[A-Za-z]{3,}", rest)) < 6


def _read_head(block: Block, place: int, candidates: list[Candidate], context: tuple[Anatomy, Profile | None]) -> None:
    """One line above the body: into the front matter, a possible title, or away. Tables and pictures stay."""
    made, prefer = context
    text = " ".join(block.text.split())
    label = LABEL.match(text)
    if block.kind in ("picture", "table", "code") and not label:
        made.body.append(block)
        return
    rest = text[label.end() :].strip(" :–—-|*") if label else text
    labelled = _NUMBER_LABEL.search(rest[:40])
    numbers = [found for found in find(rest, prefer) if label or labelled or found[2].profile or _alone(rest, found)]
    made.label = made.label or (text if label else "")
    at = Candidate(rest, place, block, after_label=True)
    if _EMBARGO.match(text):
        made.embargo = text
        made.moved.append(text)
    elif numbers:
        _read_numbers(numbers, at, candidates, made)
    elif label:
        _read_label(at, candidates, made)
    elif _RELEASED.match(text) or _EMPTY.fullmatch(text) or (_BLANK.match(text) and len(text.split()) < 9):
        made.dropped.append(text)
    elif _DATE_LABEL.match(text) or _only_date(text):
        made.dated = made.dated or text
        made.moved.append(text)
    else:
        candidates.append(Candidate(text, place, block, after_label=bool(made.numbers or made.label)))


def _read_numbers(
    numbers: list[tuple[int, int, Number]], line: Candidate, candidates: list[Candidate], made: Anatomy
) -> None:
    """The numbers of a line, and the title or date that may stand behind them."""
    known = {number.normal for number in made.numbers}
    made.numbers += [number for _, _, number in numbers if number.normal not in known]
    made.moved.append(line.text)
    behind = line.text[numbers[-1][1] :].strip(" :–—-|.,")
    if len(behind.split()) > 3 and not _only_date(behind) and not is_letterhead(behind):
        candidates.append(replace(line, text=behind))
    elif DATE.search(behind):
        made.dated = made.dated or behind


def _read_label(line: Candidate, candidates: list[Candidate], made: Anatomy) -> None:
    """What stands behind "SIARAN PERS": a title, the issuer, a date."""
    if len(line.text.split()) > 3 and not is_letterhead(line.text) and not _only_date(line.text):
        candidates.append(line)
        made.moved.append(line.block.text.partition(line.text)[0])
        return
    made.moved.append(line.block.text)
    if DATE.search(line.text):
        made.dated = made.dated or line.text


def _alone(rest: str, found: tuple[int, int, Number]) -> bool:
    return found[1] - found[0] >= len(rest.strip()) - 2


def _take_title(candidates: list[Candidate], made: Anatomy) -> None:
    chosen = choose(candidates)
    made.title = stripped(chosen.title)
    made.rivals = chosen.rivals
    made.subtitle = chosen.subtitle
    made.dropped += chosen.dropped
    if made.title:
        made.moved.append(chosen.title)


def _take_body(blocks: list[Block], near: str, made: Anatomy) -> None:
    """The body without its dateline; a dateline alone on its line goes as a whole."""
    kept = list(made.body)
    if blocks and blocks[0].kind == "text":
        found = dateline(blocks[0].text, near)
        if found:
            made.dateline = found
            made.moved.append(blocks[0].text[: found.end].strip())
            rest = cut_front(blocks[0], found.end)
            blocks[:1] = [rest] if rest.text.strip() else []
    made.body = [*kept, *blocks]
