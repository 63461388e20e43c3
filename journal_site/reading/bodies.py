"""What a day's lines say at a glance, without reading Markdown: whether they are blank, their date, day and tags."""

from __future__ import annotations

import re

from journal_site.reading.days import Mark, read_mark
from journal_site.reading.words import DATE_LABELS, MONTHS, TAG_LABELS, WEEKDAYS

_RULE = re.compile(
    r"[ \t]*(?:(?:[-*_=][ \t]*){3,}|(?:&nbsp;|<br\s*/?>|<hr\s*/?>|</?(?:details|p|div|center)\b[^<>]*>)+)[ \t]*\\?$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\s*(?:[-*+]\s+|\d+[.)]\s+|#{1,6}\s+)?(?:(?:\*\*|__)[^*_]{1,60}(?:\*\*|__)\s*[:：]?|[^\s:：.!?][^:：.!?]{0,40}[:：])(?:\s|\*|_)*$"
)
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_WORD = re.compile(r"[^\W_]|!\[|<img|\$")
_LINK_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+[^\[\]]{0,40}\[[^\[\]]*\]\([^()]*\)\W*$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ALONE = re.compile(r"[ \t>*_~`#]*")
_HASHTAG = re.compile(r"(?<!\S)#([^\W\d_][\w/-]*)")
_HASHTAGS = re.compile(r"\s*(?:#[^\W\d_][\w/-]*[ \t,]*)+$")
_LABELS = "|".join(sorted(map(re.escape, DATE_LABELS), key=lambda word: (-len(word), word)))
_DATE_LINE = re.compile(rf"[ \t>*_~`📅🗓️-]*(?:{_LABELS})(?![^\W_])[ \t*_]*[:：=-]?[ \t*_]*(?=\S)", re.IGNORECASE)
_TAGS = "|".join(sorted(map(re.escape, TAG_LABELS), key=lambda word: (-len(word), word)))
_TAG_LINE = re.compile(rf"[ \t>*_🏷️-]*(?:{_TAGS})[ \t]*(?:\*\*|__)?[ \t]*[:：][ \t*_]*(\S.*)$", re.IGNORECASE)
_NAMES = frozenset(MONTHS) | frozenset(WEEKDAYS)
_FIRST_LINES = 8
_LONGEST_TAG = 40
_SHORT_LINE = 80
_DIGITS = re.compile(r"\d")


def is_blank(lines: list[str]) -> bool:
    """Tell whether nothing was written: only headings, labels, rules and comments."""
    if not any(lines):
        return True
    text = _COMMENT.sub("", "\n".join(lines[:400]))
    if len(lines) > 400 and any(map(_WORD.search, lines[400:])):  # noqa: PLR2004
        return False
    return not any(
        _WORD.search(line) and not (_HEADING.match(line) or _LABEL.match(line[:200]) or _RULE.match(line[:200]))
        for line in text.split("\n")
    )


def is_list_of_links(lines: list[str]) -> bool:
    """Tell whether nothing stands here but items that are links to where something is kept."""
    written = [line for line in lines if _WORD.search(line) and not _RULE.match(line[:200])]
    return bool(written) and all(_LINK_ITEM.match(line[:600]) for line in written)


def trimmed(lines: list[str], start: int, end: int) -> tuple[int, int]:
    """Return where the text of some lines begins and ends, without empty lines, and without the rules at its end."""
    while end > start and (not lines[end - 1].strip() or _RULE.match(lines[end - 1][:200])):
        end -= 1
    while start < end and not lines[start].strip():
        start += 1
    return start, end


def first_lines(lines: list[str], count: int = _FIRST_LINES) -> list[tuple[int, str]]:
    """Return the first lines that are not empty, with their numbers."""
    found: list[tuple[int, str]] = []
    for at, line in enumerate(lines[: count * 4]):
        if line.strip():
            found.append((at, line))
            if len(found) == count:
                break
    return found


def date_line(lines: list[str]) -> tuple[int, Mark] | None:
    """Return the line below a heading that tells the date: one with a label, or one that is nothing but a date."""
    for order, (at, line) in enumerate(first_lines(lines)):
        if not _DIGITS.search(line, 0, _SHORT_LINE):
            continue
        if match := _DATE_LINE.match(line):
            mark = read_mark(line[match.end() :][:_SHORT_LINE])
            if mark and mark.dates and mark.leads:
                return at, mark
        if order < 2 and len(line) < _SHORT_LINE:  # noqa: PLR2004
            mark = read_mark(line.strip())
            if mark and mark.dates and not mark.dates.weak and mark.leads and not mark.title:
                return at, mark
    return None


def day_line(lines: list[str]) -> Mark | None:
    """Return what the first line says of the day's number, where it begins with that."""
    for _, line in first_lines(lines, 1):
        mark = read_mark(line.strip()[:_SHORT_LINE])
        if mark and mark.named and mark.leads and mark.days and not mark.template:
            return mark
    return None


def tags(lines: list[str]) -> tuple[str, ...]:
    """Return the tags of `Tags:` and `#hashtag` lines below a heading."""
    found: dict[str, None] = {}
    for _, line in first_lines(lines):
        if _HASHTAGS.match(line[:400]) and "#" in line:
            found.update(dict.fromkeys(_HASHTAG.findall(line)))
        elif match := _TAG_LINE.match(line[:400]):
            found.update(dict.fromkeys(_split_tags(match[1])))
    return tuple(found)


def _split_tags(text: str) -> list[str]:
    text = re.sub(r"\[\[([^\[\]]*)\]\]", r"\1", text)
    text = re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", text).strip("[] \t")
    parts = (
        re.split(r"[,;、，|·]", text)
        if re.search(r"[,;、，|·]", text)
        else (text.split() if text.lstrip().startswith("#") else [text])
    )
    cleaned = [part.strip(" \t*_`#\"'.").strip() for part in parts]
    return [part for part in cleaned if 0 < len(part) <= _LONGEST_TAG]
