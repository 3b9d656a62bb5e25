"""The data catalogue: its list, a page for each value of each facet, its items for combining facets, and it as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, combining, facets, items, letters, machines
from lintas.presenting.facets import Groups
from lintas.relate import Himpunan, Site
from lintas.views import pages
from lintas.views.finding import DaftarSegi, FacetValue, LetterGroup, Narrowing
from lintas.views.parts import FileItem, Link
from lintas.wording import Words

NAME = "catalogue"
LIST = "data/"
TABLE = "data/katalog.csv"
ITEMS = "data/saring.json"
_AXES = {axis.key: axis for axis in facets.CATALOGUE}


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    every, groups = facets.catalogue(site), facets.of_catalogue(site)
    shared = digest_of(site.base, [item.dataset.digest for item in every])
    planned = [Output(TABLE, NAME, "table", shared), *_lists(site, groups, ("", ""), every)]
    if len(every) > 1:
        states = [site.freshness[item.dataset.slug].state for item in every]
        planned.append(Output(ITEMS, NAME, "items", digest_of(shared, states)))
    for axis, values in groups.items():
        if values:
            counts = [(key, len(group)) for key, group in values.items()]
            planned.append(Output(page_path(f"{LIST}{axis}/"), NAME, f"values {axis}", digest_of(site.base, counts)))
        for key, group in values.items():
            planned += _lists(site, groups, (axis, key), group)
    return planned


def _lists(site: Site, groups: Groups, chosen: tuple[str, str], every: Sequence[Himpunan]) -> Iterator[Output]:
    """The pages of a list; facets stand on the first alone, so that no other is drawn anew for their counts."""
    slices = items.slices(every, site.settings.page_size)
    beside = facets.first(_counts(groups))
    for page, shown in enumerate(slices, start=1):
        digests = [item.dataset.digest for item in shown]
        digest = digest_of(site.base, len(every), len(slices), digests, beside if page == 1 else "")
        changed = max((item.dataset.updated for item in shown), default="")
        subject = " ".join(("list", str(page), *chosen)).rstrip()
        yield Output(page_path(items.page_address(_address(*chosen), page)), NAME, subject, digest, changed)


def _counts(groups: Groups) -> dict[str, dict[str, int]]:
    return {axis: {key: len(group) for key, group in values.items()} for axis, values in groups.items()}


def _address(axis: str, value: str) -> str:
    return f"{LIST}{axis}/{value}/" if axis else LIST


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    kind, *rest = output.subject.split(" ")
    if kind == "table":
        return _table(site)
    if kind == "items":
        return combining.of_catalogue(site, tools)
    if kind == "values":
        return _values(site, rest[0], tools)
    page, *chosen = rest
    return _list(site, tools, int(page), (chosen[0], chosen[1]) if chosen else ("", ""))


def _list(site: Site, tools: Tools, page: int, chosen: tuple[str, str]) -> bytes:
    words, groups, (axis, value) = tools.renderer.strings, facets.of_catalogue(site), chosen
    every = groups[axis][value] if axis else facets.catalogue(site)
    slices = items.slices(every, site.settings.page_size)
    text = _AXES[axis].text(site, value, words) if axis else ""
    address = _address(axis, value)
    view = pages.Katalog(
        heading=_heading(axis, text, words),
        count=items.count(words, "n_datasets", len(every)) or words["no_datasets"],
        datasets=tuple(items.dataset_item(site, item, words) for item in slices[page - 1]),
        narrowing=_narrowing(site, words, _counts(groups), chosen) if page == 1 else None,
        chosen=Link(text, LIST) if axis else None,
        description=words["catalogue_lead"],
        files=(FileItem("CSV", words["catalogue_csv"], TABLE), *machines.catalogue_files(words)),
        paging=items.paging(address, page, len(slices), words),
    )
    above = (Link(words["datasets"], LIST), Link(words[_AXES[axis].word], f"{LIST}{axis}/")) if axis else ()
    title = items.paged_title(view.heading, page, len(slices), words)
    lead = items.lead_of(title, words["datasets"], words["catalogue_lead"])
    own = items.page_address(address, page)
    head = chrome.meta(site, words, title, own, description=lead, crumbs=chrome.crumbs(words, *above))
    return tools.renderer.page(view, head, "data", page_path(own))


def _heading(axis: str, text: str, words: Words) -> str:
    """A year or a format does not say of what it is."""
    if not axis:
        return words["datasets"]
    named = f"{words[_AXES[axis].word]} {text}" if axis in ("tahun", "format") else text
    return words["catalogue_of"].format(name=named)


def _narrowing(
    site: Site, words: Words, counts: Mapping[str, Mapping[str, int]], chosen: tuple[str, str]
) -> Narrowing | None:
    if len(site.datasets) < 2:
        return None
    return Narrowing(
        label=words["filters"],
        facets=facets.shown(site, words, counts, facets.CATALOGUE, chosen=chosen),
        source=chrome.folder(words) + ITEMS,
        base=chrome.folder(words) + LIST,
        counted=words["n_datasets"],
        order="judul",
        chosen="=".join(chosen) if chosen[0] else "",
    )


def _values(site: Site, key: str, tools: Tools) -> bytes:
    """All values of a facet, by letter where there are many."""
    words, axis = tools.renderer.strings, _AXES[key]
    values = facets.of_catalogue(site)[key]
    links = [
        FacetValue(
            value, axis.text(site, value, words), f"{LIST}{key}/{value}/", items.count(words, "n_datasets", len(group))
        )
        for value, group in values.items()
    ]
    view = DaftarSegi(
        heading=words["catalogue_by"].format(name=words[axis.word].lower()),
        count=words.counted("n_values", len(links)),
        groups=_groups(links, in_order=axis.fixed is not None),
        long=len(links) > letters.FEW,
    )
    above = chrome.crumbs(words, Link(words["datasets"], LIST))
    lead = items.lead_of(view.heading, "", words["catalogue_lead"])
    head = chrome.meta(site, words, view.heading, f"{LIST}{key}/", description=lead, crumbs=above)
    return tools.renderer.page(view, head, "data", page_path(f"{LIST}{key}/"))


def _groups(links: Sequence[FacetValue], *, in_order: bool) -> tuple[LetterGroup, ...]:
    grouped = [("", tuple(links))] if in_order else letters.by_letter(links, lambda link: link.text)
    return tuple(LetterGroup(letters.anchor(sign), sign, group) for sign, group in grouped)


def _table(site: Site) -> bytes:
    """The catalogue as RFC 4180 CSV: one row for each dataset."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        (
            "slug",
            "judul",
            "instansi",
            "lisensi",
            "versi",
            "diperbarui",
            "mulai",
            "selesai",
            "frekuensi",
            "baris",
            "format",
            "alamat",
        )
    )
    for item in facets.catalogue(site):
        data = item.dataset
        rows = sum(table.rows for table in item.facts.tables)
        owner = site.institutions.get(data.institution.text)
        names = (data.slug, data.title, owner.name if owner else "", "; ".join(link.title for link in data.licences))
        times = (data.version, data.updated, data.temporal_start, data.temporal_end, data.frequency)
        formats = "; ".join(items.formats(item))
        writer.writerow((*names, *times, rows, formats, f"{site.settings.base_url}data/{data.slug}/"))
    return text.getvalue().encode()


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=(*PAGES, "saring.json"))
