"""Raw HTML that an author typed: every tag is read and written anew from an allow-list; anything else becomes text.

Nothing of the author's own markup survives literally, so what a browser sees as a tag is always one written here.
`sanitise` looks over the whole output once more, independently.
"""

from __future__ import annotations

import re
from html import escape, unescape

from lintas.prose.session import Session

TAGS = frozenset(
    """a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
    h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody
    td tfoot th thead time tr u ul var wbr""".split()
)
SWALLOWED = frozenset(
    "script style template textarea iframe noscript object svg math title xmp noembed noframes".split()
)
MUST_CLOSE = TAGS - frozenset("br col colgroup dd dt hr img li p rp rt tbody td tfoot th thead tr wbr".split())
ATTRIBUTES = {
    "a": ("href", "title"),
    "abbr": ("title",),
    "col": ("span",),
    "colgroup": ("span",),
    "details": ("open",),
    "img": ("src", "alt"),
    "li": ("value",),
    "ol": ("start", "reversed"),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan", "scope"),
    "time": ("datetime",),
}
ANYWHERE = ("lang", "dir")
QUIET = frozenset(("class", "id"))  # dropped without a word: harmless, and pasted text is full of them

_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)|<(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9:-]*+)"""
    r"""(?P<rest>(?:[\s/]++[^\s"'<>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+)\s*+/?+>""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?+""")


def rebuild(raw: str, session: Session) -> str:
    """Return safe HTML for a piece of raw HTML; removed tags and attributes become diagnostics."""
    out: list[str] = []
    position = 0
    swallowing = ""
    for match in _TOKEN.finditer(raw):
        tag = (match["tag"] or "").lower()
        if swallowing:
            if tag == swallowing and match["end"]:
                swallowing = ""
            position = match.end()
            continue
        out.append(_text(raw[position : match.start()]))
        position = match.end()
        if not tag:
            continue
        if tag in TAGS:
            out.append(_tag(match, tag, session))
        elif not match["end"]:
            session.report("SIA217", session.places.find("<" + match["tag"]), tag=tag)
            swallowing = tag if tag in SWALLOWED and f"</{tag}" in raw[position:].lower() else ""
    out.append("" if swallowing else _text(raw[position:]))
    return "".join(out)


def _text(raw: str) -> str:
    return escape(unescape(raw), quote=False) if "&" in raw or "<" in raw or ">" in raw else raw


def _tag(match: re.Match[str], tag: str, session: Session) -> str:
    if match["end"]:
        session.close_tag(tag)
        return f"</{tag}>"
    if tag in MUST_CLOSE:
        session.opened.append((tag, match.group()))
    given: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(match["rest"]):
        value = next((group for group in found.groups()[1:] if group is not None), "")
        given.setdefault(found.group(1).lower(), unescape(value))
    allowed = ATTRIBUTES.get(tag, ()) + ANYWHERE
    for name in given:
        if name not in allowed and name not in QUIET:
            session.report("SIA218", session.places.find(match.group()), tag=tag, name=name)
    kept = {name: given[name] for name in allowed if name in given}
    if tag == "img":
        kept["src"] = session.image(kept.get("src", ""), kept.get("alt", ""), match.group())
        if not kept["src"]:
            return ""
    elif tag == "a" and "href" in kept:
        kept["href"] = session.link(kept["href"], match.group())
        if not kept["href"]:
            del kept["href"]
    return "<" + tag + "".join(f' {name}="{escape(value)}"' for name, value in kept.items()) + ">"
