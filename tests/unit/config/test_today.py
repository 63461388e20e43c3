"""What day it is: at every quarter of an hour over years that clocks show, in zones that put theirs back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
import time_machine

from journal_site.config.today import resolve_today

QUARTER = dt.timedelta(minutes=15)


def told(zone: str, day_ends: str, start: dt.datetime, end: dt.datetime) -> Iterator[tuple[dt.datetime, dt.date]]:
    """Give each quarter of an hour with its day, as somebody would say it who watches a clock all the time."""
    ends, day, now = dt.time.fromisoformat(day_ends), dt.date.min, start
    while now < end:
        clock = now.astimezone(ZoneInfo(zone))
        shown = clock.date() if clock.time() >= ends else clock.date() - dt.timedelta(days=1)
        day = max(day, shown)  # a day that has begun does not end again
        yield now, day
        now += QUARTER


@pytest.mark.parametrize("day_ends", ["00:00", "02:00", "04:00"])
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe"])
def test_it_is_what_a_clock_has_shown(zone: str, day_ends: str) -> None:
    with time_machine.travel(0, tick=False) as traveller:
        for begins in (dt.datetime(2016, 2, 20, tzinfo=dt.UTC), dt.datetime(2016, 10, 10, tzinfo=dt.UTC)):
            for now, day in told(zone, day_ends, begins, begins + dt.timedelta(days=45)):
                traveller.move_to(now)
                assert resolve_today(None, zone, day_ends) == day, now


def test_only_what_nobody_says_is_asked_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    with time_machine.travel(dt.datetime(2024, 3, 1, 2, 59, tzinfo=dt.UTC), tick=False):
        assert resolve_today(None, "UTC", "03:00") == dt.date(2024, 2, 29)
        assert resolve_today(dt.date(2024, 3, 1), "UTC", "03:00") == dt.date(2024, 3, 1)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709256600")
        assert resolve_today(None, "UTC", "03:00") == dt.date(2024, 3, 1)
