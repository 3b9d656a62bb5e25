"""Regions: the list, and for each code its figures in every table, its place and who speaks of it."""

from __future__ import annotations

from lintas import wilayah
from lintas.model import Wilayah
from lintas.presenting.api.shared import FORM, ROOT, Record, address, feeds_of, kept, known, measured, mention, region
from lintas.relate import Angka, Site, table_anchor

MENTIONS = 20  # newest releases that a record names
_INDICATORS = ["penduduk", "luas"]  # from which the density is computed


def path(code: str) -> str:
    return f"{ROOT}wilayah/{code}.json"


def listed(site: Site) -> Record:
    return {"bentuk": FORM, "wilayah": [_item(site, each) for each in site.regions.values()]}


def _item(site: Site, each: Wilayah) -> Record:
    counts = {
        "jumlah_angka": len(figures_of(site, each.code)),
        "jumlah_siaran": len(site.by_region.get(each.code, ())),
    }
    return _known(site, each) | kept({"induk": each.parent}) | counts | {"api": address(site, path(each.code))}


def _known(site: Site, each: Wilayah) -> Record:
    return {
        "kode": each.code, "nama": each.name, "tingkat": each.level, "jenis": each.kind,
        "alamat": address(site, f"wilayah/{each.code}/"),
    }  # fmt: skip


def figures_of(site: Site, code: str) -> tuple[Angka, ...]:
    """Every figure that a table holds of the region, then what is computed from them."""
    dense = (site.densities[code],) if code in site.densities else ()
    return (*site.figures.get(code, ()), *site.repeated.get(code, ()), *dense)


def ingredients(site: Site, code: str) -> tuple[object, ...]:
    """What the record of a region is made from besides `site.base`."""
    releases = site.by_region.get(code, ())
    figures = figures_of(site, code)
    data = [site.datasets[slug].dataset.digest for slug in dict.fromkeys(f.dataset for f in figures if f.dataset)]
    shown = [(r.path, r.title, r.published) for r in releases[:MENTIONS]]
    seated = [i.slug for i in site.institutions.values() if i.region.text == code]
    around = [key in site.regions for key in (site.regions[code].parent, *(c.code for c in wilayah.children(code)))]
    areas = [(area.slug, m.partial) for area in site.areas.values() for m in area.members if m.code == code]
    return figures, data, len(releases), shown, seated, around, areas


def record(site: Site, code: str) -> Record:
    """Lists that a program goes through are always there, even empty."""
    each, releases = site.regions[code], site.by_region.get(code, ())
    figures = figures_of(site, code)
    sources = dict.fromkeys(figure.dataset for figure in figures if figure.dataset)
    seated = [i.slug for i in site.institutions.values() if i.region.text == code]
    return {"bentuk": FORM} | _known(site, each) | {
        "induk": [region(site, each.parent)] if each.parent else [],
        "anak": [region(site, child.code) for child in wilayah.children(code)],
        "angka": [_figure(site, figure) for figure in figures],
        "dataset": [_source(site, slug) for slug in sources],
        "kawasan": list(_areas(site, code)),
        "instansi": known(site, "instansi", seated),
        "siaran_pers": {
            "jumlah": len(releases),
            "terbaru": [mention(site, release) for release in releases[:MENTIONS]],
        },
        **feeds_of(site, "wilayah", code),
    }  # fmt: skip


def _figure(site: Site, figure: Angka) -> Record:
    """A cell with where it stands; a computed figure stands nowhere and says from what it was computed."""
    made: Record = {
        "indikator": figure.indicator, "nama": figure.label, "nilai": measured(figure.value), "satuan": figure.unit,
    }  # fmt: skip
    if figure.dataset:
        dataset = site.datasets[figure.dataset].dataset
        table = next(resource for resource in dataset.resources if resource.name == figure.table)
        made |= {
            "dataset": figure.dataset, "tabel": figure.table, "kolom": figure.column, "versi": dataset.version,
            "periode": kept({"mulai": dataset.temporal_start, "selesai": dataset.temporal_end}),
            "sumber": address(site, f"data/{figure.dataset}/#{table_anchor(table)}"),
        }  # fmt: skip
    else:
        rounded = round(float(figure.value), 3)  # finer than any reader needs; the division never ends
        made |= {"nama": "Kepadatan penduduk", "nilai": rounded, "dihitung_dari": _INDICATORS}
    if figure.rank:
        made["peringkat"] = {"ke": figure.rank, "dari": figure.ranked}
    return kept(made | {"tanggal": figure.date})


def _source(site: Site, slug: str) -> Record:
    dataset = site.datasets[slug].dataset
    return kept({
        "kunci": slug, "nama": dataset.title, "versi": dataset.version, "diperbarui": dataset.updated,
        "lisensi": [link.title for link in dataset.licences],
        "alamat": address(site, f"data/{slug}/"), "api": address(site, f"{ROOT}data/{slug}.json"),
    })  # fmt: skip


def _areas(site: Site, code: str) -> list[Record]:
    members = [(area, m) for area in site.areas.values() for m in area.members if m.code == code]
    return [
        {"kunci": area.slug, "nama": area.name, "sebagian": m.partial, "alamat": address(site, f"kawasan/{area.slug}/")}
        for area, m in members
    ]
