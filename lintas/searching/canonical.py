"""A Pagefind index whose bytes depend on its records alone (pure).

Pagefind walks its filters and sort orders through hash maps with a random seed, so that two runs write them in another
order, under another name. Here they are put in order, named anew by their content, and named so where they are used.
Everything else is the same in every run.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable
from typing import Any

_SIGN = b"pagefind_dcd"
_GZIP = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"  # no time, no name, no system
_ENTRY = "pagefind-entry.json"
_FILTER = ("filter/", ".pf_filter")
_MAIN, _META = "pagefind.", ".pf_meta"


def canonical(files: Iterable[tuple[str, bytes]]) -> tuple[tuple[str, bytes], ...]:
    """The same index with filters, sort orders and their names in one order. `files` as Pagefind made them."""
    made: dict[str, bytes] = {}
    renamed: dict[str, str] = {}
    metas: dict[str, Any] = {}
    entry: dict[str, Any] = {}
    for path, data in sorted(files):
        if path.startswith(_FILTER[0]):
            old = path[len(_FILTER[0]) : -len(_FILTER[1])]
            name, values = _opened(data)
            content = _closed([name, sorted(values)])
            renamed[old] = _name(old, content)
            made[f"{_FILTER[0]}{renamed[old]}{_FILTER[1]}"] = content
        elif path.endswith(_META):
            metas[path.removeprefix(_MAIN).removesuffix(_META)] = _opened(data)
        elif path == _ENTRY:
            entry = json.loads(data)
        else:
            made[path] = data
    for index in entry["languages"].values():
        version, pages, chunks, filters, sorts, names = metas[index["hash"]]
        named = sorted([name, renamed[file]] for name, file in filters)
        content = _closed([version, pages, chunks, named, sorted(sorts), names])
        index["hash"] = _name(index["hash"], content)
        made[f"{_MAIN}{index['hash']}{_META}"] = content
    made[_ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return tuple(sorted(made.items()))


def _opened(data: bytes) -> Any:
    import cbor2

    return cbor2.loads(gzip.decompress(data).removeprefix(_SIGN))


def _closed(value: object) -> bytes:
    import cbor2

    data = _SIGN + cbor2.dumps(value)
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = packer.compress(data) + packer.flush()
    return _GZIP + body + zlib.crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little")


def _name(old: str, content: bytes) -> str:
    """ "id_5c4eda0" after the content: the language stays, the rest is its digest."""
    return f"{old.partition('_')[0]}_{hashlib.sha256(content).hexdigest()[:10]}"
