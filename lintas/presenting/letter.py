"""A release as a letter to be typeset, and which releases are: those in force, of the years that the portal wants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lintas.model import Contact, SiaranPers
from lintas.presenting import corrections, pictures
from lintas.relate import Site, release_address
from lintas.typesetting import Change, Entry, Letter, Letterhead, Photo, Picture
from lintas.wording import Words

WORDS = (
    "becomes contacts correction_history pdf_addresses pdf_code pdf_lacking pdf_logo pdf_origin pdf_page pdf_sample "
    "pdf_sample_note pdf_scan reason regulations release was"
).split()


def wanted(site: Site) -> Iterator[SiaranPers]:
    """A release that is replaced has no PDF: on paper nothing would lead on to the one that holds."""
    choice = site.settings.features.pdf
    if choice == "tidak":
        return
    newest = max((year for year, group in site.by_year.items() if group), default="")
    first = str(int(newest) - int(choice) + 1) if choice.isdigit() and newest.isdigit() else ""
    yield from (release for release in site.releases if release.year >= first and release.status != "diganti")


def address_of(release: SiaranPers) -> str:
    """Site path of the PDF."""
    return f"{release_address(release)}{release.slug}.pdf"


def letter(site: Site, release: SiaranPers, words: Words) -> Letter:
    """Everything but the prose and the words that are the same for all."""
    base, targets = site.settings.base_url, site.targets.get(release.path, ())
    return Letter(
        path=release.path,
        title=release.title,
        language=release.language,
        address=base + release_address(release),
        published=release.published,
        head=_head(site, release),
        words=(),
        numbers=tuple(number.text for number in release.numbers),
        dateline=", ".join(filter(None, (release.place, _date(release, words)))),
        summary=release.summary,
        mark=words["pdf_mark"] if site.settings.demonstration else "",
        notices=tuple(_notices(site, release, words)),
        targets=tuple(base + target if target else "" for target in targets),
        figures=tuple((each.slot, each.text) for each in site.bound.get(release.path, ())),
        pictures=tuple(_pictures(site, release, targets)),
        photos=tuple(Photo(base + pictures.MEDIA + p.file.text, p.alt, p.caption, p.credit) for p in release.photos),
        regulations=tuple(Entry(r.short, r.title if r.title != r.short else "", r.url) for r in release.regulations),
        contacts=tuple(lines for each in release.contacts if (lines := _lines(each))),
        changes=tuple(_changes(release, words)),
    )


def shared_words(words: Words) -> tuple[tuple[str, str], ...]:
    """Texts that the template reads."""
    return tuple((key, words[key]) for key in WORDS)


def _date(release: SiaranPers, words: Words) -> str:
    english = release.language == "en"
    return words.form.long_date(release.published) if english else words.form.date_and_time(release.published)


def _head(site: Site, release: SiaranPers) -> Letterhead:
    """That of the portal's agency; in an example portal no text that names no institution is put into its mouth."""
    settings, agency = site.settings, site.institutions.get(site.settings.agency)
    if settings.demonstration and not release.institutions:
        agency = None
    contact = settings.contact
    website = agency.website.removeprefix("https://").rstrip("/") if agency else ""
    return Letterhead(
        name=agency.name if agency else settings.title,
        unit=contact.unit,
        lines=tuple(filter(None, (contact.address, contact.phone, contact.email, website))),
        logo=pictures.CONTENT + settings.logo.text if settings.logo.text else "",
    )


def _notices(site: Site, release: SiaranPers, words: Words) -> Iterator[Entry]:
    for notice in corrections.notices(site, release, words):
        other = notice.link if notice.link and "#" not in notice.link.path else None  # the history is in the letter
        yield Entry(notice.text, other.text if other else "", site.settings.base_url + other.path if other else "")


def _pictures(site: Site, release: SiaranPers, targets: Iterable[str]) -> Iterator[Picture]:
    """Every picture of the prose, the photos and the letterhead that the portal can show, each once."""
    shown = [target for target in targets if target.startswith(pictures.MEDIA)]
    shown += [pictures.MEDIA + photo.file.text for photo in release.photos]
    shown += [pictures.MEDIA + site.settings.logo.text] if site.settings.logo.text else []
    for target in dict.fromkeys(shown):
        facts = site.pictures.get(pictures.CONTENT + target.removeprefix(pictures.MEDIA))
        if facts:
            yield Picture(site.settings.base_url + target, facts.path, facts.digest, facts.width, facts.height)


def _lines(contact: Contact) -> tuple[str, ...]:
    return tuple(filter(None, (contact.name, contact.unit, contact.address, contact.phone, contact.email)))


def _changes(release: SiaranPers, words: Words) -> Iterator[Change]:
    for change in corrections.history(release, words):
        title = ", ".join(filter(None, (change.date.text, change.weight)))
        yield Change(title, change.old, change.new, change.reason)


def complete(made: Letter, html: str, words: Words) -> Letter:
    """The letter with its prose and the words of its language."""
    return replace(made, html=html, words=shared_words(words))
