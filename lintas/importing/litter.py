"""What a page leaves in a text copied from it: rubrics, share buttons, comment forms, counters, tags. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lintas.importing.manuscript import Block

# From here on a page speaks for itself: the comment form, other news, and what follows them.
_END = re.compile(
    r"(?:\W*)(?:(?:tinggalkan|tulis|beri|kirim) (?:sebuah |se)?(?:balasan|komentar)\b|leave a (?:reply|comment)\b"
    r"|(?:berita|artikel|pos|post|baca|konten)\s?(?:-?\s?(?:berita|artikel))? (?:terkait|lainnya|lain|terbaru"
    r"|terpopuler|populer|serupa|pilihan)\s*:?\s*$"
    r"|(?:related|recent|latest|popular) (?:posts?|news|articles?)\b|you (?:might|may) also like"
    r"|anda mungkin (?:juga )?suka"
    r"|rekomendasi untuk anda|terpopuler\s*$|komentar(?:\s*\(\d+\))?\s*:?\s*$|\d+ (?:komentar|comments?)\s*$"
    r"|(?:navigasi|navigation) pos\b"
    r"|post navigation|disclaimer\s*:|©|copyright\b|hak cipta\b|all rights reserved)",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"(?:\W*)(?:baca (?:juga|pula|selengkapnya)\b|baca\s*:|pilihan editor\b|simak (?:juga|pula|video|berita)\b"
    r"|lihat (?:juga|semua"
    r"|foto)\b|tonton (?:juga|video)\b"
    r"|bagikan\b|share\b|sebarkan\b|(?:share|bagikan) (?:on|ke|di|this)\b|dibaca\b|dilihat\b|(?:post "
    r"|page )?views?\b|hits\b|\d[\d.,]*\s*(?:x|kali)?\s*(?:dibaca|dilihat|views?|hits|pembaca|tayangan|suka"
    r"|likes?|shares?)\b"
    r"|advertisement\b|iklan\s*$|ads\s*$|sponsored\b|alamat email anda tidak akan|ruas yang wajib|simpan nama, email"
    r"|(?:penulis|editor|reporter|pewarta|jurnalis|tags?|topik|kategori|category|categories|label|rubrik"
    r"|sumber|source|kata kunci|keywords?|uploader|oleh|by|posted by|ditulis oleh|diposting oleh"
    r"|dipublikasikan oleh|penyunting|kontributor)\s*:"
    r"|(?:posted (?:on|by|in)|diposting pada|diterbitkan pada|dipublikasikan pada|diunggah|last updated?|diperbarui)\b"
    r"|(?:oleh|by)\s+(?:admin\w*|redaksi|super ?admin|humas\w*|administrator|operator)\b|admin\w*\s*$"
    r"|gulir untuk|scroll (?:to|untuk|down|ke)|geser ke"
    r"|(?:ikuti|follow|gabung|join|dapatkan|subscribe|berlangganan|langganan)\b[^.]{0,80}(?:google news"
    r"|whatsapp|telegram|channel|kanal|newsletter|update|instagram|kami\s*$|facebook|youtube)"
    r"|(?:facebook|twitter|whatsapp|telegram|x|instagram|linkedin|pinterest|line|email|e-mail|copy link"
    r"|salin tautan|threads|tiktok|youtube|print|cetak|tweet|pin it|copy|url copied)\s*$"
    r"|(?:(?:facebook|twitter|whatsapp|telegram|x|instagram|linkedin|pinterest|line|email|share|bagikan|print"
    r"|tweet|threads|copy link)[\s|·,/]+){1,9}(?:facebook|twitter|whatsapp|telegram|x|instagram|linkedin"
    r"|pinterest|line|email|share|bagikan|print|tweet|threads|copy link)?\s*$"
    r"|(?:#\w+[\s,]*)+$|(?:beranda|home)\s*(?:[»>/›|]|$)|kembali ke (?:beranda|atas)|(?:sebelumnya|selanjutnya"
    r"|berikutnya|previous|next|prev)\b\s*(?:[»«:›‹→←]|post|$)|(?:artikel|berita|pos) (?:sebelumnya"
    r"|selanjutnya|berikutnya)\b"
    r"|(?:waktu baca|estimasi baca|\d+\s*(?:menit|min(?:ute)?s?) (?:baca|read|membaca))\b|reading time\b"
    r"|(?:download|unduh)(?: (?:pdf|berkas|file|siaran pers|di sini))?\s*$|ukuran (?:huruf|font)|perbesar"
    r"|zoom\b|a\s?a\s?a?\s*$|loading\b|menu\s*$|cari\s*$|search\b\s*$|login\s*$|masuk\s*$"
    r"|pilih bahasa|skip to content|lewati ke konten|(?:suka|like) ?\d*\s*$|(?:rating|nilai)\s*:"
    r"|berlangganan\s*$|cookie|situs ini menggunakan|nama\s*\*|email\s*\*|situs web\s*$|kirim komentar"
    r"|save my name)",
    re.IGNORECASE,
)
_SHORT = 28  # words; a longer line is a paragraph, however it begins
_MORE = re.compile(r"\W*baca (?:juga|pula)\s*:?\s*$", re.IGNORECASE)


def sweep(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks without litter, and the lines that were left out. The end of a page counts only behind a long text."""
    kept: list[Block] = []
    dropped: list[str] = []
    ended = after_more = False
    told = 0
    for block in blocks:
        text = block.text.strip()
        words = len(text.split())
        ended = ended or (
            told > 40 and block.kind in ("text", "heading") and words < _SHORT and _END.match(text) is not None
        )
        litter = block.kind in ("text", "heading", "list", "quote", "caption") and words < _SHORT and is_litter(text)
        linked = after_more and words < 20 and not text.endswith(".")
        after_more = _MORE.match(text) is not None
        if block.kind != "picture" and (ended or litter or linked or not text):
            dropped += [text] if text else []
        elif not (ended and block.kind == "picture"):
            kept.append(block)
            told += words
    return kept, dropped


def is_litter(text: str) -> bool:
    return (_LINE.match(text) is not None or _END.match(text) is not None) and not re.match(
        r"(?i)sumber\s*:?\s+daya", text
    )
