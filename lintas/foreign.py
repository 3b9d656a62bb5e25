"""Texts in another language than the page they stand on: marked where they are known, `lang` in the finished page.

A page in English may say things that exist in Indonesian only. Views carry plain texts, so such a text is put between
two signs of the private use area; what draws the page turns them into elements where elements can stand, and takes
them away in attributes, titles and data.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from lintas.wording import Words

FIRST = "id"  # the language that stands at the root of the tree
_OPEN, _CLOSE = "\ue000", "\ue001"
_SIGNS = re.compile(f"([{_OPEN}{_CLOSE}])")
_TAG = r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>"""
_PARTS = re.compile(rf"<(script|style|title|textarea|option|svg)\b.*?</\1>|{_TAG}|[^<]+|<", re.DOTALL)
_LINK = re.compile(r"""(<a\b(?:[^<>"']|"[^"]*"|'[^']*')*?\shref=")([^"#?]*)([^"]*")""")


def mark(text: str) -> str:
    """The text as one that is in the first language of the portal."""
    return f"{_OPEN}{text}{_CLOSE}" if text else ""


def as_is(text: str, words: Words) -> str:
    """What is in the first language whatever the page: data, official forms, frozen descriptions."""
    return text if words.lang == FIRST else mark(text)


def bare(text: str) -> str:
    return _SIGNS.sub("", text) if _OPEN in text or _CLOSE in text else text


def resolve(html: str, language: str) -> str:
    """The page with its marks turned into `<span lang>`."""
    if _OPEN not in html and _CLOSE not in html:
        return html
    opening = f'<span lang="{language}">'

    def part(found: re.Match[str]) -> str:
        text = found[0]
        if _OPEN not in text and _CLOSE not in text:
            return text
        return bare(text) if text.startswith("<") else _spanned(text, opening)

    return _PARTS.sub(part, html)


def _spanned(text: str, opening: str) -> str:
    """A mark that was cut off ends with the text it stands in; one within another is the same language."""
    made, depth = [], 0
    for piece in _SIGNS.split(text):
        if piece == _OPEN:
            made += [opening] if not depth else []
            depth += 1
        elif piece == _CLOSE:
            made += ["</span>"] if depth == 1 else []
            depth = max(0, depth - 1)
        else:
            made.append(piece)
    return "".join(made) + ("</span>" if depth else "")


def relink(html: str, root: str, there: tuple[str, Collection[str]], language: str) -> str:
    """Links to pages that exist in the language of this page lead to those; others say in which language they are.

    A link that says its language before its address (`hreflang` first) is left alone: it changes languages.

    `there`: the folder of the language, and the addresses (as in the first language) that exist below it.
    """
    prefix, known = there

    def link(found: re.Match[str]) -> str:
        before, target, rest = found.groups()
        if not target.startswith(root) or " hreflang=" in before:
            return found[0]
        address = target[len(root) :]
        if address in known:
            return f"{before}{root}{prefix}{address}{rest}"
        page = address.endswith("/") or not address
        if not page or address.startswith(prefix):
            return found[0]
        return f'{before}{target}{rest} hreflang="{language}"'

    return _LINK.sub(link, html)
