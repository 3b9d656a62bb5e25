"""What was understood → a release file. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lintas.diagnostics import Diagnostic
from lintas.formatting import slug
from lintas.importing.anatomy import Anatomy
from lintas.importing.manuscript import Block, Picture, markdown
from lintas.importing.naming import institutions
from lintas.importing.understanding import Facts, Known
from lintas.runs import Understood


@dataclass(frozen=True, slots=True)
class Draft:
    """A release file that is not written yet, and the pictures (path → bytes) that belong to it."""

    path: str  # relative to the portal root
    text: str
    understood: tuple[Understood, ...]
    decisions: tuple[Diagnostic, ...]
    pictures: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """The file as text, where it goes, and the names of its pictures below content/media/."""

    path: str
    text: str
    pictures: tuple[str, ...]


def lay_out(
    made: Anatomy, facts: Facts, pictures: Sequence[Picture], known: Known, *, notes: Sequence[str] = ()
) -> Layout:
    """The whole file. `notes` are the footnotes."""
    year, name = facts.published[:4], short_slug(facts.title) or "siaran-pers"
    media = tuple(f"{year}/{name}-{number}{picture.suffix}" for number, picture in enumerate(pictures, 1))
    front = _front_matter(made, facts, media, known)
    file = "\n".join(["---", *front, "---", "", body(made.body, notes), ""])
    return Layout(f"content/siaran-pers/{year}/{name}.md", file, media)


def body(blocks: Sequence[Block], notes: Sequence[str] = ()) -> str:
    """The Markdown of the body; headings begin at the second level, as the title is the first."""
    levels = [block.level for block in blocks if block.kind == "heading"]
    shift = 2 - min(levels) if levels else 0
    parts = []
    for block in blocks:
        if block.kind == "picture":
            continue
        if block.kind == "heading":
            block = Block("heading", block.runs, min(6, block.level + shift))
        parts.append(markdown(block))
    parts += ["\n".join(f"[^{number}]: {note}" for number, note in enumerate(notes, 1))] if notes else []
    return "\n\n".join(part for part in parts if part.strip())


def _front_matter(made: Anatomy, facts: Facts, media: Sequence[str], known: Known) -> list[str]:
    lines = [f"judul: {quoted(facts.title)}"]
    if len(facts.numbers) > 1:
        lines += ["nomor:", *(f"  - {quoted(number.text)}" for number in facts.numbers)]
    elif facts.numbers:
        lines.append(f"nomor: {quoted(facts.numbers[0].text)}")
    lines.append(f"tanggal: {facts.published}")
    lines += [f"embargo: {facts.embargo}"] if facts.embargo else []
    lines += [f"tempat: {quoted(facts.place)}"] if facts.place else []
    if facts.event and facts.event.until:
        lines += ["tanggal_peristiwa:", f"  mulai: {facts.event.iso}", f"  selesai: {facts.event.until}"]
    elif facts.event:
        lines.append(f"tanggal_peristiwa: {facts.event.iso}")
    lines.append(f"ringkasan: {quoted(facts.summary)}" if facts.summary else "# ringkasan:")
    codes = [quoted(region.code) for region in facts.regions.found]
    for key, values in (("instansi", facts.institutions), ("wilayah", codes), ("topik", facts.topics)):
        lines += [f"{key}:", *(f"  - {value}" for value in values)] if values else [f"# {key}:"]
    lines += _regulations(facts) + _people(facts, known) + _photos(made, media) + _contacts(facts)
    lines += ["bahasa: en"] if facts.language == "en" else []
    return [*lines, "status: draf"]


def _regulations(facts: Facts) -> list[str]:
    lines = ["peraturan:"] if facts.regulations else []
    for short, full in facts.regulations:
        lines += [f"  - singkat: {quoted(short)}", *([f"    judul: {quoted(full)}"] if full else [])]
    return lines


def _people(facts: Facts, known: Known) -> list[str]:
    if not facts.people:
        return ["# orang:", "#   - nama:", "#     jabatan:"]
    lines = ["orang:"]
    for person in facts.people:
        lines.append(f"  - nama: {quoted(person.name)}")
        lines += [f"    jabatan: {quoted(person.role)}"] if person.role else ["    # jabatan:"]
        own = institutions(person.role, known.institutions)
        lines += [f"    instansi: {own[0]}"] if own else []
    return lines


def _photos(made: Anatomy, media: Sequence[str]) -> list[str]:
    """An entry for each picture, with its caption; a caption without picture waits as a comment."""
    captions = list(made.captions)
    lines = ["foto:"] if media else []
    for place, name in enumerate(media):
        own = next((pair for pair in captions if pair[1] == place), None)
        if own is None and len(media) == 1 and captions:
            own = captions[0]
        lines += [
            f"  - berkas: {name}",
            "    # Tulis apa yang terlihat di foto; selama kosong, pemeriksaan menolaknya.",
            '    teks_alternatif: ""',
        ]
        if own:
            captions.remove(own)
            lines += [f"    takarir: {quoted(own[0].text)}"] if own[0].text else []
            lines += [f"    kredit: {quoted(own[0].credit)}"] if own[0].credit else []
    for caption, _ in captions:
        lines += ["# foto:", "#   - berkas:", "#     teks_alternatif:"]
        lines += [f"#     takarir: {quoted(caption.text)}"] if caption.text else []
        lines += [f"#     kredit: {quoted(caption.credit)}"] if caption.credit else []
    return lines


def _contacts(facts: Facts) -> list[str]:
    lines = ["narahubung:"] if facts.contacts.found else []
    for contact in facts.contacts.found:
        unit = contact.unit or ("" if contact.name else "Narahubung")
        entry = [("unit", unit), ("nama", contact.name), ("surel", contact.mail), ("telepon", contact.phone)]
        written = [f"{key}: {quoted(value)}" for key, value in entry if value]
        lines += [f"  - {written[0]}", *(f"    {line}" for line in written[1:])]
    return lines


def short_slug(title: str, limit: int = 60) -> str:
    """The slug of a title, cut between words."""
    whole = slug(title, 400)
    return whole if len(whole) <= limit else whole[: limit + 1].rpartition("-")[0] or whole[:limit]


def quoted(text: str) -> str:
    """A YAML double-quoted scalar; JSON strings are a subset of those."""
    return json.dumps(re.sub(r"[\x7f-\x9f]", " ", text), ensure_ascii=False)
