"""The lists of notebooks: all on one page where they are few, else the latest there, and a page for each year.

A notebook stands in the year of the first entry that names it, so that an edit rewrites one of the pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.model.entry import Notebook
from journal_site.model.index import NotebookRecord
from journal_site.model.page import Deferred, Page
from journal_site.pages.kinds.links import Count
from journal_site.pages.parts.paging import fill_shelves, newest_first, shelf_name
from journal_site.pages.parts.urls import page_path, root_of
from journal_site.pages.parts.views import PageView, Ref, TopicRef, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal_site.pages.parts.context import PageContext

    Listed = tuple[NotebookRecord, Notebook | None]

URL = "notebooks/"
YEARS = "notebooks/years/"
"""No notebook's own page lies so deep."""
ON_ONE_PAGE = 200
"""Up to so many notebooks, one page holds them all."""
LATEST = 24
_IMAGES = (".png", ".jpg", ".gif", ".webp", ".svg", ".avif")
_EXCERPT = 160


class NotebookCard(View, frozen=True, kw_only=True):
    """A local notebook in the list."""

    url: str
    title: str
    picture: str
    """Of its first picture; empty where it has none."""
    excerpt: str
    facts: tuple[str, ...]
    topics: tuple[TopicRef, ...]
    days: tuple[Ref, ...]


class NotebookRow(View, frozen=True, kw_only=True):
    """A notebook that lives elsewhere."""

    url: str
    title: str
    domain: str
    topics: tuple[TopicRef, ...]
    days: tuple[Ref, ...]


class NotebooksView(PageView, frozen=True, kw_only=True):
    """The notebooks: all of them, the latest of many, or a part."""

    title: str
    up: tuple[Ref, ...] = ()
    """The way back to the front page."""
    counted: str
    parts: tuple[Count, ...] = ()
    """Where they are many: the years, each on a page of its own."""
    cards: tuple[NotebookCard, ...]
    rows: tuple[NotebookRow, ...]


def plan_notebook_lists(context: PageContext, known: Sequence[Listed]) -> Iterator[Deferred]:
    """Plan the pages that list notebooks."""
    if len(known) <= ON_ONE_PAGE:
        yield _deferred(URL, known)
        return
    dates = context.first_dates
    firsts = {id(record): next(filter(None, map(dates.get, record.entries)), "") for record, _ in known}
    shelves = fill_shelves(known, lambda one: firsts[id(one[0])][:4], ON_ONE_PAGE)
    latest = sorted(known, key=lambda one: firsts[id(one[0])], reverse=True)[:LATEST]
    parts = tuple((shelf.key, shelf_name(context.labels, shelf), len(shelf.rows)) for shelf in newest_first(shelves))
    yield _deferred(URL, latest, parts=parts, count=len(known))
    for shelf in shelves:
        yield _deferred(f"{YEARS}{shelf.key}/", shelf.rows, name=shelf_name(context.labels, shelf))


def _deferred(
    url: str,
    known: Sequence[Listed],
    *,
    name: str = "",
    parts: tuple[tuple[str, str, int], ...] = (),
    count: int = 0,
) -> Deferred:
    args = url, known, name, parts, count or len(known)
    return Deferred(path=page_path(url), template="notebooks.html", make=_page, args=args)


def _page(  # noqa: PLR0913, PLR0917 - one for each thing that only some of the pages have
    context: PageContext,
    url: str,
    known: Sequence[Listed],
    name: str,
    parts: tuple[tuple[str, str, int], ...],
    count: int,
) -> Page:
    root, labels = root_of(url), context.labels
    title = f"{labels.notebooks} · {name}" if name else labels.notebooks
    view = NotebooksView(
        root=root,
        section="notebooks",
        window=context.window(title),
        description=f"{context.config.title}: {title}",
        canonical=context.urls.absolute(url),
        title=title,
        up=(Ref(url=context.urls.href(root, URL), text=labels.notebooks),) if name else (),
        counted=context.wording.counted(labels.notebooks_count, count),
        parts=tuple(
            Count(url=context.urls.href(root, f"{YEARS}{key}/"), text=text, count=context.wording.number(held))
            for key, text, held in parts
        ),
        cards=tuple(_card(context, root, record, notebook) for record, notebook in known if notebook is not None),
        rows=tuple(_row(context, root, record) for record, notebook in known if notebook is None),
    )
    return Page(path=page_path(url), template="notebooks.html", view=view)


def _card(context: PageContext, root: str, record: NotebookRecord, notebook: Notebook) -> NotebookCard:
    picture = next((name for name, _ in notebook.pictures if name.endswith(_IMAGES)), "")
    excerpt = notebook.excerpt
    return NotebookCard(
        url=context.urls.href(root, record.url),
        title=notebook.title,
        picture=context.urls.href(root, record.url + picture) if picture else "",
        excerpt=excerpt if len(excerpt) <= _EXCERPT else excerpt[: _EXCERPT - 1].rpartition(" ")[0] + "…",
        facts=(notebook.broken,) if notebook.broken else notebook_facts(context, notebook),
        topics=tuple(context.topic_ref(root, slug) for slug in record.topics),
        days=_days(context, root, record),
    )


def _row(context: PageContext, root: str, record: NotebookRecord) -> NotebookRow:
    return NotebookRow(
        url=record.url,
        title=record.title,
        domain=record.url.partition("://")[2].partition("/")[0].removeprefix("www."),
        topics=tuple(context.topic_ref(root, slug) for slug in record.topics),
        days=_days(context, root, record),
    )


def _days(context: PageContext, root: str, record: NotebookRecord) -> tuple[Ref, ...]:
    """Return the entries that name a notebook, by day."""
    items = [context.items[one] for one in record.entries if one in context.items]
    return tuple(
        Ref(
            url=context.urls.href(root, item.url),
            text=context.wording.days(item.entry) or context.wording.dates(item.entry) or item.entry.title,
        )
        for item in items
    )


def notebook_facts(context: PageContext, notebook: Notebook) -> tuple[str, ...]:
    """Return in words how long a notebook is, and its language."""
    if notebook.broken:
        return ()
    cells = context.wording.counted(context.labels.cells, notebook.cells)
    return (notebook.language.capitalize(), cells) if notebook.language else (cells,)
