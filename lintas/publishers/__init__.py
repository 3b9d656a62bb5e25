"""One file per kind of output. Adding a kind: a module with one `PUBLISHER`, and one line here."""

from __future__ import annotations

from typing import Final

from lintas.outputs import Publisher
from lintas.publishers import (
    addresses,
    assets,
    chart_files,
    corrections,
    data_feed,
    dataset_pages,
    dataset_versions,
    downloads,
    feeds,
    home,
    institutions,
    kawasan,
    map_files,
    media,
    quality,
    regions,
    releases,
    report,
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
    addresses.PUBLISHER,
    corrections.PUBLISHER,
    dataset_pages.PUBLISHER,
    downloads.PUBLISHER,
    chart_files.PUBLISHER,
    quality.PUBLISHER,
    report.PUBLISHER,
    dataset_versions.PUBLISHER,
    regions.PUBLISHER,
    kawasan.PUBLISHER,
    institutions.PUBLISHER,
    topics.PUBLISHER,
    statements.PUBLISHER,
    feeds.PUBLISHER,
    data_feed.PUBLISHER,
    sitemap.PUBLISHER,  # last: it lists what the others have planned
)
