"""What a file's path tells of its day and date: `2024-09-14-x.md`, `2021/09/14.md`, `Day01/README.md`, `r2/day5.md`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from journal_site.expressions import expression
from journal_site.languages.folding import WORD, fold
from journal_site.model.source import MONTH_DAY
from journal_site.reading.dates.days import read_mark
from journal_site.reading.dates.numeric import PAIR_ORDERS, best_order, concrete, ordered, shared_order
from journal_site.reading.dates.parts import FIRST_YEAR, LAST_YEAR, DateExpression, DateParts, DaySpan
from journal_site.reading.dates.periods import read_period
from journal_site.reading.dates.words import COUNTED, DAY_WORDS, MONTHS, TO_WORDS

if TYPE_CHECKING:
    import re

_SUFFIX = expression(r"\.[A-Za-z]\w{0,9}$")
_FOLDER_FILE = expression(r"(?i)^(?:readme|index|_index)$")
_ISO = expression(
    r"(?<!\d)((?:19|20)\d\d)(?:([-_. ])(\d\d?)\2(\d\d?)|(\d\d)(\d\d)(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?)(?!\d)"
)
"""A date, perhaps with the time behind it, as in the ids of a slip box."""
_RANGE = expression(
    rf"(?:[-_ ]+(?:{'|'.join(sorted(word for word in TO_WORDS if len(word) > 1))})[-_ ]+|[-_ ]*(?:--|[–—~…]|_)[-_ ]*)"
    r"(?:((?:19|20)\d\d)[-_.])?(?:(\d\d?)[-_.])?(\d\d?)(?=$|[_ ](?!\d))"
)
"""The end of a range that begins with a whole date: `2024-01-12-to-18`."""
_SHORT = expression(r"^(\d\d)(\d\d)(\d\d)(?!\d)")
_TRIPLE = expression(r"(?<!\d)(\d\d?)([-_.])(\d\d?)\2((?:19|20)\d\d|\d\d?)(?!\d|[-_.]\d)")
_SHORT_YEARS = range(15, 40)
_YEAR_MONTH_DAY = expression(
    r"(?:^|/)((?:19|20)\d\d)[/_-](?:\d{4}[/_-])?(\d\d?|[^\W\d_]{3,10})/(?:\d{4}-\d\d-)?(\d\d?)(?!\d)(?=[^/]*$)"
)
_MONTH_DAY = expression(r"(?:^|/)((?:19|20)\d\d)/(?:[^/]+/)?(\d\d)[-_.]?(\d\d)(?!\d)(?=[^/]*$)")
_LONE_YEAR = expression(r"20\d\d")
_YEAR = expression(r"(?:^|/)((?:19|20)\d\d)(?=[/_-])")
_NUMBERS = expression(r"_?(\d{1,4})(?:[_+-](\d{1,4}))*(?:[a-z])?(?=$|[_ .-])")
_MONTH_FILE = expression(r"(?:^|/)((?:19|20)\d\d)(?:[-_. /]?(\d\d)|[-_. /](\d))$")
_TELLS = expression(
    r"(?i)[第제]\s?[\d一二三四五六七八九十]|(?:^|[^a-z])r\d{1,2}[-_ ]?d\d|\d\s?(?:일차|일째|日目|天)|"
    r"\d[-_. ]\d{1,2}[-_. ]\d|\d[-_. ]?[^\W\d_]{3,}[-_. ,]|[^\W\d_]{3,}[-_. ]?\d"
)
_WORD = expression(WORD)
_DASHED = expression(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_TELLING = DAY_WORDS | COUNTED | MONTHS.keys()
_HASHED = expression(r"#\s?(\d{1,3})$")
_PLAIN = expression(r"(?i)day[-_ ]?(\d{1,5})(?:$|[-_ ](?![\d])[^\d]*$)")
_ONLY_DAY = expression(r"(?i)day[-_ ]?\d{1,5}")
_SHORT_DAYS = expression(r"(?i)d[-_ ]?(\d{1,3})(?:[-_ +&]{1,3}d?(\d{1,3}))?$")
_MONTH_AND_DAY = expression(r"(\d\d)(\d\d)")
_DIGITS = expression(r"\d+")
_CENTURY = 100
_LONGEST_RANGE = 62
_ROUND = expression(r"(?i)(?:round|runde|ronda)[-_ ]?(\d{1,2})(?!\d)|(?:^|[/_. -])r(\d{1,2})(?=$|[/_. -]|d\d)")
_ROUND_RANGE = expression(r"(?:^|/)(\d)-\d{2,3}-\d{2,3}(?=/|$)")


class Name(NamedTuple):
    """What a path tells."""

    days: tuple[int, ...] = ()
    round: int | None = None
    dates: tuple[dt.date, ...] = ()
    text: str = ""
    """The part of the path that tells the date."""
    year: int | None = None
    """Of a folder named after one."""
    impossible: str = ""
    """A date that the name begins with and the calendar does not have."""
    open: bool = False
    """The date has numbers whose order nothing but others of its kind settles."""
    yearless: DateExpression | None = None
    """A day and a month in words, whose year neither the name nor a folder tells."""


@lru_cache(maxsize=1024)
def read_name(path: str, order: str = "") -> Name:
    """Return what a file's path tells; a README speaks for its folder, and the nearest folder of a day for both.

    `order` is that of numbers in names, as the names beside it show it (`names_order`).
    """
    stem = _stem(path)
    folder = path.rpartition("/")[0]
    known = _read(stem, order)
    if not known.days and not known.dates and folder:
        above = _folder(folder, order)
        return known._replace(
            days=above.days,
            dates=above.dates,
            text=above.text,
            round=known.round or above.round,
            yearless=known.yearless or (above.yearless if order == MONTH_DAY else None),
        )
    return known


def name_title(path: str) -> str:
    """Return what a file's name says besides its date and day (`Seven it` of `2026-10-09-seven-it`), or nothing."""
    stem = _stem(path).rpartition("/")[2]
    if _ONLY_DAY.fullmatch(stem):  # as most names are: seen without reading them
        return ""
    match = _ISO.search(stem)
    if match and (date := _date(match[1], *_month_and_day(match))):
        rest = stem[: match.start()] + " " + stem[_with_range(stem, match.end(), date)[1] :]
    else:
        triple = _triple(stem)
        match = triple or _SHORT.match(stem)
        if triple and len(triple[4]) == 1 and (triple.start() or int(triple[1]) not in _SHORT_YEARS):
            match = None  # a version's number
        rest = stem[: match.start()] + " " + stem[match.end() :] if match else stem
    words = " ".join(rest.replace("_", " ").split()).strip(" -–—.,:")
    mark = read_mark(words) if _tells(words) else None
    if mark is not None and mark.leads and (mark.named or (mark.dates and not mark.dates.weak)):
        words = mark.title
    elif rest == stem:
        return ""
    words = words if " " in words else words.replace("-", " ")
    if not any(map(str.isalpha, words)):
        return ""
    return words[:1].upper() + words[1:] if words.islower() else words


def _stem(path: str) -> str:
    """Return the path without its suffix; of a README that of its folder."""
    stem = _SUFFIX.sub("", path)
    folder, _, name = stem.rpartition("/")
    return folder if _FOLDER_FILE.match(name) else stem


def names_order(paths: Iterable[str]) -> str:
    """Return the order of day, month and year in the names of files that stand together, where these show it."""
    names = {_stem(path).rpartition("/")[2] for path in paths}
    found = {match.group(1, 3, 4): match.start() for name in names if (match := _triple(name))}
    raws = [(int(a), int(b), int(c)) for a, b, c in found if len(c) > 1]
    return shared_order(raws, numbered=True)


def read_month(path: str) -> tuple[int | None, int]:
    """Return the (year, month) that a log's path tells it to be of: `2022/01.md`, `March 2021.md`; else (None, 0)."""
    stem = _stem(path)
    if (match := _MONTH_FILE.search(stem)) and 1 <= (month := int(match[2] or match[3])) <= 12:  # noqa: PLR2004
        return int(match[1]), month
    name = stem.rpartition("/")[2]
    year, month = read_period(name.replace("_", " ").replace("-", " "))
    numbers = _DIGITS.findall(name)
    alone = int(numbers[0]) if len(numbers) == 1 and _LONE_YEAR.fullmatch(numbers[0]) else None
    return year or alone or _year_of(stem), month


def _triple(name: str) -> re.Match[str] | None:
    """Return three numbers with one sign between them that are no date with the year first."""
    return None if _ISO.search(name) else _TRIPLE.search(name)


def _year_of(stem: str) -> int | None:
    match = _YEAR.search(stem)
    return int(match[1]) if match else None


def file_round(path: str) -> int | None:
    """Return the round that a log's path tells, where it is not the first."""
    match = _ROUND.search(_SUFFIX.sub("", path)) or _ROUND_RANGE.search(path)
    number = int(next(group for group in match.groups() if group)) if match else 1
    return number if number > 1 else None


@lru_cache(maxsize=1024)
def _folder(folder: str, order: str) -> Name:
    """Return the day that a folder, or else the nearest one around it, is named after; that of a month is no day."""
    known = _read(folder, order)
    if match := _SHORT_DAYS.match(folder.rpartition("/")[2]):
        first, last = int(match[1]), int(match[2] or match[1])
        return Name(tuple(range(first, max(first, last) + 1)), known.round)
    if _names_day(folder.rpartition("/")[2]) or len(known.dates) == 1 or (known.yearless and order == MONTH_DAY):
        return known
    around = folder.rpartition("/")[0]
    return _folder(around, order) if around else Name()


def _names_day(name: str) -> bool:
    mark = read_mark(name)
    return mark is not None and mark.named


def _read(stem: str, order: str) -> Name:
    name = stem.rpartition("/")[2]
    match = _ISO.search(name)
    if match and (date := _date(match[1], *_month_and_day(match))):
        dates, end = _with_range(name, match.end(), date)
        days, round_ = _day(name[: match.start()] + name[end:])
        return Name(days, round_, dates, name, date.year)
    if match and match[2] and not match.start() and len(match[3]) == len(match[4]) == 2:  # noqa: PLR2004
        return Name(*_day(name[match.end() :]), year=int(match[1]), impossible=match[0])
    year = _year_of(stem)
    by_folders = _by_folders(stem) if year else None
    if order == MONTH_DAY and not by_folders and (match := _MONTH_AND_DAY.fullmatch(name)):
        parts = DateParts(None, int(match[1]), int(match[2]))
        return Name(text=name, year=year, yearless=DateExpression((DaySpan(parts, parts),), 0, 0))
    return by_folders or _by_three(name, year, order) or _by_number(stem, name, year) or _by_words(name, year)


def _month_and_day(match: re.Match[str]) -> tuple[str, str]:
    return match[3] or match[5], match[4] or match[6]


def _with_range(name: str, end: int, first: dt.date) -> tuple[tuple[dt.date, ...], int]:
    """Return the dates from a first to the one behind it, if it begins a range, with the place behind them."""
    match = _RANGE.match(name, end)
    last = _date(match[1] or first.year, match[2] or first.month, match[3]) if match else None
    if match is None or last is None or not 0 < (last - first).days <= _LONGEST_RANGE:
        return (first,), end
    return tuple(first + dt.timedelta(days=n) for n in range((last - first).days + 1)), match.end()


def _by_three(name: str, year: int | None, order: str) -> Name | None:
    """`14-09-2024.md`, `24_09_14 trees.md`, `diary_27_05_2020.md`; `day-01-27-10.md` where others show it."""
    match = _triple(name)
    if match is None:
        return None
    if len(match[4]) == 1 and not order.startswith("year"):
        return None  # no year, and nothing shows that another of them is
    raw = int(match[1]), int(match[3]), int(match[4])
    rest = name[: match.start()] + " " + name[match.end() :]
    if order in PAIR_ORDERS:
        date = ordered(raw, order, year) if year else None
        return Name((raw[0],), None, (date,) if date else (), name, year)
    if year and raw[2] < _CENTURY and year % _CENTURY not in raw:
        date = ordered((*raw[:2], -1), order, year)  # what stands third is no year
    else:
        date = ordered(raw, order) if order else _alone(raw, match)
    if date is None or not FIRST_YEAR <= date.year <= LAST_YEAR:
        return None
    return Name(*_day(rest), (date,), name, year, open=not order and max(raw[:2]) <= 12 and raw[0] != raw[1])  # noqa: PLR2004


def _alone(raw: tuple[int, int, int], match: re.Match[str]) -> dt.date | None:
    """Return the date of three numbers with no others beside them: `24-09-14` has the year first, `14-09-24` last."""
    first, third = raw[0], raw[2]
    is_brief = len(match[1]) == len(match[3]) == len(match[4]) == 2  # noqa: PLR2004
    if not match.start() and is_brief and first in _SHORT_YEARS and (third not in _SHORT_YEARS or match[2] == "_"):
        return ordered(raw, "year/month/day") or ordered(raw, "day/month/year")
    parts = DateParts(None, 0, 0, raw, match[2])
    written = DateExpression((DaySpan(parts, parts),), 0, 0)
    found = _dates(written, None)
    return found[0] if found else None


def _by_folders(stem: str) -> Name | None:
    """`2021/09/14.md`, `2021/September/14-x.md`, `2021-09/14.md`, `2021/0914.md`."""
    match = _YEAR_MONTH_DAY.search(stem)
    month = match[2] if match and match[2].isdigit() else MONTHS.get(match[2].casefold(), 0) if match else 0
    date = _date(match[1], month, match[3]) if match else None
    if date is None and (match := _MONTH_DAY.search(stem)):
        date = _date(match[1], match[2], match[3])
    if match is None or date is None:
        return None
    return Name(*_day(stem[match.end() :]), (date,), match[0].lstrip("/"), date.year)


def _by_number(stem: str, name: str, year: int | None) -> Name | None:
    """`240914-x.md`, `days/12.md`, `day-12.md`, `#12/README.md`."""
    if (match := _SHORT.match(name)) and (date := _date("20" + match[1], match[2], match[3])):
        return Name((), None, (date,), name, year)
    folder = stem.rpartition("/")[0].rpartition("/")[2]
    if folder.casefold() in DAY_WORDS and (match := _NUMBERS.match(name)):
        return Name(tuple(map(int, _DIGITS.findall(match[0]))), None, (), "", year)
    if match := _PLAIN.match(name) or _HASHED.match(name):
        return Name((int(match[1]),), None, (), "", year)
    return None


def _tells(name: str) -> bool:
    """Tell whether a name may say a day or a date in words."""
    return bool(_TELLS.search(name)) or any(fold(word) in _TELLING for word in _WORD.findall(name))


def _by_words(name: str, year: int | None) -> Name:
    """`Day 12 - Trees.md`, `R2D5.md`, `14 September 2024.md`, `14-09-2024.md`."""
    told = _DASHED.sub(" ", name.replace("_", " "))
    mark = read_mark(told) if _tells(name) else None
    if mark is None or mark.template or (mark.short and mark.title and not any(map(str.isdigit, name))):
        return Name(year=year)
    dates = _dates(mark.dates, year) if mark.dates and not mark.loose else ()
    days = mark.days if mark.named or mark.round is not None else ()
    yearless = mark.dates if mark.dates and mark.leads and not (dates or mark.loose or mark.dates.weak) else None
    if yearless and any(part.year or not part.month for span in yearless.spans for part in span):
        yearless = None
    return Name(days, mark.round, dates, name if dates or yearless else "", year, yearless=yearless)


def _day(rest: str) -> tuple[tuple[int, ...], int | None]:
    """Return the day and round that the rest of a dated name tells."""
    if not _tells(rest):
        return (), None
    mark = read_mark(rest.replace("_", " ").strip(" -."))
    return (mark.days, mark.round) if mark and mark.named and not mark.template else ((), None)


def _dates(written: DateExpression, year: int | None) -> tuple[dt.date, ...]:
    """Return the dates of a name that tells all of them, its year perhaps by its folder."""
    found: list[dt.date] = []
    for first, last in concrete(written, best_order([written])):
        start = _date(first[0] or year or "", first[1], first[2])
        end = _date(last[0] or year or "", last[1], last[2])
        if start is None or end is None or not 0 <= (end - start).days <= 366:  # noqa: PLR2004
            return ()
        found.extend(start + dt.timedelta(days=n) for n in range((end - start).days + 1))
    return tuple(found)


def _date(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
