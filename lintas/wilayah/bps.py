"""Codes of Statistics Indonesia (BPS): digits without dots, and other digits than Kemendagri's for 199 regencies."""

from __future__ import annotations

import re
from functools import cache

from lintas.model import Wilayah
from lintas.wilayah.register import bps_pairs, find

_SHAPE = re.compile(r"[0-9]{2}(?:[0-9]{2}(?:[0-9]{3}(?:[0-9]{3})?)?)?")
_DIVIDED = ("91", "92", "93", "94", "95", "96", "97")  # Papua: the list is older than its new provinces


@cache
def _regencies() -> dict[str, str]:
    return dict(bps_pairs())


@cache
def _provinces() -> frozenset[str]:
    return frozenset(code[:2] for code in _regencies())


@cache
def _back() -> dict[str, str]:
    return {code: bps for bps, code in bps_pairs()}


def is_bps_shaped(text: str) -> bool:
    """11, 1101, 1101010 or 1101010001 (ASCII digits only)."""
    return _SHAPE.fullmatch(text) is not None


def region_of(digits: str) -> Wilayah | None:
    """The kabupaten/kota that BPS calls by these digits (dots are ignored)."""
    return find(_regencies().get(digits.replace(".", ""), ""))


def known_to_bps(digits: str) -> bool:
    """Whether the list holds the regency (or the province, for two digits); codes of divided Papua are let pass."""
    return digits[:2] in _DIVIDED or digits[:4] in _regencies() or (len(digits) == 2 and digits in _provinces())


def bps_code(code: str) -> str:
    """The BPS code of a kabupaten/kota by its Kemendagri code, "" when unknown."""
    return _back().get(code, "")
