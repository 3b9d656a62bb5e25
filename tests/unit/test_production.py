"""A template that fails is a finding with its file and line, whatever the way in which it fails."""

import pytest

from tests import portals

SMALL = {
    "content/situs.yaml": b"judul: Portal Kecil\nfitur: {data_siaran: false, wilayah: tidak}\n",
    portals.release_path("2025", "satu"): portals.release("Kabar Satu", "2025-05-06"),
}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\n{% if %}", "TEM101"),
        ("\n{{ v.title|tidak_ada }}", "TEM101"),
        ('\n{% include "tidak-ada.html" %}', "TEM102"),
        ("\n{{ v.tidak_ada }}", "TEM103"),
        ("\n{{ v.title + 1 }}", "TEM106"),
        ("\n{{ 1 // 0 }}", "TEM106"),
        ("\n{% for x in 5 %}{% endfor %}", "TEM106"),
    ],
)
def test_a_template_that_fails_is_a_finding(tmp_path, text, code):
    root = portals.write({**SMALL, **portals.theme()}, tmp_path / "portal")
    assert portals.build(root).ok
    before = portals.tree(root / "_site")
    (root / "theme/templates/siaran.html").write_text(text, encoding="utf-8")
    found = portals.build(root).diagnostics
    assert [(d.code, d.span.path) for d in found] == [(code, "theme/templates/siaran.html")]
    assert code == "TEM102" or found[0].span.line == 2
    assert portals.tree(root / "_site") == before
