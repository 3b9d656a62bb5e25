"""Data Packages for tests: written below a temporary root, read and checked as the pipeline does."""

import hashlib
import json

from lintas import datasets, tables
from lintas.model import Source

FOLDER = "datasets/uji"
ABOUT = {
    "name": "uji",
    "title": "Uji",
    "description": "Contoh.",
    "licenses": [{"name": "CC-BY-4.0"}],
    "sources": [{"title": "Contoh"}],
    "contributors": [{"title": "Contoh"}],
}
KODE = {"name": "kode", "type": "string"}
NILAI = {"name": "nilai", "type": "integer"}


def table(fields=(KODE, NILAI), name="tabel", path="data/tabel.csv", **schema):
    return {"name": name, "path": path, "schema": {"fields": list(fields), **schema}}


def write(root, package, files):
    """`package` is an object, or the text of the descriptor; `files` are contents by path below the dataset folder."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    text = package if isinstance(package, str) else json.dumps(package, ensure_ascii=False)
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content if isinstance(content, bytes) else content.encode())


def sources(root):
    found = []
    for path in sorted(root.glob(f"{FOLDER}/**/*")):
        if path.is_file():
            data = path.read_bytes()
            name = path.relative_to(root).as_posix()
            found.append(Source(name, "dataset", hashlib.sha256(data).hexdigest(), len(data)))
    return tuple(found)


def load(root, package, files=None):
    write(root, package, files or {})
    return datasets.load(root, FOLDER, sources(root))


def check(root, resource, content, **about):
    """Diagnostics of `tables.check` and the facts of its first table, for one resource."""
    described = load(root, {**ABOUT, **about, "resources": [resource]}, {resource["path"]: content})
    assert described.diagnostics == ()
    outcome = tables.check(root, described.value)
    return outcome.diagnostics, outcome.value.tables[0]


def brief(diagnostics):
    return [(one.code, one.span.line, one.span.column) for one in diagnostics]
