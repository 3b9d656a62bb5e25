"""The lists of `lexicon.yaml`, and the small closed sets of titles, ranks and degrees. Effect: reads them once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_TITLE = (
    "Prof|Dr|Ir|Drs|Dra|Drg|drg|dr|Hj|H|KH|K\\.H|Ustaz|Ustadz|Tgk|Tgh|Pdt|Gus|Bapak|Ibu|Pak|Bu|Sdr|Raden|RM"
    "|GKR|GPH|KGPAA|Mr|Ms|Mrs"
).split("|")
_RANK = (
    "Jenderal|Letjen|Letnan Jenderal|Mayjen|Mayor Jenderal|Brigjen|Brigadir Jenderal|Kolonel|Letkol|Mayor"
    "|Kapten|Laksamana|Laksdya"
    "|Laksda|Laksma|Marsekal|Marsdya|Marsda|Marsma|Komjen|Irjen|Kombes|AKBP|AKP|Kompol|Ipda|Iptu"
    "|Komisaris Jenderal|Inspektur Jenderal"
).split("|")
_DEGREE = (
    "S|M|Ph|A|Sp|SH|SE|MH|MM|MA|MSi|SSi|SSos|SSTP|ST|MT|MPA|MPH|MSc|BSc|LLM|MBA|CA|CPA|AP|Lc|PhD|DEA|IPU|MAP"
    "|MIP|SIP|STP|SKM|SKep|SPd"
    "|MPd|SPt|SHut|MHut|SIK|SAg|MAg|MKes|MEng"
).split("|")

TITLE: Final = rf"(?:(?:{'|'.join(_TITLE)})\.?\s+)"
RANK: Final = (
    rf"(?:(?:{'|'.join(_RANK)})(?:\s+(?:TNI|Pol|Polisi|Inf|Mar|Czi|Kav|Laut)\b)?\.?(?:\s*\((?:Purn|Mar|Inf"
    rf"|Purnawirawan)\.?\))?\s+)"
)
DEGREE: Final = rf"(?:,\s+(?:{'|'.join(_DEGREE)})\.?(?:\s?[A-Z][A-Za-z]{{0,4}}\.){{0,3}}(?=[\s,.;)–-]|$))"
SAYING: Final = (
    "kata|ujar|tegas|jelas|ungkap|tutur|tambah|imbuh|lanjut|terang|papar|pesan|ucap|pungkas|tukas|sebut|harap"
    "|ajak|imbau|tandas"
    "|beber|cetus|urai|sambung|tutup|tulis|jawab|simpul|kenang|cerita|yakin|puji"
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    roles: tuple[str, ...]  # longest first
    words: frozenset[str]  # lower case


@cache
def lexicon() -> Lexicon:
    import yaml

    lists = yaml.safe_load((Path(__file__).parent / "lexicon.yaml").read_text(encoding="utf-8"))
    roles = sorted(lists["roles"], key=lambda role: (-len(role), role))
    return Lexicon(tuple(roles), frozenset(lists["words"].split()))


# Nouns made of verbs, and loan words of office: Perindustrian, Ketenagakerjaan, Imunisasi, Konektivitas.
_MADE = re.compile(r"(?:per|pel|pem|pen|peng|peny|ke)[a-z]{3,}an|[a-z]{4,}(?:isasi|nasi|rasi|kasi|tasi|itas|logi|isme)")


def is_term(word: str) -> bool:
    """Whether a word is one of posts and bodies, and none of a name."""
    folded = word.casefold().strip(".,")
    return (
        folded in lexicon().words
        or re.fullmatch(r"kemen[a-z]{2,}", folded) is not None
        or _MADE.fullmatch(folded) is not None
    )


@cache
def role_pattern() -> re.Pattern[str]:
    """A word with which a post begins, with "Plt." and the like in front."""
    names = "|".join(map(re.escape, lexicon().roles))
    return re.compile(rf"(?<![\w-])(?:(?:Plt|Plh|Pj|Pjs|Pgs)\.?\s+)?(?:{names})(?![\w-])")
