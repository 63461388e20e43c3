"""Streaks, held against their definition, day by day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.index.streaks import WEEKDAYS, build_streaks
from journal_site.model.entry import Entry
from journal_site.model.index import Run, Streaks
from tests.unit.index.small_entries import day, entry

MONDAY = dt.date(2024, 1, 1)


def streaks(*dates: str, today: str, rest: tuple[str, ...] = (), resting: tuple[str, ...] = ()) -> Streaks:
    entries = [entry(dates=(date,)) for date in dates] + [entry(dates=(date,), rest=True) for date in resting]
    return build_streaks(entries, today=day(today), rest_weekdays=rest)


def test_a_run_that_ends_today_is_current_and_longest() -> None:
    found = streaks("2024-01-01", "2024-01-02", "2024-01-03", today="2024-01-03")
    assert found.current == found.longest == Run(days=3, start=day("2024-01-01"), end=day("2024-01-03"))


def test_a_day_that_is_not_over_breaks_nothing_and_the_next_one_does() -> None:
    assert streaks("2024-01-01", "2024-01-02", today="2024-01-03").current.days == 2
    assert streaks("2024-01-01", "2024-01-02", today="2024-01-04").current == Run()


def test_two_entries_of_a_day_count_once_and_a_range_covers_its_days() -> None:
    entries = [entry(dates=("2024-01-01",)), entry(dates=("2024-01-01",)), entry(dates=("2024-01-02", "2024-01-03"))]
    found = build_streaks(entries, today=day("2024-01-03"))
    assert (found.active_days, found.current.days) == (3, 3)


def test_a_list_of_dates_is_no_range() -> None:
    found = build_streaks([entry(dates=("2024-02-02", "2024-02-04", "2024-02-07"))], today=day("2024-02-07"))
    assert [run.days for run in found.runs] == [1, 1, 1]


def test_rest_weekdays_neither_end_nor_lengthen() -> None:
    found = streaks("2024-01-05", "2024-01-08", today="2024-01-08", rest=("saturday", "sunday"))
    assert found.current == Run(days=2, start=day("2024-01-05"), end=day("2024-01-08"))
    assert streaks("2024-01-05", today="2024-01-07", rest=("saturday", "sunday")).current.days == 1


def test_rest_entries_neither_end_nor_lengthen() -> None:
    found = streaks("2024-01-01", "2024-01-03", today="2024-01-03", resting=("2024-01-02",))
    assert found.current == Run(days=2, start=day("2024-01-01"), end=day("2024-01-03"))
    assert found.active_days == 2


def test_a_rest_entry_alone_is_no_streak() -> None:
    assert streaks(today="2024-01-03", resting=("2024-01-03",)).longest == Run()


def test_days_that_are_yet_to_come_count_for_nothing() -> None:
    found = streaks("2024-01-01", "2024-01-02", "2024-01-03", today="2024-01-02")
    assert (found.current.days, found.active_days) == (2, 2)


def test_the_first_of_equally_long_runs_is_the_longest() -> None:
    assert streaks("2024-01-01", "2024-01-05", today="2024-01-05").longest.start == day("2024-01-01")


def test_where_every_weekday_rests_a_streak_never_ends() -> None:
    assert streaks("0001-01-01", "2024-01-05", today="9999-12-31", rest=WEEKDAYS).current.days == 2


@pytest.mark.parametrize(
    ("days", "run"), [([1, 2, 3, 5], 3), ([], 0), ([7], 1), ([2, 2, 3], 2)], ids=["gap", "none", "one", "repeated"]
)
def test_a_journal_without_dates_has_a_run_of_day_numbers(days: list[int], run: int) -> None:
    entries = [entry(days=(number,)) for number in days]
    assert build_streaks(entries, today=MONDAY).day_run == run


def test_a_run_of_day_numbers_stays_within_its_round() -> None:
    entries = [entry(days=(1, 2)), entry(days=(3,), round=2), entry(days=(4,), round=2)]
    assert build_streaks(entries, today=MONDAY).day_run == 2


def test_a_journal_with_dates_has_no_run_of_day_numbers() -> None:
    assert build_streaks([entry(days=(1,), dates=("2024-01-01",))], today=MONDAY).day_run == 0


def by_definition(active: set[int], resting: set[int], closed: set[int], today: int) -> list[int]:
    """Walk over every day; return the length of each run, with the current one (or 0) at the end."""
    runs, length = [], 0
    for one in range(today + 1):
        if one in active:
            length += 1
        elif one not in resting and one % 7 not in closed and one != today and length:
            runs.append(length)
            length = 0
    return [*runs, length]


OFFSETS = st.sets(st.integers(0, 60), max_size=40)


@given(OFFSETS, OFFSETS, st.sets(st.integers(0, 6), max_size=6), st.integers(0, 70))
def test_streaks_are_those_of_the_definition(active: set[int], resting: set[int], closed: set[int], today: int) -> None:
    def at(offset: int) -> dt.date:
        return MONDAY + dt.timedelta(days=offset)

    entries: list[Entry] = [entry(dates=(at(one).isoformat(),)) for one in sorted(active)]
    entries += [entry(dates=(at(one).isoformat(),), rest=True) for one in sorted(resting)]
    found = build_streaks(entries, today=at(today), rest_weekdays=[WEEKDAYS[one] for one in closed])
    *runs, current = by_definition({one for one in active if one <= today}, resting, closed, today)
    assert [run.days for run in found.runs] == [*runs, *([current] if current else [])]
    assert found.current.days == current
    assert found.longest.days == max([*runs, current])
    assert all(run.start and run.end and run.start <= run.end <= at(today) for run in found.runs)
