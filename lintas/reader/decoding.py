"""Bytes → text. UTF-8 only; what is something else is named, with the line of the first byte that shows it."""

from __future__ import annotations

import codecs
import re

from lintas.diagnostics import Diagnostic, Outcome, Span, fault

_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r") + b"\x7f"
_UNWANTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_MAY_BE_UNWANTED = (b"\xc2", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_REPORTED = 5  # places named in one file; more of the same help nobody


def decode(data: bytes, path: str) -> Outcome[str]:
    """Decode an authored file. A byte order mark is dropped, line ends become `\\n`, forbidden characters a space.

    KFG101 not UTF-8, KFG102 UTF-16, KFG103 control character, KFG104 (warning) U+FFFD left by an earlier loss.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _looks_utf16(data):
        return Outcome(_utf16(data), (fault("KFG102", Span(path, 1, 1)),))
    data = data.removeprefix(codecs.BOM_UTF8)
    found: list[Diagnostic] = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        found.append(_not_utf8(data, error.start, path))
        text = data.decode("cp1252", errors="replace")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(data.translate(None, _CONTROLS)) != len(data) or any(mark in data for mark in _MAY_BE_UNWANTED):
        text = _without_controls(text, path, found)
    if not found and "\ufffd" in text:
        line, column = place(text, text.index("\ufffd"))
        found.append(fault("KFG104", Span(path, line, column)))
    return Outcome(text, tuple(found))


def place(text: str, index: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _looks_utf16(data: bytes) -> bool:
    """Every second byte of the beginning is zero, as in UTF-16 of Latin letters."""
    head = data[:200]
    return len(head) >= 4 and max(head[::2].count(0), head[1::2].count(0)) > 0.4 * len(head)


def _utf16(data: bytes) -> str:
    head = data[:200]
    little = data.startswith(codecs.BOM_UTF16_LE) or head[1::2].count(0) > head[::2].count(0)
    text = data.decode("utf-16-le" if little else "utf-16-be", errors="replace").removeprefix("\ufeff")
    return _UNWANTED.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def _not_utf8(data: bytes, start: int, path: str) -> Diagnostic:
    line = data.count(b"\n", 0, start) + 1
    before = data[data.rfind(b"\n", 0, start) + 1 : start].decode("utf-8", errors="replace")
    guess = data[start : start + 1].decode("cp1252", errors="replace")
    hint = "" if guess == "\ufffd" else guess
    return fault("KFG101", Span(path, line, len(before) + 1), byte=f"0x{data[start]:02X}", hint=hint)


def _without_controls(text: str, path: str, found: list[Diagnostic]) -> str:
    for number, match in enumerate(_UNWANTED.finditer(text)):
        if number == _REPORTED:
            break
        line, column = place(text, match.start())
        found.append(fault("KFG103", Span(path, line, column), character=f"U+{ord(match[0]):04X}"))
    return _UNWANTED.sub(" ", text)
