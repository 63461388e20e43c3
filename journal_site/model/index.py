"""What is derived from all published entries: order, targets, topics, links, streaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal, NamedTuple

from journal_site.errors import Diagnostic
from journal_site.model.base import Value
from journal_site.model.entry import Entry
from journal_site.model.outline import Omission


class Backlink(Value, frozen=True, kw_only=True):
    """Another entry that refers to this one."""

    id: str
    text: str
    """The link's text."""
    before: str = ""
    """Its sentence up to there."""
    after: str = ""
    """Its sentence from there on."""


class Item(Value, frozen=True, kw_only=True):
    """An entry in its place: what the index adds to it."""

    entry: Entry
    id: str
    url: str
    """Relative to the site's root, with a final slash: `entries/day-16/`."""
    topics: tuple[str, ...] = ()
    """Slugs, in the order of its tags."""
    previous: str | None = None
    """The id of the entry before it in time."""
    next: str | None = None
    backlinks: tuple[Backlink, ...] = ()
    related: tuple[str, ...] = ()
    """Ids, best first, at most five."""
    targets: tuple[Target, ...] = ()
    """One for each of the entry's slots."""
    image: Target | None = None
    """What `image` in the front matter refers to; None where it is empty or a remote address."""


class Target(Value, frozen=True, kw_only=True):
    """What a slot turned out to refer to."""

    kind: Literal[
        "page",
        "file",
        "notebook",
        "image",
        "remote",
        "repository",
        "static",
        "anchor",
        "label",
        "missing",
        "unreadable",
    ]
    """`remote` is a picture that lies elsewhere."""
    url: str = ""
    """Relative to the site's root (absolute for `remote` and `repository`), with its fragment; for `anchor` `#id`."""
    asset: str = ""
    """The path of the file that must be copied to `url`."""
    width: int = 0
    height: int = 0
    widths: tuple[int, ...] = ()
    """Of its smaller copies, in pixels, the smallest first."""
    shown_as: str = ""
    """`.png` where browsers do not show the picture itself: the largest copy, in that format, stands in for it."""

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture that can be seen."""
        return self.kind in ("image", "remote")

    def copy_url(self, width: int) -> str:
        """Return where the copy of this width is, relative to the site's root."""
        return f"scaled/{width}/{self.url}{self.shown_as}"

    @property
    def shown_url(self) -> str:
        """Where the picture is that is shown, relative to the site's root."""
        return self.copy_url(self.widths[-1]) if self.shown_as else self.url


class Topic(Value, frozen=True, kw_only=True):
    """A tag under its slug."""

    slug: str
    name: str
    entries: tuple[str, ...]
    """Ids of entries and notes, in the index's order."""
    first: dt.date | None = None
    last: dt.date | None = None
    parent: str | None = None
    children: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    """Slugs of the topics that share most entries with it, at most eight."""


class Citation(Value, frozen=True, kw_only=True):
    """One entry's mention of a link."""

    id: str
    text: str
    line: int
    section: str = ""
    before: str = ""
    """Of its sentence, what stands before the text."""
    after: str = ""


class LinkRecord(Value, frozen=True, kw_only=True):
    """A link of the whole journal, once per normalised target."""

    url: str
    kind: str
    """The key of one of `LINK_KINDS`."""
    domain: str
    text: str
    """Its title, where that is known, else the best of the texts it was given."""
    citations: tuple[Citation, ...]
    authors: tuple[str, ...] = ()
    """Their family names, where they are known."""
    year: str = ""
    """When it was published, where that is known."""
    reference: str = ""
    """The key of its entry in references.bib, where it has one."""
    page: str = ""
    """The URL of its own page, relative to the site's root; empty where it has none."""


class Publication(Value, frozen=True, kw_only=True):
    """One entry of references.bib."""

    key: str
    type: str
    """`article`"""
    fields: tuple[tuple[str, str], ...]
    """Those that a citation needs, as they are written in BibTeX."""
    title: str = ""
    """Plain text, as the rest."""
    authors: tuple[str, ...] = ()
    """Their family names."""
    year: str = ""
    urls: tuple[str, ...] = ()
    """All addresses that it is known by, normalised."""
    line: int = 0


class NotebookRecord(Value, frozen=True, kw_only=True):
    """A notebook of the whole journal, local or remote."""

    url: str
    """Of its page (relative to the site's root) where it is local, else its address; empty where it is missing."""
    title: str
    local: str = ""
    """The path of a local notebook."""
    missing: str = ""
    """The path at which a text looks for a notebook that is not there: it is listed all the same."""
    topics: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    """Of a local one: one for each of the notebook's slots."""
    withheld: bool = False
    """Of a local one: the file itself must not be published beside its page."""


class Run(Value, frozen=True, kw_only=True):
    """A run of days: both ends are days with an entry."""

    days: int = 0
    start: dt.date | None = None
    end: dt.date | None = None


class Streaks(Value, frozen=True, kw_only=True):
    """Streaks as `index.streaks` counts them, as of `today`."""

    today: dt.date
    current: Run = Run()
    longest: Run = Run()
    runs: tuple[Run, ...] = ()
    """All runs, oldest first."""
    active_days: int = 0
    until: dt.date | None = None
    """The last day on which the current streak stands if nothing more is written; None where it never ends."""
    freezes: int = 0
    """How many missed days the current streak has in store."""
    day_run: int = 0
    """In a journal without dates: the longest run of day numbers."""


class Challenge(Value, frozen=True, kw_only=True):
    """Day N of M."""

    name: str
    days: int | None
    start: dt.date | None
    done: int
    """Distinct days done of the current round."""
    calendar: int | None
    """The number of today's day by the calendar, from `start`."""
    goals: tuple[str, ...] = ()


class Holdings(Value, frozen=True, kw_only=True):
    """What a journal has to show: it decides which of the site's own pages there are."""

    entries: bool = False
    notes: bool = False
    introduction: bool = False
    topics: bool = False
    links: bool = False
    notebooks: bool = False
    tasks: bool = False
    """Tasks or questions."""
    pictures: bool = False
    search: bool = False
    """The search is wanted."""
    address: bool = False
    """It is known where the site will live."""


class Openings(Value, frozen=True, kw_only=True):
    """What many texts of a journal begin alike, folded, the longest first: lists leave it out."""

    labels: tuple[str, ...] = ()
    """`today's progress`, which stands before a colon."""
    starts: tuple[str, ...] = ()
    """The first words of a sentence."""


class SitePages(NamedTuple):
    """The pages of a site that are no text's own, as the index knows them."""

    sections: tuple[str, ...] = ()
    """The keys by which `menu` may name them, whether or not the journal has anything to show in them yet."""
    addresses: Callable[[Holdings], frozenset[str]] = lambda _: frozenset()
    """Their addresses in a site of such a journal."""


class Index(Value, frozen=True, kw_only=True):
    """Everything that is derived from all published entries."""

    items: tuple[Item, ...]
    """Entries and notes: entries first, oldest first, then notes in the order of their sources."""
    introduction: tuple[Item, ...] = ()
    pages: tuple[Item, ...] = ()
    """The author's free pages."""
    topics: tuple[Topic, ...] = ()
    """By name."""
    links: tuple[LinkRecord, ...] = ()
    """In the order of their first mention."""
    references: tuple[Publication, ...] = ()
    """Those that published texts name."""
    notebooks: tuple[NotebookRecord, ...] = ()
    streaks: Streaks
    challenge: Challenge | None = None
    openings: Openings = Openings()
    left_out: tuple[Omission, ...] = ()
    """Drafts, future entries, blank days."""
    redirects: tuple[tuple[str, str], ...] = ()
    """(alias path, URL), both relative to the site's root."""
    assets: tuple[tuple[str, str], ...] = ()
    """(URL in the site, path of the file to copy), each once, sorted."""
    scaled: tuple[tuple[str, str, int], ...] = ()
    """(URL in the site, path of the picture, width) of each smaller copy, each once, sorted."""
    diagnostics: tuple[Diagnostic, ...] = ()
