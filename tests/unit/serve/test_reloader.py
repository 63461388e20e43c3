"""When the journal is read again, and what open pages are told then."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import cast

import pytest

from journal_site.serve.preview import Preview
from journal_site.serve.reloader import Reloader

_PATIENCE_S = 20.0


class Journal:
    """Stands in for a preview, and hears what is told."""

    def __init__(self) -> None:
        self.reloads = 0
        self.good = True
        self.told: list[str] = []
        self.done = 0
        self._news = threading.Condition()

    def reload(self) -> object | None:
        self.reloads += 1
        return self if self.good else None

    def send(self, kind: str) -> None:
        with self._news:
            self.told.append(kind)
            self._news.notify_all()

    def is_done(self) -> None:
        self.done += 1

    def after(self, change: Callable[[], object], news: str) -> list[str]:
        """Make a change, wait for the news, and return all that was told."""
        with self._news:
            self.told.clear()
        change()
        with self._news:
            assert self._news.wait_for(lambda: news in self.told, _PATIENCE_S), self.told
            return [*self.told]


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
def reloader(journal: Journal) -> Iterator[Reloader]:
    made = Reloader(cast("Preview", journal), journal.send, journal.is_done)
    yield made
    made.stop()


def test_the_journal_is_read_when_it_begins_and_after_each_change(reloader: Reloader, journal: Journal) -> None:
    assert journal.after(reloader.start, "reloaded") == ["reloaded"]
    assert journal.after(lambda: reloader.changed("entries/a.md"), "reloaded") == ["touched", "reloaded"]
    assert (journal.reloads, journal.done) == (2, 2)


def test_a_change_of_styles_alone_is_told_as_one(reloader: Reloader, journal: Journal) -> None:
    journal.after(reloader.start, "reloaded")
    assert journal.after(lambda: reloader.changed("static/x.css"), "styles") == ["styles"]

    def both() -> None:
        reloader.changed("entries/a.md")
        reloader.changed("static/x.css")

    assert journal.after(both, "reloaded") == ["touched", "reloaded"]
    assert journal.after(lambda: reloader.changed("static/x.css"), "styles") == ["styles"]


def test_what_is_broken_and_mended_is_told(reloader: Reloader, journal: Journal) -> None:
    journal.good = False
    assert journal.after(reloader.start, "broken") == ["broken"]
    assert journal.after(lambda: reloader.changed("entries/a.md"), "broken") == ["touched", "broken"]
    journal.good = True
    assert journal.after(lambda: reloader.changed("entries/a.md"), "reloaded") == ["touched", "reloaded"]
    assert journal.done == 3


def test_many_changes_at_once_are_read_once(reloader: Reloader, journal: Journal) -> None:
    journal.after(reloader.start, "reloaded")

    def all_at_once() -> None:
        for number in range(50):
            reloader.changed(f"entries/{number}.md")

    journal.after(all_at_once, "reloaded")
    assert journal.reloads == 2


def test_nothing_is_read_after_the_end(reloader: Reloader, journal: Journal) -> None:
    journal.after(reloader.start, "reloaded")
    reloader.stop()
    assert not reloader._thread.is_alive()
    reloader.changed("entries/a.md")
    assert journal.reloads == 1
