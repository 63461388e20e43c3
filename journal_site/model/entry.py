"""What reading makes of a slice: an entry, with all that its body was found to hold; and notebooks."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal, Protocol

import msgspec

from journal_site.errors import Diagnostic
from journal_site.model.base import Value
from journal_site.model.fields import FieldValue
from journal_site.model.outline import DateCandidate, DateSource, EntryKind, FrontMatter

SlotKind = Literal["link", "image", "wikilink", "embed", "label", "media", "thing"]
"""A `thing` stands behind a link: what leads to the page of what that names, where it has one."""

SLOT = "<!>"
"""Delimits a slot's number in a body's HTML. Every `<` of a text is escaped there, and of an author's tags only those
of a list are written: a text that could spell it could as well write a script."""


class Heading(Value, frozen=True, kw_only=True):
    """A heading inside a body."""

    level: int
    """As the page has it: 2 for a section of the text."""
    text: str
    id: str
    """`#id` leads to it."""
    slug: str = ""
    """The id before equal ones are numbered, where it is not its text's: given by hand, or of an emoji's name."""
    line: int
    """Where it stands in its source."""


class Link(Value, frozen=True, kw_only=True):
    """One external link as one entry names it."""

    url: str
    """Normalised."""
    kind: str
    """The key of one of `LINK_KINDS`."""
    text: str
    line: int
    section: str = ""
    """Plain text of the heading above it, inside the entry."""
    before: str = ""
    """Of what can have a page of its own: plain text of the link's sentence before its text, cut where it is long."""
    after: str = ""
    """The same behind it."""


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
    """Further attributes of the tag (`width`, `class`), safe to write. Of media the first is the attribute that holds
    the address, after the tag (`source`, `track`), or after nothing where the slot is that attribute alone."""
    form: Literal["", "block", "words", "topic"] = ""
    """Of an embed: it stands alone, among blocks; or no more is wanted than a link with the words that it leads to. Of
    a wikilink: it means a topic where no text is called so."""
    anywhere: bool = False
    """Its path may be the end of a longer one, or a name alone, as a vault's are."""
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


class Content(Value, frozen=True, kw_only=True):
    """What reading a slice's text gives, apart from its HTML. Lines are relative: 0 is the slice's first line."""

    front: FrontMatter | None = None
    title: str = ""
    """Plain text of `Slice.title`, else of the first heading of a file (which is then not in the body)."""
    title_html: str = ""
    heading_text: str = ""
    """Plain text of `Slice.heading`."""
    heading_ids: tuple[str, ...] = ()
    """Ids of that heading and of the title that are not their texts'."""
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    notebooks: tuple[NotebookLink, ...] = ()
    slots: tuple[Slot, ...] = ()
    images: tuple[RemoteImage, ...] = ()
    tasks: tuple[Task, ...] = ()
    questions: tuple[Question, ...] = ()
    hashtags: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    """What the text itself says to be its topics, as a dialect has it."""
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
    """Ids that raw HTML and blocks give, besides the headings'."""
    addresses: tuple[tuple[str, str], ...] = ()
    roots: tuple[str, ...] = ()
    """Both as its entry's."""


class Reading(Value, frozen=True, kw_only=True):
    """Content and body of one slice."""

    content: Content
    html: str
    """HTML; a slot stands as SLOT, its number, SLOT, in place of a whole start tag (`<a …>`), a whole `<img …>`, or the
    `src` or `poster` of a player."""


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
    """The id that it has unless another has it already."""
    slug: str = ""
    """The explicit slug or permalink, which no other entry may have."""
    slug_line: int = 0
    title: str
    """Plain text; never empty."""
    title_html: str = ""
    heading: str = ""
    """Plain text of the day's heading as written; empty for a file."""
    heading_ids: tuple[str, ...] = ()
    """Ids that lead to the beginning, besides those of heading and title: given by hand, or of an emoji's name."""
    parents: tuple[str, ...] = ()
    day: int | None = None
    days: tuple[int, ...] = ()
    round: int | None = None
    date: dt.date | None = None
    dates: tuple[dt.date, ...] = ()
    end_date: dt.date | None = None
    """The last of `dates` where there are many, else None."""
    time: str = ""
    """When it was written on its day, as in ISO 8601, perhaps with its offset; empty where that is not told."""
    date_source: DateSource = "none"
    candidates: tuple[DateCandidate, ...] = ()
    table: bool = False
    target: str = ""
    tags: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    blank: bool = False
    """Nothing is written in it, and neither rest, minutes nor a picture make a day of it: it counts for nothing."""
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
    fields: dict[str, FieldValue] = msgspec.field(default_factory=dict)
    extra: dict[str, Any] = msgspec.field(default_factory=dict)
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
    """Ids that raw HTML and blocks give, besides the headings'."""
    addresses: tuple[tuple[str, str], ...] = ()
    """Further targets that links and wikilinks may name, each with the anchor that is meant there: a page's address in
    the site that another tool makes of it, the id of a block. No pages are made for them."""
    roots: tuple[str, ...] = ()
    """The journal's folders whose files another tool publishes at its site's root."""
    nested: bool = False
    """A `/` in its tags stands between a topic and the one above it."""
    foreign: bool = False
    """It is written in the dialect of another tool, which its front matter speaks to."""
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
    anchors: tuple[str, ...] = ()
    """Ids that raw HTML gives, besides the headings'."""
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


class FragmentCache(Protocol):
    """What reading is slow at, kept by content: highlighted code and math."""

    def get(self, key: str) -> str | None:
        """Return the fragment under the key, or None."""

    def put(self, key: str, fragment: str) -> None:
        """Keep the fragment under the key."""
