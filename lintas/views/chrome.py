"""What every page carries: the site and the head of the document."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import ContactItem, ExternalLink, Link, LinkGroup


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the main navigation; `key` is the section (`bagian`) that marks it as current."""

    key: str  # siaran-pers | data | wilayah | kawasan | instansi | topik
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Situs:
    """The site. `stylesheet` and `scripts` are site paths, so that the engine may put a digest in their names."""

    title: str
    lang: str
    agency: str
    agency_short: str = ""
    tagline: str = ""
    demonstration: bool = False
    nav: tuple[NavItem, ...] = ()
    footer: tuple[LinkGroup, ...] = ()
    licence: ExternalLink | None = None
    contact: ContactItem | None = None
    agency_url: str = ""
    stylesheet: str = "aset/situs.css"
    scripts: tuple[str, ...] = ()
    search: str = ""  # path of the search page; "" for a portal without one
    icon: str = "aset/ikon.svg"
    tab_icon: str = ""  # for browsers that take no SVG
    touch_icon: str = ""
    manifest: str = ""
    colours: tuple[str, str] = ("", "")  # the ground of light pages and of dark ones, for the frame of the browser


@dataclass(frozen=True, slots=True)
class Feed:
    title: str
    path: str
    media_type: str = "application/atom+xml"


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language; "x-default" stands for readers of any other."""

    lang: str
    url: str


@dataclass(frozen=True, slots=True)
class Meta:
    """The head of one document. `title` is the whole content of <title>, site name included."""

    title: str
    description: str
    canonical_url: str
    lang: str = "id"
    og_title: str = ""  # page title alone
    og_type: str = "website"
    og_image_url: str = ""
    og_image_alt: str = ""
    og_image_size: tuple[int, int] = (0, 0)  # pixels; (0, 0) = unknown
    linked_data: str = ""  # JSON-LD as a data block, escaped for HTML
    feeds: tuple[Feed, ...] = ()
    crumbs: tuple[Link, ...] = ()  # from home to the parent; the page itself is not in it
    robots: str = ""  # "noindex" where a page must not be indexed
    alternates: tuple[Alternate, ...] = ()  # the page in all its languages, itself among them
    wasm: bool = False  # it runs WebAssembly, which its security policy must allow
    refresh: str = ""  # relative address that a browser goes to at once
