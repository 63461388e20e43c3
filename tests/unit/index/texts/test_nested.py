"""READMEs within a day's folder."""

from __future__ import annotations

import pytest

from journal_site.index.texts.nested import settle_nested
from journal_site.model.entry import Entry
from tests.unit.index.small_entries import entry


def of(path: str, day: int = 3, **fields: object) -> Entry:
    return entry(path, days=(day,), **fields)


@pytest.mark.parametrize(
    ("entries", "kinds"),
    [
        ([of("Day 3/README.md"), of("Day 3/app/README.md")], ["entry", "note"]),
        ([of("Day 3/rye.md"), of("Day 3/a/b/README.md")], ["entry", "note"]),
        ([of("Day 3/a/README.md"), of("Day 3/b/README.md")], ["entry", "entry"]),
        ([of("Day 3/README.md"), of("Day 3/app/rye.md")], ["entry", "entry"]),
        ([of("week/day-3.md"), of("week/day-3/README.md")], ["entry", "entry"]),
        ([of("Day 3/README.md"), of("Day 4/app/README.md", 4)], ["entry", "entry"]),
        (
            [
                entry("2021/09/14/README.md", dates=("2021-09-14",)),
                entry("2021/09/14/kata/README.md", dates=("2021-09-14",)),
            ],
            ["entry", "note"],
        ),
    ],
)
def test_what_describes_a_part_of_a_day_is_a_note(entries: list[Entry], kinds: list[str]) -> None:
    settled = settle_nested(entries)
    assert [one.kind for one in settled] == kinds
    assert all(one.date is None and not one.days for one in settled if one.kind == "note")
