"""`build.py serve`: build, serve, watch, build again (effects: network, threads; runs until it is stopped)."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.pipeline import OWN_THEME, Options, Result, build
from lintas.serve.overlay import Finding

__all__ = ["Edge", "Finding", "serve"]

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Edge:
    """What the command line lends to the preview: a clock inside `options`, a place to report to, and words."""

    options: Callable[[], Options]
    report: Callable[[Result], None]  # after each build
    words: Callable[[Diagnostic], Finding]
    ready: Callable[[str], None]  # the address, once it is served


def serve(edge: Edge, port: int, base: str = "/") -> Outcome[None]:
    """Serve until Ctrl+C. Comes back at once, with a diagnostic, when the port cannot be had.

    `base` is the path of the configured address, "/" or "/repository/"; the site is served under "/" as well.
    """
    refused = _refused(port)
    if refused:
        return Outcome(None, refused)
    first = edge.options()
    folders = (first.root / "content", first.root / "datasets", _theme(first.root))
    from lintas.serve.server import Preview, PreviewServer
    from lintas.serve.watching import Watch

    watch = Watch.of(folders)  # before the build, so that what changes meanwhile is noticed
    try:
        preview = Preview(first.target, base, lambda: rebuilt(edge), rebuilt(edge))
        server = PreviewServer(preview, watch)
        edge.ready(f"http://{HOST}:{port}{base}")
        server.serve(port=port, host=HOST, root=str(first.target))
    except KeyboardInterrupt:
        return Outcome(None)
    except OSError:
        return Outcome(None, _refused(port))
    preview.close()
    return Outcome(None)


def rebuilt(edge: Edge) -> tuple[Finding, ...]:
    """Build once and report; a bug in the engine becomes a finding, so that the server lives on."""
    try:
        result = build(edge.options())
    except Exception as error:
        result = Result((fault("LAY103", Span(""), error=f"{type(error).__name__}: {error}"),))
    edge.report(result)
    return tuple(map(edge.words, result.diagnostics))


def _theme(root: Path) -> Path:
    """The theme that a build of `root` wears."""
    own = root / "theme"
    return own if own.is_dir() else OWN_THEME


def _refused(port: int) -> tuple[Diagnostic, ...]:
    """Why the port cannot be had, nothing when it can."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            return (fault("LAY102", Span(""), port=port),)
        except OSError:
            return (fault("LAY101", Span(""), port=port, lain=port + 1 if port < 65535 else 8000),)
    return ()
