"""What the built portal promises of its weight, and that the whole of it holds together."""

import gzip
import hashlib
import json
import re
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup

from lintas.verify import tree
from tests.conftest import BASE_URL, ROOT

pytestmark = pytest.mark.site
BUDGET = 60_000
DATA = (".csv", ".xlsx", ".parquet", ".zip", ".pdf", ".geojson")
SIZE = re.compile(r"\d\s*(?:bita|bytes|kB|MB)\b")
MODULE = re.compile(r"""(?:from|import)\s*\(?\s*["'](\./[\w.-]+\.mjs)["']""")


@pytest.fixture(scope="module")
def verified(site):
    return tree.verify(site)


def test_nothing_is_wrong_with_the_finished_tree(verified, site):
    assert [str(finding) for finding in verified.diagnostics] == []
    seen = verified.value
    assert seen.base_url == BASE_URL
    assert seen.pages == len(list(site.rglob("*.html")))
    assert seen.links > 20_000
    assert seen.sums == seen.files - 2  # the list itself, and the file that tells of the machine


def test_checksums_can_be_checked_with_the_usual_program(site):
    done = subprocess.run(
        ["sha256sum", "--quiet", "--strict", "-c", "laporan/SHA256SUMS"], cwd=site, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_report_counts_what_is_there(site):
    record = json.loads((site / "laporan/laporan.json").read_text(encoding="utf-8"))
    checked = record["diperiksa"]
    assert checked["pages"] <= len(list(site.rglob("*.html")))
    assert checked["pages"] > 500
    assert checked["links"] > checked["anchors"] > 0
    lock = hashlib.sha256((ROOT / "requirements.lock").read_bytes()).hexdigest()
    assert record["requirements_lock_sha256"] == lock
    assert any("sha256sum" in line for line in record["perintah"])
    machine = json.loads((site / "laporan/mesin.json").read_text(encoding="utf-8"))
    assert machine["python"] == ".".join(map(str, sys.version_info[:3]))


def packed(path):
    return len(gzip.compress(path.read_bytes(), 6))


def scripts(start, names):
    """The start module, the modules that a page asks for, and what these import."""
    pending, seen = [start, *(start.parent / f"{name}.mjs" for name in names)], set()
    while pending:
        file = pending.pop()
        if file not in seen:
            seen.add(file)
            pending += [(file.parent / name).resolve() for name in MODULE.findall(file.read_text(encoding="utf-8"))]
    return seen


def weight(page, soup):
    """HTML, style sheets and scripts as they are sent."""
    files = {(page.parent / link["href"]).resolve() for link in soup.find_all("link", rel="stylesheet")}
    names = {element["data-module"] for element in soup.find_all(attrs={"data-module": True})}
    for script in soup.find_all("script", src=True):
        files |= scripts((page.parent / script["src"]).resolve(), names)
    return packed(page) + sum(packed(file) for file in files)


def test_a_release_weighs_little_and_nothing_holds_it_up(site):
    pages = sorted(site.glob("**/siaran-pers/[0-9]*/*/index.html"))
    assert len(pages) >= 3
    for page in pages:
        soup = BeautifulSoup(page.read_bytes(), "html.parser")
        assert weight(page, soup) <= BUDGET, page
        assert [s for s in soup.find_all("script", src=True) if s.get("type") != "module"] == []
        for image in soup.find_all("img"):
            assert image["width"].isdigit(), page
            assert image["height"].isdigit(), page


def test_the_size_stands_beside_each_data_file(site):
    lists = {"data/katalog.csv", "ppid/daftar.csv"}  # made of all pages, long after these were drawn
    seen = set()
    for page in [
        *site.glob("data/**/index.html"),
        *site.glob("siaran-pers/**/index.html"),
        *site.glob("luring/*.html"),
    ]:
        main = BeautifulSoup(page.read_bytes(), "html.parser").find("main")
        for link in main.find_all("a", href=re.compile(r"(?:\.csv|\.xlsx|\.parquet|\.zip|\.pdf|\.geojson)$")):
            target = (page.parent / link["href"]).resolve().relative_to(site.resolve()).as_posix()
            if "://" in link["href"] or target in lists:
                continue
            seen.add(target.rsplit(".", 1)[1])
            around = [link, link.parent, link.parent.parent]
            assert any(SIZE.search(each.get_text(" ")) for each in around), (page, target)
    assert {f".{kind}" for kind in seen} == set(DATA)
