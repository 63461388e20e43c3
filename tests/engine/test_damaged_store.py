"""A store that is readable and wrong: the site is what a clean build makes, and one line says that all was built anew.

What is kept is damaged between two builds, of which the second has to use it: the site is gone by then, so all of it is
made again, though no text is read again.
"""

from __future__ import annotations

import contextlib
import json
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal_site.engine.inputs import STORE
from journal_site.model.page import BuildReport
from journal_site.serve.preview import Preview
from journal_site.site.rows import TABLES
from journal_site.site.store import FILE
from tests.site_test import SiteTest, assert_same_tree

DAMAGED = "the store is damaged: everything is built again"
PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
NOTEBOOK = {
    "cells": [
        {
            "cell_type": "code",
            "execution_count": 1,
            "metadata": {},
            "outputs": [
                {
                    "output_type": "display_data",
                    "metadata": {},
                    "data": {"image/png": PICTURE},
                }
            ],
            "source": "draw()",
        }
    ],
    "metadata": {},
    "nbformat": 4,
    "nbformat_minor": 5,
}


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    test = SiteTest(tmp_path / "journal", "title: Notes\nurl: https://example.org/\ncards: false\n")
    for day in range(1, 5):
        test.write(
            f"entries/2026-03-0{day}-note-{day}.md",
            f"# Note {day}\n\nWords of day {day}, $x_{day}$.\n\n```python\nprint({day})\n```\n\n[plot](plot.ipynb)\n",
        )
    test.write("entries/plot.ipynb", json.dumps(NOTEBOOK))
    test.build()
    test.age()
    test.build()
    return test


def assert_right(site: SiteTest, tmp_path: Path, *, anew: bool | None) -> BuildReport:
    """Build; compare with a clean build; `anew` is whether the report must say so, None where it may."""
    site.remove("_site")
    report = site.build()
    told = [one.message for one in report.diagnostics if one.code == "store"]
    if anew is None:  # a byte may as well be one of the version's
        assert len(told) <= 1
        assert all(one.endswith(": everything is built again") for one in told)
    else:
        assert told == [DAMAGED] * anew
    assert_same_tree(site.site(), site.clean_site(tmp_path / "clean"))
    again = site.build()
    assert not again.written
    assert not [one for one in again.diagnostics if one.code == "store"]
    return report


@contextlib.contextmanager
def opened(site: SiteTest) -> Iterator[sqlite3.Connection]:
    database = sqlite3.connect(site.root / STORE / FILE, isolation_level=None)
    try:
        yield database
    finally:
        database.close()


@pytest.mark.parametrize("table", [table for table in TABLES if table != "terms"])
def test_a_changed_value_is_not_published(site: SiteTest, tmp_path: Path, table: str) -> None:
    """Of fragments none is read where no text is."""
    with opened(site) as database:
        rows = database.execute(f"SELECT key, value FROM {table} WHERE key <> 'version'").fetchall()  # noqa: S608
        assert rows
        for key, value in rows:
            bad = value[:-1] + bytes([value[-1] ^ 1]) if value else b"x"
            database.execute(f"UPDATE {table} SET value = ? WHERE key = ?", (bad, key))  # noqa: S608
    assert_right(site, tmp_path, anew=table not in {"contents", "fragments"})


@pytest.mark.parametrize("table", [table for table in TABLES if table != "terms"])
def test_a_lost_value_is_made_again(site: SiteTest, tmp_path: Path, table: str) -> None:
    with opened(site) as database:
        database.execute(f"DELETE FROM {table} WHERE key <> 'version'")  # noqa: S608
    assert_right(site, tmp_path, anew=table in {"bodies", "blobs"})


@pytest.mark.parametrize("table", ["bodies", "sources"])
def test_values_that_stand_under_each_others_keys_are_not_published(site: SiteTest, tmp_path: Path, table: str) -> None:
    with opened(site) as database:
        (one, first), (other, second), *_ = database.execute(f"SELECT key, value FROM {table}").fetchall()  # noqa: S608
        database.execute(f"UPDATE {table} SET value = ? WHERE key = ?", (second, one))  # noqa: S608
        database.execute(f"UPDATE {table} SET value = ? WHERE key = ?", (first, other))  # noqa: S608
    assert_right(site, tmp_path, anew=True)


def test_a_value_of_another_type_is_not_published(site: SiteTest, tmp_path: Path) -> None:
    with opened(site) as database:
        database.execute("UPDATE bodies SET value = 7")
    assert_right(site, tmp_path, anew=True)


@pytest.mark.parametrize("seed", range(8))
def test_any_byte_of_the_file_may_be_wrong(site: SiteTest, tmp_path: Path, seed: int) -> None:
    place = site.root / STORE / FILE
    content = bytearray(place.read_bytes())
    picked = random.Random(seed)
    for _ in range(1 + seed * 20):
        content[picked.randrange(len(content))] = picked.randrange(256)
    place.write_bytes(content)
    assert_right(site, tmp_path, anew=None)


def test_the_preview_reads_anew_what_was_damaged_while_it_ran(site: SiteTest) -> None:
    preview = Preview(site.request())
    preview.reload()
    with opened(site) as database:
        database.execute("UPDATE bodies SET value = CAST('<p>Somebody else wrote this' AS BLOB)")
    answer = preview.answer("/entries/2026-03-01-note-1/")
    assert b"Words of day 1" in answer.content
    assert b"Somebody else" not in answer.content
