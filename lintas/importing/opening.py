"""Bytes → a manuscript, or why there is none. Effect of `load`: reads one file, never more than LIMIT."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePath

from lintas.diagnostics import Outcome, Span, fault, finding
from lintas.importing import archives
from lintas.importing.archives import Refused
from lintas.importing.chat import is_marked, unfold
from lintas.importing.manuscript import Manuscript
from lintas.importing.plain import markdown_blocks, text_blocks
from lintas.reader import decode

LIMIT = 40_000_000  # bytes of a document with pictures
TEXT_LIMIT = 1_000_000  # bytes of a text
PAGE_LIMIT = 6_000_000  # bytes of a web page
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"BM")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHEETS = ("xl/workbook.xml", "ppt/presentation.xml", "visio/document.xml")


def load(path: Path) -> Outcome[bytes | None]:
    """The bytes of an ordinary file."""
    try:
        if not path.is_file():
            reason = "bukan berkas biasa" if path.exists() else "tidak ada"
            return Outcome(None, (fault("NAS105", Span(path.name), berkas=path, sebab=reason),))
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        return Outcome(None, (fault("NAS105", Span(path.name), berkas=path, sebab=error.strerror or error),))
    except ValueError:  # a NUL in the name
        return Outcome(None, (fault("NAS105", Span("?"), berkas="?", sebab="namanya bukan nama berkas"),))
    return Outcome(data)


def manuscript(data: bytes, name: str) -> Outcome[Manuscript | None]:
    """Read by what the bytes are, not by what the name says they are."""
    try:
        return _by_kind(data, name)
    except Refused as refused:
        return Outcome(None, (finding(refused.code, Span(name), dict(refused.args)),))


def _by_kind(data: bytes, name: str) -> Outcome[Manuscript | None]:
    suffix = PurePath(name).suffix.lower()
    if len(data) > LIMIT:
        return _refused("NAS109", name, batas="40 MB")
    if len(data) < TEXT_LIMIT and not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        return _refused("NAS108", name)
    foreign = _foreign(data, suffix)
    if foreign:
        return _refused(foreign[0], name, **foreign[1])
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(data, name)
    if suffix in (".docx", ".docm", ".odt", ".dotx"):
        return _refused("NAS111", name, sebab="isinya bukan dokumen pengolah kata")
    reader = _READERS.get(suffix)
    if reader is None:
        return _refused("NAS106", name, jenis=suffix or name)
    return reader(data, name)


def _foreign(data: bytes, suffix: str) -> tuple[str, dict[str, str]] | None:
    """The code for what is another kind of file, by its first bytes."""
    head = data[:1024].lstrip()
    if head.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        return "NAS115", {"jenis": "pindaian" if _scanned(data) else "teks"}
    if data.startswith(_OLE):
        return ("NAS110", {}) if "EncryptedPackage".encode("utf-16-le") in data else ("NAS113", {})
    if head.startswith(b"{\\rtf"):
        return "NAS114", {"jenis": "RTF"}
    if suffix in (".pages", ".rtf", ".wps", ".wpd") and not data.startswith(b"PK"):
        return "NAS114", {"jenis": suffix.removeprefix(".")}
    if data.startswith(_PICTURES) or data[4:12] in (b"ftypavif", b"ftypheic", b"ftypmif1"):
        return "NAS118", {}
    return None


def _scanned(data: bytes) -> bool:
    """Whether a PDF shows pictures and names no font: pages that were photographed."""
    return b"/Font" not in data and b"/Image" in data and b"/ObjStm" not in data


def _archive(data: bytes, name: str) -> Outcome[Manuscript | None]:
    """A ZIP by what lies in it."""
    inside = set(archives.names(data))
    if any(entry.endswith("vbaProject.bin") for entry in inside):
        return _refused("NAS112", name)
    if "word/document.xml" in inside:
        from lintas.importing.word import read_word

        return read_word(data, name)
    if "content.xml" in inside and "META-INF/manifest.xml" in inside:
        from lintas.importing.opendocument import read_opendocument

        return read_opendocument(data, name)
    if any(entry.endswith(".iwa") or entry == "Index.zip" for entry in inside):
        return _refused("NAS114", name, jenis="Pages")
    if inside & set(_SHEETS):
        return _refused("NAS106", name, jenis="lembar kerja atau presentasi")
    if any(re.search(r"word/document\d*\.xml$", entry) for entry in inside):
        return _refused("NAS111", name, sebab="susunan dokumen Word ini tidak lazim")
    if PurePath(name).suffix.lower() in (".docx", ".odt"):
        return _refused("NAS111", name, sebab="bagian utamanya tidak ada")
    return _refused("NAS106", name, jenis="arsip ZIP")


def _text(data: bytes, name: str) -> Outcome[Manuscript | None]:
    decoded = _decoded(data, name, TEXT_LIMIT)
    if decoded.value is None:
        return Outcome(None, decoded.diagnostics)
    text = decoded.value
    if re.match(r"\s*(?:<!doctype html|<html|<head|<body|<article|<div|<p[ >])", text, re.IGNORECASE):
        return _page(data, name)
    chat = unfold(text)
    remarks = decoded.diagnostics
    if chat:
        blocks = text_blocks(chat.text, chat=True)
        remarks = (*remarks, fault("NAS212", Span(name), jumlah=len(chat.dropped), contoh=" | ".join(chat.dropped)))
        return Outcome(Manuscript(blocks, remarks=remarks, dropped=chat.dropped, dated=chat.day, chat=True))
    return Outcome(Manuscript(text_blocks(text, chat=is_marked(text)), remarks=remarks))


def _markdown(data: bytes, name: str) -> Outcome[Manuscript | None]:
    decoded = _decoded(data, name, TEXT_LIMIT)
    if decoded.value is None:
        return Outcome(None, decoded.diagnostics)
    if decoded.value.lstrip().startswith("---\n") and re.search(r"^judul\s*:", decoded.value, re.MULTILINE):
        return _refused("NAS107", name)
    return Outcome(Manuscript(markdown_blocks(decoded.value), remarks=decoded.diagnostics))


def _page(data: bytes, name: str) -> Outcome[Manuscript | None]:
    decoded = _decoded(data, name, PAGE_LIMIT)
    if decoded.value is None:
        return Outcome(None, decoded.diagnostics)
    from lintas.importing.pages import read_page

    paper = read_page(decoded.value, name)
    if paper.value is None:
        return paper
    from dataclasses import replace

    return Outcome(replace(paper.value, remarks=(*decoded.diagnostics, *paper.value.remarks)))


_READERS: dict[str, Callable[[bytes, str], Outcome[Manuscript | None]]] = {
    ".txt": _text, ".text": _text, "": _text, ".md": _markdown, ".markdown": _markdown, ".html": _page, ".htm": _page,
    ".xhtml": _page,
}  # fmt: skip


def _decoded(data: bytes, name: str, limit: int) -> Outcome[str | None]:
    """UTF-8, else UTF-16 or Windows-1252 where there is no doubt, which is then said."""
    if len(data) > limit:
        return Outcome(None, (fault("NAS109", Span(name), batas=f"{limit // 1_000_000} MB"),))
    decoded = decode(data, name)
    codes = {found.code for found in decoded.diagnostics}
    if "KFG102" in codes and "\ufffd" not in decoded.value:
        return Outcome(decoded.value, (fault("NAS215", Span(name), penyandian="UTF-16"),))
    if "KFG101" in codes and _is_western(data):
        text = data.decode("cp1252").replace("\r\n", "\n").replace("\r", "\n")
        return Outcome(text, (fault("NAS215", Span(name), penyandian="Windows-1252"),))
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13) for byte in data[:100_000])
    if controls > 5 and controls * 50 > len(data[:100_000]):
        return Outcome(None, (fault("NAS119", Span(name)),))
    if "KFG101" in codes:
        return Outcome(None, decoded.diagnostics)
    remarks = tuple(found for found in decoded.diagnostics if found.code == "KFG104")
    return Outcome(decoded.value, remarks)


def _is_western(data: bytes) -> bool:
    """Whether the bytes above ASCII are the quotation marks, dashes and accents of Windows-1252, and few."""
    high = [byte for byte in data if byte > 127]
    usual = set(
        b"\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa9\xab\xae\xb0\xb1\xb2\xb7\xbb\xbd\xd7\xe0\xe1\xe8\xe9\xea\xeb\xed\xef\xf3\xf6\xfc\xc9\xe7\xf1\xad\xb3"
    )
    return bool(high) and all(byte in usual for byte in high) and len(high) * 10 < len(data) and b"\0" not in data


def _refused(code: str, name: str, **args: object) -> Outcome[Manuscript | None]:
    return Outcome(None, (finding(code, Span(name), args),))
