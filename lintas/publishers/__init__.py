"""One file per kind of output. Adding a kind: a module with one `PUBLISHER`, and one line here."""

from __future__ import annotations

from typing import Final

from lintas.outputs import Publisher
from lintas.publishers import (
    assets,
    dataset_pages,
    downloads,
    feeds,
    home,
    institutions,
    kawasan,
    map_files,
    media,
    regions,
    releases,
    sitemap,
    statements,
    topics,
)

PUBLISHERS: Final[tuple[Publisher, ...]] = (
    assets.PUBLISHER,
    media.PUBLISHER,
    map_files.PUBLISHER,
    home.PUBLISHER,
    releases.PUBLISHER,
    dataset_pages.PUBLISHER,
    downloads.PUBLISHER,
    regions.PUBLISHER,
    kawasan.PUBLISHER,
    institutions.PUBLISHER,
    topics.PUBLISHER,
    statements.PUBLISHER,
    feeds.PUBLISHER,
    sitemap.PUBLISHER,  # last: it lists what the others have planned
)
