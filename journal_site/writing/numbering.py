"""Which number the next day has, told from the days that a journal has."""

from __future__ import annotations

from collections.abc import Sequence

from journal_site.model.entry import Entry
from journal_site.model.index import Index

_RECENT = 12


def next_day(index: Index, *, challenge: bool) -> int | None:
    """Return the number of the next day of the current round; None where the journal does not number its days.

    `challenge`: the settings name a challenge, so that days count even where nobody wrote their numbers.
    """
    entries = [item.entry for item in index.items if item.entry.kind == "entry"]
    newest = entries[-_RECENT:]
    numbered = sum(bool(entry.days) for entry in newest)
    if newest and (newest[-1].days or numbered * 2 > len(newest)):
        return _after_current_round([entry for entry in entries if entry.days])
    if not challenge:
        return None
    return (index.challenge.done if index.challenge else 0) + 1


def _after_current_round(entries: Sequence[Entry]) -> int:
    """Return one more than the greatest number since the days last began anew: with another round, or from 0 or 1."""
    newest = entries[-1]
    greatest, least = newest.days[-1], newest.days[0]
    for entry in reversed(entries):
        begins_anew = least <= 1 and entry.days[-1] > greatest
        if entry.round != newest.round or begins_anew:
            break
        greatest, least = max(greatest, entry.days[-1]), min(least, entry.days[0])
    return greatest + 1
