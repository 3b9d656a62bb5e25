"""A feed as JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from typing import Any

from lintas.presenting.feeds.model import Entry, Feed, Person, publisher
from lintas.relate import Site

MEDIA_TYPE = "application/feed+json"


def written(site: Site, feed: Feed) -> bytes:
    settings = site.settings
    made: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{settings.title}: {feed.title}",
        "home_page_url": settings.base_url + feed.about,
        "feed_url": f"{settings.base_url}{feed.path}.json",
        "description": settings.tagline,
        "language": "id",
        "authors": [_person(publisher(site))],
        "items": [_item(entry) for entry in feed.entries],
    }
    if not made["description"]:
        del made["description"]
    return (json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "replace")


def _item(entry: Entry) -> dict[str, Any]:
    enclosed = [
        {"url": each.url, "mime_type": each.kind, "size_in_bytes": each.bytes}
        for each in entry.attached
        if each.relation == "enclosure"
    ]
    related = next((each.url for each in entry.attached if each.relation == "related"), "")
    made = {
        "id": entry.id, "url": entry.url, "external_url": related, "title": entry.title,
        "content_text": entry.summary or entry.title, "date_published": entry.published, "date_modified": entry.updated,
        "authors": [_person(entry.author)], "tags": [name for _, name in entry.tags],
        "language": entry.language if entry.language != "id" else "", "attachments": enclosed,
    }  # fmt: skip
    return {key: value for key, value in made.items() if value}


def _person(person: Person) -> dict[str, str]:
    return {"name": person.name} | ({"url": person.url} if person.url else {})
