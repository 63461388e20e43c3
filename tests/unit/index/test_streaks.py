"""Streaks, held against their definition, day by day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.config.settings import WEEKDAYS, CadenceSettings, FreezeSettings, StreakSettings, Weekday
from journal_site.index.streaks import build_streaks
from journal_site.model.entry import Entry
from journal_site.model.index import Run, Streaks
from tests.unit.index.small_entries import day, entry

MONDAY = dt.date(2024, 1, 1)


def streaks(
    *dates: str, today: str, rest: tuple[Weekday, ...] = (), resting: tuple[str, ...] = (), **settings: object
) -> Streaks:
    entries = [entry(dates=(date,)) for date in dates] + [entry(dates=(date,), rest=True) for date in resting]
    return build_streaks(entries, today=day(today), settings=StreakSettings(rest_days=rest, **settings))  # type: ignore[arg-type] # keys of `streak`


def days_from(start: str, count: int) -> list[str]:
    return [(day(start) + dt.timedelta(days=number)).isoformat() for number in range(count)]


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


def test_weekdays_ask_for_nothing_on_weekends() -> None:
    cadence = CadenceSettings(days="weekdays")
    found = streaks("2024-01-05", "2024-01-08", today="2024-01-09", cadence=cadence)
    assert (found.current.days, found.until) == (2, day("2024-01-09"))
    assert streaks("2024-01-05", today="2024-01-09", cadence=cadence).current == Run()


def test_so_many_days_a_week_whichever_they_are() -> None:
    cadence = CadenceSettings(weekly=2)
    found = streaks("2024-01-01", "2024-01-07", "2024-01-08", "2024-01-13", today="2024-01-21", cadence=cadence)
    assert (found.current.days, found.until) == (4, day("2024-01-21"))
    assert streaks("2024-01-01", "2024-01-07", today="2024-01-15", cadence=cadence).current == Run()


def test_the_week_in_which_a_streak_begins_asks_for_no_more_than_it_has() -> None:
    found = streaks("2024-01-07", "2024-01-08", "2024-01-09", "2024-01-10", today="2024-01-11", cadence=WEEKLY)
    assert found.current.days == 4


def test_a_week_of_rest_asks_for_nothing() -> None:
    away = tuple(days_from("2024-01-08", 7))
    written = ("2024-01-01", "2024-01-02", "2024-01-03", "2024-01-15")
    assert streaks(*written, today="2024-01-15", resting=away, cadence=WEEKLY).current.days == 4
    assert streaks(*written, today="2024-01-15", cadence=WEEKLY).current.days == 1


def test_a_freeze_is_earned_covers_one_day_and_lengthens_nothing() -> None:
    freezes = FreezeSettings(every=3, keep=1)
    found = streaks(*days_from("2024-01-01", 3), "2024-01-05", today="2024-01-05", freezes=freezes)
    assert (found.current.days, found.freezes, found.until) == (4, 0, day("2024-01-06"))
    assert streaks(*days_from("2024-01-01", 2), "2024-01-04", today="2024-01-04", freezes=freezes).current.days == 1


def test_no_more_freezes_are_kept_than_the_rule_says() -> None:
    freezes = FreezeSettings(every=2, keep=2)
    found = streaks(*days_from("2024-01-01", 20), today="2024-01-21", freezes=freezes)
    assert (found.current.days, found.freezes, found.until) == (20, 2, day("2024-01-23"))
    assert streaks(*days_from("2024-01-01", 20), today="2024-01-23", freezes=freezes).freezes == 0


def test_a_freeze_of_a_date_covers_that_date_alone_also_of_a_week() -> None:
    freezes = FreezeSettings(dates=(day("2024-01-03"),))
    assert streaks("2024-01-02", "2024-01-04", today="2024-01-04", freezes=freezes).current.days == 2
    assert streaks("2024-01-01", "2024-01-04", today="2024-01-04", freezes=freezes).current.days == 1
    weekly = streaks("2024-01-01", "2024-01-02", "2024-01-08", today="2024-01-08", freezes=freezes, cadence=WEEKLY)
    assert weekly.current.days == 3


def test_a_streak_that_nothing_ends_has_no_last_day() -> None:
    assert streaks("2024-01-05", today="2024-01-09", rest=WEEKDAYS).until is None


WEEKLY = CadenceSettings(weekly=3)


class Told:
    """A journal as a reader with a calendar would count it: day by day, with nothing but what was told so far."""

    def __init__(self, settings: StreakSettings, active: set[dt.date], resting: set[dt.date]) -> None:
        self.settings, self.active = settings, active
        closed = {WEEKDAYS.index(name) for name in settings.rest_days}
        self.resting = resting
        self.closed = closed | {5, 6} if settings.cadence.days == "weekdays" else closed
        self.runs: list[list[dt.date]] = []
        self.current: list[dt.date] = []
        self.freezes = 0

    def walk(self, first: dt.date, today: dt.date) -> None:
        date = first
        while date <= today:
            if date in self.active:
                self.write(date)
            if date < today:
                self.close(date)
            date += dt.timedelta(days=1)

    def write(self, date: dt.date) -> None:
        self.current.append(date)
        every = self.settings.freezes.every
        if every and len(self.current) % every == 0 and self.freezes < self.settings.freezes.keep:
            self.freezes += 1

    def close(self, date: dt.date) -> None:
        if not self.current:
            return
        for _ in range(self.missed(date)):
            if self.freezes == 0:
                self.runs.append(self.current)
                self.current = []
                return
            self.freezes -= 1

    def missed(self, date: dt.date) -> int:
        if not self.settings.cadence.weekly:
            return int(not self.counts(date) and not self.rests(date))
        if date.weekday() != 6 or len(self.closed) == 7:
            return 0
        week = [date - dt.timedelta(days=ago) for ago in range(7)]
        week = [one for one in week if one >= self.current[0]]
        possible = [one for one in week if self.counts(one) or not self.rests(one)]
        asked = min(self.settings.cadence.weekly, len(possible))
        return max(0, asked - len([one for one in week if self.counts(one)]))

    def counts(self, date: dt.date) -> bool:
        return date in self.active or date in self.settings.freezes.dates

    def rests(self, date: dt.date) -> bool:
        return date in self.resting or date.weekday() in self.closed


CADENCES = st.sampled_from([CadenceSettings(), CadenceSettings(days="weekdays")]) | st.builds(
    CadenceSettings, weekly=st.integers(1, 7)
)
FIRST = st.dates(dt.date(1999, 12, 20), dt.date(2027, 1, 10))
GAPS = st.lists(st.sampled_from([1] * 12 + [2, 2, 2, 3, 3, 4, 8, 15]), max_size=250)
"""Days from one entry to the next, up to some years of them."""


@st.composite
def habits(draw: st.DrawFn) -> tuple[StreakSettings, list[dt.date], set[dt.date]]:
    """Give a rule, dates with entries over years, and days that entries call days of rest."""
    written = [draw(FIRST)]
    for gap in draw(GAPS):
        written.append(written[-1] + dt.timedelta(days=gap))
    span = (written[-1] - written[0]).days + 20
    others = st.integers(0, span).map(lambda number: written[0] + dt.timedelta(days=number))
    freezes = FreezeSettings(
        every=draw(st.none() | st.integers(1, 10)), keep=draw(st.integers(1, 3)), dates=tuple(draw(st.sets(others)))
    )
    rest = draw(st.sets(st.sampled_from(WEEKDAYS), max_size=7))
    settings = StreakSettings(rest_days=tuple(rest), cadence=draw(CADENCES), freezes=freezes)
    return settings, written, draw(st.sets(others))


@given(habits(), st.integers(-400, 40))
def test_streaks_are_those_of_a_plain_count_on_every_day(
    habit: tuple[StreakSettings, list[dt.date], set[dt.date]], late: int
) -> None:
    settings, written, resting = habit
    today = max(written[0], written[-1] + dt.timedelta(days=late))
    entries: list[Entry] = [entry(dates=(one.isoformat(),)) for one in written]
    entries += [entry(dates=(one.isoformat(),), rest=True) for one in sorted(resting)]
    found = build_streaks(entries, today=today, settings=settings)
    told = Told(settings, {one for one in written if one <= today}, {one for one in resting if one <= today})
    told.walk(written[0], today)
    runs = [*told.runs, *([told.current] if told.current else [])]
    assert [(run.days, run.start, run.end) for run in found.runs] == [(len(run), run[0], run[-1]) for run in runs]
    assert found.current.days == len(told.current)
    assert found.longest.days == max(len(run) for run in runs)
    assert found.freezes == (told.freezes if told.current else 0)


@given(habits())
def test_until_is_the_last_day_on_which_a_plain_count_still_shows_the_streak(
    habit: tuple[StreakSettings, list[dt.date], set[dt.date]],
) -> None:
    settings, written, resting = habit
    entries: list[Entry] = [entry(dates=(one.isoformat(),)) for one in written]
    entries += [entry(dates=(one.isoformat(),), rest=True) for one in sorted(resting)]
    until = build_streaks(entries, today=written[-1], settings=settings).until
    known = {one for one in resting if one <= written[-1]}
    for today, is_there in (
        ((until, True), (until + dt.timedelta(days=1), False))
        if until
        else ((written[-1] + dt.timedelta(days=900), True),)
    ):
        told = Told(settings, set(written), known)
        told.walk(written[0], today)
        assert bool(told.current) == is_there
