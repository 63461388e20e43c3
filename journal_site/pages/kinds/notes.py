"""The notes' page: the parts of logs that stand under no day, under the headings that their authors gave them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from journal_site.model.page import Page
from journal_site.pages.parts.urls import root_of
from journal_site.pages.parts.views import PageView, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

_URL = "notes/"
_EXCERPT = 140


class NoteRow(View, frozen=True, kw_only=True):
    """One note in the list."""

    url: str
    title: str
    excerpt: str
    depth: int
    """How many headings stand above it, beyond those above all of the list."""


class NoteGroup(View, frozen=True, kw_only=True):
    """The notes of one source."""

    name: str
    count: str
    notes: tuple[NoteRow, ...]


class NotesView(PageView, frozen=True, kw_only=True):
    """All notes."""

    title: str
    count: str
    groups: tuple[NoteGroup, ...]


def plan_notes(context: PageContext) -> Iterator[Page]:
    """Plan the list of notes."""
    if not context.notes:
        return
    root, labels = root_of(_URL), context.labels
    view = NotesView(
        root=root,
        section="notes",
        window=context.window(labels.notes),
        description=f"{context.config.title}: {labels.notes}",
        canonical=context.urls.absolute(_URL),
        title=labels.notes,
        count=context.wording.counted(labels.notes_count, len(context.notes)),
        groups=tuple(_groups(context, root)),
    )
    yield Page(path=f"{_URL}index.html", template="notes.html", view=view)


def _groups(context: PageContext, root: str) -> Iterator[NoteGroup]:
    for source, group in groupby(context.notes, lambda item: item.entry.source):
        items = tuple(group)
        yield NoteGroup(
            name=source,
            count=context.wording.counted(context.labels.notes_count, len(items)),
            notes=note_rows(context, root, items),
        )


def note_rows(context: PageContext, root: str, items: Sequence[Item]) -> tuple[NoteRow, ...]:
    """Return notes as a list shows them on a page with this root: the highest of them stand at its edge."""
    edge = min((len(item.entry.parents) for item in items), default=0)
    return tuple(_row(context, root, item, len(item.entry.parents) - edge) for item in items)


def _row(context: PageContext, root: str, item: Item, depth: int) -> NoteRow:
    excerpt = context.naming.excerpt(item.entry)
    if len(excerpt) > _EXCERPT:
        excerpt = excerpt[:_EXCERPT].rsplit(" ", 1)[0].rstrip(" .,;:–—-(…") + "…"
    return NoteRow(
        url=context.urls.href(root, item.url),
        title=item.entry.title,
        excerpt=excerpt,
        depth=min(depth, 4),
    )
