"""Files of every kind, whole and broken: what comes over, what is refused, and that it takes little time."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from lintas.importing import Draft, Known, draft
from lintas.importing import archives as limits
from lintas.importing.opening import LIMIT, TEXT_LIMIT, manuscript
from tests.documents import archive, docx, odt, paragraph, part, picture, png, run, table, text_box

LEAD = "Menteri membuka rapat koordinasi di aula kementerian bersama jajaran pemerintah daerah pada Jumat (4/7/2025)."
TEXT = (
    f"Rapat Koordinasi Membahas Layanan Publik\n\nJakarta, 4 Juli 2025 – {LEAD}\n\nRapat itu dihadiri “para” "
    f"kepala dinas."
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
TITLE = paragraph("Rapat Koordinasi Membahas Layanan Publik", style="Judul")
OPENING = paragraph(f"Jakarta, 4 Juli 2025 – {LEAD}")


def understood(data: bytes, name: str) -> tuple[Draft | None, list[str]]:
    opened = manuscript(data, name)
    if opened.value is None:
        return None, [found.code for found in opened.diagnostics]
    made = draft(opened.value, Known(), "2026-11-24", name)
    return made.value, [found.code for found in made.diagnostics]


def made(data: bytes, name: str = "naskah.docx") -> Draft:
    found, codes = understood(data, name)
    assert found is not None, codes
    return found


def body(data: bytes, name: str = "naskah.docx") -> str:
    return made(data, name).text.split("---\n", 2)[2].strip()


def word(*more: str, **options: object) -> bytes:
    return docx(TITLE, OPENING, *more, **options)  # type: ignore[arg-type]


def test_structure_of_a_word_document() -> None:
    text = body(
        word(
            paragraph(
                "Tebal ", run("satu", bold=True), run(" dua", bold=True), " dan ", run("miring", italic=True), "."
            ),
            paragraph("Latar belakang", style="Judul2"),
            *(paragraph(each, numbered=(1, level)) for each, level in (("Satu", 0), ("Satu a", 1), ("Dua", 0))),
            paragraph("Urut", numbered=(2, 0)),
            table(("Kota", "Jumlah"), ("Bekasi | x", "10")),
            paragraph("Angka *bintang*, <tanda>, & _garis_."),
        )
    )
    assert text == (
        f"{LEAD}\n\nTebal **satu dua** dan *miring*.\n\n## Latar belakang\n\n- Satu\n  - Satu a\n- Dua\n\n1. Urut\n\n"
        "| Kota | Jumlah |\n| --- | --- |\n| Bekasi \\| x | 10 |\n\nAngka \\*bintang\\*, &lt;tanda>, &amp; \\_garis\\_."
    )


def test_footnotes_and_text_boxes_of_a_word_document() -> None:
    notes = part("footnotes", f'<w:footnote w:id="2">{paragraph("Catatan penting.")}</w:footnote>')
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    for fallback in (True, False):
        box = text_box(paragraph("Isi kotak teks yang penting."), fallback=fallback)
        text = body(word(paragraph("Kalimat", mark, " berlanjut.", box), parts={"word/footnotes.xml": notes}))
        assert text == f"{LEAD}\n\nKalimat[^1] berlanjut.\n\nIsi kotak teks yang penting.\n\n[^1]: Catatan penting."


def test_changes_are_taken_and_comments_left_and_both_are_said() -> None:
    comments = part("comments", f'<w:comment w:id="1">{paragraph("Periksa lagi!")}</w:comment>')
    changed = (
        '<w:ins w:id="1"><w:r><w:t>sisipan</w:t></w:r></w:ins><w:del '
        'w:id="2"><w:r><w:delText>hapus</w:delText></w:r></w:del>'
    )
    data = word(paragraph("Kata ", changed, " akhir kalimat."), parts={"word/comments.xml": comments})
    assert body(data).endswith("Kata sisipan akhir kalimat.")
    assert {"NAS216", "NAS217"} <= set(understood(data, "a.docx")[1])


def test_equations_and_letterheads_are_told() -> None:
    data = word(
        paragraph("Rumus: ", "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "."),
        parts={"word/header1.xml": part("hdr", paragraph("KEMENTERIAN CONTOH"))},
    )
    found = made(data)
    assert {"NAS219", "NAS211"} <= {decision.code for decision in found.decisions}
    assert "KEMENTERIAN CONTOH" not in found.text


def test_pictures_of_a_word_document_come_without_metadata() -> None:
    found = made(
        word(
            paragraph(picture()),
            paragraph("Menteri saat membuka rapat. (Dok. Humas Kementerian)", style="Takarir"),
            paragraph(picture("rId10")),
            media={"image1.png": png(), "image2.emf": b"\x01\0\0\0" * 900},
        )
    )
    (name, data) = found.pictures[0]
    assert name == "content/media/2025/rapat-koordinasi-membahas-layanan-publik-1.png"
    assert b"rahasia" not in data
    assert (
        'teks_alternatif: ""\n    takarir: "Menteri saat membuka rapat."\n    kredit: "Humas Kementerian"' in found.text
    )
    assert {"NAS218", "NAS228"} <= {decision.code for decision in found.decisions}


def test_structure_of_an_opendocument() -> None:
    data = odt(
        "<text:h text:outline-level='1'>Rapat Koordinasi Membahas Layanan Publik</text:h>",
        f"<text:p>Jakarta, 4 Juli 2025 – {LEAD}</text:p>",
        "<text:p>Teks <text:span text:style-name='B'>tebal</text:span><text:s/>dan <text:span "
        "text:style-name='I'>miring"
        "</text:span><text:note><text:note-body><text:p>Catatan.</text:p></text:note-body></text:note>.</text:p>",
        "<text:list><text:list-item><text:p>satu</text:p></text:list-item></text:list>",
        "<text:p>Kata<office:annotation><text:p>Komentar rahasia</text:p></office:annotation> akhir.</text:p>",
        "<text:p><draw:frame><draw:image xlink:href='Pictures/a.png'/></draw:frame></text:p>",
        media={"a.png": png()},
    )
    assert (
        body(data, "a.odt") == f"{LEAD}\n\nTeks **tebal** dan *miring*[^1].\n\n- satu\n\nKata akhir.\n\n[^1]: Catatan."
    )
    assert "NAS217" in understood(data, "a.odt")[1]
    assert len(made(data, "a.odt").pictures) == 1


def test_a_web_page_is_cut_down_to_its_article() -> None:
    page = f"""<!DOCTYPE html><html><head><title>Rapat Koordinasi Membahas Layanan - Kabar Kota</title>
    <meta property="article:published_time" content="2025-07-05T01:00:00+07:00"><script>alert(1)</script></head><body>
    <nav>Beranda Berita</nav><article><h1>Rapat Koordinasi Membahas Layanan</h1><div class="share">Facebook</div>
    <figure><img src="x"><figcaption>Menteri saat rapat (Humas X)</figcaption></figure>
    <p><strong>JAKARTA, kabarkota.com</strong> - {LEAD}</p><p>Kata yang <a href="https://contoh.go.id/x">tertaut</a> dan
    <a href="javascript:x">tidak</a>.</p><p>Baca juga: Berita lain</p><ul><li>a</li><li>b</li></ul></article>
    <footer>Copyright</footer></body></html>"""
    found = made(page.encode(), "a.html")
    assert (
        found.text.split("---\n", 2)[2].strip()
        == f"{LEAD}\n\nKata yang [tertaut](https://contoh.go.id/x) dan tidak.\n\n- a\n- b"
    )
    assert "tanggal: 2025-07-05\n" in found.text
    assert "tanggal_peristiwa: 2025-07-04\n" in found.text


@pytest.mark.parametrize(("encoding", "code"), [("cp1252", "NAS215"), ("utf-16", "NAS215"), ("utf-8-sig", "")])
def test_other_encodings_of_text_are_read_and_said(encoding: str, code: str) -> None:
    found, codes = understood(TEXT.replace("\n", "\r\n").encode(encoding), "naskah.txt")
    assert found is not None
    assert "“para”" in found.text
    assert "\r" not in found.text
    assert (code in codes) is bool(code)


def test_odd_white_space_and_invisible_characters() -> None:
    text = TEXT.replace("kepala dinas", "kepala\u00a0di\u00adnas\u200b dan\u2003camat")
    assert "kepala dinas dan camat." in made(text.encode(), "a.txt").text


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (OLE, "a.doc", "NAS113"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "NAS110"),
        (b"{\\rtf1 teks}", "a.docx", "NAS114"),
        (archive({"Index/Document.iwa": b"x"}), "a.pages", "NAS114"),
        (b"%PDF-1.7\n/Image", "a.pdf", "NAS115"),
        (b"\xff\xd8\xff\xe0rest", "a.docx", "NAS118"),
        (png(), "a.txt", "NAS118"),
        (b"bukan arsip", "a.docx", "NAS111"),
        (archive({"a.txt": b"x"}), "a.docx", "NAS111"),
        (archive({"xl/workbook.xml": b"x"}), "a.docx", "NAS106"),
        (docx(TITLE, OPENING, parts={"word/vbaProject.bin": b"x"}), "a.docm", "NAS112"),
        (docx(TITLE, OPENING)[:-300], "a.docx", "NAS111"),
        (docx(parts={"word/document.xml": "<w:document"}), "a.docx", "NAS111"),
        (docx(parts={"word/document.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "x">]><x>&a;</x>'}), "a.docx", "NAS117"),
        (docx(parts={"word/document.xml": "<x>" * 60_000 + "</x>" * 60_000}), "a.docx", "NAS117"),
        (b"", "a.txt", "NAS108"),
        (b"\n \nTinggalkan Balasan\nNama", "a.txt", "NAS108"),
        (b"---\njudul: x\n---\n", "a.md", "NAS107"),
        (bytes(range(256)) * 30, "a.txt", "NAS119"),
        (b"teks", "a.xyz", "NAS106"),
        (b"a" * (TEXT_LIMIT + 1), "a.txt", "NAS109"),
        (b"a" * (LIMIT + 1), "a.docx", "NAS109"),
        (docx(), "a.docx", "NAS108"),
        (b"<div>" * 3000 + TEXT.encode() + b"</div>" * 3000, "a.html", "NAS117"),
    ],
)  # fmt: skip
def test_what_cannot_be_imported(data: bytes, name: str, code: str) -> None:
    found, codes = understood(data, name)
    assert found is None
    assert codes[-1] == code


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "XML_LIMIT", 50_000)
    assert understood(word(paragraph("a" * 60_000)), "a.docx") == (None, ["NAS116"])
    monkeypatch.setattr(limits, "PART_LIMIT", 50_000)
    assert understood(word(media={"image1.png": bytes(60_000)}), "a.docx") == (None, ["NAS116"])
    monkeypatch.setattr(limits, "ENTRIES", 3)
    assert understood(word(), "a.docx") == (None, ["NAS116"])


def test_sizes_that_an_archive_states_are_not_believed() -> None:
    whole = word(paragraph("kata " * 5000))
    with zipfile.ZipFile(io.BytesIO(whole)) as opened:
        entry = opened.getinfo("word/document.xml")
        size, check = entry.file_size, entry.CRC
    lie = struct.pack("<I", 100)
    for stated in (struct.pack("<I", size),):
        assert whole.count(stated) >= 1
        found, codes = understood(whole.replace(stated, lie), "a.docx")
        assert (found, codes) in ((None, ["NAS111"]), (None, ["NAS116"]))
    assert check != zlib.crc32(b"")


@pytest.mark.parametrize("cut", range(0, 4000, 97))
def test_a_damaged_document_is_a_finding_and_no_exception(cut: int) -> None:
    whole = bytearray(word(paragraph(picture()), table(("a", "b"), ("c", "d")), media={"image1.png": png()}))
    whole[cut % len(whole)] ^= 0xFF
    found, codes = understood(bytes(whole), "a.docx")
    assert found is not None or codes
