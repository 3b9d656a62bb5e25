"""A release on paper: what stands in the PDF, that it is tagged, and that no text of an author is code."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdf
import pytest
import segno

from lintas.prose import convert
from lintas.rendering import strings
from lintas.runs import OWN_THEME
from lintas.typesetting import Change, Entry, Letter, Letterhead, Photo, Picture
from lintas.typesetting.code import code
from lintas.typesetting.compiling import typeset
from lintas.typesetting.signs import LONG, MISSING, Signs

ADDRESS = "https://uji.go.id/siaran-pers/2025/rapat/"
WORDS = tuple(sorted((key, text) for key, text in strings(OWN_THEME, "id").items()))
HOSTILE = (
    '#import "@preview/x:0.1.0": y', "#panic()", "#{while true {}}", "$x^2$", "_garis_", "= Judul", "// komentar",
    "/* x", "@ref", "\\ akhir", "#sys.inputs", "<label>", "`#let`", "~ -- ---", "[kurung] #[isi]",
    '"); #panic("', "{{ 7*7 }}", "#eval(\"1\")",
)  # fmt: skip


def letter(body: str = "Isi siaran.", **given) -> Letter:
    """A letter with a Markdown body; links lead to addresses that tell what was typed."""
    prose = convert(body, "content/siaran-pers/2025/rapat.md", 1).value
    plain = Letter(
        path="content/siaran-pers/2025/rapat.md",
        title="Rapat Koordinasi di Bekasi",
        language="id",
        address=ADDRESS,
        published="2025-07-04T13:00:00+07:00",
        head=Letterhead("Kementerian Uji", "Biro Humas", ("Jalan Contoh 1, Jakarta", "humas@uji.go.id")),
        words=WORDS,
        html=prose.html,
        numbers=("12/SP/2025",),
        dateline="Bekasi, Jumat, 4 Juli 2025",
        targets=tuple(f"https://uji.go.id/{ref.text.replace(':', '/')}/" for ref in prose.links),
    )
    return replace(plain, **given)


def printed(made: Letter, pictures=None) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(typeset(made, pictures or {}).data))


def text_of(reader: pypdf.PdfReader) -> str:
    """All words in one line, without marks of line ends."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def links(reader: pypdf.PdfReader) -> set[str]:
    notes = (note.get_object() for page in reader.pages for note in page.get("/Annots", ()))
    return {str(note["/A"]["/URI"]) for note in notes if "/A" in note and "/URI" in note["/A"]}


def kinds(reader: pypdf.PdfReader) -> set[str]:
    """Kinds of elements in the tree of tags."""
    found, stack = set(), [reader.trailer["/Root"]["/StructTreeRoot"]]
    while stack:
        item = stack.pop().get_object()
        if isinstance(item, dict):
            found.add(str(item.get("/S", "")))
            inner = item.get("/K", [])
            stack += inner if isinstance(inner, list) else [inner]
    return found


def test_everything_that_makes_a_release_stands_on_paper():
    made = letter(
        "Paragraf **tebal**.\n\n## Bagian\n\n- satu\n- dua\n\n> “Kami siap.”\n> — Nama Orang, Kepala Biro",
        summary="Ringkasan rapat.",
        regulations=(Entry("Perpres 12/2025", "RPJMN", "https://peraturan.uji.go.id/1"),),
        contacts=(("Biro Humas", "humas@uji.go.id"),),
        notices=(Entry("Siaran pers ini telah dikoreksi, terakhir pada 5 Juli 2025."),),
        changes=(Change("5 Juli 2025, bobot sedang", "lama", "baru", "salah tulis"),),
    )
    text = text_of(printed(made))
    expected = [
        "Kementerian Uji", "Biro Humas", "Jalan Contoh 1, Jakarta", "SIARAN PERS", "12/SP/2025", made.title,
        "Bekasi, Jumat, 4 Juli 2025", "telah dikoreksi", "Ringkasan rapat.", "Paragraf tebal.", "Bagian", "satu",
        "“Kami siap.”", "— Nama Orang, Kepala Biro", "* * *", "DASAR HUKUM", "Perpres 12/2025 – RPJMN", "NARAHUBUNG",
        "RIWAYAT KOREKSI",
        "Semula: lama", "Menjadi: baru", "Alasan: salah tulis", ADDRESS, "Halaman 1 dari 1",
    ]  # fmt: skip
    assert [each for each in expected if each not in text] == []
    assert "bukan salinan resmi" not in text


def test_it_is_tagged_titled_and_says_its_language():
    made = letter(
        "Isi.\n\n## Bagian\n\n- satu\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nIni[^1] [tautan](data:x).\n\n[^1]: Catatan."
    )
    reader = printed(made)
    root = reader.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "id")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == made.title
    assert reader.metadata.author == "Kementerian Uji"
    assert reader.metadata["/CreationDate"].startswith("D:20250704")
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Figure", "/Link", "/Note"} <= kinds(reader)
    assert reader.outline[0].title == made.title
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_links_work_and_their_addresses_are_printed():
    body = (
        "[Data](data:x), lagi [data itu](data:x), <https://a.uji.go.id/>, <a@uji.go.id>, [surat](mailto:b@uji.go.id)."
    )
    reader = printed(letter(body))
    assert {"https://uji.go.id/data/x/", "https://a.uji.go.id/", "mailto:a@uji.go.id", "mailto:b@uji.go.id"} <= links(
        reader
    )
    text = text_of(reader)
    assert "[1] https://uji.go.id/data/x/ [2] b@uji.go.id" in text
    assert "Data[1], lagi data itu[1], https://a.uji.go.id/, a@uji.go.id, surat[2]." in text


def test_figures_bound_to_data_are_plain_text():
    body = "Penduduk [2,5 juta](angka:penduduk/total?kode=32.75) jiwa, luas [](angka:luas/km?kode=32.75)."
    reader = printed(letter(body, figures=((0, "2,5 juta"), (1, "213 km²"))))
    assert "Penduduk 2,5 juta jiwa, luas 213 km²." in text_of(reader)
    assert not any("angka" in link for link in links(reader))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_is_code(hostile):
    shown = "".join(Signs().shown(hostile).split())
    everywhere = {
        "title": f"Judul {hostile}", "summary": hostile, "numbers": (hostile,), "dateline": hostile,
        "regulations": (Entry(hostile, hostile),), "contacts": ((hostile,),), "changes": (Change(*[hostile] * 4),),
        "head": Letterhead(hostile, hostile, (hostile,)), "notices": (Entry(hostile),),
    }  # fmt: skip
    html = "".join(f"<{tag}>{_escaped(hostile)}</{tag}>" for tag in ("p", "h2", "pre", "blockquote", "ul", "code"))
    reader = printed(letter(html=html, **everywhere))
    assert "".join(text_of(reader).split()).count(shown) >= 12


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_an_address_can_only_be_followed():
    body = "[x](https://uji.go.id/%22%29%23panic%28%29) [y](https://uji.go.id/#bagian) [z](#bawah)"
    assert "https://uji.go.id/%22%29%23panic%28%29" in links(printed(letter(body)))


def test_the_code_is_that_of_the_canonical_address():
    matrix = segno.make(ADDRESS, error="m", micro=False).matrix
    assert _modules(code(ADDRESS), len(matrix)) == [list(row) for row in matrix]


def _modules(svg, size):
    """The matrix that the path of a QR code draws; segno writes strokes of one module, line by line."""
    rows, x, y = [[0] * size for _ in range(size)], 0.0, 0.0
    for command, numbers in re.findall(r"([MmHh])([-\d. ]+)", re.search(r' d="([^"]+)"', svg)[1]):
        values = [float(value) for value in re.findall(r"-?\d*\.?\d+", numbers)]
        if command in "Mm":
            x, y = (values[0], values[1]) if command == "M" else (x + values[0], y + values[1])
        else:
            for column in range(int(x), int(x + values[0])):
                rows[int(y)][column] = 1
            x += values[0]
    return rows


def test_the_same_letter_gives_the_same_bytes():
    body = "Isi[^1].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: Catatan."
    assert typeset(letter(body), {}).data == typeset(letter(body), {}).data
    assert typeset(letter(body), {}).data != typeset(letter(body, title="Lain"), {}).data


def test_an_example_says_on_every_page_that_it_is_none():
    reader = printed(letter("Paragraf yang panjang.\n\n" * 80, mark="Contoh, bukan salinan resmi"))
    assert len(reader.pages) > 1
    assert all("Contoh, bukan salinan resmi" in page.extract_text() for page in reader.pages)


def test_signs_that_no_typeface_holds_are_shown_as_boxes_and_told():
    paper = typeset(letter("Aksara 中文, emoji 👍🏽, عربي, ꦲꦤ, ≥ 5 m², e\u0301."), {})
    assert paper.missing == ("中", "文", "👍")
    text = text_of(pypdf.PdfReader(io.BytesIO(paper.data)))
    assert f"Aksara {MISSING * 2}, emoji {MISSING}," in text
    assert "≥ 5 m², é." in text
    assert "ditandai □" in text


def test_a_sign_that_joins_what_no_typeface_holds_together_is_no_crash():
    assert typeset(letter("x\u064b\u20dd a\u200dꦀ \u0e01 \ufffd \U0010ffff \u2066teks\u2069 \u00ad."), {}).data


def test_long_words_break_and_everyday_words_do_not():
    assert Signs().shown("mempertanggungjawabkan") == "mempertanggungjawabkan"
    assert "\u200b" in Signs().shown("a" * (LONG + 1))
    address = "https://uji.go.id/siaran-pers/2025/rapat-koordinasi-penataan/"
    assert Signs().shown(address) == address
    assert printed(letter("x" * 3000 + "\n\n" + "https://uji.go.id/" + "a?b=" * 300)).pages


def test_wide_tables_are_set_smaller_then_on_a_turned_sheet():
    def sheet(columns):
        head = "|".join(["kependudukan"] * columns)
        body = f"|{head}|\n|{'---|' * columns}\n|{'|'.join(['1.234.567'] * columns)}|\n"
        return [page.mediabox for page in printed(letter(body)).pages]

    assert all(box.width < box.height for box in sheet(5))
    assert any(box.width > box.height for box in sheet(11))
    assert sheet(40)


def test_tables_keep_their_columns_whatever_their_rows_say():
    html = (
        '<table><tr><th rowspan="3">A</th><th colspan="9">B</th></tr><tr><td>1</td></tr><tr></tr>'
        "<tr><td>2</td><td>3</td><td><ul><li>x</li></ul></td></tr><tr><td><table><tr><td>dalam</td></tr></table></td></tr></table>"
    )
    assert "dalam" in text_of(printed(letter(html=html)))


def test_what_lies_deep_is_still_printed():
    deep = "<ul><li>" * 40 + "dasar" + "</li></ul>" * 40
    quoted = "<blockquote>" * 40 + "<p>" + "<em>" * 40 + "inti" + "</em>" * 40 + "</p>" + "</blockquote>" * 40
    text = text_of(printed(letter(html=deep + quoted)))
    assert "dasar" in text
    assert "inti" in text


def test_notes_that_refer_to_one_another_end():
    body = "Satu[^a] dan dua[^b] dan lagi[^a].\n\n[^a]: Lihat[^b].\n[^b]: Lihat[^a]."
    assert "Satu1 dan dua2 dan lagi1." in text_of(printed(letter(body)))


def test_headings_skip_no_level_and_lists_keep_their_numbers():
    text = text_of(
        printed(
            letter(html='<h4 id="a">Jauh</h4><p>x</p><h2>Dekat</h2><h6>Dalam</h6><ol start="7"><li>tujuh</li></ol>')
        )
    )
    assert "7. tujuh" in text


def test_a_heading_without_words_is_none():
    assert typeset(letter(title="\x1f", html='<h2><p dir="rtl"><br></p></h2><h3> </h3><p>x</p>'), {}).data


def test_a_picture_has_its_alternative_text_caption_and_credit():
    data = _png()
    target = "https://uji.go.id/media/a.png"
    made = letter(
        pictures=(Picture(target, "content/media/a.png", "0", 800, 400),),
        photos=(
            Photo(target, "Peserta rapat", "Rapat di Bekasi.", "Humas"),
            Photo("https://uji.go.id/media/b.png", "Hilang"),
        ),
    )
    reader = printed(made, {"content/media/a.png": ("png", data)})
    assert "Rapat di Bekasi. (Humas)" in text_of(reader)
    assert "Peserta rapat" in _alternatives(reader)


def _png():
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (80, 40), "#0a2729").save(out, "PNG")
    return out.getvalue()


def _alternatives(reader):
    found, stack = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while stack:
        item = stack.pop().get_object()
        if isinstance(item, dict):
            found.append(str(item.get("/Alt", "")))
            inner = item.get("/K", [])
            stack += inner if isinstance(inner, list) else [inner]
    return found


def test_a_release_of_fifty_pages_is_set():
    section = (
        "## Bagian\n\n" + "Kalimat yang cukup panjang untuk mengisi baris demi baris pada halaman ini. " * 60 + "\n\n"
    )
    reader = printed(letter(section * 45))
    assert len(reader.pages) >= 45
    assert f"Halaman 2 dari {len(reader.pages)}" in reader.pages[1].extract_text()


def test_an_english_release_is_marked_as_english():
    words = tuple(sorted(strings(OWN_THEME, "en").items()))
    reader = printed(letter("Text.", language="en", words=words))
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert "Page 1 of 1" in text_of(reader)
