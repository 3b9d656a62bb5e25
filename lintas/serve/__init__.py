"""`build.py serve`: build, serve, watch, build again (effects: network, threads; runs until it is stopped)."""

from __future__ import annotations

import socket
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from lintas import reporters, settings
from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.pipeline import build
from lintas.reporters import Worded
from lintas.runs import OWN_THEME, Options, Result

__all__ = ["serve"]

HOST = "127.0.0.1"
_WORDS = {
    "id": {
        "ready": "Pratinjau di {address} – hentikan dengan Ctrl+C",
        "built": "Situs diperbarui: {drawn} dari {files} berkas dibuat baru",
        "kept": "Situs tidak diperbarui; halaman terakhir yang baik tetap ditampilkan",
    },
    "en": {
        "ready": "Preview at {address} – stop it with Ctrl+C",
        "built": "Site updated: {drawn} of {files} files made anew",
        "kept": "Site not updated; the last good pages stay",
    },
}


def serve(options: Callable[[], Options], port: int, language: str) -> Outcome[None]:
    """Serve until Ctrl+C. Comes back at once, with a diagnostic, when the port cannot be had.

    `options` is asked anew for each build, for the sake of its clock. The site is served under "/" and under the path
    of its configured address.
    """
    refused = _refused(port)
    if refused:
        return Outcome(None, refused)
    first = options()
    from lintas.serve.server import Preview, PreviewServer
    from lintas.serve.watching import Watch

    # Looked at before the build, so that what changes meanwhile is noticed.
    watch = Watch.of((first.root / "content", first.root / "datasets", _theme(first.root)))
    base = _base(first)
    try:
        preview = Preview(first.target, base, language, lambda: _rebuilt(options, language))
        preview.findings = preview.build()
        server = PreviewServer(preview, watch)
        _say(language, "ready", address=f"http://{HOST}:{port}{base}")
        server.serve(port=port, host=HOST, root=str(first.target))
    except KeyboardInterrupt:
        return Outcome(None)
    except OSError:
        return Outcome(None, _refused(port))
    preview.close()
    return Outcome(None)


def _rebuilt(options: Callable[[], Options], language: str) -> tuple[Worded, ...]:
    """Build once and report; a bug in the engine becomes a finding, so that the server lives on."""
    given = options()
    try:
        result = build(given)
    except Exception as error:
        result = Result((_bug(error),))
    if result.diagnostics:
        reporters.report(result.diagnostics, "text", language, given.root)
    if result.ok:
        _say(language, "built", drawn=result.drawn, files=result.files)
    else:
        _say(language, "kept")
    return tuple(reporters.worded(diagnostic, language) for diagnostic in result.diagnostics)


def _say(language: str, word: str, **facts: object) -> None:
    sys.stderr.write(_WORDS[language][word].format(**facts) + "\n")
    sys.stderr.flush()


def _base(options: Options) -> str:
    """Path of the configured address, "/" or "/repository/"."""
    try:
        data = (options.root / "content" / "situs.yaml").read_bytes()
    except OSError:
        data = b""
    path = urlsplit(options.base_url or settings.load(data, "content/situs.yaml").value.base_url).path
    return path if path.endswith("/") else path + "/"


def _theme(root: Path) -> Path:
    """The theme that a build of `root` wears."""
    own = root / "theme"
    return own if own.is_dir() else OWN_THEME


def _refused(port: int) -> tuple[Diagnostic, ...]:
    """A diagnostic when the port cannot be had."""
    with socket.socket() as probe:
        if sys.platform != "win32":  # there the option would let two servers share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return (fault("LAY101", Span(""), port=port, lain=port + 1 if 1023 < port < 65535 else 8000),)
    return ()


def _bug(error: Exception) -> Diagnostic:
    """A bug of the engine as the command line reports it; the trace goes to a file."""
    with tempfile.NamedTemporaryFile("w", prefix="lintas-", suffix=".txt", delete=False, encoding="utf-8") as file:
        traceback.print_exception(error, file=file)
    return fault("MES001", Span(""), kind=type(error).__name__, reason=error, trace=file.name)
