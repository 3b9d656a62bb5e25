"""The texts of `lintas/messages/`, read family by family when first asked for (effect: reads package files)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lintas.diagnostics import Diagnostic
from lintas.reader import Map, read_yaml

MESSAGES = Path(__file__).parent.parent / "messages"
SEVERITIES = ("error", "warning", "advice")
SEVERITY_WORDS = {
    "id": {"error": "galat", "warning": "peringatan", "advice": "saran"},
    "en": {"error": "error", "warning": "warning", "advice": "advice"},
}
_CODE = re.compile(r"([A-Z]{3})[0-9]{3}")


@dataclass(frozen=True, slots=True)
class Wording:
    """The text of one code in one language; `{name}` stands for an argument."""

    message: str
    remedy: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    severity: str
    wordings: dict[str, Wording]

    def wording(self, language: str) -> Wording:
        """The text in `language`, or in Indonesian."""
        return self.wordings.get(language) or self.wordings.get("id") or Wording("")


def entry(code: str) -> Entry | None:
    """The entry of a code, or None when there is none."""
    match = _CODE.fullmatch(code)
    return _family(match[1]).get(code) if match else None


def severity(code: str) -> str:
    """error, warning or advice; a code without text counts as an error."""
    known = entry(code)
    return known.severity if known else "error"


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any finding must keep the site from being published."""
    return any(severity(code) == "error" for code in sorted({diagnostic.code for diagnostic in diagnostics}))


def explain(code: str, language: str = "id") -> str | None:
    """The long text on a code, or None for a code that does not exist."""
    known = entry(code)
    if known is None:
        return None
    wording = known.wording(language)
    headings = {"id": ("Mengapa", "Perbaikan"), "en": ("Why", "What to do")}
    why, remedy = headings.get(language, headings["id"])
    word = SEVERITY_WORDS.get(language, SEVERITY_WORDS["id"])[known.severity]
    parts = [f"{code} ({word})", wording.message, f"{why}: {wording.why}", f"{remedy}: {wording.remedy}"]
    return "\n\n".join(part.strip() for part in parts if not part.endswith(": "))


@functools.cache
def _family(name: str) -> dict[str, Entry]:
    path = MESSAGES / f"{name}.yaml"
    if not path.is_file():
        return {}
    node = read_yaml(path.read_text(encoding="utf-8"), path.name).value
    codes = Map(node, path.name, [])
    return {code: _entry(codes.map(code)) for code in codes.keys()}  # noqa: SIM118 - Map is no dict


def _entry(source: Map) -> Entry:
    wordings = {}
    for language in ("id", "en"):
        texts = source.map(language)
        if texts.has("message"):
            wordings[language] = Wording(texts.text("message"), texts.text("remedy"), texts.text("why"))
    return Entry(source.choice("severity", SEVERITIES, "error"), wordings)
