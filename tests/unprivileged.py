"""Permissions do not bind root; a test that needs them acts as nobody for a while."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

NOBODY = 65534


@contextlib.contextmanager
def permissions_bind(folder: Path) -> Iterator[None]:
    """Inside, file modes hold. Root lends `folder` to nobody and takes nobody's rights; what is needed is imported."""
    if os.geteuid() != 0:
        yield
        return
    top = Path(tempfile.gettempdir())
    for parent in folder.parents:
        if parent.is_relative_to(top) and parent != top:
            parent.chmod(parent.stat().st_mode | 0o055)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
