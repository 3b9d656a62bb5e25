"""`pengecualian` in front matter: waivers on record, and what is left of the findings on personal data."""

from __future__ import annotations

from lintas.diagnostics import Diagnostic
from lintas.model import Contact, Pengecualian
from lintas.privacy import CODES, Allowed, apply, scan_text
from lintas.reader import Map, near

KEYS = ("kode", "berkas", "alasan", "jabatan", "tanggal")
ELSEWHERE = ("REG101",)  # codes that are waived where all releases are looked at
LEAST_REASON = 15  # characters; shorter is no reason


def read_waivers(front: Map) -> tuple[Pengecualian, ...]:
    """The waivers that are complete; a waiver with a fault waives nothing."""
    found = []
    for each in front.maps("pengecualian"):
        before = len(front.diagnostics)
        each.unknown(KEYS)
        waiver = Pengecualian(
            code=each.text("kode", required=True),
            reason=" ".join(each.text("alasan", required=True).split()),
            role=" ".join(each.text("jabatan", required=True).split()),
            date=each.date("tanggal", required=True),
            file=each.text("berkas"),
            line=each.node.line,
        )
        if waiver.code and waiver.code not in (*CODES, *ELSEWHERE):
            each.report("PRI201", "kode", key="kode", value=waiver.code, hint=near(waiver.code, CODES))
        if waiver.reason and len(waiver.reason) < LEAST_REASON:
            each.report("PRI204", "alasan", value=waiver.reason, least=LEAST_REASON)
        if len(front.diagnostics) == before:
            found.append(waiver)
    return tuple(found)


def personal(
    data: bytes, path: str, contacts: tuple[Contact, ...], waivers: tuple[Pengecualian, ...]
) -> list[Diagnostic]:
    """Findings in the whole file, less what was declared to be a contact and what is waived."""
    offices = tuple(value for contact in contacts for value in (contact.email, contact.phone) if value)
    found = scan_text(data, path, Allowed(offices))
    own = tuple(w for w in waivers if not w.file and w.code in CODES)  # those of files are used where they are scanned
    if not found and not own:
        return []
    left, idle = apply(found, own, path)
    return [*left, *idle]
