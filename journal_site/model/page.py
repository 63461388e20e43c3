"""What the site is made of: pages with their views, documents, cards and copies; and the report of a build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import FunctionType
from typing import Any, Literal, Protocol

import msgspec

from journal_site.errors import Diagnostic
from journal_site.model.base import Value
from journal_site.model.outline import Omission


class BodyRef(Value, frozen=True, kw_only=True):
    """A body to be put into a page: rendered only where the page is."""

    digest: str
    slots: tuple[str | Embedded, ...] = ()
    """HTML for each slot, with URLs as seen from the page that shows it; or another text that is shown there."""


class Embedded(Value, frozen=True, kw_only=True):
    """A text, or a part of one, that another shows in the place of a slot."""

    body: BodyRef
    part: str
    """The id of a heading, which stands for its section, or of a block; of the whole text empty."""
    href: str
    """Where it stands itself, as seen from the page that shows it."""
    title: str
    form: Literal["", "block", "words"]
    """As its slot's; empty where it stands within a paragraph."""
    link: str
    """HTML in place of what cannot stand there."""


class Page(Value, frozen=True, kw_only=True):
    """One output URL, with all that its template receives."""

    path: str
    """Of the output file, relative to the site's root: `entries/day-16/index.html`."""
    template: str
    view: msgspec.Struct


class Deferred(Value, frozen=True, kw_only=True):
    """One output URL whose page is made only where what it was made from has changed, in the process that renders it.

    That is what `make` read of the index when it was last made, and its arguments. So it may know nothing else: a
    function that carries values with it is refused.
    """

    path: str
    template: str = ""
    """Empty where it is no page but a document."""
    make: Callable[..., Page | Document]
    """Called with what it reads the index through, and with `args`."""
    args: tuple[Any, ...] = ()
    """Values: they count by what they say."""

    def __post_init__(self) -> None:
        """Raise TypeError where values could come in past the arguments."""
        if not isinstance(self.make, FunctionType) or self.make.__closure__ is not None:
            raise TypeError(f"{self.path}: {self.make!r} must be a plain function")


class Kept(Value, frozen=True, kw_only=True, gc=False):
    """One output that stays as the last build left it."""

    path: str
    key: bytes


class Document(Value, frozen=True, kw_only=True):
    """One output file that no template makes (journal.json, .nojekyll, robots.txt)."""

    path: str
    content: bytes


Terms = Callable[[str], bytes]
"""Gives the terms of a body, as `journal_site.terms` packs them, by the body's digest."""


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """One output file of the search's index, made in the process that renders, from the terms of bodies."""

    path: str
    part: str
    """Shards of one part share what they are made from: one process makes them all."""
    inputs: bytes
    """Digest of all that `make` reads."""
    make: Callable[[Terms], bytes]


class CardView(Value, frozen=True, kw_only=True):
    """What the picture shows that stands for a page where it is shared: it is drawn from nothing else."""

    site: str
    """The journal's name; empty on its own card, whose title it is."""
    place: str
    """Where the site lives, without its scheme: shown where no font has the letters of its name."""
    title: str
    topics: tuple[str, ...] = ()
    day: str = ""
    """`Day 16 of 100`"""
    numbers: str = ""
    """The same without words: `16 / 100`."""
    date: str = ""
    iso: str = ""
    streak: str = ""
    """`12-day streak`, as it was on that day."""
    strip: bytes = b""
    """The level of each day, oldest first: 0 nothing written, 1 to 4 the steadier the more."""
    rows: int = 7
    """So many days make a column of the strip."""
    marked: int = -1
    """The place of the page's own day in the strip."""
    colours: tuple[str, ...]
    """`#rrggbb`: paper, ink, muted, accent, an empty day, and the four levels."""
    font: str = ""
    """A font file of the author's, for letters that the card's own does not have."""
    font_digest: str = ""


class Card(Value, frozen=True, kw_only=True):
    """One output file that is drawn: a PNG."""

    path: str
    view: CardView


class Copy(Value, frozen=True, kw_only=True):
    """One output file that is copied as it is."""

    path: str
    asset: str
    """The file's path below the journal's folder, or below the theme's `static/`."""
    theme: bool = False
    drawing: bool = False
    """An SVG that others wrote: nothing in its copy runs or is fetched."""


Output = Page | Deferred | Document | Shard | Copy | Card
"""What a planner plans."""


class Scaled(Value, frozen=True, kw_only=True):
    """One output file that is a smaller copy of a picture."""

    path: str
    asset: str
    """The picture's path below the journal's folder."""
    width: int


class Stored(Value, frozen=True, kw_only=True):
    """One output file whose bytes the store holds (a notebook's picture)."""

    path: str
    digest: str


class BuildReport(Value, frozen=True, kw_only=True):
    """What a build did, for people and for `--json`."""

    output: str
    entries: int = 0
    notes: int = 0
    pages: int = 0
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    size: int = 0
    """Bytes of all files of the site."""
    largest: tuple[tuple[str, int], ...] = ()
    """(path, bytes) of the heaviest."""
    today: dt.date | None = None
    """The day that it was made for."""
    url: str = ""
    """Where it will live; empty where that is not known."""
    sources: tuple[tuple[str, int], ...] = ()
    """(source, how many texts and notebooks were found there)."""
    dialects: tuple[tuple[str, str], ...] = ()
    """(folder, what it was read as), of those that were recognised or named."""
    left_out: tuple[Omission, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    seconds: float = 0.0


class Planned(Value, frozen=True, kw_only=True):
    """What one planner has planned, and what it read for it."""

    trace: bytes
    paths: tuple[str, ...]
    prepared: tuple[str, ...]
    """The names of what it prepared."""


class Reader(Protocol):
    """What deferred outputs read the index through."""

    def make(self, output: Deferred) -> tuple[Page | Document, bytes]:
        """Make an output; return it with the trace of what it read."""

    def digest(self, trace: bytes) -> bytes:
        """Return the digest of all that a trace leads to now."""
