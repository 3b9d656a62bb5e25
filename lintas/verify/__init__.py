"""Checks over the finished tree: that what is published holds together, whoever made it.

`drawn` looks at pages as they are drawn, in whichever process; it knows that they are our own templates and sanitised
prose, and so costs next to nothing. `tree` reads any finished tree from the disk with a real parser, as `verify DIR`
does, and asks everything again.
"""

from lintas.verify.drawn import Counts, Page, Targets, counts, habits, links, mutual, page
from lintas.verify.hosting import limits

__all__ = ["Counts", "Page", "Targets", "counts", "habits", "limits", "links", "mutual", "page"]
