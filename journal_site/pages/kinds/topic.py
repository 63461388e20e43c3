"""The page of one topic: its timeline, its activity, what it led to; a long one is parted by year."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from journal_site.model.page import Deferred, Page
from journal_site.pages.charts.strips import Axis, build_strip
from journal_site.pages.parts.grouping import (
    ListPart,
    ListPartName,
    Section,
    build_parts,
    build_sections,
    with_neighbours,
)
from journal_site.pages.parts.linked_data import trail_json_ld
from journal_site.pages.parts.mentions import NamedLink, named_link
from journal_site.pages.parts.shared import page_picture
from journal_site.pages.parts.urls import root_of
from journal_site.pages.parts.views import Pager, PageView, Ref, Strip, TopicRef, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.model.index import Item, LinkRecord, Topic
    from journal_site.pages.parts.context import PageContext

_LIMIT = 250
"""More entries than this are parted by year; the topic's own page then shows the newest."""
_NEWEST = 50
_LINKS, _NOTEBOOKS = 15, 12
"""So many stand beside the timeline."""


class PartRef(View, frozen=True, kw_only=True):
    """One year of a long topic."""

    name: str
    url: str
    count: str


class TopicView(PageView, frozen=True, kw_only=True):
    """One topic, or one year of it."""

    title: str
    part: str = ""
    """The year, on a page that shows but one."""
    own_url: str = ""
    """The way from there to the whole topic."""
    count: str
    first: Ref | None = None
    """Its first entry."""
    last: Ref | None = None
    """Its last entry."""
    strip: Strip | None = None
    parent: TopicRef | None = None
    """The topic above it."""
    children: tuple[TopicRef, ...] = ()
    """The topics below it."""
    neighbours: tuple[TopicRef, ...] = ()
    """Topics that stand beside it in entries."""
    sections: tuple[Section, ...] = ()
    parts: tuple[PartRef, ...] = ()
    links: tuple[NamedLink, ...] = ()
    notebooks: tuple[Ref, ...] = ()
    notebooks_count: str = ""
    """How many the topic has."""
    notebooks_url: str = ""
    """The way to the list of all notebooks, where the topic has more than stand here."""
    pager: Pager = Pager()


def plan_topic_pages(context: PageContext) -> Iterator[Deferred]:
    """Plan each topic's page, and of long ones a page for each year."""
    for topic in context.index.topics:
        url = f"topics/{topic.slug}/"
        yield Deferred(path=f"{url}index.html", template="topic.html", make=_topic_page, args=(topic.slug,))
        for part, around in with_neighbours(_parts(context, context.topic_items(topic))):
            path = f"{url}{part.key}/index.html"
            yield Deferred(path=path, template="topic.html", make=_part_page, args=(topic.slug, part, *around))


def _parts(context: PageContext, items: tuple[Item, ...]) -> tuple[ListPart, ...]:
    return build_parts(context, items) if len(items) > _LIMIT else ()


def _topic_page(context: PageContext, slug: str) -> Page:
    view = _topic_view(context, context.topics[slug])
    return Page(path=f"topics/{slug}/index.html", template="topic.html", view=view)


def _part_page(
    context: PageContext, slug: str, part: ListPart, earlier: ListPartName | None, later: ListPartName | None
) -> Page:
    view = _part_view(context, context.topics[slug], part, earlier, later)
    return Page(path=f"topics/{slug}/{part.key}/index.html", template="topic.html", view=view)


def _topic_view(context: PageContext, topic: Topic) -> TopicView:
    items = context.topic_items(topic)
    parts = _parts(context, items)
    url = f"topics/{topic.slug}/"
    root, labels, href = root_of(url), context.labels, context.urls.href
    notebooks = _notebooks(context, root, topic)
    return TopicView(
        root=root,
        section="topics",
        window=context.window(topic.name),
        description=f"{topic.name}: {context.wording.counted(labels.entries, len(items))}",
        canonical=context.urls.absolute(url),
        picture=page_picture(context, url, topic.name),
        json_ld=trail_json_ld(context, ("topics/", labels.topics), (url, topic.name)),
        feed=f"{root}{url}feed.xml" if context.urls.base else "",
        title=topic.name,
        count=context.wording.counted(labels.entries, len(items)),
        first=_end(context, root, items, 0),
        last=_end(context, root, items, -1),
        strip=_strip(context, topic, items),
        parent=context.topic_ref(root, topic.parent) if topic.parent and topic.parent in context.topics else None,
        children=tuple(context.topic_ref(root, slug) for slug in topic.children),
        neighbours=tuple(context.topic_ref(root, slug) for slug in topic.neighbours),
        sections=build_sections(context, root, items[-_NEWEST:] if parts else items, years=True),
        parts=tuple(
            PartRef(
                name=part.name,
                url=href(root, f"{url}{part.key}/"),
                count=context.wording.counted(labels.entries, len(part.ids)),
            )
            for part in parts
        ),
        links=_links(context, items),
        notebooks=notebooks[-_NOTEBOOKS:][::-1],
        notebooks_count=context.wording.number(len(notebooks)),
        notebooks_url=href(root, "notebooks/") if len(notebooks) > _NOTEBOOKS else "",
    )


def _part_view(
    context: PageContext, topic: Topic, part: ListPart, earlier: ListPartName | None, later: ListPartName | None
) -> TopicView:
    own = f"topics/{topic.slug}/"
    url = f"{own}{part.key}/"
    root, href = root_of(url), context.urls.href
    before, after = (
        Ref(url=href(root, f"{own}{other.key}/"), text=other.name) if other else None for other in (earlier, later)
    )
    title = f"{topic.name} · {part.name}"
    return TopicView(
        root=root,
        section="topics",
        window=context.window(title),
        description=title,
        canonical=context.urls.absolute(url),
        picture=page_picture(context, own, topic.name),
        title=topic.name,
        part=part.name,
        own_url=href(root, own),
        count=context.wording.counted(context.labels.entries, len(part.ids)),
        sections=build_sections(context, root, [context.items[id_] for id_ in part.ids]),
        pager=Pager(earlier=before, later=after),
    )


def _end(context: PageContext, root: str, items: tuple[Item, ...], place: int) -> Ref | None:
    """Return the first or last dated entry, named by its date; without dates by its day."""
    item = next((item for item in (reversed(items) if place else items) if item.entry.date), None)
    if item is not None:
        return Ref(url=context.urls.href(root, item.url), text=context.wording.dates(item.entry))
    if not items or not items[place].entry.days:
        return None
    item = items[place]
    return Ref(url=context.urls.href(root, item.url), text=context.wording.days(item.entry))


def _strip(context: PageContext, topic: Topic, items: tuple[Item, ...]) -> Strip | None:
    dates = [date for item in items if (date := item.entry.date)]
    axis = Axis(dates, () if dates else context.ids)
    return build_strip(axis, items, context.labels.activity_of.format(name=topic.name))


def _links(context: PageContext, items: tuple[Item, ...]) -> tuple[NamedLink, ...]:
    """Return the topic's links, those that most of its entries name first, then in the order of their first mention."""
    records: dict[str, LinkRecord] = {}
    counts: Counter[str] = Counter()
    links = context.links_by_entry
    for item in items:
        for link in links.get(item.id, ()):
            records.setdefault(link.url, link)
            counts[link.url] += 1
    best = sorted(records, key=lambda url: -counts[url])[:_LINKS]
    return tuple(named_link(context, records[url].url, records[url].text, records[url].kind) for url in best)


def _notebooks(context: PageContext, root: str, topic: Topic) -> tuple[Ref, ...]:
    return tuple(
        Ref(
            url=context.urls.href(root, record.url) if record.local else record.url,
            text=record.title or record.url,
        )
        for record in context.index.notebooks
        if topic.slug in record.topics
    )
