"""Maps: boundaries of regions in, static SVG and a sentence that says the same in words out."""

from lintas.maps.drawing import Palette, Sheet, Tones, country, locator, mapped, region
from lintas.maps.geometry import Area, read

__all__ = ["Area", "Palette", "Sheet", "Tones", "country", "locator", "mapped", "read", "region"]
