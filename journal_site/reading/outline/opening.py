"""Whether a file among others is opened as a log: what its name says sets how many days it must show for that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journal_site.expressions import expression
from journal_site.reading.dates.in_paths import read_month, read_name
from journal_site.reading.dates.words import DAY_WORDS, FILLER_WORDS, MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.model.source import Source, SourceOptions

FEWEST: Final = 3
"""So many days make a file among others a log."""
_WEAK_PRICE: Final = 2
"""So many more where they are no headings, unless the file is called a log."""
_NUMBERED = expression(r"^ {0,3}#{1,6}[^\n]{0,80}?[\d〇一二三四五六七八九十]", re.MULTILINE)
_LINE = expression(
    r"^[ \t]{0,3}(?:[-*+>|][ \t]+)?(?:\*\*|__|`|\[)?"
    r"(?:\d{1,4}(?:[-./年月][ \d]|(?:st|nd|rd|th|º)?[ \t])|([^\W\d_]{2,12})[.,]?[ \t]*[#:]?[ \t]*\d)",
    re.MULTILINE,
)
"""A line that begins with what may be a date, or with a word and a number."""
_WORD = expression(r"[^\W\d_]+")
_NAMES: Final = frozenset(word for word in FILLER_WORDS if len(word) > 4 or not word.isascii()) | {"log", "logs"}  # noqa: PLR2004
"""What a log is called: `log.md`, `Diario 2021.md`, `学习日志.md`."""


def is_called_log(path: str) -> bool:
    """Tell whether a file's name says that it is a log."""
    stem = path.rpartition("/")[2].rpartition(".")[0].casefold()
    return any(word in _NAMES or (not word.isascii() and word.endswith(_ENDINGS)) for word in _WORD.findall(stem))


_ENDINGS: Final = tuple(word for word in _NAMES if not word.isascii())


def price(path: str, *, weak: bool) -> int:
    """Return how many days a file must show: few where it is called a log, or is a month's."""
    called = is_called_log(path)
    if read_month(path)[1]:
        return 1 + weak
    return FEWEST - (called and not weak) + _WEAK_PRICE * (weak and not called)


def may_hold_days(source: Source, options: SourceOptions, text: str) -> bool:
    """Tell at a glance whether a file among others may be a log: a month's or a round's file, a `log.md`."""
    if options.heading:
        return True
    name = read_name(source.path, options.names)
    is_dated = bool(name.days or name.dates)
    fewest = FEWEST if is_dated else price(source.path, weak=False)
    if text.count("\n#") + 1 >= fewest and _has(_NUMBERED.finditer(text), fewest):
        return True
    if is_dated:
        return False
    told = (match for match in _LINE.finditer(text) if match[1] is None or match[1].casefold() in _TELLING)
    return _has(told, price(source.path, weak=True))


_TELLING: Final = DAY_WORDS | MONTHS.keys()


def _has(found: Iterator[object], fewest: int) -> bool:
    return all(next(found, None) for _ in range(fewest))
