"""What the preview adds to a page: it lifts the page's security policy and shows the faults of the last build. Pure.

The published pages are not touched; only what the preview server sends is changed, on its way to the browser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

from lintas.reporters import Worded

STYLE_PATH = "/_pratinjau/lapisan.css"
SCRIPT_PATH = "/_pratinjau/ikuti.js"
EDITION_PATH = "/_pratinjau/edisi"
_POLICY = re.compile(rb"<meta\b[^>]*http-equiv\s*=\s*[\"']?content-security-policy[^>]*>", re.IGNORECASE)
_BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)
_MOST = 50  # findings shown in the browser; the terminal has them all


_WORDS = {
    "id": {
        "faults": "{count} galat: halaman ini masih hasil terakhir yang baik",
        "notes": "{count} catatan untuk diperiksa",
        "more": "… dan {count} temuan lain; semuanya ada di terminal.",
        "label": "Temuan pembangunan",
    },
    "en": {
        "faults": "{count} faults: this page is still the last good one",
        "notes": "{count} notes to look at",
        "more": "… and {count} more; the terminal has them all.",
        "label": "Findings of the build",
    },
}


def adapted(page: bytes, findings: Sequence[Worded], edition: str = "0", language: str = "id") -> bytes:
    """A page as the preview sends it; `edition` names the build that it comes from.

    It loses its security policy, whose 'self' would keep the reload script out.
    """
    page = _POLICY.sub(b"", page)
    added = f'<script src="{SCRIPT_PATH}" data-edisi="{edition}"></script>'
    if findings:
        added += _layer(findings, _WORDS[language], language)
    end = max((match.start() for match in _BODY_END.finditer(page)), default=len(page))
    return page[:end] + added.encode() + page[end:]


def waiting_page() -> bytes:
    """Stands in where no build has succeeded yet."""
    return (
        '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n<title>Pratinjau Lintas</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<link rel="stylesheet" href="{STYLE_PATH}">\n</head>\n<body class="lintas-kosong">\n'
        "<h1>Belum ada halaman yang dapat ditampilkan</h1>\n"
        "<p>Perbaiki galat di bawah ini; halaman akan muncul sendiri.</p>\n</body>\n</html>\n"
    ).encode()


def _layer(findings: Sequence[Worded], words: Mapping[str, str], language: str) -> str:
    errors = sum(finding.severity == "error" for finding in findings)
    title = words["faults"].format(count=errors) if errors else words["notes"].format(count=len(findings))
    rest = len(findings) - _MOST
    more = f"<p>{words['more'].format(count=rest)}</p>" if rest > 0 else ""
    return (
        f'<link rel="stylesheet" href="{STYLE_PATH}">'
        f'<details class="lintas-lapisan" data-galat="{errors}" role="region" aria-label="{words["label"]}" '
        f'lang="{language}"{" open" if errors else ""}><summary>{title}</summary>'
        f"<ol>{''.join(map(_item, findings[:_MOST]))}</ol>{more}</details>"
    )


def _item(finding: Worded) -> str:
    span = finding.span
    place = ":".join(str(part) for part in (span.path, span.line, span.column) if part)
    return (
        f'<li class="lintas-{escape(finding.severity)}"><p><code>{escape(place)}</code> '
        f"<small>{escape(finding.code)}</small></p><p><strong>{escape(finding.message)}</strong></p>"
        f"<p>{escape(finding.remedy)}</p></li>"
    )


# A build that ends while a page still loads would go unnoticed: livereload speaks only to pages that listen already.
SCRIPT = f"""\
"use strict";
const edition = document.currentScript.dataset.edisi;
async function compare() {{
  const answer = await fetch("{EDITION_PATH}", {{ cache: "no-store" }}).catch(() => null);
  if (answer?.ok && (await answer.text()) !== edition) location.reload();
}}
for (const pause of [400, 1200, 3000]) setTimeout(compare, pause);
document.addEventListener("visibilitychange", () => document.hidden || compare());
"""

STYLE = """\
.lintas-lapisan {
  all: revert; position: fixed; z-index: 2147483647; inset: auto 0 0 0; max-height: 60vh; overflow: auto;
  box-sizing: border-box; padding: 0 1.25rem; background: #fff8f6; color: #2a1512; color-scheme: light;
  border-top: 4px solid #b3261e; box-shadow: 0 -8px 32px rgb(0 0 0 / .25); font: 1rem/1.5 system-ui, sans-serif;
}
.lintas-lapisan * { all: revert; font: inherit; color: inherit; }
.lintas-lapisan[data-galat="0"] { background: #fffaf0; border-color: #8a5a00; left: auto; right: 1rem; }
.lintas-lapisan summary { padding: .75rem 0; font-weight: 700; cursor: pointer; }
.lintas-lapisan ol { margin: 0; padding: 0 0 1rem 1.5rem; max-width: 60rem; }
.lintas-lapisan li { margin: 0 0 1rem; }
.lintas-lapisan p { margin: .15rem 0; }
.lintas-lapisan code { font: .875rem/1.5 ui-monospace, monospace; background: #00000010; padding: .1rem .35rem; }
.lintas-lapisan small { font-size: .8125rem; opacity: .75; }
.lintas-lapisan strong { font-weight: 650; }
@media print { .lintas-lapisan { display: none; } }
.lintas-kosong { margin: 15vh auto; max-width: 40rem; padding: 0 1rem; font: 1.125rem/1.6 system-ui, sans-serif; }
"""
