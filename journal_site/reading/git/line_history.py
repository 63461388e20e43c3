"""Which commit first had each line of a text: commits are replayed; moved, mended or restored lines keep their first.

Pure: what git says is handed in, and what a text's lines mean is asked of the grammar of headings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from journal_site.expressions import expression
from journal_site.reading.dates.days import read_mark
from journal_site.reading.git.ask import Change, Hunk

NEVER = -1
"""In place of a commit's number: not committed yet."""
_LONGEST = 200
_HEADING = expression(r"\s{0,3}(?:#{1,6}|<h[1-6]|<summary)")
_SIGNS = expression(r"[\W_]+")
_DISTINCTIVE = 20
"""Characters from which a line is so much its own that it does not come about twice."""
_FEWEST = 3
_MOSTLY = 0.67
_SIMILAR = 0.8
_MOST = 60
"""Headings that one commit takes out, beyond which it is a rewriting, and only equal words are the same heading."""


class TextVersion(NamedTuple):
    """A text as of some commit."""

    lines: list[str]
    first: list[int]
    """For each line, the number of the commit that first had it."""


class _Edit(NamedTuple):
    """What one commit takes out of and puts into one text."""

    text: TextVersion
    before: Sequence[str]
    """The lines before the commit."""
    removed: list[tuple[str, int]]
    added: list[tuple[int, str]]
    """(index in the new text, line)."""


class Histories:
    """Texts by their present name, while commits are replayed."""

    def __init__(self, side: Mapping[str, int] | None = None) -> None:
        """Begin with no text. `side`: lines that merged commits had, with the first of them."""
        self.texts: dict[str, TextVersion] = {}
        self._side = side or {}
        self._gone: dict[str, int] = {}

    def replay(self, number: int, changes: Iterable[Change], *, merge: bool = False) -> None:
        """Take in what one commit changed."""
        edits = [edit for change in changes if (edit := self._apply(number, change)) is not None]
        removed: dict[str, list[int]] = {}
        for edit in edits:
            for line, first in edit.removed:
                removed.setdefault(line, []).append(first)
        for edit in edits:
            left = _keep_moved(edit, removed)
            if merge:
                left = self._keep_merged(edit.text, left)
            left = self._keep_restored(edit.text, left)
            _keep_mended(edit, left, removed)
        for line, firsts in removed.items():
            self._gone[line] = min([*firsts, self._gone.get(line, firsts[0])])

    def text(self, name: str, current: Sequence[str]) -> TextVersion:
        """Return a text as it is now, which may differ from what was committed last."""
        text = self.texts.get(name, TextVersion([], []))
        if text.lines != current:
            self.texts[name] = text
            self.replay(NEVER, [Change(name, name, _compare(text.lines, current))])
        return self.texts.get(name, TextVersion([], []))

    def _apply(self, number: int, change: Change) -> _Edit | None:
        """Replay a change; return what it took out and put in."""
        old = self.texts.get(change.old, TextVersion([], [])) if change.old else TextVersion([], [])
        if change.old != change.new:
            self.texts.pop(change.old, None)
        lines: list[str] = []
        first: list[int] = []
        removed: list[tuple[str, int]] = []
        added: list[tuple[int, str]] = []
        at = 0
        for hunk in change.hunks:
            end = hunk.start + hunk.removed
            lines += old.lines[at : hunk.start]
            first += old.first[at : hunk.start]
            removed += zip(old.lines[hunk.start : end], old.first[hunk.start : end], strict=True)
            added += enumerate(hunk.added, len(lines))
            lines += hunk.added
            first += [number] * len(hunk.added)
            at = end
        text = TextVersion(lines + old.lines[at:], first + old.first[at:])
        if change.new:
            self.texts[change.new] = text
        return _Edit(text, old.lines, _with_words(removed), [(n, line) for n, line in added if _SIGNS.sub("", line)])

    def _keep_merged(self, text: TextVersion, added: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """Give lines that a merge brought in the commit that they have on the other side."""
        for at, line in added:
            if line in self._side:
                text.first[at] = self._side[line]
        return [(at, line) for at, line in added if line not in self._side]

    def _keep_restored(self, text: TextVersion, added: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """Give lines that were taken out and are put back (dated headings, most of a change) their first commit."""
        distinctive = [line for _, line in added if len(line) >= _DISTINCTIVE]
        back = sum(line in self._gone for line in distinctive)
        whole = back >= _FEWEST and back >= _MOSTLY * len(distinctive)
        left: list[tuple[int, str]] = []
        for at, line in added:
            if line in self._gone and (whole or _names_date(line)):
                text.first[at] = self._gone[line]
            else:
                left.append((at, line))
        return left


def _with_words(removed: list[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(line, first) for line, first in removed if _SIGNS.sub("", line)]


def _keep_moved(edit: _Edit, removed: dict[str, list[int]]) -> list[tuple[int, str]]:
    """Give lines that only changed their place their first commit; return the others."""
    left: list[tuple[int, str]] = []
    for at, line in edit.added:
        firsts = removed.get(line)
        if firsts:
            edit.text.first[at] = firsts.pop(0)
            if not firsts:
                del removed[line]
        else:
            left.append((at, line))
    return left


def _keep_mended(edit: _Edit, added: list[tuple[int, str]], removed: Mapping[str, list[int]]) -> None:
    """Give headings that were rewritten the first commit of the heading that they stand for."""
    days: dict[Hashable, list[tuple[int, int]]] = {}
    sections: dict[str, list[int]] = {}
    for line, firsts in removed.items() if added else ():
        if may_head(line):
            key = heading_key(line)
            if key is None:
                sections.setdefault(_words(line), []).extend(firsts)
            else:
                days.setdefault(key, []).extend((_level(line), first) for first in firsts)
    for at, line in added if days or sections else ():
        if may_head(line):
            key = heading_key(line)
            if key is None and (firsts := _most_like(_words(line), sections)):
                edit.text.first[at] = firsts.pop(0)
            elif key in days and _may_mend(line, days[key][0][0], edit.before):
                edit.text.first[at] = days[key].pop(0)[1]
                if not days[key]:
                    del days[key]


def _may_mend(line: str, level: int, before: Sequence[str]) -> bool:
    """Tell whether a day's heading can be one of another level: not where the log only now found its level.

    A log's first headings are of no form yet. Where a whole log is moved to another level, all its days come in one
    commit, and the lines below them tell their dates.
    """
    now = _level(line)
    return now == level or any(_level(other) == now and heading_key(other) is not None for other in before)


def _level(line: str) -> int:
    line = line.lstrip()
    return len(line) - len(line.lstrip("#"))


def may_head(line: str) -> bool:
    """Tell roughly whether a line can be a heading."""
    if len(line) > _LONGEST:
        return False
    return bool(_HEADING.match(line)) or (len(line) < _LONGEST // 2 and any(map(str.isdigit, line[:30])))


def _names_date(line: str) -> bool:
    """Tell whether a line is a heading with a date, which does not come about twice."""
    mark = read_mark(line.strip().lstrip("#")) if line.lstrip().startswith("#") and len(line) <= _LONGEST else None
    return mark is not None and mark.dates is not None and not mark.dates.weak


def _words(line: str) -> str:
    return _SIGNS.sub(" ", line.casefold()).strip()


def _most_like(words: str, sections: dict[str, list[int]]) -> list[int]:
    """Return the first commits of the heading with nearly the same words."""
    if words in sections or len(sections) > _MOST:
        return sections.get(words, [])
    best, likeness = "", _SIMILAR
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(words)
    for other, firsts in sections.items():
        matcher.set_seq1(other)
        if firsts and matcher.real_quick_ratio() >= likeness and matcher.quick_ratio() >= likeness:
            ratio = matcher.ratio()
            if ratio >= likeness:
                best, likeness = other, ratio
    return sections.get(best, [])


def heading_key(line: str) -> Hashable | None:
    """Return the day or date that a heading names, None where it names none."""
    mark = read_mark(line.strip().lstrip("#*_ "))
    if mark is None or not (mark.days or mark.dates):
        return None
    return (mark.round, mark.days) if mark.days else (mark.dates.spans if mark.dates else ())


def _compare(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Return the changes between two texts."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    matcher = SequenceMatcher(None, old[start : len(old) - end], new[start : len(new) - end])
    return [
        Hunk(start + a, b - a, list(new[start + c : start + d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]


def repeated(lines: Iterable[str]) -> frozenset[str]:
    """Return the lines that stand more than twice in a text: a template's labels."""
    return frozenset(line for line, times in Counter(map(str.strip, lines)).items() if times > 2)  # noqa: PLR2004
