"""Years and dates of other calendars as those of the Gregorian one: Buddhist, Japanese, of Taiwan, and Solar Hijri."""

from __future__ import annotations

import datetime as dt

BUDDHIST_YEARS = range(2443, 2643)
"""Those of 1900 to 2099: nobody keeps a log in the Gregorian ones."""
EARLIEST, LATEST = 2008, 2040
"""Before and after them, nobody kept such a log: `21.03.05` is of 2021, and `5/2/67` of 2567."""
_CENTURY, _TURN = 100, 70
"""Years of two digits from the turn on are of the last century."""
SOLAR_YEARS = range(1300, 1480)
"""Those for which the leap years of `_is_leap` are right, from 1921 on."""
CURRENT_SOLAR_YEARS = range(1380, 1420)
"""Those that numbers alone can tell: lunar years are beyond."""
ERA_YEARS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民国": 1911, "民國": 1911}
"""The year before the first of an era, by the two signs of its name."""
_BUDDHIST = 543
_LEAP_YEARS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Of a cycle of 33."""
_FIRST = dt.date(1921, 3, 21)
_LONG_MONTHS, _LONG, _SHORT, _MONTHS = 6, 31, 30, 12


def from_buddhist(year: int) -> int:
    """Return the year of our calendar."""
    return year - _BUDDHIST


def in_century(year: int) -> int:
    """Return the whole year that one of two digits means: the Buddhist one where no other can be a log's."""
    if year >= _CENTURY:
        return year
    buddhist = from_buddhist(2500 + year)
    if EARLIEST <= buddhist <= LATEST and not EARLIEST <= 2000 + year <= LATEST:
        return buddhist
    return year + (1900 if year >= _TURN else 2000)


def from_solar(year: int, month: int, day: int) -> dt.date | None:
    """Return the date of a Solar Hijri one (Persian: 1 Farvardin 1403), or None where that calendar has no such day."""
    if year not in SOLAR_YEARS or not 1 <= month <= _MONTHS or not 1 <= day <= _days_in(year, month):
        return None
    leaps = sum(_is_leap(before) for before in range(SOLAR_YEARS.start, year))
    before = (month - 1) * _SHORT + min(month - 1, _LONG_MONTHS)
    return _FIRST + dt.timedelta(days=(year - SOLAR_YEARS.start) * 365 + leaps + before + day - 1)


def _days_in(year: int, month: int) -> int:
    if month == _MONTHS:
        return _SHORT if _is_leap(year) else _SHORT - 1
    return _LONG if month <= _LONG_MONTHS else _SHORT


def _is_leap(year: int) -> bool:
    return year % 33 in _LEAP_YEARS
