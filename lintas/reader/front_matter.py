"""The YAML block between two `---` lines at the head of a Markdown file."""

from __future__ import annotations

import re

from lintas.diagnostics import Outcome, Span, fault

_OPEN = re.compile(r"\s*\n|---[ \t]*\n|---[ \t]*\Z")
_CLOSE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_BODY_BEGINS = re.compile(r"^\s*$\n\s*^(?![\w-]+:|\s|-\s|#[^#])", re.MULTILINE)


def split_front_matter(text: str, path: str) -> Outcome[tuple[str, int, str, int]]:
    """Front matter, its first line, body, its first line (1-based lines of the file).

    KFG105: the file does not begin with `---`; all is body. KFG106: the closing line is missing. KFG151: nothing there
    (then the body begins on line 0).
    """
    start = len(text) - len(text.lstrip())
    if start == len(text):
        return Outcome(("", 1, "", 0), (fault("KFG151", Span(path, 1, 1)),))
    opening = _OPEN.match(text, text.rfind("\n", 0, start) + 1) if text.startswith("---", start) else None
    if opening is None:
        line = text.count("\n", 0, start) + 1
        found = text[start : start + 40].split("\n", 1)[0]
        return Outcome(("", 1, text, 1), (fault("KFG105", Span(path, line, 1), text=found),))
    first = text.count("\n", 0, opening.end()) + 1
    closing = _CLOSE.search(text, opening.end())
    if closing is None:
        return _unclosed(text, opening.end(), first, path)
    body = closing.end() + 1
    return Outcome((text[opening.end() : closing.start()], first, text[body:], text.count("\n", 0, body) + 1))


def _unclosed(text: str, start: int, first: int, path: str) -> Outcome[tuple[str, int, str, int]]:
    """Guess the end at the first blank line that is followed by prose, so that the rest can still be checked."""
    guess = _BODY_BEGINS.search(text, start)
    end = guess.end() if guess else len(text)
    line = text.count("\n", 0, end) + 1
    return Outcome((text[start:end], first, text[end:], line), (fault("KFG106", Span(path, line, 1), line=first - 1),))
