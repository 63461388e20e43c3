"""Topics as rows with their activity: on home the strongest, on the topics' page all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.pages.charts.strips import Axis, build_strip, journal_axis
from journal_site.pages.parts.views import Strip, TopicRef, View

if TYPE_CHECKING:
    from journal_site.model.index import Topic
    from journal_site.pages.parts.context import Material


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


def build_topic_rows(material: Material, root: str, *, most: int) -> tuple[TopicRow, ...]:
    """Return the topics with the most entries, at most so many."""
    axis = journal_axis(material)
    written = [topic for topic in material.index.topics if topic.entries]
    topics = sorted(written, key=lambda topic: (-len(topic.entries), topic.slug))
    return tuple(topic_row(material, root, topic, axis) for topic in topics[:most])


def topic_row(material: Material, root: str, topic: Topic, axis: Axis, *, depth: int = 0) -> TopicRow:
    """Return one topic's row on a page with this root."""
    labels = material.labels
    return TopicRow(
        ref=material.topic_ref(root, topic.slug),
        count=str(len(topic.entries)),
        strip=build_strip(axis, material.topic_items(topic), labels.activity_of.format(name=topic.name)),
        last=material.wording.date(topic.last) if topic.last else "",
        iso=topic.last.isoformat() if topic.last else "",
        depth=depth,
    )
