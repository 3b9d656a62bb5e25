"""What proves that a release is genuine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sidik:
    """Fingerprint of a text: SHA-256 in hex of its normal form, and short hashes of its parts, joined.

    `parts` only finds which release a text comes from; it proves nothing.
    """

    text: str = ""
    parts: str = ""


UNKNOWN = Sidik()


@dataclass(frozen=True, slots=True)
class Tertanda:
    """The public key of the portal and the signature of its manifest, both as minisign writes them; "" for none."""

    public_key: str = ""  # base64
    signature: str = ""  # the whole file `*.minisig`
    demonstration: bool = False  # made with the key that everybody has


UNSIGNED = Tertanda()
