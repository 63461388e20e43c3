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
    from journal_site.pages.parts.context import Material

_TOPICS = 3


def plan_cards(material: Material) -> Iterator[Card]:
    """Plan the cards, where the journal has any."""
    if not has_cards(material):
        return
    entries = [item.entry for item in material.entries]
    steadiness = Steadiness(entries, material.index.streaks.runs, material.challenge_days)
    blank = _blank_view(material)
    yield Card(path=card_path(""), view=_home_view(material, steadiness, blank))
    for item in (*material.index.items, *material.index.pages):
        if not chosen_picture(material, item).url:
            yield Card(path=card_path(item.url), view=_item_view(material, steadiness, blank, item))
    for topic in material.index.topics:
        yield Card(path=card_path(f"topics/{topic.slug}/"), view=_topic_view(material, steadiness, blank, topic))


def _blank_view(material: Material) -> CardView:
    """Return what is the same on every card."""
    config, palette = material.config, light_palette(material.config.accent)
    return CardView(
        site=config.title,
        place=material.urls.base.partition("://")[2].rstrip("/"),
        title="",
        colours=(palette.paper, palette.ink, palette.muted, palette.accent, palette.line, *palette.heat),
        font=config.card_font,
        font_digest=material.options.card_font,
    )


def _item_view(material: Material, steadiness: Steadiness, blank: CardView, item: Item) -> CardView:
    entry = item.entry
    title = material.naming.headline(entry)[0]
    topics = _topics(material, item, title)
    if entry.kind != "entry":
        return replace(blank, title=title, topics=topics)
    return replace(
        _entry_view(material, steadiness, blank, entry),
        title=title,
        topics=topics,
        day=_day(material, entry, title),
        date=_date(material, entry),
        iso=entry.date.isoformat() if entry.date else "",
    )


def _topics(material: Material, item: Item, title: str) -> tuple[str, ...]:
    """Return the first topics of an entry, but for those that are its title."""
    names = [material.topics[slug].name for slug in item.topics if slug in material.topics]
    return tuple([name for name in names if name.casefold() != title.casefold()][:_TOPICS])


def _day(material: Material, entry: Entry, title: str) -> str:
    """Return the day, where the title, which is large, does not name it."""
    day = day_beside(material, entry, title)
    return "" if day.casefold() in title.casefold() else day


def _entry_view(material: Material, steadiness: Steadiness, blank: CardView, entry: Entry) -> CardView:
    """Return how far and how steady things were on an entry's day."""
    strip, streak = steadiness.strip(entry), steadiness.streak(entry)
    return replace(
        blank,
        day=material.wording.days(entry, material.challenge_days),
        numbers=_numbers(entry, material.challenge_days),
        streak=material.wording.counted(material.labels.streak_run, streak) if streak > 1 else "",
        strip=strip.days,
        rows=strip.rows,
        marked=strip.marked,
    )


def _numbers(entry: Entry, total: int | None) -> str:
    if not entry.days:
        return ""
    last = entry.days[-1]
    return f"{last} / {total}" if total is not None and last <= total else str(last)


def _date(material: Material, entry: Entry) -> str:
    if entry.date is None or len(entry.dates) > 1:
        return material.wording.dates(entry)
    return material.wording.date(entry.date)


def _home_view(material: Material, steadiness: Steadiness, blank: CardView) -> CardView:
    """Return the journal's own card: how things stood on the day of its newest entry."""
    config = material.config
    view = replace(
        blank, site=config.author, title=config.title, topics=(config.description,) if config.description else ()
    )
    if material.entries:
        return _entry_view(material, steadiness, view, material.entries[-1].entry)
    count = len(material.notes)
    return replace(view, day=material.wording.counted(material.labels.notes_count, count) if count else "")


def _topic_view(material: Material, steadiness: Steadiness, blank: CardView, topic: Topic) -> CardView:
    items = material.topic_items(topic)
    strip = steadiness.topic_strip([item for item in items if item.entry.kind == "entry"])
    return replace(
        blank,
        title=topic.name,
        day=material.wording.counted(material.labels.entries, len(items)),
        numbers=material.wording.number(len(items)),
        strip=strip.days,
    )
