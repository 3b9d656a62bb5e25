"""The last look over all output: nh3 keeps only what stands in these lists. Whatever failed before, nothing runs."""

from __future__ import annotations

from functools import cache

import nh3

from lintas.prose.rawhtml import ANYWHERE, ATTRIBUTES, SWALLOWED, TAGS

_OWN: dict[str, set[str]] = {
    "a": {"role", "aria-label"},
    "div": {"role", "tabindex", "aria-label"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id"},
    "img": {"loading", "decoding"},
    "li": {"id"},
    "section": {"role", "aria-label"},
    "sup": {"id"},
}
_CLASSES = {"div": {"table-region"}, "figure": {"quotation"}, "section": {"footnote"}, "td": {"num"}, "th": {"num"}}


@cache
def _cleaner() -> nh3.Cleaner:
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    for tag, names in _OWN.items():
        attributes.setdefault(tag, set()).update(names)
    attributes["*"] = set(ANYWHERE)
    return nh3.Cleaner(
        tags=set(TAGS) | {"section"},
        clean_content_tags=set(SWALLOWED),
        attributes=attributes,
        allowed_classes=_CLASSES,
        url_schemes={"http", "https", "mailto", "tel", "slot"},
        link_rel=None,  # links open in the same window, and the page's Referrer-Policy covers the rest
        strip_comments=True,
    )


def clean(html: str) -> str:
    return _cleaner().clean(html)
