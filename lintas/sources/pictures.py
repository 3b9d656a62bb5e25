"""SVG pictures are documents that browsers run: what is active in them is refused (pure)."""

from __future__ import annotations

import re
from html import unescape

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.reader import decode

_ACTIVE = re.compile(
    r"<\s*(?:[\w.-]+:)?(?:script|foreignObject|iframe|object|embed|handler|listener)\b"
    r"|<[^<>]*[\s/\"'](?:[\w.-]+:)?on[a-z]+\s*=|javascript\s*:|<!ENTITY|<\?xml-stylesheet",
    re.IGNORECASE,
)


def svg_faults(data: bytes, path: str) -> tuple[Diagnostic, ...]:
    """KFG310 for a picture that holds a script, an event handler, foreign HTML or an entity of its own."""
    text = decode(data, path)
    plain = text.value if "&" not in text.value else unescape(text.value)
    active = _ACTIVE.search(plain)
    if active is None:
        return text.diagnostics
    line = plain.count("\n", 0, active.start()) + 1
    return (*text.diagnostics, fault("KFG310", Span(path, line), found=active[0][-40:]))
