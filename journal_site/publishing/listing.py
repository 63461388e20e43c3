"""Every text of a journal with what becomes of it: published, or why it is not (yet)."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from journal_site.config.names import CONFIG_FILE
from journal_site.errors import Diagnostic, Location, UsageError
from journal_site.slugs import topic_slug

if TYPE_CHECKING:
    from journal_site.model.entry import Entry
    from journal_site.model.index import Index, Item
    from journal_site.model.outline import Omission

TextState = Literal["published", "draft", "private", "future", "ended", "blank", "undated", "left-out"]
_AT_HOME: Final = frozenset({"draft", "private", "future", "ended", "blank"})
_DRAFT: Final = "a draft"


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One text, or a part of one that is left out."""

    id: str
    """As its page's; empty where it cannot have one."""
    title: str
    kind: str
    """`entry` or `note`; empty for what is left out."""
    day: int | None
    round: int | None
    date: dt.date | None
    topics: tuple[str, ...]
    """Their slugs."""
    states: tuple[TextState, ...]
    reason: str
    """Why it is not published; empty where it is."""
    path: str
    line: int


def list_texts(whole: Index, left_out: Sequence[Omission], today: dt.date) -> list[Listed]:
    """Return all texts, oldest first, then what is left out.

    `whole` is the index of everything, drafts and days to come too; `left_out` what a build of today leaves out.
    """
    reasons = {(one.path, one.line): one.reason for one in left_out}
    texts = [_listed(item, today, reasons) for item in whole.items]
    told = {(text.path, text.line) for text in texts}
    return [*texts, *(_left_out(one) for one in left_out if (one.path, one.line) not in told)]


def states_of(entry: Entry, today: dt.date) -> Iterator[TextState]:
    """Give what keeps an entry at home as of `today`, and whether it lacks a date."""
    if entry.draft:
        yield "draft" if not entry.withheld or entry.withheld.startswith(_DRAFT) else "private"
    if entry.publish_until is not None and entry.publish_until <= today:
        yield "ended"
    begins = [date for date in (entry.date, entry.publish_from) if date is not None]
    if any(date > today for date in begins):
        yield "future"
    if entry.blank:
        yield "blank"
    if entry.date is None:
        yield "undated"


def with_topic(index: Index, texts: Sequence[Listed], name: str) -> list[Listed]:
    """Return the texts of a topic. Raises UsageError where there is none of this name."""
    known = {slug: topic.slug for topic in index.topics for slug in (topic.slug, topic.name.casefold())}
    slug = known.get(name.casefold()) or known.get(topic_slug(name))
    if slug is None:
        near = difflib.get_close_matches(name.casefold(), known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "'journal topics' shows which there are"
        place, message = Location(path=CONFIG_FILE), f"there is no topic {name!r}"
        raise UsageError(Diagnostic(severity="error", code="topic-unknown", message=message, location=place, hint=hint))
    return [text for text in texts if slug in text.topics]


def in_states(texts: Sequence[Listed], wanted: Collection[TextState]) -> list[Listed]:
    """Return the texts of any of the states; those that are published where none is named."""
    named = frozenset(wanted) or {"published"}
    return [text for text in texts if not named.isdisjoint(text.states)]


def _listed(item: Item, today: dt.date, reasons: dict[tuple[str, int], str]) -> Listed:
    entry = item.entry
    states = tuple(states_of(entry, today))
    at_home = not _AT_HOME.isdisjoint(states)
    return Listed(
        id=item.id,
        title=entry.title,
        kind=entry.kind,
        day=entry.day,
        round=entry.round,
        date=entry.date,
        topics=item.topics,
        states=states if at_home else ("published", *states),
        reason=reasons.get((entry.source, entry.line), "") if at_home else "",
        path=entry.source,
        line=entry.line,
    )


def _left_out(one: Omission) -> Listed:
    return Listed(
        id="",
        title=one.text.strip().partition("\n")[0],
        kind="",
        day=None,
        round=None,
        date=None,
        topics=(),
        states=("left-out",),
        reason=one.reason,
        path=one.path,
        line=one.line,
    )
