"""Where a descriptor may point: to regular files below its own folder. Effect: looks at the file system."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath

from lintas.datasets.values import Findings
from lintas.reader import Node, near

_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_DOCUMENTS = frozenset(
    f".{name}" for name in "hta htm html js mht mhtml mjs shtml svg svgz wasm xht xhtml xml xsl xslt".split()
)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


def is_remote(path: str) -> bool:
    return _REMOTE.match(path) is not None and not _DRIVE.match(path)


def check_path(findings: Findings, node: Node, folder: Path) -> bool:
    """Whether the text of `node` names a file inside `folder`; otherwise says why not."""
    path = node.text
    code = _wrong_form(path)
    if not code and not os.access(_standing(folder / path), os.X_OK):
        code = "DAT115"
    if not code and not (folder / path).is_symlink() and not (folder / path).exists():
        findings.add("DAT109", node, value=path, hint=_similar(folder, path))
        return False
    if not code and _leaves(folder, path):
        code = "DAT113"
    if not code and not ((folder / path).is_file() and os.access(folder / path, os.R_OK)):
        code = "DAT115"
    if code:
        findings.add(code, node, value=path)
    return not code


def _standing(place: Path) -> Path:
    """The innermost folder above `place` that exists."""
    return next(parent for parent in place.parents if os.path.lexists(parent))


def _wrong_form(path: str) -> str:
    if is_remote(path):
        return "DAT112"
    if path.startswith(("/", "\\", "~")) or _DRIVE.match(path):
        return "DAT110"
    if ".." in re.split(r"[\\/]", path):
        return "DAT111"
    if not path.isprintable() or "\\" in path or not path.strip() or len(path) > 250:
        return "DAT116"
    if PurePosixPath(path).suffix.lower() in _DOCUMENTS:
        return "DAT146"
    return ""


def _leaves(folder: Path, path: str) -> bool:
    """Whether a symbolic link on the way leads out of the folder or nowhere."""
    try:
        return not (folder / path).resolve(strict=True).is_relative_to(folder.resolve(strict=True))
    except (OSError, RuntimeError):
        return True


def _similar(folder: Path, path: str) -> str:
    parent = (folder / path).parent
    names = sorted(entry.name for entry in parent.iterdir()) if parent.is_dir() else []
    name = Path(path).name
    hint = next((other for other in names if other.casefold() == name.casefold()), "") or near(name, names)
    return str(Path(path).with_name(hint).as_posix()) if hint else ""
