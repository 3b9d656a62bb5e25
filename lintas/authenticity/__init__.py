"""Is a text the one that was published? Normal form, fingerprints, signature (pure).

The normal form is a promise to everybody who checks texts without us: docs/keaslian.md describes it, and
`theme/js/normal.mjs` does the same in the browser. Both run over tests/authenticity/vectors.json.
"""

from __future__ import annotations

from lintas.authenticity.fingerprints import PART, fingerprint, parts, sha256
from lintas.authenticity.normal import VERSION, normal_form

__all__ = ["PART", "VERSION", "fingerprint", "normal_form", "parts", "sha256"]
