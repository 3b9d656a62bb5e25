"""Personal data: what is one, what only looks like one, and how little is shown of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintas.diagnostics import Span, fault
from lintas.model import Field, Pengecualian, Resource
from lintas.privacy import Allowed, apply, masked, scan_text
from lintas.privacy.columns import named_like_persons, small_cells
from lintas.privacy.numbers import hits, nik, suspicious
from lintas.privacy.tables import scan_csv

NIK = "3275014507900001"  # made up


def kinds(text: str, about: str = "") -> list[str]:
    return [hit.kind for hit in hits(text, about=about)]


@pytest.mark.parametrize(
    "text",
    [
        NIK,
        f"NIK:{NIK}",
        f"NIK.{NIK}.",
        f"({NIK})",
        f"a,{NIK},b",
        f"2024 {NIK}",
        f"{NIK}.0",
        "3275 0145 0790 0001",
        "3275.0145.0790.0001",
        "3275-0145-0790-0001",
        "327501 450790 0001",
        "327501.450790.0001",
        "32.75.01.450790.0001",
        "32 75 01 45 07 90 0001",
        "3275\u00a00145\u00a00790\u00a00001",
        "9101010507900001",  # Merauke before it moved to 93.01
        "3275013112990001",
    ],
)
def test_a_nik_however_written(text):
    assert suspicious(text.encode())
    assert kinds(text) == ["nik"]


@pytest.mark.parametrize(
    "text",
    [
        "3275017507900001",  # day 75
        "3275010007900001",  # day 0
        "3275010513900001",  # month 13
        "3275010507900000",  # sequence 0
        "0075010507900001",  # no such province
        "32750145079000012",  # seventeen digits
        "327501450790001",  # fifteen
        "106.3275014507900001",  # a coordinate
        "a3275014507900001f",  # part of a hash
        "Rp3.275.014.507.900.001",
        "284.973.643 dan 143.863.392",
        "2019 2020 2021 2022",
        "156/SP/HM.01.02/POLKAM/7/2025",
        "1234567890123456",
        "32.75.01.1001",
        "2025-07-04T13:00:00+07:00",
    ],
)
def test_what_is_no_personal_number(text):
    assert kinds(text) == []


def test_numbers_of_a_known_regency_but_unknown_district_are_doubtful_unless_a_word_says_so():
    assert nik("3275994507900001") == "mirip-nik"
    assert kinds("3275994507900001") == ["mirip-nik"]
    assert kinds("NIK 3275994507900001") == ["nik"]
    assert kinds("3275994507900001", about="no_kk") == ["nik"]
    assert kinds("3219014507900001", about="nik") == ["nik"]  # Tangerang before there was a province of Banten


@pytest.mark.parametrize(
    "text", ["081234567890", "0812-3456-7890", "+62 812 3456 7890", "+6281234567890", "628571234567"]
)
def test_mobile_numbers(text):
    assert kinds(f"hubungi {text}.") == ["hp"]


@pytest.mark.parametrize("text", ["(021) 3506055", "021-84972800", "0800 123 4567", "08.12.01.2025", "A081234567890"])
def test_office_telephones_and_codes_are_no_mobile_numbers(text):
    assert kinds(text) == []


def test_npwp_and_mail():
    assert kinds("NPWP 01.234.567.8-901.000") == ["npwp"]
    assert kinds("npwp: 012345678901000") == ["npwp"]
    assert kinds("humas@bekasikota.go.id, nama.orang@ui.ac.id") == []
    assert kinds("contoh.orang@gmail.com") == ["surel"]


def test_what_is_shown_of_a_number():
    assert masked(f"ada {NIK} di sini") == "ada 3275•••••••••••• di sini"
    assert masked("3275 0145 0790 0001") == "3275 •••• •••• ••••"
    assert masked("+62 812 3456 7890") == "+62 ••• •••• ••••"
    assert masked("nama 3275014507…") == "nama 3275••••••…"  # cut off in the middle
    assert masked("284.973.643 jiwa di 32.75") == "284.973.643 jiwa di 32.75"


@given(st.text(alphabet="0123456789 .-,:aA\n\u00a0•…", max_size=80))
def test_masking_keeps_places_and_leaves_no_number(text):
    shown = masked(text)
    assert len(shown) == len(text)
    assert not {hit.kind for hit in hits(shown)} & {"nik", "mirip-nik", "hp"}


@given(st.text(alphabet="0123456789 .-@,:aA\n\u00a0", max_size=80))
def test_the_cheap_test_never_misses(text):
    if list(hits(text)):
        assert suspicious(text.encode())


def test_declared_contacts_are_allowed():
    text = b"Hubungi 0812-3456-7890 atau contoh@gmail.com.\n"
    assert [d.code for d in scan_text(text, "a.md")] == ["PRI104", "PRI105"]
    assert scan_text(text, "a.md", Allowed(("+62 812 3456 7890", "Contoh@gmail.com"))) == ()


def test_places_in_a_text():
    found = scan_text(f"---\njudul: a\n---\n\nKTP {NIK}\n".encode(), "a.md")
    assert found == (fault("PRI101", Span("a.md", 5, 5), value="3275••••••••••••"),)


def csv(tmp_path, text: str):
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    return scan_csv(tmp_path, "t.csv")


def test_a_column_of_nik_is_one_finding(tmp_path):
    rows = "".join(f"x,32750145079{n:05d}\n" for n in range(1, 300))
    (found,) = csv(tmp_path, "nama,identitas\n" + rows)
    assert found.code == "PRI121"
    assert found.span == Span("t.csv", 2)
    assert dict(found.args)["column"] == "identitas"
    assert dict(found.args)["count"] == "299"


def test_other_identifiers_of_sixteen_digits_do_not_block(tmp_path):
    numbers = [f"{(n * 7919 * 104729 + 10**15) % 10**16:016d}" for n in range(400)]
    found = csv(tmp_path, "id_transaksi\n" + "\n".join([*numbers, NIK]) + "\n")
    assert [d.code for d in found] in (["PRI122"], ["PRI122", "PRI122"])


def test_a_list_of_mobile_numbers_blocks_but_not_that_of_an_office(tmp_path):
    rows = "\n".join(f"0812345678{n:02d}" for n in range(9))
    assert [d.code for d in csv(tmp_path, f"hp\n{rows}\n")] == ["PRI124"]
    assert [d.code for d in csv(tmp_path, f"telepon_kantor\n{rows}\n")] == ["PRI125"]
    assert [d.code for d in csv(tmp_path, "hp\n081234567890\n")] == ["PRI125"]


def test_a_directory_of_offices_is_no_nuisance(tmp_path):
    assert csv(tmp_path, "instansi,surel,telepon\nDiskominfo,diskominfo@bekasikota.go.id,021-8897123\n") == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_whatever_line_ends_and_encoding(tmp_path, end, encoding):
    (tmp_path / "t.csv").write_bytes(end.join(["a;b", "é;x", f"y;{NIK}", ""]).encode(encoding))
    (found,) = scan_csv(tmp_path, "t.csv")
    assert (found.code, found.span.line, dict(found.args)["column"]) == ("PRI121", 3, "b")


def table(*fields: Field) -> Resource:
    return Resource("tabel", "t.csv", "Tabel", tabular=True, fields=fields)


def test_names_of_columns():
    def names(*fields: str) -> list[str]:
        found = named_like_persons(table(*(Field(name, name, "string") for name in fields)), "d")
        return [dict(d.args)["column"] for d in found]

    assert names("nik", "nama", "alamat") == ["nik", "alamat"]
    assert names("No KK", "tgl_lahir", "nama_ibu_kandung") == ["No KK", "tgl_lahir", "nama_ibu_kandung"]
    assert names("instansi", "alamat", "telepon", "surel") == []
    assert names("kode", "nama", "jumlah_kk", "nikel", "kkal") == []
    assert names("nama_lengkap", "alamat", "no_hp") == ["alamat", "no_hp"]


def test_small_cells(tmp_path):
    (tmp_path / "t.csv").write_text("agama,umur,pria,wanita\na,b,10,3\nc,d,200,1\n", encoding="utf-8")
    people = [Field(n, n, "integer", unit="jiwa") for n in ("pria", "wanita")]
    groups = [Field(n, n, "string") for n in ("agama", "umur")]
    (found,) = small_cells(tmp_path, table(*groups, *people))
    assert (found.code, found.span.line, dict(found.args)["count"]) == ("PRI128", 2, "2")
    assert list(small_cells(tmp_path, table(*groups, Field("pria", "pria", "integer", unit="rumah")))) == []


def test_waivers():
    found = (fault("PRI121", Span("datasets/a/data/t.csv", 2), column="nomor", value="3275••••"),)
    waiver = Pengecualian("PRI121", "Nomor perkara, bukan NIK.", "Walidata", "2025-01-01", "nomor", "data/t.csv", 9)
    assert apply(found, (waiver,), "d") == ((), ())
    for other in (
        Pengecualian("PRI121", "a", "b", "c", "lain", "", 9),
        Pengecualian("PRI121", "a", "b", "c", "", "ata/t.csv", 9),
        Pengecualian("PRI122", "a", "b", "c", "", "", 9),
    ):
        left, idle = apply(found, (other,), "d")
        assert left == found
        assert [(d.code, d.span) for d in idle] == [("PRI202", Span("d", 9))]
