"""One press release: content/siaran-pers/<year>/<slug>.md → `SiaranPers` and the HTML of its body."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath

from lintas.authenticity import fingerprint
from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.model import Contact, Foto, Orang, Peraturan, Prose, Ref, SiaranPers
from lintas.prose import plain_text
from lintas.reader import Map, Node
from lintas.siaran.amendments import STATUSES, amended
from lintas.siaran.documents import SYNONYMS, Document, convert, file_slug, open_document, summary, title
from lintas.siaran.speakers import check_speakers
from lintas.siaran.waivers import personal, read_waivers

KEYS = (
    "judul", "nomor", "tanggal", "tempat", "tanggal_peristiwa", "ringkasan", "instansi", "wilayah", "topik",
    "peraturan", "orang", "foto", "dataset", "narahubung", "klasifikasi", "bahasa", "status",
    "pengecualian", "embargo", "koreksi", "pencabutan", "pengganti", "alamat_lama", "terjemahan_dari",
)  # fmt: skip
CLASSIFICATIONS = ("berkala", "serta-merta", "setiap-saat")
LANGUAGES = ("id", "en")
NUMBER_LIMIT = 80  # characters

_PLACE = re.compile(r"content/siaran-pers/([0-9]{4})/[^/]+\.md\Z")
_MAIL = re.compile(r"[^\s@<>,;\"]+@[a-z0-9-]+(\.[a-z0-9-]+)+\Z", re.IGNORECASE)
_PHONE = re.compile(r"\+?[0-9(][0-9() .-]{3,23}[0-9](?:,? ?(?:ext|pes|pesawat)\.? ?[0-9]{1,6})?\Z", re.IGNORECASE)
_MOBILE = re.compile(r"(?:\+?62|0)8")
_EMPTY_ALTERNATIVES = frozenset(("foto", "gambar", "image", "photo", "ilustrasi", "dokumentasi"))
_IMAGE_NAME = re.compile(r"\S+\.(?:jpe?g|png|webp|avif|gif|svg)\Z", re.IGNORECASE)


def load_release(data: bytes, path: str, digest: str) -> Outcome[tuple[SiaranPers, str] | None]:
    """Read one release. The value is None only when the path gives no address at all."""
    diagnostics: list[Diagnostic] = []
    document = open_document(data, path, diagnostics)
    document.front.unknown(KEYS, SYNONYMS)
    release, html = _read(document, digest)
    if html:
        release = replace(release, fingerprint=fingerprint(release.title, plain_text(html)))
    diagnostics += personal(data, path, release.contacts, release.waivers)
    return Outcome((release, html) if release.slug else None, tuple(diagnostics))


def _read(document: Document, digest: str) -> tuple[SiaranPers, str]:
    """The release and its HTML; findings go where those of the front matter go."""
    front, path = document.front, document.front.path
    published = front.date("tanggal", required=True, time=True)
    year, name = _year(path, published, front), file_slug(path, front.diagnostics)
    language = front.choice("bahasa", LANGUAGES, "id")
    status = front.choice("status", STATUSES, "terbit")
    body = convert(document, language, required=status != "dicabut")
    start, end = _event(front, published)
    release = SiaranPers(
        path=path,
        digest=digest,
        slug=name,
        year=year,
        title=title(front, name),
        published=published,
        numbers=_numbers(front),
        place=front.text("tempat"),
        event_start=start,
        event_end=end,
        summary=summary(front),
        institutions=front.refs("instansi"),
        regions=front.refs("wilayah"),
        topics=front.refs("topik"),
        regulations=tuple(_regulation(node, front) for node in front.nodes("peraturan")),
        people=tuple(_person(each) for each in front.maps("orang")),
        photos=tuple(photo for each in front.maps("foto") if (photo := _photo(each)).file.text),
        datasets=front.refs("dataset"),
        contacts=tuple(_contact(each) for each in front.maps("narahubung")),
        classification=front.choice("klasifikasi", CLASSIFICATIONS, "berkala"),
        language=language,
        status=status,
        links=body.links,
        headings=body.headings,
        excerpt=body.text,
        bindings=body.bindings,
        waivers=read_waivers(front),
        translates=front.ref("terjemahan_dari"),
    )
    return _judged(front, release, body), body.html


def _judged(front: Map, release: SiaranPers, body: Prose) -> SiaranPers:
    """What can be judged only of the whole: who speaks, and what became of the release."""
    front.diagnostics.extend(check_speakers(front.path, body.speakers, release.people))
    return amended(front, release, body.html)


def _year(path: str, published: str, front: Map) -> str:
    """The year folder, which must be that of the date; addresses of releases are built from it."""
    match = _PLACE.match(path)
    if match is None:
        front.diagnostics.append(fault("SIA101", Span(path), value=path))
        return published[:4] or PurePosixPath(path).parent.name
    if published and published[:4] != match.group(1):
        front.report("SIA102", "tanggal", folder=match.group(1), year=published[:4], value=published)
    return match.group(1)


def _event(front: Map, published: str) -> tuple[str, str]:
    """First and last day of what the release reports: one date, or a map of `mulai` and `selesai`."""
    node = front.get("tanggal_peristiwa")
    if node is None:
        return "", ""
    if node.kind == "map":
        span = front.map("tanggal_peristiwa")
        span.unknown(("mulai", "selesai"))
        start, end = span.date("mulai", required=True, time=True), span.date("selesai", time=True)
    else:
        start, end = front.date("tanggal_peristiwa", time=True), ""
    if start and end and end[:10] < start[:10]:
        front.report("SIA110", "tanggal_peristiwa", start=start, end=end)
    if start and published and start[:10] > published[:10]:
        front.report("SIA109", "tanggal_peristiwa", value=start, published=published)
    return start, end


def _numbers(front: Map) -> tuple[Ref, ...]:
    """Release numbers exactly as typed; every agency has its own scheme, so only nonsense is refused."""
    numbers = front.refs("nomor")
    for ref in numbers:
        if len(ref.text) > NUMBER_LIMIT or not any(c.isdigit() for c in ref.text) or "\n" in ref.text:
            front.diagnostics.append(fault("SIA112", Span(front.path, ref.line, ref.column), value=ref.text))
    return numbers


def _regulation(node: Node, front: Map) -> Peraturan:
    if node.kind == "text":
        return Peraturan(node.text.strip())
    each = Map(node, front.path, front.diagnostics)
    each.unknown(("singkat", "judul", "tautan"))
    return Peraturan(
        short=each.text("singkat", required=True),
        title=" ".join(each.text("judul").split()),
        url=each.url("tautan", schemes=("https", "http")),
    )


def _person(each: Map) -> Orang:
    each.unknown(("nama", "jabatan", "instansi"))
    return Orang(each.text("nama", required=True), each.text("jabatan"), each.text("instansi"))


def _photo(each: Map) -> Foto:
    """One photo; its file is empty when what was typed can be no place below content/media/."""
    each.unknown(("berkas", "teks_alternatif", "takarir", "kredit"), {"alt": "teks_alternatif", "caption": "takarir"})
    file = each.ref("berkas", required=True)
    alternative = " ".join(each.text("teks_alternatif", required=True).split())
    if file.text and (
        file.text[0] in "/\\~" or "\\" in file.text or ":" in file.text or ".." in file.text.split("/")
        or file.text.startswith(("content/", "media/"))
    ):  # fmt: skip
        hint = file.text.replace("\\", "/").rpartition("media/")[2].lstrip("/~")
        each.report("SIA117", "berkas", value=file.text, hint="" if ":" in hint or ".." in hint else hint)
        file = Ref("")  # so that it is not looked for as well
    if alternative.casefold() in _EMPTY_ALTERNATIVES or _IMAGE_NAME.match(alternative):
        each.report("SIA118", "teks_alternatif", value=alternative)
    return Foto(file, alternative, each.text("takarir"), each.text("kredit"))


def _contact(each: Map) -> Contact:
    each.unknown(("nama", "unit", "surel", "telepon"), {"email": "surel", "phone": "telepon", "hp": "telepon"})
    contact = Contact(each.text("surel"), each.text("telepon"), "", each.text("nama"), each.text("unit"))
    if not contact.name and not contact.unit:
        each.report("SIA116")
    if contact.email and not _MAIL.match(contact.email):
        each.report("SIA113", "surel", value=contact.email)
    if contact.phone and not _PHONE.match(contact.phone):
        each.report("SIA114", "telepon", value=contact.phone)
    elif _MOBILE.match(contact.phone):
        each.report("SIA115", "telepon")
    return contact
