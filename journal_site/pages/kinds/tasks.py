"""Tasks and questions: what is open, each with its day; what is done is folded. By year where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from journal_site.model.index import Item
from journal_site.model.page import Page
from journal_site.pages.parts.grouping import chunk_name
from journal_site.pages.parts.paging import Shelf, fill_shelves, newest_first, shelf_name
from journal_site.pages.parts.urls import page_path, root_of
from journal_site.pages.parts.views import EntryRef, PageView, Ref, TopicRef, View

if TYPE_CHECKING:
    from journal_site.pages.parts.context import PageContext

URL = "tasks/"
ON_ONE_PAGE = 150
"""Entries with tasks or questions."""


class TaskList(View, frozen=True, kw_only=True):
    """What one entry leaves open, and what it has done."""

    ref: EntryRef
    topics: tuple[TopicRef, ...]
    open: tuple[str, ...]
    """Its open tasks."""
    questions: tuple[str, ...]
    """Its lines that ask."""
    done: tuple[str, ...]
    """Its done tasks."""


class TasksView(PageView, frozen=True, kw_only=True):
    """The tasks and questions of the journal, or of one year."""

    title: str
    count: str
    parts: tuple[Ref, ...]
    """The other years; empty where there is one page only."""
    open: tuple[TaskList, ...]
    """Entries with open tasks, newest first."""
    questions: tuple[TaskList, ...]
    """Entries with questions."""
    done: tuple[TaskList, ...]
    """Entries with done tasks."""


def plan_tasks(context: PageContext) -> Iterator[Page]:
    """Plan the tasks' pages: the newest part is the front page."""
    items = [item for item in context.index.items if item.entry.tasks or item.entry.questions]
    if not items:
        return
    shelves = fill_shelves(items, year_of, ON_ONE_PAGE)
    if sum(len(shelf.rows) for shelf in shelves) <= ON_ONE_PAGE:
        yield _page(context, URL, "", items, ())
        return
    parts = tuple((shelf, f"{URL}{shelf.key}/") for shelf in newest_first(shelves))
    yield _page(context, URL, "", parts[0][0].rows, parts)
    for shelf, url in parts[1:]:
        yield _page(context, url, part_name(context, shelf), shelf.rows, parts)


def year_of(item: Item) -> str:
    """Return the year of an entry, empty where it has no date."""
    return str(item.entry.date.year) if item.entry.date else ""


def part_name(context: PageContext, shelf: Shelf[Item]) -> str:
    """Return what a part of a list is called."""
    if not shelf.number:
        return shelf_name(context.labels, shelf)
    first, last = shelf.rows[0].entry.date, shelf.rows[-1].entry.date
    if first and last:
        return context.wording.date_range(first, last)
    return chunk_name(context, shelf.rows, shelf.start)


def part_refs(context: PageContext, root: str, front: str, parts: Sequence[tuple[Shelf[Item], str]]) -> tuple[Ref, ...]:
    """Return links to the parts of a list, whose newest one is its front page."""
    urls = [front if place == 0 else url for place, (_, url) in enumerate(parts)]
    return tuple(
        Ref(url=context.urls.href(root, url), text=part_name(context, shelf))
        for (shelf, _), url in zip(parts, urls, strict=True)
    )


def _page(
    context: PageContext, url: str, part: str, items: Sequence[Item], parts: Sequence[tuple[Shelf[Item], str]]
) -> Page:
    root, labels, wording = root_of(url), context.labels, context.wording
    lists = [_list(context, root, item) for item in reversed(items)]
    tasks = sum(len(one.open) + len(one.done) for one in lists)
    questions = sum(len(one.questions) for one in lists)
    counts = [(labels.tasks_count, tasks), (labels.questions_count, questions)]
    title = f"{labels.tasks} · {part}" if part else labels.tasks
    view = TasksView(
        root=root,
        section="tasks",
        window=context.window(title),
        description=f"{context.config.title}: {title}",
        canonical=context.urls.absolute(url),
        title=title,
        count=" · ".join(wording.counted(forms, count) for forms, count in counts if count),
        parts=part_refs(context, root, URL, parts),
        open=tuple(one for one in lists if one.open),
        questions=tuple(one for one in lists if one.questions),
        done=tuple(one for one in lists if one.done),
    )
    return Page(path=page_path(url), template="tasks.html", view=view)


def _list(context: PageContext, root: str, item: Item) -> TaskList:
    return TaskList(
        ref=context.entry_ref(root, item),
        topics=tuple(context.topic_ref(root, slug) for slug in item.topics),
        open=tuple(task.text for task in item.entry.tasks if not task.done),
        questions=tuple(question.text for question in item.entry.questions),
        done=tuple(task.text for task in item.entry.tasks if task.done),
    )
