"""Shared by all tests: the built example portal, once per session, and the way to Chromium."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.chromium import find

ROOT = Path(__file__).resolve().parents[1]
BASE_URL = "https://contoh.go.id/portal/"
NOW = "2026-11-25T09:00:00+07:00"


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="rewrite expected trees (refused under CI)")


@pytest.fixture(scope="session")
def update_golden(request):
    wanted = request.config.getoption("--update-golden")
    if wanted and os.environ.get("CI"):
        raise pytest.UsageError("--update-golden is refused under CI")
    return wanted


@pytest.fixture(scope="session")
def root():
    """The repository, which is itself the example portal."""
    return ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The example portal as `python build.py build` makes it, with everything switched on."""
    output = tmp_path_factory.mktemp("portal") / "_site"
    command = [sys.executable, "build.py", "build", "--quiet", "--output", str(output)]
    command += ["--base-url", BASE_URL, "--now", NOW]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return output


@pytest.fixture(scope="session")
def chromium():
    """Path of the Chromium to drive. Without one the test is skipped, under CI it fails."""
    path = find()
    if path is None and os.environ.get("CI"):
        pytest.fail("Chromium is missing; tests/browser/chromium.py installs it where that is allowed")
    if path is None:
        pytest.skip("Chromium is missing: install it, or set LINTAS_CHROMIUM to its path")
    return path
