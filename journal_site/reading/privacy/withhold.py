"""What of a source stays at home before it is cut: comments and private blocks; and which of its slices stay there.

Nothing else of reading sees what is taken out here, so that it is on no surface; all lines keep their numbers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal_site.errors import Diagnostic, Location
from journal_site.expressions import expression
from journal_site.model.outline import FrontMatter, Omission, Outline, Slice
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.privacy.comments import Comment, strip_comments
from journal_site.reading.privacy.orphan_notes import drop_notes, labels_of, without_orphans
from journal_site.reading.privacy.private_blocks import find_private, is_property

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Sequence

PRIVATE_FOLDERS = frozenset({"private", "drafts", "unpublished", "trash"})
"""Whose texts are not published: Quartz leaves out `private`, Jekyll and Hexo `_drafts`."""


_HEAD = 400
"""Characters of a text without a head in which it may say that it is public."""
_PUBLIC = expression(
    r"\A(?:[ \t]*(?:-[ \t]+)?[\w\"'./-]+[ \t]*:[^\n]*\n|(?:---|\+\+\+)[ \t]*\n|[ \t]*\n|[ \t]+-[^\n]*\n)*?"
    r"[ \t]*(?:-[ \t]+)?[\"']?public[\"']?[ \t]*::?[ \t]*[\"']?(?:true|yes)[\"']?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A head, or a page's first properties, that say so."""

_NOTEBOOK = expression(r"(?:\[\[)?[^\s()<>\[\]\"'|]+\.ipynb")


class PublicText(NamedTuple):
    """A source's text without what stays at home."""

    text: str
    omitted: tuple[Omission, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    marks: tuple[tuple[int, str], ...] = ()
    """Lines that keep at home what they stand in, with their reasons."""
    notebooks: tuple[str, ...] = ()
    """Notebooks that only what stays at home names, as it writes them."""


class _Withheld(NamedTuple):
    """Why a slice stays at home, and when it does not."""

    reason: str = ""
    publish_from: dt.date | None = None
    publish_until: dt.date | None = None


def public_text(path: str, text: str, first: int) -> PublicText:
    """Return what others may see of a text that begins at line `first` of its file."""
    concealed = strip_comments(text)
    private = find_private(concealed.text)
    if not concealed.comments and not private:
        return PublicText(text)
    lines = concealed.text.split("\n")
    omitted: list[Omission] = []
    marks: list[tuple[int, str]] = []
    for one in private:
        if one.whole:
            marks.append((first + one.first, one.reason))
            if not is_property(lines[one.first]):
                continue
        else:
            taken = "\n".join(lines[one.first : one.last])
            omitted.append(Omission(path=path, line=first + one.first, text=taken, reason=one.reason))
        lines[one.first : one.last] = [""] * (one.last - one.first)
    written = without_orphans(text, "\n".join(lines))
    notices = tuple(_notice(one, path, first) for one in concealed.comments if one.is_reported)
    return PublicText(written, tuple(omitted), notices, tuple(marks), _notebooks_of(text, written))


def _notebooks_of(before: str, after: str) -> tuple[str, ...]:
    if ".ipynb" not in before:
        return ()
    return tuple(sorted(set(_NOTEBOOK.findall(before)) - set(_NOTEBOOK.findall(after))))


def _notice(comment: Comment, path: str, first: int) -> Diagnostic:
    return Diagnostic(
        severity="notice",
        code="comment-headings",
        message=f"a comment begins here, and hides all up to line {first + comment.last}",
        location=Location(path=path, line=first + comment.first),
        hint="if it is none, put a backslash before its first sign, or make it code",
    )


def withhold(outline: Outline, source: Source, options: SourceOptions, front: str, shown: PublicText) -> Outline:
    """Return the outline with what was taken out told, and each slice marked that stays at home."""
    slices = outline.slices
    if whole := _of_source(source, options, front, slices):
        slices = tuple(_marked(part, whole) for part in slices)
    blank = {one.line for one in outline.omitted}
    for line, reason in shown.marks:
        slices = _with_mark(slices, line, _Withheld(reason), blank)
    if shown.marks:
        slices = _without_their_notes(slices)
    if slices is outline.slices and not shown.omitted and not shown.diagnostics and not shown.notebooks:
        return outline
    return replace(
        outline,
        slices=slices,
        omitted=(*outline.omitted, *shown.omitted),
        diagnostics=(*outline.diagnostics, *shown.diagnostics),
        at_home=shown.notebooks,
    )


def _of_source(source: Source, options: SourceOptions, front: str, slices: Sequence[Slice]) -> _Withheld | None:
    """Return what keeps all of a source at home: its folder, or the front matter of a log."""
    if folder := private_folder(source.path, source.folder):
        return _Withheld(f"in the folder '{folder}'")
    if options.withheld or (options.closed and not _PUBLIC.search(front or source.text[:_HEAD])):
        return _Withheld(options.withheld or options.closed)
    if front and len(slices) > 1:
        from journal_site.reading.front_matter.read import read_front_matter  # noqa: PLC0415 - few logs have any

        said = read_front_matter(front, source.path)[0]
        found = _Withheld(said.withheld if said.draft else "", said.publish_from, said.publish_until)
        return found if any(found) else None
    return None


def is_private(path: str, text: str) -> bool:
    """Tell whether a text that is no source, and would be copied as it is, holds what is to stay at home."""
    from journal_site.reading.front_matter.read import read_front_matter, split_front_matter  # noqa: PLC0415 - few are asked

    front, body, first = split_front_matter(text)
    said, problems = read_front_matter(front, path) if front else (FrontMatter(), ())
    return (
        said.draft
        or said.publish_from is not None
        or said.publish_until is not None
        or any(one.severity == "error" for one in problems)
        or bool(private_folder(path, ""))
        or public_text(path, body, first).text != body
    )


def private_folder(path: str, folder: str) -> str:
    """Return the folder on the way from a source's folder to a file that keeps it at home, or nothing."""
    below = path if folder in {"", "."} else path.removeprefix(folder.rstrip("/") + "/")
    if "/" not in below or path == folder:
        return ""
    return next((part for part in below.split("/")[:-1] if part.lstrip("._").casefold() in PRIVATE_FOLDERS), "")


def _without_their_notes(slices: tuple[Slice, ...]) -> tuple[Slice, ...]:
    """Return a log's slices without the footnotes to which only those refer that stay at home."""
    kept = {label for part in slices if not part.withheld for label in labels_of(part.text)}
    orphans = {label for part in slices if part.withheld for label in labels_of(part.text)} - kept
    if not orphans:
        return slices
    return tuple(part if part.withheld else replace(part, text=drop_notes(part.text, orphans)) for part in slices)


def _with_mark(slices: tuple[Slice, ...], line: int, reason: _Withheld, blank: Collection[int]) -> tuple[Slice, ...]:
    """Mark the slice that a line stands in; a line of the introduction speaks of all, one of a blank day of none."""
    starts: Iterable[int] = (min(part.line, part.heading_line or part.line) for part in slices)
    inside = [(start, at) for at, start in enumerate(starts) if start <= line]
    at = max(inside)[1] if inside else 0
    if inside and any(max(inside)[0] < one <= line for one in blank):
        return slices
    if not slices or slices[at].kind == "introduction" or not inside:
        return tuple(_marked(part, reason) for part in slices)
    return (*slices[:at], _marked(slices[at], reason), *slices[at + 1 :])


def _marked(part: Slice, reason: _Withheld) -> Slice:
    return replace(
        part,
        withheld=part.withheld or reason.reason,
        publish_from=reason.publish_from or part.publish_from,
        publish_until=reason.publish_until or part.publish_until,
    )
