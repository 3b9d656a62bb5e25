"""What became of a release, for its page, for lists, for the register, and for machines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lintas import formatting
from lintas.model import Koreksi, SiaranPers
from lintas.relate import Site, changed, instant, release_address, released
from lintas.siaran import is_remark
from lintas.views.amendments import Change, Notice
from lintas.views.parts import DateText, Link
from lintas.wording import Words

HISTORY = "riwayat-koreksi"  # id of the history on the page of a release
REGISTER = "koreksi/"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the register. `number` counts the corrections of a release from 1; 0 for the other kinds."""

    kind: str  # ralat | dicabut | diganti
    date: str
    release: SiaranPers
    number: int = 0
    correction: Koreksi | None = None
    successor: SiaranPers | None = None

    @property
    def path(self) -> str:
        """Where the change is told: in the history of the release, or at its top."""
        anchor = f"#{anchor_of(self.number)}" if self.number else ""
        return release_address(self.release) + anchor


def anchor_of(number: int) -> str:
    return f"koreksi-{number}"


def register(site: Site) -> tuple[Entry, ...]:
    """Every change of a published release, newest first. Of a withdrawn one only the withdrawal: its words are gone."""
    found = [entry for release in site.releases if release.status != "terbit" or release.corrections
             for entry in _entries(site, release)]  # fmt: skip
    found += [Entry("dicabut", release.withdrawal.date, release) for release in site.withdrawn]
    return tuple(sorted(found, key=lambda entry: (instant(entry.date), entry.release.path, entry.number), reverse=True))


def _entries(site: Site, release: SiaranPers) -> Iterator[Entry]:
    for number, correction in enumerate(release.corrections, start=1):
        yield Entry("ralat", correction.date, release, number, correction)
    successor = successor_of(site, release)
    if successor is not None:
        yield Entry("diganti", released(successor), release, successor=successor)


def successor_of(site: Site, release: SiaranPers) -> SiaranPers | None:
    """The release that takes the place of this one, if it was replaced."""
    return site.by_slug.get(release.successor.text) if release.status == "diganti" else None


def ingredients(site: Site, release: SiaranPers) -> tuple[object, ...]:
    """What the page of a release says of other releases here; goes into its digest."""
    others = (successor_of(site, release), *site.replaced.get(release.slug, ()))
    return tuple((other.path, other.title) for other in others if other)


def notices(site: Site, release: SiaranPers, words: Words) -> tuple[Notice, ...]:
    """Sentences for the top of the page of a release that is in sight."""
    made = []
    successor = successor_of(site, release)
    if successor is not None:
        made.append(Notice(words["notice_replaced"], Link(successor.title, release_address(successor)), strong=True))
    if release.status == "ralat" and release.corrections:
        grave = [entry for entry in release.corrections if entry.weight == "besar"]
        key = "notice_corrected_much" if grave else "notice_corrected"
        newest = (grave or release.corrections)[-1]
        text = words[key].format(date=words.form.long_date(newest.date))
        history = Link(words["notice_history"], f"{release_address(release)}#{HISTORY}")
        made.append(Notice(text, history, strong=bool(grave)))
    for other in site.replaced.get(release.slug, ()):
        made.append(Notice(words["notice_replaces"], Link(other.title, release_address(other))))
    return tuple(made)


def history(release: SiaranPers, words: Words) -> tuple[Change, ...]:
    """All corrections of a release, newest first, each with the id that the register links to."""
    numbered = list(enumerate(release.corrections, start=1))
    entries = [Entry("ralat", correction.date, release, number, correction) for number, correction in numbered]
    return tuple(change(entry, words, listed=False) for entry in reversed(entries))


def change(entry: Entry, words: Words, *, listed: bool = True) -> Change:
    """An entry as it is shown: in the register (`listed`), or in the history of its own release."""
    release, correction = entry.release, entry.correction
    weight = correction.weight if correction else ""
    link = Link(release.title, entry.path, words.form.long_date(release.published)) if listed else None
    follower = entry.successor
    return Change(
        kind=words[f"amendment_{entry.kind}"],
        date=DateText(words.form.date_and_time(entry.date), entry.date),
        reason=correction.reason if correction else release.withdrawal.reason,
        weight=words[f"weight_{weight}"] if weight else "",
        weight_note=words[f"weight_{weight}_note"] if weight else "",
        old=correction.old if correction else "",
        new=correction.new if correction else "",
        old_described=correction is not None and is_remark(correction.old),
        new_described=correction is not None and is_remark(correction.new),
        id="" if listed or not entry.number else anchor_of(entry.number),
        release=link,
        numbers=tuple(number.text for number in release.numbers) if listed else (),
        successor=Link(follower.title, release_address(follower)) if follower else None,
        lang=release.language if release.language != "id" else "",
    )


def record(site: Site, entry: Entry) -> dict[str, object]:
    """An entry for the JSON register; keys as in front matter, addresses absolute."""
    release, correction, base = entry.release, entry.correction, site.settings.base_url
    made: dict[str, object] = {
        "jenis": {"ralat": "koreksi", "dicabut": "pencabutan", "diganti": "penggantian"}[entry.kind],
        "tanggal": entry.date,
        "siaran": {
            "judul": release.title,
            "nomor": [number.text for number in release.numbers],
            "tanggal": release.published,
            "alamat": base + entry.path,
        },
    }
    if correction:
        made |= {"bobot": correction.weight, "semula": correction.old, "menjadi": correction.new}
    reason = correction.reason if correction else release.withdrawal.reason
    if reason:
        made["alasan"] = reason
    if entry.successor:
        made["pengganti"] = {"judul": entry.successor.title, "alamat": base + release_address(entry.successor)}
    return made


def dates(release: SiaranPers) -> tuple[str, str]:
    """RFC 3339 (published, modified) of a release: for feeds and for `datePublished`, `dateModified` of schema.org."""
    return formatting.rfc3339(released(release)), formatting.rfc3339(changed(release))


def corrections_data(release: SiaranPers, words: Words) -> list[dict[str, str]]:
    """The value of schema.org `correction` for a NewsArticle: one CorrectionComment for each entry, oldest first."""
    return [
        {
            "@type": "CorrectionComment",
            "datePublished": formatting.rfc3339(entry.date),
            "text": sentence(entry, words),
        }
        for entry in release.corrections
    ]


def sentence(correction: Koreksi, words: Words) -> str:
    """A correction in one sentence and its reason."""
    told = words["correction_sentence"].format(old=correction.old, new=correction.new)
    return f"{told} {correction.reason}"
