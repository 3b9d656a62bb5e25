"""The bytes of a table, looked at before any library: size, emptiness, encoding, NUL, line ends, hash.

Effect: reads the file once, in blocks, so that memory stays small.
"""

from __future__ import annotations

import codecs
import hashlib
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.tables import unseen

MAX_BYTES = 120_000_000  # of one data file that is read at all; `lintas.sources` refuses, with a finding, above 100 MB
MAX_COLUMNS = 16_384  # as many as a spreadsheet has
MAX_LINE = 20_000_000  # bytes; a line is held in memory as a whole, and several times
_MAX_MARKS = 200_000  # delimiters in a block without a line end: more cells than any row has
_BLOCK = 1 << 20
_DELIMITERS = (b",", b";", b"\t", b"|")
_MARKUP = (b"<!doctype html", b"<html")
_SIGNATURES = (  # first bytes of files that get the ending of a CSV by being renamed
    (b"PK\x03\x04", "XLSX/ZIP"),
    (b"\xd0\xcf\x11\xe0", "XLS"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"PAR1", "Parquet"),
    (b"SQLite format 3\0", "SQLite"),
    (b"{\\rtf", "RTF"),
)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class FileFacts:
    """`readable` is False when the content can't be handed to the table reader."""

    bytes: int
    sha256: str
    readable: bool
    quotes: int  # number of " in the file
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class Scan:
    """What is known so far while the blocks go by."""

    blocks: Callable[[], Iterator[bytes]]  # from the start, as often as it is called
    path: str
    encoding: str
    sha256: hashlib._Hash = field(default_factory=hashlib.sha256)
    size: int = 0
    feeds: bool = False
    returns: bool = False
    quotes: int = 0
    found: list[Diagnostic] = field(default_factory=list)
    broken: bool = False
    nul: bool = False
    unseen: bool = False
    utf8: codecs.IncrementalDecoder | None = None  # as long as a file declared otherwise may be UTF-8
    line: int = 0  # bytes since the last line end
    beyond: bool = False  # has bytes that are not ASCII


def blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def inspect(root: Path, path: str, encoding: str, *, is_text: bool) -> FileFacts:
    """Facts and faults of one file. `encoding` is the declared one, "" for UTF-8."""
    scan = Scan(lambda: blocks(root / path), path, encoding or "utf-8")
    size = (root / path).stat().st_size
    if size > MAX_BYTES:
        return FileFacts(size, "", False, 0)
    read(scan, encoding, is_text=is_text)
    return FileFacts(scan.size, scan.sha256.hexdigest(), not scan.broken, scan.quotes, tuple(scan.found))


def read(scan: Scan, encoding: str, *, is_text: bool) -> None:
    """Let all blocks go by. `encoding` is the declared one, "" for UTF-8."""
    decoder = _decoder(scan) if is_text else None
    scan.utf8 = codecs.getincrementaldecoder("utf-8")() if decoder and encoding else None
    for block in scan.blocks():
        if scan.size == 0 and is_text:
            _first(scan, block, encoding)
            decoder = None if scan.broken else decoder
        scan.sha256.update(block)
        if decoder and not (not encoding and block.isascii() and not decoder.getstate()[0]):
            decoder = _decode(scan, decoder, block, encoding)
            _try_utf8(scan, block)
        if is_text:
            _nul(scan, block, encoding)
            _unseen(scan, block, encoding)
            _long(scan, block)
        scan.size += len(block)
        scan.feeds = scan.feeds or b"\n" in block
        scan.returns = scan.returns or b"\r" in block
        scan.quotes += block.count(b'"') if b'"' in block else 0  # to look is faster than to count
    if decoder and decoder.getstate()[0]:
        _decode(scan, decoder, b"", encoding, final=True)
    _whole(scan, is_text)


def _try_utf8(scan: Scan, block: bytes) -> None:
    scan.beyond = scan.beyond or not block.isascii()
    try:
        if scan.utf8:
            scan.utf8.decode(block)
    except UnicodeDecodeError:
        scan.utf8 = None


def _long(scan: Scan, block: bytes) -> None:
    """A line that no memory should hold, such as one of millions of cells."""
    end = max(block.rfind(b"\n"), block.rfind(b"\r"))
    if end >= 0 or scan.broken:
        scan.line = len(block) - end - 1
        return
    scan.line += len(block)
    if scan.line > MAX_LINE or max(block.count(delimiter) for delimiter in _DELIMITERS) > _MAX_MARKS:
        place = Span(scan.path, _line(scan, 0))
        scan.found.append(fault("TAB522", place, limit=MAX_LINE // 1_000_000))
        scan.broken = True


def renamed(head: bytes) -> str:
    """What a file that calls itself CSV is by its first bytes, "" for one that may be text."""
    if head[:200].lstrip().lower().startswith(_MARKUP):
        return "HTML"
    return next((name for start, name in _SIGNATURES if head.startswith(start)), "")


def _first(scan: Scan, block: bytes, declared: str) -> None:
    """What the beginning of a text file shows: that it is something else, and how many columns it has."""
    kind = renamed(block)
    if kind:
        scan.found.append(fault("TAB515", Span(scan.path), kind=kind))
    elif not declared and _is_utf16(block):
        scan.found.append(fault("TAB510", Span(scan.path, 1)))
    elif _columns(block) > MAX_COLUMNS:
        scan.found.append(fault("TAB514", Span(scan.path, 1), columns=_columns(block), limit=MAX_COLUMNS))
    else:
        return
    scan.broken = True


def _line(scan: Scan, at: int) -> int:
    """The line of a byte, counted from the start of the block being looked at. Reads the file again up to there."""
    left, line = scan.size + at, 1
    for block in scan.blocks():
        line += block.count(b"\n", 0, max(left, 0))
        left -= len(block)
        if left <= 0:
            break
    return line


def _whole(scan: Scan, is_text: bool) -> None:
    if scan.size == 0:
        scan.found.append(fault("TAB102", Span(scan.path)))
        scan.broken = True
    unicode = scan.utf8 and not scan.utf8.getstate()[0] and codecs.lookup(scan.encoding).name[:5] != "utf-8"
    if unicode and scan.beyond and not scan.broken:
        scan.found.append(fault("TAB518", Span(scan.path), encoding=scan.encoding))
        scan.broken = True
    if is_text and scan.returns and not scan.feeds and not scan.broken:
        scan.found.append(fault("TAB502", Span(scan.path, 1)))


def _is_utf16(block: bytes) -> bool:
    head = block[:400]
    return head.startswith(_UTF16) or (len(head) > 8 and max(head[::2].count(0), head[1::2].count(0)) > len(head) // 4)


def _columns(block: bytes) -> int:
    """At most how many columns the first line names."""
    first = block.partition(b"\n")[0]
    return max(first.count(delimiter) for delimiter in _DELIMITERS) + 1


def _decoder(scan: Scan) -> codecs.IncrementalDecoder | None:
    try:
        known = codecs.lookup(scan.encoding)
        if known._is_text_encoding and known.incrementaldecoder is not None:
            return known.incrementaldecoder()
    except (LookupError, ValueError):
        known = None
    if known is None or not known._is_text_encoding:
        scan.found.append(fault("TAB105", Span(scan.path), note=scan.encoding))
        scan.broken = True
    return None


def _decode(
    scan: Scan, decoder: codecs.IncrementalDecoder, block: bytes, declared: str, *, final: bool = False
) -> codecs.IncrementalDecoder | None:
    pending = len(decoder.getstate()[0])
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError as error:
        at = max(error.start - pending, 0)
        line = _line(scan, at)
        byte = error.object[error.start]
        hint = bytes([byte]).decode("cp1252", errors="replace") if not declared else ""
        hint = "" if hint == "\ufffd" else hint
        code = "TAB511" if hint else "TAB105"
        args = {"byte": f"0x{byte:02X}", "hint": hint, "note": f"{scan.encoding}, 0x{byte:02X}"}
        scan.found.append(fault(code, Span(scan.path, line), related=(), **args))
        scan.broken = True
        return None
    except ValueError as error:  # some codecs raise less exactly
        scan.found.append(fault("TAB105", Span(scan.path), note=f"{scan.encoding}: {error}"))
        scan.broken = True
        return None
    return decoder


def _nul(scan: Scan, block: bytes, declared: str) -> None:
    if scan.nul or scan.broken or declared.lower().startswith(("utf-16", "utf16", "utf-32", "utf_16", "utf_32")):
        return
    at = block.find(b"\0")
    if at >= 0:
        scan.nul = True
        scan.found.append(fault("TAB501", Span(scan.path, _line(scan, at))))


def _unseen(scan: Scan, block: bytes, declared: str) -> None:
    """The first character that nobody sees; in a declared encoding the bytes would mean something else."""
    if scan.unseen or scan.broken or declared:
        return
    found = unseen.first(block)
    if found:
        scan.unseen = True
        scan.found.append(fault("TAB523", Span(scan.path, _line(scan, found[0])), value=found[1]))


def hash_fault(root: Path, path: str, declared: str) -> Diagnostic | None:
    """A declared hash (`algorithm:hex`, or bare MD5) that the library does not compare itself."""
    algorithm, _, expected = declared.rpartition(":")
    algorithm = algorithm or "md5"
    if algorithm in ("md5", "sha256"):
        return None
    if algorithm not in hashlib.algorithms_guaranteed or algorithm.startswith("shake"):
        return fault("TAB108", Span(path), note=f"{algorithm}: ?")
    digest = hashlib.new(algorithm)
    for block in blocks(root / path):
        digest.update(block)
    actual = digest.hexdigest()
    if actual == expected.lower():
        return None
    return fault("TAB108", Span(path), note=f"{algorithm}: {expected} ≠ {actual}")


def json_fault(root: Path, path: str, resource: str) -> Diagnostic | None:
    """A file that calls itself JSON but is not."""
    try:
        json.loads((root / path).read_bytes(), parse_int=str, parse_float=str)  # Python refuses very long integers
    except json.JSONDecodeError as error:
        return fault("TAB512", Span(path, error.lineno, error.colno), resource=resource, note=error.msg)
    except (UnicodeDecodeError, RecursionError) as error:
        return fault("TAB512", Span(path), resource=resource, note=type(error).__name__)
    return None


def text_lines(root: Path, path: str, encoding: str) -> io.TextIOWrapper:
    """The file as text with its line ends kept, as the csv module wants it."""
    return (root / path).open(encoding=encoding or "utf-8-sig", newline="")
