"""Where the text of a day begins and ends, and whether there is any, without reading Markdown."""

from __future__ import annotations

import re

from journal_site.expressions import expression

_RULE = expression(
    r"[ \t]*(?:(?:[-*_=][ \t]*){3,}|(?:&nbsp;|<br\s*/?>|<hr\s*/?>|</?(?:details|p|div|center)\b[^<>]*>)+)[ \t]*\\?$",
    re.IGNORECASE,
)
_LABEL = expression(
    r"\s*(?:[-*+]\s+|\d+[.)]\s+|#{1,6}\s+)?(?:(?:\*\*|__)[^*_]{1,60}(?:\*\*|__)\s*[:：]?|[^\s:：.!?][^:：.!?]{0,40}[:：])(?:\s|\*|_)*$"
)
_LABELLED = expression(r"\s*(?:[-*+]\s+|\d+[.)]\s+)?(?:\*\*|__)[^*_]{1,60}(?:\*\*|__)\s*[:：]?\s*(.*)$")
_NOWHERE = expression(r"\[[^\[\]]*\]\((?:#|\s*|https?://(?:www\.)?example\.com/?)\)")
_HEADING = expression(r"(?: {0,3}|[ \t]*[-*+][ \t]+)#{1,6}(?:\s|$)")
_WORD = expression(r"[^\W_]|!\[|<img|\$")
_LINK_ITEM = expression(r"\s*(?:[-*+]|\d+[.)])\s+[^\[\]]{0,40}\[[^\[\]]*\]\([^()]*\)\W*$")
_TEMPLATE_PHRASES = (
    ("gone through many exercises on FreeCodeCamp", "Find the Longest Word in a String"),
    ("Started a Weather App", "struggled with OpenWeather API", "example.com"),
)
"""Of the days with which the widespread templates for logs begin or end."""
_FIRST = 20
_LINES = 400
_LOOK = 300
_COMMENT = expression(r"(?<!`)<!--.*?-->", re.DOTALL)


def is_blank(lines: list[str]) -> bool:
    """Tell whether nothing was written: only headings, labels, rules and comments."""
    if not any(lines):
        return True
    text = _COMMENT.sub("", "\n".join(lines[:_LINES]))
    if any(map(_WORD.search, lines[_LINES:])):
        return False
    return not any(_WORD.search(line) and _says_something(line[:_LOOK]) for line in text.split("\n"))


def _says_something(line: str) -> bool:
    if _HEADING.match(line) or _LABEL.match(line) or _RULE.match(line):
        return False
    match = _LABELLED.match(line)
    return bool(_WORD.search(_NOWHERE.sub("", match[1] if match else line)))


def template_of(lines: list[str]) -> str:
    """Return the text of a day that has labels to fill in, to be compared with others'; nothing where it has none."""
    labels = sum(bool(_LABELLED.match(line[:_LOOK])) for line in lines[:_LINES])
    return "\n".join(line.rstrip() for line in lines).strip() if labels > 1 else ""


def is_untouched(lines: list[str]) -> bool:
    """Tell whether a day is one that the widespread templates for logs have as an example, and many leave there."""
    text = " ".join(lines[:_FIRST])
    return any(all(phrase in text for phrase in phrases) for phrases in _TEMPLATE_PHRASES)


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
