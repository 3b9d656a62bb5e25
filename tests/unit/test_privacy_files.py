"""Personal data in files that are no plain text: pictures, documents, packed tables; pictures as they are published."""

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from lintas.privacy import published
from lintas.privacy.documents import pieces
from lintas.privacy.numbers import hits
from lintas.privacy.parts import Unreadable
from lintas.privacy.pictures import has_place, said
from lintas.privacy.tables import scan_csv

NIK = "3275014507900001"  # made up


def picture(form: str, *, orientation: int = 1, **keys: object) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = NIK
    exif.get_ifd(0x8825)[2] = (6.0, 14.0, 0.0)
    image = Image.new("RGB", (8, 4), "white")
    image.paste("red", (0, 0, 4, 4))
    target = io.BytesIO()
    image.save(target, form, exif=exif, **keys)
    return target.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_published_pictures_say_nothing(form, orientation):
    data = picture(form, orientation=orientation)
    path = f"content/media/a.{form.lower()}"
    assert has_place(data)
    assert any(NIK in text for text in said(data))
    clean = published(path, data)
    assert clean == published(path, data)
    assert NIK.encode() not in clean
    assert not has_place(clean)
    with Image.open(io.BytesIO(clean)) as image:
        image.load()
        assert image.size == ((4, 8) if orientation == 6 else (8, 4))
        assert not dict(image.getexif())


def test_upright_pictures_keep_their_pixels():
    data = picture("JPEG", quality=70)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(published("a.jpg", data))) as after:
        assert before.tobytes() == after.tobytes()


def test_comments_of_gif_and_png_and_what_hangs_behind_a_jpeg():
    target = io.BytesIO()
    Image.new("P", (4, 4)).save(target, "GIF", comment=NIK.encode())
    assert NIK.encode() not in published("a.gif", target.getvalue())
    Image.open(io.BytesIO(published("a.gif", target.getvalue()))).load()
    assert published("a.jpg", picture("JPEG") + NIK.encode()).endswith(b"\xff\xd9")


BROKEN = [b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n\0\0", b"RIFF____WEBPVP8 ", b"GIF89a", b"GIF89a" + b"\xff" * 40]


@pytest.mark.parametrize("data", BROKEN)
def test_broken_pictures_are_left_as_they_are(data):
    assert published("a.jpg", data) == data


def test_other_files_are_not_touched():
    assert published("content/media/a.pdf", b"\xff\xd8\xff") == b"\xff\xd8\xff"


# --- documents -----------------------------------------------------------------------------------------------------


def archive(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return target.getvalue()


def test_a_number_split_over_runs_of_a_word_file():
    body = f"<w:p><w:r><w:t>{NIK[:7]}</w:t></w:r><w:r><w:t>{NIK[7:]}</w:t></w:r></w:p>"
    data = archive(**{"word/document.xml": body})
    assert any("nik" in {hit.kind for hit in hits(text)} for _, text in pieces("a.docx", data))


def test_a_pdf_and_its_metadata():
    stream = f"BT /F1 12 Tf 72 720 Td (Atas nama {NIK}) Tj ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/MediaBox[0 0 595 842]>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", f"<</Title (KTP {NIK})>>",
    ]  # fmt: skip
    body, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj{text}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    end = f"xref\n0 7\n0000000000 65535 f \n{table}{trailer}"
    found = [where for where, text in pieces("a.pdf", (body + end).encode()) if list(hits(text))]
    assert found == ["Title", "1"]


def test_bombs_and_broken_files_end_as_unreadable():
    bomb = archive(**{"word/document.xml": "0" * 80_000_000})
    for path, data in (("a.docx", bomb), ("a.xlsx", b"PK\x03\x04"), ("a.pdf", b"%PDF-1.7\nx"), ("a.docx", b"")):
        with pytest.raises(Unreadable):
            list(pieces(path, data))


def test_packed_tables(tmp_path):
    text = f"a,b\n1,{NIK}\n".encode()
    (tmp_path / "t.csv.gz").write_bytes(gzip.compress(text))
    (tmp_path / "t.csv.zip").write_bytes(archive(**{"t.csv": text.decode()}))
    (tmp_path / "u.csv.gz").write_bytes(gzip.compress(text)[:-9])
    (tmp_path / "u.csv.zip").write_bytes(b"PK\x03\x04")
    assert [d.code for d in scan_csv(tmp_path, "t.csv.gz")] == ["PRI121"]
    assert [d.code for d in scan_csv(tmp_path, "t.csv.zip")] == ["PRI121"]
    assert [d.code for d in scan_csv(tmp_path, "u.csv.gz")] in (["PRI121", "PRI115"], ["PRI115"])
    assert [d.code for d in scan_csv(tmp_path, "u.csv.zip")] == ["PRI115"]


@given(st.binary(max_size=200))
def test_no_bytes_stop_the_scan(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("t")
    (folder / "t.csv").write_bytes(data)
    scan_csv(folder, "t.csv")
    published("a.png", data)
    for head in (b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBP", b"GIF89a"):
        published("a.png", head + data)
        list(said(head + data))
