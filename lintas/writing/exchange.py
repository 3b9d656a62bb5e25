"""Put one folder in the place of another, in one step where the system can."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap(fresh: Path, live: Path, aside: Path) -> None:
    """Afterwards `live` is the fresh tree and the old one stands at `fresh`.

    On Linux `renameat2(RENAME_EXCHANGE)` leaves no instant without a tree. Elsewhere two renames do it: the old tree
    is moved to `aside`, and moved back when the second rename fails.
    """
    if not live.exists():
        os.rename(fresh, live)
        return
    if _exchange(fresh, live):
        return
    os.rename(live, aside)
    try:
        os.rename(fresh, live)
    except OSError:
        os.rename(aside, live)
        raise
    os.rename(aside, fresh)


def recover(live: Path, aside: Path) -> None:
    """Bring back the old tree when a build was killed between the two renames."""
    if aside.exists() and not live.exists():
        os.rename(aside, live)


def _exchange(one: Path, other: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    paths = os.fsencode(one), os.fsencode(other)
    return bool(rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)
