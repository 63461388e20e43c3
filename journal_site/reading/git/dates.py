"""Dates from git: the author's date of the commit that first had each heading of a log, or each entry file.

Reads the repository through `git` and the texts as they are now; says where the history cannot be taken at its word
(a shallow clone, a fork's template, many days in one commit), and is never a reason for a build to fail.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from journal_site.config.names import CONFIG_FILE
from journal_site.errors import ContentError, Diagnostic, Location, Severity
from journal_site.model.source import Dates, Found
from journal_site.reading.dates.in_paths import read_name
from journal_site.reading.front_matter.split import split_front_matter
from journal_site.reading.git.ask import (
    Commit,
    GitFailedError,
    GitRepository,
    find_repository,
    list_changes,
    list_patches,
)
from journal_site.reading.git.ask import boundary as boundary_of
from journal_site.reading.git.file_history import trace_files
from journal_site.reading.git.line_history import NEVER, Histories, TextVersion, repeated
from journal_site.reading.outline import bodies
from journal_site.reading.outline.file import unfenced
from journal_site.reading.outline.introduction import challenge_of
from journal_site.reading.outline.lines import ScannedLines, scan_lines
from journal_site.reading.outline.patterns import Pattern, find_pattern
from journal_site.reading.outline.sections import LogPart, split_log
from journal_site.reading.scan.texts import read_source

MANY = 4
"""Day headings that came in one commit, from which it is a batch: nobody lived them in one go."""
_PAUSE = dt.timedelta(days=30)
"""From a template's last commit to the first of somebody who writes into it, at least, where both have one name."""
_FEWEST_AT_ONCE, _PART = 3, 0.25
"""So many files, and such a part of them, make the date that git has for them one of no single day."""
_STRAY = 0.02
"""How much of what the days say may be older than the author's beginning: what was left of a template's examples."""

Dated = tuple[tuple[int, str], ...]
"""(line, ISO date) in the order of the lines; line 0 is the file itself."""


class _Replayed(NamedTuple):
    """The history of the texts that may be logs."""

    texts: Histories
    commits: Sequence[Commit]
    unknown: frozenset[str]
    """Ids of commits at which the history is cut off: what they seem to add may be older."""
    touched: Mapping[str, Sequence[int]]
    """For each file the commits that changed it, oldest first."""

    def date(self, number: int) -> str:
        """Return a commit's date; empty where none is known."""
        return "" if number == NEVER or self.commits[number].id in self.unknown else self.commits[number].date


def read_histories(root: Path, wanted: Sequence[Found]) -> Dates:
    """Return the dates that git has for the sources with `dates: git`, by path, and what is to be said of them."""
    wanted = [found for found in wanted if found.options.dates == "git"]
    if not wanted:
        return Dates(lines={})
    try:
        return _read(root, find_repository(root), wanted)
    except GitFailedError as error:
        hint = "git has dates only where the journal lies in a repository, and was committed"
        said = _said("warning", "git-unavailable", f"no dates from git: {error}", Location(path=CONFIG_FILE), hint)
        return Dates(lines={}, diagnostics=(said,))


def _read(root: Path, repository: GitRepository, wanted: Sequence[Found]) -> Dates:
    if not repository.head:
        raise GitFailedError("nothing was committed yet")
    unknown = boundary_of(root) if repository.shallow else frozenset()
    changes = list(list_changes(root, repository.prefix))
    paths = {repository.prefix + found.path: found for found in wanted}
    files = trace_files(changes, paths)
    lines: dict[str, Dated] = {}
    said: list[Diagnostic] = list(_say_shallow(len(changes)) if unknown else ())
    for name, found in paths.items():
        commit = files[name].added
        if commit is not None and commit.id not in unknown:
            lines[found.path] = ((0, commit.date),)
    logs = [name for name, found in paths.items() if found.log and files[name].added is not None]
    if logs:
        names = sorted({old for name in logs for old in files[name].names})
        replayed = _replay(root, names, unknown, merged=any(len(commit.parents) > 1 for commit, _ in changes))
        for name in logs:
            dated, about = _date_log(root, paths[name], name, replayed)
            lines[paths[name].path] = (*lines.get(paths[name].path, ()), *dated)
            said.extend(about)
    alone = [(found.path, files[name].added) for name, found in paths.items() if found.path in lines and not found.log]
    said.extend(_say_files_at_once([(path, commit) for path, commit in alone if commit and _needs_git(path)]))
    said.extend(_say_uncommitted([found for name, found in paths.items() if files[name].added is None]))
    return Dates(lines=lines, diagnostics=tuple(said))


def _replay(root: Path, names: Sequence[str], unknown: frozenset[str], *, merged: bool) -> _Replayed:
    commits: list[Commit] = []
    side: dict[str, int] = {}
    for commit, changes in list_patches(root, names, chain=False) if merged else ():
        commits.append(commit)
        for line in (line for change in changes for hunk in change.hunks for line in hunk.added):
            known = side.get(line)
            if known is None or commit.date < commits[known].date:
                side[line] = len(commits) - 1
    texts = Histories(side)
    touched: dict[str, list[int]] = {}
    for commit, changes in list_patches(root, names, chain=True):
        commits.append(commit)
        texts.replay(len(commits) - 1, changes, merge=len(commit.parents) > 1)
        for change in changes:
            before = touched.pop(change.old, []) if change.old != change.new else touched.get(change.new, [])
            touched[change.new] = [*before, len(commits) - 1]
    return _Replayed(texts, commits, unknown, touched)


class _Day(NamedTuple):
    """A day heading, and which commits first had it and what stands below it."""

    line: int
    """Absolute, 1-based."""
    end: int
    """The line below its last."""
    dated: bool
    """It says its date itself."""
    first: int
    below: tuple[int, ...]


def _date_log(root: Path, found: Found, name: str, replayed: _Replayed) -> tuple[Dated, list[Diagnostic]]:
    """Return the dates of a log's day headings, and of all lines that stand under no day."""
    try:
        source = read_source(root, found)
    except ContentError:
        return (), []  # whoever reads the text says so
    text = replayed.texts.text(name, source.text.split("\n"))
    _, body, start = split_front_matter(source.text)
    body, start = unfenced(body, start)
    lines = scan_lines(body)
    title = lines.headings[0].text if lines.headings else ""
    is_challenge = challenge_of(title)[1] is not None
    pattern = find_pattern(lines, challenge=is_challenge, examples=found.options.heading)
    days = _days(lines, pattern, text, start)
    inside = {at for day in days for at in range(day.line, day.end)}
    dates = {
        at: replayed.date(first)
        for at, (line, first) in enumerate(zip(text.lines, text.first, strict=True), 1)
        if at not in inside and line and not line.isspace()
    }
    said = _settle(days, dates, found.path, replayed, replayed.touched.get(name, ()))
    return tuple(sorted((line, date) for line, date in dates.items() if date)), said


def _days(lines: ScannedLines, pattern: Pattern, text: TextVersion, start: int) -> list[_Day]:
    if not pattern.days:
        return []
    labels = repeated(lines.lines)
    return [
        _Day(
            part.heading.line + start,
            part.end + start,
            part.mark.dates is not None,
            text.first[part.heading.line + start - 1],
            tuple(_below(lines, part, text, start, labels)),
        )
        for part in split_log(lines, pattern)[0]
        if part.heading is not None and part.mark is not None
    ]


def _below(lines: ScannedLines, part: LogPart, text: TextVersion, start: int, labels: frozenset[str]) -> Iterator[int]:
    """Yield the first commits of the lines that a day says: not of labels, nor of what came with many a heading."""
    assert part.heading is not None  # noqa: S101 - the part is a day's
    head = text.first[part.heading.line + start - 1]
    for at in range(part.start, part.end):
        first = text.first[at + start - 1]
        repeats = first == head and lines.lines[at].strip() in labels
        if not repeats and not bodies.is_blank([lines.lines[at]]):
            yield first


def _settle(
    days: Sequence[_Day], dates: dict[int, str], path: str, replayed: _Replayed, touched: Sequence[int]
) -> list[Diagnostic]:
    """Put the days' dates among the dates: each heading's, or where that proves nothing, the first of a line below."""
    said: list[Diagnostic] = []
    dates.update((day.line, replayed.date(day.first)) for day in days)
    inherited = _inherited(days, replayed, touched)
    foreign = [day for day in days if day.first in inherited]
    if foreign:
        dates.update((day.line, _first_below(day, replayed)) for day in foreign)
        said.append(_say_inherited(foreign, path, replayed))
    batches: dict[int, list[_Day]] = {}
    for day in days:
        if replayed.date(day.first) and day.first not in inherited:
            batches.setdefault(day.first, []).append(day)
    for number, batch in batches.items():
        if len(batch) >= MANY:
            dates.update((day.line, _first_below(day, replayed) or replayed.date(number)) for day in batch)
            said.append(_say_batch(batch, replayed.commits[number], dates, path))
    return said


def _first_below(day: _Day, replayed: _Replayed) -> str:
    return min(filter(None, map(replayed.date, day.below)), default="")


def _inherited(days: Sequence[_Day], replayed: _Replayed, touched: Sequence[int]) -> frozenset[int]:
    """Return the commits that nobody's days are from: a template's, before the fork, or long before its use."""
    written = sorted(number for day in days for number in day.below if number != NEVER)
    for at in range(len(touched) - 1, 0, -1):
        before, after = touched[:at], touched[at:]
        if bisect_left(written, after[0]) > _STRAY * len(written):
            continue
        strangers = {replayed.commits[n].author for n in before}.isdisjoint(replayed.commits[n].author for n in after)
        pause = _day_of(replayed.commits[after[0]]) - _day_of(replayed.commits[before[-1]])
        if written and (strangers or pause >= _PAUSE):
            return frozenset(before)
    return frozenset()


def _day_of(commit: Commit) -> dt.date:
    return dt.date.fromisoformat(commit.date)


def _said(severity: Severity, code: str, message: str, place: Location, hint: str = "") -> Diagnostic:
    return Diagnostic(severity=severity, code=code, message=message, location=place, hint=hint)


def _say_shallow(commits: int) -> Iterator[Diagnostic]:
    held = "only its newest commit is" if commits == 1 else f"only its newest {commits} commits are"
    message = f"the repository is a shallow clone: of its history {held} here"
    hint = "`git fetch --unshallow` brings the rest; in a workflow, give actions/checkout `fetch-depth: 0`"
    yield _said("warning", "git-shallow", message, Location(path=CONFIG_FILE), hint)


def _needs_git(path: str) -> bool:
    name = read_name(path)
    return not (name.dates or name.yearless)


def _say_files_at_once(added: Sequence[tuple[str, Commit]]) -> Iterator[Diagnostic]:
    """Tell where one commit brought many of the files whose names tell no date: an import, or a template's own."""
    counts = Counter(commit.id for _, commit in added)
    authors = Counter(commit.author for _, commit in added)
    for id_, count in counts.most_common():
        if count < max(_FEWEST_AT_ONCE, len(added) * _PART):
            return
        path, commit = next((path, commit) for path, commit in added if commit.id == id_)
        came = f"{_count(count, 'file')} came in one commit ({id_[:7]}, {commit.date}): git has one date for all"
        hint = "write their dates into their names or their front matter, or choose `dates: consecutive`"
        place = Location(path=path)
        if authors[commit.author] == count < len(added) and commit.date <= min(other.date for _, other in added):
            came += f", and is by {commit.author[0]}, who added no other: they are a template's or a fork's"
            yield _said("warning", "git-inherited", came, place, hint)
        else:
            yield _said("warning", "git-batch", came, place, hint)


def _say_uncommitted(missing: Sequence[Found]) -> Iterator[Diagnostic]:
    if missing:
        more = len(missing) - 1
        others = f" (nor {'are' if more > 1 else 'is'} {_count(more, 'more file')})" if more else ""
        message = f"not committed yet{others}: git has no date for it"
        yield _said("notice", "git-uncommitted", message, Location(path=missing[0].path))


def _say_inherited(days: Sequence[_Day], path: str, replayed: _Replayed) -> Diagnostic:
    came = sorted({replayed.commits[day.first].date for day in days})
    span = came[0] if len(came) == 1 else f"{came[0]} to {came[-1]}"
    message = (
        f"{_count(len(days), 'day heading')} came from a template or fork ({span}), before anything that the days say:"
        " the first line below each dates it"
    )
    return _said("notice", "git-inherited", message, Location(path=path, line=days[0].line))


def _say_batch(days: Sequence[_Day], commit: Commit, dates: Mapping[int, str], path: str) -> Diagnostic:
    place = Location(path=path, line=days[0].line)
    apart = len({dates[day.line] for day in days})
    message = f"{_count(len(days), 'day heading')} came in one commit ({commit.id[:7]}, {commit.date})"
    if apart > 1:
        message += f": the first line below each dates it, which makes {apart} dates"
        return _said("notice", "git-batch", message, place)
    message += " with all that stands below them: git has one date for all"
    if all(day.dated for day in days):
        return _said("notice", "git-batch", message, place)
    hint = "write their dates into the headings, or choose `dates: consecutive`"
    return _said("warning", "git-batch", message, place, hint)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
