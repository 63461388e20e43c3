"""A journal as one log: README.md with a heading for each day, oldest first, and the files that it shows beside it.

It is read back as a build would read it, and what would be read otherwise is told.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from journal_site.errors import Diagnostic, Location
from journal_site.exporting.collection import Exported, ExportedFile
from journal_site.exporting.files import published_texts
from journal_site.expressions import expression
from journal_site.importing.in_place import Fragments, read_entries
from journal_site.importing.relink import relink
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.front_matter.split import split_front_matter
from journal_site.reading.outline.lines import scan_lines
from journal_site.reading.outline.read import read_outline
from journal_site.slugs import HeadingIds

if TYPE_CHECKING:
    from journal_site.exporting.collection import Collection
    from journal_site.importing.entry_writing import PlannedText
    from journal_site.model.entry import Entry

NAME = "README.md"
_TITLE = expression(r"\s*#[ \t]+[^\n]*\n+")
_HEADING = expression(r" {0,3}(#{1,6})(?=[ \t]|$)")
_UNDERLINE = expression(r" {0,3}(=+|-+)[ \t]*")
_LABEL = expression(r" {0,3}\[(?P<label>\^?[^\[\]\n]+)\]:")
_INNER = 3
"""The level of headings within a day."""
_MOST = 6


def as_log(collection: Collection) -> Exported:
    """Return the log and its files. Days come first, then what stands under none."""
    texts = published_texts(collection, "")
    entries = [one for one in texts.plan.files if one.item.entry.kind == "entry" and _day(one.item.entry)]
    notes = [one for one in texts.plan.files if one.item.entry.kind != "introduction" and one not in entries]
    headings = {one.name: _heading(collection, one) for one in (*entries, *notes)}
    places = _places([headings[one.name] for one in (*entries, *notes)])
    anchors = dict(zip((one.name for one in (*entries, *notes)), places, strict=True))
    labels = _Labels()
    parts = [f"# {collection.config.title}"]
    for one in texts.plan.files:
        if one.item.entry.kind == "introduction":
            parts.append(_body(one, anchors, labels))
            anchors[one.name] = ""
    parts.extend(f"## {headings[one.name]}\n\n{_body(one, anchors, labels)}" for one in entries)
    if notes:
        parts.append(f"# {collection.context.labels.notes}")
        parts.extend(f"## {headings[one.name]}\n\n{_body(one, anchors, labels)}" for one in notes)
    text = "\n\n".join(part.strip("\n") for part in parts) + "\n"
    said = _differences(collection, text, [one.item.entry for one in entries])
    files = (ExportedFile(NAME, text.encode("utf-8", "replace")), *texts.assets)
    undated = [one.item.entry for one in notes if one.item.entry.kind == "entry"]
    return Exported(files, texts.texts, (*texts.diagnostics, *map(_undated, undated), *said))


def _day(entry: Entry) -> str:
    """Return an entry's day and dates as a heading of a log says them, in words that every log is read by."""
    said = [f"Round {entry.round}"] * (entry.round is not None)
    if entry.days:
        said.append(f"Day {_range([str(day) for day in entry.days], together=_follow([*entry.days]))}")
    day = " ".join(said)
    if entry.dates:
        days = [date.toordinal() for date in entry.dates]
        date = _range([date.isoformat() for date in entry.dates], together=_follow(days), to=" to ")
        return f"{day} ({date})" if day else date
    return day if entry.days else ""


def _follow(numbers: list[int]) -> bool:
    return numbers == [*range(numbers[0], numbers[0] + len(numbers))]


def _range(said: list[str], *, together: bool, to: str = "-") -> str:
    if len(said) > 1 and together:
        return f"{said[0]}{to}{said[-1]}"
    return ", ".join(said)


def _heading(collection: Collection, one: PlannedText) -> str:
    entry = one.item.entry
    day = _day(entry) if entry.kind == "entry" else ""
    title = collection.context.naming.without_day(entry, entry.title) if day else entry.title
    return f"{day}: {title}" if day and title else day or title


def _places(headings: list[str]) -> Iterator[str]:
    slugs = HeadingIds()
    for heading in headings:
        yield slugs.add(heading)


# --- a text within the log


def _body(one: PlannedText, anchors: dict[str, str], labels: _Labels) -> str:
    """Return a text without front matter and title; its own headings stand below a day's."""
    body = split_front_matter(one.text)[1]
    body = _TITLE.sub("", body, count=1) if _TITLE.match(body) else body.lstrip("\n")
    return relink(labels.apart(_lowered(body)), _chooser(one.name, anchors))


def _chooser(name: str, anchors: dict[str, str]) -> Callable[[str], str | None]:
    def choose(meant: str) -> str | None:
        path, mark, fragment = meant.partition("#")
        if not path or "://" in meant:
            return None
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
        if target in anchors:
            return f"#{fragment if mark else anchors[target]}"
        return target + mark + fragment if target != path and not target.startswith("..") else None

    return choose


def _lowered(text: str) -> str:
    """Return a text whose highest heading has the level that is free within a day."""
    hidden = scan_lines(text).hidden
    lines = text.split("\n")
    levels = {at: len(match[1]) for at, line in enumerate(lines) if not hidden[at] and (match := _HEADING.match(line))}
    ruled = {at: 1 + (match[1][0] == "-") for at, match in _underlined(lines, hidden)}
    highest = min([*levels.values(), *ruled.values()], default=_INNER)
    shift = max(0, _INNER - highest)
    if not shift:
        return text
    for at, level in levels.items():
        lines[at] = _HEADING.sub("#" * min(_MOST, level + shift), lines[at], count=1)
    for at, level in sorted(ruled.items(), reverse=True):
        lines[at - 1 : at + 1] = [f"{'#' * min(_MOST, level + shift)} {lines[at - 1].strip()}"]
    return "\n".join(lines)


def _underlined(lines: list[str], hidden: Sequence[int]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the lines that make a heading of the one line above them, a paragraph of its own."""
    for at, line in enumerate(lines[1:], 1):
        if hidden[at] or hidden[at - 1] or not (match := _UNDERLINE.fullmatch(line)):
            continue
        above = lines[at - 1]
        alone = at == 1 or not lines[at - 2].strip()
        if alone and above.strip() and above[:4].strip() and above.lstrip()[0] not in "-+*>#|`~=<":
            yield at, match


class _Labels:
    """Keeps the labels of links and footnotes of different texts apart: in one log the first of a name would hold."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        """Definitions by folded label."""

    def apart(self, text: str) -> str:
        """Return a text in which labels that another text has otherwise are called otherwise."""
        hidden = scan_lines(text).hidden
        lines = text.split("\n")
        renamed: dict[str, str] = {}
        for at, line in enumerate(lines):
            if hidden[at] or not (match := _LABEL.match(line)):
                continue
            label = match["label"]
            said = line[match.end() :].strip()
            if self._known.setdefault(label.casefold(), said) != said:
                renamed[label] = self._free(label, said)
        if not renamed:
            return text
        return "\n".join(line if hidden[at] else _renamed(line, renamed) for at, line in enumerate(lines))

    def _free(self, label: str, said: str) -> str:
        number = 2
        while self._known.get(f"{label}-{number}".casefold(), said) != said:
            number += 1
        self._known[f"{label}-{number}".casefold()] = said
        return f"{label}-{number}"


def _renamed(line: str, renamed: dict[str, str]) -> str:
    for label, new in renamed.items():
        escaped = re.escape(label)
        if label.startswith("^"):
            line = re.sub(rf"\[{escaped}\]", f"[{new}]", line)
            continue
        head = re.match(rf" {{0,3}}\[{escaped}\]:", line)
        if head:
            line = line.replace(f"[{label}]:", f"[{new}]:", 1)
            continue
        line = re.sub(rf"\]\[{escaped}\]", f"][{new}]", line)
        line = re.sub(rf"(?<!\])\[({escaped})\](?:\[\])?(?![\[(:])", rf"[\1][{new}]", line)
    return line


# --- reading it back


def _differences(collection: Collection, text: str, entries: list[Entry]) -> Iterator[Diagnostic]:
    source = Source(path=NAME, folder=NAME, text=text, log=True)
    options = SourceOptions(today=collection.planned.inputs.today)
    read = [
        one
        for one in read_entries(source, read_outline(source, options), options.html, Fragments())
        if one.kind == "entry"
    ]
    if len(read) != len(entries):
        yield _differs(f"{len(entries)} days would be read as {len(read)}", 0)
        return
    for one, again in zip(entries, read, strict=True):
        traits = [
            name
            for name, was, now in (
                ("days", one.days, again.days),
                ("dates", one.dates, again.dates),
                ("round", one.round, again.round),
                ("words", one.words, again.words),
                ("links", [link.url for link in one.links], [link.url for link in again.links]),
            )
            if was != now
        ]
        if traits:
            yield _differs(f"'{one.title}' would not be read as it was: its {', '.join(traits)}", again.line)


def _undated(entry: Entry) -> Diagnostic:
    return Diagnostic(
        severity="notice",
        code="export-undated",
        message=f"'{entry.title}' has neither a day nor a date, and stands among the notes of the log",
        location=Location(path=entry.source, line=entry.line),
    )


def _differs(message: str, line: int) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="export-differs",
        message=message,
        location=Location(path=NAME, line=line),
        hint="the files of `--to files` say everything",
    )
