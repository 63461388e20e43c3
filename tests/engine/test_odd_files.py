"""What journals can hold beside what is expected: loops, pipes, locked files, names that are no text, odd dates."""

from __future__ import annotations

import datetime as dt
import errno
import os
from pathlib import Path

import pytest

from journal_site.errors import ContentError, TemplateError
from tests.site_test import SiteTest

_NO_TEXT = os.fsdecode(b"caf\xe9.md")


@pytest.fixture
def journal(tmp_path: Path) -> SiteTest:
    test = SiteTest(tmp_path / "journal")
    test.write("entries/2026-03-01.md", "# Rye\n")
    return test


def _link(journal: SiteTest, path: str, target: str) -> None:
    (journal.root / path).parent.mkdir(parents=True, exist_ok=True)
    (journal.root / path).symlink_to(target)


@pytest.mark.parametrize(("path", "target"), [("self.md", "self.md"), ("loop", "."), ("gone.md", "nowhere.md")])
def test_links_among_entries_that_lead_to_nothing_are_passed_over(journal: SiteTest, path: str, target: str) -> None:
    _link(journal, f"entries/{path}", target)
    assert journal.build().entries == 1


@pytest.mark.parametrize("folder", ["static", "templates"])
def test_a_folder_that_holds_a_link_to_itself_is_taken_once(journal: SiteTest, folder: str) -> None:
    journal.write(f"{folder}/sub/odd.txt", "Here.\n")
    _link(journal, f"{folder}/sub/loop", ".")
    _link(journal, f"{folder}/sub/up", "..")
    _link(journal, f"{folder}/self", "self")
    journal.build()
    assert [path for path in journal.site() if path.endswith("odd.txt")] == ["sub/odd.txt"] * (folder == "static")


def test_what_links_lead_out_to_is_not_published(journal: SiteTest) -> None:
    secret = journal.root.parent / "secret.png"
    secret.write_text("Nobody's business.\n", encoding="utf-8")
    _link(journal, "entries/a.png", "../../secret.png")
    _link(journal, "files", "..")
    journal.write("entries/2026-03-02.md", "![A](a.png), [it](a.png), [again](../files/secret.png)\n")
    said = [one.message for one in journal.build().diagnostics]
    assert len(said) == 3
    assert all("leads out of the journal's folder" in message for message in said)
    assert not any(b"Nobody" in raw for raw in journal.site().values())
    _link(journal, "entries/b.md", "../../secret.png")
    with pytest.raises(ContentError, match=r"entries/b\.md: error: cannot be read: it is a link"):
        journal.build()


def test_a_source_may_itself_be_a_link(journal: SiteTest) -> None:
    journal.move("entries", "../vault")
    _link(journal, "entries", "../vault")
    journal.write("entries/2026-03-02.md", "[The list](list.pdf)\n")
    journal.write("entries/list.pdf", "Flour.\n")
    assert (journal.build().entries, journal.text("files/entries/list.pdf")) == (2, "Flour.\n")


def test_a_link_to_a_folder_elsewhere_is_followed_in_static(journal: SiteTest) -> None:
    journal.write("pictures/a.txt", "Here.\n")
    _link(journal, "static/one", "../pictures")
    _link(journal, "static/two", "../pictures")
    journal.build()
    assert {"one/a.txt", "two/a.txt"} <= journal.site().keys()


def test_a_pipe_that_a_text_names_is_not_waited_for(journal: SiteTest) -> None:
    os.mkfifo(journal.root / "entries" / "pipe.png")
    journal.write("entries/2026-03-02.md", "![A pipe](pipe.png) and [it](pipe.png)\n")
    assert [one.code for one in journal.build().diagnostics] == ["image-missing", "link-missing"]


@pytest.mark.parametrize("name", [_NO_TEXT, f"{_NO_TEXT}/2026-03-02.md"])
def test_an_entry_whose_name_is_no_text_is_told(journal: SiteTest, name: str) -> None:
    journal.write(f"entries/{name}", "# Wheat\n")
    with pytest.raises(ContentError) as caught:
        journal.build()
    assert [str(one) for one in caught.value.diagnostics] == [
        "entries/caf\\udce9.md: error: cannot be read: its name is not UTF-8 [source-unreadable]"
    ]


@pytest.mark.parametrize("name", [_NO_TEXT, f"{_NO_TEXT}/a.txt"])
def test_a_static_file_whose_name_is_no_text_is_told(journal: SiteTest, name: str) -> None:
    journal.write(f"static/{name}", "Here.\n")
    with pytest.raises(TemplateError, match=r"static/caf\\udce9\.md.*: its name is not UTF-8"):
        journal.build()


def test_folders_that_may_not_be_read_are_all_told(journal: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(place: str) -> object:
        if Path(place).name.startswith("locked"):
            raise PermissionError(errno.EACCES, "in the system's words")
        return scandir(place)

    for folder in ("locked-a", "locked-b"):
        journal.write(f"entries/{folder}/2026-03-02.md", "# Wheat\n")
    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(ContentError) as caught:
        journal.build()
    assert [str(one) for one in caught.value.diagnostics] == [
        "entries/locked-a/: error: cannot be read: permission is refused [source-unreadable]",
        "entries/locked-b/: error: cannot be read: permission is refused [source-unreadable]",
    ]


@pytest.mark.parametrize("path", ["static/a.txt", "templates/home.html"])
def test_files_of_the_theme_that_may_not_be_read_are_told(
    journal: SiteTest, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    journal.write(path, "Here.\n")
    refused = str(journal.root / path)
    monkeypatch.setattr(os, "access", lambda place, _: str(place) != refused)
    with pytest.raises(TemplateError, match=f"{path}: error: cannot be read: permission is refused"):
        journal.build()


@pytest.mark.parametrize("dates", [["0001-01-01"], ["0001-01-01", "0001-11-01"], ["9999-12-30"], ["9999-12-31"]])
def test_dates_at_the_ends_of_the_calendar_have_their_pages(tmp_path: Path, dates: list[str]) -> None:
    journal = SiteTest(tmp_path / "journal")
    journal.today = dt.date.fromisoformat(dates[-1])
    for date in dates:
        journal.write(f"entries/on-{date}.md", f"---\ntitle: Rye\ndate: {date}\n---\nGrain.\n")
    assert journal.build().entries == len(dates)
    for path in ("index.html", "stats/index.html"):
        page = journal.text(path)
        assert [date for date in dates if f"entries/on-{date}/" not in page] == []
