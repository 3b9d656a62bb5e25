"""All pages of the built example portal, parsed once."""

import pytest

from tests.site.reading import read


@pytest.fixture(scope="session")
def pages(site):
    """Path in the tree → what stands on the page."""
    found = sorted(path for path in site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): read(path.read_text("utf-8")) for path in found}


@pytest.fixture(scope="session")
def whole(pages):
    """Those that are more than a frame for other sites: with header, navigation and footer."""
    return {path: page for path, page in pages.items() if "/sematan/" not in path}
