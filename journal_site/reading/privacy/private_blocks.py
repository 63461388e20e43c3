"""Parts of a text, below its head, that say who may see them.

Logseq gives each block properties (its own `public::` speaks of the page), and Dataview reads `key:: value` anywhere in
a note. So a property that stands in a list keeps its item at home, with all that is nested in it, and one that stands
in a paragraph the whole text, or in a log its day. So do lines `Key: value` right below a heading (Notion writes a
page's properties so), a head further down (`---`), Org's keywords (`#+DRAFT: t`) and a line of tags (`#private`). A
cell of code that its author's tool leaves out is no more than itself. What stands in code is text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from journal_site.config.nodes import Scalar
from journal_site.expressions import expression
from journal_site.reading.front_matter.visibility import CLOSED, Verdict, judge, judge_property
from journal_site.reading.privacy.comment_syntax import places
from journal_site.reading.privacy.hidden_cells import hides_fence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.reading.markdown.code_ranges import Code, TextRange

_KEY = r"[*_]{0,3}(?P<key>[^\W\d][\w.-]{0,30}(?: [\w.-]{1,30}){0,2})[*_]{0,3}::[ \t]*"
_PROPERTY = expression(
    rf"^(?P<indent>[ \t>]*)(?P<bullet>(?:[-*+]|\d{{1,9}}[.)])[ \t]+)?[\[(]?{_KEY}"
    r"(?P<value>\"?[\w#\[\]-]*\"?)[\])]?[ \t]*$",
    re.MULTILINE,
)
_INLINE = expression(rf"[\[(]{_KEY}(?P<value>\"?[\w-]*\"?)[ \t]*[\])]")
_KEYWORD = expression(r"^[ \t]*#\+(?P<key>\w[\w-]{2,30}):[ \t]+(?P<value>\S[^\n]{0,60})$", re.MULTILINE)
_DRAWER = expression(r"^[ \t]*:(?P<key>\w[\w-]{2,30}):[ \t]+(?P<value>\S[^\n]{0,60})$", re.MULTILINE)
_TAG_LINE = expression(
    r"^[ \t>]*(?:[-*+][ \t]+)?(?:#[^\s#]+[ \t]+)*#(?P<value>private|drafts?)(?:/[^\s#]*)?(?:[ \t]+#[^\s#]+)*[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_TAGS = ("private", "draft")
_PAIR = expression(r"[ \t]*(?P<key>[^\W\d][\w -]{0,40}):[ \t]+(?P<value>\S[^\n]*)")
_ABOVE = expression(r"(?:#{1,6}[ \t][^\n]*\n(?:[ \t]*\n)*|---[ \t]*\n)(?=[^\W\d][\w -]{0,40}:[ \t]+\S)")
_CELL = expression(r"^[ \t>]*(?:`{3,}|~{3,})[ \t]*\{(?P<language>[\w.-]+)(?P<options>[^}\n]*)\}[^\n]*\n", re.MULTILINE)
_MEMBERS = expression(r"^[ \t]*<!--[ \t]*(?:members|subscribers)-only[ \t]*-->[ \t]*$", re.MULTILINE)
"""Ghost's: what follows is not for all."""
_ITEM = expression(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_LONGEST_OPTIONS = 2000
"""Characters of a cell among which its options stand."""
_MOST_WORDS = 3
_FARTHEST = 300
"""Lines between an item's beginning and what it says: of one further down, all of the text stays at home."""
_INDENT = expression(r"[ \t>]*")


class PrivateLines(NamedTuple):
    """Lines that stay at home, from 0."""

    first: int
    last: int
    """The line after the last one."""
    reason: str
    whole: bool = False
    """They speak of the whole text, or of its day."""


class _Said(NamedTuple):
    """A place that may say who may see what it stands in."""

    start: int
    end: int
    reason: str
    kind: Literal["item", "cell", "rest"] = "item"
    """What it speaks of: the item or text that it stands in, itself, all that follows."""


def find_private(text: str) -> list[PrivateLines]:
    """Return which lines of a text stay at home for what they say, in order; most texts have none."""
    found = sorted(_said(text))
    if not found:
        return []
    from journal_site.reading.markdown.code_ranges import find_code, is_code  # noqa: PLC0415 - few texts have such lines

    code, lines = find_code(text), _Lines(text)
    private: list[PrivateLines] = []
    for one in found:
        line = lines.number(one.start)
        if private and line < private[-1].last and not private[-1].whole:
            continue
        if one.kind == "cell":
            if (block := _block_at(code, one.start)) is not None:
                private.append(PrivateLines(line, lines.number(block.end - 1) + 1, one.reason))
        elif not is_code(text, code, one.start):
            private.append(lines.below(line, one.reason) if one.kind == "rest" else lines.private(line, one.reason))
    return private


def _block_at(code: Code, at: int) -> TextRange | None:
    place = bisect_right(code.blocks, at, key=attrgetter("start")) - 1
    return code.blocks[place] if place >= 0 and code.blocks[place].start == at else None


def _said(text: str) -> Iterator[_Said]:
    """Give all that says so, each kind where a glance does not rule it out."""
    if ":" in text and "::" in text:
        yield from _judged(_PROPERTY, text)
        yield from _judged(_INLINE, text)
    if "+" in text and "#+" in text:
        yield from _judged(_KEYWORD, text)
    if ":" in text and ":PROPERTIES:" in text:
        yield from _judged(_DRAWER, text)
    if any(text[at + 1 : at + 8].casefold().startswith(_TAGS) for at in places("#", text)):
        for match in _TAG_LINE.finditer(text):
            yield _Said(match.start("value"), match.end(), f"not public (tag: {match['value']})")
    if "{" in text:
        for match in _CELL.finditer(text):
            if hides_fence(match["options"], text[match.end() : match.end() + _LONGEST_OPTIONS]):
                yield _Said(match.start(), match.end(), "a cell that stays at home", kind="cell")
    if "<" in text and "-only" in text:
        yield from (_Said(one.start(), len(text), "for members only", kind="rest") for one in _MEMBERS.finditer(text))
    yield from _below_headings(text)


def _judged(pattern: re.Pattern[str], text: str) -> Iterator[_Said]:
    for match in pattern.finditer(text):
        key, value = match["key"], match["value"]
        verdict = judge_property(key, value.strip('"#[]')) if "::" in match[0] else _plainly(key, value.strip(": "))
        if verdict:
            yield _Said(match.start("key"), match.end(), verdict.reason)


def _below_headings(text: str) -> Iterator[_Said]:
    """Give the lines `Key: value` that say so right below a heading, or in a head further down.

    Below any heading but the first, `Status: draft` is that of something else.
    """
    first = len(text) - len(text.lstrip())
    for match in _openings(text):
        fence = "#" not in match[0]
        at, found = match.end(), None
        while pair := _PAIR.match(text, at):
            verdict = _plainly(pair["key"], pair["value"].strip().strip("\"'"))
            of_all = fence or match.start() <= first or (verdict is not None and not verdict.is_state)
            if verdict and not found and (of_all or pair["value"].strip().casefold() in CLOSED):
                found = _Said(pair.start("key"), pair.end(), verdict.reason)
            at = pair.end() + 1
        if found and text[at : at + 4].partition("\n")[0].rstrip() == ("---" if fence else ""):
            yield found


def _openings(text: str) -> Iterator[re.Match[str]]:
    """Give the headings and fences right above lines `Key: value`, looking closely only where there may be one."""
    if ":" not in text:
        return
    for sign in ("#", "---"):
        for at in places(sign, text):
            if (not at or text[at - 1] == "\n") and (match := _ABOVE.match(text, at)):
                yield match


def _plainly(key: str, value: str) -> Verdict | None:
    """Return what a key with its value says, where that is beyond doubt: a sentence may begin so too."""
    if len(value.split()) > _MOST_WORDS:
        return None
    verdict = judge(key, Scalar(value, 1, 1))
    return verdict if verdict and not verdict.doubt else None


class _Lines:
    """A text's lines, and what of them belongs together as a list's item."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]
        self._first = next((at for at, line in enumerate(self._lines) if line.strip()), 0)
        self._known: dict[int, int] = {}

    def number(self, at: int) -> int:
        """Return the line of a place, from 0."""
        return bisect_right(self._starts, at) - 1

    def below(self, line: int, reason: str) -> PrivateLines:
        """Return all from a line on."""
        return PrivateLines(line, len(self._lines), reason)

    def private(self, line: int, reason: str) -> PrivateLines:
        """Return what a property in a line speaks of."""
        lines, start = self._lines, self._item_of(line)
        if start < 0:
            return PrivateLines(line, line + 1, reason, whole=True)
        indent = _width(lines[start])
        end = next((at for at in range(start + 1, len(lines)) if _ends_item(lines, at, indent)), len(lines))
        own = (one for one in lines[start:end] if one.strip())
        speaks_of_page = start <= self._first and all(map(_PROPERTY.match, own))
        return PrivateLines(start, end, reason, whole=speaks_of_page)

    def _item_of(self, line: int) -> int:
        """Return the line where the list's item begins that a line belongs to, or -1."""
        found = self._known[line] = self._search(line)
        return found

    def _search(self, line: int) -> int:
        lines, width = self._lines, _width(self._lines[line])
        for at in range(line, max(-1, line - _FARTHEST), -1):
            if at in self._known and _width(lines[at]) == width:
                return self._known[at]
            if _ITEM.match(lines[at]) and (at == line or _width(lines[at]) < width or not width):
                return at
            if not width and not lines[at].strip():
                return -1
            if at < line and lines[at].strip() and not _width(lines[at]) and not _ITEM.match(lines[at]):
                return -1
        return -1


def _ends_item(lines: list[str], at: int, indent: int) -> bool:
    """Tell whether a line no longer belongs to the item that is indented so far."""
    line = lines[at]
    if not line.strip() or _width(line) > indent:
        return False
    return bool(_ITEM.match(line)) or not lines[at - 1].strip() or line.lstrip().startswith("#")


def _width(line: str) -> int:
    indent = _INDENT.match(line)
    return len(indent[0].expandtabs(4)) if indent else 0


def is_property(line: str) -> bool:
    """Tell whether a line is a property and nothing else."""
    return any(one.fullmatch(line) for one in (_PROPERTY, _KEYWORD, _DRAWER))
