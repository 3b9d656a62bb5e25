"""An earlier revision, read through git (effect: runs git, reads nothing else)."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from lintas.diagnostics import Outcome, Span, finding

_SECONDS = 60
_TOPS = ("content", "datasets")
_GIT = ("git", "--no-optional-locks", "--literal-pathspecs", "-c", "core.quotepath=off", "-c", "core.fsmonitor=false")


@dataclass(frozen=True, slots=True)
class Past:
    """The portal as it was at `commit`. Paths are POSIX and relative to the portal's folder."""

    root: Path
    commit: str
    changed: tuple[str, ...]  # files of content/ and datasets/ that were there and differ now or are gone

    def read(self, path: str) -> bytes | None:
        """The file as it was, or None where there was none."""
        done = _run(self.root, "cat-file", "blob", f"{self.commit}:./{path}")
        return done.stdout if done is not None and done.returncode == 0 else None

    def paths(self, folder: str) -> tuple[str, ...]:
        """Every file that lay below `folder`, sorted."""
        done = _run(self.root, "ls-tree", "-r", "--name-only", "-z", self.commit, "--", f"{folder}/")
        return _listed(done.stdout) if done is not None and done.returncode == 0 else ()


def open_past(root: Path, revision: str) -> Outcome[Past | None]:
    """The state at the point where the present one parted from `revision`; None with what stands in the way.

    A branch is thereby blamed for its own changes alone, not for those made meanwhile on the other one.
    """
    if shutil.which("git") is None:
        return _refused("KOR310")
    inside = _run(root, "rev-parse", "--is-inside-work-tree")
    if inside is None or inside.returncode != 0 or inside.stdout.strip() != b"true":
        return _refused("KOR311", reason=_said(inside))
    commit = "" if revision.startswith("-") else _resolved(root, revision)
    if not commit:
        shallow = _run(root, "rev-parse", "--is-shallow-repository")
        cut = shallow is not None and shallow.stdout.strip() == b"true"
        return _refused("KOR313" if cut else "KOR312", value=revision)
    parted = _run(root, "merge-base", commit, "HEAD")
    if parted is not None and parted.returncode == 0 and parted.stdout.strip():
        commit = parted.stdout.decode("ascii", "replace").split()[0]
    compared = _run(
        root, "diff", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "--diff-filter=MDT", "-z",
        "--relative", commit, "--", *_TOPS,
    )  # fmt: skip
    if compared is None or compared.returncode != 0:
        return _refused("KOR314", reason=_said(compared))
    return Outcome(Past(root, commit, _listed(compared.stdout)))


def _resolved(root: Path, revision: str) -> str:
    done = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return done.stdout.decode("ascii", "replace").strip() if done is not None and done.returncode == 0 else ""


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes] | None:
    """The finished command, or None when it could not be run or did not end in time."""
    try:
        return subprocess.run((*_GIT, *arguments), cwd=root, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None


def _listed(output: bytes) -> tuple[str, ...]:
    return tuple(sorted(name for name in output.decode("utf-8", "replace").split("\0") if name))


def _said(done: subprocess.CompletedProcess[bytes] | None) -> str:
    """The first line of what git said."""
    text = done.stderr.decode("utf-8", "replace").strip() if done is not None else ""
    return text.split("\n", 1)[0] or "-"


def _refused(code: str, **facts: str) -> Outcome[Past | None]:
    return Outcome(None, (finding(code, Span(""), facts),))
