"""SVG maps of Indonesia, of a province and of a kawasan. Pure: areas and names in, the text of a file out.

A sheet is the part that many locators share (38 provinces on one map of the country, the kabupaten and kota of a
province): it is traced once, and each locator only colours one area. Colours stand in a small style inside the file,
for light and dark: an image in `<img>` sees no style sheet of the page but does know the reader's colour scheme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from lintas.maps.geometry import Area, Box, Point, around
from lintas.maps.paths import Frame, centre, decimal, fit, size, trace

_FAINT = 45.0  # px²: a marked region that is smaller gets a ring


@dataclass(frozen=True, slots=True)
class Tones:
    """CSS colours: land of the map, land around it, sea, lines between regions, what is marked, what is partly."""

    land: str
    around: str
    sea: str
    line: str
    mark: str
    soft: str


@dataclass(frozen=True, slots=True)
class Palette:
    """The defaults are the theme's (theme/css/10-tokens.css): land and sea in tones of laut, the mark in saga."""

    light: Tones = Tones(land="#b7cbc9", around="#d9e3e2", sea="#eff5f4", line="#fff", mark="#c4321a", soft="#efb9ab")
    dark: Tones = Tones(land="#2c5a5d", around="#163b3e", sea="#0a2729", line="#061a1c", mark="#ff8465", soft="#7d3a2b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A traced area: path data of land and islets; in px its box (`bottom` is the smaller y), centre and size (px²)."""

    code: str
    land: str
    islets: str
    box: Box
    centre: Point
    size: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """Traced areas on one frame, in drawing order; a cut-out also has the land around them as one path.

    `ground` is "" on the map of the country, which needs none; "land" or "regions" on a cut-out, whose surrounding land
    is then drawn whole or with its borders.
    """

    frame: Frame
    pieces: tuple[Piece, ...]
    around: str = ""
    ground: str = ""


def country(provinces: tuple[Area, ...], *, width: int = 960) -> Sheet:
    """The sheet of all provinces. `width` 960 for the large map, about 320 for the small one of the locators."""
    frame = fit(around(area.box for area in provinces), width, (1, width), 4)
    return Sheet(frame, tuple(_piece(area, frame) for area in provinces))


def region(shown: tuple[Area, ...], everything: tuple[Area, ...], *, width: int = 320) -> Sheet:
    """The sheet of the `shown` regions, all those of a province, with what is seen of the others as land around."""
    frame = fit(around(area.box for area in shown), width, (width * 9 // 16, width), 14)
    return Sheet(frame, tuple(_piece(area, frame) for area in shown), _context(shown, everything, frame), "land")


def kawasan(shown: tuple[Area, ...], everything: tuple[Area, ...], *, width: int = 640) -> Sheet:
    """The sheet of the `shown` regions, the members of a kawasan, with more room so that its neighbourhood is seen."""
    frame = fit(around(area.box for area in shown), width, (width // 2, width * 3 // 4), width / 9)
    return Sheet(frame, tuple(_piece(area, frame) for area in shown), _context(shown, everything, frame), "regions")


def _context(shown: tuple[Area, ...], everything: tuple[Area, ...], frame: Frame) -> str:
    own = {area.code for area in shown}
    seen = (area for area in everything if area.code not in own and area.box.meets(frame.box))
    return "".join("".join(trace(area, frame, 1.4, clip=True)) for area in seen)


def _piece(area: Area, frame: Frame) -> Piece:
    outers = sorted((tuple(map(frame.place, polygon[0])) for polygon in area.polygons), key=size)
    left, top = frame.place((area.box.left, area.box.top))
    right, bottom = frame.place((area.box.right, area.box.bottom))
    land, islets = trace(area, frame, 0.6)
    return Piece(area.code, land, islets, Box(left, top, right, bottom), centre(outers[-1]), sum(map(size, outers)))


def locator(sheet: Sheet, marked: str, text: str, palette: Palette = Palette()) -> str:
    """The sheet with one region marked. `text` is the alternative text. A code that is not on it marks nothing."""
    return mapped(sheet, {marked: False}, text, palette)


def mapped(sheet: Sheet, marked: Mapping[str, bool], text: str, palette: Palette = Palette()) -> str:
    """The sheet with any number of regions marked; True means that only a part of the region belongs."""
    # Kabupaten surround their enclave kota and are drawn first. What is hardly seen comes last, with a ring.
    faint = tuple(piece for piece in sheet.pieces if piece.code in marked and piece.size < _FAINT)
    layers: list[tuple[str, str]] = []
    for piece in (*(piece for piece in sheet.pieces if piece not in faint), *faint):
        kind = "l" if piece.code not in marked else "s" if marked[piece.code] else "m"
        for name, path in ((kind + " i" * (piece in faint), piece.land), (kind + " i", piece.islets)):
            if layers and layers[-1][0] == name:
                layers[-1] = (name, layers[-1][1] + path)
            elif path:
                layers.append((name, path))
    body = [_ground(sheet)] if sheet.ground else []
    body += [f'<path class="{name}" d="{path}"/>' for name, path in layers]
    body += map(_ring, faint)
    return _svg(sheet.frame, text, palette, "".join(body))


def _ground(sheet: Sheet) -> str:
    """The sea of a cut-out and the land around; the wide stroke of class a closes gaps between simplified borders."""
    sea = f'<path class="w" d="M0 0h{sheet.frame.width}v{sheet.frame.height}H0z"/>'
    return (
        f'{sea}<path class="{"b" if sheet.ground == "regions" else "a"}" d="{sheet.around}"/>' if sheet.around else sea
    )


def _ring(piece: Piece) -> str:
    """A ring around a region that is too small to be found at a glance."""
    x, y = map(decimal, piece.box.middle)
    across = decimal(max((piece.box.right - piece.box.left) / 2 + 4, 8))
    along = decimal(max((piece.box.top - piece.box.bottom) / 2 + 4, 8))
    return f'<ellipse class="r" cx="{x}" cy="{y}" rx="{across}" ry="{along}"/>'


def _svg(frame: Frame, text: str, palette: Palette, body: str) -> str:
    hatch = ""
    if 'class="s"' in body:
        hatch = (
            '<pattern id="h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            '<path class="hs" d="M0 0h5v5h-5z"/><path class="hm" d="M0 0h2v5h-2z"/></pattern>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width} {frame.height}" width="{frame.width}" '
        f'height="{frame.height}" role="img" aria-labelledby="t"><title id="t">{escape(text, quote=False)}</title>'
        f"<style>{_style(palette)}</style>{hatch}{body}</svg>\n"
    )


def _style(palette: Palette) -> str:
    return (
        "path,ellipse{stroke-width:.7;stroke-linejoin:round;vector-effect:non-scaling-stroke}.a{stroke-width:2}"
        f".s{{fill:url(#h)}}.r{{fill:none;stroke-width:1.5}}{_tones(palette.light)}"
        f"@media(prefers-color-scheme:dark){{{_tones(palette.dark)}}}"
    )


def _tones(tones: Tones) -> str:
    return (
        f".w{{fill:{tones.sea}}}.a,.b{{fill:{tones.around};stroke:{tones.around}}}.b{{stroke:{tones.sea}}}"
        f".l{{fill:{tones.land}}}.l,.m,.s{{stroke:{tones.line}}}.m,.hm{{fill:{tones.mark}}}.hs{{fill:{tones.soft}}}"
        f".l.i{{stroke:{tones.land}}}.m.i,.s.i,.r{{stroke:{tones.mark}}}"
    )
