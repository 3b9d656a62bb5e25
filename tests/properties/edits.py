"""Edits of the example portal, each a function of its files. What a publisher reads, some edit here changes alone."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests import portals
from tests.frozen import frozen
from tests.portals import Portal, release, release_path
from tests.properties.amendments import AMENDMENTS
from tests.properties.calendars import CALENDARS
from tests.properties.changes import changed, described, moved, put, undivided, without
from tests.properties.damage import DAMAGE

Edit = Callable[[Portal], Portal]
EDITS: dict[str, Edit] = {}
_ONE, _TWO, _THREE = release_path("2024", "satu"), release_path("2025", "dua"), release_path("2025", "tiga")


def edit(function: Edit) -> Edit:
    return EDITS.setdefault(function.__name__, function)


def _named(name: str, function: Edit) -> None:
    EDITS[name] = function


_RELEASES: dict[str, tuple[str, str, str]] = {
    "release_title": (_TWO, "Kabar Dua", "Warta Dua"),
    "release_title_of_a_neighbour": (_THREE, "Kabar Tiga", "Warta Tiga"),
    "release_date": (_TWO, "2025-02-01", "2025-12-01"),
    "release_date_within_the_order": (_TWO, "2025-02-01", "2025-02-02"),
    "release_summary": (_ONE, "Ringkasan Kabar Satu", "Inti Kabar Satu"),
    "release_topics": (_TWO, '["ruang", "penduduk"]', '["penduduk"]'),
    "release_institutions": (_ONE, '["kota"]', '["pusat"]'),
    "release_regions": (_TWO, '["32.16", "36"]', '["36.71"]'),
    "release_dataset": (_TWO, '["penduduk"]\nfoto', '["luas"]\nfoto'),
    "release_number": (_TWO, "2/PU/2025", "3/PU/2025"),
    "release_body": (_ONE, "Isi [halaman]", "Baca [halaman]"),
    "release_heading": (_ONE, "## Bagian", "## Bagian\n\n## Bagian baru"),
    "release_draft": (_THREE, "judul:", "status: draf\njudul:"),
    "release_future": (_THREE, "2025-03-01", "2025-12-31T23:59:59-08:00"),
    "release_language": (_THREE, "judul:", "bahasa: en\njudul:"),
    "release_region_of_another_province": (_THREE, '["32.16.01"]', '["11.71"]'),
    "release_sibling_region": (_THREE, '["32.16.01"]', '["32.73"]'),
    "page_title": ("content/halaman/tentang.md", "Tentang", "Perihal"),
    "page_body": ("content/halaman/tentang.md", "Isi.", "Lain."),
    "page_heading": ("content/halaman/tentang.md", "Isi.", "Isi.\n\n## Tambahan"),
    "institution_name": ("content/instansi/kota.yaml", "Kota Uji", "Kota Baru"),
    "institution_short_name": ("content/instansi/pusat.yaml", '"PU"', '"PUJI"'),
    "institution_website": ("content/instansi/pusat.yaml", "https://pusat.go.id/", "https://baru.go.id/"),
    "website_of_another_institution": ("content/instansi/kota.yaml", "Kota Uji", 'Kota Uji", "situs": "https://kota.go.id/'),
    "institution_kind": ("content/instansi/kota.yaml", "lembaga", "pemerintah-kota"),
    "institution_parent": ("content/instansi/kota.yaml", '"induk": "pusat",', ""),
    "institution_region": ("content/instansi/kota.yaml", "32.75", "32.16"),
    "institution_alias": ("content/instansi/kota.yaml", "Kota Lama", "Kota Silam"),
    "topic_name": ("content/topik.yaml", "Topik ruang", "Topik tata ruang"),
    "topic_theme": ("content/topik.yaml", "Soal ruang.", 'Soal ruang.", "tema_eu": "REGI'),
    "topic_description": ("content/topik.yaml", "Soal penduduk.", "Perkara penduduk."),
    "population_cell": ("datasets/penduduk/data/kabkota.csv", "2500000", "2600000"),
    "population_cell_of_another_member": ("datasets/penduduk/data/kabkota.csv", "3200000", "3300000"),
    "population_missing": ("datasets/penduduk/data/kabkota.csv", "1900000", ""),
    "population_province": ("datasets/penduduk/data/provinsi.csv", "12000000", "13000000"),
    "population_label": ("datasets/penduduk/datapackage.json", '"title": "Penduduk"', '"title": "Jumlah penduduk"'),
    "population_unit": ("datasets/penduduk/datapackage.json", '"x-satuan": "jiwa"', '"x-satuan": "orang"'),
    "area_cell": ("datasets/luas/data/kabkota.csv", "210.5", "211.5"),
    "member_basis": ("datasets/metropolitan/data/anggota.csv", "Perpres 60/2020", "Perpres 61/2021"),
    "member_certainty": ("datasets/metropolitan/data/anggota.csv", "tinggi", "rendah"),
    "member_partial": ("datasets/metropolitan/data/anggota.csv", "32.16,0", "32.16,1"),
    "member_other_code": ("datasets/metropolitan/data/anggota.csv", "32.16", "36.71"),
    "area_name": ("datasets/metropolitan/data/anggota.csv", "Kawasan Raya", "Kawasan Besar"),
    "area_slug": ("datasets/metropolitan/data/anggota.csv", "\nraya,", "\nagung,"),
    "boundary": ("datasets/batas/data/kabkota.geojson", "107,", "107.5,"),
    "boundary_role": ("datasets/batas/datapackage.json", '"x-peran": "batas-wilayah"', '"x-lain": ""'),
    "members_role": ("datasets/metropolitan/datapackage.json", '"x-peran": "kawasan"', '"x-lain": ""'),
    "template": ("theme/templates/lembar.html", "<main>", "<main class='baru'>"),
    "chrome": ("theme/templates/chrome/kaki.html", "<footer>", "<footer class='baru'>"),
    "text_of_the_theme": ("theme/i18n/id.yaml", 'home: "Beranda"', 'home: "Muka"'),
    "style": ("theme/css/20-isi.css", "red", "blue"),
    "script": ("theme/js/lain.mjs", "{}", "{ }"),
    "asset": ("theme/assets/ikon.svg", "/>", " />"),
}  # fmt: skip
for _name, (_path, _old, _new) in _RELEASES.items():
    _named(_name, lambda portal, path=_path, old=_old, new=_new: changed(portal, path, old, new))

for _key, _value in {
    "title": "Data lain", "description": "Uraian lain.", "version": "1.1.0", "x_topik": ["ruang", "penduduk"],
    "x_instansi": "kota", "x_diperbarui": "2025-09-09", "x_catatan": ["Hati-hati."], "keywords": ["lain"],
    "x_cakupan_wilayah": ["ID"], "x_cakupan_waktu": {"mulai": "2024-01-01", "selesai": "2025-06-30"},
    "licenses": [{"name": "MIT", "title": "MIT"}],
    "contributors": [{"title": "Kota", "role": "walidata", "x-instansi": "kota"}],
}.items():  # fmt: skip
    for _slug in ("penduduk", "metropolitan") if _key in ("title", "x_diperbarui") else ("penduduk",):
        _named(f"{_slug}_{_key}", lambda p, slug=_slug, key=_key, value=_value: described(p, slug, **{key: value}))

for _name, _change in {
    "judul": "Portal Lain", "semboyan": "Lain", "instansi": "kota", "base_url": "https://lain.go.id/jalur/",
    "lisensi": "CC0-1.0", "demonstrasi": True, "isi_per_halaman": 7, "kontak": {"surel": "humas@uji.go.id"},
}.items():  # fmt: skip
    _named(f"setting_{_name}", lambda p, k=_name, v=_change: put(p, "content/situs.yaml", portals.settings(**{k: v})))
for _feature, _state in {
    "xlsx": True, "json": True, "zip": False, "peta": False, "data_siaran": True,
}.items():  # fmt: skip
    _named(
        f"feature_{_feature}",
        lambda p, k=_feature, v=_state: put(p, "content/situs.yaml", portals.settings(fitur={k: v})),
    )


@edit
def release_added(portal: Portal) -> Portal:
    return put(
        portal, release_path("2025", "empat"), release("Kabar Empat", "2025-06-01", topik=["ruang"], wilayah=["36.04"])
    )


@edit
def release_added_with_other_year(portal: Portal) -> Portal:
    return put(
        portal, release_path("2023", "nol"), release("Kabar Nol", "2023-06-01", instansi=["pusat"], dataset=["luas"])
    )


@edit
def release_deleted(portal: Portal) -> Portal:
    return without(portal, release_path("2025", "rutin-3"))


@edit
def release_renamed(portal: Portal) -> Portal:
    return moved(portal, release_path("2025", "rutin-5"), release_path("2025", "rutin-lima"))


@edit
def oldest_release_renamed(portal: Portal) -> Portal:
    made = moved(portal, _ONE, release_path("2024", "pertama"))
    for path in (_TWO, _THREE):
        made = changed(made, path, "siaran:satu", "siaran:pertama")
    return made


@edit
def oldest_release_moved_to_another_year(portal: Portal) -> Portal:
    """Its key stays, its address does not."""
    path = release_path("2023", "satu")
    return changed(moved(portal, _ONE, path), path, "2024-05-06", "2023-05-06")


@edit
def linked_release_moved_to_another_year(portal: Portal) -> Portal:
    path = release_path("2024", "dua")
    return changed(moved(portal, _TWO, path), path, "2025-02-01", "2024-06-01")


@edit
def releases_trade_places(portal: Portal) -> Portal:
    one, other = release_path("2025", "rutin-1"), release_path("2025", "rutin-2")
    return portal | ({one: portal[other], other: portal[one]} if one in portal and other in portal else {})


@edit
def all_releases_deleted(portal: Portal) -> Portal:
    return changed(
        without(portal, "content/siaran-pers/"), "content/halaman/tentang.md", "[kabar](siaran:dua)", "kabar"
    )


@edit
def no_regions_left(portal: Portal) -> Portal:
    """Nothing speaks of a region any more: the section goes, and with it an entry of every menu."""
    kept = without(portal, "content/siaran-pers/", "datasets/")
    kept = changed(kept, "content/halaman/tentang.md", "[kabar](siaran:dua)", "kabar")
    return changed(kept, "content/instansi/kota.yaml", '"wilayah": "32.75",', "")


@edit
def section_of_regions_gone(portal: Portal) -> Portal:
    """No page for any region; what links to one goes too."""
    quiet = changed(portal, _TWO, "[kota](wilayah:32.75)", "kota")
    return put(quiet, "content/situs.yaml", portals.settings(fitur={"wilayah": "tidak"}))


@edit
def institution_added(portal: Portal) -> Portal:
    return put(portal, "content/instansi/dinas.yaml", portals.institution("Dinas Uji", wilayah="32.16", induk="kota"))


@edit
def institution_renamed(portal: Portal) -> Portal:
    made = moved(portal, "content/instansi/kota.yaml", "content/instansi/kotamadya.yaml")
    return {path: data.replace(b'"kota"', b'"kotamadya"') for path, data in made.items()}


@edit
def topics_reordered(portal: Portal) -> Portal:
    topics = json.loads(portal["content/topik.yaml"])
    return put(portal, "content/topik.yaml", portals.dumped(topics[::-1]))


@edit
def topic_added(portal: Portal) -> Portal:
    return put(portal, "content/topik.yaml", portals.topics(layanan="Soal layanan."))


@edit
def page_added(portal: Portal) -> Portal:
    return put(portal, "content/halaman/privasi.md", portals.page("Privasi"))


@edit
def picture_widened(portal: Portal) -> Portal:
    """One that is drawn in several sizes, unlike the one before."""
    return put(portal, "content/media/foto.png", portals.picture(120, 600, 400))


@edit
def picture_switched_off(portal: Portal) -> Portal:
    return put(picture_widened(portal), "content/situs.yaml", portals.settings(fitur={"foto": False}))


@edit
def picture_replaced(portal: Portal) -> Portal:
    return put(portal, "content/media/foto.png", portals.picture(120))


@edit
def dataset_deleted(portal: Portal) -> Portal:
    return undivided(without(portal, "datasets/luas/"))


@edit
def dataset_renamed(portal: Portal) -> Portal:
    kept = undivided(portal)
    made = {path.replace("datasets/luas/", "datasets/hamparan/"): data for path, data in kept.items()}
    return described(made, "hamparan", name="hamparan")


@edit
def figures_split_over_two_datasets(portal: Portal) -> Portal:
    kept = undivided(without(portal, "datasets/luas/"))
    return kept | portals.area({"32.16": "1273.9"}, "luas-a") | portals.area({"32.75": "210.5"}, "luas-b")


@edit
def cell_of_the_other_dataset(portal: Portal) -> Portal:
    return changed(portal, "datasets/luas-a/data/kabkota.csv", "1273.9", "1300.5")


@edit
def licence_text_added(portal: Portal) -> Portal:
    return put(portal, "datasets/penduduk/LICENSE", b"Boleh dipakai.\n")


@edit
def chart_title(portal: Portal) -> Portal:
    return changed(portal, "datasets/penduduk/datapackage.json", '"judul": "Penduduk"', '"judul": "Jiwa"')


@edit
def chart_removed(portal: Portal) -> Portal:
    return described(portal, "penduduk", views=[])


@edit
def promise_that_is_overdue(portal: Portal) -> Portal:
    return described(portal, "penduduk", x_frekuensi="bulanan")


@edit
def boundaries_moved(portal: Portal) -> Portal:
    return portal | portals.boundaries(0.25)


@edit
def row_added(portal: Portal) -> Portal:
    return changed(portal, "datasets/penduduk/data/kabkota.csv", "36.71,", "36.04,36,1600000\n36.71,")


@edit
def theme_of_the_engine(portal: Portal) -> Portal:
    return without(portal, "theme/")


@edit
def nothing(portal: Portal) -> Portal:
    return dict(portal)


for _name, _change in {
    "frozen_notes_differ": lambda p: without(p, "datasets/beku/") | frozen("Lain."),
    "frozen_versions_gone": lambda p: without(p, "datasets/beku/versi/"),
    "newest_frozen_version_gone": lambda p: without(p, "datasets/beku/versi/1.1.0/"),
    "owner_of_frozen_versions": lambda p: described(p, "beku", x_instansi="kota", x_topik=["ruang"]),
}.items():
    _named(_name, _change)
EDITS |= AMENDMENTS | CALENDARS
for _name, (_path, _data) in DAMAGE.items():
    _named(_name, lambda portal, path=_path, data=_data: put(portal, path, data))
BROKEN = tuple(DAMAGE)
