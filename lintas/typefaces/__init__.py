"""The typefaces that the engine itself draws with, in PDF and in pictures: files, and the signs that they hold."""

from lintas.typefaces.coverage import coverage
from lintas.typefaces.files import BOLD, CONDENSED, FALLBACK, FAMILY, FOLDER, REGULAR, files

__all__ = ["BOLD", "CONDENSED", "FALLBACK", "FAMILY", "FOLDER", "REGULAR", "coverage", "files"]
