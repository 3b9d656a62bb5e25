"""What the files for harvesters are made from, as digests."""

from __future__ import annotations

from lintas.model import Instansi, Topik
from lintas.packing import digest_of, packer
from lintas.relate import Himpunan, Site


def ingredients(site: Site) -> str:
    """Everything besides the datasets: settings, institutions, topics, and the boundaries that give boxes."""
    institutions = [packer(Instansi)(each) for each in site.institutions.values()]
    topics = [packer(Topik)(each) for each in site.topics.values()]
    lines = [item.dataset.digest for item in site.datasets.values() if item.dataset.role == "batas-wilayah"]
    return digest_of(site.base, institutions, topics, lines)


def own(item: Himpunan) -> str:
    """One dataset with the files made from it and its frozen versions."""
    exports = [(export.path, export.sha256) for export in item.facts.exports]
    return digest_of(item.dataset.digest, exports, [version.digest for version in item.facts.versions])
