"""`new dataset`: what is taken for what, what is converted and said, what is never guessed."""

import csv
import json
import zipfile

import openpyxl
import pytest

from lintas import datasets, drafting, tables
from lintas.drafting import layout, naming
from lintas.drafting.shapes import Seen, is_indonesian, plain_number, shape_of
from lintas.model import Source

DAY = "2026-01-02"


def draft(root, name, content, sheet=""):
    """(codes, descriptor, rows of the CSV) of a draft from a file with this content."""
    file = root / name
    if isinstance(content, openpyxl.Workbook):
        content.save(file)
    else:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    outcome = drafting.new(root, drafting.Wish(file, sheet, "pusat", DAY))
    codes = [found.code for found in outcome.diagnostics]
    if outcome.value is None:
        return codes, None, None
    folder = (root / outcome.value.path).parent
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    with (folder / package["resources"][0]["path"]).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    return codes, package, rows


def fields(package):
    return {field["name"]: field for field in package["resources"][0]["schema"]["fields"]}


def book(*rows, title="Data"):
    made = openpyxl.Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    return made


def test_a_table_as_offices_write_it(tmp_path):
    text = (
        "No;Kode Wil;Kab/Kota;Jml Pddk (jiwa);Luas (km2);Kepadatan;Tahun;NIK Petugas\n"
        "1;32.01;Kab. Bogor;5.427.068;2.710,62;2.002,1;2024;3201010101010001\n"
        "2;32.75;Kota Bekasi;2.543.676;210,49;12.084,5;2024;3275010101010002\n"
        "3;32.76;Kota Depok;2.056.335;200,29;10.266,8;2024;3276010101010003\n"
    )
    codes, package, rows = draft(tmp_path, "Penduduk Bodebek.csv", text)
    known = fields(package)
    assert codes == ["SDI312"]
    assert [field["type"] for field in known.values()] == [
        "integer", "string", "string", "integer", "number", "number", "year", "string",
    ]  # fmt: skip
    assert known["kode_wil"]["x-kode-wilayah"] == {"sistem": "kemendagri", "tingkat": "kabkota"}
    assert known["jml_pddk_jiwa"] | {"constraints": 0} == {
        "name": "jml_pddk_jiwa", "type": "integer", "title": "Jumlah penduduk", "constraints": 0, "x-satuan": "jiwa",
        "x-agregat": "jumlah",
    }  # fmt: skip
    assert "x-agregat" not in known["no"]
    assert "x-agregat" not in known["kepadatan"]
    assert package["resources"][0]["schema"]["primaryKey"] == ["kode_wil"]
    assert package["x-cakupan-wilayah"] == ["32"]
    assert package["x-cakupan-waktu"] == {"mulai": "2024-01-01", "selesai": "2024-12-31"}
    assert rows[1] == ["1", "32.01", "Kab. Bogor", "5427068", "2710.62", "2002.1", "2024", "3201010101010001"]


def test_codes_refer_to_the_table_of_codes_that_the_portal_has(tmp_path):
    field = {"name": "kode", "type": "string", "x-kode-wilayah": {"sistem": "kemendagri", "tingkat": "kabkota"}}
    table = {"name": "kabkota", "path": "data/kabkota.csv", "schema": {"fields": [field], "primaryKey": "kode"}}
    known = {"name": "daftar", "x-peran": "kode-wilayah", "resources": [table]}
    (tmp_path / "datasets/daftar").mkdir(parents=True)
    (tmp_path / "datasets/daftar/datapackage.json").write_text(json.dumps(known), encoding="utf-8")
    _, package, _ = draft(tmp_path, "luas.csv", "kode,luas\n32.01,2710.6\n32.75,210.5\n32.76,200.3\n")
    assert fields(package)["kode"]["x-rujukan"] == {"dataset": "daftar", "tabel": "kabkota", "kolom": "kode"}
    assert "x-rujukan" not in fields(package)["luas"]


def test_a_draft_passes_the_check_of_tables(tmp_path):
    draft(tmp_path, "nilai.csv", "kode;nilai;tanggal\na;1,5;31/12/2024\nb;2;04/07/2025\n")
    files = tuple(
        Source(path.relative_to(tmp_path).as_posix(), "dataset", "0" * 64, path.stat().st_size)
        for path in sorted((tmp_path / "datasets/nilai").rglob("*")) if path.is_file()
    )  # fmt: skip
    described = datasets.load(tmp_path, "datasets/nilai", files)
    assert [found.code for found in described.diagnostics] == ["DAT137"]
    assert tables.check(tmp_path, described.value).diagnostics == ()


@pytest.mark.parametrize(
    ("encoding", "codes"), [("utf-8", []), ("utf-8-sig", []), ("utf-16", ["SDI311"]), ("utf-16-le", ["SDI311"])]
)
def test_encodings_are_told(tmp_path, encoding, codes):
    found, _, rows = draft(tmp_path, "nama.csv", "kode,nama\na,Kopi Gayo é\nb,Teh Solok\n".encode(encoding))
    assert (found, rows[1]) == (codes, ["a", "Kopi Gayo é"])


def test_nothing_is_overwritten(tmp_path):
    draft(tmp_path, "nama.csv", "kode,nama\na,b\n")
    assert draft(tmp_path, "nama.csv", "kode,nama\nc,d\n")[0] == ["NAS101"]


def test_a_key_of_several_columns(tmp_path):
    text = "kode,tahun,nilai\na,2023,1\na,2024,1\nb,2023,1\nb,2024,1\n"
    assert draft(tmp_path, "deret.csv", text)[1]["resources"][0]["schema"]["primaryKey"] == ["kode", "tahun"]


def test_a_table_that_refers_to_itself(tmp_path):
    package = draft(tmp_path, "pohon.csv", "kode,induk,nama\na,,Akar\nb,a,Batang\nc,b,Daun\n")[1]
    schema = package["resources"][0]["schema"]
    assert schema["foreignKeys"] == [{"fields": ["induk"], "reference": {"resource": "", "fields": ["kode"]}}]


def test_codes_stay_text(tmp_path):
    text = "kodepos,id_pelanggan,rt,nilai\n01234,77,001,5\n17121,78,002,6\n"
    known = fields(draft(tmp_path, "pos.csv", text)[1])
    assert [known[name]["type"] for name in ("kodepos", "id_pelanggan", "rt", "nilai")] == ["string"] * 3 + ["integer"]


@pytest.mark.parametrize(
    ("values", "delimiter", "proved"),
    [
        (["1.234,5", "12"], ";", True), (["1.234.567"], ",", True), (["1,5"], ",", True), (["1,234"], ",", False),
        (["1,234"], ";", True), (["1.234"], ";", False), (["32.75"], ";", False), (["1,5", "x"], ";", False),
    ],
)  # fmt: skip
def test_what_proves_indonesian_numbers(values, delimiter, proved):
    seen = Seen("nilai")
    for value in values:
        seen.add(value)
    assert is_indonesian(seen, delimiter) is proved


@pytest.mark.parametrize(
    ("text", "shape"),
    [("12", "angka"), ("012", "nol"), ("1.234", "ribuan"), ("1.2", "titik"), ("1.234.567", "jutaan"), ("1e5", "lain"),
     ("٣", "lain"), ("1_000", "lain"), ("31/12/2024", "tanggal"), ("1" * 30, "panjang"), ("NaN", "lain")],
)  # fmt: skip
def test_shapes(text, shape):
    assert shape_of(text) == shape


def test_plain_numbers():
    given = ("1.234,5", "-2,75", "1.234.567", "7")
    assert [plain_number(text) for text in given] == ["1234.5", "-2.75", "1234567", "7"]


def test_names_titles_and_units():
    assert naming.names(["Luas (km²)", "Luas (km2)", "", "2024"]) == ("luas_km2", "luas_km2_2", "kolom_3", "kolom_2024")
    assert naming.title("JML_PDDK") == "Jumlah penduduk"
    assert naming.title("Luas (km2)") == "Luas"
    assert [naming.unit(label) for label in ("Luas (km2)", "Nilai (%)", "jumlah_jiwa", "Harga", "No KK")] == [
        "km²", "persen", "jiwa", "", "",
    ]  # fmt: skip


def test_the_layout_of_a_printed_table(tmp_path):
    rows = [
        ["Tabel 3.1 Penduduk", "", ""], ["", "", ""], ["Kode", "Penduduk", ""], ["", "Laki-laki", "Perempuan"],
        ["(1)", "(2)", "(3)"], ["32.01", "2", "3"], ["", "", ""], ["32.75", "4", "5"], ["Sumber: Dinas", "", ""],
    ]  # fmt: skip
    found = layout.find(rows)
    assert found.labels == ("Kode", "Penduduk Laki-laki", "Penduduk Perempuan")
    assert (found.headers, found.first, found.numbered) == ((3, 4), 6, True)
    assert [number for number, _ in layout.records(rows, found)] == [6, 8]


def test_a_workbook_with_everything(tmp_path):
    made = book(["kode", "nama", "nilai", "tanggal"], ["32.01", "Apel", 1.5, None], ["32.75", "Bayam", 2, None])
    sheet = made.active
    sheet["C4"] = "=C2+C3"
    sheet["A4"], sheet["B4"] = "32.76", "#N/A"
    sheet["B4"].data_type = "e"
    sheet.merge_cells("D2:D3")
    sheet.row_dimensions[3].hidden = True
    made.create_sheet("Rekap").append(["a", "b"])
    made["Rekap"].append([1, 2])
    codes, package, rows = draft(tmp_path, "buku.xlsx", made)
    assert sorted(codes) == ["SDI317", "SDI318", "SDI319", "SDI320", "SDI321"]
    assert rows[1:3] == [["32.01", "Apel", "1.5", ""], ["32.75", "Bayam", "2", ""]]
    assert fields(package)["kode"]["type"] == "string"


def test_a_chosen_sheet(tmp_path):
    made = book(["a", "b"], [1, 2])
    made.create_sheet("Rekap").append(["kode", "nilai"])
    made["Rekap"].append(["x", 7])
    assert draft(tmp_path, "buku.xlsx", made, "Rekap")[2] == [["kode", "nilai"], ["x", "7"]]


@pytest.mark.parametrize("lie", [0, 5, 500_000_000])
def test_an_archive_that_lies_about_its_size(tmp_path, lie):
    book(["a", "b"], [1, 2]).save(tmp_path / "asli.xlsx")
    data = bytearray((tmp_path / "asli.xlsx").read_bytes())
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = lie.to_bytes(4, "little")
        at = data.find(b"PK\x01\x02", at + 4)
    codes, package, _ = draft(tmp_path, "bohong.xlsx", bytes(data))
    assert package is None
    assert set(codes) <= {"SDI302", "SDI303"}


def test_an_archive_that_unpacks_to_too_much(tmp_path, monkeypatch):
    monkeypatch.setattr("lintas.drafting.workbook.UNPACKED", 10_000)
    with zipfile.ZipFile(tmp_path / "bom.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 100_000)
    assert draft(tmp_path, "bom.xlsx", (tmp_path / "bom.xlsx").read_bytes())[0] == ["SDI303"]


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n\n", b"\0\0\0", b"a", b'"', b'a,b\n"c', b"\xff\xfe", b",,,\n,,,\n", b"a,a\n1,2\n", b"x" * 200_000,
     b"a,b\n" + b"1," * 5000 + b"\n", b"\xef\xbb\xbf"],
)  # fmt: skip
def test_odd_files_never_raise(tmp_path, content):
    draft(tmp_path, "aneh.csv", content)


@pytest.mark.parametrize(
    ("content", "code"), [(b'a,b\n"1,2\n3,4\n', "TAB503"), (b"PK\x03\x04xl/workbook.xml", "TAB515")]
)
def test_a_file_that_would_be_drafted_wrongly_is_refused(tmp_path, content, code):
    assert draft(tmp_path, "tabel.csv", content)[0] == [code]
    assert not (tmp_path / "datasets").exists()
