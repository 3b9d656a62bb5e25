"""What a map shows, said in Indonesian: the text alternative for readers who do not see it. Pure."""

from __future__ import annotations

from lintas.maps.drawing import Sheet

_ROWS = ("utara", "", "selatan")
_COLUMNS = ("barat", "", "timur")
# Indonesian names the intercardinal points by words of their own.
_BETWEEN = {
    ("utara", "barat"): "barat laut",
    ("utara", "timur"): "timur laut",
    ("selatan", "barat"): "barat daya",
    ("selatan", "timur"): "tenggara",
}


def direction(sheet: Sheet, code: str) -> str:
    """Where a region lies on the sheet: one of eight points of the compass, "tengah", or "" when it is not there."""
    piece = next((piece for piece in sheet.pieces if piece.code == code), None)
    if piece is None:
        return ""
    left, right = min(other.box.left for other in sheet.pieces), max(other.box.right for other in sheet.pieces)
    top, bottom = min(other.box.bottom for other in sheet.pieces), max(other.box.top for other in sheet.pieces)
    row = _ROWS[_third(piece.centre[1], top, bottom)]
    column = _COLUMNS[_third(piece.centre[0], left, right)]
    return _BETWEEN.get((row, column)) or row or column or "tengah"


def _third(value: float, low: float, high: float) -> int:
    return min(int(3 * (value - low) / (high - low)), 2) if high > low else 1


def locator_sentence(sheet: Sheet, code: str, whole: str, part: str) -> str:
    """For a locator; `whole` and `part` are full names such as "Provinsi Jawa Barat" and "Kota Bekasi"."""
    place = direction(sheet, code)
    return f"Peta {whole}; {part} ditandai di bagian {place}." if place else f"Peta {whole}."


def country_sentence(provinces: int) -> str:
    return f"Peta Indonesia dengan batas {provinces} provinsi."


def kawasan_sentence(name: str, whole: int, partly: tuple[str, ...]) -> str:
    """For a kawasan: `whole` regions belong entirely, `partly` names those of which only a part belongs."""
    sentence = f"Peta kawasan {name}; {whole} kabupaten dan kota ditandai penuh"
    if not partly:
        return sentence + "."
    names = partly[0] if len(partly) == 1 else f"{', '.join(partly[:-1])}{',' * (len(partly) > 2)} dan {partly[-1]}"
    return f"{sentence}, {names} diarsir karena hanya sebagian yang termasuk."
