"""Datasets: the list, and for each its description, tables with their columns, files, versions and quality."""

from __future__ import annotations

from collections.abc import Iterator

from lintas.model import Dataset, ExportFacts, Field, Link, Resource, Shards, TableFacts
from lintas.packages import file_name
from lintas.packing import packer
from lintas.presenting import items, versions
from lintas.presenting.api.shared import FORM, ROOT, Record, address, kept, known, mention, region
from lintas.quality import Freshness, requirements
from lintas.relate import Himpunan, Site, table_anchor

MENTIONS = 20  # newest releases that a record names
MEDIA = {
    "csv": "text/csv", "geojson": "application/geo+json", "json": "application/json", "zip": "application/zip",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


def path(slug: str) -> str:
    return f"{ROOT}data/{slug}.json"


def parts_path(slug: str, table: str, province: str = "") -> str:
    """Of the list of parts of a table, or of one part."""
    return f"{ROOT}data/{slug}/{table}{'/' + province if province else ''}.json"


def listed(site: Site) -> Record:
    return {"bentuk": FORM, "data": [_item(site, item) for item in site.datasets.values()]}


def _item(site: Site, item: Himpunan) -> Record:
    data = item.dataset
    return kept({
        "kunci": data.slug, "judul": data.title, "uraian": items.first_sentence(data.description),
        "versi": data.version, "diperbarui": data.updated, "periode": _period(data), "frekuensi": data.frequency,
        "instansi": [data.institution.text] if data.institution.text in site.institutions else [],
        "topik": [ref.text for ref in data.topics if ref.text in site.topics],
        "lisensi": [link.title for link in data.licences], "format": list(items.formats(item)),
    }) | {
        "baris": sum(table.rows for table in item.facts.tables),
        "alamat": address(site, f"data/{data.slug}/"), "api": address(site, path(data.slug)),
    }  # fmt: skip


def ingredients(site: Site, item: Himpunan) -> tuple[object, ...]:
    """What the record of a dataset is made from besides `site.base`."""
    slug, facts = item.dataset.slug, item.facts
    releases = site.by_dataset.get(slug, ())
    made = [(e.path, e.sha256) for e in facts.exports]
    frozen = [version.digest for version in facts.versions]
    shards = [packer(Shards)(each) for each in facts.shards]
    shown = [(r.path, r.title, r.published) for r in releases[:MENTIONS]]
    there = [ref.text in site.regions for ref in item.dataset.spatial]
    fresh = packer(Freshness)(site.freshness[slug])
    return item.dataset.digest, made, frozen, shards, len(releases), shown, there, fresh


def record(site: Site, item: Himpunan) -> Record:
    data, slug = item.dataset, item.dataset.slug
    releases = site.by_dataset.get(slug, ())
    return {"bentuk": FORM} | kept({
        "kunci": slug, "judul": data.title, "uraian": data.description, "versi": data.version, "dibuat": data.created,
        "diperbarui": data.updated, "periode": _period(data), "frekuensi": data.frequency,
        "klasifikasi": data.classification, "kata_kunci": list(data.keywords), "catatan": list(data.notes),
        "instansi": known(site, "instansi", [data.institution.text]),
        "kontributor": [
            kept({"nama": c.title, "peran": c.role, "instansi": c.institution, "tautan": c.url})
            for c in data.contributors
        ],
        "lisensi": _links(data.licences), "sumber": _links(data.sources),
        "topik": known(site, "topik", [ref.text for ref in data.topics]),
        "cakupan": [_covered(site, ref.text) for ref in data.spatial],
    }) | {
        "mutu": _quality(site, item),
        "tabel": [_table(site, item, resource) for resource in data.resources],
        "berkas": list(_package_files(site, item)),
        "versi_beku": [
            kept({
                "versi": v.version, "tanggal": v.date, "catatan": v.note,
                "alamat": address(site, versions.address(slug, v.version)),
            })
            for v in reversed(item.facts.versions)
        ],
        "siaran_pers": {"jumlah": len(releases), "terbaru": [mention(site, r) for r in releases[:MENTIONS]]},
        "alamat": address(site, f"data/{slug}/"),
    }  # fmt: skip


def _period(data: Dataset) -> Record:
    return kept({"mulai": data.temporal_start, "selesai": data.temporal_end})


def _links(links: tuple[Link, ...]) -> list[Record]:
    return [kept({"nama": link.title, "tautan": link.url}) for link in links]


def _covered(site: Site, code: str) -> Record:
    return {"kode": "ID", "nama": "Indonesia"} if code == "ID" else region(site, code)


def _quality(site: Site, item: Himpunan) -> Record:
    fresh = site.freshness[item.dataset.slug]
    found = requirements(item.dataset, item.facts, fresh)
    return {
        "terpenuhi": sum(each.met for each in found),
        "dari": len(found),
        "kesegaran": fresh.state,
        **kept({"jatuh_tempo": fresh.due}),
        "syarat": [
            {
                "kunci": each.key,
                "terpenuhi": each.met,
                **({"jumlah": each.count, "dari": each.total} if each.total else {}),
            }
            for each in found
        ],
    }


def _table(site: Site, item: Himpunan, resource: Resource) -> Record:
    """A table, or another file of the dataset: then `kolom` is empty."""
    facts = next(table for table in item.facts.tables if table.resource == resource.name)
    slug = item.dataset.slug
    shards = next((each for each in item.facts.shards if each.resource == resource.name), None)
    made: Record = {"nama": resource.name, "judul": resource.title, "uraian": resource.description}
    made |= {"kunci_utama": list(resource.primary_key)}
    return kept(made) | {
        **({"baris": facts.rows} if resource.tabular else {}),
        "kolom": [_column(field) for field in resource.fields],
        "berkas": list(_files(site, item, resource, facts)),
        **({"pecahan": address(site, parts_path(slug, resource.name))} if shards else {}),
        "alamat": address(site, f"data/{slug}/#{table_anchor(resource)}"),
    }


def _column(field: Field) -> Record:
    return kept({
        "nama": field.name, "judul": field.title, "tipe": field.type, "uraian": field.description,
        "konsep": field.concept, "satuan": field.unit, "indikator": field.indicator,
        "kode_wilayah": field.region_system,
    })  # fmt: skip


def _files(site: Site, item: Himpunan, resource: Resource, facts: TableFacts) -> Iterator[Record]:
    folder, name = f"data/{item.dataset.slug}/", file_name(resource)
    yield _file(site, folder + name, (facts.bytes, facts.sha256), resource.media_type)
    for export in item.facts.exports:
        if export.resource == resource.name and export.kind in ("xlsx", "excel", "json", "parquet"):
            yield _made(site, folder, export)


def _package_files(site: Site, item: Himpunan) -> Iterator[Record]:
    for export in item.facts.exports:
        if not export.resource:
            yield _made(site, f"data/{item.dataset.slug}/", export)


def _made(site: Site, folder: str, export: ExportFacts) -> Record:
    made = _file(site, folder + export.path, (export.bytes, export.sha256))
    return made | ({"untuk": "excel"} if export.kind == "excel" else {})


def _file(site: Site, place: str, content: tuple[int, str], media: str = "") -> Record:
    suffix = place.rpartition(".")[2]
    return {
        "format": suffix, "tipe_media": media or MEDIA.get(suffix, "application/octet-stream"),
        "alamat": address(site, place), "bita": content[0], "sha256": content[1],
    }  # fmt: skip


def parts(site: Site, item: Himpunan, shards: Shards) -> Record:
    """The list of parts of a table."""
    slug = item.dataset.slug
    resource = next(each for each in item.dataset.resources if each.name == shards.resource)
    return {
        "bentuk": FORM, "dataset": slug, "tabel": resource.name, "judul": resource.title,
        "jumlah": sum(part.rows for part in shards.parts),
        "kolom": [_column(field) for field in resource.fields],
        "pecahan": [
            {
                "provinsi": part.province, "jumlah": part.rows, "sha256": part.sha256,
                "alamat": address(site, parts_path(slug, resource.name, part.province)),
            }
            for part in shards.parts
        ],
    }  # fmt: skip
