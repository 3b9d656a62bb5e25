"""Find the Chromium of this computer; as a script, install it from Debian's packages where that is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def find() -> str | None:
    """Path of a Chromium or Chrome; LINTAS_CHROMIUM names one by hand."""
    named = os.environ.get("LINTAS_CHROMIUM")
    if named:
        return named
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in PLACES if Path(place).exists()), None)


def apt_get() -> list[str] | None:
    """The start of an apt-get command that may install packages, or None."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    allowed = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    return ["sudo", "-n", "apt-get"] if allowed else None


def install() -> str | None:
    command = apt_get()
    if command is None:
        return None
    print("make test: installing Chromium with apt-get for the browser tests", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for rest in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        subprocess.run([*command, *rest], check=True, env=environment, stdout=subprocess.DEVNULL)
    return find()


def main() -> int:
    path = find() or install()
    if path is not None:
        print(f"make test: browser tests use {path}")
        return 0
    print(
        "make test: Chromium tidak ditemukan dan tidak dapat dipasang sendiri, jadi uji peramban dilewati.\n"
        "Pasang Chromium atau Chrome, atau sebutkan letaknya: LINTAS_CHROMIUM=/path/chromium make test\n"
        "(No Chromium was found and none may be installed: the browser tests are skipped.)",
        file=sys.stderr,
    )
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
