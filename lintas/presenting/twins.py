"""A release for machines and for people who copy: Markdown with absolute links, and JSON (docs/kembaran-siaran.md)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lintas import wilayah
from lintas.model import Ref, SiaranPers
from lintas.presenting import corrections, figures
from lintas.presenting.pictures import facts_of
from lintas.relate import Site, release_address, released
from lintas.rendering import fill_slots

FORM = "lintas.siaran-pers/1"  # name and version of the form; only a breaking change raises it
_OF_PAGE = re.compile(r' (?:class="figure-link"|aria-describedby="[^"]*")')  # what has a meaning on the page alone
_CLOSE = re.compile(r"^---[ \t]*$", re.MULTILINE)


def record(site: Site, release: SiaranPers, html: str) -> dict[str, Any]:
    """The release as JSON. Keys are those of the front matter; addresses are absolute; empty values are left out."""
    base = site.settings.base_url
    filled = fill_slots(html, site.targets.get(release.path, ()), base)
    if release.path in site.bound:
        filled = _OF_PAGE.sub("", filled)
    made: dict[str, Any] = _known(site, release) | {
        "tanggal_ubah": corrections.dates(release)[1],
        "tempat": release.place,
        "tanggal_peristiwa": _event(release),
        "ringkasan": release.summary,
        "instansi": [_named(site, "instansi", ref.text) for ref in release.institutions],
        "wilayah": [_region(site, ref.text) for ref in release.regions],
        "topik": [_named(site, "topik", ref.text) for ref in release.topics],
        "peraturan": [_kept({"singkat": r.short, "judul": r.title, "tautan": r.url}) for r in release.regulations],
        "orang": [_kept({"nama": p.name, "jabatan": p.role, "instansi": p.institution}) for p in release.people],
        "foto": list(_photos(site, release)),
        "dataset": [_named(site, "data", ref.text) for ref in release.datasets if ref.text in site.datasets],
        "narahubung": [
            _kept({"nama": c.name, "unit": c.unit, "surel": c.email, "telepon": c.phone}) for c in release.contacts
        ],
        "klasifikasi": release.classification,
        "angka": figures.record(site, release.path),
        "koreksi": list(_corrections(release)),
        "pengganti": _address(base, corrections.successor_of(site, release)),
        "menggantikan": [base + release_address(other) for other in site.replaced.get(release.slug, ())],
        "isi_html": filled,
    }
    return _kept(made)


def tombstone(site: Site, release: SiaranPers) -> dict[str, Any]:
    """What is left of a withdrawn release."""
    gone = _kept({"tanggal": release.withdrawal.date, "alasan": release.withdrawal.reason})
    return _kept(_known(site, release) | {"pencabutan": gone})


def _known(site: Site, release: SiaranPers) -> dict[str, Any]:
    """What is said of every release, withdrawn ones too."""
    return {
        "bentuk": FORM,
        "alamat": site.settings.base_url + release_address(release),
        "judul": release.title,
        "nomor": [number.text for number in release.numbers],
        "tanggal": released(release),
        "bahasa": release.language,
        "status": release.status,
        "lisensi": site.settings.licence,
    }


def markdown(site: Site, release: SiaranPers, source: str) -> str:
    """The text as its author wrote it, below a head in YAML; internal links have become absolute addresses."""
    end = _CLOSE.search(source, source.find("---") + 3)
    start = end.end() + 1 if end else 0
    body = _absolute(source[start:], source.count("\n", 0, start), site, release)
    return f"{_head(site, release)}\n{body.strip()}\n"


def markdown_tombstone(site: Site, release: SiaranPers, lead: str) -> str:
    reason = f"\n{release.withdrawal.reason}\n" if release.withdrawal.reason else ""
    return f"{_head(site, release)}\n{lead}\n{reason}"


def _head(site: Site, release: SiaranPers) -> str:
    """Front matter of a twin. Texts are in JSON's quotes, which are YAML's too."""
    gone = release.status == "dicabut"
    institutions = [site.institutions[ref.text].name for ref in release.institutions if ref.text in site.institutions]
    lines: dict[str, object] = _known(site, release)
    lines.pop("bentuk")
    if not gone:
        lines |= {
            "tempat": release.place,
            "ringkasan": release.summary,
            "instansi": institutions,
            "wilayah": [ref.text for ref in release.regions],
            "topik": [ref.text for ref in release.topics],
        }
    written = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in lines.items() if value)
    return f"---\n{''.join(written)}---\n"


def _absolute(body: str, before: int, site: Site, release: SiaranPers) -> str:
    """The body, `before` lines into its file, with each internal target at its place replaced by its address."""
    targets = site.targets.get(release.path, ())
    lines = body.split("\n")
    written = {each.slot: each.text for each in site.bound.get(release.path, ()) if each.filled}
    placed = [(ref, address, written.get(slot, ""))
              for slot, (ref, address) in enumerate(zip(release.links, targets, strict=False))]  # fmt: skip
    for ref, address, text in sorted(placed, key=lambda each: (-each[0].line, -each[0].column)):
        number = ref.line - before - 1
        if 0 <= number < len(lines):
            lines[number] = _swapped(lines[number], ref, site.settings.base_url + address, text)
    return "\n".join(lines)


def _swapped(line: str, ref: Ref, address: str, text: str) -> str:
    """The line with the target replaced; `text` are the words of a link that has none: a figure from data."""
    start = line.find(ref.text, max(0, ref.column - 1))
    if start < 0:
        return line
    before = line[:start]
    if text and before.endswith("[]("):
        before = f"{before[:-2]}{text}]("
    return before + address + line[start + len(ref.text) :]


def _event(release: SiaranPers) -> dict[str, str]:
    return _kept({"mulai": release.event_start, "selesai": release.event_end})


def _named(site: Site, kind: str, key: str) -> dict[str, str]:
    names = {
        "instansi": lambda: site.institutions[key].name,
        "topik": lambda: site.topics[key].name,
        "data": lambda: site.datasets[key].dataset.title,
    }
    return {"kunci": key, "nama": names[kind](), "alamat": f"{site.settings.base_url}{kind}/{key}/"}


def _region(site: Site, code: str) -> dict[str, str]:
    region = wilayah.find(code)
    page = f"{site.settings.base_url}wilayah/{code}/" if code in site.regions else ""
    return _kept({"kode": code, "nama": region.name if region else "", "alamat": page})


def _photos(site: Site, release: SiaranPers) -> Iterator[dict[str, Any]]:
    for photo in release.photos:
        facts = facts_of(site, photo)
        yield _kept({
            "alamat": f"{site.settings.base_url}media/{photo.file.text}",
            "teks_alternatif": photo.alt,
            "takarir": photo.caption,
            "kredit": photo.credit,
            "lebar": facts.width if facts else 0,
            "tinggi": facts.height if facts else 0,
        })  # fmt: skip


def _corrections(release: SiaranPers) -> Iterable[dict[str, str]]:
    for each in release.corrections:
        yield {
            "tanggal": each.date, "semula": each.old, "menjadi": each.new, "alasan": each.reason, "bobot": each.weight,
        }  # fmt: skip


def _address(base: str, release: SiaranPers | None) -> str:
    return base + release_address(release) if release else ""


def _kept(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ("", 0, [], {}, None)}
