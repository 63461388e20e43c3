"""Whether the table of topics holds together: one rule a topic, one topic an alias, and no topic above itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.config.checks import closest
from journal_site.config.nodes import Node, Scalar, Table
from journal_site.slugs import topic_slug

if TYPE_CHECKING:
    from journal_site.config.convert import Report
    from journal_site.config.settings import TopicSettings

_NEAR = 0.85
_LONG = 5
"""Shorter names differ by a letter and are still two topics (`C`, `C#`)."""


def check_topics(topics: tuple[TopicSettings, ...], table: Node, report: Report) -> None:
    """Report topics that are one by their slug, aliases claimed twice, and parents that cannot be."""
    places = _Places(table)
    owner: dict[str, str] = {}
    for topic in topics:
        for name in (topic.name, *topic.aliases):
            first = owner.setdefault(topic_slug(name), topic.name)
            if first != topic.name:
                message = f"'topics.{topic.name}' and 'topics.{first}' are both called {name!r}"
                report("config-value", message, places.of(topic.name), "leave one of them out")
    _check_parents(topics, places, report)


def _check_parents(topics: tuple[TopicSettings, ...], places: _Places, report: Report) -> None:
    by_slug = {topic_slug(topic.name): topic for topic in topics}
    reported: set[str] = set()
    for topic in topics:
        circle = _circle(topic, by_slug)
        if circle and not reported.intersection(circle):
            reported.update(circle)
            message = f"'topics.{topic.name}' is above itself: {' in '.join([*circle, circle[0]])}"
            report("config-value", message, places.of(topic.name, "parent"), "remove one 'parent'")
        elif topic.parent and topic_slug(topic.parent) not in by_slug:
            _check_spelling(topic, topics, places, report)


def _circle(topic: TopicSettings, by_slug: dict[str, TopicSettings]) -> list[str]:
    """Return the names from a topic upwards to itself; none where it is not above itself."""
    path = [topic.name]
    above = by_slug.get(topic_slug(topic.parent)) if topic.parent else None
    while above and above.name not in path:
        path.append(above.name)
        above = by_slug.get(topic_slug(above.parent)) if above.parent else None
    return path if above and above.name == topic.name else []


def _check_spelling(topic: TopicSettings, topics: tuple[TopicSettings, ...], places: _Places, report: Report) -> None:
    """Report a parent that the table lacks, where one of its topics is spelt almost alike; others may be mere tags."""
    if len(topic.parent) < _LONG:
        return
    names = tuple(other.name for other in topics if other is not topic and len(other.name) >= _LONG)
    likely = closest(topic.parent, names, cutoff=_NEAR)
    if likely:
        message = f"'topics.{topic.name}.parent' is {topic.parent!r}, which is no topic of the table"
        report("config-value", message, places.of(topic.name, "parent"), f"did you mean {likely!r}?")


class _Places:
    """Where the table's topics and their keys stand."""

    def __init__(self, table: Node) -> None:
        self._table = table
        self._rules = {key.value: (key, rule) for key, rule in table.pairs} if isinstance(table, Table) else {}

    def of(self, topic: str, key: str = "") -> Node:
        """Return the node of a topic's key, or of its name."""
        name, rule = self._rules.get(topic, (self._table, None))
        found: Scalar | Node = name
        for other, node in rule.pairs if isinstance(rule, Table) else ():
            if other.value == key:
                found = node
        return found
