"""Site → records of the search index: what is searched of each page, and by which facets it is narrowed.

Only what is in sight is here: records are made from the lists of `Site`. `ingredients` names all that they depend on
but the index program.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import replace

from lintas import wilayah
from lintas.foreign import bare
from lintas.model import Dataset, Halaman, Instansi, Resource, SiaranPers, Topik, Wilayah
from lintas.outputs import Output, Reading, page_path
from lintas.packing import packer
from lintas.presenting import figures, items
from lintas.relate import Kawasan, Site, identity, release_address
from lintas.searching import ALSO, CALLED, FIRST, Group, Record, standard

KINDS = ("siaran", "data", "wilayah", "kawasan", "instansi", "topik", "halaman")
PAGE = "cari/"
INDEX = f"{PAGE}indeks/"
STATUSES = ("ralat", "diganti")  # of a release, where a reader of a list should see it
_YEARS = 60  # a table of three centuries is found by words, not by each of its years
_TAG = re.compile(r"<(/?[a-z][a-z0-9]*)(?:[^<>\"]|\"[^\"]*\")*>", re.IGNORECASE)
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s small span strong sub sup time u".split()
)


def records(site: Site, reading: Reading, there: Mapping[str, Container[str]]) -> Iterator[Record]:
    """A record for each page that the search finds. `there`: other language → paths of the pages that exist in it."""
    yield from _records(site, reading)
    for language, other in site.others.items():
        for record in _records(other, reading):
            address = f"{language}/{record.address}"
            if page_path(address) in there.get(language, ()):
                yield _in_language(replace(record, address=address, language=language))


def pages_of(outputs: Iterable[Output]) -> dict[str, frozenset[str]]:
    """Language → paths of the pages that are planned in it; the first language is left out."""
    found: dict[str, set[str]] = {}
    for output in outputs:
        if output.lang != FIRST:
            found.setdefault(output.lang, set()).add(output.path)
    return {language: frozenset(paths) for language, paths in found.items()}


def ingredients(site: Site, there: Mapping[str, Collection[str]]) -> tuple[object, ...]:
    """Everything that the records are made from."""
    others = [(language, sorted(there.get(language, ())), _ingredients(each)) for language, each in site.others.items()]
    return *_ingredients(site), groups(site), others


def _in_language(record: Record) -> Record:
    """Without the signs around texts that are not in the language of the page."""
    fields = tuple((name, bare(text)) for name, text in record.fields)
    return replace(record, content=bare(record.content), fields=fields)


def _records(site: Site, reading: Reading) -> Iterator[Record]:
    for release in site.releases:
        yield _release(site, release, plain(_prose(site, release, reading)))
    for item in site.datasets.values():
        yield _dataset(site, item.dataset)
    for region in site.regions.values():
        yield _region(site, region)
    for area in site.areas.values():
        yield _area(area)
    for institution in site.institutions.values():
        yield _institution(site, institution)
    for topic in site.topics.values():
        yield _topic(topic)
    for page in site.pages:
        yield _page(page, plain(_prose(site, page, reading)))


def _ingredients(site: Site) -> tuple[object, ...]:
    described = [packer(Dataset)(replace(item.dataset, digest="")) for item in site.datasets.values()]
    named = [packer(Instansi)(each) for each in site.institutions.values()]
    topics = [packer(Topik)(replace(each, line=0)) for each in site.topics.values()]
    areas = [packer(Kawasan)(each) for each in site.areas.values()]
    texts = [(page.path, page.digest, figures.ingredients(site, page.path)) for page in site.pages]
    bound = [(path, figures.ingredients(site, path)) for path in site.bound]
    return identity(site.releases), bound, described, tuple(site.regions), areas, named, topics, texts


def groups(site: Site) -> tuple[Group, ...]:
    """Synonyms: those of the engine, of the agency, and the names of institutions."""
    named = ((each.name, each.short_name, *each.aliases) for each in site.institutions.values())
    return (*standard(), *site.synonyms, *(tuple(filter(None, group)) for group in named))


def plain(prose: str) -> str:
    """The words of HTML; what stands in blocks of its own stays apart."""
    bare = _TAG.sub(lambda tag: "" if tag[1].lstrip("/").lower() in _INLINE else " ", prose)
    return " ".join(html.unescape(bare).split())


def _prose(site: Site, text: SiaranPers | Halaman, reading: Reading) -> str:
    return figures.filled(reading.prose(text.path, text.digest), site.bound.get(text.path, ()))


def _release(site: Site, release: SiaranPers, body: str) -> Record:
    owners, topics = [ref.text for ref in release.institutions], [ref.text for ref in release.topics]
    codes = [ref.text for ref in release.regions]
    people = (f"{person.name} {person.role}" for person in release.people)
    rules = (f"{rule.short} {rule.title}" for rule in release.regulations)
    also = (*_called(site, owners), *_topics(site, topics), *_places(codes), release.place, *people, *rules)
    return Record(
        address=release_address(release),
        content=body or release.title,
        fields=_fields(
            title=release.title,
            ringkasan=release.summary,
            nomor="; ".join(number.text for number in release.numbers),
            kode=" ".join(codes),
            instansi=_first(site, owners),
            tanggal=release.published[:10],
            status=release.status if release.status in STATUSES else "",
            bahasa=release.language if release.language != "id" else "",
            **{ALSO: _joined(also)},
        ),
        filters=(
            ("jenis", ("siaran",)),
            ("tahun", (release.published[:4],)),
            ("instansi", _known(owners, site.institutions)),
            ("topik", _known(topics, site.topics)),
            ("wilayah", _within(site, codes)),
        ),
        order=release.published,
    )


def _dataset(site: Site, data: Dataset) -> Record:
    owners = list(dict.fromkeys(filter(None, (data.institution.text, *(c.institution for c in data.contributors)))))
    topics, codes = [ref.text for ref in data.topics], [ref.text for ref in data.spatial if ref.text != "ID"]
    also = (*_called(site, owners), *_topics(site, topics), *_places(codes), *data.keywords, data.slug)
    tables = " ".join(_table(resource) for resource in data.resources)
    return Record(
        address=f"data/{data.slug}/",
        content=" ".join(" ".join((data.description, *data.notes, tables)).split()) or data.title,
        fields=_fields(
            title=data.title,
            ringkasan=items.first_sentence(data.description),
            kode=" ".join(codes),
            instansi=_first(site, owners),
            tanggal=data.updated[:10],
            **{ALSO: _joined(also)},
        ),
        filters=(
            ("jenis", ("data",)),
            ("tahun", _years(data)),
            ("instansi", _known(owners, site.institutions)),
            ("topik", _known(topics, site.topics)),
            ("wilayah", _within(site, codes)),
        ),
        order=data.updated,
    )


def _table(resource: Resource) -> str:
    """A table in words: its title and its columns by title and name, with what they mean."""
    named = ((f"{field.title or field.name} ({field.name})", field.description) for field in resource.fields)
    columns = (f"{name}: {meaning}" if meaning else name for name, meaning in named)
    return " ".join(f"{text.rstrip('. ')}." for text in (resource.title, resource.description, *columns) if text)


def _region(site: Site, region: Wilayah) -> Record:
    above = wilayah.find(region.parent) if region.parent else None
    areas = [area.name for area in site.areas.values() if any(m.code == region.code for m in area.members)]
    place = f"{items.kind_name(region)} {above.name}" if above else items.kind_name(region)
    return Record(
        address=f"wilayah/{region.code}/",
        content=f"{region.name} ({region.code}): {place}. {_joined(areas)}",
        fields=_fields(
            title=region.name, ringkasan=above.name if above else "", kode=region.code, **{ALSO: _joined(areas)}
        ),
        filters=(("jenis", ("wilayah",)), ("wilayah", _within(site, [region.code]))),
    )


def _area(area: Kawasan) -> Record:
    codes = [member.code for member in area.members]
    words = (area.name, area.basis, area.details.kind, area.details.note, *_places(codes))
    return Record(
        address=f"kawasan/{area.slug}/",
        content=_joined(words),
        fields=_fields(title=area.name, ringkasan=area.basis, kode=" ".join(codes)),
        filters=(("jenis", ("kawasan",)),),
    )


def _institution(site: Site, each: Instansi) -> Record:
    return Record(
        address=f"instansi/{each.slug}/",
        content=" ".join(each.description.split()) or each.name,
        fields=_fields(
            title=each.name,
            ringkasan=items.first_sentence(each.description),
            **{CALLED: _joined((each.short_name, *each.aliases)), ALSO: _joined(_places([each.region.text]))},
        ),
        filters=(("jenis", ("instansi",)), ("instansi", (each.slug,)), ("wilayah", _within(site, [each.region.text]))),
    )


def _topic(topic: Topik) -> Record:
    return Record(
        address=f"topik/{topic.slug}/",
        content=" ".join(topic.description.split()) or topic.name,
        fields=_fields(title=topic.name, ringkasan=items.first_sentence(topic.description)),
        filters=(("jenis", ("topik",)), ("topik", (topic.slug,))),
    )


def _page(page: Halaman, body: str) -> Record:
    return Record(
        address=f"{page.slug}/",
        content=body or page.title,
        fields=_fields(title=page.title, ringkasan=page.summary),
        filters=(("jenis", ("halaman",)),),
        order=page.updated,
    )


def _fields(**texts: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, " ".join(text.split())) for name, text in texts.items() if text)


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, parts)))


def _called(site: Site, slugs: Iterable[str]) -> Iterator[str]:
    for slug in slugs:
        if slug in site.institutions:
            yield site.institutions[slug].name


def _first(site: Site, slugs: Iterable[str]) -> str:
    known = (site.institutions[slug] for slug in slugs if slug in site.institutions)
    return next((each.short_name or each.name for each in known), "")


def _topics(site: Site, slugs: Iterable[str]) -> Iterator[str]:
    return (site.topics[slug].name for slug in slugs if slug in site.topics)


def _known(slugs: Iterable[str], known: Container[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(slug for slug in slugs if slug in known))


def _places(codes: Iterable[str]) -> Iterator[str]:
    """Names of regions and of what they lie in."""
    for code in codes:
        for length in (2, 5, 8, 13):
            region = wilayah.find(code[:length]) if len(code) >= length else None
            if region:
                yield region.name


def _within(site: Site, codes: Iterable[str]) -> tuple[str, ...]:
    """Codes of the regions, and of their provinces and kabupaten or kota, that have a page."""
    parts = (code[:length] for code in codes for length in (2, 5) if len(code) >= length)
    return _known(parts, site.regions)


def _years(data: Dataset) -> tuple[str, ...]:
    """The years that a dataset covers; of one that covers very many, the first and the last."""
    first, last = data.temporal_start[:4], data.temporal_end[:4] or data.temporal_start[:4]
    if not (first.isdigit() and last.isdigit()):
        return tuple(filter(None, (data.updated[:4],)))
    span = range(int(first), int(last) + 1)
    return tuple(map(str, span)) if 0 < len(span) <= _YEARS else tuple(dict.fromkeys((first, last)))
