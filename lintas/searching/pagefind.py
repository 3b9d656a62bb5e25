"""Records → files of a Pagefind index (effect: runs the Pagefind program; writes nothing itself).

The program is spoken to directly: its Python wrapper waits a tenth of a second for every answer, a quarter of an hour
for ten thousand records. It takes requests as base64 of JSON, separated by commas, and answers in kind.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

from lintas.searching.canonical import canonical
from lintas.searching.record import Record

_NEEDED = ("pagefind.js", "pagefind-entry.json")
_WASM = re.compile(r"wasm\.[a-z]{2}\.pagefind")  # of a language; "unknown" is for languages that it does not stem
_FOLDERS = ("index/", "filter/", "fragment/")
_LICENCE = Path(__file__).parent / "lists" / "LICENCES.txt"  # goes with the copies of its files
_META = ".pf_meta"
_WORD = re.compile(r"[^\W_]")
_PIECE = 1 << 20  # bytes of answers that are taken at once


class PagefindFailed(Exception):
    """The program ended without an index; says what it said."""


def version() -> str:
    """Version of the installed Pagefind, "" when there is none for this platform."""
    try:
        return metadata.version("pagefind_bin")
    except metadata.PackageNotFoundError:
        return ""


def program() -> str:
    """Path of the program, "" when it is not installed."""
    try:
        from pagefind_bin import get_executable

        return str(get_executable())
    except (ImportError, FileNotFoundError):
        return ""


@dataclass(slots=True)
class Indexing:
    """One run of the program. State: its process."""

    program: str
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _stopped: bool = field(default=False, init=False)

    def files(self, records: Sequence[Record]) -> tuple[tuple[str, bytes], ...]:
        """Files of the index as (path in its folder, content), the same for the same records.

        Raises `PagefindFailed`, and `OSError` when the program cannot be started.
        """
        if not records or self._stopped:
            return ()
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            [self.program, "--service"], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
        )
        writer = threading.Thread(target=_write, args=(self._process, records), daemon=True)
        writer.start()
        try:
            return self._made(self._process)
        finally:
            self._process.kill()
            self._process.wait()
            writer.join()

    def _made(self, process: subprocess.Popen[bytes]) -> tuple[tuple[str, bytes], ...]:
        for answer in _answers(process):
            if answer.get("type") == "Error":
                raise PagefindFailed(str(answer.get("message")))
            if answer.get("type") == "GetFiles":
                found = ((each["path"], base64.b64decode(each["content"])) for each in answer["files"])
                needed = sorted((path, data) for path, data in found if _needed(path))
                return *canonical(needed), (_LICENCE.name, _LICENCE.read_bytes())
        raise PagefindFailed("it ended before the index was made")

    def stop(self) -> None:
        self._stopped = True
        if self._process is not None:
            self._process.kill()


def _needed(path: str) -> bool:
    """What the page of this portal uses: not the widgets that come along."""
    return path in _NEEDED or path.startswith(_FOLDERS) or path.endswith(_META) or bool(_WASM.fullmatch(path))


def _requests(records: Iterable[Record]) -> Iterator[bytes]:
    yield _packed(0, type="NewIndex", config={})
    number = 0
    for number, record in enumerate(records, start=1):
        yield _packed(
            number,
            type="AddRecord",
            index_id=0,
            url=record.address,
            content=record.content if _WORD.search(record.content) else record.address,  # else it would be left out
            language=record.language,
            meta={name: value for name, value in record.fields if value},
            filters={name: list(keys) for name, keys in record.filters if keys},
            sort={"terbaru": f"{record.order or '0000'} {record.address}"},  # all have one: else they are left out
        )
    yield _packed(number + 1, type="GetFiles", index_id=0)


def _packed(number: int, **payload: object) -> bytes:
    return base64.b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b","


def _write(process: subprocess.Popen[bytes], records: Iterable[Record]) -> None:
    """Ask for everything. The pipe stays open: at its end the program stops, answers or not."""
    assert process.stdin is not None
    try:
        for request in _requests(records):
            process.stdin.write(request)
        process.stdin.flush()
    except (OSError, ValueError):
        return  # it has ended; who reads its answers says so


def _answers(process: subprocess.Popen[bytes]) -> Iterator[dict[str, Any]]:
    """Payloads of the answers as they come, the long one with the files last."""
    assert process.stdout is not None
    parts: list[bytes] = []
    while piece := process.stdout.read1(_PIECE):  # type: ignore[attr-defined]
        *whole, rest = piece.split(b",")
        for part in whole:
            yield json.loads(base64.b64decode(b"".join((*parts, part))))["payload"]
            parts = []
        parts.append(rest)
