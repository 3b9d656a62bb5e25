"""A text out of a messenger: `[04/07/25 10.12] Nama: …` or `04/07/25 10.12 - Nama: …` before each message. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_DAY = r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{2,4})"
_CLOCK = r"(?:pukul\s+)?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AP]M)?"
_SAID = r"\]?\s*(?:[-–]\s*)?(?P<sender>[^:\n]{1,60}):\s?(?P<said>.*)$"
_STAMPS = (
    re.compile(rf"^[\u200e\u200f]?\[?{_DAY},?\s+{_CLOCK}{_SAID}", re.IGNORECASE),
    re.compile(rf"^[\u200e\u200f]?\[{_CLOCK},\s+{_DAY}{_SAID}", re.IGNORECASE),  # as copied from the web client
)
_NOISE = re.compile(
    r"<?(?:media (?:tidak disertakan|omitted)|image omitted|gambar tidak disertakan|pesan ini dihapus"
    r"|this message was deleted)>?$|\u200e",
    re.IGNORECASE,
)
_FORWARDED = re.compile(r"^\W*(?:diteruskan|forwarded(?: many times)?|diteruskan berkali-kali)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chat:
    """The message that is the release, the other lines, and the day on which it was sent (ISO)."""

    text: str
    dropped: tuple[str, ...]
    day: str


def unfold(text: str) -> Chat | None:
    """The longest message, joined with those of the same sender right behind it that go on; None for no chat."""
    messages: list[tuple[str, str, list[str]]] = []
    before: list[str] = []
    for line in text.split("\n"):
        match = _STAMPS[0].match(line) or _STAMPS[1].match(line)
        if match:
            messages.append((match["sender"].strip(), _day(match), [match["said"]]))
        elif messages:
            messages[-1][2].append(line)
        elif line.strip():
            before.append(line)
    if not messages:
        return None
    sizes = [len(" ".join(said).split()) for _, _, said in messages]
    chosen = [sizes.index(max(sizes))]
    while (n := chosen[-1] + 1) < len(messages) and messages[n][0] == messages[chosen[0]][0] and sizes[n] > 15:
        chosen.append(n)
    while (
        (n := chosen[0] - 1) >= 0 and messages[n][0] == messages[chosen[0]][0] and _belongs("\n".join(messages[n][2]))
    ):
        chosen.insert(0, n)
    kept: list[str] = []
    dropped = list(before)
    for place, (sender, _, said) in enumerate(messages):
        lines = [line for line in said if not _NOISE.search(line) and not _FORWARDED.match(line)]
        if place in chosen:
            kept += [*lines, ""]
        else:
            dropped += [f"{sender}: {' '.join(' '.join(said).split())}"]
    return Chat("\n".join(kept), tuple(dropped), messages[chosen[0]][1])


def _day(match: re.Match[str]) -> str:
    """Day before month, unless that is no date; "" where neither is."""
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    for day, month in ((match["day"], match["month"]), (match["month"], match["day"])):
        try:
            return date(year, int(month), int(day)).isoformat()
        except ValueError:
            continue
    return ""


def _belongs(said: str) -> bool:
    """A message before the text that is part of it: its label or number."""
    return re.search(r"siaran pers|press release|nomor\s*:|\d+/\S+/\d{4}", said, re.IGNORECASE) is not None


def is_marked(text: str) -> bool:
    """Whether whole lines are written bold in the way of messengers: `*JUDUL*`."""
    return re.search(r"^\*[^*\n]{4,200}\*\s*$", text, re.MULTILINE) is not None
