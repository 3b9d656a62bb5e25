"""Pages as linked data: one block of schema.org a page, a graph of what the page is about and the way to it.

Things keep their `@id` in all languages and on all pages: the address of the page that is about them.
"""

from lintas.presenting.linked.article import article
from lintas.presenting.linked.pages import block, located, of_page

__all__ = ["article", "block", "located", "of_page"]
