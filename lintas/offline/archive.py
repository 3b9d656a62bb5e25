"""The bytes of the archive: the same for the same files, whenever and wherever it is made. Pure."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

_TIME = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_PACKED = (
    ".avif", ".gif", ".jpeg", ".jpg", ".parquet", ".pdf", ".png", ".webp", ".woff2", ".xlsx", ".zip",
)  # fmt: skip
_RECORD = 160  # bytes that a member takes besides its content and twice its name
_SAMPLE = 40  # one of so many files tells how much smaller files of its kind become

Read = Callable[[str], bytes]


def packed(folder: str, paths: Iterable[str], read: Read) -> bytes:
    """The files as they are read, everything below one `folder`."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path in paths:
            info = zipfile.ZipInfo(folder + path, _TIME)
            info.create_system = 3  # the same on Windows
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if path.endswith(_PACKED) else zipfile.ZIP_DEFLATED
            archive.writestr(info, read(path), compresslevel=_LEVEL)
    return made.getvalue()


def estimate(folder: str, sizes: Mapping[str, int], read: Read) -> dict[str, int]:
    """Bytes that each file will take in the archive, told from some of each form."""
    forms: dict[str, list[str]] = defaultdict(list)
    for path in sizes:
        forms[path.rpartition(".")[2]].append(path)
    ratios = {form: _ratio(found[::_SAMPLE], read) for form, found in forms.items()}
    return {
        path: round(size * ratios[path.rpartition(".")[2]]) + 2 * len(folder + path) + _RECORD
        for path, size in sizes.items()
    }


def _ratio(paths: Iterable[str], read: Read) -> float:
    whole = small = 0
    for path in paths:
        if path.endswith(_PACKED):
            return 1.0
        data = read(path)
        whole += len(data)
        small += len(zlib.compress(data, _LEVEL))
    return small / whole if whole else 1.0
