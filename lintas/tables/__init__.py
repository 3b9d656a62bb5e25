"""Tables: judged by frictionless, guarded where it is too lenient, counted, and converted.

`check(root, dataset)` and `convert(root, dataset, resource, kind)` take and give plain values, so that they can run
in another process. frictionless, pyarrow and xlsxwriter are imported only below this folder, inside functions.
"""

from lintas.tables.check import check
from lintas.tables.convert import convert
from lintas.tables.explorable import explorable
from lintas.tables.profile import profile
from lintas.tables.reading import cells
from lintas.tables.shards import split

__all__ = ["cells", "check", "convert", "explorable", "profile", "split"]
