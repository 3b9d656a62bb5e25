"""What records of all kinds are made of. Keys are Indonesian, as in the twins of releases; addresses are absolute."""

from __future__ import annotations

import json
from typing import Any

from lintas import wilayah
from lintas.model import SiaranPers
from lintas.model.shards import FORM
from lintas.presenting import feeds
from lintas.relate import Site, number, release_address

__all__ = ["FORM", "ROOT", "Record", "address", "encoded", "kept", "known", "measured", "mention", "named", "region"]

ROOT = "api/v1/"
Record = dict[str, Any]
_NUMERIC = ("integer", "number")


def encoded(value: object) -> bytes:
    """One compact line; what is no text in UTF-8 is replaced."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "replace")


def kept(values: Record) -> Record:
    """Without what is empty. A number is never empty."""
    return {key: value for key, value in values.items() if value not in ("", [], {}, None)}


def address(site: Site, path: str) -> str:
    return site.settings.base_url + path


def measured(text: str) -> int | float | str:
    """The number in a cell of a checked table; a cell that holds none stays text."""
    value = number(text)
    if value is None:
        return text
    return int(value) if value == value.to_integral_value() and abs(value) < 10**15 else float(value)


def is_numeric(kind: str) -> bool:
    return kind in _NUMERIC


def named(site: Site, kind: str, key: str) -> Record:
    """An institution, a topic, a dataset or an area by its key, with the address of its page."""
    names = {
        "instansi": lambda: site.institutions[key].name,
        "topik": lambda: site.topics[key].name,
        "data": lambda: site.datasets[key].dataset.title,
        "kawasan": lambda: site.areas[key].name,
    }
    made = {"kunci": key, "nama": names[kind](), "alamat": address(site, f"{kind}/{key}/")}
    return made | ({"api": address(site, f"{ROOT}data/{key}.json")} if kind == "data" else {})


def known(site: Site, kind: str, keys: object) -> list[Record]:
    """Those of `keys` that the portal has."""
    there = {"instansi": site.institutions, "topik": site.topics, "data": site.datasets, "kawasan": site.areas}[kind]
    return [named(site, kind, key) for key in dict.fromkeys(keys) if key in there]  # type: ignore[call-overload]


def region(site: Site, code: str) -> Record:
    """A region with its page and its record, where it has them."""
    found, there = wilayah.find(code), code in site.regions
    return kept({
        "kode": code,
        "nama": found.name if found else "",
        "alamat": address(site, f"wilayah/{code}/") if there else "",
        "api": address(site, f"{ROOT}wilayah/{code}.json") if there else "",
    })  # fmt: skip


def mention(site: Site, release: SiaranPers) -> Record:
    """A release in a list of another record."""
    page = address(site, release_address(release))
    return {"judul": release.title, "tanggal": release.published, "alamat": page, "json": page + "index.json"}


def feeds_of(site: Site, kind: str, key: str) -> Record:
    """The addresses of its feed, if there is one."""
    folder = f"{kind}/{key}/"
    made = {"atom": address(site, f"{folder}umpan.xml"), "json": address(site, f"{folder}umpan.json")}
    return {"umpan": made} if feeds.tells(site, kind, key) else {}
