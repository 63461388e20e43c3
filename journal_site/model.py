"""The core types that every wing shares: frozen values, no behaviour beyond what follows from their own fields.

Text flows as: `Source` → (outline) `Slice` → (read) `Content` + `Body` → (assemble) `Entry` → (build_index) `Index` →
(plan) `Page` → (render) `OutputFile` → (write) `BuildReport`.

All are encoded as msgpack arrays in the store, so a changed field is a changed `FORMAT`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Literal, Protocol

import msgspec

from journal_site.errors import Diagnostic

FORMAT = 3
"""Raised whenever a stored type or the meaning of a field changes: an older store is then rebuilt."""

DateSource = Literal["front-matter", "file-name", "heading", "body", "table", "git", "consecutive", "inferred", "none"]
EntryKind = Literal["entry", "note", "introduction"]
LinkKind = Literal[
    "paper", "repository", "pull-request", "issue", "notebook", "dataset", "model", "video", "article", "course",
    "documentation", "social", "file", "other",
]  # fmt: skip
SlotKind = Literal["link", "image", "wikilink", "embed", "label"]
Markup = Literal["", "drawing", "page"]

SLOT = "<!>"
"""Delimits a slot's number in a body's HTML. Every `<` of a text is escaped there, and of an author's tags only those
of a list are written: a text that could spell it could as well write a script."""


class Value(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What all core types have in common: frozen, keyword-only, compact when encoded."""


# --- scan ------------------------------------------------------------------------------------------------------------


class SourceOptions(Value, frozen=True, kw_only=True):
    """How one of site.yaml's `sources` is to be read."""

    year: int | None = None
    """The year of dates that are written without one (of the newest of them)."""
    dates: Literal["", "git", "consecutive"] = ""
    start: dt.date | None = None
    """The challenge's first day, for `dates: consecutive`."""
    html: Literal["trusted", "sanitised"] = "trusted"
    today: dt.date = dt.date.min
    """For guessing the year of dates that have none; set by the conductor, never by the user."""
    withheld: str = ""
    """Why it stays at home by what another file says for its folder; set by the scan, never by the user."""


class Source(Value, frozen=True, kw_only=True):
    """One text file that somebody wrote, with all that the disk says of it."""

    path: str
    """Relative to the journal's folder, with forward slashes."""
    folder: str = ""
    """The folder among site.yaml's `sources` that holds it; equal to `path` where the file itself is named there."""
    text: str
    """Decoded, without a byte order mark, line ends as `\\n`."""
    log: bool = False
    """Named in `sources` itself, or the README, index or _index of a folder: may hold many entries."""
    history: tuple[tuple[int, str], ...] = ()
    """With `dates: git`: (line, ISO date) of the commit that first added each day's heading, and each line that stands
    under no day; line 0 is the file."""


class Dates(Value, frozen=True, kw_only=True):
    """What git says of the sources that ask it for dates."""

    lines: dict[str, tuple[tuple[int, str], ...]]
    """By path, what becomes the source's `history`."""
    diagnostics: tuple[Diagnostic, ...] = ()


COARSE_NS = 2_100_000_000
"""The coarsest tick of a file system's clock in common use (FAT's two seconds), and a little."""


class Stamp(Value, frozen=True, kw_only=True, gc=False):
    """What `stat` says of a file; two equal stamps that have *settled* mean equal contents.

    A stamp alone is no proof: a file written twice within one tick of the file system's clock keeps its stamp. So it
    counts only when it was taken more than a tick after the file last changed (`settled`): whatever changes the file
    later then has a later tick, and `ctime` cannot be set back by ordinary means. Git's index keeps the same rule
    ("racy-git" in its technical documentation).
    """

    size: int
    mtime: int
    ctime: int
    inode: int

    def settled(self, now: int) -> bool:
        """Tell whether the stamp was taken, at `now` (ns since the epoch), long enough after the last change."""
        return max(self.mtime, self.ctime) + COARSE_NS < now


class Found(Value, frozen=True, kw_only=True):
    """A source that was found and not yet read."""

    path: str
    folder: str
    log: bool
    stamp: Stamp
    options: SourceOptions


# --- read: outline ---------------------------------------------------------------------------------------------------


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
    parents: tuple[str, ...] = ()
    """Plain text of the headings above it: a note's heading path, outermost first (its own heading is `heading`)."""
    days: tuple[int, ...] = ()
    round: int | None = None
    candidates: tuple[DateCandidate, ...] = ()
    """In order of preference (design.md §4); the first one is taken."""
    tags: tuple[str, ...] = ()
    """From `Tags:` and `#hashtag` lines."""
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


class Omission(Value, frozen=True, kw_only=True):
    """A part of a source that was left out on purpose: a blank or template day, a skipped day, another's folder."""

    path: str
    line: int
    """1-based; 0 where all of it is meant."""
    text: str
    reason: str


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


# --- read: contents --------------------------------------------------------------------------------------------------


class Heading(Value, frozen=True, kw_only=True):
    """A heading inside a body."""

    level: int
    text: str
    id: str
    line: int


class Link(Value, frozen=True, kw_only=True):
    """One external link as one entry names it."""

    url: str
    """Normalised."""
    kind: LinkKind
    text: str
    line: int
    section: str = ""
    """Plain text of the heading above it, inside the entry."""


class NotebookLink(Value, frozen=True, kw_only=True):
    """One mention of a remote notebook; local ones are slots until the index resolves them."""

    url: str
    text: str
    line: int


class Slot(Value, frozen=True, kw_only=True):
    """What only the plan can write: a reference out of a body, which needs a URL, or a word in the site's language."""

    kind: SlotKind
    target: str
    """As written, percent-decoded, with its fragment; of a label its key (`alert-note`); of a picture that GitHub or
    GitLab holds its address, as it may be the journal's own."""
    text: str = ""
    """The link's text, the image's alternative text."""
    title: str = ""
    line: int = 0
    column: int = 0
    attributes: tuple[tuple[str, str], ...] = ()
    """Further attributes of the tag (`width`, `class`), safe to write."""
    before: str = ""
    """Plain text of the link's sentence before its text, cut where it is long."""
    after: str = ""
    """The same behind it."""


class RemoteImage(Value, frozen=True, kw_only=True):
    """A picture that lies elsewhere; those that may be the journal's are slots."""

    url: str
    alt: str
    line: int


class Task(Value, frozen=True, kw_only=True):
    """A `- [ ]` item."""

    text: str
    done: bool
    line: int


class Question(Value, frozen=True, kw_only=True):
    """A line that asks."""

    text: str
    line: int


class FrontMatter(Value, frozen=True, kw_only=True):
    """The head of an entry file, converted: design.md §4 names the keys and their accepted spellings."""

    title: str | None = None
    date: dt.date | None = None
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
    extra: dict[str, Any] = {}
    """Unknown keys, for templates."""


class Content(Value, frozen=True, kw_only=True):
    """What reading a slice's text gives, apart from its HTML. Lines are relative: 0 is the slice's first line."""

    front: FrontMatter | None = None
    title: str = ""
    """Plain text of `Slice.title`, else of the first heading of a file (which is then not in the body)."""
    title_html: str = ""
    heading_text: str = ""
    """Plain text of `Slice.heading`."""
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    notebooks: tuple[NotebookLink, ...] = ()
    slots: tuple[Slot, ...] = ()
    images: tuple[RemoteImage, ...] = ()
    tasks: tuple[Task, ...] = ()
    questions: tuple[Question, ...] = ()
    hashtags: tuple[str, ...] = ()
    words: int = 0
    excerpt: str = ""
    """Plain text of the beginning, at most 280 characters, cut between words."""
    math: bool = False
    code: bool = False
    front_diagnostics: tuple[Diagnostic, ...] = ()
    """Of the front matter, with absolute lines."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Of the text; line 1 is the slice's first line."""
    anchors: tuple[str, ...] = ()
    """Ids that raw HTML gives, besides the headings'."""


class Reading(Value, frozen=True, kw_only=True):
    """Content and body of one slice."""

    content: Content
    html: str
    """HTML; a slot stands as SLOT, its number, SLOT, in place of a whole start tag (`<a …>`) or a whole `<img …>`."""


class Entry(Value, frozen=True, kw_only=True):
    """What somebody wrote for one day or range of days, or a note, without its body. Lines are absolute."""

    source: str
    line: int
    position: int
    """Its place among its source's slices."""
    newest_first: bool = False
    kind: EntryKind = "entry"
    body: str
    """The digest under which the store holds the body."""
    id_base: str
    """The id that it has unless another has it already; see design.md §4."""
    slug: str = ""
    """The explicit slug or permalink, which no other entry may have."""
    slug_line: int = 0
    title: str
    """Plain text; never empty."""
    title_html: str = ""
    heading: str = ""
    """Plain text of the day's heading as written; empty for a file."""
    parents: tuple[str, ...] = ()
    day: int | None = None
    days: tuple[int, ...] = ()
    round: int | None = None
    date: dt.date | None = None
    dates: tuple[dt.date, ...] = ()
    end_date: dt.date | None = None
    """The last of `dates` where there are many, else None."""
    date_source: DateSource = "none"
    candidates: tuple[DateCandidate, ...] = ()
    table: bool = False
    target: str = ""
    tags: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    draft: bool = False
    """It stays at home unless drafts are asked for, for the reason `withheld`."""
    withheld: str = ""
    publish_from: dt.date | None = None
    publish_until: dt.date | None = None
    aliases: tuple[str, ...] = ()
    description: str = ""
    updated: dt.date | None = None
    image: str = ""
    image_place: tuple[int, int] = (0, 0)
    minutes: int | None = None
    rest: bool = False
    extra: dict[str, Any] = {}
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    notebooks: tuple[NotebookLink, ...] = ()
    slots: tuple[Slot, ...] = ()
    images: tuple[RemoteImage, ...] = ()
    tasks: tuple[Task, ...] = ()
    questions: tuple[Question, ...] = ()
    words: int = 0
    excerpt: str = ""
    math: bool = False
    code: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
    anchors: tuple[str, ...] = ()
    """Ids that raw HTML gives, besides the headings'."""
    sanitised: bool = False
    """Others wrote it: neither it nor what it names may run anything."""

    def without_wording(self) -> Entry:
        """Return the entry without what is of its text's wording alone."""
        return msgspec.structs.replace(self, body="", words=0, excerpt="", math=False, code=False)

    def wording(self) -> tuple[str, int, str, bool, bool]:
        """Return what is of its text's wording alone: all that `without_wording` leaves out."""
        return self.body, self.words, self.excerpt, self.math, self.code


class Notebook(Value, frozen=True, kw_only=True):
    """A local notebook, without its page's body."""

    path: str
    title: str
    body: str
    """The digest under which the store holds the body."""
    slots: tuple[Slot, ...] = ()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    words: int = 0
    excerpt: str = ""
    language: str = ""
    cells: int = 0
    pictures: tuple[tuple[str, str], ...] = ()
    """(file name below the notebook's page, digest under which the store holds its bytes), in order."""
    broken: str = ""
    """Why it could not be read; it is listed all the same."""
    hides: bool = False
    """It has cells, outputs or comments that stay at home: the file itself is not offered."""
    draft: bool = False
    """As an entry's, by its metadata or its first cell."""
    withheld: str = ""
    publish_from: dt.date | None = None
    publish_until: dt.date | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


class Asset(Value, frozen=True, kw_only=True):
    """A file or folder of the journal that a text refers to, as the disk has it."""

    path: str
    kind: Literal["file", "folder"] = "file"
    size: int = 0
    digest: str = ""
    width: int = 0
    """Pixels, of images; 0 where unknown."""
    height: int = 0
    format: str = ""
    """Of a still picture that smaller copies can be made of: `jpeg`, `png` or `webp`."""
    problem: str = ""
    """Why it cannot be read or shown, or (where its size is known) not whole: `it is empty`."""
    guarded: bool = False
    """A text that is sanitised keeps or names it, so that a browser must not run it."""
    markup: Markup = ""
    """Of a guarded file: what it holds that a browser could run."""
    private: bool = False
    """It is a text that says that it stays at home, or holds words that do."""


# --- index -----------------------------------------------------------------------------------------------------------


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

    def copy_url(self, width: int) -> str:
        """Return where the copy of this width is, relative to the site's root."""
        return f"scaled/{width}/{self.url}"


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


class LinkRecord(Value, frozen=True, kw_only=True):
    """A link of the whole journal, once per normalised target."""

    url: str
    kind: LinkKind
    domain: str
    text: str
    """The best of the texts it was given."""
    citations: tuple[Citation, ...]


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
    """Streaks by design.md §6, as of `today`."""

    today: dt.date
    current: Run = Run()
    longest: Run = Run()
    runs: tuple[Run, ...] = ()
    """All runs, oldest first."""
    active_days: int = 0
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
    notebooks: tuple[NotebookRecord, ...] = ()
    streaks: Streaks
    challenge: Challenge | None = None
    left_out: tuple[Omission, ...] = ()
    """Drafts, future entries, blank days."""
    redirects: tuple[tuple[str, str], ...] = ()
    """(alias path, URL), both relative to the site's root."""
    assets: tuple[tuple[str, str], ...] = ()
    """(URL in the site, path of the file to copy), each once, sorted."""
    scaled: tuple[tuple[str, str, int], ...] = ()
    """(URL in the site, path of the picture, width) of each smaller copy, each once, sorted."""
    diagnostics: tuple[Diagnostic, ...] = ()


# --- plan, render, write ---------------------------------------------------------------------------------------------


class BodyRef(Value, frozen=True, kw_only=True):
    """A body to be put into a page: rendered only where the page is."""

    digest: str
    slots: tuple[str, ...] = ()
    """HTML for each slot, with URLs as seen from the page that shows it."""


class Page(Value, frozen=True, kw_only=True):
    """One output URL, with all that its template receives."""

    path: str
    """Of the output file, relative to the site's root: `entries/day-16/index.html`."""
    template: str
    view: msgspec.Struct


class Deferred(msgspec.Struct, frozen=True, kw_only=True):
    """One output URL whose page is made only where what it shows has changed, and in the process that renders it."""

    path: str
    template: str = ""
    """Empty where it is no page but a document."""
    inputs: bytes
    """Digest of all that `make` reads of the index. Settings and labels count for every page anyway."""
    make: Callable[[], Page | Document]


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


class OutputFile(Value, frozen=True, kw_only=True):
    """What was written."""

    path: str
    size: int
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
    left_out: tuple[Omission, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    seconds: float = 0.0


class FragmentCache(Protocol):
    """What reading is slow at, kept by content: highlighted code and math."""

    def get(self, key: str) -> str | None:
        """Return the fragment under the key, or None."""

    def put(self, key: str, fragment: str) -> None:
        """Keep the fragment under the key."""
