"""Maps drawn within a page, on which every region is a link: the provinces, and the parts of a province."""

from __future__ import annotations

from lintas import wilayah
from lintas.maps import Sheet, decimal
from lintas.outputs import Tools
from lintas.presenting import atlas
from lintas.relate import Site
from lintas.views.finding import LinkedMap, MapArea
from lintas.wording import Words

_HARD_TO_HIT = 45.0  # px²: a smaller region gets a circle around its centre that can be pointed at


def provinces(site: Site, tools: Tools, words: Words) -> LinkedMap | None:
    """The country; traced for a small picture, which is light, and sharp enough at the width of a page."""
    book = atlas.atlas(site, tools)
    if book is None or not book.provinces:
        return None
    return _linked(site, book.small_country(), "peta-provinsi", words["map_of_provinces"])


def parts(site: Site, tools: Tools, words: Words, code: str) -> LinkedMap | None:
    """A province with its kabupaten and kota, where it has several with a page."""
    book, region = atlas.atlas(site, tools), wilayah.find(code)
    if book is None or region is None or "." in code:
        return None
    sheet = book.province(code)
    if sum(piece.code in site.regions for piece in sheet.pieces) < 2:
        return None
    return _linked(site, sheet, "peta-bagian", words["map_of_parts"].format(name=region.name))


def _linked(site: Site, sheet: Sheet, name: str, label: str) -> LinkedMap:
    small = [piece for piece in sheet.pieces if piece.size < _HARD_TO_HIT]
    areas = []
    for piece in (*(piece for piece in sheet.pieces if piece not in small), *small):
        region = wilayah.find(piece.code)
        path = f"wilayah/{piece.code}/" if piece.code in site.regions else ""
        spot = (decimal(piece.centre[0]), decimal(piece.centre[1])) if piece in small else None
        areas.append(MapArea(region.name if region else piece.code, path, piece.land, piece.islets, spot))
    width, height = str(sheet.frame.width), str(sheet.frame.height)
    return LinkedMap(name, label, width, height, tuple(areas), sheet.around)
