"""Pages that the author writes beside the journal: `pages/about.md` becomes `about/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.model.page import BodyRef, Page
from journal_site.pages.parts.provenance import Provenance, provenance
from journal_site.pages.parts.shared import item_picture
from journal_site.pages.parts.slots import item_slots
from journal_site.pages.parts.urls import page_path, root_of
from journal_site.pages.parts.views import PageView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.pages.parts.context import Material


class FreePageView(PageView, frozen=True, kw_only=True):
    """One of the author's own pages."""

    title: str
    title_html: str
    body: BodyRef
    provenance: Provenance


def plan_free_pages(material: Material) -> Iterator[Page]:
    """Plan a page for each of the author's own."""
    for item in material.index.pages:
        entry, root = item.entry, root_of(item.url)
        view = FreePageView(
            root=root,
            section=item.id,
            window=material.window(entry.title),
            description=entry.description or entry.excerpt,
            canonical=material.urls.absolute(item.url),
            picture=item_picture(material, item),
            title=entry.title,
            title_html=entry.title_html,
            body=BodyRef(digest=entry.body, slots=item_slots(material, root, item)),
            provenance=provenance(material, entry.source, 0),
        )
        yield Page(path=page_path(item.url), template="page.html", view=view)
