"""What a file's path tells of its day and date: `2024-09-14-x.md`, `2021/09/14.md`, `Day01/README.md`, `r2/day5.md`."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from journal_site.languages.folding import WORD, fold
from journal_site.reading.dates.days import read_mark
from journal_site.reading.dates.numeric import best_order, concrete
from journal_site.reading.dates.parts import DateExpression
from journal_site.reading.dates.words import COUNTED, DAY_WORDS, MONTHS

_SUFFIX = re.compile(r"\.[A-Za-z]\w{0,9}$")
_FOLDER_FILE = re.compile(r"(?i)^(?:readme|index|_index)$")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_. ]?)(\d\d)\2(\d\d)(?!\d)")
_SHORT = re.compile(r"^(\d\d)(\d\d)(\d\d)(?!\d)")
_SHORT_PARTED = re.compile(r"^(\d\d)([-_.])(\d\d)\2(\d\d)(?!\d)")
_SHORT_YEARS = range(15, 40)
_YEAR_MONTH_DAY = re.compile(
    r"(?:^|/)((?:19|20)\d\d)[/_-](?:\d{4}[/_-])?(\d\d?|[^\W\d_]{3,10})/(?:\d{4}-\d\d-)?(\d\d?)(?!\d)(?=[^/]*$)"
)
_MONTH_DAY = re.compile(r"(?:^|/)((?:19|20)\d\d)/(?:[^/]+/)?(\d\d)[-_.]?(\d\d)(?!\d)(?=[^/]*$)")
_YEAR = re.compile(r"(?:^|/)((?:19|20)\d\d)(?=[/_-])")
_NUMBERS = re.compile(r"_?(\d{1,4})(?:[_+-](\d{1,4}))*(?:[a-z])?(?=$|[_ .-])")

_TELLS = re.compile(
    r"(?i)[第제]\s?[\d一二三四五六七八九十]|(?:^|[^a-z])r\d{1,2}[-_ ]?d\d|\d\s?(?:일차|일째|日目|天)|"
    r"\d[-_. ]\d{1,2}[-_. ]\d|\d[-_. ]?[^\W\d_]{3,}[-_. ,]|[^\W\d_]{3,}[-_. ]?\d"
)
_WORD = re.compile(WORD)
_DAYS = DAY_WORDS | COUNTED
_PLAIN = re.compile(r"(?i)day[-_ ]?(\d{1,5})(?:$|[-_ ](?![\d])[^\d]*$)")
_SHORT_DAYS = re.compile(r"(?i)d[-_ ]?(\d{1,3})(?:[-_ +&]{1,3}d?(\d{1,3}))?$")
_DIGITS = re.compile(r"\d+")
_ROUND = re.compile(r"(?i)(?:round|runde|ronda)[-_ ]?(\d{1,2})(?!\d)|(?:^|[/_. -])r(\d{1,2})(?=$|[/_. -]|d\d)")
_ROUND_RANGE = re.compile(r"(?:^|/)(\d)-\d{2,3}-\d{2,3}(?=/|$)")


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


def read_name(path: str) -> Name:
    """Return what a file's path tells; a README speaks for its folder, and the nearest folder of a day for both."""
    stem = _SUFFIX.sub("", path)
    folder, _, name = stem.rpartition("/")
    known = _read(folder if _FOLDER_FILE.match(name) else stem)
    if not known.days and not known.dates and folder:
        above = _folder(folder)
        return known._replace(days=above.days, dates=above.dates, text=above.text, round=known.round or above.round)
    return known


def file_round(path: str) -> int | None:
    """Return the round that a log's path tells, where it is not the first."""
    match = _ROUND.search(_SUFFIX.sub("", path)) or _ROUND_RANGE.search(path)
    number = int(next(group for group in match.groups() if group)) if match else 1
    return number if number > 1 else None


@lru_cache(maxsize=1024)
def _folder(folder: str) -> Name:
    """Return the day that a folder, or else the nearest one around it, is named after; that of a month is no day."""
    known = _read(folder)
    if match := _SHORT_DAYS.match(folder.rpartition("/")[2]):
        first, last = int(match[1]), int(match[2] or match[1])
        return Name(tuple(range(first, max(first, last) + 1)), known.round)
    if _names_day(folder.rpartition("/")[2]) or len(known.dates) == 1:
        return known
    around = folder.rpartition("/")[0]
    return _folder(around) if around else Name()


def _names_day(name: str) -> bool:
    mark = read_mark(name)
    return mark is not None and mark.named


def _read(stem: str) -> Name:
    name = stem.rpartition("/")[2]
    if (match := _ISO.search(name)) and (date := _date(match[1], match[3], match[4])):
        days, round_ = _day(name[: match.start()] + name[match.end() :])
        return Name(days, round_, (date,), name, date.year)
    if match and match[2] and not match.start():
        return Name(*_day(name[match.end() :]), year=int(match[1]), impossible=match[0])
    year_match = _YEAR.search(stem)
    year = int(year_match[1]) if year_match else None
    return (_by_folders(stem) if year else None) or _by_number(stem, name, year) or _by_words(name, year)


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
    """`240914-x.md`, `24_09_14.md`, `days/12.md`, `day-12.md`."""
    if (match := _SHORT_PARTED.match(name)) and (date := _year_first(*match.groups())):
        return Name(*_day(name[match.end() :]), (date,), name, year)
    if (match := _SHORT.match(name)) and (date := _date("20" + match[1], match[2], match[3])):
        return Name((), None, (date,), name, year)
    folder = stem.rpartition("/")[0].rpartition("/")[2]
    if folder.casefold() in DAY_WORDS and (match := _NUMBERS.match(name)):
        return Name(tuple(map(int, _DIGITS.findall(match[0]))), None, (), "", year)
    if match := _PLAIN.match(name):
        return Name((int(match[1]),), None, (), "", year)
    return None


def _year_first(first: str, sign: str, second: str, third: str) -> dt.date | None:
    """Return the date of three short numbers, unless the last is the year as well: `14-09-24` has the day first."""
    if int(first) not in _SHORT_YEARS or (int(third) in _SHORT_YEARS and sign != "_"):
        return None
    return _date("20" + first, second, third)


def _tells(name: str) -> bool:
    """Tell whether a name may say a day or a date in words."""
    return bool(_TELLS.search(name)) or any(fold(word) in _DAYS for word in _WORD.findall(name))


def _by_words(name: str, year: int | None) -> Name:
    """`Day 12 - Trees.md`, `R2D5.md`, `14 September 2024.md`, `14-09-2024.md`."""
    mark = read_mark(name.replace("_", " ")) if _tells(name) else None
    if mark is None or mark.template:
        return Name(year=year)
    dates = _dates(mark.dates, year) if mark.dates and not mark.loose else ()
    days = mark.days if mark.named or mark.round is not None else ()
    return Name(days, mark.round, dates, name if dates else "", year)


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
