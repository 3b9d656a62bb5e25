"""Texts of the page that checks texts, which the engine puts into views; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = "genuine genuine_files genuine_key genuine_lead genuine_manifest genuine_signature"
WITH_GAPS: Final = ""
