"""Which picture stands for a page where it is shared: the author's choice, a card, or the first picture in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.pages.parts.views import SharedPicture
from journal_site.pages.words.naming import says_same

if TYPE_CHECKING:
    from journal_site.model.entry import Entry
    from journal_site.model.index import Item, Target
    from journal_site.pages.parts.context import PageContext

CARD_SIZE = 1200, 630
_LEAST = 200
"""Pixels each way: a smaller picture is an icon or a badge, and stands for nothing."""
_SHOWN_BY_NONE = (".svg", ".avif")
"""What the sites where links are shared do not show."""


def has_cards(context: PageContext) -> bool:
    """Tell whether cards are drawn: they are wanted, and the site's address is known, without which none is found."""
    return context.config.cards and bool(context.urls.base)


def card_path(url: str) -> str:
    """Return where the card of a page is: `cards/entries/day-16.png`; home's is `cards/home.png`."""
    return f"cards/{url.rstrip('/') or 'home'}.png"


def item_picture(context: PageContext, item: Item) -> SharedPicture:
    """Return what stands for a text: the `image` that it names, its card, else the first picture in it."""
    if not context.urls.base:
        return SharedPicture()
    chosen = chosen_picture(context, item)
    if chosen.url:
        return chosen
    if has_cards(context):
        return page_picture(context, item.url, _told(context, item))
    return _first_picture(context, item)


def page_picture(context: PageContext, url: str, alt: str) -> SharedPicture:
    """Return the card of a page that has one of its own; nothing where there are no cards."""
    if not has_cards(context):
        return SharedPicture()
    return SharedPicture(url=context.urls.absolute(card_path(url)), alt=alt, width=CARD_SIZE[0], height=CARD_SIZE[1])


def chosen_picture(context: PageContext, item: Item) -> SharedPicture:
    """Return the picture that a text names with `image`, where it is one that is shown elsewhere."""
    image, written = item.image, item.entry.image
    if image is None:
        far = written.startswith(("http://", "https://")) and _is_shown(written)
        return SharedPicture(url=written) if far else SharedPicture()
    return _of(context, image, "") if image.kind == "image" and _is_shown(image.url) else SharedPicture()


def day_beside(context: PageContext, entry: Entry, title: str) -> str:
    """Return `Day 16 of 100`, where the title does not say it already."""
    day = context.wording.days(entry, context.challenge_days)
    return "" if says_same(day, title) else day


def _first_picture(context: PageContext, item: Item) -> SharedPicture:
    for slot, target in zip(item.entry.slots, item.targets, strict=True):
        if target.kind == "image" and min(target.width, target.height) >= _LEAST and _is_shown(target.url):
            return _of(context, target, slot.text)
    return SharedPicture()


def _is_shown(url: str) -> bool:
    return not url.lower().endswith(_SHOWN_BY_NONE)


def _of(context: PageContext, target: Target, alt: str) -> SharedPicture:
    if not target.widths:
        return SharedPicture(url=context.urls.absolute(target.url), alt=alt, width=target.width, height=target.height)
    width = target.widths[-1]  # of a large picture its largest copy
    height = round(target.height * width / target.width)
    return SharedPicture(url=context.urls.absolute(target.copy_url(width)), alt=alt, width=width, height=height)


def _told(context: PageContext, item: Item) -> str:
    """Return the words on a card."""
    title = context.headline(item)[0]
    return " · ".join(filter(None, (title, day_beside(context, item.entry, title), context.config.title)))
