"""The notebooks: the lists of all, and a page for each local one with its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.model.entry import Heading, Notebook
from journal_site.model.index import NotebookRecord
from journal_site.model.page import BodyRef, Copy, Deferred, Page
from journal_site.pages.kinds.notebook_list import URL, notebook_facts, plan_notebook_lists
from journal_site.pages.parts.provenance import provenance
from journal_site.pages.parts.slots import render_slots
from journal_site.pages.parts.urls import encode_path, page_path, root_of
from journal_site.pages.parts.views import EntryRef, PageView, Ref, TopicRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.pages.parts.context import PageContext

_CONTENTS_FROM = 3
_CONTENTS_LEVEL = 3


class NotebookView(PageView, frozen=True, kw_only=True):
    """One local notebook."""

    title: str
    up: Ref
    """All notebooks."""
    facts: tuple[str, ...]
    topics: tuple[TopicRef, ...]
    entries: tuple[EntryRef, ...]
    """Those that name it."""
    contents: tuple[Heading, ...]
    body: BodyRef
    broken: str
    """Why there is no body, as a sentence."""
    viewers: tuple[Ref, ...]
    """Where it can be opened: Colab, nbviewer, its repository's host."""
    download: str
    """The file itself; empty where it is not offered."""
    place: str
    """Its path in the journal."""


def plan_notebooks(context: PageContext) -> Iterator[Page | Deferred | Copy]:
    """Plan the list of all notebooks, and a page with the file itself for each local one."""
    records = context.index.notebooks
    if not records:
        return
    known = [(record, context.notebook(record.local)) for record in records]
    yield from plan_notebook_lists(context, known)
    for record, notebook in known:
        if notebook is not None:
            yield from _plan_notebook(context, record, notebook)


def _plan_notebook(context: PageContext, record: NotebookRecord, notebook: Notebook) -> Iterator[Page | Copy]:
    root, labels = root_of(record.url), context.labels
    file = notebook.path.rpartition("/")[2]
    is_offered = not (notebook.broken or notebook.hides or record.withheld)
    where = provenance(context, notebook.path, 0)
    headings = tuple(heading for heading in notebook.headings if heading.level <= _CONTENTS_LEVEL)
    view = NotebookView(
        root=root,
        section="notebooks",
        window=context.window(notebook.title),
        description=notebook.excerpt or f"{context.config.title}: {notebook.title}",
        canonical=context.urls.absolute(record.url),
        title=notebook.title,
        up=Ref(url=context.urls.href(root, URL), text=labels.notebooks),
        facts=notebook_facts(context, notebook),
        topics=tuple(context.topic_ref(root, slug) for slug in record.topics),
        entries=tuple(context.entry_ref(root, context.items[one]) for one in record.entries if one in context.items),
        contents=headings if len(headings) >= _CONTENTS_FROM else (),
        body=BodyRef(digest=notebook.body, slots=render_slots(context, root, notebook.slots, record.targets)),
        broken=labels.notebook_broken.format(why=notebook.broken) if notebook.broken else "",
        viewers=() if notebook.broken else _viewers(context, where.url),
        download=encode_path(file) if is_offered else "",
        place=where.place,
    )
    yield Page(path=page_path(record.url), template="notebook.html", view=view)
    if is_offered:
        yield Copy(path=record.url + file, asset=notebook.path)


def _viewers(context: PageContext, url: str) -> tuple[Ref, ...]:
    """Return where a notebook of the journal's repository can be opened; Colab knows only GitHub's."""
    if not url:
        return ()
    host = url.partition("://")[2].partition("/")[0]
    address = url.partition("://")[2].removeprefix(host).lstrip("/")
    opened: list[tuple[str, str]] = []
    if host == "github.com":
        opened += [
            ("Colab", f"https://colab.research.google.com/github/{address}"),
            ("nbviewer", f"https://nbviewer.org/github/{address}"),
            ("GitHub", url),
        ]
    else:
        raw = url.replace("/-/blob/", "/-/raw/").replace("/src/branch/", "/raw/branch/")
        if raw != url:
            opened.append(("nbviewer", f"https://nbviewer.org/urls/{raw.partition('://')[2]}"))
        opened.append((host, url))
    name = context.labels.open_in
    return tuple(Ref(url=where, text=name.format(name=viewer)) for viewer, where in opened)
