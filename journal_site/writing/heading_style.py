"""How a log's author heads a day, learned from the headings that are there: the same form for another day and date.

Of the forms of the newest headings the commonest is the log's own.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from journal_site.expressions import expression
from journal_site.languages.folding import in_digits
from journal_site.reading.dates.words import NUMBER_WORDS
from journal_site.writing.date_style import WHOLE, Style, english_ordinal, learn_style, write_date
from journal_site.writing.heading_form import DATE, DAY, TITLE, HeadingSample, parse_heading, with_title

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

_RECENT = 12
_ALIKE = 4
LIST_ITEM = expression(r"\s*(?:[-*+]|\d{1,9}[.)])\s+")
_NUMBERED_ITEM = expression(r"^(\s*)(\d{1,8})([.)]\s)")
_ORDINAL_BEHIND = expression(rf"{DAY}(?:st|nd|rd|th)\b", re.IGNORECASE)


class HeadingStyle(NamedTuple):
    """How a heading is written."""

    form: str
    """The line, with DAY, DATE and TITLE in their places; without a title."""
    titled: str
    """The same with a title."""
    digits: int
    """Digits of a day's number, at least."""
    numerals: str
    """`digits`, `words`, `Words`, `chinese`, or the zero of the script whose digits they are."""
    date: Style | None
    following: int = 0
    """The number of the list item that comes next, 0 in no numbered list."""
    inline: bool = False
    """Days are items of a list, with their text on the same line."""

    @property
    def numbered(self) -> bool:
        """Tell whether headings say the day's number."""
        return DAY in self.form

    @property
    def dated(self) -> bool:
        """Tell whether headings say the date."""
        return DATE in self.form


def learn_heading(samples: Sequence[HeadingSample], said: frozenset[str] = WHOLE) -> HeadingStyle | None:
    """Return how most of the newest headings are written; `samples` are oldest first.

    `said` is what they say of their dates: only the day where they stand below a month.
    """
    parts = [parse_heading(sample) for sample in samples]
    dates = learn_style([(one.written, one.date) for one in samples if one.date and one.written], said)
    recent = [part for part in parts[-_RECENT:] if part]
    if not recent:
        return None
    votes = Counter(part.form for part in recent)
    newest = {part.form: at for at, part in enumerate(recent)}
    form = max(votes, key=lambda form: (votes[form], newest[form]))
    titled = next((part.titled for part in reversed(recent) if part.form == form and TITLE in part.titled), "")
    numerals = Counter(part.numerals for part in recent if part.form == form)
    item = _NUMBERED_ITEM.match(samples[-1].line)
    return HeadingStyle(
        form=form,
        titled=titled or with_title(form),
        digits=max((part.digits for part in parts if part), default=0),
        numerals=max(numerals, key=lambda kind: numerals[kind]),
        date=dates,
        following=int(item[2]) + 1 if item else 0,
        inline=bool(titled and LIST_ITEM.match(form)),
    )


def write_heading(style: HeadingStyle, *, day: int | None, date: dt.date, title: str) -> str:
    """Return the line that heads a day."""
    form = style.titled if title or style.inline else style.form
    if day is not None:
        form = _ORDINAL_BEHIND.sub(DAY + english_ordinal(day), form)
        form = form.replace(DAY, _number(style, day))
    form = form.replace(DATE, write_date(style.date, date) if style.date else date.isoformat())
    form = form.replace(TITLE, title)
    return _NUMBERED_ITEM.sub(rf"\g<1>{style.following}\g<3>", form) if style.following else form


def write_beginning(samples: Sequence[HeadingSample], *, day: int | None, date: dt.date) -> str:
    """Return how the newest of these lines begin in common, for another day; nothing where that tells neither."""
    style = learn_heading(samples)
    if style is None:
        return ""
    forms = [part.whole for sample in samples[-_ALIKE:] if (part := parse_heading(sample))]
    common = os.path.commonprefix(forms)  # noqa: RUF071 - lines, not paths
    if any(form[len(common) : len(common) + 1].isalnum() for form in forms):
        common = re.sub(r"[^\W_]+$", "", common)  # not in the middle of a word
    is_dated = DAY in common or DATE in common
    form = common.rstrip() if is_dated and len(forms) > 1 else style.form
    return write_heading(style._replace(form=form), day=day, date=date, title="")


def _number(style: HeadingStyle, day: int) -> str:
    if style.numerals == "Words":
        return _number(style._replace(numerals="words"), day).capitalize()
    if style.numerals == "words":
        known = {number: word for word, number in reversed(NUMBER_WORDS.items()) if word.isascii()}
        return known.get(day, str(day))
    if style.numerals == "chinese":
        return chinese_number(day)
    return in_digits(f"{day:0{style.digits}d}", style.numerals if len(style.numerals) == 1 else "")


def chinese_number(number: int) -> str:
    """Return a number below 1,000 in Chinese numerals; others in digits."""
    if not 0 < number < 1000:  # noqa: PLR2004
        return str(number)
    signs = "零一二三四五六七八九"
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{signs[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{signs[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (signs[ones] if ones else "")
