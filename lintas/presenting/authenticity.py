"""The manifest of releases: what anybody can hold a text or a file against (docs/keaslian.md).

`manifes.json` is what is signed. It names the lists by their SHA-256, and they name each release; a list holds a
thousand releases of one year, oldest first, so that a new release changes one list.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from lintas.authenticity import PART, VERSION, sha256
from lintas.authenticity.signing import MANIFEST, key_id
from lintas.model import SiaranPers
from lintas.presenting import corrections
from lintas.presenting.corrections import HISTORY
from lintas.relate import Site, instant, release_address, released

FOLDER, PAGE = "keaslian/", "cek-keaslian/"
FORM = "lintas.keaslian/1"
LIST = 1000  # releases in one list
SHORT = 8  # hex digits of a fingerprint in the index


@dataclass(frozen=True, slots=True)
class Group:
    """The releases of one list."""

    year: str
    number: int
    releases: tuple[SiaranPers, ...]

    @property
    def name(self) -> str:
        return self.year if self.number == 1 else f"{self.year}-{self.number}"


def groups(site: Site) -> tuple[Group, ...]:
    """Every release that is or was in public, by lists."""
    every = sorted((*site.releases, *site.withdrawn), key=lambda r: (r.year, instant(released(r)), r.path))
    found = []
    for year, members in groupby(every, key=lambda r: r.year):
        rows = tuple(members)
        for start in range(0, len(rows), LIST):
            found.append(Group(year, start // LIST + 1, rows[start : start + LIST]))
    return tuple(found)


def identity(site: Site, group: Group) -> Iterator[str]:
    """What the list of a group is made from."""
    for release in group.releases:
        follower = corrections.successor_of(site, release)
        after = release_address(follower) if follower else ""
        yield f"{release.path} {release.digest} {release.fingerprint.text} {after} {files(site, release)}"


def listed(site: Site, group: Group) -> bytes:
    """`<year>.json`, a line for each release: with an indent the standard library encodes ten times as slowly."""
    lines = ",\n".join(json.dumps(_entry(site, release), ensure_ascii=False) for release in group.releases)
    head = json.dumps({"bentuk": FORM, "tahun": group.year}, ensure_ascii=False)
    return f'{head[:-1]}, "siaran": [\n{lines}\n]}}\n'.encode("utf-8", "replace")


def _entry(site: Site, release: SiaranPers) -> dict[str, object]:
    follower = corrections.successor_of(site, release)
    address = release_address(release)
    made: dict[str, object] = {
        "alamat": address,
        "judul": release.title,
        "nomor": [number.text for number in release.numbers],
        "tanggal": released(release),
        "status": release.status,
        "teks": release.fingerprint.text,
        "teks_semula": former(release),
        "berkas": [{"nama": name, "sha256": digest} for name, digest in files(site, release)],
        "koreksi": f"{address}#{HISTORY}" if release.corrections and release.status != "dicabut" else "",
        "pengganti": release_address(follower) if follower else "",
    }
    return {key: value for key, value in made.items() if value}


def former(release: SiaranPers) -> list[str]:
    """Fingerprints of what stood there before, oldest first."""
    found = [each for correction in release.corrections for each in correction.former] + [*release.withdrawal.former]
    return [each for each in dict.fromkeys(found) if each != release.fingerprint.text]


def files(site: Site, release: SiaranPers) -> tuple[tuple[str, str], ...]:
    """Files beside the page that have a fingerprint of their own, as (name, SHA-256)."""
    paper = site.papers.get(release.path)
    return ((paper.path.rpartition("/")[2], paper.sha256),) if paper else ()


def clues(group: Group) -> bytes:
    """`<year>-bagian.json`: the short hashes of the parts of each release, in the order of the list.

    Only for finding the release that a text comes from; of a withdrawn one nothing is told.
    """
    rows = ["" if r.status == "dicabut" else r.fingerprint.parts for r in group.releases]
    return _json({"bentuk": FORM, "panjang": PART, "bagian": rows})


def index(site: Site) -> bytes:
    """`indeks.json`: beginnings of all fingerprints by list, so that a reader fetches only the list that matters."""
    return _json({"bentuk": FORM, "panjang": SHORT, "daftar": {g.name: "".join(_short(site, g)) for g in groups(site)}})


def _short(site: Site, group: Group) -> Iterator[str]:
    for release in group.releases:
        digests = (release.fingerprint.text, *former(release), *(digest for _, digest in files(site, release)))
        yield from (digest[:SHORT] for digest in digests if digest)


def manifest(site: Site) -> bytes:
    """`manifes.json`, the file that is signed."""
    parts = groups(site)
    rows = [
        {"nama": g.name, "berkas": f"{g.name}.json", "jumlah": len(g.releases), "sha256": _digest(listed(site, g))}
        for g in parts
    ]
    made = {
        "bentuk": FORM,
        "normalisasi": VERSION,
        "portal": site.settings.title,
        "alamat": site.settings.base_url,
        "jumlah": sum(len(group.releases) for group in parts),
        "daftar": rows,
        "indeks": {"berkas": "indeks.json", "sha256": _digest(index(site))},
    }
    return _json(made)


def _digest(data: bytes) -> str:
    return sha256(data.decode())


def _json(value: Mapping[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def commands(site: Site) -> Iterator[str]:
    """What a journalist types to check the manifest without a browser."""
    base = site.settings.base_url + FOLDER
    yield f"curl -fO {base}{MANIFEST}"
    if site.signed.signature:
        yield f"curl -fO {base}{MANIFEST}.minisig"
        yield f"minisign -Vm {MANIFEST} -P {site.signed.public_key}"


def list_commands(site: Site) -> Iterator[str]:
    """The same for the list of the latest year."""
    for group in groups(site)[-1:]:
        yield f"curl -fO {site.settings.base_url}{FOLDER}{group.name}.json"
        yield f"sha256sum {group.name}.json"
        yield f"grep -A 2 {group.name}.json {MANIFEST}"


def key_name(site: Site) -> str:
    return key_id(site.signed.public_key) if site.signed.public_key else ""
