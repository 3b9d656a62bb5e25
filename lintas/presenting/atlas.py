"""Maps of the portal: which sheet shows a region, its picture, and the sentence that says the same in words.

Boundaries come from the dataset with the role batas-wilayah. Reading and tracing them is the costly part, so an atlas
is kept per process for as long as the boundaries stay the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lintas import maps, wilayah
from lintas.maps import Area, Box, Sheet, around
from lintas.outputs import Tools
from lintas.presenting import embedding
from lintas.relate import Himpunan, Kawasan, Site
from lintas.views.parts import Link, Map

ROLE = "batas-wilayah"
COUNTRY = "peta/indonesia.svg"
_SMALL, _LARGE = 320, 960  # px
_LEGEND = ("map_member", "map_partly")  # how the map marks them, in the theme's order


@dataclass(slots=True)
class Atlas:
    """Areas by level, and the sheets traced so far."""

    provinces: tuple[Area, ...]
    regencies: tuple[Area, ...]
    _sheets: dict[str, Sheet] = field(default_factory=dict)

    def country(self) -> Sheet:
        return self._sheet("", lambda: maps.country(self.provinces, width=_LARGE))

    def small_country(self) -> Sheet:
        return self._sheet("small", lambda: maps.country(self.provinces, width=_SMALL * 2))

    def province(self, code: str) -> Sheet:
        shown = tuple(area for area in self.regencies if area.code.startswith(f"{code}."))
        return self._sheet(code, lambda: maps.region(shown, self.regencies, width=_SMALL))

    def area(self, kawasan: Kawasan) -> Sheet:
        codes = {member.code for member in kawasan.members}
        shown = tuple(area for area in self.regencies if area.code in codes)
        return self._sheet(" ".join(("kawasan", *sorted(codes))), lambda: maps.kawasan(shown, self.regencies))

    def _sheet(self, key: str, make: object) -> Sheet:
        if key not in self._sheets:
            self._sheets[key] = make()  # type: ignore[operator]
        return self._sheets[key]


_kept: dict[str, Atlas] = {}


def boundaries(site: Site) -> Himpunan | None:
    """The dataset that maps are drawn from, when there is one and maps are wanted."""
    found = [h for h in site.datasets.values() if h.dataset.role == ROLE]
    return found[0] if found and site.settings.features.maps else None


def atlas(site: Site, tools: Tools) -> Atlas | None:
    source = boundaries(site)
    if source is None:
        return None
    digest = source.dataset.digest
    if digest not in _kept:
        _kept.clear()
        _kept[digest] = Atlas(_areas(source, "provinsi", tools), _areas(source, "kabkota", tools))
    return _kept[digest]


def boxes(site: Site, tools: Tools) -> dict[str, Box]:
    """The rectangle around each region, in degrees; "" is the country. Empty without boundaries."""
    book = atlas(site, tools)
    if book is None:
        return {}
    return {area.code: area.box for area in (*book.provinces, *book.regencies)} | _country(book)


def _country(book: Atlas) -> dict[str, Box]:
    return {"": around(area.box for area in book.provinces)} if book.provinces else {}


def _areas(source: Himpunan, name: str, tools: Tools) -> tuple[Area, ...]:
    digests = {table.resource: table.sha256 for table in source.facts.tables}
    for resource in source.dataset.resources:
        if resource.name == name:
            text = tools.reading.source(resource.path, digests[name]).decode("utf-8-sig")
            return maps.read(text, resource.path).value
    return ()


def _credit(site: Site) -> Link | None:
    source = boundaries(site)
    return Link(source.dataset.title, f"data/{source.dataset.slug}/") if source else None


def country_map(site: Site, tools: Tools) -> Map | None:
    book = atlas(site, tools)
    if book is None or not book.provinces:
        return None
    words = tools.renderer.strings
    told = (words["indonesia"], maps.country_sentence(len(book.provinces), words.lang))
    return _map(site, book.country(), COUNTRY, told)


def region_map(site: Site, tools: Tools, code: str) -> Map | None:
    """A province within the country, a kabupaten or kota within its province."""
    book = atlas(site, tools)
    region = wilayah.find(code)
    if book is None or region is None or not any(a.code == code for a in (*book.provinces, *book.regencies)):
        return None
    sheet = region_sheet(book, code)
    return _map(
        site,
        sheet,
        f"wilayah/{code}/peta.svg",
        (region.name, region_sentence(sheet, code, tools.renderer.strings.lang)),
    )


def region_sheet(book: Atlas, code: str) -> Sheet:
    return book.province(code[:2]) if "." in code else book.small_country()


def region_sentence(sheet: Sheet, code: str, language: str = "id") -> str:
    region, parent = wilayah.find(code), wilayah.find(code[:2])
    if region is None or parent is None:
        return ""
    if "." in code:
        return maps.locator_sentence(sheet, code, (maps.province(parent.name, language), region.name), language)
    return maps.locator_sentence(sheet, code, ("Indonesia", maps.province(region.name, language)), language)


def kawasan_map(site: Site, tools: Tools, kawasan: Kawasan) -> Map | None:
    book = atlas(site, tools)
    if book is None or not any(area.code == m.code for area in book.regencies for m in kawasan.members):
        return None
    words = tools.renderer.strings
    legend = tuple(words[key] for key in _LEGEND) if any(member.partial for member in kawasan.members) else ()
    path = f"kawasan/{kawasan.slug}/peta.svg"
    return replace(
        _map(site, book.area(kawasan), path, (kawasan.name, area_sentence(kawasan, words.lang))), legend=legend
    )


def area_sentence(kawasan: Kawasan, language: str = "id") -> str:
    partly = tuple(region.name for m in kawasan.members if m.partial and (region := wilayah.find(m.code)))
    return maps.kawasan_sentence(kawasan.name, sum(not m.partial for m in kawasan.members), partly, language)


def pixels(path: str) -> str:
    """The picture in pixels of a map; "" for the many small ones, which the browser makes when it is asked for."""
    return "" if path.startswith("wilayah/") else f"{path.removesuffix('.svg')}.png"


def _map(site: Site, sheet: Sheet, path: str, told: tuple[str, str]) -> Map:
    """`told` is the title and the text that says what is seen."""
    width, height = sheet.frame.width, sheet.frame.height
    return Map(
        path,
        told[1],
        str(width),
        str(height),
        source=_credit(site),
        title=told[0],
        png=pixels(path),
        file="-".join(path.removesuffix(".svg").split("/")) + ".png",
        embed=embedding.of_sheet(site, embedding.of_map(path), told[0], (width, height)),
    )
