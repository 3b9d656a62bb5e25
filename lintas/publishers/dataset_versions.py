"""The frozen versions of each dataset: a page, the files, the difference as JSON. Their content never changes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence

from lintas.model import DatasetVersion
from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, citing, items, versions
from lintas.presenting.citations import authors
from lintas.relate import Himpunan, Site
from lintas.views.data import VersiData
from lintas.views.parts import FileItem, Link

NAME = "dataset_versions"
DIFFERENCE, DESCRIPTOR = "perbedaan.json", "datapackage.json"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    planned: list[Output] = []
    for slug, item in site.datasets.items():
        for version in item.facts.versions:
            folder, subject = versions.address(slug, version.version), f"{slug} {version.version}"
            shown = digest_of(site.base, version.digest, item.dataset.institution.text, authors(site, item.dataset))
            files = digest_of(version.descriptor_sha256, *(f"{file.name} {file.sha256}" for file in version.files))
            planned.append(Output(page_path(folder), NAME, subject, shown, version.date))
            planned.append(Output(folder + DESCRIPTOR, NAME, f"{subject} {DESCRIPTOR}", files))
            planned += [Output(folder + f.name, NAME, f"{subject} {f.name}", f.sha256) for f in version.files]
            if version.difference:
                digest = version.difference_sha256
                planned.append(Output(folder + DIFFERENCE, NAME, f"{subject} {DIFFERENCE}", digest))
    return planned


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    slug, number, *rest = output.subject.split(" ", 2)
    item = site.datasets[slug]
    version = next(version for version in item.facts.versions if version.version == number)
    if not rest:
        return _page(site, item, version, tools)
    if rest[0] == DIFFERENCE:
        return tools.reading.source(version.difference, version.difference_sha256)
    if rest[0] == DESCRIPTOR:
        return versions.published(tools.reading.source(version.descriptor, version.descriptor_sha256), version)
    file = next(file for file in version.files if file.name == rest[0])
    data = tools.reading.source(file.path, file.kept_sha256)
    return gzip.decompress(data) if file.path.endswith(".gz") and not file.source.endswith(".gz") else data


def _page(site: Site, item: Himpunan, version: DatasetVersion, tools: Tools) -> bytes:
    words, slug = tools.renderer.strings, item.dataset.slug
    folder, page = versions.address(slug, version.version), Link(item.dataset.title, f"data/{slug}/")
    reading = tools.reading
    told = json.loads(reading.source(version.difference, version.difference_sha256)) if version.difference else None
    package = json.loads(reading.source(version.descriptor, version.descriptor_sha256).decode("utf-8-sig"))
    label = words["download_as"].format(title=words["difference"], format="JSON")
    view = VersiData(
        title=version.title,
        version=version.version,
        dataset=page,
        files=versions.files(slug, version, words),
        date=items.date_text(version.date, words),
        note=version.note,
        previous=Link(version.previous, versions.address(slug, version.previous)) if version.previous else None,
        changes=tuple(versions.sentences(version, words)),
        tables=versions.sections(version, told, package, words) if told else (),
        words=versions.words_table(told, words) if told else None,
        difference=FileItem("JSON", label, folder + DIFFERENCE) if told else None,
        citation=citing.version(site, item.dataset, version, words),
    )
    title = words["version_title"].format(title=version.title, version=version.version)
    description = " ".join((title + ".", *view.changes, version.note))
    crumbs = chrome.crumbs(words, Link(words["datasets"], "data/"), page)
    head = chrome.meta(site, words, title, folder, description=description, crumbs=crumbs)
    return tools.renderer.page(view, head, "data", page_path(folder))


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=PAGES)
