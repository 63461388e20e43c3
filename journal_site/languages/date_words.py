"""The words by which people name days and dates in one language, as a type.

A table of our own, because neither CLDR nor dateparser knows the words for the days of a challenge (*Day 5*, *Tag 5*,
*5일차*), how they are counted and skipped, or what a log calls its rounds, and dateparser guesses a date in nearly
every number. Months and weekdays, which CLDR knows, come from it: `make languages` joins both for all languages.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class DateWords:
    """What one language contributes: words with spaces between them, of any case; within a word `_` is a space."""

    day: str
    """Words before a day's number: `Day 5`."""
    days: str = ""
    """The same for several days, in the same order."""
    shared: str = ""
    """Those of them that are everyday words elsewhere (`Den 5 Regeln`): behind their number stands no word."""
    month: str = ""
    """The word for month, where months are named by their numbers behind it: `tháng 1`."""
    year: str = ""
    """Words behind a year: `2024 г.`."""
    more_months: dict[str, int] = field(default_factory=dict)
    """Names of months beside CLDR's, from 1."""
    more_weekdays: dict[str, int] = field(default_factory=dict)
    """Names of weekdays beside CLDR's, from 0 for Monday."""
    prefix: str = ""
    """What is written in one with the name of a month in a date: Hebrew's `ב`."""
    solar: str = ""
    """The months of the Solar Hijri calendar."""
    counted: str = ""
    """Words that end a counted day: `1st day`, `5일차`. They need an ordinal, or mean one."""
    to: str = ""
    """Between the ends of a range."""
    also: str = ""
    """Between the members of a list."""
    of: str = ""
    """Inside a date: `5 de mayo`, `3rd of May`; and in `Day 5 of 100`."""
    ordinals: str = ""
    """What a number may end in: `1st`, `1er`."""
    number: str = ""
    """Words and signs before a number: `Tag Nr. 5`, `Hari ke-5`."""
    numbers: str = ""
    """Number words, from one on: `Day five`."""
    after: str = ""
    """Words that count, from the first on, behind the word for day (`اليوم الأول`); others of its place after `/`."""
    counting: str = ""
    """Words that count, from the first on: `First day`. They make a day only where others confirm it."""
    unit: str = ""
    """What else is counted, with a date: `Session 3 - 14 March`."""
    week: str = ""
    """Words before a week's number."""
    date: str = ""
    """Labels of a date line; also those words for a day that stand before a date (`Día 5 de mayo`)."""
    round: str = ""
    skipped: str = ""
    """What a heading says of a day on which nothing was done."""
    example: str = ""
    """What a template's headings say."""
    goals: str = ""
    """Headings of the challenge's goals, and the word in a sentence that announces them."""
    started: str = ""
    """What a sentence that tells the challenge's start says."""
    tags: str = ""
    """Labels of a line of tags."""
    short: bool = False
    """Whether months and weekdays are abbreviated by their beginnings, of three or four letters, wherever they stand;
    else CLDR's abbreviations of months are read, and only behind a day."""
    not_short: str = ""
    """Of CLDR's abbreviations those that are everyday words."""
    filler: str = ""
    """Words that may stand before a day or a date in its heading, without being its topic."""
