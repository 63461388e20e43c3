"""Phrases in the interface's language: dates, days, counts, built from labels and values."""

from __future__ import annotations

import itertools
from gettext import c2py
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from journal_site.languages.labels import Labels, Plural
    from journal_site.model.entry import Entry

_GROUPED = 1000
_WORDS_PER_MINUTE = 220
_LISTED = 4
"""More single days than this in one entry are shown as a range."""


class Wording:
    """Says things in one language; remembers the dates that it has spelled, as most are needed on several pages."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self._form = c2py(labels.plural)
        self._spelled: dict[tuple[str, dt.date], str] = {}

    def number(self, value: int) -> str:
        """Return a number with its thousands apart."""
        return str(value) if value < _GROUPED else f"{value:,}".replace(",", self.labels.thousands)

    def counted(self, forms: Plural, count: int) -> str:
        """Return a counted phrase: `3 entries`."""
        form = forms[min(self._form(count), len(forms) - 1)]
        return form.replace("{n}", self.number(count))

    def date(self, date: dt.date) -> str:
        """Return `14 September 2021`."""
        return self._spell(self.labels.date_long, date)

    def full_date(self, date: dt.date) -> str:
        """Return `Tuesday, 14 September 2021`."""
        return self._spell(self.labels.date_full, date)

    def short_date(self, date: dt.date) -> str:
        """Return `14 Sep`."""
        return self._spell(self.labels.date_short, date)

    def medium_date(self, date: dt.date) -> str:
        """Return `14 Sep 2021`."""
        return self._spell(self.labels.date_medium, date)

    def month(self, date: dt.date) -> str:
        """Return `September 2021`."""
        return self._spell(self.labels.date_month, date)

    def date_range(self, start: dt.date, end: dt.date) -> str:
        """Return `8-9 September 2020`, `28 Aug - 9 Sep 2020`, or one date where both are equal."""
        if start == end:
            return self.date(start)
        return self._in_one_month(self.labels.date_long, start, end) or self._range(start, end)

    def dates(self, entry: Entry) -> str:
        """Return when an entry was, briefly: its date, its few days, or their range; nothing for an undated one."""
        date, dates = entry.date, entry.dates
        if date is None:
            return ""
        end = entry.end_date if len(dates) > 1 else None
        if end is None:
            return self.medium_date(date)
        if len(dates) <= _LISTED and _has_gaps([one.toordinal() for one in dates]):
            return self.labels.comma.join([*map(self.short_date, dates[:-1]), self.medium_date(dates[-1])])
        return self._in_one_month(self.labels.date_medium, date, end) or self._range(date, end)

    def _range(self, start: dt.date, end: dt.date) -> str:
        first = self.short_date(start) if start.year == end.year else self.medium_date(start)
        return self.labels.date_range.format(start=first, end=self.medium_date(end))

    def _in_one_month(self, pattern: str, start: dt.date, end: dt.date) -> str:
        """Return `8-9 Sep 2020` where two days share their month and the language names the day first."""
        if (start.year, start.month) != (end.year, end.month) or not pattern.startswith("{d}"):
            return ""
        point = "." if pattern.startswith("{d}.") else ""
        return f"{start.day}{point}–{self._spell(pattern, end)}"

    def days(self, entry: Entry, total: int | None = None) -> str:
        """Return `Day 16`, `Day 16 of 100`, `Round 2 · Day 5`, `Days 45-50`; nothing where there is no number."""
        day = entry.day
        if day is None:
            return ""
        days, round_ = entry.days, entry.round
        if len(days) > 1:
            text = self._many_days(days)
        elif total is not None and day <= total:
            text = self.labels.day_of.format(n=day, m=total)
        else:
            text = self.labels.day.format(n=day)
        return f"{self.labels.round.format(n=round_)} · {text}" if round_ else text

    def reading(self, words: int) -> str:
        """Return how long a text takes to read: `3 min read`."""
        return self.counted(self.labels.reading, max(1, round(words / _WORDS_PER_MINUTE)))

    def _many_days(self, days: Sequence[int]) -> str:
        if len(days) <= _LISTED and _has_gaps(days):
            return self.labels.days_list.format(list=self.labels.comma.join(map(str, days)))
        return self.labels.days_range.format(start=days[0], end=days[-1])

    def _spell(self, pattern: str, date: dt.date) -> str:
        key = pattern, date
        text = self._spelled.get(key)
        if text is None:
            text = self._spelled[key] = pattern.format(
                d=date.day,
                m=date.month,
                y=date.year,
                month=self.labels.months[date.month - 1],
                month_alone=self.labels.months_alone[date.month - 1],
                short=self.labels.months_short[date.month - 1],
                weekday=self.labels.weekdays[date.weekday()],
            )
        return text


def _has_gaps(days: Sequence[int]) -> bool:
    return any(later - earlier != 1 for earlier, later in itertools.pairwise(days))
