"""The cards: a picture for shared links of home, and of each entry, note, topic and page that has none of its own.

A card shows how things stood on its own day. So what is written later changes none but those of home and of its topics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal_site.model.page import Card, CardView
from journal_site.pages.parts.accent import light_palette
from journal_site.pages.parts.shared import card_path, chosen_picture, day_beside, has_cards
from journal_site.pages.parts.steadiness import Steadiness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.model.entry import Entry
    from journal_site.model.index import Item, Topic
    from journal_site.pages.parts.context import PageContext

_TOPICS = 3


def plan_cards(context: PageContext) -> Iterator[Card]:
    """Plan the cards, where the journal has any."""
    if not has_cards(context):
        return
    entries = [item.entry for item in context.entries]
    steadiness = Steadiness(entries, context.index.streaks.runs, context.challenge_days)
    blank = _blank_view(context)
    yield Card(path=card_path(""), view=_home_view(context, steadiness, blank))
    for item in (*context.index.items, *context.index.pages):
        if not chosen_picture(context, item).url:
            yield Card(path=card_path(item.url), view=_item_view(context, steadiness, blank, item))
    for topic in context.index.topics:
        yield Card(path=card_path(f"topics/{topic.slug}/"), view=_topic_view(context, steadiness, blank, topic))


def _blank_view(context: PageContext) -> CardView:
    """Return what is the same on every card."""
    config, palette = context.config, light_palette(context.config.accent)
    return CardView(
        site=config.title,
        place=context.urls.base.partition("://")[2].rstrip("/"),
        title="",
        colours=(palette.paper, palette.ink, palette.muted, palette.accent, palette.line, *palette.heat),
        font=config.card_font,
        font_digest=context.options.card_font,
    )


def _item_view(context: PageContext, steadiness: Steadiness, blank: CardView, item: Item) -> CardView:
    entry = item.entry
    title = context.headline(item)[0]
    topics = _topics(context, item, title)
    if entry.kind != "entry":
        return replace(blank, title=title, topics=topics)
    return replace(
        _entry_view(context, steadiness, blank, entry),
        title=title,
        topics=topics,
        day=_day(context, entry, title),
        date=_date(context, entry),
        iso=entry.date.isoformat() if entry.date else "",
    )


def _topics(context: PageContext, item: Item, title: str) -> tuple[str, ...]:
    """Return the first topics of an entry, but for those that are its title."""
    names = [context.topics[slug].name for slug in item.topics if slug in context.topics]
    return tuple([name for name in names if name.casefold() != title.casefold()][:_TOPICS])


def _day(context: PageContext, entry: Entry, title: str) -> str:
    """Return the day, where the title, which is large, does not name it."""
    day = day_beside(context, entry, title)
    return "" if day.casefold() in title.casefold() else day


def _entry_view(context: PageContext, steadiness: Steadiness, blank: CardView, entry: Entry) -> CardView:
    """Return how far and how steady things were on an entry's day."""
    strip, streak = steadiness.strip(entry), steadiness.streak(entry)
    return replace(
        blank,
        day=context.wording.days(entry, context.challenge_days),
        numbers=_numbers(entry, context.challenge_days),
        streak=context.wording.counted(context.labels.streak_run, streak) if streak > 1 else "",
        strip=strip.days,
        rows=strip.rows,
        marked=strip.marked,
    )


def _numbers(entry: Entry, total: int | None) -> str:
    if not entry.days:
        return ""
    last = entry.days[-1]
    return f"{last} / {total}" if total is not None and last <= total else str(last)


def _date(context: PageContext, entry: Entry) -> str:
    if entry.date is None or len(entry.dates) > 1:
        return context.wording.dates(entry)
    return context.wording.date(entry.date)


def _home_view(context: PageContext, steadiness: Steadiness, blank: CardView) -> CardView:
    """Return the journal's own card: how things stood on the day of its newest entry."""
    config = context.config
    view = replace(
        blank, site=config.author, title=config.title, topics=(config.description,) if config.description else ()
    )
    if context.entries:
        return _entry_view(context, steadiness, view, context.entries[-1].entry)
    count = len(context.notes)
    return replace(view, day=context.wording.counted(context.labels.notes_count, count) if count else "")


def _topic_view(context: PageContext, steadiness: Steadiness, blank: CardView, topic: Topic) -> CardView:
    items = context.topic_items(topic)
    strip = steadiness.topic_strip([item for item in items if item.entry.kind == "entry"])
    return replace(
        blank,
        title=topic.name,
        day=context.wording.counted(context.labels.entries, len(items)),
        numbers=context.wording.number(len(items)),
        strip=strip.days,
    )
