"""What the architecture tests look at: the files that git would track, the messages, and the codes in the source."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
KEPT_APART = ("tests/golden/", "tests/invalid/", "datasets/", "content/media/")


@cache
def files() -> tuple[str, ...]:
    """Paths of all files that belong to the repository, sorted. Falls back to the disk outside a git work tree."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if found.returncode == 0:
        names = [name for name in found.stdout.split("\0") if name]
    else:
        names = [path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if ".venv" not in path.parts]
    return tuple(sorted(name for name in names if (ROOT / name).is_file()))


def written(*suffixes: str) -> tuple[str, ...]:
    """Files that people write and read, with one of `suffixes`: examples and data are left out."""
    return tuple(name for name in files() if name.endswith(suffixes) and not name.startswith(KEPT_APART))


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(text(name), name)


@cache
def engine() -> tuple[str, ...]:
    return tuple(name for name in files() if name.startswith("lintas/") and name.endswith(".py"))


@cache
def messages() -> dict[str, dict[str, Any]]:
    """All entries of lintas/messages/, by code. A code in two files raises ValueError."""
    entries: dict[str, dict[str, Any]] = {}
    for path in sorted((ROOT / "lintas" / "messages").glob("*.yaml")):
        for code, entry in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
            if code in entries:
                raise ValueError(f"{code} is defined twice")
            if not code.startswith(path.stem):
                raise ValueError(f"{code} stands in {path.name}")
            entries[code] = entry
    return entries


@cache
def emitted() -> dict[str, str]:
    """Every diagnostic code that stands as text in the engine, with the first file that names it."""
    codes: dict[str, str] = {}
    for name in engine():
        for node in ast.walk(tree(name)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                codes.setdefault(node.value, name)
    return codes
