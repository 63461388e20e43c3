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

    from journal_site.pages.parts.context import PageContext


class FreePageView(PageView, frozen=True, kw_only=True):
    """One of the author's own pages."""

    title: str
    title_html: str
    body: BodyRef
    provenance: Provenance


def plan_free_pages(context: PageContext) -> Iterator[Page]:
    """Plan a page for each of the author's own."""
    for item in context.index.pages:
        entry, root = item.entry, root_of(item.url)
        view = FreePageView(
            root=root,
            section=item.id,
            window=context.window(entry.title),
            description=entry.description or entry.excerpt,
            canonical=context.urls.absolute(item.url),
            picture=item_picture(context, item),
            title=entry.title,
            title_html=entry.title_html,
            body=BodyRef(digest=entry.body, slots=item_slots(context, root, item)),
            provenance=provenance(context, entry.source, 0),
        )
        yield Page(path=page_path(item.url), template="page.html", view=view)
