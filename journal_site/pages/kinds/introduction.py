"""The journal's introduction: what its sources say before the first day, whole and as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.model.page import BodyRef, Page
from journal_site.pages.parts.provenance import Provenance, provenance
from journal_site.pages.parts.slots import item_slots
from journal_site.pages.parts.urls import root_of
from journal_site.pages.parts.views import PageView, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

URL = "introduction/"


class IntroductionPart(View, frozen=True, kw_only=True):
    """What one source says before its first day."""

    title: str
    title_html: str
    body: BodyRef
    provenance: Provenance


class IntroductionView(PageView, frozen=True, kw_only=True):
    """All that introduces the journal."""

    parts: tuple[IntroductionPart, ...]


def plan_introduction(context: PageContext) -> Iterator[Page]:
    """Plan the introduction's page."""
    items = context.index.introduction
    if not items:
        return
    root, title = root_of(URL), context.labels.introduction
    view = IntroductionView(
        root=root,
        section="introduction",
        window=context.window(title),
        description=items[0].entry.excerpt,
        canonical=context.urls.absolute(URL),
        parts=tuple(_part(context, root, item) for item in items),
    )
    yield Page(path=f"{URL}index.html", template="introduction.html", view=view)


def _part(context: PageContext, root: str, item: Item) -> IntroductionPart:
    entry = item.entry
    return IntroductionPart(
        title=entry.title,
        title_html=entry.title_html,
        body=BodyRef(digest=entry.body, slots=item_slots(context, root, item)),
        provenance=provenance(context, entry.source, entry.line),
    )
