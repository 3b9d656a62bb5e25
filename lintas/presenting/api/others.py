"""Institutions, topics, metropolitan areas, and the entrance to all."""

from __future__ import annotations

from lintas.model import Instansi
from lintas.presenting import items
from lintas.presenting.api.shared import FORM, ROOT, Record, address, feeds_of, kept, region
from lintas.relate import Kawasan, Site

VERSION = "1.0.0"  # of the description; the first number is that of the folder


def entrance(site: Site) -> Record:
    settings = site.settings
    lists = ("siaran-pers", "data", "wilayah", "instansi", "topik", "kawasan")
    return {
        "bentuk": FORM,
        "versi": VERSION,
        "judul": settings.title,
        **kept({"semboyan": settings.tagline, "penerbit": settings.agency}),
        "lisensi": settings.licence,
        "alamat": settings.base_url,
        "penjelasan": address(site, "api/"),
        "openapi": address(site, f"{ROOT}openapi.json"),
        "daftar": {key.replace("-", "_"): address(site, f"{ROOT}{key}.json") for key in lists},
        "jumlah": {
            "siaran_pers": len(site.releases), "data": len(site.datasets), "wilayah": len(site.regions),
            "instansi": len(site.institutions), "topik": len(site.topics), "kawasan": len(site.areas),
        },
        "lainnya": kept({
            "koreksi": address(site, "koreksi/koreksi.json"),
            "jadwal": address(site, "jadwal.json") if site.agenda else "",
        }),
    }  # fmt: skip


def institutions(site: Site) -> Record:
    return {"bentuk": FORM, "instansi": [_institution(site, each) for each in site.institutions.values()]}


def _institution(site: Site, each: Instansi) -> Record:
    return kept({
        "kunci": each.slug, "nama": each.name, "singkatan": each.short_name, "alias": list(each.aliases),
        "jenis": each.kind, "induk": each.parent.text if each.parent.text in site.institutions else "",
        "wilayah": [region(site, each.region.text)] if each.region.text else [], "situs": each.website,
        "uraian": each.description,
    }) | {
        "jumlah_siaran": len(site.by_institution.get(each.slug, ())),
        "jumlah_data": len(items.datasets_of_institution(site, each.slug)),
        **feeds_of(site, "instansi", each.slug),
        "alamat": address(site, f"instansi/{each.slug}/"),
    }  # fmt: skip


def topics(site: Site) -> Record:
    return {"bentuk": FORM, "topik": [
        kept({"kunci": each.slug, "nama": each.name, "uraian": each.description}) | {
            "jumlah_siaran": len(site.by_topic.get(each.slug, ())),
            "jumlah_data": len(items.datasets_of_topic(site, each.slug)),
            **feeds_of(site, "topik", each.slug),
            "alamat": address(site, f"topik/{each.slug}/"),
        }
        for each in site.topics.values()
    ]}  # fmt: skip


def areas(site: Site) -> Record:
    return {"bentuk": FORM, "kawasan": [_area(site, each) for each in site.areas.values()]}


def _area(site: Site, area: Kawasan) -> Record:
    return kept({
        "kunci": area.slug, "nama": area.name, "jenis": area.details.kind, "dasar": area.basis,
        "keyakinan": area.certainty, "uraian": area.details.note,
    }) | {
        "anggota": [
            region(site, member.code) | {"sebagian": member.partial} | kept({"keterangan": member.note})
            for member in area.members
        ],
        "alamat": address(site, f"kawasan/{area.slug}/"),
    }  # fmt: skip
