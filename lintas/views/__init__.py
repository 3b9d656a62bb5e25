"""Views: the only values a template can read.

A page template `theme/templates/<name>.html` is given

- `v`       the view, an instance of the class that `TEMPLATES` maps to that template
- `meta`    `Meta`, the head of the document
- `situs`   `Situs`
- `akar`    relative way to the site root: "./", "../", …  (404.html: the base path)
- `kepala`, `kaki`  rendered chrome as Markup: `chrome/kepala.html` and `chrome/kaki.html` with `situs`, `bagian`,
  `akar`, `t`, once per section and depth
- `t`       the strings of `theme/i18n/<lang>.yaml` as attributes; keys with {gaps} are for publishers, which fill
  them with `str.format`

Import the classes from `lintas.views.pages` (one per page kind), `lintas.views.chrome` (site and head) and
`lintas.views.parts` (what they are made of).
"""

from __future__ import annotations

from typing import Final

from lintas.views import (
    agenda,
    amendments,
    api,
    authenticity,
    comparison,
    data,
    embeds,
    explorer,
    finding,
    insight,
    offline,
    pages,
    report,
    search,
    translations,
)

TEMPLATES: Final[dict[type[object], str]] = {
    pages.Beranda: "beranda.html",
    pages.DaftarSiaran: "daftar-siaran.html",
    pages.Siaran: "siaran.html",
    amendments.SiaranDicabut: "siaran-dicabut.html",
    amendments.DaftarKoreksi: "koreksi.html",
    amendments.Alihan: "alihan.html",
    authenticity.CekKeaslian: "cek-keaslian.html",
    agenda.Jadwal: "jadwal.html",
    agenda.DaftarInformasi: "ppid.html",
    agenda.InformasiTahun: "ppid-tahun.html",
    finding.DaftarSegi: "daftar-segi.html",
    pages.Katalog: "katalog.html",
    pages.HimpunanData: "himpunan-data.html",
    comparison.Banding: "bandingkan.html",
    explorer.JelajahTabel: "jelajah-tabel.html",
    api.Api: "api.html",
    embeds.Sematan: "sematan.html",
    offline.Luring: "luring.html",
    data.VersiData: "versi-data.html",
    insight.Mutu: "mutu.html",
    report.Laporan: "laporan.html",
    translations.BelumDiterjemahkan: "terjemahan.html",
    pages.DaftarWilayah: "daftar-wilayah.html",
    pages.WilayahHalaman: "wilayah.html",
    pages.DaftarKawasan: "daftar-kawasan.html",
    pages.Kawasan: "kawasan.html",
    pages.DaftarInstansi: "daftar-instansi.html",
    pages.InstansiHalaman: "instansi.html",
    pages.DaftarTopik: "daftar-topik.html",
    pages.TopikHalaman: "topik.html",
    search.Cari: "cari.html",
    pages.HalamanStatis: "halaman.html",
    pages.TidakDitemukan: "404.html",
}
HEADER_TEMPLATE: Final = "chrome/kepala.html"
FOOTER_TEMPLATE: Final = "chrome/kaki.html"
