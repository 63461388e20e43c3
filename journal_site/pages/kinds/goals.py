"""A challenge's goals, each with the topics that its words name: that is how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.expressions import expression
from journal_site.pages.parts.views import TopicRef, View

if TYPE_CHECKING:
    from journal_site.model.index import Topic
    from journal_site.pages.parts.context import PageContext

_WORD = expression(r"[^\W_]+(?:[+#]+)?")
_TOPICS = 3


class Goal(View, frozen=True, kw_only=True):
    """One goal, as written, and the topics that it names."""

    text: str
    topics: tuple[TopicRef, ...] = ()
    entries: str = ""
    """How many entries stand under these topics."""


def build_goals(context: PageContext, root: str) -> tuple[Goal, ...]:
    """Return the challenge's goals for a page with this root."""
    challenge = context.index.challenge
    return tuple(_goal(context, root, text) for text in challenge.goals) if challenge else ()


def _goal(context: PageContext, root: str, text: str) -> Goal:
    words = _words(text)
    named = [topic for topic in context.index.topics if _names(words, topic)]
    named.sort(key=lambda topic: (-len(topic.entries), topic.slug))
    if not named:
        return Goal(text=text)
    entries = {id_ for topic in named for id_ in topic.entries}
    return Goal(
        text=text,
        topics=tuple(context.topic_ref(root, topic.slug) for topic in named[:_TOPICS]),
        entries=context.wording.counted(context.labels.entries, len(entries)),
    )


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _names(goal: str, topic: Topic) -> bool:
    """Tell whether the goal holds the topic's name as whole words, in the singular or with an s."""
    name = _words(topic.name)[1:-1]
    return bool(name) and (f" {name} " in goal or f" {name}s " in goal)
