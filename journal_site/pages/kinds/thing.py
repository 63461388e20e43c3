"""The page of one thing that several entries name: a paper, repository, course, video or book, with all they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journal_site.model.page import Deferred, Page
from journal_site.pages.kinds.links import URL as LINKS
from journal_site.pages.machine.bibliography import bibtex_of
from journal_site.pages.parts.facts import Facts
from journal_site.pages.parts.mentions import Quote, quote_of
from journal_site.pages.parts.urls import page_path, root_of
from journal_site.pages.parts.views import EntryRef, PageView, Ref, TopicRef, View
from journal_site.pages.words.people import people

if TYPE_CHECKING:
    from journal_site.model.index import LinkRecord
    from journal_site.pages.parts.context import PageContext

_TOPICS = 5


class NamingDay(View, frozen=True, kw_only=True):
    """An entry that names the thing."""

    ref: EntryRef
    quotes: tuple[Quote, ...]
    """Its sentences."""


class ThingBeside(View, frozen=True, kw_only=True):
    """Another thing that the same entries name."""

    url: str
    """Its own page; where it has none, where it lies."""
    text: str
    kind: str
    about: str
    """Who made it, and when."""


class ThingView(PageView, frozen=True, kw_only=True):
    """One thing with every entry that names it."""

    title: str
    kind: str
    """`Paper`"""
    up: tuple[Ref, ...]
    """The way back to all links."""
    authors: str
    """Family names; empty where they are not known."""
    year: str
    """When it was published; empty where that is not known."""
    places: tuple[Ref, ...]
    """Where it is to be read or seen: its addresses, called by their sites."""
    topics: tuple[TopicRef, ...]
    """Of the entries that name it, those of most first."""
    count: str
    """How many entries name it."""
    days: tuple[NamingDay, ...]
    """The entries that name it, oldest first."""
    beside: tuple[ThingBeside, ...]
    bibtex: str
    """Its entry, ready to be cited."""


def plan_things(context: PageContext) -> Iterator[Deferred]:
    """Plan a page for each thing that several entries name."""
    for url in context.read(Facts.thing_pages):
        yield Deferred(path=page_path(url), template="thing.html", make=_page, args=(url,))


def _page(context: PageContext, url: str) -> Page:
    links, root, labels = context.read(Facts.thing, url), root_of(url), context.labels
    first = links[0]
    title, kind = first.text or first.url, labels.link_kinds[first.kind]
    ids = list(dict.fromkeys([citation.id for link in links for citation in link.citations]))
    known = [id_ for id_ in context.ids if id_ in set(ids)]
    about = people(first.authors, first.year)
    view = ThingView(
        root=root,
        section="links",
        window=context.window(title),
        description=" · ".join(filter(None, (kind, title, about))),
        canonical=context.urls.absolute(url),
        title=title,
        kind=kind,
        up=(Ref(url=context.urls.href(root, LINKS), text=labels.links),),
        authors=people(first.authors, all_of_them=True),
        year=first.year,
        places=tuple([Ref(url=link.url, text=labels.open_in.format(name=link.domain)) for link in links]),
        topics=_topics(context, root, known),
        count=context.wording.number(len(known)),
        days=tuple([_day(context, root, id_, links) for id_ in known]),
        beside=tuple([_beside(context, root, link) for link in context.read(Facts.beside_thing, url)]),
        bibtex=bibtex_of(context, first),
    )
    return Page(path=page_path(url), template="thing.html", view=view)


def _day(context: PageContext, root: str, id_: str, links: tuple[LinkRecord, ...]) -> NamingDay:
    mentions = [citation for link in links for citation in link.citations if citation.id == id_]
    quotes = dict.fromkeys([quote for one in mentions if (quote := quote_of(one))])
    return NamingDay(ref=context.entry_ref(root, context.items[id_]), quotes=tuple(quotes))


def _beside(context: PageContext, root: str, link: LinkRecord) -> ThingBeside:
    return ThingBeside(
        url=context.urls.href(root, link.page) if link.page else link.url,
        text=link.text or link.url,
        kind=context.labels.link_kinds[link.kind],
        about=people(link.authors, link.year),
    )


def _topics(context: PageContext, root: str, ids: list[str]) -> tuple[TopicRef, ...]:
    counts: dict[str, int] = {}
    for id_ in ids:
        for slug in context.items[id_].topics:
            counts[slug] = counts.get(slug, 0) + 1
    most = sorted(counts, key=lambda slug: -counts[slug])[:_TOPICS]
    return tuple([context.topic_ref(root, slug) for slug in most])
