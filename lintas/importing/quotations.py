"""What is said in a release: words in quotation marks with somebody who says them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.importing.lexicon import SAYING

_QUOTED = re.compile(r"[“”\"„]([^“”\"„\n]{12,1500})[”“\"]")
_SAID = re.compile(
    rf"\b(?:{SAYING})(?:nya|kan)?\b|\b(?:mengatakan|menyampaikan|menegaskan|menjelaskan|mengungkapkan"
    rf"|menuturkan|menambahkan|memaparkan"
    r"|menyebut(?:kan)?|menyatakan|menerangkan|menekankan|mengingatkan|berharap|berpesan|mengajak|mengimbau"
    r"|said|says|stated|added)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:bertajuk|bertema(?:kan)?|tema|berjudul|tajuk|judul|acara|program|slogan|tagline|moto|bernama"
    r"|bertuliskan|bertopik|topik)\s*:?\s*$",
    re.IGNORECASE,
)


def quotations(text: str) -> Iterator[tuple[str, str, str]]:
    """(what was said, the words around it in which the speaker stands, the words before it)."""
    told = ""
    for paragraph in text.split("\n"):
        told = told[-600:] + " " + paragraph
        for match in _QUOTED.finditer(paragraph):
            before, after = paragraph[: match.start()], paragraph[match.end() :]
            if _TITLED.search(before[-40:]):
                continue
            behind = re.split(r"[.!?](?:\s|$)", after, maxsplit=1)[0][:200]
            ahead = re.split(r"[.!?]\s", before)[-1][-200:]
            led = _SAID.search(ahead) is not None and ahead.rstrip().endswith((":", ",", "bahwa"))
            spoken = len(match[1].split()) > 7 and match[1].rstrip()[-1:] in ".,!?"
            if _SAID.search(behind) or led or spoken:
                around = behind if _SAID.search(behind) else ahead
                yield match[1].strip(), around, _before(told, paragraph, match.start())


def _before(told: str, paragraph: str, place: int) -> str:
    return told[: len(told) - len(paragraph) + place]
