"""People a release names, with the posts they hold: `Kepala BNPB Suharyanto`, `Asisten Deputi …, Kartika Adi Putranta`,
`Dedi Mulyadi, Gubernur Jawa Barat`, `Retno selaku Ketua …`. Pure.

What is post and what is name shows in the words: posts are made of a closed vocabulary, places and abbreviations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lintas import wilayah
from lintas.importing.lexicon import DEGREE, RANK, SAYING, TITLE, is_term, lexicon, role_pattern
from lintas.importing.quotations import quotations

_WORD = r"(?:[A-Z](?:['’`][A-Z])?[a-zÀ-ÿ’'`]+(?:-[A-Z]?[a-zÀ-ÿ]+|[A-Z][a-zÀ-ÿ]+)*|[A-Z]{2,}(?![\w.])|[A-Z]\.?)"
_TOKEN = rf"(?:{_WORD}|(?:bin|binti|al|van|de)(?= [A-Z]))"
NAME = rf"(?:{RANK}?{TITLE}{{0,4}}{RANK}?{_WORD}(?: {_TOKEN}){{0,5}}{DEGREE}{{0,4}})"
_NAME = re.compile(NAME)
_RANKED = re.compile(rf"\s+(?P<name>{RANK}{NAME})")  # `Kapolri Jenderal Pol. Listyo`
_PIECE = re.compile(r"[A-Za-zÀ-ÿ0-9’'./&-]+(?<![.])|\([^()]{1,60}\)|,|\.(?=[A-Za-z])")
_STREET = re.compile(r"(?:Jalan|Jl\.?)\s$")
_BLANKS = re.compile(r"[ \n]*")
_LINKS = frozenset(
    ("dan", "serta", "untuk", "pada", "di", "bidang", "urusan", "of", "the", "and", "for", "dalam", "ke", "atas")
)
_BEFORE = re.compile(
    rf"(?P<name>{NAME})(?:\s*,\s*|\s+(?:selaku|sebagai|yang menjabat(?: sebagai)?|\()\s*|\s*[–—-]\s*)$"
)
_AFTER = re.compile(rf"\s*(?:,|:|[–—-])?\s*(?:\(?yang (?:diwakili|diwakilkan) oleh\s)?(?P<name>{NAME})")
_SAID = re.compile(
    rf"[”\"]\s*,?\s*(?:demikian\s+)?(?:{SAYING})(?:nya)?(?:\s+(?:dia|ia|beliau|dari|lagi|pula))?\s+(?P<name>{NAME})"
    rf"|(?P<after>{NAME})\s+(?:juga\s+|pun\s+|kemudian\s+)?(?:mengatakan|menyampaikan|menegaskan|menjelaskan"
        rf"|mengungkapkan|menuturkan|menambahkan|memaparkan|menyebut(?:kan)?"
    r"|berharap|mengajak|mengimbau|menilai|menyatakan|menerangkan|mengungkap|menekankan|mengingatkan"
        r"|mengapresiasi|menyoroti|melanjutkan|said|stated|added)\b"
)  # fmt: skip
_PLACED = frozenset("Desa Kelurahan Kecamatan Pasar Puskesmas Stasiun Bandara Pelabuhan Kodim Kampung RSUD".split())
_CALLED = frozenset("Tani Koperasi Yayasan Gapoktan Nelayan Wisata".split())
_BALI = frozenset("Gusti Made Wayan Ketut Nyoman Putu Komang Dewa Kadek Gede Nengah Ngurah Gst Gde".split())
_NO_NAME = frozenset(
    "Ia Dia Beliau Kami Kita Mereka Menurut Saat Dalam Pada Hari Rapat Acara Kegiatan Forum Program "
        "Sementara Selain Hal Para Ini Itu Tidak Dengan Untuk"
    " Adapun Namun Senin Selasa Rabu Kamis Jumat Sabtu Minggu Januari Februari Maret April Mei Juni Juli "
        "Agustus September Oktober November Desember"
    " Lebih Kemudian Sebelumnya Tahun Siaran Foto Kota Kabupaten Provinsi Pihak Tim Panitia Keduanya "
        "Keduanya Di Ke Dari Yang Oleh Melalui Terkait Terpisah"
    " Sebagai Setelah Sejumlah Seluruh Selanjutnya Warga Masyarakat Petugas Karena Jika Bila Agar Sebab "
        "Bahwa Masih Telah Dan Atau Serta Juga Lalu The This It He She They We In On At"
    " Pemkot Pemkab Pemprov Pemda Pemerintah Dinas Kementerian Badan Sosok Salah Satu Turut Hadir "
        "Undang-Undang Peraturan Keputusan Minister Ministry Nomor".split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """`sure` where post and name stand apart by their punctuation, or the name is told more than once."""

    name: str
    role: str
    start: int
    sure: bool = False


def people(text: str) -> list[Person]:
    """Everyone named with a post, and everyone who is quoted; each once, in order of first mention."""
    posts = [m for m in role_pattern().finditer(text) if not _STREET.search(text[max(0, m.start() - 7) : m.start()])]
    found = [person for match in posts if (person := _at(text, match))]
    for match in _SAID.finditer(text):
        name = _trimmed(match["name"] or match["after"] or "")
        if name and _is_name(name):
            found.append(Person(name, "", match.start("name") if match["name"] else match.start("after")))
    return _merged(sorted(found, key=lambda person: person.start))


def _at(text: str, match: re.Match[str]) -> Person | None:
    """The person whose post begins at a match: name behind it, or before it."""
    ranked = _RANKED.match(text, match.end())
    if ranked and _is_name(name := _trimmed(ranked["name"])):
        return Person(name, match[0], match.start(), True)
    end, tokens = _run(text, match.end(), match[0])
    role = _role(text[match.start() : end])
    ahead = _AFTER.match(text, end)
    if ahead and text[end : ahead.start("name")].strip(" \n") in (",", ":", "–", "—", "-"):
        name = _trimmed(ahead["name"])
        if _is_name(name) and (len(name.split()) > 1 or _stands_alone(text, ahead.start("name") + len(name))):
            return Person(name, role, match.start(), True)
    ranked = _RANKED.search(text, match.end(), end + 60)
    if ranked and ranked.start() <= end and _is_name(name := _trimmed(ranked["name"])):
        return Person(name, _role(text[match.start() : ranked.start()]), match.start(), True)
    split = _split(text, match, tokens)
    if split:
        return split
    before = _BEFORE.search(text, max(0, match.start() - 90), match.start())
    if before:
        name = _trimmed(before["name"])
        if _is_name(name) and len(_core(name)) > 1:
            return Person(name, role, before.start(), True)
    return None


def _role(text: str) -> str:
    """The post without its abbreviation in brackets: `Menteri Dalam Negeri (Mendagri)`."""
    return " ".join(re.sub(r"\s*\([^()]*\)", "", text).split()).strip(" ,–-")


def _run(text: str, start: int, head: str) -> tuple[int, list[tuple[str, int, int]]]:
    """How far the post goes on from `start`, and its further words with their places; names may stand at its end."""
    tokens: list[tuple[str, int, int]] = []
    end = start
    place = start
    while place < len(text) and len(tokens) < 40:
        blanks = _BLANKS.match(text, place)
        match = _PIECE.match(text, blanks.end() if blanks else place)
        if match is None or "\n\n" in text[place : match.start()]:
            break
        word = match[0]
        if tokens and tokens[-1][0] in ("dan", "serta", ",") and role_pattern().match(text, match.start()):
            break
        if word == ",":
            if not _list_goes_on(text, match.end(), tokens):
                break
        elif _ends_post(word, tokens, text[match.end() : match.end() + 40]):
            break
        tokens.append((word, match.start(), match.end()))
        place = match.end()
    while tokens and (tokens[-1][0] in _LINKS or tokens[-1][0] == ","):
        tokens.pop()
    end = tokens[-1][2] if tokens else start
    return end, tokens


def _ends_post(word: str, tokens: list[tuple[str, int, int]], behind: str) -> bool:
    """Small letters that link nothing, and brackets that hold no abbreviation."""
    if word[0].islower() and word not in ("dr", "drg"):
        following = re.match(r"\s+([A-Z][\w-]+)", behind)
        linked = word in _LINKS and following is not None and is_term(following[1])
        return word not in _LINKS or (_was_name(tokens) and not linked)
    return word.startswith("(") and re.match(r"\([A-Z]", word) is None


def _was_name(tokens: list[tuple[str, int, int]]) -> bool:
    """Whether the last word was one of a name: what comes then in small letters ends the post."""
    return bool(tokens) and _may_be_name(tokens, len(tokens) - 1) and not wilayah.named(tokens[-1][0])


def _list_goes_on(text: str, place: int, tokens: list[tuple[str, int, int]]) -> bool:
    """Whether a comma divides subjects of one office: `Direktorat Tata Ruang, Perkotaan, dan Pertanahan`."""
    ahead = re.match(
        r"\s+((?:dan\s+)?[A-Z][\w/-]+)((?:\s+[A-Z][\w/-]+){0,3})\s*(?:,|dan\b|serta\b|\()|\s+(dan\s+[A-Z][\w/-]+)",
        text[place:],
    )
    last = tokens[-1][0].casefold() if tokens else ""
    if ahead is None or not is_term(last):
        return False
    word = (ahead[1] or ahead[3]).removeprefix("dan ").casefold()
    return is_term(word)


def _split(text: str, match: re.Match[str], tokens: list[tuple[str, int, int]]) -> Person | None:
    """Post and name in one run of capitals: the name is what follows the last word of the trade."""
    cut = len(tokens)
    while cut and _may_be_name(tokens, cut - 1):
        cut -= 1
    cut = _behind_places(tokens, cut, match[0])
    while cut < len(tokens) and tokens[cut][0] in (",", "dan"):
        cut += 1
    if cut >= len(tokens):
        return None
    stop = tokens[-1][2]
    whole = _NAME.match(text, tokens[cut][1])
    name = _trimmed(whole[0] if whole else text[tokens[cut][1] : stop])
    if not _is_name(name):
        return None
    role = _role(text[match.start() : tokens[cut][1]])
    return Person(name, role, match.start(), len(_core(name)) > 1)


def _may_be_name(tokens: list[tuple[str, int, int]], place: int) -> bool:
    word = tokens[place][0]
    previous = tokens[place - 1][0] if place else ""
    if (previous, word) in (("Cipta", "Karya"), ("Bina", "Marga"), ("Satu", "Data")):
        return False
    if word in ("bin", "binti") or re.fullmatch(r"(?:Dr|Ir|H|Hj|Drs|Prof|TNI|Pol|M|R|St|dr|drg|KH|Dra)\.?", word):
        return True
    if not re.fullmatch(r"[A-Z][a-zÀ-ÿ’'`-]*(?:[A-Z][a-z]+)?(?:-[A-Z][a-z]+)?|[A-Z](?:\.[A-Z])?", word):
        return False
    if re.fullmatch(r"I{1,3}|I?V|VI{0,3}|IX|X", word):
        return word == "I" and place + 1 < len(tokens) and tokens[place + 1][0] in _BALI
    return not any(is_term(part) for part in (word, *word.split("-")))


def _behind_places(tokens: list[tuple[str, int, int]], cut: int, head: str) -> int:
    """The names of regions behind a post belong to it: `Bupati Kulon Progo Agung`, `Gubernur Jawa Barat Dedi`."""
    limit = min(len(tokens), cut + 4)
    for stop in range(limit, cut, -1):
        words = " ".join(token for token, _, _ in tokens[cut:stop])
        if wilayah.named(words) and (len(tokens) - stop or stop - cut > 1 or cut):
            return stop
    if re.search(r"Camat|Lurah|Kapolsek", head) and not cut and len(tokens) > 1:
        return 1
    school = cut > 1 and tokens[cut - 1][0] == "Negeri" and tokens[cut - 2][0] in ("SD", "SMP", "SMA", "SMK")
    if cut and (school or tokens[cut - 1][0] in _PLACED) and len(tokens) - cut > 2:
        return cut + 1
    if cut and tokens[cut - 1][0] in _CALLED and len(tokens) - cut > 1:
        return cut + 1
    return cut


def _trimmed(name: str) -> str:
    """The name without a sentence's words at its ends."""
    name = " ".join(name.split()).strip(" ,–—-")
    name = re.sub(r"^(?:Bapak|Ibu|Pak|Bu|Sdr|Mr|Ms|Mrs)\.?\s+", "", name)
    while (last := name.rpartition(" ")[2]) in ("bin", "binti", "al", "di", "van", "de") or last in _NO_NAME:
        if " " not in name:
            return ""
        name = name.rpartition(" ")[0].strip(" ,")
    if name.endswith(".") and not re.search(r"(?:\b[A-Z]|\.[A-Z][A-Za-z]{0,4})\.$", name):
        name = name[:-1]
    return name


def _core(name: str) -> list[str]:
    """The words of a name without ranks, titles and degrees."""
    name = re.sub(rf"^(?:{RANK}|{TITLE})+", "", name + " ").strip()
    name = re.split(r",", name)[0]
    name = re.sub(rf"{DEGREE}+$", "", name)
    return [word for word in name.split() if not re.fullmatch(r"\(.*\)", word)]


def _is_name(name: str) -> bool:
    core = _core(name)
    if role_pattern().match(" ".join(core)):
        return False
    if not core or len(core) > 6 or core[0] in _NO_NAME or (len(core) == 1 and len(core[0].strip(".")) < 3):
        return False
    if any(is_term(word) or word in lexicon().roles for word in core):
        return False
    if any(word.isupper() and len(word) > 3 and "." not in word for word in core) and not name.isupper():
        return False
    return not (len(core) == 1 and (core[0].isupper() or wilayah.named(core[0])))


def _stands_alone(text: str, end: int) -> bool:
    """Whether a name of one word is followed by the end of what it belongs to."""
    return re.match(r"\s*[.,;]|\s+(?:saat|yang|dalam|pada|di|(?:me|ber)[a-z]+)\b", text[end : end + 30]) is not None


def _merged(found: list[Person]) -> list[Person]:
    """One entry a person: the fullest name, the first post; a short name joins the one it is part of."""
    merged: list[Person] = []
    for person in found:
        words = {word.casefold() for word in _core(person.name)}
        for place, other in enumerate(merged):
            known = {word.casefold() for word in _core(other.name)}
            if words <= known or known <= words:
                fuller = person if len(words) > len(known) else other
                role = max(other.role, person.role, key=lambda each: (len(each) <= 110, len(each)))
                merged[place] = Person(fuller.name, role, other.start, True)
                break
        else:
            merged.append(person)
    return merged


def speakers(text: str, known: list[Person]) -> Iterator[tuple[str, str]]:
    """(what was said, who said it or "") for every quotation; "ujarnya" is whoever was named last."""
    last = ""
    for spoken, around, before in quotations(text):
        said = _speaker(around, known, first=True) or _speaker(before, known, first=False) or last
        last = said or last
        yield spoken, said


def _speaker(around: str, known: list[Person], *, first: bool) -> str:
    """Whose name stands first, or last, in some words."""
    places = [(at, person.name) for person in known for word in _core(person.name) if (at := around.find(word)) >= 0]
    return (min(places) if first else max(places))[1] if places else ""
