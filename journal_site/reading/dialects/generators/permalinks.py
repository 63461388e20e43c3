"""Patterns of addresses, `/blog/:year/:title/`, as generators' settings have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journal_site.expressions import expression
from journal_site.reading.dialects.contract import ADDRESS
from journal_site.slugs import name_slug

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

_NAME: Final = expression(r":(\w+)|\[:(\w+)\]")


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Return an address by its pattern, or nothing where the text lacks a part of it."""
    names = [one or other for one, other in _NAME.findall(pattern)]
    if any(name not in parts for name in names):
        return ""
    address = _NAME.sub(lambda match: parts[match[1] or match[2]], pattern)
    return re.sub("/{2,}", "/", f"/{address}")


def parts_of(name: str, title: str, date: dt.date | None) -> dict[str, str]:
    """Return what patterns may ask of a text by the words that its address is made of, its title and date."""
    parts = {"title": name, "slug": name_slug(name), "name": name, "filename": name, "contentbasename": name}
    parts |= {"slugorfilename": name, "slugorcontentbasename": name, "titled": name_slug(title), "output_ext": ".html"}
    if date is not None:
        parts |= {
            "year": f"{date:%Y}", "month": f"{date:%m}", "day": f"{date:%d}", "y_day": f"{date:%j}",
            "i_month": str(date.month), "i_day": str(date.day), "short_year": f"{date:%y}", "yearday": f"{date:%j}",
            "monthname": f"{date:%B}".lower(), "weekdayname": f"{date:%A}".lower(), "hour": "00", "minute": "00",
        }  # fmt: skip
    return parts


def told_patterns(settings: Mapping[str, object]) -> dict[str, str]:
    """Return patterns as a dialect's `values` have them, by what they are for."""
    return {f"{ADDRESS}{key}": value for key, value in settings.items() if isinstance(value, str) and ":" in value}


def patterns(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give what each pattern among the values is for, and the pattern."""
    for key, value in values.items():
        if key.startswith(ADDRESS):
            yield key.removeprefix(ADDRESS), value
