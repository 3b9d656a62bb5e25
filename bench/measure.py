"""Run one command and tell what it cost. Reads the clock and starts processes; POSIX only (wait4)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes of one unit of ru_maxrss


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall and processor seconds of the whole process tree; `peak` is the largest single process, in MB."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run `command` in `folder`; raises SystemExit with its output when it fails.

    Compiled modules are kept between runs, as they are for whoever uses the program.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    log = folder / "bench.log"
    with log.open("wb") as stream:
        started = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, env=kept, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        tail = log.read_text(encoding="utf-8", errors="replace")[-4000:]
        raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}:\n{tail}")
    log.unlink()
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * MAXRSS_UNIT / 1e6)
