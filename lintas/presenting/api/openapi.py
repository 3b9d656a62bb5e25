"""The description of the API: OpenAPI 3.1, of what this portal has and nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lintas.presenting.api import more_schemas, schemas
from lintas.presenting.api.others import VERSION
from lintas.presenting.api.schemas import Schema
from lintas.presenting.api.shared import ROOT
from lintas.relate import Site, release_address

TWIN = "SiaranPers"
_TWIN_SCHEMA = Path(__file__).with_name("siaran-pers.schema.json")
_POLICY = """\
Berkas statis tanpa kunci, kuota, atau parameter kueri. Kode wilayah selalu teks. Bidang yang kosong tidak ditulis.

Selama alamatnya `v1`, bidang dan alamat baru dapat ditambahkan, tetapi tidak ada yang dihapus, diganti namanya, atau \
diubah tipenya: abaikan bidang yang tidak dikenal. Perubahan lain terbit sebagai `v2`; `v1` tetap terbit sedikitnya \
setahun sesudahnya dan masa akhirnya diumumkan di halaman penjelasan."""
_PARAMETERS = {
    "tahun": ("Tahun terbit", r"^\d{4}$"),
    "halaman": ("Nomor halaman daftar, mulai dari 1", r"^[1-9]\d*$"),
    "slug": ("Nama siaran dalam alamatnya", r"^[a-z0-9]+(-[a-z0-9]+)*$"),
    "dataset": ("Kunci himpunan data", r"^[a-z0-9][a-z0-9._-]*$"),
    "tabel": ("Nama tabel", r"^[a-z0-9][a-z0-9._-]*$"),
    "provinsi": ("Kode provinsi, atau tanpa-kode", r"^(\d{2}|tanpa-kode)$"),
    "kode": ("Kode wilayah Kemendagri", r"^\d{2}(\.\d{2})?$"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """One address: its template, its record, what it is, and a value for each of its parameters."""

    template: str
    record: str
    meaning: str
    examples: tuple[str, ...] = ()


def ways(site: Site) -> tuple[Way, ...]:
    """The addresses that exist. A template stands for at least one file."""
    lists = (
        Way(f"{ROOT}index.json", "Pintu", "Pintu masuk"),
        Way(f"{ROOT}siaran-pers.json", "TahunSiaran", "Tahun-tahun siaran pers"),
        Way(f"{ROOT}data.json", "DaftarData", "Semua himpunan data"),
        Way(f"{ROOT}wilayah.json", "DaftarWilayah", "Semua wilayah"),
        Way(f"{ROOT}instansi.json", "DaftarInstansi", "Semua instansi"),
        Way(f"{ROOT}topik.json", "DaftarTopik", "Semua topik"),
        Way(f"{ROOT}kawasan.json", "DaftarKawasan", "Semua kawasan"),
        Way("koreksi/koreksi.json", "DaftarKoreksi", "Register koreksi"),
    )
    agenda = (Way("jadwal.json", "DaftarJadwal", "Agenda"),) if site.agenda else ()
    return (*lists, *agenda, *_of_releases(site), *_of_datasets(site), *_of_regions(site))


def _of_releases(site: Site) -> tuple[Way, ...]:
    every = (*site.releases, *site.withdrawn)
    if not every:
        return ()
    year, slug = release_address(every[0]).split("/")[1:3]
    return (
        Way(f"{ROOT}siaran-pers/{{tahun}}/{{halaman}}.json", "HalamanSiaran", "Siaran setahun", (year, "1")),
        Way("siaran-pers/{tahun}/{slug}/index.json", TWIN, "Satu siaran pers", (year, slug)),
    )


def _of_datasets(site: Site) -> tuple[Way, ...]:
    if not site.datasets:
        return ()
    made = [Way(f"{ROOT}data/{{dataset}}.json", "Data", "Satu himpunan data", (next(iter(site.datasets)),))]
    large = [(slug, each) for slug, item in site.datasets.items() for each in item.facts.shards]
    if large:
        slug, shards = large[0]
        table = f"{ROOT}data/{{dataset}}/{{tabel}}"
        names = (slug, shards.resource)
        made.append(Way(f"{table}.json", "DaftarPecahan", "Bagian-bagian tabel besar", names))
        first = (*names, shards.parts[0].province)
        made.append(Way(f"{table}/{{provinsi}}.json", "Pecahan", "Baris satu provinsi", first))
    return tuple(made)


def _of_regions(site: Site) -> tuple[Way, ...]:
    codes = tuple(site.regions)
    return (Way(f"{ROOT}wilayah/{{kode}}.json", "Wilayah", "Satu wilayah", codes[-1:]),) if codes else ()


def description(site: Site) -> dict[str, Any]:
    settings = site.settings
    contact = {"name": settings.contact.unit or settings.title, "url": settings.base_url}
    known = ways(site)
    return {
        "openapi": "3.1.1",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {
            "title": f"API {settings.title}",
            "version": VERSION,
            "description": _POLICY,
            "license": {"name": settings.licence, "identifier": settings.licence},
            "contact": contact | ({"email": settings.contact.email} if settings.contact.email else {}),
        },
        "externalDocs": {"url": f"{settings.base_url}api/"},
        "servers": [{"url": settings.base_url.rstrip("/")}],
        "paths": {f"/{ROOT}openapi.json": _itself(), **{f"/{way.template}": _path(way) for way in known}},
        "components": {"schemas": components([way.record for way in known])},
    }


def _itself() -> dict[str, Any]:
    return {"get": {
        "operationId": "openapi", "summary": "Uraian ini",
        "responses": {"200": {
            "description": "OpenAPI 3.1", "content": {"application/json": {"schema": {"type": "object"}}},
        }},
    }}  # fmt: skip


def _path(way: Way) -> dict[str, Any]:
    names = re.findall(r"\{(\w+)\}", way.template)
    got = {"schema": {"$ref": f"#/components/schemas/{way.record}"}}
    return {"get": {
        "operationId": way.record[0].lower() + way.record[1:],
        "summary": way.meaning,
        **({"parameters": [_parameter(*pair) for pair in zip(names, way.examples, strict=True)]} if names else {}),
        "responses": {
            "200": {"description": way.meaning, "content": {"application/json": got}},
            **({"404": {"description": "Tidak ada"}} if names else {}),
        },
    }}  # fmt: skip


def _parameter(name: str, example: str) -> dict[str, Any]:
    meaning, pattern = _PARAMETERS[name]
    return {
        "name": name, "in": "path", "required": True, "description": meaning,
        "schema": {"type": "string", "pattern": pattern}, "example": example,
    }  # fmt: skip


def components(wanted: list[str]) -> dict[str, Schema]:
    """The schemas of these records and of all that they are made of."""
    every = records()
    found: dict[str, Schema] = {}
    waiting = list(wanted)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = every[name]
            waiting += re.findall(r'"#/components/schemas/(\w+)"', json.dumps(every[name]))
    return dict(sorted(found.items()))


def records() -> dict[str, Schema]:
    """Every record by name."""
    twin = json.loads(_TWIN_SCHEMA.read_text("utf-8"))
    twin.pop("$schema")
    made: dict[str, Schema] = {TWIN: twin}
    blocks = [block for text in (schemas.RECORDS, more_schemas.RECORDS) for block in text.strip().split("\n\n")]
    for block in blocks:
        head, *lines = block.split("\n")
        name, _, meaning = head.partition("  ")
        fields = [line.split(" ", 2) for line in lines]
        made[name] = {
            "type": "object",
            "description": meaning,
            "properties": {key.rstrip("!"): _field(kind, " ".join(rest)) for key, kind, *rest in fields},
            "required": [key[:-1] for key, *_ in fields if key.endswith("!")],
        }
    return made


def _field(kind: str, meaning: str) -> Schema:
    made = _type(kind)
    return made | {"description": meaning} if meaning else made


def _type(kind: str) -> Schema:
    if kind.startswith("["):
        return {"type": "array", "items": _type(kind[1:-1])}
    if kind in schemas.PLAIN:
        return dict(schemas.PLAIN[kind])
    if kind[0].isupper():
        return {"$ref": f"#/components/schemas/{kind}"}
    return {"enum": kind.split("|")}
