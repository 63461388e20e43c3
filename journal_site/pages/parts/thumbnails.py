"""Entries in lists with a picture: the one that they name, else the first of their text that is no icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal_site.pages.parts.slots import target_href
from journal_site.pages.parts.urls import encode_path
from journal_site.pages.parts.views import EntryCard, EntryRow, Thumbnail

if TYPE_CHECKING:
    from journal_site.model.index import Item, Target
    from journal_site.pages.parts.context import PageContext

_LEAST = 120
"""Pixels each way: a smaller picture is an icon or a badge."""
_LINE = 120
_WIDE = 300
"""Pixels that a thumbnail is drawn with, on screens with two for each."""


def pictured_card(context: PageContext, root: str, item: Item) -> EntryCard:
    """Return an entry with excerpt, topics and picture for a page with this root."""
    return replace(context.entry_card(root, item), picture=thumbnail(context, root, item))


def entry_row(context: PageContext, root: str, item: Item, *, short: bool = False) -> EntryRow:
    """Return an entry as a line of a long list on a page with this root; `short` leaves out the year."""
    ref, picture = context.entry_ref(root, item, short=short), thumbnail(context, root, item)
    excerpt = "" if picture else context.headline(item)[1]
    if excerpt.startswith("…"):  # the rest of a sentence that the title began
        excerpt = ""
    return EntryRow(
        url=ref.url, title=ref.title, day=ref.day, date=ref.date, iso=ref.iso,
        excerpt=excerpt if len(excerpt) <= _LINE else excerpt[:_LINE].rsplit(" ", 1)[0] + "…", picture=picture,
    )  # fmt: skip


def thumbnail(context: PageContext, root: str, item: Item) -> Thumbnail | None:
    """Return the entry's picture for a page with this root, the smallest copy that is large enough; None where none."""
    for target in (item.image, *item.targets):
        if target is not None and target.kind == "image" and _is_large(target):
            return _of(context, root, target)
    return None


def _is_large(target: Target) -> bool:
    return min(target.width, target.height) >= _LEAST


def _of(context: PageContext, root: str, target: Target) -> Thumbnail:
    width = next((width for width in target.widths if width >= _WIDE), 0)
    if not width:
        return Thumbnail(url=target_href(context, root, target), width=target.width, height=target.height)
    height = round(target.height * width / target.width)
    return Thumbnail(url=root + encode_path(target.copy_url(width)), width=width, height=height)
