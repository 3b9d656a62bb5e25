"""The list of public information: a page by class, pages of years where there are many releases, and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from lintas.model import SiaranPers
from lintas.outputs import Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, information, items
from lintas.presenting.information import CLASSES, FILE, INLINE, PAGE, ROWS
from lintas.relate import Himpunan, Site, changed, identity
from lintas.views.agenda import DaftarInformasi, InformasiTahun, InformationClass
from lintas.views.parts import ContactItem, FileItem, Link

NAME = "information"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    shared = digest_of(site.base, *(_dataset_identity(item) for item in site.datasets.values()))
    every = digest_of(shared, *identity(site.releases))
    newest = max((changed(release)[:10] for release in site.releases), default="")
    return [
        Output(page_path(PAGE), NAME, "list", every, newest),
        Output(FILE, NAME, "csv", every),
        *_years(site),
    ]


def _dataset_identity(item: Himpunan) -> tuple[object, ...]:
    return (item.dataset.slug, item.dataset.digest, items.formats(item))


def _years(site: Site) -> Iterator[Output]:
    for kind, releases in information.by_class(site).items():
        if len(releases) <= INLINE:
            continue
        for year, group in information.by_year(releases).items():
            pages = items.slices(group, ROWS)
            for page, shown in enumerate(pages, start=1):
                own = page_path(items.page_address(information.year_address(kind, year), page))
                digest = digest_of(site.base, len(group), *identity(shown))
                newest = max(changed(release)[:10] for release in shown)
                yield Output(own, NAME, f"{kind} {year} {page}", digest, newest)


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    if output.subject == "csv":
        return _csv(site, tools)
    if output.subject == "list":
        return _list(site, tools)
    kind, year, page = output.subject.split(" ")
    return _year(site, (kind, year), int(page), tools)


def _csv(site: Site, tools: Tools) -> bytes:
    """RFC 4180: UTF-8, comma, CRLF."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(information.HEADER)
    writer.writerows(information.rows(site, tools.renderer.strings))
    return text.getvalue().encode()


def _list(site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    grouped = information.by_class(site)
    agency = site.institutions.get(site.settings.agency)
    view = DaftarInformasi(
        count=_count(len(site.releases) + len(site.datasets), tools),
        ask=words["information_ask_text"].format(unit=agency.name if agency else site.settings.title),
        classes=tuple(_class(site, kind, grouped[kind], tools) for kind in CLASSES),
        contact=_contact(site),
        files=(FileItem("CSV", words["information"], FILE),),
    )
    head = chrome.meta(
        site, words, words["information"], PAGE, description=words["information_lead"], crumbs=chrome.crumbs(words)
    )
    return tools.renderer.page(view, head, "data", page_path(PAGE))


def _contact(site: Site) -> ContactItem | None:
    """The contact of the portal; None where the settings name none that can be reached."""
    contact = site.settings.contact
    return chrome.contact(contact) if contact.email or contact.phone or contact.address else None


def _count(n: int, tools: Tools) -> str:
    words = tools.renderer.strings
    return items.count(words, "n_information", n) or words["no_information"]


def _class(site: Site, kind: str, releases: tuple[SiaranPers, ...], tools: Tools) -> InformationClass:
    words, shown = tools.renderer.strings, information.datasets(site, kind)
    title = words[f"class_{information.word(kind)}"]
    many = len(releases) > INLINE
    years = information.by_year(releases) if many else {}
    caption = words["information_of"]
    return InformationClass(
        id=kind,
        title=title,
        note=words[f"class_{information.word(kind)}_note"],
        count=_count(len(releases) + len(shown), tools),
        datasets=information.dataset_table(
            site, shown, caption.format(kind=words["datasets"], name=title), words
        ) if shown else None,
        releases=information.release_table(
            site, releases, caption.format(kind=words["releases"], name=title), words
        ) if releases and not many else None,
        years=tuple(
            Link(year, information.year_address(kind, year), count=words.form.number(len(group)))
            for year, group in years.items()
        ),
    )  # fmt: skip


def _year(site: Site, place: tuple[str, str], page: int, tools: Tools) -> bytes:
    words, (kind, year) = tools.renderer.strings, place
    group = tuple(release for release in site.by_year[year] if release.classification == kind)
    pages = items.slices(group, ROWS)
    name = words[f"class_{information.word(kind)}"]
    title = items.paged_title(words["information_year"].format(name=name, year=year), page, len(pages), words)
    address = information.year_address(kind, year)
    view = InformasiTahun(
        title=title,
        note=words[f"class_{information.word(kind)}_note"],
        count=items.count(words, "n_releases", len(group)),
        releases=information.release_table(site, pages[page - 1], title, words),
        paging=items.paging(address, page, len(pages), words),
    )
    own = items.page_address(address, page)
    crumbs = chrome.crumbs(words, Link(words["information"], PAGE))
    head = chrome.meta(site, words, title, own, description=f"{title}. {view.note}", crumbs=crumbs)
    return tools.renderer.page(view, head, "data", page_path(own))


PUBLISHER = Publisher(NAME, _plan, _render)
