"""Maps: boundaries of regions in, static SVG and a sentence that says the same in words out."""

from lintas.maps.drawing import Palette, Sheet, Tones, country, kawasan, locator, mapped, region
from lintas.maps.geometry import Area, Box, around, read
from lintas.maps.paths import decimal
from lintas.maps.sentences import country_sentence, direction, kawasan_sentence, locator_sentence, province

__all__ = [
    "Area",
    "Box",
    "Palette",
    "Sheet",
    "Tones",
    "around",
    "country",
    "country_sentence",
    "decimal",
    "direction",
    "kawasan",
    "kawasan_sentence",
    "locator",
    "locator_sentence",
    "mapped",
    "province",
    "read",
    "region",
]
