"""Activity strips: how often something was written about, as a row of bars in one SVG path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.pages.parts.views import Strip

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

_HEIGHT = 24
_LOWEST = 5
_PITCH = 4
_MOST = 60
_FEWEST = 40
_WEEK = 7


class Axis:
    """Equal stretches of time, or of the entries' order in a journal without dates, that strips share."""

    def __init__(self, dates: Iterable[dt.date], ids: Sequence[str] = ()) -> None:
        """Span all dates, or where there are none all ids, in their order."""
        ordinals = [date.toordinal() for date in dates]
        self._places: dict[str, int] = {}
        if ordinals:
            self._start = min(ordinals) // _WEEK * _WEEK
            days = max(ordinals) - self._start + 1
            self._step = 1 if days <= _MOST else -(-days // (_MOST * _WEEK)) * _WEEK
            self.buckets = max(_FEWEST, -(-days // self._step))
        else:
            self._start = 0
            self._step = -(-len(ids) // _MOST) or 1
            self._places = {id_: place for place, id_ in enumerate(ids)}
            self.buckets = max(_FEWEST, -(-len(ids) // self._step))

    def bucket(self, item: Item) -> int | None:
        """Return the stretch that an entry belongs to; None for one that has no place here."""
        place = self._places.get(item.id) if self._places else _ordinal(item)
        if place is None:
            return None
        return min(self.buckets - 1, max(0, (place - self._start) // self._step))


def build_strip(axis: Axis, items: Iterable[Item], label: str) -> Strip | None:
    """Return the strip of these entries; None where none of them has a place on the axis."""
    counts = [0] * axis.buckets
    for item in items:
        bucket = axis.bucket(item)
        if bucket is not None:
            counts[bucket] += 1
    most = max(counts)
    if not most:
        return None
    bars = (
        f"M{place * _PITCH + 2} {_HEIGHT}v-{max(_LOWEST, round(_HEIGHT * count / max(2, most)))}"
        for place, count in enumerate(counts)
        if count
    )
    return Strip(path="".join(bars), width=axis.buckets * _PITCH, label=label)


def journal_axis(context: PageContext) -> Axis:
    """Return the axis of the whole journal, on which its topics can be compared."""
    dates = [date for item in context.dated if (date := item.entry.date)]
    if len(dates) * 2 >= len(context.entries) and dates:
        return Axis(dates)
    return Axis((), context.ids)


def _ordinal(item: Item) -> int | None:
    date = item.entry.date
    return date.toordinal() if date else None
