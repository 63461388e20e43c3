"""How far a challenge is and how steady the writing: both as of today, so for home only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.languages.labels import is_right_to_left
from journal_site.pages.charts.ruler import Ruler, build_ruler, round_days
from journal_site.pages.parts.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal_site.model.index import Challenge
    from journal_site.pages.parts.context import PageContext

_NEAR = 30
"""So many hundredths of the ruler from its end there is no room for two texts on a small screen."""
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class RulerLabel(View, frozen=True, kw_only=True):
    """A text below the ruler."""

    text: str
    place: str
    """In hundredths of the ruler."""
    anchor: str = ""
    """The part of the text that stands there: its beginning, `middle` or `end`."""


class Progress(View, frozen=True, kw_only=True):
    """Day N of M."""

    name: str
    """The challenge's."""
    number: str
    """The days done, the large number."""
    of: str
    """`of 100`, or empty where the challenge has no end."""
    label: str
    """The whole in words: `Day 16 of 100`."""
    calendar: str
    """Where the calendar stands, if that is known."""
    ruler: Ruler | None
    labels: tuple[RulerLabel, ...] = ()
    """Below the ruler: its ends, and where the calendar stands."""


class StreakView(View, frozen=True, kw_only=True):
    """The streaks; the attributes let a script tell the truth on the day of reading."""

    current: str
    """The number alone."""
    current_label: str
    """Empty where none is running: a nought would say little, and nothing good."""
    longest: str
    """The longest one's days."""
    longest_label: str
    """What that number counts."""
    active: str
    """The days on which something was written."""
    end: str
    """ISO date of the current streak's last day, empty where there is none."""
    rest: str
    """The weekdays that do not count, Monday 0, joined by commas."""
    over: str
    """What to say once the streak is over."""


def build_progress(context: PageContext) -> Progress | None:
    """Return how far the challenge is; None where there is none."""
    challenge = context.index.challenge
    if challenge is None or not (challenge.days or challenge.done):
        return None if context.dated else _undated_progress(context)
    labels, total, calendar = context.labels, challenge.days, _calendar(context, challenge)
    done = context.wording.number(challenge.done)
    return Progress(
        name=challenge.name,
        number=done,
        of=labels.of.format(m=total) if total else "",
        label=labels.day_of.format(n=done, m=total) if total else labels.day.format(n=done),
        calendar=calendar,
        ruler=build_ruler(_days_done(context, challenge), total, challenge.calendar) if total else None,
        labels=_ruler_labels(context, total, challenge.calendar, calendar) if total else (),
    )


def _days_done(context: PageContext, challenge: Challenge) -> Iterable[int]:
    """Return the numbers of the days done; where entries have none, as many from the first on."""
    return round_days(context.entries) or range(1, challenge.done + 1)


def _undated_progress(context: PageContext) -> Progress | None:
    """Return how far a journal of numbered days without dates has come."""
    days = round_days(context.entries)
    if len(days) <= 1:
        return None
    labels, wording, last = context.labels, context.wording, max(days)
    return Progress(
        name=labels.days_written_label,
        number=wording.number(len(days)),
        of="",
        label=wording.counted(labels.days_written, len(days)),
        calendar="",
        ruler=build_ruler(days, last),
        labels=_ruler_labels(context, last, None, ""),
    )


def _ruler_labels(context: PageContext, total: int, now: int | None, calendar: str) -> tuple[RulerLabel, ...]:
    """Return the texts below the ruler; where the calendar stands near an end, that end's own makes room."""
    place = 100 * (now - 0.5) / total if now is not None and 1 <= now <= total else 50.0
    day = context.labels.day
    labels = []
    if not calendar or place > _NEAR:
        labels.append(RulerLabel(text=day.format(n=1), place="0"))
    if calendar:
        anchor = "" if place <= _NEAR else "end" if place >= 100 - _NEAR else "middle"
        labels.append(RulerLabel(text=calendar, place=f"{place:.1f}", anchor=anchor))
    if not calendar or place < 100 - _NEAR:
        labels.append(RulerLabel(text=day.format(n=total), place="100", anchor="end"))
    if is_right_to_left(context.config.language):
        return tuple(_mirrored(label) for label in labels)
    return tuple(labels)


def _mirrored(label: RulerLabel) -> RulerLabel:
    anchor = {"": "end", "end": ""}.get(label.anchor, label.anchor)
    return RulerLabel(text=label.text, place=f"{100 - float(label.place):g}", anchor=anchor)


def _calendar(context: PageContext, challenge: Challenge) -> str:
    """Return where the calendar stands beside the writing."""
    labels = context.labels
    if challenge.calendar is None or challenge.calendar < 1:
        return labels.since.format(date=context.wording.date(challenge.start)) if challenge.start else ""
    if challenge.days is not None and challenge.calendar > challenge.days:
        return labels.calendar_over
    return labels.calendar_day.format(n=challenge.calendar)


def build_streak(context: PageContext) -> StreakView | None:
    """Return the streaks; in a journal without dates the run of its day numbers; None where there is neither."""
    streaks, labels, wording = context.index.streaks, context.labels, context.wording
    if not streaks.active_days:
        return _day_run(context) if streaks.day_run > 1 else None
    current = streaks.current
    return StreakView(
        current=wording.number(current.days),
        current_label=labels.current_streak if current.days else "",
        longest=wording.number(streaks.longest.days),
        longest_label=labels.longest_streak,
        active=wording.number(streaks.active_days),
        end=current.end.isoformat() if current.end else "",
        rest=",".join(str(_WEEKDAYS.index(day)) for day in context.config.streak.rest_days),
        over=labels.streak_none.format(date=wording.date(current.end)) if current.end else "",
    )


def _day_run(context: PageContext) -> StreakView:
    run = context.wording.number(context.index.streaks.day_run)
    return StreakView(
        current="", current_label="", longest=run, longest_label=context.labels.day_run,
        active="", end="", rest="", over="",
    )  # fmt: skip
