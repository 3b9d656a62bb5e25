"""Citations as views: of a release with all forms on its page, of a dataset and its versions with files beside it."""

from __future__ import annotations

from collections.abc import Iterator

from lintas.model import Dataset, DatasetVersion, Resource, SiaranPers, TableFacts
from lintas.presenting import citations, versions
from lintas.presenting.citations import FORMS, Reference
from lintas.relate import Himpunan, Site
from lintas.views.citations import Citation, CitationForm
from lintas.views.parts import FileItem
from lintas.wording import Words

_ROWS = 5  # tables of which a row is cited as an example


def release(site: Site, each: SiaranPers, words: Words) -> Citation:
    reference = citations.of_release(site, each)
    forms = (
        CitationForm(name, citations.written(reference, form).rstrip("\n"), f"{reference.key}.{form}")
        for form, (name, _, _) in FORMS.items()
    )
    return Citation(citations.text(reference, words), tuple(forms))


def dataset(site: Site, item: Himpunan, words: Words) -> Citation:
    reference = citations.of_dataset(site, item.dataset)
    files = _files(reference, folder(item.dataset.slug), words)
    return Citation(citations.text(reference, words), files=files, rows=tuple(_rows(site, item, words)))


def version(site: Site, dataset: Dataset, frozen: DatasetVersion, words: Words) -> Citation:
    reference = citations.of_version(site, dataset, frozen)
    files = _files(reference, folder(dataset.slug, frozen.version), words)
    return Citation(citations.text(reference, words), files=files)


def folder(slug: str, version: str = "") -> str:
    """Where the files of the citation of a dataset, or of its version, stand."""
    return f"{versions.address(slug, version) if version else f'data/{slug}/'}sitasi/"


def _files(reference: Reference, folder: str, words: Words) -> tuple[FileItem, ...]:
    return tuple(
        FileItem(name, words["cite_file"].format(title=reference.title, format=name), f"{folder}{reference.key}.{form}")
        for form, (name, _, _) in FORMS.items()
    )


def _rows(site: Site, item: Himpunan, words: Words) -> Iterator[str]:
    """The first row of each table whose rows have a key."""
    known = {table.resource: table for table in item.facts.tables}
    keyed = [resource for resource in item.dataset.resources if resource.primary_key]
    for resource in keyed[:_ROWS]:
        row = _key(resource, known[resource.name])
        if row:
            yield citations.text(citations.of_row(site, item, (resource, row), words), words)


def _key(resource: Resource, facts: TableFacts) -> tuple[tuple[str, str], ...]:
    if not facts.preview or not set(resource.primary_key) <= set(facts.header):
        return ()
    cells = dict(zip(facts.header, facts.preview[0], strict=False))
    return tuple((name, text) for name in resource.primary_key if (text := cells[name]) is not None)
