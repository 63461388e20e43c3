"""Time what an author sees: from an entry's file being written to its new text being on the screen of Chromium."""

import statistics
import time

from playwright.sync_api import Page, sync_playwright

from benchmarks.live import SETTLE, serving
from benchmarks.measure import MARK, Subject, edit
from tests.browser.browsing import FLAGS, find_chromium

SCROLL = 150
WATCH = """wanted => {
  window.seen = new Promise(resolve => {
    const look = () => {
      if (!document.body.textContent.includes(wanted)) return;
      watcher.disconnect();
      // Two frames on, it has been painted.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, {subtree: true, childList: true, characterData: true});
  });
}"""


def measure_screen(subject: Subject, edits: int) -> float:
    """Return the median milliseconds over some edits of the entry that is open, and whose place must be kept."""
    entry = subject.entries[len(subject.entries) // 2]
    with serving(subject) as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1280, "height": 400})
        page.goto(f"http://127.0.0.1:{port}{subject.program.entry_url.format(entry.stem)}")
        page.evaluate("scroll => scrollTo(0, scroll)", SCROLL)
        milliseconds = []
        for number in range(30_000, 30_000 + edits):
            time.sleep(SETTLE)
            page.evaluate(WATCH, f"{MARK} {number}.")
            written = time.time()
            edit(entry, number)
            milliseconds.append(_seen(page) - written * 1000)
        browser.close()
    return statistics.median(milliseconds)


def _seen(page: Page) -> float:
    seen = float(page.evaluate("window.seen"))
    if page.evaluate("scrollY") != SCROLL:
        raise AssertionError("the page lost its place")
    return seen
