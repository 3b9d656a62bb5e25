"""The table of what was understood, with how sure each value is. Pure; Indonesian, as it is for editors."""

from __future__ import annotations

from collections.abc import Sequence

from lintas import wilayah
from lintas.diagnostics import shorten
from lintas.formatting import date_range, weekday_date
from lintas.importing.anatomy import Anatomy
from lintas.importing.understanding import Facts
from lintas.numbering import PROFILES, Number
from lintas.runs import Understood

HIGH, MIDDLE, LOW = "tinggi", "sedang", "rendah"
_SOURCES = {
    "naskah": (HIGH, "tertulis di kepala naskah"),
    "kaki": (HIGH, "tertulis di kaki naskah"),
    "titimangsa": (HIGH, "dari titimangsa"),
    "laman": (MIDDLE, "dari laman yang memuatnya"),
    "obrolan": (MIDDLE, "dari tanggal pesan"),
    "peristiwa": (LOW, "disimpulkan dari tanggal peristiwa"),
    "hari ini": (LOW, "tidak tertulis; dipakai hari ini"),
}


def table(made: Anatomy, facts: Facts, media: Sequence[str]) -> tuple[Understood, ...]:
    """One line for each key, in the order of the front matter; a dash where the text says nothing."""
    published, why = _SOURCES[facts.source]
    rows = [
        Understood(
            "judul", "Judul", facts.title, LOW if made.rivals else HIGH, "ada calon lain" if made.rivals else ""
        ),
        *_numbers(facts.numbers),
        Understood("tanggal", "Tanggal terbit", weekday_date(facts.published), published, why),
        Understood("tempat", "Tempat", facts.place, HIGH if facts.place and wilayah.named(facts.place) else MIDDLE),
        _event(facts),
        Understood("ringkasan", "Ringkasan", facts.summary, MIDDLE, "disalin dari teras"),
        Understood("instansi", "Instansi", ", ".join(facts.institutions), HIGH),
        Understood("instansi_lain", "Instansi lain", "; ".join(facts.unknown), MIDDLE, "belum ada di content/instansi"),
        _regions(facts),
        Understood("topik", "Topik", ", ".join(facts.topics), MIDDLE, "menurut kata-katanya"),
        Understood("peraturan", "Peraturan", "; ".join(short for short, _ in facts.regulations), HIGH),
        *_people(facts),
        *_photos(made, media),
        *_contacts(facts),
        Understood("kutipan", "Kutipan", _quotations(facts), MIDDLE, "tetap di dalam isi"),
        Understood("embargo", "Embargo", made.embargo, HIGH),
        Understood(
            "penutup",
            "Penutup",
            "; ".join([*made.closing.signed, *([made.closing.mark] if made.closing.mark else [])]),
            MIDDLE,
            "tidak diambil",
        ),
        Understood("bahasa", "Bahasa", {"id": "Indonesia", "en": "Inggris"}[facts.language], HIGH),
        Understood("isi", "Isi", f"{sum(block.kind != 'picture' for block in made.body)} bagian", HIGH),
    ]
    return tuple(_shown(row) for row in rows)


def _shown(row: Understood) -> Understood:
    return row if row.value else Understood(row.field, row.label, "–", "", "")


def _numbers(numbers: Sequence[Number]) -> list[Understood]:
    if not numbers:
        return [Understood("nomor", "Nomor", "")]
    return [Understood("nomor", "Nomor", number.text, *_trust(number)) for number in numbers]


def _trust(number: Number) -> tuple[str, str]:
    issuer = next((each.issuer for each in PROFILES if each.key == number.profile), "")
    parts = number.parts
    told = [
        f"urut {parts.sequence}",
        *([f"bulan {parts.month}"] if parts.month else []),
        *([f"tahun {parts.year}"] if parts.year else []),
    ]
    told += [f"unit {parts.unit}"] if parts.unit else []
    told += [f"klasifikasi {parts.classification}"] if parts.classification else []
    known = f"pola {issuer}: " if issuer else "" if number.profile else "pola tidak dikenal: "
    return (HIGH if number.exact and number.profile else MIDDLE), known + ", ".join(told)


def _event(facts: Facts) -> Understood:
    event = facts.event
    if event is None:
        return Understood("tanggal_peristiwa", "Tanggal peristiwa", "")
    value = date_range(event.iso, event.until) if event.until else weekday_date(event.iso)
    if event.weekday:
        return Understood(
            "tanggal_peristiwa", "Tanggal peristiwa", value, LOW, f"“{event.written}”: hari dan tanggal tidak cocok"
        )
    note = "tahun disimpulkan" if event.guessed_year else ""
    return Understood(
        "tanggal_peristiwa", "Tanggal peristiwa", value, MIDDLE if note or not event.named else HIGH, note
    )


def _regions(facts: Facts) -> Understood:
    value = ", ".join(f"{region.code} {region.name}" for region in facts.regions.found)
    unclear = ", ".join(name for name, _ in facts.regions.unclear)
    return Understood(
        "wilayah",
        "Wilayah",
        value or (f"({unclear})" if unclear else ""),
        LOW if unclear else HIGH,
        f"{unclear}: kota atau kabupaten?" if unclear else "",
    )


def _people(facts: Facts) -> list[Understood]:
    rows = [
        Understood(
            "orang",
            "Orang",
            f"{each.name} — {each.role or 'jabatan tidak tertulis'}",
            (HIGH if each.sure else MIDDLE) if each.role else LOW,
        )
        for each in facts.people
    ]
    return rows or [Understood("orang", "Orang", "")]


def _photos(made: Anatomy, media: Sequence[str]) -> list[Understood]:
    rows = [Understood("foto", "Foto", name, HIGH, "teks alternatif harus ditulis") for name in media]
    for caption, _ in made.captions:
        told = caption.text or "(tanpa takarir)"
        rows.append(
            Understood(
                "takarir",
                "Takarir foto",
                told,
                HIGH if caption.sure else MIDDLE,
                f"kredit: {caption.credit}" if caption.credit else "tanpa kredit",
            )
        )
    return rows or [Understood("foto", "Foto", "")]


def _contacts(facts: Facts) -> list[Understood]:
    rows = []
    for each in facts.contacts.found:
        value = ", ".join(filter(None, (each.unit or each.name, each.mail, each.phone)))
        rows.append(Understood("narahubung", "Narahubung", value, MIDDLE))
    return rows or [Understood("narahubung", "Narahubung", "")]


def _quotations(facts: Facts) -> str:
    return "; ".join(f"“{shorten(spoken, 50)}” – {speaker or 'penutur?'}" for spoken, speaker in facts.quotations)
