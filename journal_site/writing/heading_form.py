"""A heading's line taken apart: the day's number, the date, the title, and the form that stands between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from journal_site.expressions import expression
from journal_site.languages.folding import zero_of
from journal_site.reading.dates.days import Mark, read_mark, read_number
from journal_site.reading.dates.tokens import Token, clean_line, mask, tokenise
from journal_site.reading.dates.words import (
    ALSO_WORDS,
    CHINESE_DIGITS,
    COUNTED,
    DAY_WORDS,
    SHORT_DAY_WORDS,
    SINGULARS,
    TO_WORDS,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

DAY, DATE, TITLE = "\x01", "\x02", "\x03"
"""Stand for what changes from heading to heading; no text that was read holds them."""

_PLACEHOLDER = expression(
    r"\[[^\[\]\d]*\b(?:date|fecha|datum|data|дата|hoy|today|heute)\b[^\[\]\d]*\](?!\()|\$\([^()]*\)|"
    r"\b(?:YYYY|AAAA|JJJJ)[-/.](?:MM|mm)[-/.](?:DD|dd|TT|JJ)\b|\b(?:DD|MM)[-/.](?:DD|MM)[-/.]YY(?:YY)?\b",
    re.IGNORECASE,
)
_JOINT = r"[\s:：|,;·•–—=>~、，+/-]"
_BEFORE_TITLE = expression(rf"(?:{_JOINT}|\.(?=\s))*{TITLE}")
_AFTER_TITLE = expression(rf"{TITLE}{_JOINT}*")
_EMPTY = expression(r"\(\s*\)|\[\s*\](?!\()|\{\s*\}|\*\*\s*\*\*|__\s*__|\"\s*\"|“\s*”|「\s*」|【\s*】|（\s*）|`\s*`")
_CLOSERS = expression(r"(?:\*\*|__|[*_`]|</[a-z]+>|\s)*$", re.IGNORECASE)
_CHECKED = expression(r"^(\s*(?:[-*+]|\d{1,9}[.)])\s+\[)[xX](\])")


class HeadingSample(NamedTuple):
    """One day's heading in the log."""

    line: str
    """The whole line, as it stands in the file."""
    heading: str
    """Its inline Markdown, as it was read."""
    days: tuple[int, ...]
    """The numbers that the heading itself tells."""
    date: dt.date | None
    """Its first date as it was settled."""
    written: str = ""
    """The date as it stands in the heading."""


class HeadingForm(NamedTuple):
    """A heading's line with DAY, DATE and TITLE in their places."""

    form: str
    """Without a title."""
    titled: str
    whole: str
    """With the title that it has."""
    digits: int
    numerals: str


def _mark(sample: HeadingSample) -> Mark | None:
    return read_mark(sample.heading) or read_number(sample.heading)


def parse_heading(sample: HeadingSample) -> HeadingForm | None:
    """Return the heading's form; None where it cannot be told what in it is the day."""
    line, heading = clean_line(sample.line), clean_line(sample.heading)
    at = line.find(heading) if heading else -1
    mark = _mark(sample)
    if at < 0 or mark is None:
        return None
    spans = _date_spans(heading, clean_line(sample.written))
    digits, numerals = 0, "digits"
    if sample.days:
        found = _day_span(heading, sample.days, spans)
        if found is None:
            return None
        (start, end), digits, numerals = found
        spans.append((start, end, DAY))
    inline = _replaced(heading, spans)
    if len(sample.days) > 1:
        inline = _singular(inline)
    title = mark.title.strip()
    titled = inline.replace(title, TITLE, 1) if title and title in inline else _marked_words(inline, title)
    before, after = _CHECKED.sub(r"\1 \2", line[:at]), line[at + len(heading) :]
    return HeadingForm(
        before + _untitled(titled) + after, before + titled + after, before + inline + after, digits, numerals
    )


def _date_spans(heading: str, written: str) -> list[tuple[int, int, str]]:
    if written:
        at = heading.find(written)
        return [(at, at + len(written), DATE)] if at >= 0 else []
    match = _PLACEHOLDER.search(heading)
    return [(*match.span(), DATE)] if match else []


def _day_span(
    heading: str, days: tuple[int, ...], taken: Sequence[tuple[int, int, str]]
) -> tuple[tuple[int, int], int, str] | None:
    """Return where the day's number or numbers stand, how many digits they have, and what numerals they are."""
    tokens = tokenise(mask(heading))
    free = [
        at
        for at, token in enumerate(tokens)
        if token.number >= 0 and not any(start <= token.start < end for start, end, _ in taken)
    ]
    first = max(
        (at for at in free if tokens[at].number == days[0]), key=lambda at: (_is_days(tokens, at), -at), default=None
    )
    if first is None:
        return None
    last = first
    while last + 1 < len(tokens) and tokens[last].number != days[-1]:
        last += 1
    if tokens[last].number != days[-1] or not all(_goes_on(token) for token in tokens[first : last + 1]):
        last = first
    token = tokens[first]
    written = heading[token.start : token.end]
    numerals = (
        "words" if token.kind == "w" else "chinese" if written[0] in CHINESE_DIGITS else zero_of(written) or "digits"
    )
    if written.istitle() and token.kind == "w":
        numerals = "Words"
    return (token.start, tokens[last].end), len(written) if written.startswith("0") else 0, numerals


def _is_days(tokens: Sequence[Token], at: int) -> int:
    """Tell how sure it is that a number is a day's: behind a day word, or before a word that counts days."""
    before = [token for token in tokens[max(0, at - 3) : at] if token.kind != "s"]
    after = tokens[at + 1 : at + 3]
    named = bool(before) and (
        before[-1].text in DAY_WORDS | SHORT_DAY_WORDS | {"第", "제"} or before[-1].bare in DAY_WORDS
    )
    counted = any(token.text in COUNTED or token.text.startswith(("일차", "일째")) for token in after)
    return 2 * named + counted


def _goes_on(token: Token) -> bool:
    return token.kind in {"n", "s"} or token.text in TO_WORDS | ALSO_WORDS | DAY_WORDS | SHORT_DAY_WORDS


def _replaced(text: str, spans: Sequence[tuple[int, int, str]]) -> str:
    for start, end, sign in sorted(spans, reverse=True):
        text = text[:start] + sign + text[end:]
    return text


def _singular(inline: str) -> str:
    """Return the form with the word for one day where it has that for several."""
    for token in reversed(tokenise(inline)):
        word = SINGULARS.get(token.text)
        if word and inline.find(DAY, token.end) - token.end <= 2:  # noqa: PLR2004
            written = inline[token.start : token.end]
            word = word.upper() if written.isupper() else word.capitalize() if written[0].isupper() else word
            return inline[: token.start] + word + inline[token.end :]
    return inline


def _marked_words(inline: str, title: str) -> str:
    """Return the form with the place of a title that is not written in one piece."""
    if not title:
        return inline
    words = [word for word in title.split() if word in inline]
    if not words:
        return inline
    start = inline.find(words[0])
    end = max(inline.find(word, start) + len(word) for word in words)
    kept = "".join(sign for sign in inline[start:end] if sign in {DAY, DATE})
    return inline[:start] + TITLE + inline[end:] if not kept else inline


def _untitled(titled: str) -> str:
    """Return the form without the title and the sign that sets it off."""
    if TITLE not in titled:
        return titled
    before, after = titled.split(TITLE, 1)
    if DAY in before or DATE in before:
        bare = _BEFORE_TITLE.sub("", titled, count=1)
    elif DAY in after or DATE in after:
        bare = _AFTER_TITLE.sub("", titled, count=1)
    else:
        bare = titled.replace(TITLE, "")
    return _EMPTY.sub("", bare).rstrip() if bare.strip() else bare


def with_title(form: str) -> str:
    """Return a form that never had a title with a place for one."""
    closers = _CLOSERS.search(form)
    end = closers.start() if closers else len(form)
    head, tail = form[:end].rstrip(), form[end:]
    closing_signs = re.search(r"[ \t]+#+$", head)
    if closing_signs:
        head, tail = head[: closing_signs.start()], closing_signs[0] + tail
    joint = " " if head.endswith((":", "：", "-", "–", "—", "|")) else " - " if ":" in head else ": "
    return f"{head}{joint}{TITLE}{tail}"
