"""The sentence around a link: what is quoted where the page that it leads to says who links there."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from journal_site.expressions import expression

_CLOSERS = r"[\"'”’»)\]」』】）]*"
_NEW_LINE = r"\n(?=(?!I\b)[A-Z\u00c0-\u00de\u0410-\u042f\u3040-\u9fff\uac00-\ud7af])"
_ENDS = expression(rf"[.!?…]{_CLOSERS}(?:\s+(?![a-zß-öø-ÿа-я])|\s*$)|[。！？｡؟۔]{_CLOSERS}\s*|{_NEW_LINE}")
"""Where a sentence ends; many write one a line, with nothing at its end."""
_SHORT = expression(
    r"(?:\b\w|\b(?:abb|al|approx|art|bzw|ca|cf|ch|dr|ed|eq|etc|evtl|ex|fig|incl|mr|mrs|ms|no|nr|p|par|pp|prof|ref|sec"
    r"|sig|sr|sra|st|tab|usw|vgl|vol|vs|рис|см|стр|табл))$",
    re.IGNORECASE,
)
"""Shortened words, whose full stop ends nothing."""
_LOOK = 400
"""Characters on each side that are looked at."""
_ROOM = 110
"""How wide each side may be; a CJK character is twice as wide as a Latin one."""
_WORD = 24
"""A word that is longer is cut."""
_JOINERS = "\u200d\ufe0e\ufe0f"


class LinkContext(NamedTuple):
    """A link's sentence without the link's own text."""

    before: str
    after: str


def sentence_around(text: str, start: int, end: int) -> LinkContext:
    """Return the sentence in which a link's text stands in `text` from `start` to `end`, cut where it is long."""
    first, last = max(0, start - _LOOK), min(len(text), end + _LOOK)
    before, after = text[first:start], text[end:last]
    begin = 0
    for match in _ENDS.finditer(before):
        if not _is_short(before, match):
            begin = match.end()
    ending = next((match for match in _ENDS.finditer(after) if not _is_short(after, match)), None)
    whole = ending is not None or last == len(text)
    return LinkContext(
        _cut_before(_settled(before[begin:]).lstrip(), whole=begin > 0 or first == 0),
        _cut_after(_settled(after[: ending.end()] if ending else after).rstrip(), whole=whole),
    )


def _is_short(text: str, match: re.Match[str]) -> bool:
    return text[match.start()] == "." and bool(_SHORT.search(text[max(0, match.start() - 6) : match.start()]))


def _settled(text: str) -> str:
    """Return a text on one line, with the blanks at its ends as one each."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def _cut_before(text: str, *, whole: bool) -> str:
    """Return the end of a text, as much as there is room for."""
    room, at = _ROOM, len(text)
    while at and room > 0:
        at -= 1
        room -= _width(text[at])
    if at == 0:
        return text if whole else f"…{text.lstrip()}"
    blank = text.find(" ", at, at + _WORD)
    if blank >= 0:
        at = blank + 1
    while at < len(text) and (combining(text[at]) or text[at] in _JOINERS):
        at += 1
    return f"…{text[at:]}"


def _cut_after(text: str, *, whole: bool) -> str:
    """Return the beginning of a text, as much as there is room for."""
    room, at = _ROOM, 0
    while at < len(text) and room > 0:
        room -= _width(text[at])
        at += 1
    if at == len(text):
        return text if whole else f"{text.rstrip()}…"
    blank = text.rfind(" ", max(0, at - _WORD), at)
    if blank > 0:
        at = blank
    while at > 0 and (combining(text[at]) or text[at] in _JOINERS or text[at - 1] == "\u200d"):
        at -= 1
    return text[:at].rstrip(" ,;:–—-(") + "…"


def _width(sign: str) -> int:
    return 1 if sign.isascii() else 2 if east_asian_width(sign) in "WF" else 1
