"""What a run is told: the command line, the environment and the clock, read here and nowhere below."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lintas.runs import Options


def options(args: argparse.Namespace, root: Path) -> Options:
    from lintas.runs import Options

    return Options(
        root=root,
        now=now(args),
        output=Path(os.path.abspath(args.output)) if args.output else None,
        base_url=args.base_url or "",
        jobs=args.jobs,
        cache=not args.no_cache,
        once=os.environ.get("CI", "").casefold() not in ("", "0", "false"),
        commit=_commit(root),
        machine=_machine(),
        secret=os.environ.get("LINTAS_KUNCI", "").strip(),
        password=os.environ.get("LINTAS_KUNCI_SANDI", ""),
    )


def _commit(root: Path) -> str:
    """The commit that is checked out in the portal's folder; in an action without git what GitHub says it is."""
    from lintas import repository

    return repository.head(root, os.environ.get("GITHUB_SHA", ""))


def _machine() -> tuple[tuple[str, str], ...]:
    """Facts of this machine for the report of the build."""
    from lintas.cache import engine_digest

    system = f"{sys.platform} {platform.machine()}"
    return (("python", platform.python_version()), ("sistem", system), ("mesin_lintas", engine_digest()))


def now(args: argparse.Namespace) -> str:
    """The instant that counts as present: --now, else SOURCE_DATE_EPOCH (reproducible-builds.org), else the clock."""
    if args.now:
        return str(args.now)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
