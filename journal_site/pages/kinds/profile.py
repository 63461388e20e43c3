"""Pictures for a profile or a README elsewhere: badge.svg, heatmap.svg and wall.svg.

They are shown as images, where nothing runs and nothing is fetched: their colours, for light and dark surroundings, and
all that they say stand within. A day is one square of a path, so that years of them stay small.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from journal_site.model.page import Deferred, Document
from journal_site.pages.charts.heatmap import WEEK
from journal_site.pages.charts.levels import Levels
from journal_site.pages.charts.wall import current_round
from journal_site.pages.parts.accent import Palette, dark_palette, light_palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

BADGE, HEATMAP, WALL = "badge.svg", "heatmap.svg", "wall.svg"
_WEEKS = 53
_COLUMNS = 50
_MOST_CELLS = 1100
_SIDE, _PITCH = 10, 13
_MARGIN = 12
_LINE = 18
_LETTER, _WIDE_LETTER = 6.1, 11.5
"""About the width of a letter of the labels, and of a Chinese, Japanese or Korean one."""
_LONGEST = 32
"""Letters of a name on the badge."""
_TELLING = 3
_FONT = "font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:11px"


class _Cell(NamedTuple):
    column: int
    row: int
    level: int


def plan_profile(context: PageContext) -> Iterator[Deferred]:
    """Plan the pictures, where there are entries; the heatmap where they have dates, the wall where they have days."""
    if context.entries:
        yield Deferred(path=BADGE, make=_badge)
        if context.days:
            yield Deferred(path=HEATMAP, make=_heatmap)
        if _numbered(context):
            yield Deferred(path=WALL, make=_wall)


def how_far(context: PageContext) -> str:
    """Return how far the journal is: `Day 38 of 100`, or on how many days something was written."""
    challenge, labels = context.index.challenge, context.labels
    if challenge is not None and challenge.days:
        return labels.day_of.format(n=context.wording.number(challenge.done), m=challenge.days)
    if active := context.index.streaks.active_days:
        return context.wording.counted(labels.active_days, active)
    return context.wording.counted(labels.entries, len(context.entries))


def how_steady(context: PageContext) -> str:
    """Return the streak that is running: `12-day streak`; nothing where it is short."""
    days = context.index.streaks.current.days
    return context.wording.counted(context.labels.streak_run, days) if days >= _TELLING else ""


def _badge(context: PageContext) -> Document:
    name = context.config.title
    name = name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
    said = " · ".join(filter(None, (how_far(context), how_steady(context))))
    left, right = _width(name) + 16, _width(said) + 16
    parts = [
        f'<rect class="paper" width="{left + right}" height="22" rx="4"/>',
        f'<path class="h4" d="M{left} 0h{right - 4}a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4h-{right - 4}z"/>',
        _text(8, 15, name, "ink"),
        _text(left + 8, 15, said, "on"),
    ]
    return _document(context, BADGE, (left + right, 22), f"{name}: {said}", parts)


def _heatmap(context: PageContext) -> Document:
    """Draw the last year, week by week; where nothing was written for long, the year that ended then."""
    today = context.index.streaks.today
    last = max((date for date in context.days if date <= today), default=max(context.days))
    last = today if today - last < dt.timedelta(days=WEEK * _WEEKS // 2) else last
    first = last.toordinal() - last.weekday() - WEEK * (_WEEKS - 1)
    monday = dt.date.fromordinal(max(1, first))  # the calendar's first day is a Monday
    written = {date: items for date, items in context.days.items() if monday <= date <= last}
    amounts = {date: sum(map(_words, items)) for date, items in written.items()}
    levels = Levels(amounts.values())
    cells = []
    for number in range((last - monday).days + 1):
        date = monday + dt.timedelta(days=number)
        cells.append(_Cell(number // WEEK, number % WEEK, levels.level(amounts[date]) if date in amounts else 0))
    months = [
        _text(_MARGIN + week * _PITCH, _MARGIN + 9, context.labels.months_short[date.month - 1], "muted")
        for week in range(_WEEKS - 2)
        for date in (monday + dt.timedelta(days=WEEK * week),)
        if date.day <= WEEK
    ]
    top, width = _MARGIN + _LINE, 2 * _MARGIN + _WEEKS * _PITCH
    said = " · ".join(filter(None, (how_far(context), how_steady(context))))
    height = top + WEEK * _PITCH + _LINE + _MARGIN // 2
    parts = [_ground(width, height), *months, *_squares(cells, top), _text(_MARGIN, height - _MARGIN + 2, said, "ink")]
    label = f"{context.config.title}: {context.wording.date_range(monday, last)}, {said}"
    return _document(context, HEATMAP, (width, height), label, parts)


def _wall(context: PageContext) -> Document:
    """Draw a square for each day of the challenge, or of the numbered days."""
    days = _numbered(context)
    challenge = context.index.challenge
    wanted = (challenge.days or 0) if challenge else 0
    total = min(max(wanted, *days), _MOST_CELLS)
    levels = Levels(days.values())
    columns = min(_COLUMNS, total)
    cells = [
        _Cell((number - 1) % columns, (number - 1) // columns, levels.level(days[number]) if number in days else 0)
        for number in range(1, total + 1)
    ]
    rows = -(-total // columns)
    said = " · ".join(filter(None, (how_far(context), how_steady(context))))
    width = 2 * _MARGIN + max(columns * _PITCH, _width(said))
    height = _MARGIN + rows * _PITCH + _LINE + _MARGIN // 2
    parts = [_ground(width, height), *_squares(cells, _MARGIN), _text(_MARGIN, height - _MARGIN + 2, said, "ink")]
    return _document(context, WALL, (width, height), f"{context.config.title}: {said}", parts)


def _numbered(context: PageContext) -> Mapping[int, int]:
    """Return how many words each numbered day of the newest round has."""
    return {day: _words(item) for day, item in current_round(context.entries).items()}


def _words(item: Item) -> int:
    return item.entry.words // max(1, len(item.entry.dates) or len(item.entry.days))


def _squares(cells: Iterable[_Cell], top: int) -> Iterator[str]:
    """Give a path for each level: squares are the caps of lines without a length."""
    rows: defaultdict[int, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for cell in cells:
        rows[cell.level][cell.row].append(cell.column)
    for level, lines in sorted(rows.items()):
        moves = []
        for row, columns in sorted(lines.items()):
            moves.append(f"M{_MARGIN + _SIDE // 2 + columns[0] * _PITCH} {top + _SIDE // 2 + row * _PITCH}h0")
            moves += [f"m{(one - before) * _PITCH} 0h0" for before, one in pairwise(columns)]
        yield f'<path class="cell s{level}" d="{"".join(moves)}"/>'


def _ground(width: int, height: int) -> str:
    return f'<rect class="paper" width="{width}" height="{height}" rx="8"/>'


def _text(x: int, y: int, said: str, style: str) -> str:
    return f'<text class="{style}" x="{x}" y="{y}" textLength="{_width(said)}">{escape(said)}</text>' if said else ""


def _width(text: str) -> int:
    """Return about how wide a text is; it is then drawn as wide, whatever the font."""
    return round(sum(_WIDE_LETTER if unicodedata.east_asian_width(sign) in "WF" else _LETTER for sign in text))


def _document(context: PageContext, path: str, size: tuple[int, int], label: str, parts: Sequence[str]) -> Document:
    accent, (width, height) = context.config.accent, size
    style = f"text{{{_FONT}}}.cell{{fill:none;stroke-width:8;stroke-linecap:square}}"
    style += _colours(light_palette(accent)) + f"@media(prefers-color-scheme:dark){{{_colours(dark_palette(accent))}}}"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' role="img" aria-label="{escape(label)}"><title>{escape(label)}</title><style>{style}</style>'
        f"{''.join(parts)}</svg>\n"
    )
    return Document(path=path, content=svg.encode())


def _colours(palette: Palette) -> str:
    steps = (palette.line, *palette.heat)
    return (
        f".paper{{fill:{palette.surface}}}.ink{{fill:{palette.ink}}}.muted{{fill:{palette.muted}}}"
        f".h4{{fill:{palette.accent}}}.on{{fill:{palette.paper}}}"
        + "".join(f".s{level}{{stroke:{colour}}}" for level, colour in enumerate(steps))
    )
