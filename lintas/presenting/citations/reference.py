"""What is cited, as a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from lintas.model import Dataset, DatasetVersion, Resource, SiaranPers
from lintas.presenting import explorer, versions
from lintas.relate import Himpunan, Site, release_address, released, table_anchor
from lintas.wording import Words


@dataclass(frozen=True, slots=True)
class Reference:
    """`kind`: siaran | data; `date` is ISO, as exact as it is known; `part` names a row; `key` names it in files."""

    kind: str
    key: str
    authors: tuple[str, ...]
    title: str
    date: str
    publisher: str
    url: str
    language: str = "id"
    version: str = ""
    number: str = ""
    part: str = ""
    keywords: tuple[str, ...] = ()


def of_release(site: Site, release: SiaranPers) -> Reference:
    issuers = [site.institutions[ref.text].name for ref in release.institutions if ref.text in site.institutions]
    return Reference(
        kind="siaran",
        key=f"{release.slug}-{release.year}",
        authors=tuple(issuers[:1]) or (site.settings.title,),
        title=release.title,
        date=released(release)[:10],
        publisher=site.settings.title,
        url=site.settings.base_url + release_address(release),
        language=release.language,
        number="; ".join(number.text for number in release.numbers),
        keywords=tuple(site.topics[ref.text].name for ref in release.topics if ref.text in site.topics),
    )


def of_dataset(site: Site, dataset: Dataset) -> Reference:
    version = f"-v{dataset.version}" if dataset.version else ""
    return Reference(
        kind="data",
        key=f"{dataset.slug}{version}",
        authors=authors(site, dataset),
        title=dataset.title,
        date=(dataset.updated or dataset.created)[:10],
        publisher=site.settings.title,
        url=f"{site.settings.base_url}data/{dataset.slug}/",
        version=dataset.version,
        keywords=dataset.keywords,
    )


def authors(site: Site, dataset: Dataset) -> tuple[str, ...]:
    """The institution that owns the dataset, else who is named first for it, else the portal."""
    owner = site.institutions.get(dataset.institution.text)
    return (owner.name if owner else next((c.title for c in dataset.contributors), site.settings.title),)


def of_version(site: Site, dataset: Dataset, frozen: DatasetVersion) -> Reference:
    """A frozen version; its address never shows anything else."""
    return replace(
        of_dataset(site, dataset),
        key=f"{dataset.slug}-v{frozen.version}",
        title=frozen.title or dataset.title,
        date=frozen.date[:10],
        url=site.settings.base_url + versions.address(dataset.slug, frozen.version),
        version=frozen.version,
    )


Row = tuple[Resource, Sequence[tuple[str, str]]]  # of which table, and the columns that tell it from all others


def of_row(site: Site, item: Himpunan, row: Row, words: Words) -> Reference:
    """One row of a table, by the columns that tell it from all others. The address shows that row alone."""
    whole, (resource, cells) = of_dataset(site, item.dataset), row
    named = ", ".join(f"{name} = {value}" for name, value in cells)
    part = words["cite_part"].format(table=resource.title, row=named)
    key = "-".join([whole.key, resource.name, *(value for _, value in cells)])
    return replace(whole, key=_plain(key), part=part, url=site.settings.base_url + row_address(item, resource, cells))


def row_address(item: Himpunan, resource: Resource, row: Sequence[tuple[str, str]]) -> str:
    """In the explorer of the table, narrowed to the row; where there is none, the table on the page of its dataset."""
    page = explorer.address_of(item, resource.name)
    if not page:
        return f"data/{item.dataset.slug}/#{table_anchor(resource)}"
    kinds = {field.name: field.type for field in resource.fields}
    return f"{page}?{'&'.join('saring=' + quote(_narrowed(*pair, kinds[pair[0]]), safe='') for pair in row)}"


def _narrowed(name: str, value: str, kind: str) -> str:
    exact, text = quote(value, safe=""), quote(name, safe="")
    between = kind in ("integer", "number", "year", "date", "datetime", "yearmonth")
    return f"{text}:antara:{exact},{exact}" if between else f"{text}:sama:{exact}"


def _plain(key: str) -> str:
    return "".join(c if c.isascii() and (c.isalnum() or c in "-._") else "-" for c in key)
