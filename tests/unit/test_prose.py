"""Markdown → Prose: what comes out, and that it is safe whatever goes in."""

import pytest

from lintas import prose


def convert(body, **options):
    return prose.convert(body, "content/halaman/uji.md", 1, **options)


def html(body):
    return convert(body).value.html


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("**Tebal** dan *miring*.", "<p><strong>Tebal</strong> dan <em>miring</em>.</p>\n"),
        ("satu  \ndua", "<p>satu<br>\ndua</p>\n"),
        ("3. tiga\n4. empat", '<ol start="3">\n<li>tiga</li>\n<li>empat</li>\n</ol>\n'),
        ("* a\n* b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("> kutipan", "<blockquote>\n<p>kutipan</p>\n</blockquote>\n"),
        ('`a < b -- "c"`', '<p><code>a &lt; b -- "c"</code></p>\n'),
        ("``a ` b``", "<p><code>a ` b</code></p>\n"),
        ("```yaml\njudul: x\n\n# y\n```", "<pre><code>judul: x\n\n# y\n</code></pre>\n"),
        ("    kode", "<pre><code>kode\n</code></pre>\n"),
        (r"\*apa adanya\* \"lurus\"", '<p>*apa adanya* "lurus"</p>\n'),
        ("AT&T, &copy; &lt;b&gt; 1 < 2", "<p>AT&amp;T, © &lt;b&gt; 1 &lt; 2</p>\n"),
        ("[luar](https://a.go.id/?x=1&y=2)", '<p><a href="https://a.go.id/?x=1&amp;y=2">luar</a></p>\n'),
        ("<humas@a.go.id>", '<p><a href="mailto:humas@a.go.id">humas@a.go.id</a></p>\n'),
        ("<https://a.go.id/b>", '<p><a href="https://a.go.id/b">https://a.go.id/b</a></p>\n'),
        ("[a][b]\n\n[b]: https://a.go.id 'T'", '<p><a href="https://a.go.id" title="T">a</a></p>\n'),
        ('<span lang="en">word</span> x<sub>2</sub>', '<p><span lang="en">word</span> x<sub>2</sub></p>\n'),
    ],
)
def test_markdown(body, expected):
    outcome = convert(body)
    assert outcome.value.html == expected
    assert outcome.diagnostics == ()


def test_internal_links_become_slots_with_their_places():
    outcome = prose.convert("Lihat [a](siaran:satu) dan\n[b](../tentang.md#x), ![c](foto/c.png).", "a.md", 10)
    value = outcome.value
    assert 'href="slot:0"' in value.html
    assert 'src="slot:2" alt="c"' in value.html
    assert [(link.text, link.line, link.column) for link in value.links] == [
        ("siaran:satu", 10, 11),
        ("../tentang.md#x", 11, 5),
        ("foto/c.png", 11, 28),
    ]
    assert outcome.diagnostics == ()


def test_text_that_looks_like_a_slot_is_not_one():
    value = convert('`href="slot:7"` dan [a](data:x)').value
    assert value.html.count('="slot:') == 1
    assert "&quot;slot:7" in value.html


def test_headings_get_unique_ids_that_no_page_uses():
    value = convert("## Isi\n\n## Kota “Bekasi”\n\n### Kota Bekasi\n\n## 東京\n").value
    assert [heading.id for heading in value.headings] == ["bagian-isi", "kota-bekasi", "kota-bekasi-2", "subjudul"]
    assert value.headings[1].text == "Kota “Bekasi”"
    assert value.headings[2].level == 3


def test_a_table_stands_in_a_named_region_that_the_keyboard_reaches():
    found = html("| Kode | Jumlah |\n|---|--:|\n| 32.75 | 2 |\n\n| A |\n|---|\n| b |\n")
    assert '<div class="table-region" role="region" tabindex="0" aria-label="Tabel 1">' in found
    assert 'aria-label="Tabel 2"' in found
    assert '<th scope="col" class="num">Jumlah</th>' in found
    assert '<td class="num">2</td>' in found
    assert "style" not in found


def test_footnotes_are_numbered_by_reference_and_lead_back():
    outcome = convert("A[^b] B[^a] C[^b].\n\n[^a]: Satu.\n[^b]: Dua, lihat [^c].\n[^c]: Tiga.\n")
    found = outcome.value.html
    assert outcome.diagnostics == ()
    assert found.index('<li id="fn-1"><p>Dua') < found.index('<li id="fn-2"><p>Satu') < found.index('<li id="fn-3"')
    assert found.count('href="#fn-1"') == 2
    assert 'href="#fnref-1-2"' in found
    assert 'role="doc-endnotes" aria-label="Catatan kaki"' in found
    assert 'aria-label="Footnotes"' in convert("A[^b].\n\n[^b]: B.", language="en").value.html


def test_the_excerpt_is_plain_text_cut_between_words():
    body = "**Bekasi** – Satu &amp; dua[^1].\n\n## Judul\n\n" + "kata " * 100 + "\n\n[^1]: Catatan."
    text = convert(body).value.text
    assert text.startswith("Bekasi – Satu & dua. kata kata")
    assert text.endswith("kata…")
    assert len(text) <= 300


def test_the_instance_has_no_memory():
    first = convert("[a][b] *x\n\n[b]: https://a.go.id\n\n[^1]: y\n\n3. z")
    for other in ("> " * 60 + "x", "[" * 400, "*a **b*", "```\nx", "[a][b] [^1]\n\n1. z"):
        convert(other)
    assert convert("[a][b] *x\n\n[b]: https://a.go.id\n\n[^1]: y\n\n3. z") == first


@pytest.mark.parametrize(
    ("body", "gone"),
    [
        ("<script>alert(1)</script>", "alert"),
        ("<script>\nalert(1)\n\nalert(2)\n</script>\n\nteks", "alert"),
        ("<style>p{}</style>", "p{}"),
        ('<p onclick="x()">a</p>', "onclick"),
        ('<p style="color:red">a</p>', "style"),
        ('<iframe src="https://a.id"></iframe>', "iframe"),
        ("<svg onload=x></svg>", "svg"),
        ('<form action="x"><input></form>', "form"),
        ("<!-- rahasia\n\nsekali -->\n\nteks", "rahasia"),
        ('<a href="javascript:x">a</a>', "javascript"),
        ('<h2 id="isi" class="x">a</h2>', "isi"),
        ("[a](javascript:x)", "javascript"),
        ("[a](java&#115;cript:x)", "cript"),
        ("[a](data:text/html,x)", "data:"),
        ("[a](//a.go.id)", "a.go.id"),
        ("![a](https://a.go.id/a.png)", "img"),
        ("![a](data:image/png;base64,xx)", "img"),
        ('<a href="slot:9">a</a>', "slot"),
    ],
)
def test_nothing_that_runs_or_leads_astray_gets_out(body, gone):
    assert gone not in html(body)


@pytest.mark.parametrize(
    ("body", "limit"),
    [
        ("x" * 10_000_000, "SIA201"),
        ("x" * 200_000, "SIA225"),
        ("> " * 500 + "x", "SIA202"),
        ("[" * 50_000, ""),
        ("![" * 40_000, "SIA226"),
        ("[a](" * 20_000, "SIA226"),
        ("*a **b " * 10_000, "SIA226"),
        ("- " * 5_000 + "x", "SIA202"),
        ("<div>\n\n" * 5_000, ""),
        ("<b><a " * 8_000, ""),
        ("`a" * 40_000, ""),
        ("[^x]: [^x]\n" * 5_000, "SIA216"),
        ("# a\n" * 30_000, ""),
        ("\n" * 400_000, ""),
    ],
)
def test_hostile_bodies_end_in_findings(body, limit):
    codes = {diagnostic.code for diagnostic in convert(body).diagnostics}
    assert limit in codes or not limit


@pytest.mark.parametrize(
    "line",
    [
        "## Bagian {0}\n\n[a](#c{0})\n\n",
        "a[^x{0}]\n\n[^x{0}]: b\n\n",
        "[a{0}]\n\n[a{0}]: https://a.go.id/{0}\n\n",
        "##\n\n",
        "[a](x{0}y:z) ",
    ],
)
def test_cost_does_not_run_away_with_the_number_of_things(line):
    few, many = (convert("".join(line.format(i) for i in range(count))) for count in (50, 3000))
    assert {each.code for each in few.diagnostics} <= {each.code for each in many.diagnostics} | {"SIA226"}
