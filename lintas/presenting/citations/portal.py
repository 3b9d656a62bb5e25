"""The portal itself as `CITATION.cff` (Citation File Format 1.2.0)."""

from __future__ import annotations

import json
from typing import Any

from lintas.presenting.licences import LICENCE_URLS
from lintas.relate import Site, changed
from lintas.wording import Words

PATH = "CITATION.cff"


def newest(site: Site) -> str:
    """The day of the last change of a release or a dataset, "" for an empty portal."""
    days = [changed(release)[:10] for release in site.releases]
    days += [item.dataset.updated[:10] for item in site.datasets.values()]
    return max((day for day in days if len(day) == 10), default="")


def written(site: Site, words: Words) -> str:
    """YAML whose texts are in the quotes of JSON, which are YAML's too."""
    settings, agency = site.settings, site.institutions.get(site.settings.agency)
    author = {"name": agency.name if agency else settings.title}
    if agency and agency.website:
        author["website"] = agency.website
    contact = {"name": settings.contact.unit or author["name"], "email": settings.contact.email}
    made: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": words["cite_message"],
        "title": settings.title,
        "type": "dataset",
        "authors": [author],
        "url": settings.base_url,
        "abstract": settings.tagline,
        "license": settings.licence if settings.licence in LICENCE_URLS else "",
        "date-released": newest(site),
        "keywords": list(dict.fromkeys(topic.name for topic in site.topics.values())),
        "contact": [contact] if settings.contact.email else [],
    }
    return "".join(f"{key}: {_value(value)}\n" for key, value in made.items() if value)


def _value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
