"""What the search can find: entries, notes and other pages, local notebooks, and links; each with what is said of it.

A *record* is what a result shows of it: `static/search_results.js` reads them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from journal_site.model.entry import Notebook
from journal_site.model.index import Item, NotebookRecord
from journal_site.model.link_kinds import THINGS
from journal_site.pages.kinds.introduction import URL as INTRODUCTION
from journal_site.pages.parts.facts import Facts
from journal_site.pages.words.people import people

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journal_site.model.entry import Link
    from journal_site.pages.parts.context import PageContext

TITLE = 5.0
"""How many mentions in a text one in the title outweighs; the others likewise."""
TOPIC = 3.0
DAY = 4.0
DATE = 2.0
LINK_TEXT = 2.0
LINK_URL = 0.8
LONG = 20_000
"""A page of more words is not fetched for an excerpt: how it begins is shown."""


class Doc(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be found."""

    record: tuple[Any, ...]
    spoken: tuple[tuple[str, float], ...]
    """What is said of it beside its body, with what a word there weighs."""
    topics: tuple[str, ...] = ()
    """Slugs."""
    body: str = ""
    """Its digest."""


def build_docs(context: PageContext, keys: Sequence[str], notebooks: Iterable[str], *_: object) -> list[Doc]:
    """Return all that some entries, notes, pages and notebooks let readers find, in this order, links last."""
    items = [context.items[key] for key in keys]
    docs = [_page(context, item) for item in items]
    for address in notebooks:
        record = context.notebook_record(address)
        notebook = context.notebook(record.local)
        if notebook is not None:
            docs.append(_notebook(context, record, notebook))
    docs += _links(context, items)
    return docs


def count_links(items: Iterable[Item]) -> int:
    """Return how many links `build_docs` finds in some entries."""
    return len({link.url for item in items for link in item.entry.links})


def _page(context: PageContext, item: Item) -> Doc:
    entry = item.entry
    if item.url == INTRODUCTION:
        title, day, date = entry.title or context.labels.introduction, "", ""
    else:
        ref = context.entry_ref("", item)
        title, day, date = ref.title, ref.day, ref.date
    names = tuple([_topic_name(context, slug) for slug in item.topics])
    record: tuple[Any, ...] = (context.urls.href("", item.url), title, day, date, names)
    if entry.words > LONG:
        record = (*record, entry.excerpt)
    spoken = [(title, TITLE), (entry.title, TITLE), (context.wording.days(entry), DAY), (date, DATE)]
    spoken += [(name, TOPIC) for name in names]
    spoken += [(slot.text, 1.0) for slot in entry.slots if slot.kind == "image" and slot.text]
    return Doc(record=record, spoken=tuple(spoken), topics=item.topics, body=entry.body)


def _notebook(context: PageContext, record: NotebookRecord, notebook: Notebook) -> Doc:
    names = tuple([_topic_name(context, slug) for slug in record.topics])
    shown: tuple[Any, ...] = (context.urls.href("", record.url), record.title, "", "", names)
    if notebook.words > LONG:
        shown = (*shown, notebook.excerpt)
    spoken = ((record.title, TITLE), (notebook.path, 1.0), *[(name, TOPIC) for name in names])
    return Doc(record=shown, spoken=spoken, topics=record.topics, body=notebook.body)


def _links(context: PageContext, items: Iterable[Item]) -> Iterator[Doc]:
    """Yield each link of some entries once, with the entry that names it first."""
    named: dict[str, list[tuple[Item, Link]]] = {}
    for item in items:
        for link in item.entry.links:
            named.setdefault(link.url, []).append((item, link))
    for url, mentions in named.items():
        item = mentions[0][0]
        texts = dict.fromkeys([link.text for _, link in mentions if link.text])
        told = context.read(Facts.told_of, url) if mentions[0][1].kind in THINGS else None
        title, authors, year, page = told or ("", (), "", "")
        text = title or max(texts, key=len, default=url)
        ids = dict.fromkeys([one.id for one, _ in mentions])
        topics = dict.fromkeys([slug for one, _ in mentions for slug in one.topics])
        entry, wording = item.entry, context.wording
        where = wording.days(entry) or wording.dates(entry) or entry.title
        record: tuple[Any, ...] = (url, text, mentions[0][1].kind, context.urls.href("", item.url), where, len(ids))
        if told and (authors or year or page):
            record = (*record, people(authors, year), context.urls.href("", page) if page else "")
        yield Doc(
            record=record,
            spoken=(
                *[(one, LINK_TEXT) for one in dict.fromkeys((*texts, title, *authors, year)) if one],
                (url.partition("://")[2], LINK_URL),
            ),
            topics=tuple(topics),
        )


def _topic_name(context: PageContext, slug: str) -> str:
    topic = context.topics.get(slug)
    return topic.name if topic else slug
