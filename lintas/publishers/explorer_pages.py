"""A page for each table on which the whole of it is explored, and the files of columns that the page fetches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintas.model import ColumnFiles
from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, dataset, explorer
from lintas.relate import Himpunan, Site
from lintas.views.explorer import JelajahTabel
from lintas.views.parts import Link
from lintas.wording import Words

NAME = "explorer_pages"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    return [output for item in site.datasets.values() for output in _planned(site, item)]


def _planned(site: Site, item: Himpunan) -> Iterator[Output]:
    made = explorer.addresses(item)
    exports = [export.sha256 for export in item.facts.exports]
    for columns in item.facts.explorable:
        address, subject = made[columns.resource], f"{item.dataset.slug} {columns.resource}"
        own = digest_of(site.base, item.dataset.digest, columns.sha256, exports)
        yield Output(page_path(address), NAME, f"{subject} 0", own, item.dataset.updated)
        for number in range(1, len(columns.sizes)):
            digest = digest_of(columns.sha256, number)
            yield Output(f"{address}kolom/{number}.json", NAME, f"{subject} {number}", digest)


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    slug, resource, number = output.subject.split(" ")
    item = site.datasets[slug]
    columns = next(each for each in item.facts.explorable if each.resource == resource)
    body = tools.reading.export(columns.key)
    if number != "0":
        return explorer.parts(columns, body)[int(number)]
    return _page(site, item, (columns, body), tools)


def _page(site: Site, item: Himpunan, made: tuple[ColumnFiles, bytes], tools: Tools) -> bytes:
    words, columns = tools.renderer.strings, made[0]
    address, home = explorer.address_of(item, columns.resource), f"data/{item.dataset.slug}/"
    view = _view(item, made, words)
    head = chrome.meta(
        site,
        words,
        words["explore_of"].format(title=view.title),
        address,
        description=words["explore_lead"].format(title=view.title, size=view.size),
        crumbs=chrome.crumbs(words, Link(words["datasets"], "data/"), Link(item.dataset.title, home)),
    )
    return tools.renderer.page(view, head, "data", page_path(address))


def _view(item: Himpunan, made: tuple[ColumnFiles, bytes], words: Words) -> JelajahTabel:
    columns, body = made
    resource = next(each for each in item.dataset.resources if each.name == columns.resource)
    facts = next(table for table in item.facts.tables if table.resource == resource.name)
    index = explorer.index_of(columns, body)
    rows, number = index["baris"], words.form.number
    sizes = (words.counted("n_rows", rows), words.counted("n_columns", len(index["kolom"])))
    first = len(index["awal"])
    shown = words["explore_status_range"].replace("{from}", "1").replace("{to}", number(first)) if first else ""
    return JelajahTabel(
        title=resource.title,
        dataset=Link(item.dataset.title, f"data/{item.dataset.slug}/"),
        table=explorer.first_rows(resource, index, words),
        data=explorer.script_data(item, resource, index, words),
        size=", ".join(sizes),
        shown=" ".join((words["explore_status_all"].replace("{total}", number(rows)), shown or words["explore_none"])),
        description=resource.description,
        files=tuple(dataset.table_files(item, resource, facts, words)),
    )


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=PAGES)
