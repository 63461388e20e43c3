"""What an author's tool calls a comment leaves a text before anything reads it; each line keeps its number.

Their syntax is a table, `comment_syntax`. HTML's are Markdown's own, and so the parser's, where they begin a line;
others are cut by headings, items and rows, and are found here. None is found inside code, and all only in pairs: an
opening sign that nothing closes is text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from journal_site.expressions import expression
from journal_site.reading.privacy.comment_syntax import MYST, NEXT_SIGN, SYNTAXES, CommentSyntax, may_hold_comments

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journal_site.reading.markdown.code_ranges import Code, TextRange

Reach = Literal["block", "glued", "spaced", "magic"]
_PERCENT = expression(r"(?<![%\\])%{2,3}(?!%)")
_PERCENTAGE = expression(r"\d\s?%{2}(?![^\W_])")
_FORMAT = expression(r"%[-+#0-9.]*[A-Za-z]\Z")
"""What `printf` writes before the sign for percent: `%d%%`."""
_MAGIC = expression(
    r"%%(?:time|timeit|bash|sh|html|javascript|js|latex|markdown|capture|writefile|file|script|perl|python[23]?|pypy|"
    r"ruby|svg|system|prun|debug|cython|R|sql|bigquery|matplotlib|cmd|spark|pyspark)\b"
)
"""IPython's, which people speak of: one of them alone begins no comment."""
_MENTION = expression(r"[*_\"'“‘«‹(\[]%%[*_\"'”’»›)\]]")
_BEGINNING = expression(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?)*")
_GLUED = expression(r"[^\s%]%%|\n%%[ \t]*$", re.MULTILINE)
_OPENS = expression(r"\s%%\w")
_LINE_END = expression(r"\n|\Z")
_REST = expression(r"[ \t]*$", re.MULTILINE)
_GAP = expression(r"\n[ \t]*\n")
_MARKERS = expression(r"(?P<quote>[ \t>]*)(?:#{1,6}[ \t]+|(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?)+)")
_INDENT = expression(r"[ \t>]*")
_HEADING = expression(r"^ {0,3}#{1,6}[ \t]", re.MULTILINE)
_MOST_READINGS = 20
"""After so many comments that hold half a block of code, what else looks like code is no shelter."""


class Comment(NamedTuple):
    """A comment that was found, in lines from 0."""

    first: int
    last: int
    is_reported: bool
    """It may hide more than was meant: it holds headings, or is HTML's and not what Markdown takes for a comment."""


class UncommentedText(NamedTuple):
    """A text without its comments."""

    text: str
    comments: tuple[Comment, ...] = ()


def strip_comments(text: str) -> UncommentedText:
    """Return a text without comments, on the same lines."""
    if not may_hold_comments(text):
        return UncommentedText(text)
    from journal_site.reading.markdown.code_ranges import Code, find_code  # noqa: PLC0415 - few texts hold such signs

    found: list[Comment] = []
    start = 0
    for reading in range(_MOST_READINGS + 1):
        code = find_code(text) if reading < _MOST_READINGS else Code([], [])
        text, start = _Scan(text, start, code, found).run()
        if start < 0:
            break
    return UncommentedText(text, tuple(found))


class _Scan:
    """One way through a text from a place on, with what is code in it."""

    def __init__(self, text: str, start: int, code: Code, found: list[Comment]) -> None:
        self._text = text
        self._at = start
        self._code = code
        self._found = found
        self._pieces = [text[:start]]
        self._kept = start
        self._block = self._paragraph = 0
        self._unclosed: set[str] = set()
        self._unbalanced: set[str] = set()
        self._ends = [one.start() for one in _LINE_END.finditer(text)]
        self._no_magic_before = 0
        self._myst = MYST.search(text) is not None

    def run(self) -> tuple[str, int]:
        """Return the text as far as it is concealed, and from where it must be read anew; -1 where nowhere."""
        text = self._text
        while match := NEXT_SIGN.search(text, self._at):
            block = self._block_at(match.start())
            if block is not None:
                self._at = block.end
                continue
            kind = match.lastgroup or ""  # the last one that closed, so never `tag`, which stands within one
            if kind == "ticks":
                self._at = self._span_end(match)
            elif kind == "element":
                self._at = self._element_end(match)
            elif kind == "html" and self._is_of_parser(match.start()):
                self._at = self._after("-->", match.end())
            elif again := self._hide(match, self._end_of(kind, match)):
                return self._done(), again
        return self._done(), -1

    def _done(self) -> str:
        return "".join((*self._pieces, self._text[self._kept :]))

    def _block_at(self, at: int) -> TextRange | None:
        blocks = self._code.blocks
        while self._block < len(blocks) and blocks[self._block].end <= at:
            self._block += 1
        one = blocks[self._block] if self._block < len(blocks) else None
        return one if one is not None and one.start <= at else None

    def _span_end(self, match: re.Match[str]) -> int:
        from journal_site.reading.markdown.code_ranges import span_end  # noqa: PLC0415 - as above

        return span_end(self._text, match.start(), self._limit(match.start()))

    def _limit(self, at: int) -> int:
        """Return the end of the paragraph at a place; what is none ends with its line."""
        paragraphs = self._code.paragraphs
        while self._paragraph < len(paragraphs) and paragraphs[self._paragraph].end <= at:
            self._paragraph += 1
        one = paragraphs[self._paragraph] if self._paragraph < len(paragraphs) else None
        if one is not None and one.start <= at:
            return one.end
        return self._line_end(at)

    def _line(self, at: int) -> int:
        """Return the number of the line at a place, from 0."""
        return bisect_left(self._ends, at)

    def _line_end(self, at: int) -> int:
        return self._ends[self._line(at)]

    def _line_start(self, at: int) -> int:
        line = self._line(at)
        return self._ends[line - 1] + 1 if line else 0

    def _element_end(self, match: re.Match[str]) -> int:
        return self._after(f"</{match['tag']}", match.end())

    def _after(self, sign: str, at: int) -> int:
        end = -1 if sign in self._unclosed else self._text.find(sign, at)  # tags in capitals are seldom written
        if end < 0:
            self._unclosed.add(sign)
            return at
        return end + len(sign)

    def _end_of(self, kind: str, match: re.Match[str]) -> int:
        """Return the end of the comment that a match begins; -1 where nothing closes it."""
        if kind == "percent":
            return self._percent_end(match)
        if kind == "html":
            return self._html_end(match.start())
        if kind == "myst":
            return match.end() if self._myst else -1
        if kind in self._unclosed:
            return -1
        one = SYNTAXES[int(kind[1:])]
        closing = self._balanced(kind, one, match.end()) or self._first_outside(one.closing, match.end())
        if closing is None:
            self._unclosed.add(kind)
            return -1
        return closing.end() if None not in closing.groups() else -1

    def _is_of_parser(self, at: int) -> bool:
        """Tell whether Markdown itself takes a comment of HTML for one, however many lines it has."""
        return (at == 0 or self._text[at - 1] == "\n") and not self._text.startswith("<!---", at)

    def _html_end(self, at: int) -> int:
        """Return the end of a comment of HTML; -1 where another one begins in a later line before it."""
        end = -1 if "-->" in self._unclosed else self._text.find("-->", at + 2)
        if end < 0:
            self._unclosed.add("-->")
            return -1
        other = self._text.rfind("<!--", at + 4, end)
        return -1 if (other >= 0 and "\n" in self._text[at:other]) or self._is_in_block(end) else end + 3

    def _balanced(self, kind: str, one: CommentSyntax, at: int) -> re.Match[str] | None:
        """Return the end of a comment that holds others of its kind; None where not each of them has an end."""
        if one.inner is None or kind in self._unbalanced:
            return None
        depth = 1
        while closing := self._first_outside(one.closing, at):
            depth += sum(1 for _ in one.inner.finditer(self._text, at, closing.start())) - 1
            if not depth:
                return closing
            at = closing.end()
        self._unbalanced.add(kind)
        return None

    def _first_outside(self, closing: re.Pattern[str], at: int) -> re.Match[str] | None:
        """Return the first match outside blocks of code, else (for code that the comment cut in two) the first."""
        first: re.Match[str] | None = None
        for match in closing.finditer(self._text, at):
            first = first or match
            if not self._is_in_block(match.start()):
                return match
        return first

    def _is_in_block(self, at: int) -> bool:
        blocks = self._code.blocks
        place = bisect_right(blocks, at, key=attrgetter("start")) - 1
        return place >= 0 and at < blocks[place].end

    def _percent_end(self, match: re.Match[str]) -> int:
        text, at = self._text, match.start()
        if _is_mention(text, at) or _is_percentage(text, at, opens=True):
            return -1
        reach = self._reach(match)
        known = at < self._no_magic_before if reach == "magic" else reach in self._unclosed
        if known and reach != "glued":
            return -1
        near = reach in {"magic", "spaced"} or known
        limit = self._limit(at) if near else len(text)
        closing = self._percent_closing(match.end(), limit, reach, self._limit(at))
        if closing is not None:
            return closing.end()
        if reach == "magic":
            self._no_magic_before = limit
        elif not near:
            self._unclosed.add(reach)
        return -1

    def _reach(self, match: re.Match[str]) -> Reach:
        """Return how far signs may reach for those that close them.

        A block begins a line or ends one, and may be as long as it likes. Signs amid a line that stand apart from the
        next word may as well be spoken of, so they reach no further than their paragraph; those glued to it reach to
        signs that are glued to a word too.
        """
        text, at = self._text, match.start()
        if _MAGIC.match(text, at):
            return "magic"
        if _BEGINNING.fullmatch(text, self._line_start(at), at) or _REST.match(text, match.end()):
            return "block"
        return "spaced" if text[match.end() : match.end() + 1].isspace() else "glued"

    def _percent_closing(self, start: int, limit: int, reach: Reach, paragraph: int) -> re.Match[str] | None:
        """Return the signs that close a comment: rather such outside code than in it, rather none of a percentage.

        What begins like a command of IPython's is a comment only where the next signs close it and open nothing.
        """
        spans = _Spans(self._text, start, self._line_end)
        doubtful: re.Match[str] | None = None
        sheltered: re.Match[str] | None = None
        for closing in self._candidates(start, limit):
            at = closing.start()
            if doubtful is not None and at >= limit:
                break
            if reach == "glued" and at >= paragraph and not _GLUED.match(self._text, at - 1):
                continue
            if self._is_in_block(at) or spans.hold(at):
                sheltered = sheltered or (closing if reach == "block" or at < paragraph else None)
            elif not _is_percentage(self._text, at, opens=False):
                return None if reach == "magic" and _OPENS.match(self._text, at - 1) else closing
            elif doubtful is None:
                gap = _GAP.search(self._text, closing.end())
                doubtful, limit = closing, gap.start() if gap else limit
        return doubtful or (None if reach == "magic" else sheltered)

    def _candidates(self, at: int, limit: int) -> Iterator[re.Match[str]]:
        for one in _PERCENT.finditer(self._text, at, limit):
            at = one.start()
            if not (_MAGIC.match(self._text, at) and self._text[at - 1].isspace()) and not _is_mention(self._text, at):
                yield one

    def _hide(self, match: re.Match[str], end: int) -> int:
        """Leave a comment out; return where to read anew, where it held the beginning of a block of code, else 0."""
        if end < 0:
            self._at = match.start() + 1 if match.lastgroup == "myst" else match.end()
            return 0
        text, start = self._text, match.start()
        inner = text[start:end]
        is_doubtful = _HEADING.search(inner) or (match.lastgroup == "html" and _GAP.search(inner))
        self._found.append(Comment(self._line(start), self._line(end), bool(is_doubtful)))
        self._pieces += [text[self._kept : self._without_marker(start, end)], "\n" * inner.count("\n")]
        self._kept = self._at = end
        blocks = self._code.blocks
        last = bisect_right(blocks, end - 1, key=attrgetter("start")) - 1
        cut = last >= 0 and start <= blocks[last].start and end < blocks[last].end
        return sum(map(len, self._pieces)) or 1 if cut else 0

    def _without_marker(self, start: int, end: int) -> int:
        """Return where the text before a comment ends: a heading's or an item's sign goes where it heads nothing."""
        text = self._text
        marker = _MARKERS.fullmatch(text, max(self._line_start(start), self._kept), start)
        if marker is None or _REST.match(text, end) is None:
            return start
        below = _INDENT.match(text, self._line_end(end) + 1)
        return start if below and len(below[0]) > len(marker["quote"]) else marker.end("quote")


class _Spans:
    """The code spans of a comment's lines: what seems to close it may stand in one."""

    def __init__(self, text: str, start: int, line_end: Callable[[int], int]) -> None:
        self._text = text
        self._line_end = line_end
        self._at = start
        """The end of the last span, or the beginning of the line."""

    def hold(self, at: int) -> bool:
        """Tell whether a place, behind all those asked for before, stands in a code span of its line."""
        from journal_site.reading.markdown.code_ranges import span_end  # noqa: PLC0415 - few texts hold comments

        self._at = max(self._at, self._text.rfind("\n", self._at, at) + 1)
        while (tick := self._text.find("`", self._at, at)) >= 0:
            self._at = span_end(self._text, tick, self._line_end(at))
        return self._at > at


def _is_mention(text: str, at: int) -> bool:
    """Tell whether signs are only spoken of: they stand alone in emphasis, in quotes or in brackets."""
    return _MENTION.match(text, at - 1) is not None if at else False


def _is_percentage(text: str, at: int, *, opens: bool) -> bool:
    """Tell whether two signs are rather a number's or a format's: `100%% sure`, `%d%%`."""
    if opens and _FORMAT.search(text, max(0, at - 8), at):
        return True
    return _PERCENTAGE.match(text, at - 1) is not None or (at > 1 and _PERCENTAGE.match(text, at - 2) is not None)
