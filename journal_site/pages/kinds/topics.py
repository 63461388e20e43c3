"""The topics' page: every topic with its activity, parents above their children."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.model.page import Page
from journal_site.pages.charts.strips import journal_axis
from journal_site.pages.kinds.topic_rows import TopicRow, topic_row
from journal_site.pages.parts.urls import root_of
from journal_site.pages.parts.views import PageView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.model.index import Topic
    from journal_site.pages.parts.context import PageContext

_URL = "topics/"


class TopicsView(PageView, frozen=True, kw_only=True):
    """All topics."""

    title: str
    count: str
    rows: tuple[TopicRow, ...]


def plan_topics(context: PageContext) -> Iterator[Page]:
    """Plan the page of all topics."""
    if not context.index.topics:
        return
    root, labels = root_of(_URL), context.labels
    axis = journal_axis(context)
    view = TopicsView(
        root=root,
        section="topics",
        window=context.window(labels.topics),
        description=f"{context.config.title}: {labels.topics}",
        canonical=context.urls.absolute(_URL),
        title=labels.topics,
        count=context.wording.counted(labels.topics_count, len(context.index.topics)),
        rows=tuple(topic_row(context, root, topic, axis, depth=depth) for topic, depth in _in_tree_order(context)),
    )
    yield Page(path=f"{_URL}index.html", template="topics.html", view=view)


def _in_tree_order(context: PageContext) -> Iterator[tuple[Topic, int]]:
    """Yield each topic once with its depth; a topic whose parents form a ring stands at the top."""
    seen: set[str] = set()
    roots = [topic for topic in _by_weight(context.index.topics) if topic.parent not in context.topics]
    for topic in (*roots, *_by_weight(context.index.topics)):
        yield from _branch(context, topic, 0, seen)


def _branch(context: PageContext, topic: Topic, depth: int, seen: set[str]) -> Iterator[tuple[Topic, int]]:
    if topic.slug in seen:
        return
    seen.add(topic.slug)
    yield topic, depth
    for child in _by_weight([context.topics[slug] for slug in topic.children if slug in context.topics]):
        yield from _branch(context, child, depth + 1, seen)


def _by_weight(topics: tuple[Topic, ...] | list[Topic]) -> list[Topic]:
    return sorted(topics, key=lambda topic: (-len(topic.entries), topic.slug))
