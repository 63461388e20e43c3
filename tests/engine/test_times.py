# ruff: noqa: E501 - lists of dates
"""Times that are written beside dates order a day's entries and stand in feeds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journal_site.reading.front_matter.values import time_of
from tests.site_test import SETTINGS, SiteTest

PUBLISHED = re.compile(r"<title>([^<]*)</title>.*?<published>([^<]*)</published>", re.DOTALL)


def published(folder: Path, times: dict[str, str], settings: str = "") -> list[tuple[str, str]]:
    """Return title and time of a feed's entries, the newest first."""
    test = SiteTest(folder / "journal", SETTINGS + settings)
    for name, time in times.items():
        test.write(f"entries/2026-03-01-{name}.md", f"---\ntitle: {name}\ndate: {time}\n---\nWe read of it.\n")
    test.build()
    entries = test.text("feed.xml").split("<entry>")[1:]
    return [match.groups() for entry in entries if (match := PUBLISHED.search(entry))]  # type: ignore[misc] # two groups


def test_the_time_orders_a_days_entries(tmp_path: Path) -> None:
    times = {"a": "2026-03-01T20:00:00", "b": "2026-03-01 08:00", "c": "2026-03-01"}
    assert published(tmp_path, times) == [
        ("a", "2026-03-01T20:00:00Z"), ("b", "2026-03-01T08:00:00Z"), ("c", "2026-03-01T12:00:00Z"),
    ]  # fmt: skip


def test_a_time_is_of_its_own_zone_or_of_the_journals(tmp_path: Path) -> None:
    times = {"a": "2026-03-01T20:00:00", "b": "2026-03-01T07:30:00-05:00"}
    assert published(tmp_path, times, "timezone: Asia/Kolkata\n") == [
        ("a", "2026-03-01T20:00:00+05:30"), ("b", "2026-03-01T07:30:00-05:00"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2026-10-01T20:00:00", "20:00:00"), ("2026-10-01 8:05 +0200", "08:05:00+02:00"), ("2026-10-01T09:00:00.123Z", "09:00:00+00:00"),
        ("2026-10-01", ""), ("2026-10-01T25:00", ""), ("2026-10-01 to 2026-10-03", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_time_behind_a_date(written: str, time: str) -> None:
    assert time_of(written) == time
