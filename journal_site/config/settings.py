"""The settings of a journal: what site.yaml may say, as types. Reading it is `convert`'s part, its words' `kinds`'.

The docstring below a key is what README's reference says of it (`reference` makes the table from this file).
"""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal, get_args

from journal_site.config.kinds import (
    Accent,
    Branch,
    DaysOfWeek,
    DiagnosticCode,
    Domain,
    Headings,
    LanguageTag,
    Origins,
    RelativePath,
    RepositoryFolder,
    RepositoryUrl,
    Sentences,
    SiteUrl,
    TimeOfNight,
    TimeZone,
    WholeNumber,
    Words,
    Year,
)
from journal_site.model.base import Value
from journal_site.model.source import DialectKey, SourceOptions

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: Final[tuple[Weekday, ...]] = get_args(Weekday)
WEEKEND: Final = frozenset({5, 6})
"""Saturday and Sunday, Monday 0."""


class SourceSettings(Value, frozen=True, kw_only=True):
    """One of `sources` as it is written with options."""

    path: RelativePath
    """A folder of entries, or a file that is a log, relative to `site.yaml`; `.` is the whole folder."""
    year: Year | None = None
    """The year of dates that are written without one: that of the newest of them."""
    dates: Literal["", "git", "consecutive"] = ""
    """Where days without a date get one: `git` takes the commit that added them, `consecutive` counts from `start`."""
    start: dt.date | None = None
    """The date of day 1, for `dates: consecutive`; that of the challenge where it is left out."""
    html: Literal["trusted", "sanitised"] = "trusted"
    """`sanitised` removes what runs, such as scripts, from what somebody else wrote and from the files it names."""
    heading: Headings = ()
    """An example, or several, of the lines that head days, if they are not recognised: `"> {M}/{D} (Day {N})"`."""
    dialect: tuple[DialectKey, ...] = ()
    """Whose way of writing it has, where that is not recognised: `topics` are folders, `plain` is GitHub's Markdown."""


class SourceSpec(Value, frozen=True, kw_only=True):
    """One of `sources`, ready for reading."""

    path: str
    """Relative to the journal's folder, with forward slashes, without one at its end; `.` is the whole folder."""
    options: SourceOptions = SourceOptions()


class ChallengeSettings(Value, frozen=True, kw_only=True):
    """What `challenge` says."""

    name: str = ""
    """The challenge's name."""
    days: WholeNumber | None = None
    """How many days it has: the M of "Day N of M"."""
    start: dt.date | None = None
    """The date of day 1."""
    goals: Sentences = ()
    """What it is for."""


class CadenceSettings(Value, frozen=True, kw_only=True):
    """What `streak.cadence` says. A plain word is its `days`."""

    days: Literal["daily", "weekdays"] = "daily"
    """Which days a streak asks for; `cadence: weekdays` says the same, and lets Saturdays and Sundays rest."""
    weekly: DaysOfWeek | None = None
    """On how many days of each week from Monday to Sunday, whichever these are: `cadence: {weekly: 3}`."""


class FreezeSettings(Value, frozen=True, kw_only=True):
    """What `streak.freezes` says. A plain list is its `dates`."""

    every: WholeNumber | None = None
    """After so many days of a streak each, it has one freeze more: one missed day does not end it."""
    keep: WholeNumber = 2
    """How many freezes a streak has at most; those that it does not need stay."""
    dates: tuple[dt.date, ...] = ()
    """Days that do not end a streak though nothing is written; `freezes: [2026-12-24]` says the same."""


class StreakSettings(Value, frozen=True, kw_only=True):
    """What `streak` says."""

    rest_days: tuple[Weekday, ...] = ()
    """Weekdays that neither end nor lengthen a streak."""
    cadence: CadenceSettings = CadenceSettings()
    """How often a streak asks for an entry: `daily`, `weekdays` or `{weekly: 3}`."""
    freezes: FreezeSettings = FreezeSettings()
    """Missed days that do not end a streak, and never lengthen it: `{every: 7, keep: 2}`, or a list of dates."""

    @property
    def resting_weekdays(self) -> frozenset[int]:
        """The weekdays that a streak does not ask for, Monday 0."""
        named = frozenset(map(WEEKDAYS.index, self.rest_days))
        return named | WEEKEND if self.cadence.days == "weekdays" else named


class TopicSettings(Value, frozen=True, kw_only=True):
    """What `topics` says of one topic, under its name."""

    name: str = ""
    """Set from the key; not a key of its own."""
    keywords: Words = ()
    """Words that give an entry this topic where they occur in its text."""
    aliases: Words = ()
    """Other spellings of the topic, as tags."""
    parent: str = ""
    """The topic above it; it need not be in the table itself."""


class CspSettings(Value, frozen=True, kw_only=True):
    """What `csp` admits, by what is loaded from there. A plain list of origins admits them for all of these."""

    script: Origins = ()
    """Origins of scripts, and checksums (`'sha256-…'`) of those that stand within templates of your own."""
    style: Origins = ()
    """Origins of style sheets."""
    img: Origins = ()
    """Origins of images; those that entries show are admitted without it."""
    font: Origins = ()
    """Origins of fonts."""
    connect: Origins = ()
    """Origins that scripts may send requests to."""
    frame: Origins = ()
    """Origins of frames, such as a comment form or a video."""
    media: Origins = ()
    """Origins of audio and video."""


class SiteConfig(Value, frozen=True, kw_only=True):
    """All of site.yaml, converted and checked."""

    title: str
    """The journal's name."""
    url: SiteUrl = ""
    """Where the site will live; needed for feeds, sitemap, canonical links and cards only."""
    author: str = ""
    """Who writes it."""
    description: str = ""
    """One sentence for search engines, feeds and cards."""
    language: LanguageTag = "en"
    """The language of the journal and of the site's labels, as a tag such as `pt-BR`."""
    timezone: TimeZone = ""
    """The time zone that says what day it is; the machine's own where it is left out."""
    day_ends: TimeOfNight = "00:00"
    """Until when it is still yesterday's evening: `"04:00"` for who writes after midnight. No written date moves."""
    repo: RepositoryUrl = ""
    """The repository on the web: for edit links, and links to files that only it has."""
    branch: Branch = "main"
    """The repository's branch that those links lead to."""
    repo_folder: RepositoryFolder = ""
    """The folder of the repository that the journal lies in, where that is not its root."""
    sources: tuple[SourceSpec, ...] = (SourceSpec(path="entries"),)
    """Folders of entries, and files that are logs; each a path, or a table of the keys below."""
    challenge: ChallengeSettings | None = None
    """The challenge that the journal belongs to."""
    streak: StreakSettings = StreakSettings()
    """How streaks are counted."""
    topics: tuple[TopicSettings, ...] = ()
    """A table of topics by name, with the keys below."""
    accent: Accent = "#2f6f4f"
    """The site's colour, as `\"#rrggbb\"`."""
    avatar: RelativePath = ""
    """A picture beside the title on home, below `static/`: `me.jpg` is `static/me.jpg`."""
    search: bool = True
    """Whether the site has a full-text search."""
    things: bool = True
    """Whether papers, repositories, courses, videos and books that several days name get a page of their own."""
    palette: bool = True
    """Whether `/` and Ctrl-K (⌘K) open a palette over each page: recent days, topics, things, a day by its number."""
    cards: bool = False
    """Whether home, entries, notes and topics get a picture for shared links; needs `url`."""
    card_font: RelativePath = ""
    """A font file (TTF or OTF) for letters that cards cannot show by themselves: Chinese, Japanese, Korean."""
    csp: CspSettings = CspSettings()
    """Other origins that the site's pages may load from, for analytics or comments."""
    menu: Words = ()
    """The menu's order, by page names (`timeline`, `topics`, `about`); pages left out follow in their usual order."""
    cname: Domain = ""
    """The custom domain for GitHub Pages, written to `CNAME`."""
    feed_limit: WholeNumber = 20
    """How many entries a feed holds."""
    quiet: tuple[DiagnosticCode, ...] = ()
    """Codes of warnings and notices that are not told, such as `image-alt`; errors are always told."""
