"""What a dialect may say of the texts below its folder: the one contract between its room and all that reads.

A room is a module (or a folder) of this name that holds `DIALECT`. It is loaded where the dialect is recognised, also
by a build in which nothing changed: what reads Markdown is imported in it for types only, or within `extend`.
All that it does not say is as it is everywhere: Markdown as GitHub has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    from markdown_it.token import Token

    from journal_site.model.entry import SlotKind
    from journal_site.model.outline import FrontMatter, Outline
    from journal_site.model.source import Source
    from journal_site.reading.contents.collector import Collected
    from journal_site.reading.markdown.parser import Markdown


class InlineWriter(Protocol):
    """What writes the content of a paragraph, as a dialect's renderers see it."""

    out: list[str]
    """HTML; what stands there is written as it is."""
    found: Collected
    """What the body holds: `found.topics`, `found.anchors`, `found.addresses`, `found.warn`."""
    text: str
    """Plain text of the inline content that was written last."""

    def line_at(self, position: int) -> int:
        """Return the line of a place in the content that is being written."""

    def formula(self, tex: str, line: int, column: int, *, display: bool) -> str:
        """Return a formula as HTML."""

    def inline(self, content: str, line: int) -> None:
        """Write inline Markdown whose first line is `line`."""

    def reserve(  # noqa: PLR0913 - the parts of a slot
        self, kind: SlotKind, target: str, position: int, *, text: str = "", title: str = "",
        attributes: tuple[tuple[str, str], ...] = (), form: Literal["", "words", "topic"] = "",
    ) -> int:  # fmt: skip
        """Return the number of a new slot; `position` is its place in the content that is being written."""

    def slot_tag(self, number: int, tag: Literal["a href", "img src"]) -> str:
        """Return what stands for a slot's start tag."""

    def on_html_inline(self, token: Token, plain: list[str], masked: list[int]) -> None:
        """Write a tag that the author wrote."""


class Writer(InlineWriter, Protocol):
    """What writes blocks."""

    def render_within(self, tokens: list[Token]) -> None:
        """Write the tokens of blocks that stand within another."""

    def on_fence(self, token: Token, index: int) -> None:
        """Write a fence, or what its language makes of it."""

    def on_html_block(self, token: Token, index: int) -> None:
        """Write HTML that the author wrote."""


BlockRenderer: TypeAlias = "Callable[[Writer, Token, int], None]"
"""Writes a token of blocks: the writer, the token, its place among all."""
InlineRenderer: TypeAlias = "Callable[[InlineWriter, Token, list[str], list[int]], None]"
"""Writes a token within a paragraph; appends its plain text, and to the last list which pieces are no prose."""


class Place(NamedTuple):
    """What files or folders of some name hold for a tool."""

    kind: Literal["texts", "drafts", "closed", "nothing"]
    """Texts are read also where their name would keep them out, drafts stay at home without `--drafts`, and of what is
    closed all that does not say itself that it is public."""
    reason: str = ""
    """Why there is nothing of the author's to read, or to publish yet, in words: `a template of Obsidian`.
    Without one a folder is closed for what its name begins with."""


class Passage(NamedTuple):
    """A text as its author wrote it, and what its tags may speak of."""

    text: str
    """What is published of a slice, never the heading of a log's day."""
    path: str
    front: FrontMatter
    values: Mapping[str, str]
    """What it may name of the tool's settings, by the names of `Dialect.values`."""


ADDRESS = "address."
"""Begins the names of values that tell how the tool makes addresses, which each of its texts is given."""


FILE, APPENDED, INCLUDES = "file.", "file.+", "8<"
"""Begins the names of values that are files' texts (`Dialect.included`), by how they are named where a text includes
them, which it shows by the last of these; and of those that all texts end with."""


class Translated(NamedTuple):
    """A text in words that Markdown and the dialect's own rules understand, with as many lines."""

    text: str
    told: tuple[tuple[int, str, str], ...] = ()
    """What is not shown as its author means it: the place in the text as it was written, what it is, what to do."""


_NONE: Mapping[str, Any] = MappingProxyType({})


class Dialect(NamedTuple):
    """A dialect. Paths are relative to the folder below which it holds, with forward slashes."""

    extend: Callable[[Markdown], None] | None = None
    """Adds rules for its syntax to a parser: `markdown.block.add`, `markdown.add_inline`."""
    signs: tuple[str, ...] = ()
    """A text that holds none of these needs no parser of the dialect's; empty where all do."""
    rewrite: Callable[[str], str] | None = None
    """Returns a text in other words that Markdown understands, with as many lines, for what is hard to parse.
    It sees what is published of a slice, and never the heading of a log's day."""
    translate: Callable[[Passage], Translated] | None = None
    """Replaces tags that the tool replaces before it reads Markdown; comes before `rewrite`."""
    blocks: Mapping[str, BlockRenderer] = _NONE
    """What writes its tokens, by their types; a type that the body writes itself is written by the dialect instead."""
    inlines: Mapping[str, InlineRenderer] = _NONE
    words: Mapping[str, str] = _NONE
    """What its front matter calls our fields, in small letters: `{"created_at": "date"}`. Who may see a text is asked
    of the words as they were written."""
    splits_tags: bool = False
    """Spaces stand between the tags of one text in front matter."""
    inline_tags: bool = False
    """A `#word` is a topic wherever it stands in a text."""
    topics: Callable[[str], tuple[str, ...]] | None = None
    """Returns the topics that a text has by its path."""
    links_name_topics: bool = False
    """A wikilink to a text that is not there is no mistake: it leads to the topic of that name, where there is one."""
    nested_topics: bool = False
    """A `/` within a topic's name stands between it and the one above."""
    whole: Callable[[str], bool] | None = None
    """Tells by its path whether a file is one text, and never cut at headings of days or left to introduce others."""
    cut: Callable[[Source, Outline], Outline] | None = None
    """Returns a source's outline as the dialect has it: what is a note, an introduction, left out. Knows no folder."""
    addresses: Callable[[str, FrontMatter, Mapping[str, str]], tuple[str, ...]] | None = None
    """Returns where the tool itself would publish a text, from the site's root: links that lead there find it. A front
    matter without a title has that of the text; the mapping is that of `Passage.values`."""
    roots: tuple[str, ...] = ()
    """Folders whose files the tool publishes at the site's root, where links that lead to none are looked for."""
    bare_paths: bool = False
    """A link's path that leads nowhere from where it stands may be the end of a longer one, or a name alone."""
    places: Callable[[Path], Mapping[str, Place]] | None = None
    """Returns what the tool and its settings, in the folder, say of files and folders there, by the wildcards of
    `fnmatch`: a path (a slash may begin it), or a name that is meant wherever it is; a folder's ends with a slash. The
    first one that fits holds."""
    values: Callable[[Path], Mapping[str, str]] | None = None
    """Returns what texts may name of the tool's settings in the folder. A name `taxonomy.X` has as its value a word of
    front matter whose values are topics."""
    included: Callable[[Path], Mapping[str, str]] | None = None
    """Returns the files that texts include as a part of themselves: where they lie below the folder, by how they are
    named. Their texts are among the values, but for those that stay at home."""
    settle: Callable[[Passage], str] | None = None
    """Returns a text in which what only the tool's settings and files say stands itself, as an import leaves them."""
    settings: Callable[[Path], Mapping[str, str]] | None = None
    """Returns what its settings propose for `title`, `url`, `author`, `description`, `language`."""


PLAIN = Dialect()
"""Markdown as GitHub has it."""
