"""What journals can hold beside what is expected: loops, pipes, locked files, names that are no text, odd dates."""

from __future__ import annotations

import datetime as dt
import errno
import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

import journal_site
from journal_site.errors import ConfigError, ContentError, OutputError, TemplateError
from tests.site_test import SiteTest

_VENDOR = Path(journal_site.__file__).parent / "_vendor"
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
def test_links_among_entries_that_lead_to_nothing_stop_nothing(journal: SiteTest, path: str, target: str) -> None:
    _link(journal, f"entries/{path}", target)
    report = journal.build()
    assert report.entries == 1
    assert [one.location.path for one in report.diagnostics] == [f"entries/{path}"] * path.endswith(".md")


def test_a_pipe_among_entries_is_told_and_not_waited_for(journal: SiteTest) -> None:
    os.mkfifo(journal.root / "entries" / "2026-03-02.md")
    report = journal.build()
    assert (report.entries, [one.code for one in report.diagnostics]) == (1, ["source-unreadable"])


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


@pytest.mark.parametrize(
    ("path", "target"), [("b.md", "../../secret.md"), ("b.ipynb", "../../secret.md"), ("more", "../../elsewhere")]
)
def test_a_link_among_entries_that_leads_out_is_told_and_stops_nothing(
    journal: SiteTest, path: str, target: str
) -> None:
    secret = journal.root.parent / "secret.md"
    secret.write_text("Nobody's business.\n", encoding="utf-8")
    (journal.root.parent / "elsewhere").mkdir()
    (journal.root.parent / "elsewhere/2026-03-02.md").write_text("Nobody's business.\n", encoding="utf-8")
    _link(journal, f"entries/{path}", target)
    report = journal.build()
    (told,) = report.diagnostics
    assert (told.severity, told.code, told.location.path) == ("warning", "source-unreadable", f"entries/{path}")
    assert "leads out of the journal's folder" in told.message
    assert report.entries == 1
    assert not any(b"Nobody" in raw for raw in journal.site().values())


def test_a_link_to_a_folder_of_the_journal_that_is_no_source_is_told(journal: SiteTest) -> None:
    journal.write("notes/2026-03-02.md", "# Wheat\n")
    journal.write("entries/more/2026-03-03.md", "# Spelt\n")
    for name, target in (("notes", "../notes"), ("again", "more"), ("up", ".."), ("self", ".")):
        _link(journal, f"entries/{name}", target)
    report = journal.build()
    assert (report.entries, report.diagnostics) == (2, ())
    assert [(one.path, one.line, one.reason) for one in report.left_out] == [
        ("entries/notes/", 0, "a link to a folder: name the folder itself under 'sources'")
    ]


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


@pytest.fixture
def bounded() -> Iterator[None]:
    """Fail, rather than wait for ever, where something is read that never ends."""

    def fail(*_: object) -> NoReturn:
        raise AssertionError("it takes too long")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def _endless(place: Path) -> None:
    place.symlink_to("/dev/zero")


def _socket(place: Path) -> None:
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as one:
        os.chdir(place.parent)  # a socket's path must be short
        one.bind(place.name)
        os.chdir(here)


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("make", [os.mkfifo, _endless, _socket, os.mkdir])
@pytest.mark.parametrize(
    "path",
    [".gitignore", "entries/.gitignore", "entries/a.md", "entries/a.ipynb", "entries/a.png", "static/a.txt",
     "templates/home.html", "pages/a.md", "fonts/a.ttf", "entries/README.md", ".gitattributes", "entries/2026.md"],
)  # fmt: skip
def test_what_is_no_file_is_not_waited_for(journal: SiteTest, path: str, make: Callable[[Path], None]) -> None:
    journal.write("site.yaml", "title: Bread\nurl: https://example.org/\ncards: true\ncard_font: fonts/b.ttf\n")
    (journal.root / "fonts").mkdir()
    (journal.root / "fonts/b.ttf").write_bytes((_VENDOR / "inter-regular.ttf").read_bytes())
    journal.write("entries/2026-03-02.md", "![A](a.png), [it](a.ipynb), [again](../fonts/a.ttf)\n")
    (journal.root / path).parent.mkdir(exist_ok=True)
    make(journal.root / path)
    assert journal.build().entries == 2
    assert journal.build().written == ()


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("make", [os.mkfifo, _endless, _socket, os.mkdir])
def test_a_font_that_is_no_file_is_told(journal: SiteTest, make: Callable[[Path], None]) -> None:
    journal.write("site.yaml", "title: Bread\nurl: https://example.org/\ncards: true\ncard_font: b.ttf\n")
    make(journal.root / "b.ttf")
    with pytest.raises(OutputError, match=r"b\.ttf: error: cannot be read as a font: (it is a|Is a dir)"):
        journal.build()


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("make", [os.mkfifo, _endless])
def test_settings_that_are_no_file_are_told(journal: SiteTest, make: Callable[[Path], None]) -> None:
    journal.remove("site.yaml")
    make(journal.root / "site.yaml")
    with pytest.raises(ConfigError, match=r"site\.yaml: error: cannot be read: it is a (pipe|device), not a file"):
        journal.build()


def test_what_links_in_static_lead_out_to_is_not_published(journal: SiteTest) -> None:
    journal.write("../private/notes.txt", "Nobody's business.\n")
    _link(journal, "static/notes.txt", "../../private/notes.txt")
    _link(journal, "static/sub/more", "../../../private")
    _link(journal, "static/passwd", "/etc/passwd")
    _link(journal, "static/gone", "/nowhere")
    _link(journal, "static/fine.txt", "../entries/2026-03-01.md")
    _link(journal, "templates/stats.html", "../../private/notes.txt")
    for _ in range(2):
        said = [one for one in journal.build().diagnostics if one.code == "link-outside"]
        assert [one.location.path for one in said] == [
            "static/gone", "static/notes.txt", "static/passwd", "static/sub/more", "templates/stats.html"
        ]  # fmt: skip
    site = journal.site()
    assert not any(b"Nobody" in raw or b"root:x:" in raw for raw in site.values())
    assert not {"passwd", "notes.txt", "gone"} & {path.rpartition("/")[2] for path in site}
    assert site["fine.txt"] == b"# Rye\n"
    _link(journal, "static/late", "/etc/passwd")
    assert len(journal.build().diagnostics) == 6
    journal.remove("static/passwd")
    journal.write("static/passwd", "Mine.\n")
    assert (len(journal.build().diagnostics), journal.text("passwd")) == (5, "Mine.\n")


def test_static_may_itself_be_a_link(journal: SiteTest) -> None:
    journal.write("../shared/a.txt", "Here.\n")
    _link(journal, "../shared/b.txt", "a.txt")
    _link(journal, "static", "../shared")
    assert journal.build().diagnostics == ()
    assert (journal.text("a.txt"), journal.text("b.txt")) == ("Here.\n", "Here.\n")
    journal.write("../shared/a.txt", "There.\n")
    journal.build()
    assert (journal.text("a.txt"), journal.text("b.txt")) == ("There.\n", "There.\n")


def test_a_pipe_that_a_text_names_is_not_waited_for(journal: SiteTest) -> None:
    os.mkfifo(journal.root / "entries" / "pipe.png")
    journal.write("entries/2026-03-02.md", "![A pipe](pipe.png) and [it](pipe.png)\n")
    assert [one.code for one in journal.build().diagnostics] == ["image-missing", "link-missing"]


@pytest.mark.parametrize("name", [_NO_TEXT, f"{_NO_TEXT}/2026-03-02.md"])
def test_an_entry_whose_name_is_no_text_is_told(journal: SiteTest, name: str) -> None:
    journal.write(f"entries/{name}", "# Wheat\n")
    report = journal.build()
    assert [str(one) for one in report.diagnostics] == [
        "entries/caf\\udce9.md: warning: cannot be read: its name is not UTF-8 [source-unreadable]"
    ]
    assert report.entries == 1


@pytest.mark.parametrize("name", [_NO_TEXT, f"{_NO_TEXT}/a.txt"])
def test_a_static_file_whose_name_is_no_text_is_told_and_stops_nothing(journal: SiteTest, name: str) -> None:
    journal.write(f"static/{name}", "Here.\n")
    journal.write("static/b.txt", "There.\n")
    for _ in range(2):
        assert [str(one) for one in journal.build().diagnostics] == [
            f"static/{name}: warning: cannot be read: its name is not UTF-8 [source-unreadable]".replace(
                "\udce9", "\\udce9"
            )
        ]
    assert "b.txt" in journal.site()


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every folder that is named so: a test that runs as root cannot take rights away."""
    scandir = os.scandir

    def refuse(place: str) -> object:
        if Path(str(place)).name.startswith("locked"):
            raise PermissionError(errno.EACCES, "in the system's words")
        return scandir(place)

    monkeypatch.setattr(os, "scandir", refuse)


@pytest.mark.usefixtures("locked")
def test_folders_that_may_not_be_read_are_all_told_and_stop_nothing(journal: SiteTest) -> None:
    for folder in ("locked-a", "locked-b"):
        journal.write(f"entries/{folder}/2026-03-02.md", "# Wheat\n")
    report = journal.build()
    assert [(one.severity, one.location.path) for one in report.diagnostics] == [
        ("warning", "entries/locked-a/"), ("warning", "entries/locked-b/")
    ]  # fmt: skip
    assert report.entries == 1


@pytest.mark.usefixtures("locked")
def test_a_folder_that_is_named_as_a_source_and_may_not_be_read_is_an_error(journal: SiteTest) -> None:
    journal.write("site.yaml", "title: Bread\nsources: [entries/, locked/]\n")
    journal.write("locked/2026-03-02.md", "# Wheat\n")
    with pytest.raises(ContentError, match="locked/: error: cannot be read: permission is refused"):
        journal.build()


def test_files_that_may_not_be_read_are_told_and_come_back(journal: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(file: str | Path, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if Path(file).name.startswith("locked"):
            raise PermissionError(errno.EACCES, "in the system's words")
        return opened(file, flags, mode, dir_fd=dir_fd)

    journal.write("entries/locked.md", "---\ndraft: true\n---\nNobody's business.\n")
    journal.write("entries/2026-03-01.md", "# Rye\n\n[It](locked.md) and [that](locked.ipynb)\n")
    journal.write("entries/locked.ipynb", '{"cells": [{"cell_type": "markdown", "source": "# Wheat"}]}')
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        report = journal.build()
    assert [str(one) for one in report.diagnostics if one.code == "source-unreadable"] == [
        "entries/locked.ipynb: warning: it cannot be read (permission is refused) [source-unreadable]",
        "entries/locked.md: warning: cannot be read: permission is refused [source-unreadable]",
    ]
    assert report.entries == 1
    later = journal.build()
    assert [one.code for one in later.diagnostics] == ["link-unpublished"]
    assert [one.reason for one in later.left_out] == ["a draft"]
    assert "Wheat" in journal.text("notebooks/locked/index.html")


@pytest.mark.parametrize("raw", [b"---\ndraft: true\n---\ncaf\xe9\n", "---\ndraft: true\n---\n".encode("utf-16")])
def test_a_text_that_is_not_utf_8_is_told_and_not_published_as_it_is(journal: SiteTest, raw: bytes) -> None:
    (journal.root / "entries/latin.md").write_bytes(raw)
    journal.write("entries/2026-03-02.md", "[It](latin.md), [[latin]], ![[latin]] and ![it](latin.md)\n")
    report = journal.build()
    assert report.entries == 2
    codes = [one.code for one in report.diagnostics]
    assert (codes.count("not-utf-8"), {*codes} - {"not-utf-8"}) == (1, {"link-unpublished", "wikilink-missing"})
    assert not any(path.endswith("latin.md") or raw in content for path, content in journal.site().items())


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("entries/Templates/daily.md", "# {{date}}\n\n## Nobody's\n"),
        ("entries/2026-03-03.md", "---\ndraft: true\n---\nNobody's business.\n"),
        ("pages/about.md", "---\ndraft: true\n---\nNobody's business.\n"),
    ],
)
def test_a_text_that_is_not_published_is_not_copied_either(journal: SiteTest, path: str, text: str) -> None:
    journal.write(path, text)
    journal.write("entries/2026-03-02.md", f"[It](/{path}), [again](../{path}) and ![it](../{path})\n")
    journal.build()
    assert not any(b"Nobody" in content for content in journal.site().values())


def test_a_template_that_may_not_be_read_is_told(journal: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.write("templates/home.html", "Here.\n")
    refused = str(journal.root / "templates/home.html")
    monkeypatch.setattr(os, "access", lambda place, _: str(place) != refused)
    with pytest.raises(TemplateError, match=r"templates/home\.html: error: cannot be read: permission is refused"):
        journal.build()


@pytest.mark.usefixtures("locked")
def test_static_files_that_may_not_be_read_are_told_and_stop_nothing(
    journal: SiteTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.write("static/a.txt", "Here.\n")
    journal.write("static/locked/b.txt", "Here.\n")
    journal.write("static/c.txt", "There.\n")
    refused = str(journal.root / "static/a.txt")
    monkeypatch.setattr(os, "access", lambda place, _: str(place) != refused)
    assert [str(one) for one in journal.build().diagnostics] == [
        "static/a.txt: warning: cannot be read: permission is refused [source-unreadable]",
        "static/locked/: warning: cannot be read: permission is refused [source-unreadable]",
    ]
    assert journal.site().keys() & {"a.txt", "locked/b.txt", "c.txt"} == {"c.txt"}


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
