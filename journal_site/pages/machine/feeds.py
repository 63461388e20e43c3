"""Feeds: Atom (RFC 4287) and JSON Feed 1.1 of the latest entries, and an Atom feed for each topic.

A feed needs absolute addresses, so a site without `url:` has none. Times come from the entries' dates, never from the
clock: noon in UTC, which is the same calendar date almost everywhere.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from journal_site.expressions import expression
from journal_site.model.page import BodyRef, Page
from journal_site.pages.parts.slots import item_slots
from journal_site.pages.parts.views import View
from journal_site.pages.words.naming import says_same

if TYPE_CHECKING:
    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

_NO_XML = expression(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BEFORE_ALL = dt.date(1970, 1, 1)
"""Atom wants a date of every entry: that of those before which nothing has one."""


class FeedEntryView(View, frozen=True, kw_only=True):
    """One entry of a feed; all addresses are absolute."""

    url: str
    """Also the entry's id."""
    title: str
    summary: str
    """Its description, else how its text begins."""
    published: str
    """As RFC 3339; empty for an undated entry."""
    updated: str
    """As RFC 3339; of an undated entry, a date that keeps the order."""
    topics: tuple[tuple[str, str], ...] = ()
    """(slug, name)"""
    body: BodyRef


class FeedView(View, frozen=True, kw_only=True):
    """A feed of the latest entries, newest first; all addresses are absolute."""

    title: str
    subtitle: str
    """The site's description."""
    author: str
    """The author's name, else the site's."""
    language: str
    url: str
    """Of the page that the feed is of; also the feed's id."""
    self_url: str
    """The feed's own."""
    updated: str
    """As RFC 3339: of the newest change."""
    entries: tuple[FeedEntryView, ...]
    """As many as `feed_limit` says."""


def plan_feeds(context: PageContext) -> Iterator[Page]:
    """Plan the journal's feeds and one for each topic."""
    if not context.urls.base:
        return
    yield Page(path="feed.xml", template="feed.xml", view=_feed(context, "feed.xml", "", context.entries))
    yield Page(path="feed.json", template="feed.json", view=_feed(context, "feed.json", "", context.entries))
    for topic in context.index.topics:
        entries = [item for item in context.topic_items(topic) if item.entry.kind == "entry"]
        url = f"topics/{topic.slug}/"
        path = f"{url}feed.xml"
        yield Page(path=path, template="feed.xml", view=_feed(context, path, url, entries, topic.name))


def _feed(context: PageContext, path: str, url: str, entries: Sequence[Item], name: str = "") -> FeedView:
    config, urls = context.config, context.urls
    latest = tuple(_entry(context, item) for item in reversed(entries[-config.feed_limit :]))
    return FeedView(
        title=_clean(context.window(name) if name else config.title),
        subtitle=_clean(config.description),
        author=_clean(config.author or config.title),
        language=config.language,
        url=urls.absolute(url),
        self_url=urls.absolute(path),
        updated=max((entry.updated for entry in latest), default=_noon(_BEFORE_ALL)),
        entries=latest,
    )


def _entry(context: PageContext, item: Item) -> FeedEntryView:
    entry, urls = item.entry, context.urls
    published = entry.end_date or entry.date
    moment = _moment(context, published, entry.time) if published else ""
    return FeedEntryView(
        url=urls.absolute(item.url),
        title=_clean(_title(context, item)),
        summary=_clean(context.naming.excerpt(entry)),
        published=moment,
        updated=_noon(entry.updated or _date_before(context, item)) if entry.updated or not published else moment,
        topics=tuple((slug, _clean(context.topics[slug].name)) for slug in item.topics if slug in context.topics),
        body=BodyRef(digest=entry.body, slots=item_slots(context, urls.base, item)),
    )


def _title(context: PageContext, item: Item) -> str:
    day, title = context.wording.days(item.entry), context.headline(item)[0]
    return title if not day or says_same(day, title) else f"{day} · {title}"


def _date_before(context: PageContext, item: Item) -> dt.date:
    """Return the date of the nearest earlier entry that has one."""
    previous = context.items.get(item.previous or "")
    while previous is not None:
        if previous.entry.date is not None:
            return previous.entry.end_date or previous.entry.date
        previous = context.items.get(previous.previous or "")
    return _BEFORE_ALL


def _moment(context: PageContext, date: dt.date, time: str) -> str:
    """Return a date with the time that is written, in the journal's time zone where it names none; else noon."""
    if not time:
        return _noon(date)
    moment = dt.datetime.combine(date, dt.time.fromisoformat(time))
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZoneInfo(context.config.timezone) if context.config.timezone else dt.UTC)
    return moment.isoformat().replace("+00:00", "Z")


def _noon(date: dt.date) -> str:
    return f"{date.isoformat()}T12:00:00Z"


def _clean(text: str) -> str:
    """Return the text without the characters that XML cannot hold."""
    return _NO_XML.sub("", text)
