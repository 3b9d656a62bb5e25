"""Browser fixtures: the served portal, one Chromium, and pages that report what they must not do."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page, sync_playwright

from tests.browser.server import serving

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


@dataclass(slots=True)
class Visitor:
    """Opens pages of the portal and remembers console errors, failed requests and requests to anybody else."""

    browser: Any
    home: str
    faults: list[str] = field(default_factory=list)
    contexts: list[Any] = field(default_factory=list)

    def open(self, address: str, **settings: Any) -> Page:
        """Open `address`, relative to the home page; `settings` are those of a Playwright browser context."""
        settings = {"viewport": {"width": 1280, "height": 900}, "locale": "id-ID", **settings}
        context = self.browser.new_context(**settings)
        context.set_default_timeout(10_000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self._note(message.type in ("error", "warning"), message.text))
        page.on("pageerror", lambda error: self._note(True, str(error)))
        page.on(
            "requestfailed", lambda request: self._note("net::ERR_ABORTED" not in str(request.failure), request.url)
        )
        page.on("request", lambda request: self._note(not request.url.startswith(self.home), request.url))
        page.on("response", lambda answer: self._note(answer.status >= 400, f"{answer.status} {answer.url}"))
        page.goto(self.home + address)
        return page

    def _note(self, wrong: bool, text: str) -> None:
        if wrong:
            self.faults.append(text)


def accessibility_faults(page: Page, rules: tuple[str, ...] = WCAG) -> list[str]:
    """What axe-core finds against WCAG 2.2 A and AA, or against `rules` alone; one line each."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run({runOnly: rules})", list(rules))["violations"]
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.fixture(scope="session")
def home(site):
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser(chromium):
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"] if root else [])
        yield started
        started.close()


@pytest.fixture
def visitor(browser, home):
    """A `Visitor` whose pages must stay without console errors, failed requests and outside requests."""
    guest = Visitor(browser, home)
    yield guest
    for context in guest.contexts:
        context.close()
    assert guest.faults == []
