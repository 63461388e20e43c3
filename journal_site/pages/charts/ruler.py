"""The ruler of a challenge: a tick for each of its days, the written ones filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.pages.parts.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal_site.model.index import Item

_MIDDLE = 5


class Ruler(View, frozen=True, kw_only=True):
    """Ticks in a box of `total` by 10, one unit each."""

    total: int
    """How many units there are."""
    done: str
    """The path of the written days; it is drawn as a dashed line with one dash a unit."""
    now: int | None = None
    """The unit where the calendar stands."""


def build_ruler(days: Iterable[int], total: int, now: int | None = None) -> Ruler:
    """Return the ruler of `total` days of which these are written."""
    path = "".join(f"M{start - 1} {_MIDDLE}h{end - start + 1}" for start, end in _runs(days, total))
    return Ruler(total=total, done=path, now=now - 1 if now is not None and 1 <= now <= total else None)


def round_days(items: Iterable[Item]) -> set[int]:
    """Return the days that the current round covers: that of the newest entry which has a day."""
    rounds: dict[int, set[int]] = {}
    newest = 1
    for item in items:
        if item.entry.days:
            newest = item.entry.round or 1
            rounds.setdefault(newest, set()).update(item.entry.days)
    return rounds.get(newest, set())


def _runs(days: Iterable[int], total: int) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for day in sorted(day for day in set(days) if 1 <= day <= total):
        if runs and runs[-1][1] == day - 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs
