"""The page of one topic: its timeline, its activity, what it led to; a long one is parted by year."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from journal_site.model.page import Deferred, Page
from journal_site.pages.charts.strips import Axis, build_strip
from journal_site.pages.parts.grouping import Part, PartName, Section, build_parts, build_sections, with_neighbours
from journal_site.pages.parts.linked_data import trail_json_ld
from journal_site.pages.parts.mentions import NamedLink, named_link
from journal_site.pages.parts.shared import page_picture
from journal_site.pages.parts.urls import root_of
from journal_site.pages.parts.views import Pager, PageView, Ref, Strip, TopicRef, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.model.index import Item, LinkRecord, Topic
    from journal_site.pages.parts.context import Material

_LIMIT = 250
"""More entries than this are parted by year; the topic's own page then shows the newest."""
_NEWEST = 50
_LINKS = 30


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
    pager: Pager = Pager()


def plan_topic_pages(material: Material) -> Iterator[Deferred]:
    """Plan each topic's page, and of long ones a page for each year."""
    for topic in material.index.topics:
        url = f"topics/{topic.slug}/"
        yield Deferred(path=f"{url}index.html", template="topic.html", make=_topic_page, args=(topic.slug,))
        for part, around in with_neighbours(_parts(material, material.topic_items(topic))):
            path = f"{url}{part.key}/index.html"
            yield Deferred(path=path, template="topic.html", make=_part_page, args=(topic.slug, part, *around))


def _parts(material: Material, items: tuple[Item, ...]) -> tuple[Part, ...]:
    return build_parts(material, items) if len(items) > _LIMIT else ()


def _topic_page(material: Material, slug: str) -> Page:
    view = _topic_view(material, material.topics[slug])
    return Page(path=f"topics/{slug}/index.html", template="topic.html", view=view)


def _part_page(material: Material, slug: str, part: Part, earlier: PartName | None, later: PartName | None) -> Page:
    view = _part_view(material, material.topics[slug], part, earlier, later)
    return Page(path=f"topics/{slug}/{part.key}/index.html", template="topic.html", view=view)


def _topic_view(material: Material, topic: Topic) -> TopicView:
    items = material.topic_items(topic)
    parts = _parts(material, items)
    url = f"topics/{topic.slug}/"
    root, labels, href = root_of(url), material.labels, material.urls.href
    return TopicView(
        root=root,
        section="topics",
        window=material.window(topic.name),
        description=f"{topic.name}: {material.wording.counted(labels.entries, len(items))}",
        canonical=material.urls.absolute(url),
        picture=page_picture(material, url, topic.name),
        json_ld=trail_json_ld(material, ("topics/", labels.topics), (url, topic.name)),
        feed=f"{root}{url}feed.xml" if material.urls.base else "",
        title=topic.name,
        count=material.wording.counted(labels.entries, len(items)),
        first=_end(material, root, items, 0),
        last=_end(material, root, items, -1),
        strip=_strip(material, topic, items),
        parent=material.topic_ref(root, topic.parent) if topic.parent and topic.parent in material.topics else None,
        children=tuple(material.topic_ref(root, slug) for slug in topic.children),
        neighbours=tuple(material.topic_ref(root, slug) for slug in topic.neighbours),
        sections=build_sections(material, root, items[-_NEWEST:] if parts else items),
        parts=tuple(
            PartRef(
                name=part.name,
                url=href(root, f"{url}{part.key}/"),
                count=material.wording.counted(labels.entries, len(part.ids)),
            )
            for part in parts
        ),
        links=_links(material, items),
        notebooks=_notebooks(material, root, topic),
    )


def _part_view(
    material: Material, topic: Topic, part: Part, earlier: PartName | None, later: PartName | None
) -> TopicView:
    own = f"topics/{topic.slug}/"
    url = f"{own}{part.key}/"
    root, href = root_of(url), material.urls.href
    before, after = (
        Ref(url=href(root, f"{own}{other.key}/"), text=other.name) if other else None for other in (earlier, later)
    )
    title = f"{topic.name} · {part.name}"
    return TopicView(
        root=root,
        section="topics",
        window=material.window(title),
        description=title,
        canonical=material.urls.absolute(url),
        picture=page_picture(material, own, topic.name),
        title=topic.name,
        part=part.name,
        own_url=href(root, own),
        count=material.wording.counted(material.labels.entries, len(part.ids)),
        sections=build_sections(material, root, [material.items[id_] for id_ in part.ids]),
        pager=Pager(earlier=before, later=after),
    )


def _end(material: Material, root: str, items: tuple[Item, ...], place: int) -> Ref | None:
    """Return the first or last dated entry, named by its date; without dates by its day."""
    dated = [item for item in items if item.entry.date]
    if dated:
        item = dated[place]
        return Ref(url=material.urls.href(root, item.url), text=material.wording.dates(item.entry))
    if not items or not items[place].entry.days:
        return None
    item = items[place]
    return Ref(url=material.urls.href(root, item.url), text=material.wording.days(item.entry))


def _strip(material: Material, topic: Topic, items: tuple[Item, ...]) -> Strip | None:
    dates = [item.entry.date for item in items if item.entry.date]
    axis = Axis(dates, [item.id for item in material.index.items])
    return build_strip(axis, items, material.labels.activity_of.format(name=topic.name))


def _links(material: Material, items: tuple[Item, ...]) -> tuple[NamedLink, ...]:
    """Return the topic's links, those that most of its entries name first, then in the order of their first mention."""
    records: dict[str, LinkRecord] = {}
    counts: Counter[str] = Counter()
    links = material.links_by_entry
    for item in items:
        for link in links.get(item.id, ()):
            records.setdefault(link.url, link)
            counts[link.url] += 1
    best = sorted(records, key=lambda url: -counts[url])[:_LINKS]
    return tuple(named_link(material, records[url].url, records[url].text, records[url].kind) for url in best)


def _notebooks(material: Material, root: str, topic: Topic) -> tuple[Ref, ...]:
    return tuple(
        Ref(
            url=material.urls.href(root, record.url) if record.local else record.url,
            text=record.title or record.url,
        )
        for record in material.index.notebooks
        if topic.slug in record.topics
    )
