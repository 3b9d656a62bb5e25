"""Portals in git repositories, made for tests that compare with an earlier revision."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_AUTHOR = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.go.id", "-c", "commit.gpgsign=false")
_PLAIN = ("-c", "core.autocrlf=false", "-c", "init.defaultBranch=main", "-c", "core.hooksPath=tidak-ada")


def git(root: Path, *words: str) -> str:
    """Run git there; fails loudly."""
    command = ["git", *_AUTHOR, *_PLAIN, *words]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.strip()


def commit(root: Path, message: str = "Simpan") -> str:
    """Keep everything as it is now; the name of the commit. The caches of builds stay out."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet")
        (root / ".gitignore").write_text(".lintas/\n_site/\n._site.lintas/\n", encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(root, "rev-parse", "HEAD")


def edit(root: Path, edits: Mapping[str, Any]) -> None:
    """Change files: path → None (delete), a new path (move), or pairs of a text that stands there and its successor."""
    for path, wish in edits.items():
        file = root / path
        if wish is None:
            file.unlink()
        elif isinstance(wish, str):
            file.rename(root / wish)
        else:
            text = file.read_text(encoding="utf-8")
            for old, new in wish:
                assert text.count(old) >= 1, old
                text = text.replace(old, new)
            file.write_text(text, encoding="utf-8", newline="\n")


def shallow(root: Path, target: Path) -> Path:
    """A clone that holds the last commit alone."""
    git(root, "clone", "--quiet", "--depth", "1", root.resolve().as_uri(), str(target))
    return target


def damage(root: Path) -> None:
    """An index that git cannot read."""
    index = root / ".git" / "index"
    index.write_bytes(b"DIRC rusak" + index.read_bytes()[10:])


def remove(root: Path) -> None:
    shutil.rmtree(root / ".git")
