"""The rule of streaks in words: `Monday – Friday`, `3 days a week · To spare: 2 days`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.config.settings import WEEKEND

if TYPE_CHECKING:
    from journal_site.config.settings import StreakSettings
    from journal_site.pages.words.wording import Wording


def streak_rule_words(wording: Wording, settings: StreakSettings) -> str:
    """Return what a streak asks for and what it may miss; nothing where it asks for every day."""
    labels, rest = wording.labels, settings.resting_weekdays
    parts = []
    if settings.cadence.weekly:
        parts.append(labels.a_week.format(n=wording.counted(labels.streak_days, settings.cadence.weekly)))
    if rest == WEEKEND:
        parts.append(labels.date_range.format(start=labels.weekdays[0], end=labels.weekdays[4]))
    elif rest:
        parts.append(f"{labels.rest_day}: {labels.comma.join(labels.weekdays[day] for day in sorted(rest))}")
    if settings.freezes.every:
        parts.append(labels.to_spare.format(n=wording.counted(labels.streak_days, settings.freezes.keep)))
    return " · ".join(parts)
