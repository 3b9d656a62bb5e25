"""Edits of a portal in two languages: built one after the other, each tree is that of a fresh build."""

import shutil
from pathlib import Path

from tests import portals

CASE = Path(__file__).parents[1] / "golden" / "dua-bahasa" / "input"
_FIRST, _SECOND = "content/siaran-pers/2025/kabar-satu.md", "content/siaran-pers/2025/first-news.md"
_DATA = "datasets/penduduk/datapackage.json"
SECOND_NEWS = """---
judul: Second News
bahasa: en
terjemahan_dari: kabar-dua
tanggal: 2025-07-01
ringkasan: Summary of the second.
---
The second.
"""
EDITS = {
    "words of a translation": (_SECOND, "The population grew", "Population rose"),
    "number of its original": (_FIRST, "1/SP/2025", "7/SP/2025"),
    "office of a person in its original": (_FIRST, "Kepala Kantor", "Kepala Biro"),
    "title of the original, which English pages do not show": (_FIRST, "Kabar Satu", "Kabar Pertama"),
    "English name of a topic": ("content/topik.yaml", "nama_en: Population", "nama_en: People"),
    "English name for a topic": ("content/topik.yaml", "nama: Layanan\n", "nama: Layanan\n  nama_en: Services\n"),
    "English text of an institution": ("content/instansi/pusat.yaml", "uraian:", "uraian_en: Text.\nuraian:"),
    "title of a dataset": (_DATA, '"Population"', '"Population 2024"'),
    "title of a field": (_DATA, '"total": "People"', '"total": "Inhabitants"'),
    "original of a field that has no translation": (_DATA, '"title": "Kode"', '"title": "Kode wilayah"'),
    "another translation": ("content/siaran-pers/2025/second-news.md", "", SECOND_NEWS),
    "title of a page": ("content/halaman/about.md", "judul: About", "judul: About us"),
    "no translation of a page any more": ("content/halaman/about.md", None, None),
    "no translation of a release any more": (_SECOND, None, None),
    "one language": ("content/situs.yaml", '"id",\n  "en"', '"id"'),
}


def test_every_edit_makes_the_tree_of_a_fresh_build(tmp_path):
    root = tmp_path / "portal"
    shutil.copytree(CASE, root)
    portals.build(root, output=tmp_path / "_site")
    for name, (path, old, new) in EDITS.items():
        file = root / path
        if new is None:
            file.unlink()
        elif not old:
            file.write_text(new, "utf-8")
        else:
            text = file.read_text("utf-8")
            assert old in text, name
            file.write_text(text.replace(old, new), "utf-8")
        assert portals.build(root, output=tmp_path / "_site").ok, name
        fresh = tmp_path / "fresh"
        for top in ("content", "datasets"):
            shutil.copytree(root / top, fresh / top)
        portals.build(fresh, output=tmp_path / "_fresh")
        made, expected = portals.tree(tmp_path / "_site"), portals.tree(tmp_path / "_fresh")
        assert portals.differences(made, expected) == [], name
        shutil.rmtree(fresh)
        shutil.rmtree(tmp_path / "_fresh")
