"""What the next entry file is called, learned from the names that entry files have: `2021/09/14.md`, `Day01/README.md`.

The newest name that tells its day or date is taken apart; what changes with them in the newest names is written anew,
and the name is taken only if it then reads as the day and date that are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from journal_site.expressions import expression
from journal_site.languages.folding import fold
from journal_site.reading.dates.in_paths import read_name
from journal_site.reading.dates.words import MONTH_NAMES
from journal_site.slugs import name_slug
from journal_site.writing.date_style import NUMERIC, DatePiece, write_date

if TYPE_CHECKING:
    import datetime as dt

_RECENT = 12
_TOKEN = expression(r"\d+|[^\W\d_]+|[\W_]")
_SLUG = expression(r"^([-_ .]*)([^/]*?)((?:/[^/]*)?\.[A-Za-z]\w{0,9})$")
_LONGEST_SLUG = 60


class EntryFile(NamedTuple):
    """An entry file that is there."""

    path: str
    days: tuple[int, ...]
    date: dt.date | None


class _Name(NamedTuple):
    """A name taken apart: what tells day and date, and what follows."""

    head: tuple[str, ...]
    joint: str
    suffix: str
    file: EntryFile
    spaced: bool


def next_name(files: Sequence[EntryFile], *, day: int | None, date: dt.date, title: str) -> str | None:
    """Return the next file's path; None where the names tell neither days nor dates. `files` are oldest first."""
    names = [name for file in reversed(files) if (name := _taken_apart(file))][:_RECENT]
    if not names:
        return None
    alike = [name for name in names if _shape(name) == _shape(names[0])]
    newest = read_name(names[0].file.path)
    if newest.days and day is None:
        return None
    wanted = ((day,) if newest.days else (), (date,) if newest.dates else ())
    for roles in _assignments(alike, number=bool(newest.days)):
        path = "".join(_write(piece, day, date) for piece in roles) + _tail(alike, title)
        new = read_name(path)
        if (new.days, new.dates) == wanted:
            return path
    return None


def names_day_or_date(path: str) -> bool:
    """Tell whether a file's name says its day or its date."""
    name = read_name(path)
    return bool(name.days or name.dates)


def _write(piece: DatePiece, day: int | None, date: dt.date) -> str:
    return f"{day:0{piece.width}d}" if piece.role == "number" else write_date((piece,), date)


def _taken_apart(file: EntryFile) -> _Name | None:
    """Return the name, cut behind what tells all that the whole tells; None where it tells nothing of one day."""
    name = read_name(file.path)
    if not (name.days or name.dates) or len(name.days) > 1 or len(name.dates) > 1:
        return None
    tokens = tuple(_TOKEN.findall(file.path))
    for end in range(1, len(tokens) + 1):
        head, tail = tokens[:end], "".join(tokens[end:])
        match = _SLUG.match(tail)
        known = read_name("".join(head) + ".md")
        if match and tokens[end - 1].isalnum() and (known.days, known.dates) == (name.days, name.dates):
            return _Name(head, match[1] if match[2] else "", match[3], file, " " in match[1] + match[2])
    return None


def _shape(name: _Name) -> str:
    return re.sub(r"\d+|[^\W\d_]{3,}", "#", "".join(name.head)) + name.suffix


def _tail(alike: Sequence[_Name], title: str) -> str:
    """Return what follows the day or date: the title where names have one, and what all names end in."""
    model = alike[0]
    titled = next((name for name in alike if name.joint), None)
    if titled is None or not title:
        return model.suffix
    if titled.spaced:
        words = re.sub(r"[^\w .,()'’&+-]", "", title).strip(" .")
    else:
        words = name_slug(title)[:_LONGEST_SLUG].strip("-")
        words = words.replace("-", "_") if "_" in titled.joint else words
    return f"{titled.joint}{words}{model.suffix}" if words else model.suffix


_FORMS = {"year": "%Y", "month": "%m", "day": "%d"} | NUMERIC


def _assignments(alike: Sequence[_Name], *, number: bool) -> Iterator[tuple[DatePiece, ...]]:
    """Give what each token may mean, the likeliest first: what suits all names that are alike."""
    names = [name for name in alike if len(name.head) == len(alike[0].head)]
    columns = zip(*(name.head for name in names), strict=True)
    yield from product(*(_roles(column, [name.file for name in names], number=number) for column in columns))


def _roles(column: Sequence[str], files: Sequence[EntryFile], *, number: bool) -> list[DatePiece]:
    """Return what the tokens of one place may mean in all names."""
    dates = [file.date for file in files]
    found: list[DatePiece] = []
    if column[0].isdigit():
        padded = any(token.startswith("0") for token in column)
        if number and all(int(token) in file.days for token, file in zip(column, files, strict=True)):
            found.append(DatePiece("number", width=max(map(len, column)) if padded else 1))
        width = 2 if padded or min(map(len, column)) > 1 else 1
        found += [DatePiece(role, width=width) for role, form in _FORMS.items() if _says(column, dates, form)]
    elif column[0].isalpha() and dates[0] and (piece := _month(column[0], dates[0])):
        found.append(piece)
    if len(set(column)) == 1 or not found:
        found.append(DatePiece("text", text=column[0]))
    return found


def _says(column: Sequence[str], dates: Sequence[dt.date | None], form: str) -> bool:
    """Tell whether each token is a part of its name's date."""
    return all(
        date is not None and token.zfill(len(f"{date:{form}}")) == f"{date:{form}}"
        for token, date in zip(column, dates, strict=True)
    )


def _month(word: str, date: dt.date) -> DatePiece | None:
    """Return the month's name in whichever language the word is."""
    case = "upper" if word.isupper() else "title" if word[0].isupper() else ""
    for code, months in MONTH_NAMES.items():
        for form, name in enumerate(months[date.month - 1]):
            if fold(word) == fold(name):
                return DatePiece("month name", language=code, form=form, case=case)
            if len(word) == 3 and fold(name).startswith(fold(word)):  # noqa: PLR2004
                return DatePiece("month name", language=code, form=form, letters=3, case=case)
    return None
