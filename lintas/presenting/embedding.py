"""How others show a figure of the portal: where its page of its own is, and the code that puts it into theirs."""

from __future__ import annotations

from html import escape

from lintas.foreign import FIRST
from lintas.model import Resource
from lintas.relate import Himpunan, Site
from lintas.views.parts import Embed

_AROUND = 460  # px that title, sentence, source, licence and buttons take around a chart
_MAP, _BELOW_MAP = 464, 250  # px: width of a map (--map in the theme), and what stands around it
_WIDTH = 720  # px: a usual column of text
_PREVIEW = (_WIDTH, 340)  # px: the first rows of a table, where a chart has its picture


def of_chart(slug: str, name: str) -> str:
    return f"data/{slug}/sematan/{name}/"


def of_table(slug: str, name: str) -> str:
    return f"data/{slug}/{name}/sematan/"


def of_map(picture: str) -> str:
    """Beside the picture: "wilayah/11/peta.svg" → "wilayah/11/sematan/"."""
    return picture.rpartition("/")[0] + "/sematan/"


def embed(site: Site, address: str, title: str, size: tuple[int, int]) -> Embed:
    """`size` of the picture in px; the frame is high enough for it where a page is as wide as usual."""
    return _embed(site, address, title, min(size[1], round(size[1] * _WIDTH / max(size[0], 1))) + _AROUND)


def of_sheet(site: Site, address: str, title: str, size: tuple[int, int]) -> Embed:
    """Of a map, which is shown as wide as maps are everywhere and has less around it."""
    return _embed(site, address, title, round(size[1] * _MAP / max(size[0], 1)) + _BELOW_MAP)


def _embed(site: Site, address: str, title: str, height: int) -> Embed:
    folder = "" if site.language == FIRST else f"{site.language}/"
    url = escape(site.settings.base_url + folder + address)
    code = (
        f'<iframe src="{url}" title="{escape(title)}" width="100%" height="{height}" loading="lazy" '
        'style="border:0"></iframe>'
    )
    return Embed(address, code)


def shows(item: Himpunan, resource: str) -> bool:
    """Whether a table has rows that a page of its own could show."""
    tabular = {each.name for each in item.dataset.resources if each.tabular}
    return any(t.resource == resource and t.header and t.resource in tabular for t in item.facts.tables)


def of_preview(site: Site, item: Himpunan, resource: Resource) -> Embed | None:
    """The embed of a table's first rows."""
    if not shows(item, resource.name):
        return None
    return embed(site, of_table(item.dataset.slug, resource.name), resource.title, _PREVIEW)
