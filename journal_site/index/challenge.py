"""The challenge: Day N of M, from site.yaml, else from what the log's introduction says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from journal_site.model.entry import Entry
from journal_site.model.index import Challenge
from journal_site.model.outline import Outline

if TYPE_CHECKING:
    from journal_site.config import SiteConfig

_Value = TypeVar("_Value")


def build_challenge(
    entries: Sequence[Entry], config: SiteConfig, outlines: Sequence[Outline], today: dt.date
) -> Challenge | None:
    """Return the challenge as of `today`, or None where neither site.yaml nor a log names one.

    Each part that site.yaml leaves open is what the first log that names it says.
    """
    said = config.challenge
    name = (said.name if said else "") or _first(outline.challenge_name for outline in outlines) or ""
    days = (said.days if said else None) or _first(outline.challenge_days for outline in outlines)
    start = (said.start if said else None) or _first(outline.start for outline in outlines)
    goals = (said.goals if said else ()) or _first(outline.goals for outline in outlines) or ()
    if said is None and not (name or days or start or goals):
        return None
    done = days_done(entries, start, today)
    return Challenge(
        name=name or config.title,
        days=days,
        start=start,
        done=len(done),
        calendar=(today - start).days + 1 if start is not None and start <= today else None,
        goals=goals,
    )


def days_done(entries: Sequence[Entry], start: dt.date | None, today: dt.date) -> set[int]:
    """Return the distinct days done in the current round: day numbers, or dates where no entry has a number.

    Day 0 is what comes before a challenge. A number without a round belongs to the round before it.
    """
    rounds: dict[int, set[int]] = {}
    current = 1
    for entry in entries:
        if entry.round is not None:
            current = entry.round
        if entry.days and not entry.rest and (entry.date is None or entry.date <= today):
            rounds.setdefault(current, set()).update(entry.days)
    if rounds:
        return rounds.get(current, set()) - {0}
    first = start or dt.date.min
    return {date.toordinal() for entry in entries if not entry.rest for date in entry.dates if first <= date <= today}


def _first(values: Iterable[_Value]) -> _Value | None:
    return next((one for one in values if one), None)
