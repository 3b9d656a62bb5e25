"""Diagnostics in words, for people, machines and pull requests; `worded` gives the preview its sentences.

The text of a code is read from `lintas/messages/` when there is something to say, never before.
"""

from lintas.reporters.catalogue import explain, has_errors, severity
from lintas.reporters.github import github_annotations
from lintas.reporters.jsonlines import json_lines
from lintas.reporters.output import report, source_line, wants_colour
from lintas.reporters.terminal import summary, text_report
from lintas.reporters.wording import Worded, worded

__all__ = [
    "Worded",
    "explain",
    "github_annotations",
    "has_errors",
    "json_lines",
    "report",
    "severity",
    "source_line",
    "summary",
    "text_report",
    "wants_colour",
    "worded",
]
