"""One Data Package of the whole catalogue: every table of every dataset, with its schema, at its own address.

So `frictionless validate <portal>/datapackage.json` checks all published tables at once. Its size grows with the
columns of the portal; the tables themselves are not copied.
"""

from __future__ import annotations

from collections.abc import Iterator

from lintas.cataloguing.authorities import LICENCES
from lintas.cataloguing.descriptors import Json, published, resources, schema
from lintas.model import Resource
from lintas.outputs import Reading
from lintas.packages import PROFILE, file_name
from lintas.relate import Himpunan, Site

_OWN = ("title", "description", "format", "mediatype", "encoding", "dialect", "bytes", "hash", "rows", "schema")


def tables(site: Site) -> list[tuple[Himpunan, Resource]]:
    """A Data Package has at least one resource; without tables there is none."""
    return [(item, r) for item in site.datasets.values() for r in item.dataset.resources if r.fields]


def package(site: Site, reading: Reading) -> Json:
    settings, base = site.settings, site.settings.base_url
    known = LICENCES.get(settings.licence)
    names = {(item.dataset.slug, r.name): f"{item.dataset.slug}.{r.name}" for item, r in tables(site)}
    return {
        "$schema": PROFILE,
        "name": "katalog",
        "title": f"Semua tabel {settings.title}",
        "description": f"Semua tabel yang diterbitkan {settings.title}. Lisensi dan sumber tertulis pada setiap tabel.",
        "homepage": f"{base}data/",
        "licenses": [{"name": settings.licence, **({"path": known.iri} if known else {})}],
        "contributors": [{"title": settings.title, "roles": ["penerbit"]}],
        "resources": [made for item in site.datasets.values() for made in _resources(item, reading, names)],
    }


def _resources(item: Himpunan, reading: Reading, names: dict[tuple[str, str], str]) -> Iterator[Json]:
    data = item.dataset
    wanted = [r for r in data.resources if r.fields]
    whole = published(item, reading) if wanted else {}
    described = resources(whole) if wanted else {}
    for resource in wanted:
        given = described[resource.name]
        made: Json = {"name": names[data.slug, resource.name], "type": "table"}
        made |= {key: given[key] for key in _OWN if key in given}
        made["path"] = f"data/{data.slug}/{file_name(resource)}"
        made["title"] = f"{data.title}: {resource.title}"
        made |= {key: whole[key] for key in ("licenses", "sources") if whole.get(key)}
        for key in schema(made).get("foreignKeys", []):
            _lead(key, data.slug, resource.name)
        yield made


def _lead(key: Json, slug: str, own: str) -> None:
    """A foreign key by the names that tables have here. "" stays: it means the same table."""
    reference = key.get("reference")
    if isinstance(reference, dict) and reference.get("resource") not in (None, "", own):
        reference["resource"] = f"{slug}.{reference['resource']}"
