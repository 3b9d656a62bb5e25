"""The entry point explains itself where Python is too old or packages are missing."""

import subprocess
import sys
from pathlib import Path

import pytest

import build

SCRIPT = Path(build.__file__)


def test_missing_packages_are_named_with_the_remedy():
    done = subprocess.run([sys.executable, "-S", SCRIPT, "check"], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1
    assert "frictionless" in done.stderr
    assert "pip install --require-hashes -r requirements.lock" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_old_python_is_refused(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 14))
    with pytest.raises(SystemExit, match=r"3\.11"):
        build.run()
