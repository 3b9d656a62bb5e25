"""What a content security policy of the portal may say, and which scripts a browser runs (pure)."""

from __future__ import annotations

from typing import Final

RUNNING: Final = frozenset({"", "module", "text/javascript", "application/javascript", "text/ecmascript"})
_LOOSE = frozenset(
    {"'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:", "data:", "ws:", "wss:"}
)
_ASLEEP = frozenset({"upgrade-insecure-requests", "block-all-mixed-content", "report-uri", "report-to", "sandbox"})


def loose(policy: str) -> list[str]:
    """Words of a policy that let in what the portal never needs; a policy without `default-src` lets in the rest."""
    found: list[str] = []
    directives = [part.split() for part in policy.split(";") if part.strip()]
    if not any(words[0].lower() == "default-src" for words in directives):
        found.append("default-src")
    for name, *words in directives:
        if name.lower() in _ASLEEP:
            continue
        allowed = {"data:"} if name.lower() in ("img-src", "font-src") else set()
        found += [w for w in words if w.lower() in _LOOSE - allowed or ("." in w and not w.startswith("'"))]
    return found
