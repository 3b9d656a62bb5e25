"""The livereload server, taught to serve the built tree, to rebuild off its loop and to speak of faults.

Effects: network, threads. livereload's own polling ignores changes within three seconds of the last reload and
reloads before a rebuild has ended; here a reload is sent when, and only when, a build has ended.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado import web
from tornado.ioloop import IOLoop
from tornado.iostream import StreamClosedError

from lintas.reporters import Worded
from lintas.serve.overlay import EDITION_PATH, SCRIPT, SCRIPT_PATH, STYLE, STYLE_PATH, adapted, waiting_page
from lintas.serve.watching import Watch

_PAUSE = 0.15  # seconds between two looks at the sources
_SHARE = 5  # looking may take one part in this many of the time
TYPES = {".geojson": "application/geo+json", ".md": "text/markdown", ".mjs": "text/javascript", ".woff2": "font/woff2"}
OTHER = "application/octet-stream"


@dataclass(slots=True)
class Preview:
    """What the handlers share: the tree, the findings of the last build, and the build under way."""

    tree: Path
    base: str  # "/" or "/repository/"
    language: str
    build: Callable[[], tuple[Worded, ...]]
    findings: tuple[Worded, ...] = ()
    builds: int = 0
    running: asyncio.Future[Any] | None = None
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "pembangunan"))

    async def rebuild(self) -> None:
        self.running = asyncio.get_running_loop().run_in_executor(self.pool, self.build)
        try:
            self.findings = await self.running
        finally:
            self.running = None
            self.builds += 1
        LiveReloadHandler.reload_waiters("/")

    def edition(self) -> str:
        """Names the last build; another run of the server never uses the same name."""
        return f"{os.getpid()}-{self.builds}"

    def file(self, path: str) -> Path | None:
        """The file behind an address, None when there is none or when it lies outside of the tree."""
        root = self.tree.resolve()
        try:
            place = (root / path).resolve()
            place = place / "index.html" if place.is_dir() else place
            return place if place.is_relative_to(root) and place.is_file() else None
        except (OSError, ValueError):
            return None

    def close(self) -> None:
        """Let go of the builder; a build under way ends without being waited for."""
        self.pool.shutdown(wait=False, cancel_futures=True)

    async def settle(self) -> None:
        """Wait for the build under way, which may be about to put a missing file in place."""
        if self.running is not None:
            await asyncio.wait([self.running])


class Sources(Watcher):  # type: ignore[misc]
    """livereload's watcher interface over `Watch`: looks by itself and builds, so the server has nothing to poll."""

    def __init__(self, watch: Watch, preview: Preview) -> None:
        super().__init__()
        self.watch(".")  # keeps livereload from watching the working directory; never looked at
        self._sources = watch
        self._preview = preview

    def start(self, _callback: Callable[[], None]) -> bool:
        IOLoop.current().spawn_callback(self._look)
        return True

    async def _look(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            started = loop.time()
            if self._sources.settled_change():
                await self._preview.rebuild()
            await asyncio.sleep(max(_PAUSE, min(_SHARE * (loop.time() - started), 1.0)))


class Pages(web.RequestHandler):
    """Files of the built tree; HTML is adapted on its way."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")

    def compute_etag(self) -> None:
        """None: every answer is given anew."""

    async def get(self, path: str) -> None:
        file = self.preview.file(path)
        if file is None:
            await self.preview.settle()
            file = self.preview.file(path)
        if file is None:
            self.set_status(404)
            file = self.preview.file("404.html")
            await self._send("text/html", file.read_bytes() if file else waiting_page())
        elif file.name == "index.html" and path and not path.endswith(("/", file.name)):
            self.redirect(self.request.path + "/", permanent=False)
        else:
            await self._send(TYPES.get(file.suffix) or guess_type(file.name)[0] or OTHER, file.read_bytes())

    head = get

    async def _send(self, media_type: str, data: bytes) -> None:
        page = media_type == "text/html"
        text = page or media_type.startswith("text/")
        self.set_header("Content-Type", f"{media_type}; charset=UTF-8" if text else media_type)
        if page:
            data = adapted(data, self.preview.findings, self.preview.edition(), self.preview.language)
        with contextlib.suppress(StreamClosedError):  # the browser went on before all of it was sent
            await self.finish(data)


class Addition(web.RequestHandler):
    """A small text of the preview itself: its style, its script, the name of the current build."""

    def initialize(self, media_type: str, text: Callable[[], str]) -> None:
        self.media_type = media_type
        self.text = text

    def get(self) -> None:
        self.set_header("Content-Type", f"{self.media_type}; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(self.text())


class PreviewServer(Server):  # type: ignore[misc]
    """livereload's server with the handlers above."""

    def __init__(self, preview: Preview, watch: Watch) -> None:
        super().__init__(watcher=Sources(watch, preview))
        self.preview = preview

    def get_web_handlers(self, _script: str) -> list[tuple[object, ...]]:
        """Relative links work under any path; the configured one is served too, as 404.html names it."""
        options = {"preview": self.preview}
        handlers: list[tuple[object, ...]] = [
            (STYLE_PATH, Addition, {"media_type": "text/css", "text": lambda: STYLE}),
            (SCRIPT_PATH, Addition, {"media_type": "text/javascript", "text": lambda: SCRIPT}),
            (EDITION_PATH, Addition, {"media_type": "text/plain", "text": self.preview.edition}),
        ]
        if self.preview.base != "/":
            handlers.append((f"{self.preview.base}(.*)", Pages, options))
        return [*handlers, (r"/(.*)", Pages, options)]

    def _setup_logging(self) -> None:
        """The terminal is for findings: no line for each request."""
        for name in ("livereload", "tornado.access", "tornado.general", "tornado.application"):
            logging.getLogger(name).setLevel(logging.ERROR)
        logging.getLogger("tornado").addHandler(logging.StreamHandler())
