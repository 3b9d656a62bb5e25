"""Web pages → blocks of their article; what is taken away with words in it is reported as dropped. Pure."""

from __future__ import annotations

import re
from typing import Any

from lintas.diagnostics import Outcome, Span, fault
from lintas.importing.hypertext import Dress, Walker
from lintas.importing.manuscript import Manuscript

_GONE = (
    "script",
    "style",
    "nav",
    "aside",
    "form",
    "noscript",
    "iframe",
    "svg",
    "button",
    "select",
    "template",
    "video",
    "audio",
    "canvas",
    "object",
    "input",
    "textarea",
    "label",
    "footer",
)
_LITTER = re.compile(
    r"(?:^|[\s_-])(?:share\w*|sharing|social\w*|related\w*|terkait|sidebar|comments?|komentar|respond"
    r"|breadcrumbs?|widget\w*|advert\w*|ads?|iklan|banner|newsletter|popup|menu|navbar|navigation|navigasi"
    r"|tags?|post-?tags?|cat-links|entry-meta|post-?meta|byline|author-?box|popular|terpopuler|trending"
    r"|recommend\w*|cookie|print|jp-relatedposts|sharedaddy|addtoany\w*|pagination|post-nav\w*|skip-link"
    r"|screen-reader-text|baca-?juga|view-?count\w*|counter|hits)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BODY = (
    "[itemprop=articleBody]",
    "article",
    ".entry-content",
    ".post-content",
    ".article-content",
    ".detail-content",
    ".content-detail",
    ".berita-detail",
    ".isi-berita",
    "#content-body",
    "main",
    "[role=main]",
)


def read_page(text: str, name: str) -> Outcome[Manuscript | None]:
    """A saved web page or a piece of one."""
    import warnings

    from bs4 import BeautifulSoup

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # remarks of the parser on what the text resembles
        soup = BeautifulSoup(text, "html.parser")
    try:
        title, dated = _said(soup)
        dropped = _cleared(soup)
        root = _root(soup)
        walker = Walker()
        heading = soup.find("h1")
        if heading is not None and root is not soup and heading not in root.find_all("h1"):
            walker.enter(heading, Dress(), 0)
        walker.enter(root, Dress(), 0)
        walker.flush()
    except RecursionError:
        return Outcome(None, (fault("NAS117", Span(name)),))
    return Outcome(Manuscript(tuple(walker.blocks), dropped=tuple(dropped), title=title, dated=dated))


def _said(soup: Any) -> tuple[str, str]:
    """Title and day that a page states about itself."""
    og = soup.find("meta", property="og:title")
    named = og.get("content", "") if og else (soup.title.get_text() if soup.title else "")
    title = " ".join(re.split(r"\s+[|–—»]\s+|\s-\s(?=[^-]*$)", str(named))[0].split())
    for query in (
        "meta[property='article:published_time']",
        "meta[itemprop=datePublished]",
        "time[itemprop=datePublished]",
        "time[datetime]",
    ):
        found = soup.select_one(query)
        day = re.match(
            r"(?:19|20)\d\d-\d\d-\d\d", str((found.get("content") or found.get("datetime") or "") if found else "")
        )
        if day:
            return title, _valid(day[0])
    return title, ""


def _valid(day: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return ""


def _cleared(soup: Any) -> list[str]:
    """Take away what is no article; the words that went with it."""
    from bs4.element import Comment

    dropped = []
    whole = len(soup.get_text()) or 1
    for remark in soup.find_all(string=lambda each: isinstance(each, Comment)):
        remark.extract()
    for tag in soup.find_all(_GONE):
        dropped += _words(tag) if tag.name not in ("script", "style", "template", "svg", "canvas") else []
        tag.extract()
    for tag in soup.find_all(True):
        marks = " ".join([*(tag.get("class") or []), str(tag.get("id") or "")]) if tag.attrs else ""
        hidden = "display:none" in str(tag.get("style", "")).replace(" ", "") if tag.attrs else False
        if (
            tag.name not in ("body", "html", "article", "main")
            and (hidden or _LITTER.search(marks))
            and len(tag.get_text()) < 0.4 * whole
        ):
            dropped += _words(tag)
            tag.extract()
    return dropped


def _words(tag: Any) -> list[str]:
    text = " ".join(tag.get_text(" ").split())
    return [text] if text else []


def _root(soup: Any) -> Any:
    """The element that holds the article: the one of the usual names with most words, else the whole body."""
    whole = len(soup.get_text())
    for query in _BODY:
        found = max(soup.select(query), key=lambda tag: len(tag.get_text()), default=None)
        if found is not None and len(found.get_text()) > max(200, 0.25 * whole):
            return found
    return soup.body or soup
