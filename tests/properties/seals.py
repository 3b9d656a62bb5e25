"""Edits of what proves that releases are genuine: keys, fingerprints of former texts, the switch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.portals import Portal, release_path, settings

SEALS: dict[str, Callable[[Portal], Portal]] = {}
_KEY = (Path(__file__).parents[2] / "content/keaslian/demo.key").read_bytes()
_ENTRY = (
    b'koreksi: [{"tanggal": "2025-03-02", "semula": "[tidak disebut]", "menjadi": "[disebut]", '
    b'"alasan": "Keterangan ditambahkan.", "bobot": "kecil", "sidik_semula": "%s"}]\n'
)


def _seal(function: Callable[[Portal], Portal]) -> Callable[[Portal], Portal]:
    SEALS[function.__name__] = function
    return function


@_seal
def demonstration_key(portal: Portal) -> Portal:
    return {**portal, "content/keaslian/demo.key": _KEY, "content/situs.yaml": settings(demonstrasi=True)}


@_seal
def former_fingerprint(portal: Portal) -> Portal:
    path = release_path("2025", "tiga")
    head, mark, rest = portal[path].partition(b"judul:")
    return {**portal, path: head + _ENTRY % (b"ab" * 32) + mark + rest}


@_seal
def authenticity_off(portal: Portal) -> Portal:
    return {**portal, "content/situs.yaml": settings(fitur={"keaslian": False})}
