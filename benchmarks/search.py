"""Weigh the search: what a reader transfers until a first result, and what the index adds to a build.

`python -m benchmarks.search --counts 1000 10000`
"""

import argparse
import gzip
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Response, sync_playwright

from benchmarks.corpus import write_corpus
from benchmarks.measure import STEPS, Subject, measure
from benchmarks.programs import find_programs
from tests.browser.browsing import FLAGS, find_chromium
from tests.browser.served import serve_folder

QUERIES = (
    "s",
    "postgres",
    "linkers",
    "hash table",
    "the page cache",
    "lifetims",
    "qu",
    '"the order of the two writes"',
)
"""A first letter, common and rare words, a mistyped one, the first letters of one, several words, a phrase."""


@dataclass(frozen=True, kw_only=True)
class Weight:
    """What one query costs a reader who opens the search for it, in bytes that gzip leaves."""

    query: str
    page: int
    """The search page with its style and scripts, before anything is typed."""
    first: int
    """That, and all that comes until the first result stands there."""
    excerpts: int
    """That, and the pages from which ten excerpts are cut."""


def main() -> None:
    """Build the corpus with and without the search, and print what it costs the reader and the author."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=[1000], help="entries (default: 1000)")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    for count in asked.counts:
        with tempfile.TemporaryDirectory() as folder:
            found, bare = (_subject(Path(folder), count, search) for search in ("true", "false"))
            measure([found, bare], asked.runs)
            added = [f"{step} {found.median(step) - bare.median(step):+.2f} s" for step in STEPS]
            print(f"{count:,} entries: the index adds {', '.join(added)} (median of {asked.runs})")
            for weight in weigh_search(found):
                print(
                    f"- {weight.query}: {weight.page / 1e3:.0f} KB for the page, {weight.first / 1e3:.0f} KB to the "
                    f"first result, {weight.excerpts / 1e3:.0f} KB with excerpts (gzip)",
                    flush=True,
                )


def _subject(folder: Path, count: int, search: str) -> Subject:
    own = folder / f"search-{search}"
    own.mkdir()
    entries = write_corpus(count, own, "journal")
    (own / "site.yaml").write_text(f"title: A measured journal\nsearch: {search}\ncards: false\n", encoding="utf-8")
    return Subject(program=find_programs(["journal"])[0], folder=own, entries=entries)


def weigh_search(subject: Subject) -> list[Weight]:
    """Return what each query costs in the site that the subject's program has built."""
    site = subject.folder / subject.program.output
    with serve_folder(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        weights = [_weigh(browser, site, address, query) for query in QUERIES]
        browser.close()
    return weights


def _weigh(browser: Browser, site: Path, address: str, query: str) -> Weight:
    with _transferring(browser, site, address) as (page, transferred):
        page.goto(f"{address}search/", wait_until="networkidle")
        opened = sum(transferred)
        page.fill("[name=q]", query)
        page.wait_for_selector("ol > li > a")
        first = sum(transferred)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(500)
        return Weight(query=query, page=opened, first=first, excerpts=sum(transferred))


@contextmanager
def _transferring(browser: Browser, site: Path, address: str) -> Iterator[tuple[Page, list[int]]]:
    """Give a fresh page, and the list in which what it fetches is weighed."""
    context = browser.new_context()
    page = context.new_page()
    transferred: list[int] = []

    def weigh(response: Response) -> None:
        path = site / response.url.removeprefix(address).partition("?")[0]
        path = path / "index.html" if path.is_dir() else path
        transferred.append(len(gzip.compress(path.read_bytes(), mtime=0)))

    page.on("response", weigh)
    yield page, transferred
    context.close()


if __name__ == "__main__":
    main()
