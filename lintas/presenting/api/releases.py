"""Releases: years with their pages, and lists of what stands in each; a whole release is its twin beside its page."""

from __future__ import annotations

from lintas.model import SiaranPers
from lintas.presenting import corrections
from lintas.presenting.api.shared import FORM, ROOT, Record, address, kept
from lintas.relate import Site, release_address, released

SIZE = 100  # releases in one file


def path(year: str, page: int) -> str:
    return f"{ROOT}siaran-pers/{year}/{page}.json"


def pages(site: Site, year: str) -> list[tuple[SiaranPers, ...]]:
    """The releases of a year in files, newest first; then those that were withdrawn."""
    every = (*site.by_year[year], *(gone for gone in site.withdrawn if gone.year == year))
    return [every[start : start + SIZE] for start in range(0, len(every), SIZE)]


def years(site: Site) -> Record:
    listed = [
        {
            "tahun": year,
            "jumlah": sum(map(len, pages(site, year))),
            "halaman": [address(site, path(year, page)) for page in range(1, len(pages(site, year)) + 1)],
        }
        for year in sorted(site.by_year, reverse=True)
    ]
    return {"bentuk": FORM, "jumlah": len(site.releases) + len(site.withdrawn), "tahun": listed}


def listed(site: Site, year: str, page: int) -> Record:
    every = pages(site, year)
    around = {"sebelumnya": page - 1 if page > 1 else 0, "berikutnya": page + 1 if page < len(every) else 0}
    return {
        "bentuk": FORM,
        "tahun": year,
        "halaman": page,
        "dari": len(every),
        **{key: address(site, path(year, number)) for key, number in around.items() if number},
        "siaran_pers": [item(site, release) for release in every[page - 1]],
    }


def item(site: Site, release: SiaranPers) -> Record:
    """What a program needs to choose; of a withdrawn release no more than its tombstone says."""
    page = address(site, release_address(release))
    made = {
        "judul": release.title, "nomor": [number.text for number in release.numbers], "tanggal": released(release),
        "status": release.status, "bahasa": release.language, "alamat": page, "json": page + "index.json",
    }  # fmt: skip
    if release.status == "dicabut":
        gone = kept({"tanggal": release.withdrawal.date, "alasan": release.withdrawal.reason})
        return kept(made | {"pencabutan": gone})
    paper = site.papers.get(release.path)
    return kept(made | {
        "tanggal_ubah": corrections.dates(release)[1],
        "ringkasan": release.summary or release.excerpt,
        "tempat": release.place,
        "klasifikasi": release.classification,
        "instansi": [ref.text for ref in release.institutions if ref.text in site.institutions],
        "topik": [ref.text for ref in release.topics if ref.text in site.topics],
        "wilayah": [ref.text for ref in release.regions],
        "dataset": [ref.text for ref in release.datasets if ref.text in site.datasets],
        "pdf": address(site, paper.path) if paper else "",
    })  # fmt: skip
