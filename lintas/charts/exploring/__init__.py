"""Charts that a reader can explore: libraries for the browser in one file, and what a specification needs for it."""

from lintas.charts.exploring.bundle import bundle, fingerprint
from lintas.charts.exploring.explorable import explorable

__all__ = ["bundle", "explorable", "fingerprint"]
