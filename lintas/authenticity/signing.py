"""Signatures as minisign makes them: Ed25519 over BLAKE2b-512 (the only importer of minisign, which is not loaded
before there is something to sign).

A signature holds no time: the same manifest and key give the same bytes.
"""

from __future__ import annotations

import binascii
from base64 import b64decode
from typing import TYPE_CHECKING

from lintas.diagnostics import Outcome, Span, fault
from lintas.model import UNSIGNED, Tertanda

if TYPE_CHECKING:
    from minisign import SecretKey

MANIFEST = "manifes.json"

_PUBLIC, _SECRET = 42, 158  # bytes of a key, after base64
_MARKS = (b"Ed", b"B2")


def last_line(text: str) -> str:
    """The key in a key file, which has a comment above it; a bare key is taken as well."""
    lines = [line.strip() for line in text.replace("\\n", "\n").splitlines() if line.strip()]
    return lines[-1] if lines else ""


def is_public_key(text: str) -> bool:
    data = _decoded(text)
    return len(data) == _PUBLIC and data.startswith(_MARKS[0])


def public_of(secret: str) -> str:
    """The public key in a secret key without password, or "" for what is none."""
    from base64 import b64encode

    data = _decoded(last_line(secret))
    if len(data) != _SECRET or not data.startswith(_MARKS[0]) or data[2:4] != b"\0\0":
        return ""
    number, public = data[54:62], data[94:126]
    return b64encode(_MARKS[0] + number + public).decode()


def _decoded(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def sign(manifest: bytes, secret: str, password: str, place: Span) -> Outcome[Tertanda]:
    """The manifest signed. ASL101: no key; ASL102: its password is missing or wrong. No text of the key is reported."""
    from minisign import Error, SecretKey

    try:
        key = SecretKey.from_base64(last_line(secret))
    except (Error, ValueError):
        return Outcome(UNSIGNED, (fault("ASL101", place),))
    try:
        key.decrypt(password)
    except (Error, ValueError):
        return Outcome(UNSIGNED, (fault("ASL102", place),))
    with key:
        return Outcome(_signed(manifest, key))


def _signed(manifest: bytes, key: SecretKey) -> Tertanda:
    made = key.sign(
        manifest,
        untrusted_comment="tanda tangan manifes keaslian siaran pers",
        trusted_comment=f"file:{MANIFEST}\thashed",
    )
    return Tertanda(key.get_public_key().to_base64().decode(), bytes(made).decode() + "\n")


def key_id(public_key: str) -> str:
    """The number by which minisign names a key, 16 hex digits."""
    return _decoded(public_key)[2:10][::-1].hex().upper()


def public_file(public_key: str) -> str:
    """The public key as a file that minisign reads."""
    return f"untrusted comment: minisign public key {key_id(public_key)}\n{public_key}\n"
