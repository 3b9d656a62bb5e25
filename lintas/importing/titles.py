"""Which line of the head is the title. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lintas.formatting import slug
from lintas.importing.lexicon import is_term
from lintas.importing.litter import is_litter
from lintas.importing.manuscript import Block

_LETTERHEAD = re.compile(
    r"\W*(?:(?:kementerian|kejaksaan|badan|dinas|pemerintah|sekretariat|biro|bagian|pusat|direktorat|lembaga"
    r"|komisi|otoritas|kepolisian|balai|kantor|bank indonesia|dewan|majelis|mahkamah|departemen komunikasi"
    r"|humas|diskominfo)\b"
    r"|republik indonesia\s*$|jl\.|jalan [A-Z]|telp|telepon|laman|website|www\.|https?://|kode pos|surel"
    r"|e-?mail|gedung\b)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:^|\s)(?:(?:me|ber|di|ter)[a-z]{3,}|[A-Z]?(?:me|ber|di|ter)[a-z]{3,}|[a-z]{3,}kan|jadi|siap|gelar"
    r"|dorong|ajak|raih|buka|tinjau|resmikan|luncurkan|ikuti|hadiri|pastikan|minta|perkuat|percepat|tegaskan"
    r"|serahkan|terima|sambut|bahas|bangun|kawal|genjot|dukung|target|naik|turun|capai|catat|salurkan|siapkan"
    r"|terapkan|tetapkan|imbau|harap|kembali|akan|harus|untuk|dengan|bagi|demi|hingga|jelang|lewat|melalui"
    r"|terkait)\b",
    re.IGNORECASE,
)
_QUOTES = '“”"„'


@dataclass(frozen=True, slots=True)
class Candidate:
    text: str
    place: int
    block: Block
    after_label: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    title: str = ""
    subtitle: str = ""
    rivals: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def is_letterhead(text: str) -> bool:
    """Name and address of the issuer: short, begins with a word for a body, and tells of no deed."""
    words = text.split()
    if not _LETTERHEAD.match(text) or len(words) > 22:
        return False
    if re.match(
        r"\W*(?:jl\.|telp|telepon|laman|website|www\.|https?:|kode pos|surel|e-?mail|republik)", text, re.IGNORECASE
    ):
        return True
    rest = " ".join(words[1:])
    if all(is_term(word) or word in ("dan", "&", "RI") or word.isupper() for word in words[1:]) and not text.isupper():
        return True
    return len(words) < 13 and not _VERB.search(rest)


def choose(candidates: Sequence[Candidate]) -> Chosen:
    """The best of the lines, joined with the line that goes on with it."""
    fair = [candidate for candidate in candidates if not _refused(candidate)]
    if not any(len(candidate.text.split()) > 3 for candidate in fair):  # then a title may well begin with a ministry
        fair = [c for c in candidates if not _refused(c) or (len(c.text.split()) > 5 and not is_litter(c.text))]
    groups = _joined(fair)
    away = [candidate.text for candidate in candidates if candidate not in fair]
    if not groups:
        return Chosen(dropped=tuple(away))
    scores = [(_score(group), -group[0].place) for group in groups]
    best = max(range(len(groups)), key=lambda place: scores[place])
    title = " ".join(candidate.text for candidate in groups[best])
    if scores[best][0] < 0:
        return Chosen(dropped=(*away, *(c.text for group in groups for c in group)))
    others = [" ".join(c.text for c in group) for place, group in enumerate(groups) if place != best]
    near = [
        " ".join(c.text for c in group)
        for place, group in enumerate(groups)
        if place != best and scores[place][0] >= max(2, scores[best][0] - 2) and not _same(group, groups[best])
    ]
    return Chosen(title, "", tuple(near), (*away, *others))


def _same(group: Sequence[Candidate], other: Sequence[Candidate]) -> bool:
    """Whether two lines say the same, as pages do that show a title twice."""
    return slug(" ".join(c.text for c in group), 400) == slug(" ".join(c.text for c in other), 400)


def _refused(candidate: Candidate) -> bool:
    return is_letterhead(candidate.text) or is_litter(candidate.text) or candidate.block.kind == "list"


def _score(group: Sequence[Candidate]) -> int:
    """How much lines look like a title."""
    text = " ".join(candidate.text for candidate in group)
    words = len(text.split())
    block = group[0].block
    points = 0
    if block.kind == "heading":
        points += 5 - min(block.level, 3)
    points += 2 if group[0].after_label else 0
    points += 3 if 5 <= words <= 26 else 1 if words == 4 else -1 if words == 3 else -4 if words < 3 else -2
    points += 1 if _capitals(text) > 0.5 else -1
    points += 1 if block.bold else 0
    points += 1 if _VERB.search(text) else 0
    points -= 2 if text.rstrip().endswith((".", ";", ":")) and not text.endswith("...") else 0
    points -= 3 if re.match(r"[\W\d]*(?:\(|oleh\b|disampaikan\b|tema\b)", text, re.IGNORECASE) else 0
    return points


def _capitals(text: str) -> float:
    """The share of longer words that begin with a capital."""
    words = [word for word in re.findall(r"[A-Za-z][\w-]*", text) if len(word) > 3]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def _joined(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """A title written over two or three lines: side by side, in the same dress, the first without an end."""
    groups: list[list[Candidate]] = []
    for candidate in candidates:
        if groups and _goes_on(groups[-1], candidate):
            groups[-1].append(candidate)
        else:
            groups.append([candidate])
    return groups


def _goes_on(group: list[Candidate], candidate: Candidate) -> bool:
    last = group[-1]
    if candidate.place - last.place > 1 or len(group) > 3 or len(last.text.split()) < 3:
        return False
    if last.block.kind != candidate.block.kind or last.block.level != candidate.block.level:
        return False
    if last.text.rstrip().endswith((".", "!", "?", ":")) or last.block.bold != candidate.block.bold:
        return False
    whole = sum(len(c.text.split()) for c in group) + len(candidate.text.split())
    if whole > 30 or last.text.isupper() != candidate.text.isupper():
        return False
    opened = re.search(
        r"(?:\b(?:dan|di|ke|dari|untuk|dengan|dalam|pada|yang|serta|bagi|menuju|melalui|oleh|atas|sebagai|tentang"
        r"|bersama|guna|demi|jadi|kepada|antara)|[,–-])$",
        last.text,
        re.IGNORECASE,
    )
    continued = candidate.text[:1].islower() or re.match(
        r"(?:dan|di|ke|dari|untuk|dengan|dalam|pada|yang|serta|bagi|melalui|sebagai|tentang|tahun)\b",
        candidate.text,
        re.IGNORECASE,
    )
    return bool(
        opened
        or continued
        or (candidate.text.isupper() and len(last.text) < 75)
        or (candidate.block.tight and last.text.isupper())
    )


def stripped(title: str) -> str:
    """The title without marks around it: bold asterisks, quotation marks as a whole, a word for "title"."""
    title = re.sub(r"^\W*(?:judul|title|perihal)\s*:\s*|^tentang\s*:?\s+", "", title, flags=re.IGNORECASE)
    title = " ".join(title.replace("**", "").split()).strip("*_ ")
    if len(title) > 2 and title[0] in _QUOTES and title[-1] in _QUOTES and not any(q in title[1:-1] for q in _QUOTES):
        title = title[1:-1]
    return (
        title.rstrip(" .")
        if title.count(".") == 1 and title.endswith(".") and not re.search(r"\b[A-Z]\.$", title)
        else title
    )
