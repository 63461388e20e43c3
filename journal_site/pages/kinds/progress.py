"""How far a challenge is and how steady the writing: both as of today, so for home only."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from journal_site.model.link_kinds import PAPER
from journal_site.pages.charts.wall import Wall, build_wall, current_round
from journal_site.pages.kinds.figures import Figure, counted_figure
from journal_site.pages.parts.views import View
from journal_site.pages.words.streak_rules import streak_rule_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.model.index import Challenge, Item
    from journal_site.pages.parts.context import PageContext

FIGURES = 3
_TELLING = 3
"""What is less says little: a streak of two days, two papers."""
_WORDS = 300
_HOUR = 60
_RESTING = dt.timedelta(days=60)
"""A journal in which nothing was written for so long is told of as it was, not by how late it is."""


class Progress(View, frozen=True, kw_only=True):
    """Day N of M."""

    name: str
    """The challenge's."""
    number: str
    """The days done, the large number."""
    of: str
    """`of 100`; empty where no challenge says how many there are to be."""
    says: str
    """Where the calendar stands; of a challenge that is done or rests, from when to when it was written."""
    wall: Wall


class StreakView(View, frozen=True, kw_only=True):
    """The streak that is running; the attributes let a script tell the truth on the day of reading."""

    figure: Figure
    until: str
    """ISO date of the last day on which it stands if nothing more is written; empty where nothing ends it."""
    day_ends: str
    """Until when it is still the day before, as `04:00`."""


def build_progress(context: PageContext, root: str) -> Progress | None:
    """Return how far the challenge is; None where there is none, and no numbered days stand in for one."""
    challenge, labels = context.index.challenge, context.labels
    if challenge is None or not challenge.days:
        return None if context.dated else _undated_progress(context, root)
    done = context.wording.number(challenge.done)
    label = labels.day_of.format(n=done, m=challenge.days)
    return Progress(
        name=challenge.name if challenge.name != context.config.title else labels.progress,
        number=done,
        of=labels.of.format(m=challenge.days),
        says=_says(context, challenge, challenge.days),
        wall=build_wall(context, root, _days_done(context, challenge), challenge.days, label),
    )


def _days_done(context: PageContext, challenge: Challenge) -> dict[int, Item]:
    """Return the entries of the days done; where they have no numbers, one for each date, counted from the first."""
    if numbered := current_round(context.entries):
        return numbered
    first = challenge.start or dt.date.min
    written = [items[0] for date, items in sorted(context.days.items()) if date >= first and not items[0].entry.rest]
    return dict(enumerate(written, start=1))


def _undated_progress(context: PageContext, root: str) -> Progress | None:
    """Return how far a journal of numbered days without dates has come."""
    days = current_round(context.entries)
    if len(days) <= 1:
        return None
    labels, wording = context.labels, context.wording
    label = wording.counted(labels.days_written, len(days))
    return Progress(
        name=labels.days_written_label,
        number=wording.number(len(days)),
        of="",
        says="",
        wall=build_wall(context, root, days, max(days), label),
    )


def _says(context: PageContext, challenge: Challenge, total: int) -> str:
    """Return where the calendar stands beside the writing, as long as that is a help."""
    labels, wording, today = context.labels, context.wording, context.index.streaks.today
    days = sorted(context.days)
    is_over = max(challenge.done, challenge.calendar or 0) >= total
    if days and (is_over or today - days[-1] > _RESTING):
        return wording.date_range(days[0], days[-1])
    if challenge.calendar is not None and challenge.calendar >= 1:
        return labels.calendar_day.format(n=challenge.calendar)
    return labels.since.format(date=wording.date(challenge.start)) if challenge.start else ""


def build_streak(context: PageContext) -> StreakView | None:
    """Return the streak that is running; None where there is none, or a short one."""
    streaks = context.index.streaks
    if streaks.current.days < _TELLING:
        return None
    return StreakView(
        figure=streak_figure(context),
        until=streaks.until.isoformat() if streaks.until else "",
        day_ends=context.config.day_ends,
    )


def streak_figure(context: PageContext) -> Figure:
    """Return the streak that is running, with the rule that it goes by."""
    return Figure(
        number=context.wording.number(context.index.streaks.current.days),
        name=context.labels.current_streak,
        rule=streak_rule_words(context.wording, context.config.streak),
    )


def build_figures(context: PageContext, *shown: str) -> tuple[Figure, ...]:
    """Return the journal's most telling numbers, none that is `shown` already; of its first day none."""
    if len(context.entries) <= 1:
        return ()
    figures: list[Figure] = []
    for figure in _figures(context):
        if figure.number not in (*shown, *(other.number for other in figures)):
            figures.append(figure)
    return tuple(figures)


def _figures(context: PageContext) -> Iterator[Figure]:
    index, labels, wording = context.index, context.labels, context.wording
    streaks = index.streaks
    for days, name in ((streaks.longest.days, labels.longest_streak), (streaks.day_run, labels.day_run)):
        if days >= _TELLING:
            yield Figure(number=wording.number(days), name=name)
    hours = sum(item.entry.minutes or 0 for item in context.entries) // _HOUR
    if hours >= _TELLING:
        yield Figure(number=wording.counted(labels.hours, hours), name=labels.spent)
    papers = len(context.links_of_kind(PAPER))
    if papers >= _TELLING:
        yield Figure(number=wording.number(papers), name=labels.link_groups[PAPER])
    for forms, count, least in (
        (labels.words, sum(item.entry.words for item in index.items), _WORDS),
        (labels.notebooks_count, len(index.notebooks), _TELLING),
        (labels.links_count, len(index.links), _TELLING),
    ):
        if count >= least:
            yield counted_figure(context, forms, count)
