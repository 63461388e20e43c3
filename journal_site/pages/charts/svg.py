"""Pictures of numbers as inline SVG: each has a title, a description, and the same numbers as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from journal_site.model.base import Value
from journal_site.pages.parts.views import View

WIDTH = 540
_HEIGHT = 160
_TOP = 18
"""Above the highest bar, for the number that it stands for."""
_BOTTOM = 22
"""Below the bars, for their labels."""
_LABEL_ROOM = 40
"""Between the beginnings of two labels."""
_NARROWEST = 2.0
_WIDEST = 44.0
_ROW = 26
_NAMES = 150
_CELL_GAP = 2
_LETTER = 6.2
"""About the width of a letter of the labels, for cutting names that are too long."""
_LEVELS = 4


class Chart(View, frozen=True, kw_only=True):
    """One picture with its table."""

    title: str
    svg: str
    """The whole element, safe to be written as it is."""
    head: tuple[str, ...]
    """The names of the table's columns."""
    rows: tuple[tuple[str, ...], ...]
    """The table's rows, each with a name first."""


class Caption(Value, frozen=True, kw_only=True):
    """What a picture says to those who cannot see it."""

    key: str
    """Its place in the page's ids."""
    title: str
    description: str


class Bar(Value, frozen=True, kw_only=True):
    """One number of a chart."""

    name: str
    """As the table and the pointer's hint say it."""
    amount: int
    text: str
    """The number as it is read."""
    label: str = ""
    """Below the bar, where there is room; many bars have none."""


def column_chart(caption: Caption, bars: Sequence[Bar]) -> str:
    """Return upright bars from the oldest to the newest."""
    pitch = max(_NARROWEST, min(_WIDEST, WIDTH / max(1, len(bars))))
    width = max(WIDTH, round(pitch * len(bars)))
    most = max((bar.amount for bar in bars), default=0) or 1
    floor = _HEIGHT - _BOTTOM
    parts = [f'<path class="axis" d="M0 {floor + 0.5}H{width}M0 {_TOP - 0.5}H{width}"/>']
    highest = max(bars, key=lambda bar: bar.amount, default=None)
    if highest is not None:
        parts.append(f'<text x="0" y="{_TOP - 5}">{escape(highest.text)}</text>')
    thick = max(1.0, pitch - (_CELL_GAP if pitch > _CELL_GAP * 3 else 0.5))
    free = 0.0
    for place, bar in enumerate(bars):
        x = place * pitch
        if bar.amount:
            height = max(1.0, bar.amount / most * (floor - _TOP))
            parts.append(_rectangle("bar", (x, floor - height, thick, height), f"{bar.name}: {bar.text}"))
        if bar.label and x >= free:
            parts.append(f'<text x="{_number(x)}" y="{_HEIGHT - 6}">{escape(bar.label)}</text>')
            free = x + max(_LABEL_ROOM, len(bar.label) * _LETTER + 8)
    return _svg(caption, width, _HEIGHT, parts)


def row_chart(caption: Caption, bars: Sequence[Bar]) -> str:
    """Return lying bars with their names before and their numbers behind them; narrow enough for a phone."""
    width, numbers = 360, 54
    names = min(_NAMES, 12 + round(max((len(bar.name) for bar in bars), default=0) * _LETTER))
    most = max((bar.amount for bar in bars), default=0) or 1
    parts: list[str] = []
    for place, bar in enumerate(bars):
        y = place * _ROW
        length = bar.amount / most * (width - names - numbers)
        parts.append(f'<text x="0" y="{y + 17}">{escape(_cut(bar.name, names))}</text>')
        if bar.amount:
            parts.append(_rectangle("bar", (names, y + 4, max(1.0, length), _ROW - 8)))
        parts.append(f'<text class="value" x="{_number(names + length + 6)}" y="{y + 17}">{escape(bar.text)}</text>')
    return _svg(caption, width, _ROW * len(bars), parts)


def grid_chart(caption: Caption, names: Sequence[str], columns: Sequence[Bar], cells: Sequence[Sequence[int]]) -> str:
    """Return a row of cells for each name, darker where there is more; `columns` give labels and hints."""
    room = min(_NAMES, 12 + round(max((len(name) for name in names), default=0) * _LETTER))
    pitch = max(8.0, min(48.0, (WIDTH - room) / max(1, len(columns))))
    width, height = round(room + pitch * len(columns)), _ROW * len(names) + _BOTTOM
    most = max((count for row in cells for count in row), default=0) or 1
    parts: list[str] = []
    for line, (name, row) in enumerate(zip(names, cells, strict=True)):
        y = line * _ROW
        parts.append(f'<text x="0" y="{y + 17}">{escape(_cut(name, room))}</text>')
        for place, (column, count) in enumerate(zip(columns, row, strict=True)):
            level = -(-count * _LEVELS // most)
            hint = f"{name}, {column.name}: {count}" if count else ""
            parts.append(_rectangle(f"h{level}", (room + place * pitch, y + 2, pitch - 2, _ROW - 4), hint))
    free = 0.0
    for place, column in enumerate(columns):
        x = room + place * pitch
        if column.label and x >= free:
            parts.append(f'<text x="{_number(x)}" y="{height - 6}">{escape(column.label)}</text>')
            free = x + max(_LABEL_ROOM, len(column.label) * _LETTER + 8)
    return _svg(caption, width, height, parts)


def span_chart(caption: Caption, spans: Sequence[tuple[int, Bar]], ticks: Iterable[tuple[int, str]], total: int) -> str:
    """Return blocks as long and as high as their amounts, each at its place on a scale of `total` units."""
    unit = WIDTH / max(1, total)
    most = max((bar.amount for _, bar in spans), default=0) or 1
    floor = _HEIGHT - _BOTTOM
    parts = [f'<path class="axis" d="M0 {floor + 0.5}H{WIDTH}M0 {_TOP - 0.5}H{WIDTH}"/>']
    parts.append(f'<text x="0" y="{_TOP - 5}">{escape(max(spans, key=lambda span: span[1].amount)[1].text)}</text>')
    for start, bar in spans:
        height = max(2.0, bar.amount / most * (floor - _TOP))
        length = max(1.5, bar.amount * unit - 0.5)
        parts.append(_rectangle("bar", (start * unit, floor - height, length, height), f"{bar.name}: {bar.text}"))
    free = 0.0
    for start, label in ticks:
        x = start * unit
        if label and x >= free:
            parts.append(f'<text x="{_number(x)}" y="{_HEIGHT - 6}">{escape(label)}</text>')
            free = x + max(_LABEL_ROOM, len(label) * _LETTER + 8)
    return _svg(caption, WIDTH, _HEIGHT, parts)


def _svg(caption: Caption, width: int, height: int, parts: list[str]) -> str:
    name = f"chart:{escape(caption.key)}"
    return (
        f'<svg class="chart" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"'
        f' aria-labelledby="{name}:title {name}:desc"><title id="{name}:title">{escape(caption.title)}</title>'
        f'<desc id="{name}:desc">{escape(caption.description)}</desc>{"".join(parts)}</svg>'
    )


def _rectangle(style: str, box: tuple[float, float, float, float], hint: str = "") -> str:
    """Return a rectangle: `box` is its left, its top, its width and its height."""
    x, y, width, height = map(_number, box)
    shape = f'class="{style}" x="{x}" y="{y}" width="{width}" height="{height}"'
    return f"<rect {shape}><title>{escape(hint)}</title></rect>" if hint else f"<rect {shape}/>"


def _number(value: float) -> str:
    """Return a coordinate with one decimal at most, which is finer than a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def _cut(name: str, room: int) -> str:
    most = int((room - 8) / _LETTER)
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
