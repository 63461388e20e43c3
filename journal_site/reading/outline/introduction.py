"""What the text before the first day tells of the challenge: its goals, its start, its name and its number of days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from journal_site.expressions import expression
from journal_site.languages.folding import WORD, fold
from journal_site.reading.dates.expressions import find_dates
from journal_site.reading.dates.numeric import best_order, concrete
from journal_site.reading.dates.tokens import clean_line, mask, tokenise
from journal_site.reading.dates.words import GOAL_WORDS, START_WORDS
from journal_site.reading.outline.lines import HeadingLine, ScannedLines

_ITEM = expression(r"\s{0,3}(?:[-*+•]|\d{1,2}[.)])\s+(?:\[[ xX]\]\s+)?(\S.*)$")
_CHALLENGE = expression(
    r"#?(?<!\d)(\d{2,4})[ \t_-]*(?:days?|tage|jours|d[ií]as|giorni|дней|天|日間?|일간?)(?![^\W\d_])"
    r"(?:[ \t_-]*(?:of|de|di|von|the)(?![a-z]))?[ \t_-]*([^\W\d_][\w+#.]*(?:[ \t]+[^\W\d_][\w+#.]*){0,3})?|"
    r"#?(?<!\d)(\d{2,4})[ \t_-]*days?[ \t_-]?of[ \t_-]?([^\W\d_][\w+#]*)",
    re.IGNORECASE,
)
_HASHTAG = expression(r"(?<!\w)#?(\d{2,4}[ \t_-]?days?[ \t_-]?of[ \t_-]?[^\W\d_]\w*)", re.IGNORECASE)
_STOPS = frozenset(
    "challenge log journal diary the a and from by with in for to is - journey round day learning".split()
)
_GOALS = "|".join(sorted(map(re.escape, GOAL_WORDS)))
_LABELLED = expression(rf"^\W*(?:{_GOALS})\s*(?:\*\*)?\s*[:：-]\s*(?:\*\*)?\s*(\S.*)$", re.IGNORECASE)
_WORD = expression(WORD)
_YEAR = expression(r"(?<![\d/.-])20\d\d(?![\d/.-])")
_MOST_GOALS = 20
_LONGEST = 300
_LINES = 400
_FEWEST, _MOST = 10, 2000


class StatedChallenge(NamedTuple):
    """What an introduction tells of its challenge."""

    goals: tuple[str, ...] = ()
    start: dt.date | None = None
    days: int | None = None
    name: str = ""


def read_challenge(lines: ScannedLines, end: int, year: int | None = None) -> StatedChallenge:
    """Return what the lines before the first day tell. `year` is for a start that names none."""
    end = min(end, _LINES)
    title = next((heading.text for heading in lines.headings[:1] if heading.line < max(end, 1)), "")
    name, days = challenge_of(title)
    if not days:
        for line in lines.lines[:end]:
            if match := _HASHTAG.search(line[:_LONGEST]):
                name, days = challenge_of(match[1])
                break
    return StatedChallenge(_goals(lines, end), _start(lines, end, year), days, name)


def challenge_of(title: str) -> tuple[str, int | None]:
    """Return the challenge that a title names, and its days: `100 Days Of Code - Log` is (100 Days Of Code, 100)."""
    text = " ".join(mask(clean_line(title)).split())
    match = _CHALLENGE.search(text)
    if not match:
        return "", None
    days = int(match[1] or match[3])
    if not _FEWEST <= days <= _MOST:
        return "", None
    words: list[str] = []
    for word in match[0].lstrip("#").split():
        if words and word.casefold().strip(".,:") in _STOPS:
            break
        words.append(word)
    return " ".join(words).strip(" .,-:"), days


def _goals(lines: ScannedLines, end: int) -> tuple[str, ...]:
    """Return the list under a heading or a sentence that announces goals, or what stands behind `Goal:`."""
    headings = {heading.line: heading for heading in lines.headings if heading.line < end}
    for at in range(end):
        line = lines.lines[at]
        if lines.hidden[at] or not line.strip() or not _announces(line, headings.get(at)):
            continue
        if found := _list_below(lines.lines[at + 1 : end]):
            return found
        if match := _LABELLED.match(line[: _LONGEST * 4]):
            return (_plain(match[1]),)
    return ()


def _announces(line: str, heading: HeadingLine | None) -> bool:
    words = [fold(word) for word in _WORD.findall(line[:_LONGEST])]
    if not GOAL_WORDS.intersection(words):
        return False
    return heading is not None or line.rstrip(" *_\\").endswith((":", ",", "：", "，")) or bool(_LABELLED.match(line))


def _list_below(lines: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for line in lines:
        if match := _ITEM.match(line[: _LONGEST * 2]):
            found.append(_plain(match[1]))
        elif line.strip() and not (found and line[:1] in " \t"):
            break
        if len(found) == _MOST_GOALS:
            break
    return tuple(filter(None, found))


def _plain(text: str) -> str:
    return " ".join(mask(text).replace("[", " ").replace("]", " ").split()).rstrip(" ,;")[:_LONGEST]


def read_start_years(lines: ScannedLines, end: int) -> set[int]:
    """Return the years in the sentences before the first day that tell the challenge's start."""
    sentences = (one for text in _paragraphs(lines, min(end, _LINES)) for one in re.split(r"(?<=[.!?。])\s*", text))
    return {int(year) for one in sentences if _tells_start(one) for year in _YEAR.findall(one)}


def _tells_start(sentence: str) -> bool:
    """Tell whether a sentence has a word for a start; in Chinese and Japanese none stands apart from the others."""
    words = set(map(fold, _WORD.findall(sentence)))
    return not START_WORDS.isdisjoint(words) or any(word in sentence for word in _STARTS)


_STARTS = tuple(word for word in START_WORDS if len(word) > 1 and word[0] >= "\u3040")


def _start(lines: ScannedLines, end: int, year: int | None) -> dt.date | None:
    """Return the date in a sentence that tells the challenge's start."""
    for paragraph in _paragraphs(lines, end):
        for sentence in re.split(r"(?<=[.!?。])\s+", paragraph):
            if not _tells_start(sentence):
                continue
            if (date := _date_in(sentence, year)) is not None:
                return date
    return None


def _paragraphs(lines: ScannedLines, end: int) -> Iterator[str]:
    """Yield the paragraphs that hold a number, each as one line."""
    joined: list[str] = []
    for at in range(end + 1):
        line = lines.lines[at][: _LONGEST * 3].strip() if at < end and not lines.hidden[at] else ""
        if line and not _ITEM.match(line):
            joined.append(line)
            continue
        paragraph = " ".join(joined)[: _LONGEST * 4]
        joined = [line] if line else []
        if any(char.isdigit() for char in paragraph):
            yield paragraph


def _date_in(sentence: str, year: int | None) -> dt.date | None:
    for written in find_dates(tokenise(mask(clean_line(sentence)))):
        if written.weak:
            continue
        known, month, day = concrete(written, best_order([written]))[0][0]
        try:
            return dt.date(known if known is not None else year or 0, month, day)
        except ValueError:
            continue
    return None
