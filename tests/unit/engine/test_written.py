"""Which files of the site are as they were left: by a stamp that proves it, else by what is in them."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from journal_site.engine.keys import digest_of
from journal_site.engine.written import Written, intact
from journal_site.model.source import COARSE_NS, Stamp
from journal_site.site.output import SiteFolder

WORDS = b"<p>Words.</p>"
OTHERS = b"<p>Lies!!</p>"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    page = tmp_path / "index.html"
    page.write_bytes(WORDS)
    os.utime(page, (1_700_000_000, 1_700_000_000))
    return page


def left(page: Path, **said: object) -> Written:
    stamp = SiteFolder(page.parent).stamp(page.name)
    assert stamp is not None
    known = Written(path=page.name, key=b"key", digest=digest_of(WORDS), stamp=stamp, settled=True)
    return replace(known, **said)


def kept(page: Path, file: Written) -> dict[str, Written]:
    return intact([file], SiteFolder(page.parent))


def test_a_settled_stamp_is_believed(page: Path) -> None:
    file = left(page, digest=b"of other words")
    assert kept(page, file) == {"index.html": file}


def test_a_stamp_that_had_not_settled_is_not_believed(page: Path) -> None:
    assert kept(page, left(page, settled=False, digest=b"of other words")) == {}
    assert [*kept(page, left(page, settled=False))] == ["index.html"]


def test_a_file_with_another_stamp_is_kept_for_its_words_alone(page: Path) -> None:
    file = left(page)
    os.utime(page, (1_600_000_000, 1_600_000_000))
    found = kept(page, file)["index.html"]
    assert found.stamp != file.stamp
    assert found.stamp == SiteFolder(page.parent).stamp("index.html")
    page.write_bytes(OTHERS)
    assert len(OTHERS) == len(WORDS)
    assert kept(page, file) == {}


def test_a_file_that_grew_or_went_is_not_as_it_was(page: Path) -> None:
    file = left(page)
    page.write_bytes(WORDS + b"More.")
    assert kept(page, file) == {}
    page.unlink()
    assert kept(page, file) == {}


def test_a_stamp_that_was_taken_at_once_is_looked_at_again_next_time(page: Path) -> None:
    file = left(page)
    page.write_bytes(WORDS)
    assert not kept(page, file)["index.html"].settled


@pytest.mark.parametrize("changed", ["mtime", "ctime"])
def test_a_stamp_settles_a_tick_of_the_coarsest_clock_after_the_last_change(changed: str) -> None:
    now = time.time_ns()
    old = Stamp(size=1, mtime=now - 2 * COARSE_NS, ctime=now - 2 * COARSE_NS, inode=1)
    assert old.settled(now)
    assert not replace(old, **{changed: now - COARSE_NS}).settled(now)
    assert replace(old, **{changed: now - COARSE_NS - 1}).settled(now)
    assert not replace(old, **{changed: now + COARSE_NS}).settled(now)
