"""What a map shows, said in words: the text alternative for readers who do not see it. Pure."""

from __future__ import annotations

from lintas import formatting
from lintas.maps.drawing import Sheet

# Rows of three from north to south, each from west to east; Indonesian has words of its own between the main points.
_PLACES = {
    "id": (("barat laut", "utara", "timur laut"), ("barat", "tengah", "timur"), ("barat daya", "selatan", "tenggara")),
    "en": (("northwest", "north", "northeast"), ("west", "centre", "east"), ("southwest", "south", "southeast")),
}
_SAID = {
    "id": {
        "map": "Peta {whole}.",
        "locator": "Peta {whole}; {part} ditandai di bagian {place}.",
        "country": "Peta Indonesia dengan batas {n} provinsi.",
        "kawasan": "Peta kawasan {name}; {n} kabupaten dan kota ditandai penuh",
        "partly": "{told}, {names} diarsir karena hanya sebagian yang termasuk.",
        "province": "Provinsi {name}",
    },
    "en": {
        "map": "Map of {whole}.",
        "locator": "Map of {whole}; {part} is marked in the {place}.",
        "country": "Map of Indonesia with the boundaries of {n} provinces.",
        "kawasan": "Map of the area {name}; {n} regencies and cities are marked as a whole",
        "partly": "{told}, {names} hatched because only a part belongs to it.",
        "province": "the province of {name}",
    },
}


def direction(sheet: Sheet, code: str, language: str = "id") -> str:
    """Where a region lies on the sheet: a point of the compass, the centre, or "" when it is not there."""
    piece = next((piece for piece in sheet.pieces if piece.code == code), None)
    if piece is None:
        return ""
    left, right = min(other.box.left for other in sheet.pieces), max(other.box.right for other in sheet.pieces)
    top, bottom = min(other.box.bottom for other in sheet.pieces), max(other.box.top for other in sheet.pieces)
    row, column = _third(piece.centre[1], top, bottom), _third(piece.centre[0], left, right)
    return _PLACES[language][row][column]


def _third(value: float, low: float, high: float) -> int:
    return min(int(3 * (value - low) / (high - low)), 2) if high > low else 1


def province(name: str, language: str = "id") -> str:
    return _SAID[language]["province"].format(name=name)


def locator_sentence(sheet: Sheet, code: str, names: tuple[str, str], language: str = "id") -> str:
    """For a locator; `names` of the whole and the part are full ones, as "Provinsi Jawa Barat" and "Kota Bekasi"."""
    place = direction(sheet, code, language)
    said, (whole, part) = _SAID[language], names
    if not place:
        return said["map"].format(whole=whole)
    return said["locator"].format(whole=whole, part=part[:1].upper() + part[1:], place=place)


def country_sentence(provinces: int, language: str = "id") -> str:
    return _SAID[language]["country"].format(n=provinces)


def kawasan_sentence(name: str, whole: int, partly: tuple[str, ...], language: str = "id") -> str:
    """For a kawasan: `whole` regions belong entirely, `partly` names those of which only a part belongs."""
    said = _SAID[language]
    told = said["kawasan"].format(name=name, n=whole)
    if not partly:
        return told + "."
    return said["partly"].format(told=told, names=formatting.of(language).listing(partly))
