"""Fingerprints of a release: of its whole text, and of the parts between its stops, by which it is found again.

Parts end at stops and not at line breaks, because line breaks are what gets lost on the way.
"""

from __future__ import annotations

import hashlib
from typing import Final

from lintas.authenticity.normal import normal_form
from lintas.model import Sidik

PART: Final = 8  # hex digits of the hash of a part
MOST: Final = 400  # parts of one release that are kept
LEAST: Final = 4  # words of a part; shorter ones stand in many releases

_STOPS = (".", ",", ";", ":", "!", "?")
_AROUND = "\"'()[]"


def fingerprint(title: str, body: str) -> Sidik:
    """The fingerprint of a release from its title and the plain text of its body."""
    form, head = normal_form(whole(title, body)), normal_form(title)
    rest = form[len(head) :].lstrip(" ") if form.startswith(head) else form
    hashes = dict.fromkeys(sha256(part)[:PART] for part in (*parts(head), *parts(rest)))
    return Sidik(sha256(form), "".join(list(hashes)[:MOST]))


def whole(title: str, body: str) -> str:
    """The text of a release: what is hashed, before it is brought into normal form."""
    return f"{title}\n{body}"


def parts(form: str) -> list[str]:
    """The parts of a text in normal form: words up to a stop, without the marks around them."""
    found: list[str] = []
    words: list[str] = []
    for word in form.split(" "):
        words.append(word)
        if word.rstrip(_AROUND).endswith(_STOPS):
            found.append(_bare(words))
            words = []
    found.append(_bare(words))
    return [part for part in found if part.count(" ") >= LEAST - 1]


def _bare(words: list[str]) -> str:
    return " ".join(words).lstrip(_AROUND).rstrip(_AROUND + "".join(_STOPS))


def sha256(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hex. Half a surrogate pair, which is no character, counts as U+FFFD."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        data = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
    return hashlib.sha256(data).hexdigest()
