"""Pages that the author writes beside the journal: `pages/about.md` becomes `about/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.model import BodyRef, Page, Slot, Target, Value
from journal_site.pages.slots import render_slots
from journal_site.pages.urls import page_path, root_of
from journal_site.pages.views import PageView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.pages.material import Material


class FreePage(Value, frozen=True, kw_only=True):
    """A page of the author's own, read like a note, with its references resolved."""

    slug: str
    """Its place in the site and its key in the menu: `about`."""
    title: str
    title_html: str = ""
    body: str
    """The digest under which the store holds the body."""
    slots: tuple[Slot, ...] = ()
    targets: tuple[Target, ...] = ()
    description: str = ""

    @property
    def url(self) -> str:
        """The page's URL relative to the site's root."""
        return f"{self.slug}/"


class FreePageView(PageView, frozen=True, kw_only=True):
    """One of the author's own pages."""

    title: str
    title_html: str
    body: BodyRef


def plan_free_pages(material: Material) -> Iterator[Page]:
    """Plan a page for each of the author's own."""
    for free in material.free_pages:
        path = page_path(free.url)
        root = root_of(path)
        view = FreePageView(
            root=root,
            section=free.slug,
            window=material.window(free.title),
            description=free.description,
            canonical=material.urls.absolute(free.url),
            title=free.title,
            title_html=free.title_html,
            body=BodyRef(digest=free.body, slots=render_slots(material, root, free.slots, free.targets)),
        )
        yield Page(path=path, template="page.html", view=view)
