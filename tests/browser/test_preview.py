"""`journal serve` in a real browser: an edit is on screen at once, and the reader's place in the page is kept."""

import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Browse
from tests.browser.previewing import entry_file, previewing, write_entry, write_journal

COUNT_EVENTS = """() => {
  window.kinds = [];
  const events = new EventSource('/_journal/events');
  events.onmessage = event => window.kinds.push(JSON.parse(event.data).kind);
  return new Promise(resolve => { events.onopen = resolve; });
}"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "journal")


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with previewing(folder) as served:
        yield served


def mark(page: Page) -> None:
    """Leave something in the page that a reload would lose."""
    page.evaluate("window.notReloaded = true")


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("window.notReloaded === true"))


def requests(page: Page) -> set[str]:
    """Return a set that every address asked for from now on is added to, but for the icon: Chromium takes its time."""
    asked: set[str] = set()
    page.on("request", lambda request: None if request.url.endswith("/favicon.svg") else asked.add(request.url))
    return asked


def test_edit_is_shown_in_place(folder: Path, address: str, browse: Browse) -> None:
    with browse(width=768) as visit:
        page = visit.go(f"{address}entries/day-3/")
        mark(page)
        page.get_by_text("More", exact=True).click()
        page.evaluate("scrollTo(0, 700)")
        link = page.locator("main a[href]").first
        link.evaluate("link => link.focus({preventScroll: true})")
        focused = page.evaluate("document.activeElement.href")
        write_entry(folder, 3, "as changed")
        expect(page.get_by_text("The end is as changed.")).to_be_attached()
        assert is_marked(page)
        assert page.evaluate("scrollY") == 700
        assert page.evaluate("document.querySelector('details').open")
        assert page.evaluate("document.activeElement.href") == focused
        assert page.evaluate("'scripts' in document.documentElement.dataset")
        assert page.locator("button.theme[hidden], button.copy-link[hidden]").count() == 0


def test_an_edit_fetches_the_open_page_and_nothing_else(folder: Path, address: str, browse: Browse) -> None:
    """How long that takes, benchmarks/ say."""
    with browse() as visit:
        page = visit.go(f"{address}entries/day-3/")
        mark(page)
        asked = requests(page)
        for number in range(5):
            write_entry(folder, 3, f"change {number}")
            page.wait_for_function("wanted => document.body.textContent.includes(wanted)", arg=f"is change {number}.")
        assert is_marked(page)
        assert asked == {page.url}


def test_a_file_that_is_emptied_before_it_is_written_leaves_the_page_alone(
    folder: Path, address: str, browse: Browse
) -> None:
    with browse(strict=False) as visit:
        page = visit.go(f"{address}entries/day-3/")
        mark(page)
        asked = requests(page)
        with page.expect_response(lambda response: response.status == 404):
            entry_file(folder, 3).write_text("", encoding="utf-8")
        write_entry(folder, 3, "written at last")
        expect(page.get_by_text("The end is written at last.")).to_be_attached()
        assert is_marked(page)
        assert asked == {page.url}


def test_a_page_whose_file_stays_empty_says_that_it_is_gone(folder: Path, address: str, browse: Browse) -> None:
    with browse(strict=False) as visit:
        page = visit.go(f"{address}entries/day-3/")
        entry_file(folder, 3).write_text("", encoding="utf-8")
        expect(page.get_by_text("The end is as first written.")).to_have_count(0)
        write_entry(folder, 3, "back again")
        expect(page.get_by_text("The end is back again.")).to_be_attached()


def test_broken_front_matter_is_shown_over_the_last_good_page(folder: Path, address: str, browse: Browse) -> None:
    file = entry_file(folder, 3)
    good = file.read_text(encoding="utf-8")
    with browse() as visit:
        page = visit.go(f"{address}entries/day-3/")
        mark(page)
        file.write_text(good.replace("date: 2026-01-03", "date: 2026-02-30"), encoding="utf-8")
        overlay = page.locator("#journal-problems")
        expect(overlay).to_contain_text("entries/day-3.md:3:7")
        expect(overlay).to_contain_text("^")
        expect(page.get_by_text("The end is as first written.")).to_be_attached()
        file.write_text(good.replace("as first written", "mended"), encoding="utf-8")
        expect(overlay).to_have_count(0)
        expect(page.get_by_text("The end is mended.")).to_be_attached()
        assert is_marked(page)


def test_a_template_that_fails_is_shown_over_the_last_good_page(folder: Path, address: str, browse: Browse) -> None:
    own = folder / "templates/entry_end.html"
    with browse(strict=False) as visit:
        page = visit.go(f"{address}entries/day-3/")
        mark(page)
        own.parent.mkdir()
        own.write_text("{{ nothing.of.this }}", encoding="utf-8")
        overlay = page.locator("#journal-problems")
        expect(overlay).to_contain_text("templates/entry_end.html:1")
        expect(page.get_by_text("The end is as first written.")).to_be_attached()
        opened = visit.go(f"{address}entries/day-4/")
        expect(overlay).to_contain_text("templates/entry_end.html:1")
        own.unlink()
        expect(overlay).to_have_count(0)
        expect(opened.get_by_text("The end is as first written.")).to_be_attached()


def test_new_entry_appears_on_the_home_page(folder: Path, address: str, browse: Browse) -> None:
    with browse() as visit:
        page = visit.go(address)
        mark(page)
        write_entry(folder, 13, "new")
        expect(page.locator("a[href$='entries/day-13/']").first).to_be_attached()
        assert is_marked(page)
        page.locator("a[href$='entries/day-13/']").first.click()
        expect(page.locator("article .eyebrow")).to_contain_text("Day 13")


def test_removed_entry_goes(folder: Path, address: str, browse: Browse) -> None:
    with browse() as visit:
        page = visit.go(address)
        link = page.locator("a[href$='entries/day-12/']")
        assert link.count()
        entry_file(folder, 12).unlink()
        expect(link).to_have_count(0)


def test_styles_are_swapped_without_a_reload(folder: Path, address: str, browse: Browse) -> None:
    (folder / "static").mkdir()
    with browse() as visit:
        page = visit.go(address)
        mark(page)
        (folder / "static/style.css").write_text("h1 { color: rgb(1, 2, 3) }", encoding="utf-8")
        expect(page.locator("h1").first).to_have_css("color", "rgb(1, 2, 3)")
        assert is_marked(page)


def test_many_changes_cause_few_rebuilds(folder: Path, address: str, browse: Browse) -> None:
    with browse() as visit:
        page = visit.go(address)
        page.evaluate(COUNT_EVENTS)
        for number in range(300):
            text = f"---\ndate: 2025-{number // 28 + 1:02d}-{number % 28 + 1:02d}\n---\nPart {number}.\n"
            (folder / f"entries/part-{number}.md").write_text(text, encoding="utf-8")
        page.wait_for_function("() => window.kinds.includes('reloaded')")
        page.wait_for_timeout(2500)
        assert 1 <= page.evaluate("window.kinds.filter(kind => kind === 'reloaded').length") <= 3


def test_tab_survives_a_restart(folder: Path, browse: Browse) -> None:
    with browse(strict=False) as visit:
        with previewing(folder) as address:
            page = visit.go(f"{address}entries/day-3/")
            mark(page)
        write_entry(folder, 3, "written meanwhile")
        with previewing(folder, port=urlsplit(address).port or 0):
            expect(page.get_by_text("The end is written meanwhile.")).to_be_attached()
            assert is_marked(page)


def test_preview_writes_no_site(folder: Path, address: str, browse: Browse) -> None:
    before = ["entries", "site.yaml"]
    with browse() as visit:
        for path in ("", "entries/day-3/", "topics/reading/", "timeline/"):
            visit.go(address + path)
        write_entry(folder, 3, "changed")
        expect(visit.go(f"{address}entries/day-3/").get_by_text("The end is changed.")).to_be_attached()
    assert sorted(path.name for path in folder.iterdir() if path.name != ".journal") == before


def test_site_is_under_its_base_path(address: str, browse: Browse) -> None:
    assert urlsplit(address).path == "/journal/"
    with browse() as visit:
        root = address.removesuffix("journal/")
        assert visit.go(root).url == address


@pytest.mark.parametrize(("host", "status"), [("localhost", 200), ("evil.example", 400)])
def test_only_this_machines_names_are_answered(address: str, host: str, status: int) -> None:
    place = urlsplit(address)
    connection = http.client.HTTPConnection("127.0.0.1", place.port or 0, timeout=10)
    connection.request("GET", place.path, headers={"Host": f"{host}:{place.port}"})
    assert connection.getresponse().status == status
    connection.close()


@pytest.mark.parametrize("path", ["../site.yaml", "%2e%2e/site.yaml", "entries/../../site.yaml", "..%2fsite.yaml"])
def test_nothing_beside_the_site_is_served(address: str, path: str) -> None:
    place = urlsplit(address)
    connection = http.client.HTTPConnection("127.0.0.1", place.port or 0, timeout=10)
    connection.request("GET", place.path + path)
    answer = connection.getresponse()
    assert answer.status == 404
    assert b"A previewed journal\nurl" not in answer.read()
    connection.close()
