"""What the palette offers over any page: recent days, topics, things, and every day by its number.

`static/palette.js` reads both files when a reader asks for it, and no page holds anything of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from journal_site.model.page import Deferred, Document
from journal_site.pages.parts.facts import Facts
from journal_site.pages.words.people import people

if TYPE_CHECKING:
    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

PATH, DAYS = "palette.json", "palette-days.json"
_RECENT = 40
_TOPICS = 300
_THINGS = 400
_encode = msgspec.json.Encoder().encode

_Option = tuple[str, str, str]
"""What it is called, what is said of it, and where it leads, as seen from the site's root."""


class PaletteJson(msgspec.Struct, frozen=True, kw_only=True):
    """What is offered before a day is asked for by its number."""

    label: str
    search: tuple[str, str] | None
    """The search's name and address."""
    begin: tuple[_Option, ...]
    """The first day, where there are several."""
    random: str
    """What a day of chance is called; empty where there are too few."""
    groups: tuple[tuple[str, tuple[_Option, ...]], ...]


def plan_palette(context: PageContext) -> Iterator[Deferred]:
    """Plan both files, where the palette is wanted."""
    if context.config.palette:
        yield Deferred(path=PATH, make=_offered)
        yield Deferred(path=DAYS, make=_days)


def _offered(context: PageContext) -> Document:
    labels, href = context.labels, context.urls.href
    entries = context.entries
    several = len(entries) > 1
    first = _option(context, entries[0]) if several else None
    told = PaletteJson(
        label=labels.search_label,
        search=(labels.search, href("", "search/")) if context.config.search else None,
        begin=((labels.start_at.format(day=first[1] or first[0]), "", first[2]),) if first else (),
        random=labels.random_day if several else "",
        groups=(
            (labels.latest, tuple([_option(context, item) for item in entries[: -_RECENT - 1 : -1]])),
            (labels.topics, _topics(context)),
            (labels.links, _things(context)),
        ),
    )
    return Document(path=PATH, content=_encode(told))


def _option(context: PageContext, item: Item) -> _Option:
    ref = context.entry_ref("", item)
    return ref.title, ref.day or ref.date, ref.url


def _topics(context: PageContext) -> tuple[_Option, ...]:
    most = sorted(context.index.topics, key=lambda topic: -len(topic.entries))[:_TOPICS]
    counted, labels, href = context.wording.counted, context.labels, context.urls.href
    return tuple(
        [(topic.name, counted(labels.entries, len(topic.entries)), href("", f"topics/{topic.slug}/")) for topic in most]
    )


def _things(context: PageContext) -> tuple[_Option, ...]:
    """Return the things that have a page, those first that were named last."""
    pages = context.read(Facts.thing_pages)[: -_THINGS - 1 : -1]
    links = [context.read(Facts.thing, page)[0] for page in pages]
    kinds, href = context.labels.link_kinds, context.urls.href
    return tuple(
        [
            (link.text or link.url, people(link.authors, link.year) or kinds[link.kind], href("", link.page))
            for link in links
        ]
    )


def _days(context: PageContext) -> Document:
    days = [(item.entry.days, *_placed(_option(context, item))) for item in context.entries]
    return Document(path=DAYS, content=_encode(days))


def _placed(option: _Option) -> _Option:
    title, about, url = option
    return url, title, about
