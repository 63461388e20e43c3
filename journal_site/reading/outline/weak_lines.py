"""Lines that are no headings to Markdown, yet may head a day: bold lines, list items, code, plain lines, `<summary>`.

Each is only a candidate: `patterns` takes a shape of them for headings where their days or dates make a sequence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from journal_site.expressions import expression
from journal_site.languages.folding import WORD, fold
from journal_site.reading.dates.calendars import ERA_YEARS
from journal_site.reading.dates.days import Mark, read_mark
from journal_site.reading.dates.heading_example import read_by_examples
from journal_site.reading.dates.words import DATE_LABELS, DAY_WORDS, MONTHS, ROUND_WORDS, SHORT_DAY_WORDS, WEEKDAYS
from journal_site.reading.outline.lines import HeadingLine, ScannedLines
from journal_site.reading.outline.tables import table_spans

WEAK_LEVEL = 7
_NAMES = frozenset(
    name.split()[0].partition("'")[0]
    for name in {*ERA_YEARS, *DAY_WORDS, *DATE_LABELS, *MONTHS, *WEEKDAYS, *ROUND_WORDS, *SHORT_DAY_WORDS, "on"}
)
_HEAD = 160
_BEGINS = expression(
    r"\s*(?:[-*+]\s+\[[xX]\]\s)?(?:[^\w<]|_){0,16}(?:<[^<>]{1,60}>(?:[^\w<]|_)*){0,3}(\d|" + WORD + ")"
)
_DIGIT = expression(r"[\d〇一二三四五六七八九十]|\b[Dd]ay\s+[A-Za-z]")
_SUMMARY = expression(r"\s*(?:<details\b[^<>]*>\s*)?<summary\b[^<>]*>(.*?)(?:</summary\s*>|$)", re.IGNORECASE)
_LIST = expression(r"(\s*)((?:[-*+]|\d{1,9}[.)])\s+)(?:\[[ xX]\]\s+)?(?:#{1,6}\s+)?")
_BOLD = expression(r"\s{0,9}(?:>\s?)?(?:\*\*|__|<b>|<strong>|\*(?=\S)|_(?=\S))", re.IGNORECASE)
_CODE = expression(r" {0,3}`[^`]{1,60}`")
_QUOTED = expression(r" {0,3}>\s?#{1,6}\s+")
_PLAIN = expression(r" {0,3}[^\s<>|!`]")


class WeakLine(NamedTuple):
    """A line that may head a day, with what it says."""

    heading: HeadingLine
    mark: Mark


def weak_lines(lines: ScannedLines) -> list[WeakLine]:
    """Return the candidates of all weak shapes, in order."""
    found: list[WeakLine] = []
    taken = {heading.line for heading in lines.headings}
    taken.update(at for head, end in table_spans(lines) for at in range(head, end))
    for at, line in enumerate(lines.lines):
        head = line[:_HEAD]
        if lines.hidden[at] or at in taken or not _DIGIT.search(head) or not _may_head(head):
            continue
        shaped = _shape(line)
        if shaped is None:
            continue
        shape, text = shaped
        mark = read_mark(text)
        if mark is not None and _leads(mark, shape):
            found.append(WeakLine(HeadingLine(at, WEAK_LEVEL, text, shape=shape), mark))
    return found


def lines_as(lines: ScannedLines, examples: Sequence[str]) -> list[WeakLine]:
    """Return the lines that are as one of some examples of a day's heading, whatever their shape."""
    headings = {heading.line: heading for heading in lines.headings}
    found: list[WeakLine] = []
    for at, line in enumerate(lines.lines):
        mark = None if lines.hidden[at] else read_by_examples(line, examples)
        if mark is not None:
            shape = "list" if _LIST.match(line) else "example"
            heading = headings.get(at) or HeadingLine(at, WEAK_LEVEL, line.strip(), shape=shape)
            found.append(WeakLine(heading, mark))
    return found


def _may_head(line: str) -> bool:
    """Tell whether the first thing that a line says is a number, or a word for days and dates."""
    match = _BEGINS.match(line)
    return match is not None and (match[1].isdigit() or fold(match[1]) in _NAMES)


def _shape(line: str) -> tuple[str, str] | None:
    if match := _SUMMARY.match(line):
        return "summary", match[1].strip()
    if match := _LIST.match(line):
        return "list", line[match.end() :].strip()
    if _BOLD.match(line):
        return "bold", line.strip()
    if _CODE.match(line):
        return "code", line.strip()
    if match := _QUOTED.match(line):
        return "quoted", line[match.end() :].strip()
    return ("plain", line.strip()) if _PLAIN.match(line) else None


def _leads(mark: Mark, shape: str) -> bool:
    if not mark.leads or mark.loose:
        return False
    if mark.named or (mark.short and shape != "plain"):
        return True
    return mark.dates is not None and (not mark.dates.weak or not mark.title or shape != "plain")
