"""The wall of a challenge: a cell for each of its days, its hue the day's main topic, its depth how much was written.

It needs no dates. In a log that has none it is the timeline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.pages.charts.levels import Levels, shorten
from journal_site.pages.parts.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

_SMALL, _NARROW, _WIDE = 100, 10, 25
"""Up to so many cells stand ten in a row, more of them 25."""
_LONGEST = 1100
"""Days that a wall shows: three years."""


class WallCell(View, frozen=True, kw_only=True):
    """One day: an empty `url` has no entry."""

    level: int = 0
    """0 where nothing was written, else 1 to 4, the more words the higher."""
    colour: int = 0
    """The number of its main topic's colour, from 1; 0 where it has none."""
    url: str = ""
    title: str = ""
    """The day and what was written, for the pointer and for who cannot see it."""


class WallRow(View, frozen=True, kw_only=True):
    """One row of the table that says the same to those who cannot see the wall."""

    days: str
    """`Days 11–20`"""
    written: str
    """On how many of them something was written."""
    words: str
    """How many words."""
    topics: str
    """What they were about, joined by commas."""


class Wall(View, frozen=True, kw_only=True):
    """The cells and their table."""

    label: str
    """What it shows, in words."""
    columns: int
    """How many days stand in a row: 10 or 25."""
    cells: tuple[WallCell, ...]
    rows: tuple[WallRow, ...]


def build_wall(context: PageContext, root: str, days: Mapping[int, Item], total: int, label: str) -> Wall:
    """Return the wall of so many days, of which these are written, as links on a page with this root."""
    total = min(total, _LONGEST)
    columns = _NARROW if total <= _SMALL else _WIDE
    levels = Levels(map(_words, days.values()))
    cells = [_cell(context, root, number, days.get(number), levels) for number in range(1, total + 1)]
    starts = range(1, total + 1, columns)
    rows = tuple(_row(context, days, range(start, min(start + columns, total + 1))) for start in starts)
    return Wall(label=label, columns=columns, cells=tuple(cells), rows=rows)


def current_round(items: Iterable[Item]) -> dict[int, Item]:
    """Return the entries of the newest round by their days; a number without a round belongs to the round before it."""
    rounds = rounds_of(items)
    return rounds[max(rounds)] if rounds else {}


def rounds_of(items: Iterable[Item]) -> dict[int, dict[int, Item]]:
    """Return by round the entry of each numbered day, the first that is no day of rest; day 0 comes before them all."""
    rounds: dict[int, dict[int, Item]] = {}
    newest = 1
    for item in items:
        newest = item.entry.round or newest
        for day in item.entry.days:
            if day > 0 and not item.entry.rest:
                rounds.setdefault(newest, {}).setdefault(day, item)
    return rounds


def _words(item: Item) -> int:
    """Return how much an entry says of each of its days."""
    return item.entry.words // max(1, len(item.entry.days))


def _cell(context: PageContext, root: str, number: int, item: Item | None, levels: Levels) -> WallCell:
    if item is None:
        return WallCell()
    topic = context.main_topic(item)
    day, title = context.labels.day.format(n=number), context.headline(item)[0]
    named = context.topic_ref(root, topic).name if topic else ""
    return WallCell(
        level=levels.level(_words(item)),
        colour=context.topic_colour(topic) if topic else 0,
        url=context.urls.href(root, item.url),
        title=" · ".join(filter(None, (day, shorten(title), named))),
    )


def _row(context: PageContext, days: Mapping[int, Item], numbers: Sequence[int]) -> WallRow:
    found = [days[number] for number in numbers if number in days]
    topics = dict.fromkeys(topic for item in found if (topic := context.main_topic(item)))
    labels, wording = context.labels, context.wording
    return WallRow(
        days=labels.days_range.format(start=numbers[0], end=numbers[-1]),
        written=wording.number(len(found)),
        words=wording.number(sum(map(_words, found))),
        topics=context.labels.comma.join(context.topic_ref("", topic).name for topic in topics),
    )
