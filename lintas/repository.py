"""What git knows of the portal's folder as it is now (effect: runs git)."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

_SECONDS = 20
_GIT = ("git", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.untrackedCache=false")
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_MADE_FROM = ("content", "datasets", "theme", "lintas", "build.py", "requirements.lock")


def head(root: Path, otherwise: str = "") -> str:
    """The commit that is checked out; `otherwise` where git cannot tell; "" where that is none either."""
    found = _said(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    text = (found or otherwise).strip().lower()
    return text if _COMMIT.fullmatch(text) else ""


def touched(root: Path) -> bool | None:
    """Whether what a site is made from differs from that commit; None where git cannot tell."""
    found = _said(root, "status", "--porcelain", "--untracked-files=normal", "--", *_MADE_FROM)
    return None if found is None else bool(found.strip())


def _said(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run((*_GIT, *arguments), cwd=root, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
