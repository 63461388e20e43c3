"""What the scan brings in: sources with all that the disk says of them, and the files that texts refer to."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

from journal_site.errors import Diagnostic
from journal_site.model.base import Value

Markup = Literal["", "drawing", "page"]
DialectKey = Literal["topics", "obsidian", "logseq", "jekyll", "hugo", "mkdocs", "zettelkasten", "plain"]
"""What site.yaml may name: the rooms of `reading.dialects`; where it names none, they are recognised."""
Spoken: TypeAlias = tuple[tuple[str, str], ...]
"""Dialects that hold for a text, each with the folder below which it does; the outermost first."""
ANYWHERE = "**/"
"""Begins a path that stands for every file of that name below the journal's folder."""


MONTH_DAY = "month/day"
"""The order of names that are four figures, `1101`, where those beside them show it."""


class SourceOptions(Value, frozen=True, kw_only=True):
    """How one of site.yaml's `sources` is to be read."""

    year: int | None = None
    """The year of dates that are written without one (of the newest of them)."""
    dates: Literal["", "git", "consecutive"] = ""
    start: dt.date | None = None
    """The challenge's first day, for `dates: consecutive`."""
    html: Literal["trusted", "sanitised"] = "trusted"
    heading: tuple[str, ...] = ()
    """Examples of the lines that head days."""
    dialect: tuple[DialectKey, ...] = ()
    dialects: Spoken = ()
    """Which hold; set by the scan, never by the user."""
    values: tuple[tuple[str, str], ...] = ()
    """What the settings of the tools say that texts may name; set by the scan, never by the user."""
    today: dt.date = dt.date.min
    """For guessing the year of dates that have none; set by the conductor, never by the user."""
    names: str = ""
    """The order of numbers in its name, as the names beside it show it; set by the scan, never by the user."""
    alone: bool = False
    """It is a README or index, and the only text in its folder; set by the scan, never by the user."""
    example: bool = False
    """Its name calls it an example, and most beside it are days; set by the scan, never by the user."""
    withheld: str = ""
    """Why it stays at home by what another file says for its folder; set by the scan, never by the user."""
    closed: str = ""
    """The same of a text that does not say itself that it is public."""


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


def ran_backwards(then: int, now: int) -> bool:
    """Tell whether the clock was set back since `then`: a stamp that was settled may then come a second time."""
    return now + COARSE_NS < then


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
    """Of a still picture that copies can be made of: `jpeg`, `png`, `webp` or `tiff`."""
    problem: str = ""
    """Why it cannot be read or shown, or (where its size is known) not whole: `it is empty`."""
    guarded: bool = False
    """A text that is sanitised keeps or names it, so that a browser must not run it."""
    markup: Markup = ""
    """Of a guarded file: what it holds that a browser could run."""
    private: bool = False
    """It is a text that says that it stays at home, or holds words that do."""
