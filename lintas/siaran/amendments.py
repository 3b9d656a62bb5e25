"""What became of a release after it was written: embargo, corrections, withdrawal, replacement.

What can be judged from the file alone is judged here; what needs the present or other releases, in `relate`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from lintas.diagnostics import Span, fault
from lintas.model import STANDING, Koreksi, Pencabutan, Ref, SiaranPers
from lintas.prose import plain_text
from lintas.prose.links import UNFILLED
from lintas.reader import Map, Node

KEYS = ("embargo", "koreksi", "pencabutan", "pengganti", "alamat_lama")
STATUSES = ("terbit", "ralat", "dicabut", "diganti", "draf")
WEIGHTS = ("kecil", "sedang", "besar")
LEAST_REASON = 10  # characters; shorter is no reason

_ENTRY = ("tanggal", "semula", "menjadi", "alasan", "bobot", "sidik_semula")
_YEAR = re.compile(r"[0-9]{4}")
_APART = ("koreksi", "pencabutan")  # keys that speak of the text and are no part of it
_PRINT = re.compile("[0-9a-f]{64}", re.IGNORECASE)
_SIGNS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\xa0": " ", "\u202f": " ", "\xad": ""})


def amended(front: Map, release: SiaranPers, html: str) -> SiaranPers:
    """The release with the keys of this module; what is wrong among them goes where other findings go."""
    if release.status in ("terbit", "draf") and not any(front.has(key) for key in KEYS):
        return release  # nearly all
    embargo, published = front.date("embargo", time=True), release.published
    if embargo and published and _before(embargo, published):
        front.report("KOR107", "embargo", value=embargo, published=published)
    since = max(embargo[:10], published[:10])
    corrections = tuple(_correction(each, since) for each in front.maps("koreksi"))
    _in_order(front, corrections)
    _fits(front, release.status, corrections)
    made = replace(
        release,
        embargo=embargo,
        corrections=corrections,
        withdrawal=_withdrawal(front, since, corrections),
        successor=front.ref("pengganti"),
        former=_former(front),
    )
    _check_wording(front, made, html)
    return made


def _correction(each: Map, since: str) -> Koreksi:
    each.unknown(_ENTRY)
    made = Koreksi(
        date=each.date("tanggal", required=True, time=True),
        old=_folded(each.text("semula", required=True)),
        new=_folded(each.text("menjadi", required=True)),
        reason=_folded(each.text("alasan", required=True)),
        weight=each.choice("bobot", WEIGHTS, "sedang", required=True),
        line=each.node.line,
        former=_prints(each),
    )
    if made.old and comparable(made.old) == comparable(made.new):
        each.report("KOR110", "menjadi", value=made.new)
    _dated(each, made.date, since)
    _reasoned(each, made.reason)
    return made


def _withdrawal(front: Map, since: str, corrections: Sequence[Koreksi]) -> Pencabutan:
    if not front.has("pencabutan"):
        return STANDING
    each = front.map("pencabutan")
    each.unknown(("tanggal", "alasan", "sidik_semula"))
    day = each.date("tanggal", required=True, time=True)
    made = Pencabutan(day, _folded(each.text("alasan", required=True)), each.node.line, _prints(each))
    _dated(each, day, max([since, *(correction.date[:10] for correction in corrections)]))
    _reasoned(each, made.reason)
    return made


def _prints(each: Map) -> tuple[str, ...]:
    """`sidik_semula`: fingerprints of what stood there before, as the page and the manifest showed them."""
    found = []
    for ref in each.refs("sidik_semula"):
        if _PRINT.fullmatch(ref.text):
            found.append(ref.text.lower())
        else:
            each.diagnostics.append(fault("ASL201", Span(each.path, ref.line, ref.column), value=ref.text))
    return tuple(found)


def _dated(each: Map, day: str, since: str) -> None:
    if day and day[:10] < since:
        each.report("KOR108", "tanggal", value=day, since=since)


def _reasoned(each: Map, reason: str) -> None:
    if reason and len(reason) < LEAST_REASON:
        each.report("KOR113", "alasan", value=reason, least=LEAST_REASON)


def _in_order(front: Map, corrections: Sequence[Koreksi]) -> None:
    """Oldest first, so that a new entry is written below the others."""
    for earlier, later in pairwise(corrections):
        if later.date and later.date[:10] < earlier.date[:10]:
            place = Span(front.path, later.line)
            front.diagnostics.append(fault("KOR109", place, value=later.date, before=earlier.date))


def _fits(front: Map, status: str, corrections: Sequence[Koreksi]) -> None:
    """Whether the keys and the status speak of the same thing."""
    if status == "ralat" and not corrections:
        front.report("KOR101", "status")
    heavy = [correction for correction in corrections if correction.weight != "kecil"]
    if status == "terbit" and heavy:
        front.diagnostics.append(fault("KOR102", Span(front.path, heavy[0].line), weight=heavy[0].weight))
    if status == "dicabut" and not front.has("pencabutan"):
        front.report("KOR103", "status")
    if status not in ("dicabut", "draf") and front.has("pencabutan"):
        front.report("KOR104", "pencabutan", status=status)
    if status == "diganti" and not front.has("pengganti"):
        front.report("KOR105", "status")
    if status not in ("diganti", "draf") and front.has("pengganti"):
        front.report("KOR106", "pengganti", status=status)


def _former(front: Map) -> tuple[Ref, ...]:
    """Earlier addresses as "2025/nama", however they were typed: with the folder, slashes around, or the whole path."""
    found = []
    for ref in front.refs("alamat_lama"):
        parts = ref.text.removesuffix(".md").strip("/").removeprefix("content/").removeprefix("siaran-pers/").split("/")
        if len(parts) == 2 and _YEAR.fullmatch(parts[0]) and _is_name(parts[1]):
            found.append(Ref("/".join(parts), ref.line, ref.column))
        else:
            front.diagnostics.append(fault("KOR114", Span(front.path, ref.line, ref.column), value=ref.text))
    return tuple(found)


def _is_name(text: str) -> bool:
    return bool(text) and all(c in "abcdefghijklmnopqrstuvwxyz0123456789-" for c in text)


def _check_wording(front: Map, release: SiaranPers, html: str) -> None:
    """`semula` may no longer stand in the text and `menjadi` must, unless a later entry changed the place again."""
    if not release.corrections or release.status == "dicabut":
        return
    text = comparable("\n".join((plain_text(html), *_values(front))))
    news = [comparable(entry.new) for entry in release.corrections]
    olds = [comparable(entry.old) for entry in release.corrections]
    for index, entry in enumerate(release.corrections):
        place, new, old, later = Span(front.path, entry.line), news[index], olds[index], slice(index + 1, None)
        if not is_remark(entry.new) and not told(new, text) and not any(new in other for other in olds[later]):
            front.diagnostics.append(fault("KOR112", place, value=entry.new))
        rest = text if is_remark(entry.new) or old not in new else text.replace(new, "\n")
        gone = not old or is_remark(entry.old) or not _stands(old, rest)
        if not gone and not any(old in other for other in news[later]):
            front.diagnostics.append(fault("KOR111", place, value=entry.old))


def told(words: str, text: str) -> bool:
    """Whether `words` stand in `text`, both `comparable`; what figures the build will write there is not known yet."""
    return words in text or (UNFILLED in text and any(sign.isdigit() for sign in words))


def is_remark(text: str) -> bool:
    """Whether the words describe a place instead of quoting it: "[dihapus]"."""
    return text.startswith("[") and text.endswith("]")


def comparable(text: str) -> str:
    """The text with one kind of quotation mark, one space for each gap, and composed letters."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_SIGNS).split())


def _stands(words: str, text: str) -> bool:
    """Whether `words` stand in `text` as whole words: "12" does not stand in "2012"."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        opens = not (words[0].isalnum() and text[start - 1 : start].isalnum())
        closes = not (words[-1].isalnum() and text[end : end + 1].isalnum())
        if opens and closes:
            return True
        start = text.find(words, start + 1)
    return False


def _values(front: Map) -> Iterator[str]:
    for key, node, _, _ in front.node.entries:
        if key not in _APART:
            yield from _texts(node)


def _texts(node: Node) -> Iterator[str]:
    if node.kind == "text":
        yield node.text
    for item in node.items:
        yield from _texts(item)
    for _, value, _, _ in node.entries:
        yield from _texts(value)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _before(one: str, other: str) -> bool:
    """Whether a date or date-time lies before another; on one day only two clock times can tell."""
    if one[:10] != other[:10] or len(one) == 10 or len(other) == 10:
        return one[:10] < other[:10]
    moments = [datetime.fromisoformat(text) for text in (one, other)]
    return bool(moments[0].tzinfo and moments[1].tzinfo) and moments[0] < moments[1]
