"""One file per kind of output. Adding a kind: a module with one `PUBLISHER`, and one line here."""

from __future__ import annotations

from typing import Final

from lintas.outputs import Publisher
from lintas.publishers import (
    addresses,
    agenda,
    assets,
    authenticity,
    card_files,
    chart_files,
    corrections,
    data_feed,
    dataset_pages,
    dataset_versions,
    downloads,
    feeds,
    home,
    information,
    institutions,
    kawasan,
    map_files,
    media,
    papers,
    photos,
    quality,
    regions,
    releases,
    report,
    sitemap,
    statements,
    topics,
    twins,
)

PUBLISHERS: Final[tuple[Publisher, ...]] = (
    assets.PUBLISHER,
    media.PUBLISHER,
    photos.PUBLISHER,
    papers.PUBLISHER,
    map_files.PUBLISHER,
    home.PUBLISHER,
    releases.PUBLISHER,
    twins.PUBLISHER,
    card_files.PUBLISHER,
    addresses.PUBLISHER,
    corrections.PUBLISHER,
    authenticity.PUBLISHER,
    agenda.PUBLISHER,
    information.PUBLISHER,
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
