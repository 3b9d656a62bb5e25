"""`build.py serve` in a real browser: edits show by themselves, faults lie over the last good page."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.conftest import ROOT

RELEASE = "content/siaran-pers/2025/rapat.md"
TEXT = "---\njudul: Rapat pertama\ntanggal: 2025-07-04\n---\n\nIsi siaran pers.\n"
SETTINGS = "judul: Portal\nbase_url: https://contoh.go.id/portal/\nfitur:\n  wilayah: tidak\n  data_siaran: false\n"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform == "win32", reason="stops the server with SIGINT"),
]


@pytest.fixture
def portal(tmp_path):
    for path, text in {"content/situs.yaml": SETTINGS, RELEASE: TEXT}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def preview(portal):
    """The running server and its address; at the end it is stopped as Ctrl+C does, and must end quietly."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "build.py", "serve", "--root", str(portal), "--port", str(port)]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # as in a terminal
    )
    address = f"http://127.0.0.1:{port}/portal/"
    try:
        _wait(process, address)
        yield address
        process.send_signal(signal.SIGINT)
        errors = process.communicate(timeout=20)[1]
        assert process.returncode == 0, errors
        assert "Traceback" not in errors
    finally:
        process.kill()


def _wait(process, address):
    for _ in range(300):
        assert process.poll() is None, process.stderr.read()
        try:
            with urlopen(address):
                return
        except URLError:
            time.sleep(0.1)
    pytest.fail("the preview did not start")


def test_edits_faults_and_mending_show_by_themselves(browser, preview, portal):
    page = browser.new_page()
    page.set_default_timeout(20_000)
    release = portal / RELEASE
    page.goto(f"{preview}siaran-pers/2025/rapat/")
    assert page.inner_text("h1") == "Rapat pertama"
    release.write_text(TEXT.replace("pertama", "kedua"), encoding="utf-8")
    page.wait_for_function("document.querySelector('h1').innerText === 'Rapat kedua'")
    release.write_text(TEXT.replace("2025-07-04", "2025-02-30"), encoding="utf-8")
    page.wait_for_selector("details.lintas-lapisan[open]")
    assert page.inner_text("h1") == "Rapat kedua", "the last good page stays"
    assert f"{RELEASE}:3:10" in page.inner_text(".lintas-lapisan")
    release.write_text(TEXT, encoding="utf-8")
    page.wait_for_function("document.querySelector('h1').innerText === 'Rapat pertama'")
    assert page.query_selector(".lintas-lapisan") is None
    page.close()


def test_addresses_of_the_preview(preview, browser):
    page = browser.new_page()
    root = preview.removesuffix("portal/")
    answer = page.goto(f"{root}siaran-pers/2025/rapat")
    assert (answer.status, page.url) == (200, f"{root}siaran-pers/2025/rapat/")
    assert page.goto(f"{preview}tidak-ada/").status == 404
    assert page.request.get(f"{root}%2e%2e/content/situs.yaml").status == 404
    page.close()
