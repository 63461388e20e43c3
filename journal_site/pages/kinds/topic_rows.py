"""Topics as rows with their activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.pages.charts.strips import Axis, build_strip
from journal_site.pages.parts.views import Strip, TopicRef, View

if TYPE_CHECKING:
    from journal_site.model.index import Topic
    from journal_site.pages.parts.context import PageContext


class TopicRow(View, frozen=True, kw_only=True):
    """A topic with how often and when it was written about."""

    ref: TopicRef
    count: str
    strip: Strip | None
    last: str
    """The date of its last entry."""
    iso: str
    depth: int = 0
    """How many topics stand above it."""


def topic_row(context: PageContext, root: str, topic: Topic, axis: Axis, *, depth: int = 0) -> TopicRow:
    """Return one topic's row on a page with this root."""
    labels = context.labels
    return TopicRow(
        ref=context.topic_ref(root, topic.slug),
        count=str(len(topic.entries)),
        strip=build_strip(axis, context.topic_items(topic), labels.activity_of.format(name=topic.name)),
        last=context.wording.date(topic.last) if topic.last else "",
        iso=topic.last.isoformat() if topic.last else "",
        depth=depth,
    )
