"""Write what is made from the table of languages and from CLDR: `python -m docs.make_languages`, or `make languages`.

`journal_site/languages/cldr.py` has CLDR's labels of each language. `journal_site/reading/dates/words.py` has the words
of all languages together, as a log may be in any of them: joined here, since to join them takes longer than to read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import babel

from docs.cldr import abbreviations_of, labels_of, names_of
from journal_site.languages.date_words import DateWords
from journal_site.languages.folding import WORD, bare, fold
from journal_site.languages.labels import label_names

PACKAGE = Path(__file__).resolve().parents[1] / "journal_site"
CLDR, WORDS = PACKAGE / "languages" / "cldr.py", PACKAGE / "reading" / "dates" / "words.py"

_CLDR_HEAD = '''\
"""Labels as CLDR has them, by language. Written by `make languages`: do not edit."""

from typing import Any

BABEL = "{release}"

'''
_WORDS_HEAD = '''\
"""The words by which people name days and dates, of all languages together. Written by `make languages`: do not edit.

They come from `journal_site/languages/table/` and, for months and weekdays, from CLDR. All are folded.
"""

'''
_NAME = re.compile(rf"(?:(?![\u3400-\u9fff])(?:{WORD}|'))+(?: (?:{WORD}|\d+))*")
"""Of months and weekdays those that are read as words: not `1月`."""
_PIECE = re.compile(rf"{WORD}|[^\w\s]")
_WIDTH = 117
_MONTH_FIRST = frozenset({"en", "hu", "ja", "ko", "zh"})
"""Languages whose dates have the month before the day."""
_COUNTED = frozenset({"numbers", "after", "counting"})
_BARE = 4
"""Without their accents, shorter words are those of other languages (`mål`)."""
_SHORT = (3, 4)
_NO_ABBREVIATIONS = frozenset({"dice", "otto", "nove", "mart", "marc", "lune", "jeu"})
"""Beginnings that are words of their own."""
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SETS: dict[str, tuple[str | frozenset[str], str]] = {
    "DAY_WORDS": ("day days", "Stand before a day's number: `Day 5`."),
    "PLURAL_DAY_WORDS": ("days", "Those that mean several days."),
    "SHARED_DAY_WORDS": (
        "shared",
        "Those that are everyday words of another language: behind their number stands no word.",
    ),
    "SHORT_DAY_WORDS": (frozenset({"d", "j"}), "Stand for a day only in `R2D5`, or where a sequence confirms them."),
    "COUNTED": ("counted", "End a counted day: `1st day`, `5일차`."),
    "TO_WORDS": ("to", "Stand between the ends of a range."),
    "ALSO_WORDS": ("also", "Stand between the members of a list."),
    "OF_WORDS": ("of", "Stand inside a date, and in `Day 5 of 100`."),
    "ORDINALS": ("ordinals", "What a number may end in."),
    "DATE_LABELS": ("date", "Labels of a date line."),
    "ROUND_WORDS": ("round", "Stand before a round's number."),
    "SKIP_WORDS": ("skipped", "Say that nothing was done."),
    "EXAMPLE_WORDS": ("example", "What a template's headings say."),
    "GOAL_WORDS": ("goals", "Head or announce the goals."),
    "START_WORDS": ("started", "Tell the start."),
    "TAG_LABELS": ("tags", "Labels of a line of tags."),
    "FILLER_WORDS": ("filler", "May stand before a day or a date without being its topic."),
    "NUMBER_SIGNS": ("number", "Stand between the word for day and its number."),
    "MONTH_WORDS": ("month", "Stand before a month's number."),
    "YEAR_WORDS": ("year", "Stand behind a year."),
    "WEEK_WORDS": ("week", "Stand before a week's number."),
    "DAY_FIRST_MONTHS": (
        frozenset({"set", "out", "ago", "gen", "mag"}),
        "Abbreviations that are words elsewhere (`Problem Set 5`): months only after their day's number.",
    ),
}


def read_rows() -> dict[str, DateWords]:
    """Return the words of each language by its tag; English first, whose names win where two languages share one."""
    codes = sorted(label_names(), key=lambda code: (code != "en", code))
    return {code: import_module(f"journal_site.languages.table.{code}").DATES for code in codes}


def cldr_module(codes: Iterable[str]) -> str:
    """Return the module with CLDR's labels."""
    rows = "".join(f"    {code!r}: {_row(labels_of(code))},\n" for code in sorted(codes))
    return f"{_CLDR_HEAD.format(release=babel.__version__)}CLDR: dict[str, dict[str, Any]] = {{\n{rows}}}\n"


def words_module(rows: dict[str, DateWords]) -> str:
    """Return the module with the words of all languages together."""
    months = {code: _with_more(names_of(code)[0], row.more_months, 1, row.prefix) for code, row in rows.items()}
    weekdays = {code: _with_more(names_of(code)[1], row.more_weekdays, 0) for code, row in rows.items()}
    parts = [_WORDS_HEAD]
    for name, (source, told) in _SETS.items():
        words = source if isinstance(source, frozenset) else _words(rows, source)
        parts.append(_set(name, words, told))
    month_numbers = {name: n + 1 for name, n in _named(rows, months).items()}
    weekday_numbers = _named(rows, weekdays)
    numbers = _numbers(rows)
    parts += [
        _set(
            "UNIT_WORDS",
            _words(rows, "unit week") - weekday_numbers.keys(),
            "What else is counted, with a date: no weekday, as its number may be the date's.",
        ),
        _dict("MONTHS", month_numbers, "From 1, by name and abbreviation."),
        _set(
            "LONG_MONTHS",
            frozenset(
                bare(fold(name)) for code, row in rows.items() if row.short for names in months[code] for name in names
            ),
            "Those of which a slip is understood.",
        ),
        _dict("SHORT_MONTHS", _short_months(rows, month_numbers), "By abbreviations that are read only behind a day."),
        _dict(
            "SOLAR_MONTHS",
            {fold(name): n for row in rows.values() for n, name in enumerate(row.solar.split(), start=1)},
            "Of the Solar Hijri calendar, from 1.",
        ),
        _dict("WEEKDAYS", weekday_numbers, "From 0 for Monday, by name and abbreviation."),
        _dict("COUNTING_WORDS", _counting(rows), "What place a word gives: `First day`."),
        _dict("NUMBER_WORDS", numbers, "The numbers that words mean."),
        _dict("NUMBER_LANGUAGES", _speakers(rows, "numbers after"), "In which languages: a bit for each."),
        _dict("DAY_LANGUAGES", _speakers(rows, "day days"), "In which languages a word means a day."),
        *_orders(rows),
        _dict(
            "CHINESE_DIGITS",
            {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "十": 10, "百": 100},
            "The numbers that signs mean.",
        ),
        _phrases({*month_numbers, *_short_months(rows, month_numbers), *weekday_numbers, *numbers}),
        _dict("SINGULARS", _singulars(rows), "The word for one day by that for several."),
        _names("MONTH_NAMES", months, "The names of the months by language, each with its forms."),
        _names("WEEKDAY_NAMES", weekdays, "The names of the weekdays, likewise."),
        _dict(
            "PARTICLES",
            {code: tuple(map(fold, f"{row.of} {row.ordinals}".split())) for code, row in rows.items()},
            "What stands inside of dates, by language.",
        ),
    ]
    return "\n".join(parts)


def _with_more(names: list[list[str]], more: dict[str, int], first: int, prefix: str = "") -> list[list[str]]:
    """Return the names of one language in small letters: CLDR's that are words, and what the language adds."""
    found: list[dict[str, None]] = [
        dict.fromkeys(name.lower() for name in row if _NAME.fullmatch(name)) for row in names
    ]
    for name, number in more.items():
        found[number - first][name.lower()] = None
    for row in found if prefix else ():
        row.update(dict.fromkeys([prefix + name for name in row]))
    return [list(row) for row in found]


def _words(rows: dict[str, DateWords], fields: str) -> frozenset[str]:
    return frozenset(form for row in rows.values() for form, _ in _said(row, fields))


def _said(row: DateWords, fields: str) -> Iterator[tuple[str, int]]:
    """Yield the words of some fields of a language, folded, with and without accents, and their places from 1."""
    for field in fields.split():
        for place, word in enumerate(getattr(row, field).split(), start=1):
            for spelling in word.replace("_", " ").split("/") if field in _COUNTED else (word.replace("_", " "),):
                said = fold(spelling)
                yield said, place
                plain = bare(said)
                if row.short or not plain.isascii() or len(plain) >= _BARE or field in {"day", "days"}:
                    yield plain, place


def _named(rows: dict[str, DateWords], names: dict[str, list[list[str]]]) -> dict[str, int]:
    """Return number by name and abbreviation, from 0; what is ambiguous in one language is no abbreviation there."""
    table: dict[str, int] = {}
    for code, row in rows.items():
        short: dict[str, int | None] = {}
        for number, forms in enumerate(names[code]):
            for form in {one: None for name in map(fold, forms) for one in (name, bare(name))}:
                table.setdefault(form, number)
                for length in _SHORT if row.short else ():
                    known = short.setdefault(form[:length], number)
                    short[form[:length]] = number if known == number else None
        for form, value in short.items():
            if value is not None and form not in _NO_ABBREVIATIONS:
                table.setdefault(form, value)
    return table


def _short_months(rows: dict[str, DateWords], months: dict[str, int]) -> dict[str, int]:
    """Return CLDR's abbreviations; none that is a month's name, or means another month in another language."""
    found: dict[str, set[int]] = {}
    for code, row in rows.items():
        for number, names in enumerate(abbreviations_of(code)[0] if not row.short else (), start=1):
            for name in names:
                form = " ".join(_PIECE.findall(fold(name.rstrip(".॰׳") if name.count(".") == 1 else name)))
                if (
                    form not in months
                    and form not in row.not_short.split()
                    and len(form) > 1
                    and not form[-1].isdigit()
                ):
                    found.setdefault(form, set()).add(number)
    return {form: min(numbers) for form, numbers in found.items() if len(numbers) == 1}


def _speakers(rows: dict[str, DateWords], fields: str) -> dict[str, int]:
    """Return by word the languages that have it, as bits."""
    found: dict[str, int] = {}
    for bit, row in enumerate(rows.values()):
        for word, _ in _said(row, fields):
            found[word] = found.get(word, 0) | 1 << bit
    for word in (*_TENS, "zero", "hundred"):
        if fields.startswith("numbers"):
            found[word] = found.get(word, 0) | 1
    return found


def _orders(rows: dict[str, DateWords]) -> Iterator[str]:
    """Yield the sets of words that tell by the language in which order a text has the day and the month."""
    words: dict[bool, set[str]] = {True: set(), False: set()}
    for code, row in rows.items():
        common = import_module(f"journal_site.languages.table.{code}").LABELS.common
        said = {word for word, _ in _said(row, "day days date")} | {fold(word) for word in common.split()}
        words[code in _MONTH_FIRST] |= {word for word in said if len(word) > 1}
    yield _set("MONTH_FIRST_WORDS", words[True] - words[False], "Of languages that put the month before the day.")
    yield _set("DAY_FIRST_WORDS", words[False] - words[True], "Of languages that put the day before the month.")


def _phrases(names: Iterable[str]) -> str:
    """Return the names of several words by their first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for first, *rest in sorted(name.split() for name in names):
        if rest and not rest[-1].isdigit():
            found.setdefault(first, []).append(tuple(rest))
    rows = "".join(f"    {first!r}: {tuple(sorted(rest, key=len, reverse=True))!r},\n" for first, rest in found.items())
    told = _told("The names of several words, by their first; the longest first.")
    return f"PHRASES: dict[str, tuple[tuple[str, ...], ...]] = {{\n{rows}}}\n{told}"


def _counting(rows: dict[str, DateWords]) -> dict[str, int]:
    return {form: number for row in rows.values() for form, number in _said(row, "counting")}


def _numbers(rows: dict[str, DateWords]) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows.values():
        for form, number in _said(row, "numbers after"):
            if found.setdefault(form, number) != number:
                raise SystemExit(f"{form!r} is {found[form]} and {number}")
    return found | {word: tens * 10 for tens, word in enumerate(_TENS, start=2)} | {"zero": 0, "hundred": 100}


def _singulars(rows: dict[str, DateWords]) -> dict[str, str]:
    return {
        fold(many): fold(one)
        for row in rows.values()
        for one, many in zip(row.day.split(), row.days.split(), strict=False)
    }


def _row(labels: dict[str, Any]) -> str:
    return "{\n" + "".join(f"        {name!r}: {value!r},\n" for name, value in labels.items()) + "    }"


def _set(name: str, words: Iterable[str], told: str) -> str:
    return f"{name} = frozenset({{\n{_wrapped(map(repr, sorted(words)))}}})\n{_told(told)}"


def _dict(name: str, table: dict[str, Any], told: str) -> str:
    kind = {int: "int", str: "str", tuple: "tuple[str, ...]"}[type(next(iter(table.values())))]
    entries = _wrapped(f"{key!r}: {value!r}" for key, value in table.items())
    return f"{name}: dict[str, {kind}] = {{\n{entries}}}\n{_told(told)}"


def _names(name: str, table: dict[str, list[list[str]]], told: str) -> str:
    rows = "".join(f"    {code!r}: {tuple(map(tuple, row))!r},\n" for code, row in table.items() if all(row))
    return f"{name}: dict[str, tuple[tuple[str, ...], ...]] = {{\n{rows}}}\n{_told(told)}"


def _told(text: str) -> str:
    return f'"""{text}"""\n'


def _wrapped(parts: Iterable[str]) -> str:
    """Return the parts of a list in lines that are as long as lines may be."""
    lines = [""]
    for part in parts:
        if len(lines[-1]) + len(part) > _WIDTH:
            lines.append("")
        lines[-1] += f" {part}," if lines[-1] else f"    {part},"
    return "\n".join(filter(None, lines)) + "\n"


def main() -> int:
    """Write both modules."""
    rows = read_rows()
    CLDR.write_text(cldr_module(rows), encoding="utf-8")
    WORDS.write_text(words_module(rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
