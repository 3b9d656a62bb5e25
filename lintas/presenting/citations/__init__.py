"""How releases, datasets, their versions and single rows are cited: as text, BibTeX, RIS and CSL-JSON."""

from lintas.presenting.citations.forms import FORMS, written
from lintas.presenting.citations.reference import Reference, authors, of_dataset, of_release, of_row, of_version
from lintas.presenting.citations.text import text

__all__ = ["FORMS", "Reference", "authors", "of_dataset", "of_release", "of_row", "of_version", "text", "written"]
