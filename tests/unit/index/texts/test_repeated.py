"""Days that two entry files claim."""

from __future__ import annotations

import pytest

from journal_site.index.texts.repeated import repeated_days
from journal_site.model.entry import Entry
from tests.unit.index.small_entries import entry


def file(path: str, day: int, date: str = "", round_: int | None = None) -> Entry:
    dated = {"dates": (date,)} if date else {}
    return entry(path, days=(day,), round=round_, **dated)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([file("entries/day-3.md", 3), file("entries/day-03-again.md", 3)], 1),
        ([file("Day 3/README.md", 3), file("Day_3/README.md", 3)], 1),
        ([file("a/x.md", 3, "2026-01-03"), file("a/y.md", 3, "2026-01-04")], 1),
        ([file("a/x.md", 3, "2026-01-03"), file("a/y.md", 3, "2026-01-03")], 0),
        ([file("python/day03.md", 3), file("sql/day03.md", 3)], 0),
        ([file("Day 03/rye.md", 3), file("Day 03/wheat.md", 3)], 0),
        ([file("a/day-3.md", 3), file("a/r2-day-3.md", 3, round_=2)], 0),
        ([*(file(f"a/{n}.md", n) for n in (1, 2, 3)), *(file(f"a/again-{n}.md", n) for n in (1, 2, 3))], 0),
        ([entry("log.md", days=(3,)), entry("log.md", days=(3,))], 0),
        ([file("a/x.md", 3), entry("a/y.md", days=(3,), table=True)], 0),
    ],
)
def test_who_claims_a_day_twice(files: list[Entry], told: int) -> None:
    found = list(repeated_days(files))
    assert [one.code for one in found] == ["day-repeated"] * told
    assert all(files[0].source in one.message and one.location.path == files[1].source for one in found)
