"""Small portals and the whole trees that they make, compared byte for byte.

A case is a folder with `input/` (the portal), `expected/` (the tree) and, where it needs them, `options.json`:
`now`, `base_url`, `theme` ("plain", the default, or "engine"), `leave_out` (patterns of files that are not compared),
`names` (patterns of files that must be there, whatever their bytes: pictures follow the libraries that encode them).
Files that are not text are kept as one line of size and SHA-256 in `expected/.biner`. The plain theme writes down what
a view holds, so that a change of the engine's theme rewrites no case but the one that wears it; there the digests in
the names of style sheet and scripts, which change with every rule, are replaced by zeros. XLSX, Parquet and ZIP are
off: their bytes follow the compression library; `tests/unit/test_packages.py` holds what is promised of them. So is
PDF, which follows the typesetter, in all cases but one: `tests/unit/test_typesetting.py`.

`pytest tests/golden --update-golden` rewrites the expected trees; look at the difference before committing it.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from lintas.publishers import PUBLISHERS
from lintas.reporters import text_report
from tests import portals

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/input"))
TEXT = {
    ".html", ".webmanifest", ".md", ".xml", ".txt", ".css", ".mjs", ".svg", ".csv", ".json", ".geojson", ".ics", ".ttl",
    "", ".nojekyll",
}  # fmt: skip
LIST = ".biner"
ICONS = ("aset/ikon-*.png", "favicon.ico")  # their bytes follow the libraries that draw them
SUMS = ("laporan/SHA256SUMS",)  # it changes with every other file
_DIGEST = re.compile(rb"(aset/(?:situs|js)\.)[0-9a-f]{10}")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_portal_makes_the_expected_tree(case, tmp_path, update_golden):
    options = read_options(case)
    shutil.copytree(case / "input", tmp_path / "portal")
    engine = options.get("theme") == "engine"
    if not engine:
        portals.write_all(portals.theme(), tmp_path / "portal")
    given = {key: options[key] for key in ("now", "base_url") if key in options}
    result = portals.build(tmp_path / "portal", output=tmp_path / "_site", **given)
    assert result.diagnostics == (), text_report(result.diagnostics)
    made = condensed(portals.tree(tmp_path / "_site"), options, engine)
    if update_golden:
        shutil.rmtree(case / "expected", ignore_errors=True)
        portals.write_all(made, case / "expected")
    expected = portals.tree(case / "expected")
    assert portals.differences(made, expected) == [], "run with --update-golden and look at the difference"


def read_options(case):
    file = case / "options.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def condensed(tree, options, engine):
    """The tree as it is kept in the repository: texts whole, other files as lines of a list."""
    kept, lines = {}, []
    for path, data in tree.items():
        if any(fnmatch(path, pattern) for pattern in (*SUMS, *options.get("leave_out", []))):
            continue
        if any(fnmatch(path, pattern) for pattern in (*ICONS, *options.get("names", []))):
            lines.append(f"- - {path}\n")
            continue
        if Path(path).suffix in TEXT:
            kept[path] = _DIGEST.sub(rb"\g<1>0000000000", data) if engine else data
        else:
            lines.append(f"{portals.checksum(data)} {len(data)} {path}\n")
    return kept | ({LIST: "".join(lines).encode()} if lines else {})


def listed(expected):
    """Paths of a kept tree, those in its list among them."""
    tree = portals.tree(expected)
    return [*tree, *(line.split(" ", 2)[2] for line in tree.get(LIST, b"").decode().splitlines())]


def test_every_publisher_is_covered():
    """Each publisher makes at least one file of some case."""
    signs = {
        "assets": "aset/*", "media": "media/*", "map_files": "*/peta.svg", "home": "index.html",
        "releases": "siaran-pers/*/*/index.html", "dataset_pages": "data/katalog.csv", "downloads": "data/*/SHA256SUMS",
        "regions": "wilayah/*/index.html", "kawasan": "kawasan/*/index.html", "institutions": "instansi/*/index.html",
        "topics": "topik/*/index.html", "statements": "404.html", "feeds": "umpan/siaran-pers.xml",
        "sitemap": "sitemap.xml",
        "chart_files": "data/*/grafik/*.svg", "quality": "mutu/index.html", "report": "laporan/index.html",
        "catalogue_files": "katalog.ttl", "dataset_metadata": "data/*/dcat.ttl",
        "dataset_versions": "data/*/v/*/index.html", "api": "api/v1/index.json", "citations": "CITATION.cff",
        "api_page": "api/index.html",
        "icons": "manifest.webmanifest", "llms": "llms.txt", "security": ".well-known/security.txt",
        "agenda": "jadwal.ics", "information": "ppid/daftar.csv",
        "corrections": "koreksi/koreksi.json", "addresses": "siaran-pers/2026/layanan-lama/index.html",
        "papers": "siaran-pers/*/*/*.pdf", "authenticity": "keaslian/manifes.json",
        "twins": "siaran-pers/*/*/index.md", "photos": "foto/*.avif", "card_files": "siaran-pers/*/*/kartu.png",
        "catalogue": "data/saring.json", "explorer_pages": "data/*/*/kolom/1.json", "embeds": "*/sematan/index.html",
        "untranslated": "mutu/terjemahan/index.html", "comparison": "bandingkan/index.html",
        "region_finder": "wilayah/cari.json",
    }  # fmt: skip
    libraries = {"chart_bundle", "search"}  # what these make follows Vega and Pagefind; unit and browser tests have them
    assert set(signs) | libraries == {publisher.name for publisher in PUBLISHERS}
    paths = [path for case in CASES for path in listed(case / "expected")]
    assert [name for name, sign in signs.items() if not any(fnmatch(path, sign) for path in paths)] == []


def test_rewriting_is_refused_under_ci(monkeypatch, pytester_command):
    monkeypatch.setenv("CI", "true")
    done = pytester_command("--update-golden")
    assert done.returncode != 0
    assert "refused under CI" in done.stdout + done.stderr


@pytest.fixture
def pytester_command():
    root = Path(__file__).resolve().parents[2]

    def run(*words):
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__, *words, "-k", "minimal"]
        return subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)

    return run
