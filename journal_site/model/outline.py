"""How a source is cut: slices with their dates and front matter, and what is left out."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

import msgspec

from journal_site.errors import Diagnostic
from journal_site.model.base import Value
from journal_site.model.fields import FieldValue
from journal_site.model.source import Spoken

DateSource = Literal["front-matter", "file-name", "heading", "body", "table", "git", "consecutive", "inferred", "none"]

Blank = Literal["", "today", "all"]
"""Which of the entries in which nothing is written are shown."""
EntryKind = Literal["entry", "note", "introduction"]


class DateCandidate(Value, frozen=True, kw_only=True):
    """One place that names an entry's date."""

    source: DateSource
    dates: tuple[dt.date, ...]
    text: str = ""
    """As written there."""
    path: str = ""
    line: int = 0
    """Absolute, 1-based; 0 where there is no line (a file name)."""
    repair: str = ""
    """What was settled or mended, in words: `year taken from the file's other dates`."""


class Slice(Value, frozen=True, kw_only=True):
    """One part of a source that becomes one entry, note or introduction: the cheap result of outlining."""

    kind: EntryKind
    text: str
    """Markdown, without front matter and without the day's own heading line."""
    line: int
    """The absolute line, 1-based, of the first line of `text`."""
    heading: str = ""
    """The day's heading as its author wrote it, as inline Markdown without the `##`; empty for a file."""
    heading_line: int = 0
    title: str = ""
    """What the heading says besides day and date, as inline Markdown; empty where it says nothing else."""
    called: str = ""
    """Of a file: what its name says besides day and date, to be its title where its text has none."""
    parents: tuple[str, ...] = ()
    """Plain text of the headings above it: a note's heading path, outermost first (its own heading is `heading`)."""
    days: tuple[int, ...] = ()
    round: int | None = None
    candidates: tuple[DateCandidate, ...] = ()
    """In order of preference; the first one is taken."""
    tags: tuple[str, ...] = ()
    """From `Tags:` and `#hashtag` lines."""
    blank: bool = False
    """Nothing is written below its heading or its front matter."""
    front: str = ""
    """The front matter as written, with its fences; read with the text."""
    table: bool = False
    """A row of a table of days: it yields to a file or heading of the same day."""
    target: str = ""
    """Of a table's row: the file or folder that it links to, as written."""
    withheld: str = ""
    """Why it stays at home, where more than its own front matter says so: its log's, its folder, a property below."""
    publish_from: dt.date | None = None
    """Of its log's front matter, as `FrontMatter` has them."""
    publish_until: dt.date | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    dialects: Spoken = ()
    values: tuple[tuple[str, str], ...] = ()
    """What it may name of the settings of its tools."""
    nested: bool = False
    """As its entry's."""


class Omission(Value, frozen=True, kw_only=True):
    """A part of a source that was left out on purpose: a blank or template day, a skipped day, another's folder."""

    path: str
    line: int
    """1-based; 0 where all of it is meant."""
    text: str
    reason: str


class NearDay(Value, frozen=True, kw_only=True):
    """A line that nearly heads a day."""

    path: str
    line: int
    """1-based."""
    text: str
    reason: str
    """Why it heads none."""
    more: int = 0
    """So many of its kind follow, for the same reason."""
    settles: str = ""
    """What to write as the source's `heading` in site.yaml, for such lines to head days."""


class Outline(Value, frozen=True, kw_only=True):
    """How one source falls into slices."""

    slices: tuple[Slice, ...]
    """In the order of the source."""
    newest_first: bool = False
    """The log grows at its top."""
    definitions: str = ""
    """The link and footnote definitions that hold for the whole log, as Markdown."""
    omitted: tuple[Omission, ...] = ()
    goals: tuple[str, ...] = ()
    """The challenge's goals, as plain text, from the introduction."""
    start: dt.date | None = None
    """The challenge's start, where the introduction tells it."""
    challenge_days: int | None = None
    """The M of "Day N of M", where the introduction or the headings tell it."""
    challenge_name: str = ""
    today: bool = False
    """It depends on what day it is, besides years that were guessed."""
    diagnostics: tuple[Diagnostic, ...] = ()
    at_home: tuple[str, ...] = ()
    """Notebooks that only words name which stay at home, as they are written there."""


class FrontMatter(Value, frozen=True, kw_only=True):
    """The head of an entry file, converted: `model.fields` has its keys, and says which are held where."""

    title: str | None = None
    date: dt.date | None = None
    time: str = ""
    """Of the day, as in ISO 8601, perhaps with its offset: `20:00:00+09:00`."""
    dates: tuple[dt.date, ...] = ()
    """All that it covers, where it names many; `date` is the first of them, `end_date` the last."""
    end_date: dt.date | None = None
    day: int | None = None
    days: tuple[int, ...] = ()
    round: int | None = None
    kind: EntryKind = "entry"
    tags: tuple[str, ...] = ()
    draft: bool = False
    withheld: str = ""
    """Of a draft: why it is one, in words."""
    publish_from: dt.date | None = None
    """Before that day it is not published, and from `publish_until` on no longer."""
    publish_until: dt.date | None = None
    slug: str | None = None
    slug_line: int = 0
    aliases: tuple[str, ...] = ()
    description: str = ""
    updated: dt.date | None = None
    image: str = ""
    image_place: tuple[int, int] = (0, 0)
    """Line and column of `image`'s value."""
    minutes: int | None = None
    rest: bool = False
    fields: dict[str, FieldValue] = msgspec.field(default_factory=dict)
    """Those of `FIELDS` from which nothing else is derived, by key."""
    extra: dict[str, Any] = msgspec.field(default_factory=dict)
    """Unknown keys, for templates."""
