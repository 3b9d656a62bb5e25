"""A release that is held back leaves no byte: not in a page, a list, a file, a name, or inside an archive.

One release carries a word of its own in every field that an author may write, with photos and an attachment. The tree
must be the tree of the portal without it, byte for byte; and no file, unpacked as far as its format goes, may hold one
of the words.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter

from tests import portals
from tests.portals import release, release_path

DUE = "2026-06-01T03:00:00Z"
BEFORE = "2026-06-01T02:59:59Z"
WORD = "zanzibar"  # every secret word begins like this
EVERY_FORMAT = {"pencarian": True, "data_siaran": True, "xlsx": True, "parquet": True, "json": True, "zip": True}


def png(text):
    """A picture that says something in its pixels' metadata, plain and compressed."""
    info = PngInfo()
    info.add_text("Description", text)
    info.add_itxt("Comment", text, zip=True)
    stream = io.BytesIO()
    Image.new("RGB", (8, 6), "white").save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def jpeg(text):
    image, stream = Image.new("RGB", (8, 6), "white"), io.BytesIO()
    exif = image.getexif()
    exif[0x010E] = text  # ImageDescription
    image.save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def pdf(text):
    writer, stream = PdfWriter(), io.BytesIO()
    writer.add_blank_page(width=72, height=72)
    writer.add_metadata({"/Title": text})
    writer.write(stream)
    return stream.getvalue()


def secret(**changes):
    """The release with a secret in every field, and its media."""
    name = f"{WORD}-berkas"
    text = (
        f"## {WORD.capitalize()} Judul\n\nIsi {WORD}isi dengan ![{WORD}gambar](../../media/{name}-dua.png) dan "
        f"[{WORD}lampiran](../../media/{name}.pdf).\n\n<img src='../../media/{name}-tiga.png' alt='{WORD}tiga'>"
    )
    keys = {
        "nomor": [f"77/{WORD}/2026", f"78/{WORD}/2026"], "tempat": f"{WORD}tempat", "ringkasan": f"{WORD}ringkasan.",
        "tanggal_peristiwa": "2026-05-31", "instansi": ["pusat"], "wilayah": ["94.04"], "topik": ["ruang"],
        "peraturan": [{"singkat": f"{WORD} 1/2026", "judul": f"{WORD}perpres", "tautan": f"https://{WORD}.go.id/"}],
        "orang": [{"nama": f"{WORD}nama", "jabatan": f"{WORD}jabatan", "instansi": "pusat"}],
        "foto": [{"berkas": f"{name}.jpg", "teks_alternatif": f"{WORD}alt", "takarir": f"{WORD}takarir",
                  "kredit": f"{WORD}kredit"}],
        "dataset": ["luas"], "narahubung": [{"unit": f"{WORD}unit", "surel": f"humas@{WORD}.go.id"}],
        "alamat_lama": [f"2026/{WORD}-lama"],
        "koreksi": [{"tanggal": "2026-06-02", "semula": f"{WORD}semula", "menjadi": f"{WORD}isi",
                     "alasan": f"Karena {WORD}alasan.", "bobot": "kecil"}],
    }  # fmt: skip
    media = {f"{name}.jpg": jpeg(f"{WORD}exif"), f"{name}-dua.png": png(f"{WORD}teks"), f"{name}-tiga.png": png(WORD)}
    media[f"{name}.pdf"] = pdf(f"{WORD}pdf")
    made = {f"content/media/{path}": data for path, data in media.items()}
    date = changes.pop("tanggal", "2026-06-01T10:00:00+07:00")
    keys |= changes
    made[release_path("2026", f"{WORD}-siaran")] = release(f"{WORD.capitalize()} Besar", date, text, **keys)
    return made


def open_portal():
    """The example without the secret, with every format of download."""
    return portals.example() | {"content/situs.yaml": portals.settings(fitur=EVERY_FORMAT)}


def unpacked(name, data):
    """The bytes of a file and of everything packed in it."""
    yield data
    if zipfile.is_zipfile(io.BytesIO(data)):  # .zip, .xlsx
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield member.filename.encode() + member.comment + member.extra
                yield from unpacked(member.filename, archive.read(member))
    if data[:2] == b"\x1f\x8b":
        yield gzip.decompress(data)
    if data[:4] == b"PAR1":
        import pyarrow.parquet

        table = pyarrow.parquet.read_table(io.BytesIO(data))
        yield repr(table.to_pylist()).encode() + repr(table.schema.metadata).encode()
    if data[:4] == b"\x89PNG":
        yield from _chunks(data)


def _chunks(data):
    place = 8
    while place + 8 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        body = data[place + 8 : place + 8 + size]
        if data[place + 4 : place + 8] in (b"zTXt", b"iTXt"):
            for start in range(len(body)):
                if body[start : start + 1] == b"\x78":
                    try:
                        yield zlib.decompress(body[start:])
                    except zlib.error:
                        continue
        place += size + 12


def revealed(tree):
    """Files in which a secret word stands, or that carry it in their name."""
    return sorted(
        path
        for path, data in tree.items()
        if any(WORD.encode() in part.lower() for part in (path.encode(), *unpacked(path, data)))
    )


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    """The portal that has never heard of the secret, built once with all downloads, and its tree."""
    root = portals.write(open_portal(), tmp_path_factory.mktemp("embargo") / "portal")
    assert portals.build(root, now=BEFORE).ok
    return root, portals.tree(root / "_site")


def built(root, made, now):
    """The tree of the portal with these files besides, built upon what stands there."""
    portals.write(open_portal() | made, root)
    result = portals.build(root, now=now)
    assert result.ok, result.diagnostics
    return portals.tree(root / "_site")


HIDDEN = {
    "date to come": {},
    "embargo": {"tanggal": "2026-01-02", "embargo": "2026-06-01T10:00:00+07:00"},
    "draft": {"tanggal": "2026-01-02", "status": "draf"},
}


@pytest.mark.parametrize("name", HIDDEN)
def test_a_release_that_is_held_back_leaves_no_byte(name, standing):
    root, without = standing
    made = built(root, secret(**HIDDEN[name]), BEFORE)
    assert revealed(made) == []
    assert portals.differences(made, without) == []


def test_the_search_would_find_it(standing):
    """The same search over the tree after the time: it looks into pages, feeds, tables, archives and pictures."""
    root, without = standing
    made = built(root, secret(status="ralat"), "2026-06-03T00:00:00Z")
    shown = revealed(made)
    folder = f"siaran-pers/2026/{WORD}"
    assert {
        f"{folder}-siaran/index.html", f"{folder}-lama/index.html", "siaran-pers/2026/index.html", "index.html",
        "koreksi/index.html", "koreksi/koreksi.json", "umpan/siaran-pers.xml", "umpan/koreksi.xml",
        "sitemap-siaran-pers.xml", "laporan/SHA256SUMS",
        "data/siaran-pers/siaran-pers.csv", "data/siaran-pers/siaran-pers.xlsx", "data/siaran-pers/siaran-pers.parquet",
        "data/siaran-pers/siaran-pers.zip", f"media/{WORD}-berkas.jpg", f"media/{WORD}-berkas-dua.png",
        f"media/{WORD}-berkas.pdf", "topik/ruang/index.html",
    } <= set(shown)  # fmt: skip
    assert "wilayah/94.04/index.html" in made
    assert "wilayah/94.04/index.html" not in without


def test_it_comes_out_by_itself_at_its_time_and_not_before(standing, tmp_path):
    root, without = standing
    late = secret(koreksi=[], **HIDDEN["embargo"])
    assert portals.differences(built(root, late, BEFORE), without) == []
    assert portals.build(root, now=BEFORE).drawn == 0
    out = built(root, late, DUE)
    portals.scratch(root, tmp_path / "baru", now=DUE)
    assert portals.differences(out, portals.tree(tmp_path / "baru")) == []
    # the embargo, not the date of the letter
    assert b"<published>2026-06-01T10:00:00+07:00</published>" in out["umpan/siaran-pers.xml"]
    assert portals.differences(built(root, late, BEFORE), without) == []  # published by mistake, and gone again


def test_a_withdrawn_release_leaves_title_number_date_and_reason_alone(standing):
    root, _ = standing
    gone = {"tanggal": "2026-02-01", "alasan": "Terbit dua kali."}
    keys = {"koreksi": [], "tanggal_peristiwa": "2026-01-01", "alamat_lama": [], "status": "dicabut"}
    made = built(root, secret(tanggal="2026-01-02", pencabutan=gone, **keys), BEFORE)
    folder = f"siaran-pers/2026/{WORD}-siaran/index.html"
    twins = {folder.replace("index.html", name) for name in ("index.md", "index.json")}
    told = {
        folder,
        *twins,
        "siaran-pers/2026/index.html",
        "koreksi/index.html",
        "koreksi/koreksi.json",
        "umpan/koreksi.xml",
        "umpan/koreksi.json",
        "api/v1/siaran-pers/2026/1.json",
        "laporan/SHA256SUMS",
        "keaslian/2026.json",  # the fingerprint of what had been published, so that a copy can be told from a forgery
    }
    assert set(revealed(made)) == told
    for part in ("isi", "ringkasan", "nama", "jabatan", "takarir", "kredit", "alt", "unit", "tempat", "perpres"):
        assert not any(f"{WORD}{part}".encode() in data for data in made.values()), part
    assert b"noindex" in made[folder]
    assert f"siaran-pers/2026/{WORD}".encode() not in made["sitemap-siaran-pers.xml"]
