"""Nothing that is written in a sanitised journal runs in a browser, wherever it stands, with or without the policy.

In every run a sample of the strings; all of them under `make slow`.
"""

from __future__ import annotations

import json
import mimetypes
import shutil
import subprocess
import sys
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser import attacks
from tests.browser.browsing import ELSEWHERE, PATIENCE
from tests.browser.conftest import Serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ALL = attacks.STRINGS + attacks.UNCLOSED
SAMPLE = attacks.STRINGS[20::60]
AT_ONCE = 16
HARNESS = "<!doctype html><title>harness</title><body></body>"
LOAD = """addresses => Promise.all(addresses.map(address => new Promise(done => {
  const frame = document.createElement('iframe');
  frame.width = 600; frame.height = 400;
  const end = () => {
    const found = [];
    const page = frame.contentDocument;
    for (const one of page ? page.querySelectorAll('*') : []) {
      for (const {name, value} of one.attributes) {
        const said = value.replace(/[\\x00-\\x20]/g, '').toLowerCase();
        if (/^on/i.test(name) || (name !== 'title' && name !== 'alt' && name !== 'content' && name !== 'value'
            && !name.startsWith('data-') && !name.startsWith('aria-')
            && /^(javascript:|vbscript:|data:text\\/html|data:application)/.test(said)))
          found.push(`${address}: <${one.localName} ${name}="${value}">`);
      }
      if (/^(base|object|embed|frame|frameset|applet|portal)$/.test(one.localName)
          || (one.localName === 'meta' && one.httpEquiv === 'refresh' && !/^0; *url=[./]/.test(one.content)))
        found.push(`${address}: ${one.outerHTML.slice(0, 200)}`);
    }
    frame.remove();
    done(found);
  };
  frame.onload = () => setTimeout(end, 0);
  setTimeout(end, 20000);
  frame.src = address;
  document.body.append(frame);
}))).then(all => all.flat())"""
SHOWN = frozenset({"image/svg+xml", "application/xhtml+xml", "application/json", "application/rss+xml", "text/html",
                   "text/xml", "application/xml", "text/plain", "text/css", "text/javascript"})  # fmt: skip
"""Types of what a browser shows; all else it saves."""


def build(root: Path) -> Path:
    """Build a journal with the command; whatever is written there, it never fails."""
    command = [sys.executable, "-m", "journal_site", "build", "-q", "--source", str(root), "--today", "2026-11-30"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr[-3000:]
    return root / "_site"


@contextmanager
def opened(chromium: Browser, *, policy: bool) -> Iterator[tuple[BrowserContext, Page, list[str]]]:
    """Give a page, and the list of what has called `hit()` in it or in any frame of it."""
    hits: list[str] = []
    context = chromium.new_context(bypass_csp=not policy, accept_downloads=False)
    try:
        context.route(ELSEWHERE, lambda route: route.abort())
        context.set_default_timeout(PATIENCE)
        context.expose_binding("hit", lambda source: hits.append(source["frame"].url))
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.dismiss())
        yield context, page, hits
    finally:
        context.close()


def visit(page: Page, base: str, addresses: list[str]) -> list[str]:
    """Open all addresses, some at once, each in a frame; return what in them waits to be touched."""
    found: list[str] = []
    for start in range(0, len(addresses), AT_ONCE):
        page.goto(f"{base}harness.html")
        some = [
            base + urllib.parse.quote(one) if "?" not in one else base + one
            for one in addresses[start : start + AT_ONCE]
        ]
        found += page.evaluate(LOAD, some)
        assert page.url == f"{base}harness.html", f"it led away: {page.url}: {some}"
    return found


def openable(site: Path) -> list[str]:
    """Return all files of a site that a browser opens by itself."""
    files = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file())
    return [path for path in files if mimetypes.guess_type(path)[0] in SHOWN and ".gz" not in path]


def run_in(
    chromium: Browser, serve: Serve, site: Path, strings: tuple[str, ...], *, policy: bool
) -> tuple[int, list[str]]:
    """Open all of a site; return how many files were opened, and all that ran, or would at a touch."""
    (site / "harness.html").write_text(HARNESS, encoding="utf-8")
    base = serve(site)
    addresses = openable(site)
    addresses += [f"search/?q={urllib.parse.quote(one)}" for one in strings]
    addresses += [f"none/{urllib.parse.quote(one, safe='')}?{urllib.parse.quote(one)}" for one in strings]
    with opened(chromium, policy=policy) as (_, page, hits):
        waiting = visit(page, base, addresses)
        feed = site / "feed.json"
        for item in json.loads(feed.read_text(encoding="utf-8"))["items"] if feed.exists() else []:
            page.goto(f"{base}harness.html")
            page.evaluate("html => { document.body.innerHTML = html; }", item.get("content_html", ""))
        page.goto(f"{base}harness.html")  # what was still to run has run
    return len(addresses), hits + waiting


def try_all(
    tmp_path: Path,
    chromium: Browser,
    serve: Serve,
    strings: tuple[str, ...],
    policies: tuple[bool, ...] = (False, True),
) -> dict[str, int]:
    """Try strings in all places; return how many files were opened of each journal."""
    counts: dict[str, int] = {}
    ran: list[str] = []
    closed = tuple(one for one in strings if one not in attacks.UNCLOSED)
    attacks.lay_out(tmp_path / "mixed", strings, 20, dialect="[hugo, jekyll, obsidian, logseq, mkdocs]")
    if len(policies) > 1:
        attacks.lay_out(tmp_path / "plain", closed, 20, files=False)
        import_all(tmp_path, closed)
    for number, chunk in enumerate(attacks.chunks(strings, 20)):
        attacks.lay_out_texts(tmp_path / f"texts-{number}", chunk)
    for root in sorted(path for path in tmp_path.iterdir() if (path / "site.yaml").exists()):
        site = build(root)
        for policy in policies:
            asked = strings if root.name == "mixed" else ()
            counts[f"{root.name} {policy}"], found = run_in(chromium, serve, site, asked, policy=policy)
            ran += [f"{root.name}, policy {policy}: {one}" for one in found]
        if root.name.startswith("texts"):
            shutil.rmtree(root)
    assert ran == [], f"{len(ran)} ran:\n" + "\n".join(ran[:40])
    return counts


def import_all(tmp_path: Path, closed: tuple[str, ...]) -> None:
    """Import a log that has the strings in its days."""
    imported = tmp_path / "imported"
    imported.mkdir()
    (tmp_path / "LOG.md").write_text(attacks.log(closed, 20), encoding="utf-8")
    command = [sys.executable, "-m", "journal_site", "import", str(tmp_path / "LOG.md"), "--source", str(imported)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (imported / "site.yaml").exists(), done.stderr
    (imported / "site.yaml").write_text(attacks.SETTINGS, encoding="utf-8")


def test_nothing_of_a_sample_runs(tmp_path: Path, chromium: Browser, serve: Serve) -> None:
    counts = try_all(tmp_path, chromium, serve, SAMPLE, (False,))
    assert min(counts.values()) > 10


@pytest.mark.slow
def test_nothing_of_all_strings_runs(tmp_path: Path, chromium: Browser, serve: Serve) -> None:
    counts = try_all(tmp_path, chromium, serve, ALL)
    print(f"{len(ALL)} strings in {len(attacks.BODIES)} places of bodies, files opened: {counts}")  # noqa: T201 - figures
    assert sum(counts.values()) > 10_000


def test_what_nobody_cleans_runs(tmp_path: Path, chromium: Browser, serve: Serve) -> None:
    """The control: pages that hold the strings as they are run most of them, so that the tests above would see it."""
    strings = attacks.STRINGS[::6]
    root = tmp_path / "journal"
    attacks.lay_out(root, ("x",), 1, files=False)
    (root / "static").mkdir()
    for number, one in enumerate(strings):
        (root / f"static/{number}.html").write_text(f"<!doctype html><title>x</title>{one}", encoding="utf-8")
    _, found = run_in(chromium, serve, build(root), (), policy=False)
    ran = {number for number in range(len(strings)) if any(f"/{number}.html" in one for one in found)}
    assert len(ran) > len(strings) // 2, sorted(ran)
