"""The offline edition as a view, and the text that lies beside its pages."""

from __future__ import annotations

import re
from hashlib import sha256

from lintas.presenting import chrome, licences
from lintas.relate import Site
from lintas.views.chrome import Meta
from lintas.views.offline import Luring
from lintas.views.parts import FileItem
from lintas.wording import Words

PAGE = "luring/"
README = "BACA-SAYA.txt"
START = "index.html"
_README = """{title} – edisi luring

Buka berkas {start} di folder ini dengan peramban apa pun. Jaringan tidak diperlukan.
Yang hanya ada di situs (pencarian, grafik yang dapat dijelajahi, umpan, API{left}) dibuka di:
{url}
Lisensi isi: {licence}. Lisensi data tertulis pada tiap himpunan data.

{title} – offline edition

Open the file {start} in this folder with any browser. No network is needed.
What only the site has (search, charts to explore, feeds, API{left}) is at:
{url}
Licence of the content: {licence}. The licence of the data is told with each dataset.
"""


def wanted(site: Site) -> bool:
    return site.settings.features.offline != "tidak"


def limit(site: Site) -> int:
    """The largest size of the archive in bytes."""
    return int(site.settings.features.offline) * 1_000_000


def folder(site: Site) -> str:
    """The folder in the archive, which is its name too: from the title of the portal."""
    name = re.sub(r"[^a-z0-9]+", "-", site.settings.title.lower()).strip("-")[:60].strip("-")
    return f"{name or 'portal'}-luring/"


def archive_path(site: Site) -> str:
    return f"{PAGE}{folder(site).rstrip('/')}.zip"


def readme(site: Site, left: tuple[str, ...]) -> bytes:
    """With line ends that every system's simple editor knows."""
    text = _README.format(
        title=site.settings.title,
        start=START,
        url=site.settings.base_url,
        licence=licences.licence(site.settings.licence).text,
        left="".join(f", {kind.upper()}" for kind in left),
    )
    return text.replace("\n", "\r\n").encode()


def view(site: Site, words: Words, archive: tuple[bytes, int], left: tuple[str, ...]) -> Luring:
    """`archive` is its bytes and how many files it holds; no bytes when they would be too many."""
    data, count = archive
    title = words["offline_take"].format(title=site.settings.title)
    size = words.form.file_size(len(data))
    return Luring(
        file=FileItem("ZIP", title, archive_path(site), size, sha256(data).hexdigest()) if data else None,
        contents=words["offline_contents"].format(n=words.form.number(count)),
        start=folder(site) + START,
        left=tuple(words[f"offline_left_{kind}"] for kind in left),
    )


def head(site: Site, words: Words) -> Meta:
    lead = words["offline_lead"]
    return chrome.meta(site, words, words["offline"], PAGE, description=lead, crumbs=chrome.crumbs(words))
