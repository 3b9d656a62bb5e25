"""What a hostile portal must not achieve: a bug report, a lost finding, a write, or anything that a browser would run.

Every broken thing stands in a portal that also has two plain faults elsewhere; those must always be found too.
"""

import json
import time

import pytest

from lintas import pipeline
from lintas.diagnostics import Span, fault
from lintas.reporters import github_annotations, json_lines, source_line, text_report, worded
from tests.architecture.repository import messages
from tests.hostile import CANARIES, PORTAL, RELEASE, codes, descriptor, run, write

SITUS, TOPICS = "content/situs.yaml", "content/topik.yaml"
DESCRIPTOR, TABLE = "datasets/data/datapackage.json", "datasets/data/data/tabel.csv"
N = 20_000

YAML = {
    "tab": "\tjudul: a\n",
    "colon": "judul: a: b\n",
    "quote": 'judul: "a\n',
    "bracket": "judul: [a, b\n",
    "tag": 'judul: !!python/object/apply:os.system ["id"]\n',
    "bomb": "a: &a [x,x,x]\n" + "".join(f"b{i}: &b{i} [*a,*a,*a]\n" for i in range(9)),
    "surrogate": 'judul: "\\ud800"\n',
    "huge escape": 'judul: "\\UFFFFFFFF"\n',
    "deep flow": "judul: " + "[" * 100_000 + "\n",
    "deep block": "\n".join(" " * i + "a:" for i in range(1200)),
    "many keys": "\n".join(f"k{i}: a" for i in range(50_000)),
    "long value": "judul: " + "a" * 900_000 + "\n",
    "merge": "<<: {a: b}\njudul: a\n",
    "list": "- judul: a\n",
    "empty": "",
    "UTF-16": "judul: a\n".encode("utf-16"),
    "Windows-1252": "judul: Kañé\n".encode("cp1252"),
    "overlong": b"judul: \xc0\xaf\n",
    "CESU": b"judul: \xed\xa0\x80\n",
    "all bytes": bytes(range(256)),
}


@pytest.mark.parametrize("name", YAML)
def test_broken_yaml_hides_nothing_else(name, tmp_path):
    text = YAML[name] if isinstance(YAML[name], bytes) else YAML[name].encode()
    fenced = b"---\n" + text + b"\n---\nIsi.\n"
    broken = {SITUS: text, TOPICS: text, "content/instansi/rusak.yaml": text}
    broken |= {"content/siaran-pers/2025/rusak.md": fenced, "content/halaman/rusak.md": fenced}
    found = run(tmp_path, {**PORTAL, **CANARIES, **broken})
    assert {d.span.path for d in found} >= {*broken, "datasets/kenari/data/tabel.csv"}
    assert codes(found, "TAU") == set(), text_report(found)  # nothing that only follows from the broken topics


JSON = {
    "UTF-16": json.dumps(descriptor()).encode("utf-16"),
    "Windows-1252": b'{"name": "data", "title": "Ka\xf1\xe9"}',
    "cut": b'{"name": "data", "resources": [',
    "NaN": b'{"name": NaN}',
    "infinite": b'{"name": 1e400}',
    "huge integer": b'{"name": ' + b"9" * 100_000 + b"}",
    "deep": b"[" * 100_000,
    "surrogate": b'{"name": "data", "title": "\\ud800"}',
    "NUL": b'{"name": "da\0ta"}',
    "twice": b'{"name": "data", "name": "lain"}',
    "list": b"[]",
    "empty": b"",
}


@pytest.mark.parametrize("name", JSON)
def test_a_broken_descriptor_hides_nothing_else(name, tmp_path):
    found = run(tmp_path, {**PORTAL, **CANARIES, DESCRIPTOR: JSON[name]})
    assert DESCRIPTOR in {d.span.path for d in found}
    assert "TAU105" not in codes(found)


ODD = [
    7,
    1.5,
    True,
    "halo",
    [1],
    {"a": 1},
    [{"a": 1}],
    [[1]],
    "",
    [],
    {},
    "javascript:alert(1)",
    "../../x",
    "a\0b",
    "x" * 999,
]
KEYS = {
    (): ("name", "title", "description", "version", "created", "licenses", "sources", "contributors", "keywords",
         "resources", "profile", "$schema", "x-instansi", "x-topik", "x-cakupan-waktu", "x-cakupan-wilayah",
         "x-frekuensi", "x-diperbarui", "x-klasifikasi", "x-catatan", "x-peran"),
    ("resources", 0): ("name", "path", "data", "title", "format", "mediatype", "encoding", "profile", "profiles",
                       "type", "schema", "dialect", "bytes", "hash", "extrapaths", "scheme", "layout", "compression"),
    ("resources", 0, "schema"): ("fields", "primaryKey", "foreignKeys", "missingValues"),
    ("resources", 0, "schema", "fields", 0): ("name", "type", "format", "title", "constraints", "x-kode-wilayah",
                                              "x-satuan"),
}  # fmt: skip


@pytest.mark.parametrize("place", KEYS, ids=str)
def test_no_value_at_any_key_of_a_descriptor_is_a_bug(place, tmp_path):
    portal = {**PORTAL, **CANARIES}
    for key in KEYS[place]:
        for number, value in enumerate(ODD):
            package = descriptor(name=f"{key.strip('$')}-{number}".lower())
            holder = package
            for step in place:
                holder = holder[step]
            holder[key] = value
            folder = f"datasets/{key.strip('$')}-{number}".lower()
            portal |= {
                f"{folder}/datapackage.json": json.dumps(package),
                f"{folder}/data/tabel.csv": "kode,nilai\na,1\n",
            }
    run(tmp_path, portal)


BODIES = {
    "brackets": "[" * N, "links": "[a](" * N, "nested": "[" * 5000 + "]" * 5000, "images": "![" * N, "quotes": ">" * N,
    "lists": "- " * 3000 + "a", "indents": "\n".join("  " * i + "- a" for i in range(500)), "stars": "*a" * N,
    "underscores": "_a" * N, "ticks": "`a" * N, "tags": "<div>" * N, "open tags": "<a " * N, "comments": "<!--" * N,
    "entities": "&#" * N, "table": "|a" * 5000 + "\n" + "|-" * 5000, "notes": "[^a]" * N, "addresses": "<http://a" * N,
    "backslashes": "\\" * N, "fences": "```\n" * 5001, "invisible": "\u200b" * N, "one word": "a" * 900_000,
    "spaces": " " * 300_000, "lines": "\n" * 300_000, "bad links": "[a](topik:xx) " * 3000,
}  # fmt: skip


def test_no_body_takes_long(tmp_path):
    for name, body in BODIES.items():
        begun = time.process_time()
        found = run(
            tmp_path / name, {**PORTAL, **CANARIES, RELEASE: f"---\njudul: A\ntanggal: 2025-07-04\n---\n{body}"}
        )
        text_report(found, excerpt=source_line(tmp_path / name / "portal"))
        assert time.process_time() - begun < 10, name


def test_a_table_cannot_flood_or_hang(tmp_path):
    tables = {
        "pendek": "kode,nilai\n" + "x\n" * 30_000, "koma": "," * 1_000_000, "kutip": '"' * 100_001,
        "biner": bytes(range(256)) * 100, "kosong": "", "kembar": "kode,kode\na,1\n",
        "sel": "kode,nilai\n" + "x" * 2_000_000,
    }  # fmt: skip
    portal = {**PORTAL, **CANARIES}
    for name, text in tables.items():
        portal |= {
            f"datasets/{name}/datapackage.json": json.dumps(descriptor(name=name)),
            f"datasets/{name}/data/tabel.csv": text,
        }
    begun = time.process_time()
    found = run(tmp_path, portal)
    assert time.process_time() - begun < 20
    assert {d.span.path.split("/")[1] for d in found} >= set(tables)
    assert len(found) < 2000


def test_paths_lead_nowhere_else(tmp_path):
    paths = (
        "../../content/situs.yaml", "/etc/passwd", "data/../data/tabel.csv", "..\\x", "C:\\x.csv", "~/x",
        "%2e%2e/x.csv", "file:///etc/passwd", "https://contoh.id/x.csv", "data", ".", "data/tabel.csv\0", "x" * 5000,
        "data:text/csv,a",
    )  # fmt: skip
    portal = {**PORTAL, **CANARIES}
    for key in ("path", "schema", "dialect", "profile"):
        for number, path in enumerate(paths):
            package = descriptor(name=f"{key}-{number}")
            package["resources"][0][key] = path
            portal |= {f"datasets/{key}-{number}/datapackage.json": json.dumps(package)}
            portal |= {f"datasets/{key}-{number}/data/tabel.csv": "kode,nilai\na,1\n"}
    blamed = {d.span.path.split("/")[1] for d in run(tmp_path, portal) if d.span.path.startswith("datasets/")}
    assert blamed >= {
        f"{key}-{number}" for key in ("path", "schema", "dialect", "profile") for number in range(len(paths))
    }


def test_what_only_follows_from_a_refused_file_is_not_reported(tmp_path):
    portal = {**PORTAL, **CANARIES, "content/media/rapat.png": b"x" * 10_000_001, DESCRIPTOR: "{", TOPICS: "- {slug: a"}
    portal |= {"content/instansi/pusat.yaml": b"x" * 1_000_001, SITUS: b"x" * 1_000_001}
    found = run(tmp_path, portal)
    assert codes(found, "TAU") == set()
    assert "KFG001" not in codes(found)


def test_every_form_of_the_report_is_sound(tmp_path):
    nasty = {
        RELEASE: '---\njudul: "::error::a%0A\\u202e\x1b[31m"\ntanggal: 2025-02-30\n%,: x\n---\n[a](topik:<b>%0a)\n'
    }
    found = run(tmp_path, {**PORTAL, **CANARIES, **nasty})
    for language in ("id", "en"):
        for line in json_lines(found, language).splitlines():
            record = json.loads(line)
            assert {"code", "severity", "path", "line", "column", "message", "remedy"} <= set(record)
            assert record["message"].isprintable()
    lines = github_annotations(found).splitlines()
    assert len(lines) == len(found)
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines)
    assert "\x1b" not in text_report(found, excerpt=source_line(tmp_path / "portal"))


def test_the_site_that_stands_is_left_alone(tmp_path):
    root, output = tmp_path / "portal", tmp_path / "_site"
    write(root, PORTAL)
    options = pipeline.Options(root=root, now="2026-01-01T00:00:00Z", output=output, jobs=1)
    assert pipeline.build(options).ok
    before = {path: path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()}
    write(root, {TABLE: "kode,nilai\na,satu\n"})
    assert not pipeline.build(options).ok
    assert {path: path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()} == before


def test_a_message_without_a_hint_leaves_no_torso():
    for code in sorted(messages()):
        for language in ("id", "en"):
            said = worded(fault(code, Span("a"), hint=""), language)
            assert not said.remedy.endswith((":", ",")), (code, said.remedy)
            assert "hint" not in said.message + said.remedy, code
