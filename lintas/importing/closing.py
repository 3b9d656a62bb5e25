"""The end of a release: closing marks, date and signature at the foot, contacts, channels, tags. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lintas.importing import contacts
from lintas.importing.datelines import dateline
from lintas.importing.dates import DATE
from lintas.importing.manuscript import Block, cut_back, split_lines
from lintas.importing.titles import is_letterhead
from lintas.numbering import Number, Profile, find

_MARK = re.compile(
    r"(?<=[.!?”\"*)\w])?\s*(?:\*{2,}|\(\s?\*+\s?\)|#{2,}|[-–—]+\s*(?:selesai|sekian|tamat|end)\s*[-–—]+"
    r"|[-–—]{2,}|(?<=[.!?”\"])\s*\(\s?(?:[A-Za-z]{1,5}|red|[\w.& ]{1,30}(?:/[\w.& -]{1,30})+|(?:humas|hms|tim"
    r"|diskominfo|biro|prokopim|puspen|kominfo|infopublik|mc)\b[^()]{0,50})\s?\)\.?)\s*$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\W*(?:\*+|#+|selesai|sekian|tamat|end|[-–—]+|=+)\W*$|\W*\((?:[A-Za-z]{1,5}"
    r"|[\w.& ]{1,30}(?:/[\w.& -]{1,30})+|(?:humas|hms|tim|diskominfo|biro)\b[^()]{0,50})\)\W*$",
    re.IGNORECASE,
)
_TAGS = re.compile(r"\W*(?:#\w+[\s,]*)+$")
_CHANNEL = re.compile(
    r"\W*(?:(?:laman|situs|website|web|instagram|twitter|x|facebook|youtube|tiktok|ig|fb|kanal(?: resmi)?"
    r"|media sosial|threads|linkedin)\s*(?:resmi)?\s*[:@/]|www\.|https?://|@\w+|ikuti (?:kami|media sosial))",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"\W*(?:penanggung ?jawab(?: berita)?\b|berita ini disiarkan oleh|(?:siaran pers|informasi"
    r"|berita) ini (?:disiarkan|disampaikan|dikeluarkan|diterbitkan) oleh|dikeluarkan oleh|diterbitkan oleh"
    r"|sumber\s*:|ttd\b|tertanda|hormat kami|salam\b|disiapkan oleh|kontributor\s*:|penulis\s*:|editor\s*:"
    r"|fotografer\s*:"
    r"|(?:plt\.?\s+|plh\.?\s+)?(?:kepala|ketua|sekretaris|direktur|juru bicara|asisten|inspektur)\b|(?:tim "
    r"|bagian |biro |pusat |bidang |dinas |subbagian |direktorat )(?:humas|hubungan|komunikasi|informasi"
    r"|protokol|penerangan|kerja sama|pemberitaan|publikasi|media|data|administrasi|adm|umum)|humas\b|puspen\b"
    r"|prokopim\b|prokompim\b|diskominfo\b|kontak\b|biro\b|pusat\b|bagian\b|departemen\b)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\W*(?:(?:Dr|Drs|Dra|Ir|Prof|H|Hj|dr|drg)\.?\s+)*[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){1,5}(?:,?\s+[A-Z][\w.]+)*\W*$"
)


@dataclass(slots=True)
class Closing:
    """`dated` is the line with place and date at the foot; `lines` are those of contacts."""

    dated: str = ""
    lines: list[str] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    mark: str = ""
    tags: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def close(blocks: Sequence[Block], prefer: Profile | None = None) -> tuple[Closing, list[Block]]:
    """The closing, and the body without it."""
    made = Closing()
    body = list(blocks)
    tail = _contact_start(body)
    foot = [line for block in body[tail:] for line in _lines(block)]
    body = body[:tail]
    while body and _is_tail(body, bool(foot) or bool(made.signed)):
        foot[:0] = _lines(body.pop())
    in_contacts = False
    for line in foot:
        in_contacts = _file(line, in_contacts, (made, prefer))
    _cut_mark(body, made)
    return made, body


def _lines(block: Block) -> list[str]:
    if block.kind == "picture":
        return []
    return [" ".join(line.text.split()) for line in split_lines(block)] if block.kind != "table" else [block.text]


def _contact_start(body: list[Block]) -> int:
    """Where the contacts begin: from there on to the end, when nothing but short lines follows."""
    for place in range(max(1, len(body) - 14), len(body)):
        text = body[place].text
        told = SIGNED.match(text) or "ini disiarkan oleh" in text
        if not contacts.START.match(text) and not (place and told and contacts.has_address(text)):
            continue
        rest = body[place:]
        if len(text.split()) > 75 or any(
            len(b.text.split()) > 55 and not contacts.has_address(b.text) for b in rest[1:]
        ):
            continue
        if contacts.has_address(" ".join(b.text for b in rest)) or len(text.split()) < 8:
            return place
    return len(body)


def _is_tail(body: list[Block], foot: bool) -> bool:
    """Whether the last block belongs to the closing."""
    block = body[-1]
    text = " ".join(block.text.split())
    if len(body) < 2 or block.kind in ("table", "picture", "code", "heading"):
        return False
    words = len(text.split())
    if _ALONE.match(text) or _TAGS.match(text):
        return True
    if words > 26:
        return False
    if foot and is_letterhead(text) and not text.endswith("."):
        return True
    if contacts.has_address(text) and words < 16:
        return True
    if _foot_date(text) or (_CHANNEL.match(text) and words < 16) or (find(text) and words < 8):
        return True
    degree = re.search(r"\b[A-Z][a-z]{0,4}\.(?:[A-Z][A-Za-z]{0,4}\.)+$|,\s[A-Z][a-z]{0,4}\.$", text) is not None
    ended = not degree and re.search(r"[.!?”\"]$", text) is not None
    signed = any(SIGNED.match(line) for line in block.text.split("\n"))
    if signed and words < 22 and (not ended or " ini di" in text):
        return True
    alone = foot and re.fullmatch(r"[A-Z][a-z]+", text) is not None
    named = alone or _NAME.match(text) is not None or (foot and text.endswith((":", ",")))
    return words < 9 and not ended and block.kind == "text" and named


def _foot_date(text: str) -> bool:
    if len(text.split()) > 14 or not DATE.search(text):
        return False
    found = dateline(text.rstrip(" .,"), "2020-01-01")
    rest = re.findall(r"[A-Za-z]{3,}", DATE.sub("", text))
    return (found is not None and len(text) - found.end < 3) or len(rest) < 4


def _file(line: str, in_contacts: bool, context: tuple[Closing, Profile | None]) -> bool:
    """One line of the foot into its place; whether the next one still belongs to the contacts."""
    made, prefer = context
    numbers = find(line, prefer)
    if contacts.START.match(line):
        in_contacts = True
    if _TAGS.match(line):
        made.tags.append(line)
        made.dropped.append(line)
    elif _ALONE.match(line):
        made.mark = made.mark or line
        made.dropped.append(line)
    elif numbers and not in_contacts and len(line.split()) < 10:
        made.numbers += [number for _, _, number in numbers]
        made.moved.append(line)
    elif _foot_date(line) and not made.dated and not contacts.has_address(line):
        made.dated = line
        made.moved.append(line)
    elif in_contacts or contacts.has_address(line):
        made.lines.append(line)
        made.moved.append(line)
        return True
    else:
        made.signed.append(line)
        made.dropped.append(line)
    return in_contacts


def _cut_mark(body: list[Block], made: Closing) -> None:
    """Marks at the end of the last paragraph."""
    while body and body[-1].kind in ("text", "list", "quote"):
        text = body[-1].text.rstrip()
        match = _MARK.search(text)
        if match is None or not match[0].strip() or (body[-1].source and body[-1].kind == "text"):
            return
        made.mark = made.mark or match[0].strip()
        made.dropped.append(match[0].strip())
        last = body.pop()
        count = len(last.text) - match.start()
        cut = cut_back(last, count)
        if last.source:
            source = last.source.rstrip()[: -len(match[0].strip())]
            cut = replace(cut, source=source.rstrip("\\ "))
        if cut.text.strip():
            body.append(cut)
