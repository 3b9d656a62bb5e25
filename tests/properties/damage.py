"""Files that break the example portal, each in one way: name → path, content."""

from __future__ import annotations

from tests.portals import release, release_path, rows

_ONE, _TWO = release_path("2024", "satu"), release_path("2025", "dua")
DAMAGE: dict[str, tuple[str, bytes]] = {
    "broken_front_matter": (_ONE, b"---\njudul: [\n---\nIsi\n"),
    "broken_link": (_TWO, release("Kabar Dua", "2025-02-01", "[x](siaran:tidak-ada)")),
    "broken_table": ("datasets/penduduk/data/kabkota.csv", b"kode,induk,penduduk\n32.16,99,banyak\n"),
    "broken_descriptor": ("datasets/luas/datapackage.json", b"{"),
    "frozen_file_altered": ("datasets/beku/versi/1.0.0/data/nilai.csv", rows("kode", "a", "x")),
    "frozen_data_changed_without_a_step": ("datasets/beku/data/nilai.csv", rows("kode", "a", "d")),
    "broken_settings": ("content/situs.yaml", b"jdul: Portal\n"),
    "broken_template": ("theme/templates/siaran.html", b"{% if %}"),
    "undefined_value_in_a_template": ("theme/templates/topik.html", b"{{ v.tidak_ada }}"),
    "dead_link_in_a_template": ("theme/templates/wilayah.html", b'<a href="{{ akar }}tidak/ada/">x</a>'),
    "doubled_release": (release_path("2023", "dua"), release("Kabar Dua", "2023-02-01")),
}
