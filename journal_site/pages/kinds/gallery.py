"""The gallery: every picture of the journal with its day; by year where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING

from journal_site.model.index import Item
from journal_site.model.page import Page
from journal_site.pages.kinds.tasks import part_name, part_refs, year_of
from journal_site.pages.parts.paging import Shelf, fill_shelves, newest_first
from journal_site.pages.parts.slots import has_pictures, srcset, target_href
from journal_site.pages.parts.urls import page_path, root_of
from journal_site.pages.parts.views import EntryRef, PageView, Ref, View

if TYPE_CHECKING:
    from journal_site.pages.parts.context import PageContext

URL = "gallery/"
ON_ONE_PAGE = 60
"""Entries with pictures."""
_SHOWN = "(min-width: 40rem) 20rem, 92vw"
"""How wide a picture is shown here, at most."""


class Picture(View, frozen=True, kw_only=True):
    """One picture and the entry that shows it."""

    url: str
    alt: str
    width: int
    height: int
    copies: str
    """The attributes that offer smaller copies of it, as HTML."""
    ref: EntryRef


class GalleryView(PageView, frozen=True, kw_only=True):
    """The pictures of the journal, or of one year."""

    title: str
    count: str
    parts: tuple[Ref, ...]
    pictures: tuple[Picture, ...]
    """Newest first."""


def plan_gallery(context: PageContext) -> Iterator[Page]:
    """Plan the gallery's pages: the newest part is the front page."""
    items = [item for item in context.index.items if has_pictures(item)]
    if not items:
        return
    if len(items) <= ON_ONE_PAGE:
        yield _page(context, URL, "", items, ())
        return
    shelves = fill_shelves(items, year_of, ON_ONE_PAGE)
    parts = tuple((shelf, f"{URL}{shelf.key}/") for shelf in newest_first(shelves))
    yield _page(context, URL, "", parts[0][0].rows, parts)
    for shelf, url in parts[1:]:
        yield _page(context, url, part_name(context, shelf), shelf.rows, parts)


def _page(
    context: PageContext, url: str, part: str, items: Sequence[Item], parts: Sequence[tuple[Shelf[Item], str]]
) -> Page:
    root, labels = root_of(url), context.labels
    pictures = tuple(picture for item in reversed(items) for picture in _pictures(context, root, item))
    title = f"{labels.gallery} · {part}" if part else labels.gallery
    view = GalleryView(
        root=root,
        section="gallery",
        window=context.window(title),
        description=f"{context.config.title}: {title}",
        canonical=context.urls.absolute(url),
        title=title,
        count=context.wording.counted(labels.pictures_count, len(pictures)),
        parts=part_refs(context, root, URL, parts),
        pictures=pictures,
    )
    return Page(path=page_path(url), template="gallery.html", view=view)


def _pictures(context: PageContext, root: str, item: Item) -> Iterator[Picture]:
    """Yield an entry's pictures, each once."""
    ref = context.entry_ref(root, item)
    seen: set[str] = set()
    found = [
        (image.line, Picture(url=image.url, alt=image.alt, width=0, height=0, ref=ref, copies=""))
        for image in item.entry.images
    ]
    for slot, target in zip(item.entry.slots, item.targets, strict=True):
        if target.is_picture:
            url, alt = target_href(context, root, target), slot.text
            copies = srcset(root, target, _SHOWN) if target.widths else ""
            picture = Picture(url=url, alt=alt, width=target.width, height=target.height, ref=ref, copies=copies)
            found.append((slot.line, picture))
    for _, picture in sorted(found, key=itemgetter(0)):
        if picture.url not in seen:
            seen.add(picture.url)
            yield picture
