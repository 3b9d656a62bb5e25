"""Where a link or an image may lead: classify the target an author typed, and number the internal ones as slots."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.reader import near

KEYS = ("angka", "data", "halaman", "instansi", "kawasan", "siaran", "topik", "wilayah")
FIGURE = "angka:"
UNFILLED = "{" + FIGURE  # how what stands in the place of a figure begins, see `unfilled`
SCHEMES = ("http", "https", "mailto", "tel")

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_BLANKS = re.compile(r"[\x00-\x20\x7f]+")
_WEB = re.compile(r"https?://[^\s/?#@]+(?:[/?#].*)?\Z", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(r"mailto:[^\s@,;<>\"]+@[^\s@,;<>\"]+\Z", re.IGNORECASE)
_PHONE = re.compile(r"tel:\+?[0-9][0-9().-]*\Z", re.IGNORECASE)
_DATA_KEY = re.compile(r"data:[^/,;]*(?:#.*)?\Z", re.DOTALL)
_BARE_MAIL = re.compile(r"[^\s@/]+@[^\s@/]+\.[a-z]{2,}\Z", re.IGNORECASE)
_BARE_HOST = re.compile(
    r"(?:www\.[^\s/]+|(?:[a-z0-9-]+\.)+(?:id|com|org|net|info|gov|edu|int))(?::\d+)?(?:[/?#].*)?\Z",
    re.IGNORECASE | re.DOTALL,
)


def target(typed: str) -> str:
    """The target as a browser would read it: entities resolved, white space around it gone."""
    text = html.unescape(typed) if "&" in typed else typed
    return text.strip()


def figure(typed: str) -> str:
    """The target of a figure bound to data, or "". Of entities only "&" is meant: `&region=` is no "®ion=" here."""
    text = typed.strip()
    return FIGURE + text[len(FIGURE) :].replace("&amp;", "&") if text[: len(FIGURE)].lower() == FIGURE else ""


def unfilled(text: str) -> str:
    """What stands in converted prose where the build is to write a figure; `text` is the target."""
    return f"{{{text}}}"


def link(typed: str, span: Span) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """("out", URL), ("slot", target), ("anchor", id), or ("", "") for a refused one; and what is wrong with it."""
    text = figure(typed) or target(typed)
    if not text:
        return "", "", (fault("SIA206", span),)
    if text[0] == "#":
        return "anchor", unquote(text[1:]), ()
    if text[0] in "/\\":
        return "", "", (fault("SIA209", span, value=typed),)
    scheme = _SCHEME.match(_BLANKS.sub("", text[:40]))
    if scheme is None:
        return _relative(text, typed, span)
    name = scheme.group(1).lower()
    if name in KEYS and (name != "data" or _DATA_KEY.match(text)):
        return "slot", text, ()
    if name in SCHEMES:
        return _outside(name, text, typed, span)
    if _BARE_HOST.match(text):
        return "", "", (fault("SIA210", span, value=typed, hint="https://" + text),)
    hint = near(name, KEYS + SCHEMES) if name not in ("javascript", "vbscript", "data") else ""
    return "", "", (fault("SIA208", span, value=typed, scheme=name, hint=hint and f"{hint}:{text.partition(':')[2]}"),)


def _relative(text: str, typed: str, span: Span) -> tuple[str, str, tuple[Diagnostic, ...]]:
    if _BARE_MAIL.match(text):
        return "", "", (fault("SIA210", span, value=typed, hint="mailto:" + text),)
    if _BARE_HOST.match(text):
        return "", "", (fault("SIA210", span, value=typed, hint="https://" + text),)
    return "slot", text, ()


def _outside(name: str, text: str, typed: str, span: Span) -> tuple[str, str, tuple[Diagnostic, ...]]:
    url = "".join(text.split()) if name == "tel" else _BLANKS.sub(lambda found: "%20" * len(found.group()), text)
    pattern = {"mailto": _MAIL, "tel": _PHONE}.get(name, _WEB)
    probe = url.partition("?")[0] if name == "mailto" else url
    if pattern.match(probe):
        return "out", url, ()
    return "", "", (fault("SIA211", span, value=typed),)


def image(typed: str, span: Span) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the internal target of an image, or "" with the reason: images from elsewhere are never shown."""
    text = target(typed)
    if not text:
        return "", (fault("SIA206", span),)
    if text[0] in "/\\" or _SCHEME.match(_BLANKS.sub("", text[:40])) or _BARE_HOST.match(text):
        return "", (fault("SIA213", span, value=typed),)
    return text, ()
