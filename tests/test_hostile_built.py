"""What a reader's browser gets from hostile but lawful content: text as typed, and nothing that runs."""

import json
import re
import zipfile
from html.parser import HTMLParser

import pytest

from lintas import pipeline, prose
from lintas.reporters import text_report
from tests.hostile import CANARIES, PORTAL, RELEASE, codes, descriptor, run, write

INJECTIONS = (
    "<script>alert(1)</script>",
    'a"><img src=x onerror=alert(1)>"',
    "</title><!-- ]]> --></script>",
    "{{ 49*101 }}{% include 'x' %}",
    'a="slot:0" &lt;b&gt; &amp;',
    "<a href=javascript:alert(1)>x</a>",
)
_VOID_SCHEMES = re.compile(r"\s*(?:javascript|data|vbscript|file|blob):|//", re.IGNORECASE)
_FORBIDDEN = ("iframe", "object", "embed", "base", "form", "style", "applet", "frame", "template", "marquee")


def engines(tag, given):
    """What the engine's own pages hold: inert parts for scripts, the form that leads to the search, frames' targets."""
    if tag == "template":
        return set(given) in ({"data-part"}, {"data-kind"}, {"data-status"}) or given == {"id": "hasil-gabungan"}
    if tag == "form":
        return given.get("role") == "search" and re.fullmatch(r"[./]*(?:en/)?cari/", given.get("action") or "")
    return tag == "base" and given == {"target": "_top"}


class Judge(HTMLParser):
    """Collects what a page must not hold: foreign scripts, handlers, styles, and addresses that run or leave."""

    def __init__(self):
        super().__init__()
        self.bad = []
        self.policy = False
        self.data = False
        self.text = ""

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        own = given.get("type") == "module" and re.fullmatch(r"[./]*aset/[\w./-]+\.mjs", given.get("src") or "")
        data = attrs in ([("type", "application/ld+json")], [("type", "application/json")])  # which no browser runs
        self.data = tag == "script" and data
        if (tag in _FORBIDDEN and not engines(tag, given)) or (tag == "script" and not own and not self.data):
            self.bad.append((tag, attrs))
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "ping", "background"):
                self.bad.append((tag, name, value))
            if name in ("href", "src", "action", "poster") and _VOID_SCHEMES.match(value or ""):
                self.bad.append((tag, name, value))
        self.policy |= given.get("http-equiv") == "Content-Security-Policy"

    def handle_data(self, data):
        if self.data:
            self.data = False
            json.loads(data)  # whole: nothing in it has ended the element
        self.text += data


def judge(html):
    page = Judge()
    page.feed(html)
    page.close()
    return page


def built(folder, files):
    """The pages of a portal that must build: path → judged page."""
    write(folder / "portal", files)
    output = folder / "_site"
    options = pipeline.Options(root=folder / "portal", now="2026-01-01T00:00:00Z", output=output, jobs=1)
    result = pipeline.build(options)
    assert result.ok, text_report(result.diagnostics)
    pages = {path.relative_to(output).as_posix(): judge(path.read_text("utf-8")) for path in output.rglob("*.html")}
    assert {path: page.bad for path, page in pages.items() if page.bad or not page.policy} == {}
    return output, pages


@pytest.mark.parametrize("text", INJECTIONS)
def test_text_in_every_field_is_shown_as_typed(text, tmp_path):
    typed = json.dumps(text)
    keys = ("tempat", "ringkasan", "peraturan", "orang", "foto", "narahubung")
    values = {
        "peraturan": f"[{typed}]",
        "orang": f"[{{nama: {typed}, jabatan: {typed}, instansi: {typed}}}]",
        "foto": f"[{{berkas: rapat.png, teks_alternatif: {typed}, takarir: {typed}, kredit: {typed}}}]",
        "narahubung": f"[{{nama: {typed}, unit: {typed}}}]",
    }
    front = "".join(f"{key}: {values.get(key, typed)}\n" for key in keys)
    column = {"title": text, "description": text, "x-konsep": text, "x-satuan": text}
    resource = {"name": "tabel", "path": "data/tabel.csv", "title": text, "description": text}
    resource["schema"] = {
        "fields": [{"name": "kode", "type": "string", **column}, {"name": "nilai", "type": "integer"}]
    }
    people = {"licenses": [{"name": "MIT", "title": text}], "sources": [{"title": text}]}
    people["contributors"] = [{"title": text, "role": text}]
    package = descriptor(
        title=text, description=text, keywords=[text], resources=[resource], **people, **{"x-catatan": [text]}
    )
    more = "fitur: {wilayah: tidak}\n"
    more += f"kontak: {{nama: {typed}, unit: {typed}, alamat: {typed}, telepon: {typed}}}\n"
    output, pages = built(tmp_path, {
        **PORTAL,
        "content/situs.yaml": f"judul: {typed}\nsemboyan: {typed}\ninstansi: pusat\n{more}",
        "content/instansi/pusat.yaml": f"nama: {typed}\nsingkatan: {typed}\nuraian: {typed}\nalias: [{typed}]\n",
        "content/topik.yaml": f"- {{slug: penduduk, nama: {typed}, uraian: {typed}}}\n",
        "content/halaman/tentang.md": f"---\njudul: {typed}\nringkasan: {typed}\n---\nIsi.\n",
        RELEASE: f"---\njudul: {typed}\ntanggal: 2025-07-04\ninstansi: [pusat]\ntopik: [penduduk]\n{front}---\nIsi.\n",
        "datasets/data/datapackage.json": json.dumps(package),
        "datasets/data/data/tabel.csv": 'kode,nilai\n"' + text.replace('"', '""') + '",1\n',
    })  # fmt: skip
    for path in ("index.html", "siaran-pers/2025/rapat/index.html", "data/data/index.html", "tentang/index.html"):
        assert " ".join(text.split()) in " ".join(pages[path].text.split()), path
    computed = re.compile(r"(?<![0-9a-f])4949(?![0-9a-f])")  # no part of a digest
    assert not any(computed.search(page.text) for page in pages.values())
    assert "<script" not in (output / "umpan/siaran-pers.xml").read_text("utf-8")


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "//jahat.id", "file:///etc/passwd", "https://a\\@b"],
)
def test_only_web_addresses_become_links(address, tmp_path):
    people = {key: [{"title": "A", "name": "A", "path": address}] for key in ("licenses", "sources", "contributors")}
    quoted = json.dumps(address)
    found = run(tmp_path, {
        **PORTAL, **CANARIES,
        "datasets/data/datapackage.json": json.dumps(descriptor(**people)),
        "content/instansi/pusat.yaml": f"nama: A\nsitus: {quoted}\n",
        RELEASE: f"---\njudul: A\ntanggal: 2025-07-04\nperaturan: [{{singkat: A, tautan: {quoted}}}]\n---\nIsi.\n",
    })  # fmt: skip
    assert sum(d.code == "DAT145" for d in found) == 3
    assert {d.span.path for d in found} >= {"content/instansi/pusat.yaml", RELEASE}


def test_no_text_of_the_public_attack_lists_runs():
    for text in (
        "<svg onload=alert(1)>", "<a href=' javascript:x'>a</a>", "[a](JaVaScRiPt:x)", "[a](&#106;avascript:x)",
        "[a](java\tscript:x)", "<javascript:x>", "[a]: javascript:x\n\n[a]", "![a](javascript:x)", "[a](\\\\jahat)",
        "<math><mtext></form><mglyph><style></math><img src onerror=x>", "<!-- --!><script>x</script> -->",
        "<noscript><p title='</noscript><img src=x onerror=x>'>", "<![CDATA[<script>x</script>]]>",
        "<a\nhref='javascript:x'>a", "| a |\n|-|\n| <script>x</script> |", "[^1]\n\n[^1]: <script>x</script>",
        "# <img src=x onerror=x>", '```"onx=1\na\n```', '[a](https://a.id/"onmouseover=x)', '<https://a.id/"onx=1>',
        "{: onclick=x}\na", "<base href='//a'>", "<details open ontoggle=x>",
    ):  # fmt: skip
        html = prose.convert(text, RELEASE, 1, "id").value.html
        assert judge(html).bad == [], (text, html)


def test_words_that_look_like_a_slot_stay_words(tmp_path):
    body = '[a](topik:penduduk "slot:3") \\"slot:4\\" ` href="slot:5"` href=\\"slot:9\\"\n\n    <a href="slot:0">\n'
    _, pages = built(tmp_path, {**PORTAL, RELEASE: f"---\njudul: A\ntanggal: 2025-07-04\n---\n{body}"})
    text = pages["siaran-pers/2025/rapat/index.html"].text
    assert all(f"slot:{number}" in text for number in (4, 5, 9, 0))


def test_cells_and_headings_are_no_formulas_and_points_come_through(tmp_path):
    names = ["=cmd|calc", "+a", "@b", "titik"]
    fields = [{"name": name, "type": "string"} for name in names[:3]] + [{"name": "titik", "type": "geopoint"}]
    resource = {"name": "tabel", "path": "data/tabel.csv", "schema": {"fields": fields}}
    output, _ = built(tmp_path, {
        **PORTAL,
        "content/situs.yaml": "judul: Portal\nfitur: {wilayah: tidak}\n",
        "datasets/data/datapackage.json": json.dumps(descriptor(resources=[resource])),
        "datasets/data/data/tabel.csv": ",".join(names) + '\n"=HYPERLINK(""http://a"")",-1,@x,"90.5,45"\n',
    })  # fmt: skip
    with zipfile.ZipFile(output / "data/data/tabel.xlsx") as book:
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/")]
    assert not any("<f>" in sheet for sheet in sheets)
    assert json.loads((output / "data/data/tabel.json").read_text("utf-8"))[0]["titik"] == "90.5,45"


def test_pictures_and_files_that_run_are_refused(tmp_path):
    active = (
        "<script>1</script>",
        "<a onload='x'/>",
        "<x:script/>",
        "<a href='&#106;avascript:x'/>",
        "<foreignObject/>",
    )
    pictures = {
        f"content/media/{n}.svg": f"<svg xmlns='http://www.w3.org/2000/svg'>{text}</svg>"
        for n, text in enumerate(active)
    }
    pages = {f"datasets/data/data/{n}": "<script>1</script>" for n in ("a.html", "b.xml", "c.svg", "d.js")}
    resources = [
        *descriptor()["resources"],
        *({"name": p[-6], "path": p.removeprefix("datasets/data/")} for p in pages),
    ]
    files = {**PORTAL, **CANARIES, **pictures, **pages}
    found = run(tmp_path, {**files, "datasets/data/datapackage.json": json.dumps(descriptor(resources=resources))})
    assert {d.span.path for d in found if d.code == "KFG310"} == set(pictures)
    assert "DAT146" in codes(found)
