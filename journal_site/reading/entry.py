"""Put a slice and what reading it gave together: one `Entry` with absolute lines, its dates and the base of its id."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import TypeVar
from urllib.parse import unquote

from msgspec.structs import replace

from journal_site.errors import Diagnostic
from journal_site.expressions import expression
from journal_site.model.entry import Content, Entry, Heading, Link, NotebookLink, Question, RemoteImage, Slot, Task
from journal_site.model.outline import DateCandidate, FrontMatter, Outline, Slice
from journal_site.model.source import Source
from journal_site.slugs import composed, name_slug

_Placed = TypeVar("_Placed", Heading, Link, NotebookLink, Slot, Task, Question, RemoteImage)

_UNSAFE = expression(r"[^\w.-]+")
_SUFFIX = expression(r"\.(?:md|markdown|mdx|ipynb)$", re.IGNORECASE)
_FOLDER_FILE = expression(r"(?:^|/)(?:readme|index|_index)$", re.IGNORECASE)
_TRAILING = " \t:：-–—|,;."
_UNREAD = "its front matter cannot be read"
_LOGSEQ_SLASH = "___"
_LONGEST_RANGE = dt.timedelta(days=366)


def assemble(  # noqa: PLR0913 - all that an entry is put together from
    source: Source, outline: Outline, position: int, content: Content, body: str, *, sanitised: bool = False
) -> Entry:
    """Return the entry of one slice: `position` is the slice's place in the outline, `body` the digest of its body."""
    part = outline.slices[position]
    front = content.front or FrontMatter()
    if front.kind == "note":
        part = _undated(part)
    candidates = (*_front_candidates(front, source.path), *part.candidates)
    taken = next((one for one in candidates if one.dates), None)
    dates = taken.dates if taken else ()
    days = front.days or ((front.day,) if front.day is not None else part.days)
    first = part.line
    whole = _is_whole_file(source, outline)
    front_problems, unread = _settled(content.front_diagnostics, foreign=bool(part.dialects))
    return Entry(
        source=source.path,
        line=1 if whole else part.heading_line or part.line,
        position=position,
        newest_first=outline.newest_first,
        kind=part.kind if part.kind != "entry" else front.kind,
        body=body,
        id_base=_path_id(source)
        if whole and part.kind != "introduction"
        else _id_base(part, source.path, content, dates),
        slug=front.slug or "",
        slug_line=front.slug_line,
        title=_title(source, front, content, dates, part.called),
        title_html=content.title_html if not front.title else "",
        heading="" if front.kind == "note" else content.heading_text,
        heading_ids=content.heading_ids,
        parents=part.parents,
        day=days[0] if days else None,
        days=days,
        round=front.round if front.round is not None else part.round,
        date=dates[0] if dates else None,
        dates=dates,
        end_date=dates[-1] if len(dates) > 1 else None,
        time=front.time if dates == (front.date,) else "",
        date_source=taken.source if taken else "none",
        candidates=candidates,
        table=part.table,
        target=part.target,
        tags=tuple(dict.fromkeys((*front.tags, *part.tags, *content.tags))),
        hashtags=content.hashtags,
        blank=part.blank and not (front.rest or front.minutes or front.image or front.extra),
        draft=front.draft or bool(part.withheld) or unread,
        withheld=front.withheld or part.withheld or _UNREAD * unread,
        publish_from=front.publish_from or part.publish_from,
        publish_until=front.publish_until or part.publish_until,
        aliases=front.aliases,
        description=front.description,
        updated=front.updated,
        image=front.image,
        image_place=front.image_place,
        minutes=front.minutes,
        rest=front.rest,
        fields=front.fields,
        extra=front.extra,
        headings=_shift(content.headings, first),
        anchors=content.anchors,
        links=_shift(content.links, first),
        notebooks=_shift(content.notebooks, first),
        slots=_shift(content.slots, first),
        images=_shift(content.images, first),
        tasks=_shift(content.tasks, first),
        questions=_shift(content.questions, first),
        words=content.words,
        excerpt=content.excerpt,
        math=content.math,
        code=content.code,
        diagnostics=(*part.diagnostics, *front_problems, *place(content.diagnostics, source.path, first)),
        addresses=content.addresses,
        roots=content.roots,
        nested=part.nested,
        foreign=bool(part.dialects),
        sanitised=sanitised,
    )


def _settled(problems: tuple[Diagnostic, ...], *, foreign: bool) -> tuple[tuple[Diagnostic, ...], bool]:
    """Return what is wrong with front matter, and whether its text stays at home for that.

    What cannot be read may say that it is private; a text that another tool reads stops no other.
    """
    if not foreign or not any(one.severity == "error" and one.code == "front-matter-syntax" for one in problems):
        return problems, False
    return tuple(
        replace(one, severity="warning", hint=f"{one.hint}; the text is left out until then".lstrip("; "))
        if one.severity == "error"
        else one
        for one in problems
    ), True


def _undated(part: Slice) -> Slice:
    """Return the slice of a file that says it is a note, without the day or date that its name or headings tell."""
    return replace(part, days=(), round=None, candidates=tuple(one for one in part.candidates if one.source == "git"))


def _front_candidates(front: FrontMatter, path: str) -> tuple[DateCandidate, ...]:
    if front.dates:
        return (DateCandidate(source="front-matter", dates=front.dates, path=path, line=1),)
    if front.date is None:
        return ()
    last = front.end_date or front.date
    if not dt.timedelta() <= last - front.date <= _LONGEST_RANGE:
        last = front.date
    dates = tuple(front.date + dt.timedelta(days=n) for n in range((last - front.date).days + 1))
    return (DateCandidate(source="front-matter", dates=dates, path=path, line=1),)


def _title(source: Source, front: FrontMatter, content: Content, dates: tuple[dt.date, ...], called: str) -> str:
    if front.title:
        return front.title
    if content.title:
        return content.title
    heading = content.heading_text.strip(_TRAILING)
    if heading or content.heading_text:
        return heading or content.heading_text
    if called:
        return called
    stem = _FOLDER_FILE.sub("", _SUFFIX.sub("", source.path)).rpartition("/")[2] or "README"
    if dates and not any(sign.isalpha() for sign in stem):
        return dates[0].isoformat()
    stem = unquote(stem).replace(_LOGSEQ_SLASH, "/") if "%" in stem or _LOGSEQ_SLASH in stem else stem
    return stem.replace("-", " ").replace("_", " ").strip() or stem


def _is_whole_file(source: Source, outline: Outline) -> bool:
    """Tell whether the source is one entry: an entry file that is no log, or the README of a day's folder."""
    if not source.log:
        return len(outline.slices) == 1
    stem = _SUFFIX.sub("", source.path)
    return source.path != source.folder and len(outline.slices) == 1 and bool(_FOLDER_FILE.search(stem))


def _id_base(part: Slice, path: str, content: Content, dates: tuple[dt.date, ...]) -> str:
    if part.kind == "introduction":
        return "introduction"
    if part.kind == "note":
        return "note-" + name_slug(" ".join((*part.parents, content.heading_text)) or path)
    if part.days:
        round_ = f"r{part.round}-" if part.round is not None else ""
        return f"{round_}day-{part.days[0]}"
    if dates:
        return dates[0].isoformat()
    return name_slug(content.heading_text or path)


def _path_id(source: Source) -> str:
    path = composed(_SUFFIX.sub("", source.path))
    if source.folder not in {"", ".", source.path}:
        path = path.removeprefix(composed(source.folder).rstrip("/") + "/")
    path = _FOLDER_FILE.sub("", path).removeprefix("_posts/") or "index"
    return "/".join(_UNSAFE.sub("-", part).strip("-.") or "untitled" for part in path.split("/"))


def _shift(values: tuple[_Placed, ...], first: int) -> tuple[_Placed, ...]:
    return tuple([replace(value, line=value.line + first) for value in values]) if values else ()


def place(diagnostics: Iterable[Diagnostic], path: str, first: int) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of a slice (line 1 is its first line) with their places in the source."""
    return tuple(
        replace(one, location=replace(one.location, path=path, line=max(one.location.line, 1) + first - 1))
        for one in diagnostics
    )
