"""Dead links and anchors, ids twice, and the limits of the host."""

import pytest

from lintas import verify


def findings(
    html, path="data/x/index.html", root="../../", planned=("index.html", "data/x/index.html", "data/x/a b.csv")
):
    targets, own = verify.page(path, html, root)
    pages = {"index.html": '<p id="ada">', path: html}
    return [(d.code, dict(d.args)) for d in (*own, *verify.links(targets, {*planned, path}, pages.__getitem__))]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../../">x</a>',
        '<a href="../../#ada">x</a>',
        '<a href="../../index.html">x</a>',
        '<a href="./">x</a><a href="../x/">x</a>',
        '<a href="a%20b.csv">x</a>',
        '<a href="a%20b.csv?versi=1">x</a>',
        '<a href="tel:+62215551234">x</a>',
        '<a href="#sini">x</a><p id="sini">',
        '<a href="https://lain.go.id/x">x</a><a href="mailto:a@b.id">x</a><a href="//cdn/x">x</a>',
        '<code>&lt;a href="tidak/"&gt; dan &lt;p id="a"&gt; dan id="a"</code>',
        '<p title="x" id="a"><p id="b">',
    ],
)
def test_what_leads_somewhere_is_silent(html):
    assert findings(html) == []


@pytest.mark.parametrize(
    ("html", "code", "target"),
    [
        ('<a href="../../tidak/">x</a>', "LUA201", "tidak/index.html"),
        ('<a href="../../data">x</a>', "LUA201", "data"),
        ('<img src="../../media/x.png">', "LUA201", "media/x.png"),
        ('<a class="b" href="../../../luar/">x</a>', "LUA201", "../luar/index.html"),
        ('<a href="../../#tidak">x</a>', "LUA202", "index.html"),
        ('<a href="#tidak">x</a>', "LUA202", "data/x/index.html"),
        ('<code>id="tidak"</code><a href="#tidak">x</a>', "LUA202", "data/x/index.html"),
    ],
)
def test_a_link_to_what_is_not_there_is_found(html, code, target):
    assert [(c, args["target"]) for c, args in findings(html)] == [(code, target)]


def test_links_of_the_page_for_missing_addresses_start_at_the_base_path():
    html = '<a href="/portal/data/x/">x</a><a href="/portal/">x</a><a href="/portal/tidak/">x</a>'
    assert findings(html, "404.html", "/portal/") == [("LUA201", {"target": "tidak/index.html"})]


def test_an_id_that_stands_twice_is_found_once():
    assert findings('<p id="a"><p id="a"><p id="a"><p id="b">') == [("LUA203", {"id": "a"})]


def test_files_and_trees_that_the_host_refuses_are_found(monkeypatch):
    monkeypatch.setattr("lintas.verify.hosting.LIMIT_FILE", 10)
    monkeypatch.setattr("lintas.verify.hosting.LIMIT_TREE", 25)
    assert list(verify.limits({"a": 10, "b": 10})) == []
    found = [(d.code, d.span.path) for d in verify.limits({"a": 10, "c": 11, "b": 10})]
    assert found == [("LUA204", "c"), ("LUA205", "")]
