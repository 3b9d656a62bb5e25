"""Versions of a dataset: frozen below `datasets/<slug>/versi/<version>/`, compared with what lies there now.

A version is a folder: `rilis.json` (the record), `datapackage.json` as it was, `perbedaan.json` against the version
before, and the files that were new in it. A file that did not change is not kept again: the record says which version
holds it. Files above `freezing.PACK` are kept packed. So builds need no git history, and a version costs what changed.
"""

from lintas.versions.judging import current, frozen, judge
from lintas.versions.records import load, present

__all__ = ["current", "frozen", "judge", "load", "present"]
