"""Clocks that jump: what a stamp proves hangs on when it was taken, so none is trusted that could come again."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from journal_site.model.source import COARSE_NS, ran_backwards
from journal_site.reading.scan.texts import stamp_of
from tests.site_test import SiteTest, assert_same_tree

SECOND = 1_000_000_000
SET_BACK = "the clock was set back: everything is built again"


class Clock:
    """The machine's clock, and that of its file system, which counts whole seconds."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1_800_000_000 * SECOND
        monkeypatch.setattr(time, "time_ns", lambda: self.now)

    def write(self, test: SiteTest, path: str, text: str) -> None:
        """Write a file in place: neither its name nor its size tells it from what it was."""
        test.write(path, text)
        os.utime(test.root / path, ns=(self.now, self.now))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture
def journal(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> SiteTest:
    test = SiteTest(tmp_path / "journal", "title: Bread\nurl: https://example.org/\n")
    # The system's clock cannot be set by a test: a file system without times of change stands in for it.
    stat = "journal_site.reading.scan.{}.stamp_of"

    def without_change(status: os.stat_result) -> object:
        found = stamp_of(status)
        return type(found)(size=found.size, mtime=found.mtime, ctime=0, inode=found.inode)

    for module in ("texts", "assets", "sources"):
        monkeypatch.setattr(stat.format(module), without_change)
    for name in ("inputs", "assets"):
        monkeypatch.setattr(f"journal_site.engine.{name}.stamp_of", without_change)
    clock.write(test, "site.yaml", (test.root / "site.yaml").read_text())
    clock.write(test, "entries/2026-03-01.md", "# Rye\n\nIt says one.\n")
    return test


def test_a_clock_that_is_set_back_lets_no_edit_go_unseen(journal: SiteTest, clock: Clock, tmp_path: Path) -> None:
    written = clock.now
    clock.now += 3600 * SECOND
    journal.build()
    assert journal.build().written == ()
    clock.now = written
    clock.write(journal, "entries/2026-03-01.md", "# Rye\n\nIt says two.\n")  # of one size and time with what it was
    clock.now += 60 * SECOND
    report = journal.build()
    assert [one.message for one in report.diagnostics if one.code == "store"] == [SET_BACK]
    assert "It says two." in journal.text("entries/2026-03-01/index.html")
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))
    again = journal.build()
    assert not [one for one in again.diagnostics if one.code == "store"]


def test_a_clock_that_is_corrected_a_little_tells_nothing(journal: SiteTest, clock: Clock) -> None:
    clock.now += 3600 * SECOND
    journal.build()
    clock.now -= COARSE_NS // 2
    report = journal.build()
    assert (report.written, [one.message for one in report.diagnostics if one.code == "store"]) == ((), [])


@pytest.mark.parametrize("days", [-400, -1, 1, 400])
def test_a_clock_that_jumps_between_edits(journal: SiteTest, clock: Clock, tmp_path: Path, days: int) -> None:
    clock.now += 3600 * SECOND
    journal.build()
    clock.now += days * 86_400 * SECOND
    clock.write(journal, "entries/2026-03-01.md", "# Rye\n\nIt says two.\n")
    clock.now += 10 * SECOND
    journal.build()
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))
    clock.now -= days * 86_400 * SECOND
    clock.write(journal, "entries/2026-03-01.md", "# Rye\n\nIt says six.\n")
    clock.now += 10 * SECOND
    journal.build()
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))


def test_a_time_in_the_future_proves_nothing(journal: SiteTest, clock: Clock, tmp_path: Path) -> None:
    """An edit of equal size and time is seen, as the file is read each time until the clock has come so far."""
    text = journal.root / "entries/2026-03-01.md"
    future = clock.now + 86_400 * SECOND
    os.utime(text, ns=(future, future))
    clock.now += 3600 * SECOND
    journal.build()
    text.write_text("# Rye\n\nIt says two.\n")
    os.utime(text, ns=(future, future))
    journal.build()
    assert_same_tree(journal.site(), journal.clean_site(tmp_path / "clean"))
    assert "It says two." in journal.text("entries/2026-03-01/index.html")


def test_when_a_clock_counts_as_set_back() -> None:
    now = 10 * COARSE_NS
    assert not ran_backwards(now, now)
    assert not ran_backwards(now, now - COARSE_NS)
    assert ran_backwards(now, now - COARSE_NS - 1)
