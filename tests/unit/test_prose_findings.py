"""What prose reports, at which place."""

import pytest

from lintas import prose


def found(body):
    outcome = prose.convert(body, "a.md", 1)
    return [(each.code, each.span.line, each.span.column) for each in outcome.diagnostics]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# Satu", [("SIA203", 1, 1)]),
        ("Judul\n=====", [("SIA203", 1, 1)]),
        ("## A\n\n#### B", [("SIA204", 3, 1)]),
        ("a\n\n##\n\nb", [("SIA205", 3, 1)]),
        ("a [b]()", [("SIA206", 1, 7)]),
        ("a [](https://a.go.id)", [("SIA207", 1, 4)]),
        ("a [b](javascript:x)", [("SIA208", 1, 7)]),
        ("a [b](siarn:x)", [("SIA208", 1, 7)]),
        ("a [b](/data/)", [("SIA209", 1, 7)]),
        ("a [b](www.bps.go.id/x)", [("SIA210", 1, 7)]),
        ("a [b](humas@a.go.id)", [("SIA210", 1, 7)]),
        ("a [b](https:/a.go.id)", [("SIA211", 1, 7)]),
        ("a [b](mailto:humas)", [("SIA211", 1, 7)]),
        ("a\n\n![](b.png)", [("SIA212", 3, 5)]),
        ("![b](http://a.id/b.png)", [("SIA213", 1, 6)]),
        ("a [^x] b", [("SIA214", 1, 3)]),
        ("a\n\n[^x]: b", [("SIA215", 3, 1)]),
        ("a[^x]\n\n[^x]: b\n[^x]: c", [("SIA216", 4, 1)]),
        ("a <blink>b</blink>", [("SIA217", 1, 3)]),
        ('a <b onclick="x">b</b>', [("SIA218", 1, 3)]),
        ("a\n\n```\nb", [("SIA219", 3, 1)]),
        ("Langkah:\n- a\n- b", [("SIA220", 2, 1)]),
        ("- a\n  - b", [("SIA221", 2, 1)]),
        ("a\u202eb", [("SIA222", 1, 2)]),
        ("a\n\n<!-- b\n\nc", [("SIA223", 3, 1)]),
        ("a <b>b\n\nc", [("SIA223", 1, 3)]),
        ("<div>\n\n**a** <b>b</b>\n\n</div>\n\n<ul><li>a<li>b</ul>", []),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", [("SIA224", 3, 1)]),
        ("## Satu\n\n[b](#sat)", [("SIA227", 3, 5)]),
        ("[a](siaran:x) [b](data:y-z#k) [c](tel:+62211234) [d](mailto:a@b.id?subject=x) [e](../x.md)", []),
        ("## Satu\n\n[b](#satu) `[c]()` 12 - 13", []),
    ],
)
def test_findings_have_places(body, expected):
    assert found(body) == expected


def test_hints_say_what_was_meant():
    def hint(body):
        return dict(prose.convert(body, "a.md", 1).diagnostics[0].args)["hint"]

    assert hint("[b](siarn:satu)") == "siaran:satu"
    assert hint("[b](www.bps.go.id)") == "https://www.bps.go.id"
    assert hint("[b](humas@a.go.id)") == "mailto:humas@a.go.id"
    assert hint("## Tujuan rapat\n\n[b](#tujuan-rapt)") == "tujuan-rapat"


def test_a_flood_of_findings_is_cut():
    findings = found("[a]() " * 300)
    assert len(findings) == 101
    assert findings[-1][0] == "SIA228"


def test_every_finding_once_and_in_order():
    findings = found("[a](/b)\n\n# c\n\n[d](/e) ![](f.png)")
    assert findings == sorted(findings, key=lambda each: each[1:])
    assert [code for code, *_ in findings] == ["SIA209", "SIA203", "SIA209", "SIA212"]
