"""One address of each kind of page of the example portal."""

RELEASE = "siaran-pers/2025/kolaborasi-penataan-metropolitan-bekasi/"
KINDS = {
    "home": "",
    "releases": "siaran-pers/",
    "releases of a year": "siaran-pers/2025/",
    "release": RELEASE,
    "catalogue": "data/",
    "dataset": "data/penduduk-2024/",
    "dataset with map": "data/batas-wilayah/",
    "dataset with charts": "data/riwayat-kode-wilayah/",
    "quality": "mutu/",
    "dataset version": "data/penduduk-2024/v/1.0.0/",
    "generated dataset": "data/siaran-pers/",
    "regions": "wilayah/",
    "province": "wilayah/32/",
    "city": "wilayah/32.75/",
    "areas": "kawasan/",
    "area": "kawasan/jabodetabekpunjur/",
    "institutions": "instansi/",
    "institution": "instansi/kemenko-polkam/",
    "topics": "topik/",
    "topic": "topik/kawasan-metropolitan/",
    "report": "laporan/",
    "statement": "aksesibilitas/",
    "guide": "panduan-editor/",
    "not found": "404.html",
}
