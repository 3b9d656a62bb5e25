"""A number hidden in the places that a document has beside its text; positions of pictures and films within one."""

import io
import zipfile

import openpyxl
import pyarrow as pa
import pyarrow.parquet
import pypdf
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from PIL import Image
from pypdf.annotations import FreeText

from lintas.model import Source
from lintas.privacy import scan_cells, scan_media
from lintas.tables.parquet import parquet_cells

NIK = "3275014507900001"  # made up
W, A, HALF = "word/document.xml", "ppt/slides/slide1.xml", (NIK[:7], NIK[7:])


def scan(tmp_path, name: str, data: bytes) -> list[str]:
    (tmp_path / name).write_bytes(data)
    found = scan_media(tmp_path, Source(name, "media", "", len(data)))
    assert not any(NIK in str(each) or NIK[4:] in str(each) for each in found)
    return [each.code for each in found]


def packed(**parts: str | bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return target.getvalue()


def photo(*, located: bool = True, said: str = "") -> bytes:
    exif = Image.Exif()
    if said:
        exif[0x010E] = said
    if located:
        exif.get_ifd(0x8825)[2] = (6.0, 14.0, 0.0)
    target = io.BytesIO()
    Image.new("RGB", (8, 4), "white").save(target, "JPEG", exif=exif)
    return target.getvalue()


WORD = {
    "runs": {W: f"<w:p><w:r><w:t>{HALF[0]}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{HALF[1]}</w:t></w:r></w:p>"},
    "boxes": {W: "".join(f"<w:tc><w:p><w:t>{text}</w:t></w:p></w:tc>" for text in ("NIK", *NIK))},
    "alternative text": {W: f'<w:p><wp:docPr id="1" name="Gambar" descr="KTP {NIK}"/></w:p>'},
    "deleted": {W: f"<w:del><w:r><w:delText>{NIK}</w:delText></w:r></w:del>"},
    "field": {W: f"<w:instrText>HYPERLINK \"https://contoh.go.id/?q={NIK}\"</w:instrText>"},
    "comment": {"word/comments.xml": f"<w:comment><w:p><w:r><w:t>{NIK}</w:t></w:r></w:p></w:comment>"},
    "footer": {"word/footer1.xml": f"<w:p><w:r><w:t>{NIK}</w:t></w:r></w:p>"},
    "footnote": {"word/footnotes.xml": f"<w:p><w:r><w:t>{NIK}</w:t></w:r></w:p>"},
    "link": {"word/_rels/document.xml.rels": f'<Relationship Target="https://contoh.go.id/{NIK}"/>'},
    "properties": {"docProps/core.xml": f"<cp:keywords>{NIK}</cp:keywords>"},
    "own properties": {"docProps/custom.xml": f"<property><vt:lpwstr>{NIK}</vt:lpwstr></property>"},
    "custom xml": {"customXml/item1.xml": f"<data nik='{NIK}'/>"},
    "entities": {W: f"<w:p><w:t>&#51;{NIK[1:]}</w:t></w:p>"},
    "no-break spaces": {W: "<w:p><w:t>3275\u00a00145\u00a00790\u00a00001</w:t></w:p>"},
    "chart": {"word/charts/chart1.xml": f"<c:pt><c:v>{NIK}</c:v></c:pt>"},
    "embedded": {"word/embeddings/a.docx": packed(**{W: f"<w:p><w:t>{NIK}</w:t></w:p>"})},
    "object": {"word/embeddings/oleObject1.bin": "\0".join(NIK).encode()},
    "picture": {"word/media/a.jpg": photo(located=False, said=NIK)},
}  # fmt: skip


@pytest.mark.parametrize("place", WORD)
@pytest.mark.parametrize("suffix", ["docx", "pptx", "odt"])
def test_places_of_a_text(tmp_path, place, suffix):
    assert scan(tmp_path, f"a.{suffix}", packed(**WORD[place])) == ["PRI111"]


def test_years_of_a_chart_and_sizes_of_shapes_are_no_numbers_of_persons(tmp_path):
    chart = "".join(f"<c:pt><c:v>{year}</c:v></c:pt>" for year in range(1971, 2030))
    shape = '<a:ext cx="3275014507" cy="900001"/><a16:id val="{3F2504E0-4F89-11D3-9A0C-0305E82C3301}"/>'
    assert scan(tmp_path, "a.pptx", packed(**{"ppt/charts/c.xml": chart, A: shape})) == []


def test_positions_of_pictures_within_documents(tmp_path):
    for name in ("word/media/a.jpg", "ppt/media/a.jpeg", "xl/media/a.jpg", "Pictures/a.jpg"):
        assert scan(tmp_path, "a.docx", packed(**{name: photo()})) == ["PRI117"]
    assert scan(tmp_path, "a.docx", packed(**{"word/media/a.jpg": photo(located=False)})) == []


def _cell(book):
    book.active["C4"] = NIK


def _number(book):
    book.active.append(["No.", "NIK"])
    book.active.append([1, 3275014507900000])  # as a spreadsheet leaves it: fifteen digits


def _hidden(book):
    book.create_sheet("x").sheet_state = "veryHidden"
    book["x"]["B2"] = NIK


def _comment(book):
    book.active["A1"].comment = Comment(f"atas nama {NIK}", "x")


def _name(book):
    book.defined_names["n"] = DefinedName("n", attr_text=f'"{NIK}"')


def _property(book):
    book.properties.subject = NIK


def _link(book):
    book.active["A1"].hyperlink = f"https://contoh.go.id/{NIK}"


def _header(book):
    book.active.oddHeader.center.text = f"KTP {NIK}"


def _formula(book):
    book.active["A1"] = f'="{HALF[0]}"&"{HALF[1]}"'


def _title(book):
    book.active.title = NIK


def _boxes(book):
    book.active.append(["NIK", *(int(digit) for digit in NIK)])


def _split(book):
    book.active.append(["No. KK", NIK[:6], NIK[6:12], NIK[12:]])


def _choice(book):
    from openpyxl.worksheet.datavalidation import DataValidation

    book.active.add_data_validation(DataValidation("list", formula1=f'"{NIK},lain"', sqref="A1"))


PLACES = (
    _cell,
    _number,
    _hidden,
    _comment,
    _name,
    _property,
    _link,
    _header,
    _formula,
    _title,
    _boxes,
    _split,
    _choice,
)


@pytest.mark.parametrize("hide", PLACES, ids=lambda hide: hide.__name__)
def test_places_of_a_workbook(tmp_path, hide):
    book, target = openpyxl.Workbook(), io.BytesIO()
    hide(book)
    book.save(target)
    assert scan(tmp_path, "a.xlsx", target.getvalue()) == ["PRI111"]


def _info(made):
    made.add_metadata({"/Subject": NIK})


def _xmp(made):
    made.xmp_metadata = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{NIK}</x:xmpmeta>".encode()


def _note(made):
    made.add_annotation(0, FreeText(text=NIK, rect=(0, 0, 9, 9)))


def _bookmark(made):
    made.add_outline_item(title=NIK, page_number=0)


def _attached(made):
    made.add_attachment("a.txt", NIK.encode())


@pytest.mark.parametrize("hide", [_info, _xmp, _note, _bookmark, _attached], ids=lambda hide: hide.__name__)
def test_places_of_a_pdf(tmp_path, hide):
    made, target = pypdf.PdfWriter(), io.BytesIO()
    made.add_blank_page(99, 99)
    hide(made)
    made.write(target)
    assert scan(tmp_path, "a.pdf", target.getvalue()) == ["PRI111"]


def scanned(**keys: object) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (20, 20), "white").save(target, "PDF")
    return target.getvalue()


def test_a_scanned_pdf_and_the_position_of_a_picture_in_it(tmp_path):
    assert scan(tmp_path, "a.pdf", scanned()) == ["PRI116"]
    assert scan(tmp_path, "b.pdf", scanned() + b"\nstream\n" + photo() + b"\nendstream") == ["PRI116", "PRI117"]


def box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + name + content


def test_sounds_and_films(tmp_path):
    tag = b"ID3\x03\0\0\0\0\0\x40" + b"TIT2" + NIK.encode("utf-16") + bytes(64)
    assert scan(tmp_path, "a.mp3", tag) == ["PRI111", "PRI118"]
    place = box(b"moov", box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+06.2145+106.8272/")))
    assert scan(tmp_path, "a.mp4", box(b"ftyp", b"isom") + place) == ["PRI117", "PRI118"]
    assert scan(tmp_path, "b.mp4", box(b"ftyp", b"isom") + box(b"mdat", NIK.encode())) == ["PRI118"]
    assert scan(tmp_path, "c.mp4", b"\xff" * 40) == ["PRI118"]


@pytest.mark.parametrize(
    ("name", "values", "codes"),
    [
        ("catatan", [f"atas nama {NIK}"], ["PRI111"]),
        ("nik", [int(NIK)], ["PRI111"]),
        ("hp", [81234567890], ["PRI113"]),
        ("penduduk", [284973643, 3275014507], []),
        ("nilai", [1.5], []),
    ],
)
def test_columns_of_parquet(tmp_path, name, values, codes):
    pyarrow.parquet.write_table(pa.table({name: values}), tmp_path / "a.parquet")
    assert [each.code for each in scan_cells("a", parquet_cells(tmp_path / "a.parquet"))] == codes
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    assert [each.code for each in scan_cells("a", parquet_cells(tmp_path / "a.parquet"))] == ["PRI115"]


@pytest.mark.parametrize("suffix", ["json", "geojson", "svg", "txt", "xml", "html", "bak", "vtt"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_texts_of_all_kinds(tmp_path, suffix, encoding):
    text = f'<svg data-a="{NIK}"><text>x</text></svg>' if suffix == "svg" else f'{{"nik": {NIK}}}'
    assert scan(tmp_path, f"a.{suffix}", text.encode(encoding)) == ["PRI101"]


def test_titles_of_columns_split_columns_and_lost_zeros(tmp_path):
    assert scan(tmp_path, "a.csv", f"wilayah,KTP {NIK}\na,b\n".encode()) == ["PRI121"]
    assert scan(tmp_path, "b.csv", f"x,nik_1,nik_2\na,{NIK[:6]},{NIK[6:]}\n".encode()) == ["PRI121"]
    assert scan(tmp_path, "c.csv", b"x,no_hp\na,81234567890\n") == ["PRI125"]
    assert scan(tmp_path, "d.csv", b"x,NPWP\na,012345678901000\n") == ["PRI123"]
    assert scan(tmp_path, "e.csv", b"x,no_kk\na,3.275014507900001E+15\n") == ["PRI121"]
