"""What CLDR says of a language, as Babel has it, in the form of the interface's labels."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from babel import Locale
from babel.plural import PluralRule, to_gettext

_FIELD = re.compile(r"'([^']*)'|([GyMLdEc]+)")
_FIELDS = {
    "y": "{y}", "d": "{d}", "dd": "{d}", "M": "{m}", "MM": "{m}", "L": "{m}", "MMM": "{short}", "LLL": "{short}",
    "MMMM": "{month}", "LLLL": "{month_alone}", "EEEE": "{weekday}", "cccc": "{weekday}", "G": "",
}  # fmt: skip
_TAGS = ("zero", "one", "two", "few", "many", "other")
_COUNTS = 1000
"""Counts up to here show which forms a language has: those of fractions and of millions are left out."""


def locale_of(code: str) -> Locale:
    """Return what Babel knows of a language."""
    return Locale.parse(code)


def labels_of(code: str) -> dict[str, Any]:
    """Return those labels of a language that CLDR has, by their names in `Labels`."""
    locale = locale_of(code)
    months, alone = locale.months["format"]["wide"], locale.months["stand-alone"]["wide"]
    forms = _forms(locale.plural_form)
    skeletons = locale.datetime_skeletons
    past = locale._data["date_fields"]["year"]["past"]  # noqa: SLF001 - Babel offers it only within its own phrases
    units = locale._data["unit_patterns"]  # noqa: SLF001 - likewise
    return {
        "name": locale.get_display_name("en"),
        "plural": _gettext(locale.plural_form, forms),
        "months": _in_order(months),
        "months_alone": tuple(name[:1].upper() + name[1:] for name in _in_order(alone)),
        "months_short": _in_order(locale.months["format"]["abbreviated"]),
        "weekdays": _in_order(locale.days["stand-alone"]["wide"]),
        "weekdays_short": _in_order(locale.days["stand-alone"]["short"]),
        "date_long": _pattern(locale.date_formats["long"]),
        "date_full": _pattern(locale.date_formats["full"]),
        "date_short": _pattern(skeletons["MMMd"]),
        "date_medium": _pattern(skeletons["yMMMd"]),
        "date_month": _pattern(skeletons["yMMMM"]),
        "date_range": locale.interval_formats[None].format("{start}", "{end}"),
        "thousands": locale.number_symbols["latn"]["group"],
        "years_ago": _counted(past, forms),
        "minutes": _counted(units["duration-minute"]["long"], forms),
        "hours": _counted(units["duration-hour"]["short"], forms),
        "streak_days": _counted(units["duration-day"]["long"], forms),
        "days_count": _counted(units["duration-day"]["long"], forms),
    }


def names_of(code: str) -> tuple[list[list[str]], list[list[str]]]:
    """Return the names of the months and of the weekdays, Monday first: as in a date, then as they stand alone."""
    locale = locale_of(code)
    return _names(locale.months, "wide"), _names(locale.days, "wide")


def abbreviations_of(code: str) -> tuple[list[list[str]], list[list[str]]]:
    """Return their abbreviations."""
    locale = locale_of(code)
    return _names(locale.months, "abbreviated"), _names(locale.days, "abbreviated", "short")


def _names(table: Mapping[str, Any], *widths: str) -> list[list[str]]:
    rows = [_in_order(table[context][width]) for context in ("format", "stand-alone") for width in widths]
    return [list(dict.fromkeys(names)) for names in zip(*rows, strict=True)]


def _in_order(names: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(str(names[number]) for number in sorted(names))


def _pattern(pattern: object) -> str:
    """Return a pattern of CLDR's with the blanks of `Labels`; the era is left out."""
    text = str(getattr(pattern, "pattern", pattern))
    text = _FIELD.sub(lambda match: match[1] if match[2] is None else _FIELDS[match[2]], text)
    return " ".join(text.split())


def _forms(rule: PluralRule) -> list[str]:
    used = {rule(count) for count in range(_COUNTS)}
    return [tag for tag in _TAGS if tag in used]


def _gettext(rule: PluralRule, forms: list[str]) -> str:
    kept = PluralRule({tag: text for tag, text in rule.rules.items() if tag in forms})
    return to_gettext(kept).partition("plural=")[2].rstrip(";").removeprefix("(").removesuffix(")")


def _counted(patterns: Mapping[str, str], forms: list[str]) -> tuple[str, ...]:
    return tuple(patterns.get(tag, patterns["other"]).replace("{0}", "{n}") for tag in forms)
