"""Pages in Chromium that keep a list of everything that went wrong in them."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, Route

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTHS = (320, 768, 1280)
HEIGHT = 800
PATIENCE = 60_000
"""Milliseconds for anything that a page is waited for: it is spent only where something is wrong, or all is slow."""
ELSEWHERE = re.compile(r"^https?://(?!127\.0\.0\.1[:/])")
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OVERFLOWING = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll('*')]
    .filter(element => element.getBoundingClientRect().right > width + 1)
    .slice(0, 3).map(element => element.outerHTML.slice(0, 120));
}"""

Scheme = Literal["light", "dark"]


def find_chromium() -> str | None:
    """Return the Chromium that is on this machine, `$CHROMIUM` first."""
    named = os.environ.get("CHROMIUM")
    return next((found for name in ([named] if named else NAMES) if (found := shutil.which(name))), None)


@dataclass(kw_only=True)
class Visit:
    """A page in Chromium and what went wrong in it so far."""

    page: Page
    problems: list[str] = field(default_factory=list)

    def go(self, url: str) -> Page:
        """Open the address and wait until it has loaded."""
        self.page.goto(url, wait_until="load")
        return self.page

    def resize(self, width: int) -> None:
        """Make the window as wide as that, and lay the page out anew."""
        self.page.set_viewport_size({"width": width, "height": HEIGHT})

    def overflow(self) -> list[str]:
        """Return the first elements that make the page scroll sideways, if it does."""
        return [str(element) for element in self.page.evaluate(OVERFLOWING)]

    def axe(self) -> list[str]:
        """Return axe-core's violations, each as `rule: help: first nodes`."""
        # Evaluated, not added as a script element: the page's Content-Security-Policy forbids those, and rightly.
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        result = self.page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", AXE_RULES)
        return [
            f"{found['id']}: {found['help']}: " + "; ".join(node["html"][:160] for node in found["nodes"][:3])
            for found in result["violations"]
        ]


@contextmanager
def visiting(
    browser: Browser, *, width: int = 1280, scheme: Scheme = "light", javascript: bool = True, strict: bool = True
) -> Iterator[Visit]:
    """Give a fresh page; when it is left, fail on any console error or failed request (unless not strict)."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme=scheme,
        java_script_enabled=javascript,
        reduced_motion="reduce",
    )
    try:
        context.route(ELSEWHERE, _answer_nothing)
        context.set_default_timeout(PATIENCE)
        visit = Visit(page=context.new_page())
        _listen(visit)
        yield visit
        if strict and visit.problems:
            raise AssertionError("\n".join(visit.problems))
    finally:
        context.close()


def _answer_nothing(route: Route) -> None:
    # Tests reach no other machine: a picture from elsewhere is an empty one, anything else is empty.
    if route.request.resource_type == "image":
        route.fulfill(content_type="image/svg+xml", body='<svg xmlns="http://www.w3.org/2000/svg"/>')
    else:
        route.fulfill(status=200, body="")


def _listen(visit: Visit) -> None:
    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            visit.problems.append(f"{visit.page.url}: console: {message.text}")

    def on_response(response: Response) -> None:
        if response.status >= 400:
            visit.problems.append(f"{visit.page.url}: {response.status}: {response.url}")

    def on_failed(request: Request) -> None:
        if request.failure == "net::ERR_ABORTED":  # the visit went on before the request was done
            return
        visit.problems.append(f"{visit.page.url}: failed: {request.url}: {request.failure}")

    visit.page.on("console", on_console)
    visit.page.on("pageerror", lambda error: visit.problems.append(f"{visit.page.url}: script: {error}"))
    visit.page.on("response", on_response)
    visit.page.on("requestfailed", on_failed)
