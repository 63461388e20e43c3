"""What templates receive: the site's view, and the parts that several kinds of page share.

Every URL in a view is as seen from its page. A kind of page defines its own view beside its planner.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from journal_site.languages.labels import Labels


class View(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """What all views have in common: frozen, keyword-only, compact when encoded, and free of cycles."""


class Ref(View, frozen=True, kw_only=True):
    """A link with its text."""

    url: str
    text: str


class EntryRef(View, frozen=True, kw_only=True):
    """An entry as one line of a list names it."""

    url: str
    title: str
    """Its title, or how its text begins where the title says no more than which day it is."""
    day: str = ""
    """`Day 16`"""
    date: str = ""
    """As the list shows it: `14 Sep` under a heading that says the year, else `14 September 2021`."""
    iso: str = ""
    """The date for `datetime`; empty where there is none."""


class TopicRef(View, frozen=True, kw_only=True):
    """A topic as a tag."""

    url: str
    name: str
    colour: int = 0
    """The number of its colour, from 1: the class `k3` sets it; 0 where it has none."""


class Thumbnail(View, frozen=True, kw_only=True):
    """A picture of an entry, small, beside what says more."""

    url: str
    width: int = 0
    """Pixels; 0 where they are not known."""
    height: int = 0


class EntryCard(View, frozen=True, kw_only=True):
    """An entry with its excerpt and topics."""

    ref: EntryRef
    excerpt: str = ""
    topics: tuple[TopicRef, ...] = ()
    picture: Thumbnail | None = None
    """The one that it names, else the first in its text."""


class EntryRow(EntryRef, frozen=True, kw_only=True):
    """An entry as a line of a long list, with what makes it easy to find."""

    excerpt: str = ""
    """A line of what it says, where there is no picture."""
    picture: Thumbnail | None = None


class Strip(View, frozen=True, kw_only=True):
    """Activity over time as a row of bars: an SVG path in a box of `width` by 24."""

    path: str
    """The bars, as the path's `d`."""
    width: int
    """In units of the path."""
    label: str
    """What it shows, in words."""


class Pager(View, frozen=True, kw_only=True):
    """The way to the parts before and after this one."""

    earlier: Ref | None = None
    later: Ref | None = None


class NavItem(View, frozen=True, kw_only=True):
    """One entry of the menu."""

    key: str
    """The section that it stands for: `topics`."""
    url: str
    """Relative to the site's root."""
    label: str


class SharedPicture(View, frozen=True, kw_only=True):
    """The picture that stands for a page where it is shared; without an address there is none."""

    url: str = ""
    """Absolute."""
    alt: str = ""
    width: int = 0
    """Pixels; 0 where they are not known."""
    height: int = 0


class SiteView(View, frozen=True, kw_only=True):
    """What every page shows of the site: a change here renders every page anew, so nothing in it may be volatile."""

    title: str
    description: str
    author: str
    language: str
    rtl: bool
    """The language is written from right to left."""
    url: str
    """The site's absolute address with a final slash, or empty."""
    home: str
    """Home's URL relative to the root: empty, or its file's name in a portable site."""
    repo: str
    """The repository's address; empty where site.yaml names none."""
    nav: tuple[NavItem, ...]
    """The menu."""
    more: tuple[NavItem, ...]
    """Pages that only the footer names."""
    feeds: bool
    """There are feeds, since the site's address is known."""
    search: bool
    """There is a search."""
    picture: SharedPicture
    """For pages that have none of their own."""
    head: tuple[str, ...]
    """HTML that is the same in every page's head, parted where the way to the root stands: `root.join(site.head)`."""
    menus: Mapping[str, tuple[str, ...]]
    """The header for each section of the menu, parted likewise; under an empty key for all other pages."""
    footer: tuple[str, ...]
    """The footer, parted likewise."""
    labels: Labels
    """The words of the interface, in the language of the site."""


class PageView(View, frozen=True, kw_only=True):
    """What `base.html` needs of each page."""

    root: str
    """The prefix that leads to the site's root: `../../`."""
    section: str = ""
    """The key of the menu's item that the page belongs to."""
    window: str
    """The window's title."""
    description: str = ""
    canonical: str = ""
    picture: SharedPicture = SharedPicture()
    """Without an address, `site.picture` stands in for it."""
    json_ld: str = ""
    """Linked data, safe to stand in a script element."""
    feed: str = ""
    """The address of the page's own feed."""
