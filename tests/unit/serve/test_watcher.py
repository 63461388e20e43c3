"""Folders that go, come back, are made or replaced while the preview runs are watched as they are now."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.events import (
    DirModifiedEvent,
    FileClosedEvent,
    FileClosedNoWriteEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
)

from journal_site.serve.watcher import Watcher

_PATIENCE_S = 20.0
_QUIET_S = 1.2
"""Longer than the system or a look at the files is late with what belongs to the last change."""


class Told:
    """What the watcher has told, and a way to wait for it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._paths: set[str] = set()
        self._news = threading.Condition()

    def take(self, path: str) -> None:
        with self._news:
            self._paths.add(Path(path).relative_to(self._root).as_posix())
            self._news.notify_all()

    def after(self, change: Callable[[], object], path: str) -> None:
        """Make a change when all is quiet, and fail where the watcher does not tell of the path."""
        with self._news:
            while self._news.wait(_QUIET_S):
                pass
            self._paths.clear()
        change()
        with self._news:
            assert self._news.wait_for(lambda: path in self._paths, _PATIENCE_S), (path, self._paths)


@pytest.fixture(params=["events", "polling"])
def told(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Told]:
    root = (tmp_path / "journal").resolve()
    write(root / "entries" / "a.md")
    heard = Told(root)
    watcher = Watcher(root, root / "_site", heard.take, poll=request.param == "polling")
    assert watcher.start()
    yield heard
    watcher.stop()


def write(place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"Written at {time.monotonic_ns()}", encoding="utf-8")


def test_a_folder_that_was_removed_and_put_back(told: Told, tmp_path: Path) -> None:
    entries = tmp_path / "journal" / "entries"
    told.after(lambda: shutil.rmtree(entries), "entries")
    told.after(lambda: write(entries / "b.md"), "entries")
    told.after(lambda: write(entries / "b.md"), "entries/b.md")


def test_a_folder_in_whose_place_another_is_put(told: Told, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    write(tmp_path / "other" / "a.md")

    def swap() -> None:
        (journal / "entries").rename(tmp_path / "away")
        (tmp_path / "other").rename(journal / "entries")

    told.after(swap, "entries")
    told.after(lambda: write(journal / "entries" / "a.md"), "entries/a.md")


def test_a_folder_that_is_made_and_filled_at_once(told: Told, tmp_path: Path) -> None:
    static = tmp_path / "journal" / "static"
    told.after(lambda: write(static / "deep" / "x.css"), "static")
    told.after(lambda: write(static / "deep" / "x.css"), "static/deep/x.css")


def test_a_folder_that_is_renamed(told: Told, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    told.after(lambda: (journal / "entries").rename(journal / "days"), "days")
    told.after(lambda: write(journal / "days" / "a.md"), "days/a.md")


def test_what_holds_no_texts_is_not_told(told: Told, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    for place in (".git/HEAD", "_site/index.html", ".journal/store.db", "entries/.a.md.swp"):
        write(journal / place)
    told.after(lambda: write(journal / "entries" / "last.md"), "entries/last.md")
    assert told._paths <= {"entries", "entries/last.md"}


@pytest.fixture
def heard(tmp_path: Path) -> tuple[Watcher, list[str]]:
    """A watcher that nothing watches for, and what it tells of events that it is given."""
    root = tmp_path.resolve()
    told: list[str] = []
    return Watcher(
        root, root / "_site", lambda path: told.append(Path(path).relative_to(root).as_posix()), poll=True
    ), told


@pytest.mark.parametrize(
    "path",
    [
        "_site/index.html", "_site", ".git", "node_modules", "entries/.#a.md", "entries/a.md~", "entries/.a.md.swp",
        "entries/.a.md.swx", "entries/4913", "entries/#a.md#", "entries/.goutputstream-X", "entries/a.tmp",
        "entries/a.md.crswap", "entries/.a.md.swo", ".",
    ],
)  # fmt: skip
def test_what_no_page_is_made_of_is_not_told(heard: tuple[Watcher, list[str]], tmp_path: Path, path: str) -> None:
    watcher, told = heard
    watcher.on_any_event(FileModifiedEvent(str(tmp_path.resolve() / path)))
    assert told == []
    watcher.on_any_event(FileModifiedEvent(str(tmp_path.resolve() / "entries" / "a.md")))
    assert told == ["entries/a.md"]


def test_looking_at_a_file_is_no_change(heard: tuple[Watcher, list[str]], tmp_path: Path) -> None:
    watcher, told = heard
    place = str(tmp_path.resolve() / "entries" / "a.md")
    for event in (FileOpenedEvent, FileClosedEvent, FileClosedNoWriteEvent):
        watcher.on_any_event(event(place))
    watcher.on_any_event(DirModifiedEvent(str(tmp_path.resolve() / "entries")))
    assert told == []


def test_a_file_that_an_editor_puts_in_the_place_of_another_is_told(
    heard: tuple[Watcher, list[str]], tmp_path: Path
) -> None:
    watcher, told = heard
    root = tmp_path.resolve()
    watcher.on_any_event(FileMovedEvent(str(root / "entries" / "a.tmp"), str(root / "entries" / "a.md")))
    assert told == ["entries/a.md"]
    watcher.on_any_event(FileMovedEvent(str(root / "entries" / "a.md"), str(root / "entries" / "b.md")))
    assert told[1:] == ["entries/a.md", "entries/b.md"]


def test_nothing_is_told_after_the_end(tmp_path: Path) -> None:
    root = tmp_path.resolve()
    write(root / "entries" / "a.md")
    told: list[str] = []
    watcher = Watcher(root, root / "_site", told.append, poll=False)
    watcher.start()
    watcher.stop()
    assert not watcher._observer.is_alive()
    told.clear()
    write(root / "entries" / "a.md")
    assert told == []
