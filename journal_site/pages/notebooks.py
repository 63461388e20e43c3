"""The notebooks: cards of the local ones with a page for each, and a list of those that live elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journal_site.model import BodyRef, Copy, Deferred, Heading, Notebook, NotebookRecord, Page
from journal_site.pages.marks import mark
from journal_site.pages.provenance import provenance
from journal_site.pages.slots import render_slots
from journal_site.pages.urls import encode_path, page_path, root_of
from journal_site.pages.views import EntryRef, PageView, Ref, TopicRef, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal_site.pages.material import Material

URL = "notebooks/"
_CONTENTS_FROM = 3
_CONTENTS_LEVEL = 3
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
    iso: str
    """The date of the first entry that names it."""


class NotebookRow(View, frozen=True, kw_only=True):
    """A notebook that lives elsewhere."""

    url: str
    title: str
    domain: str
    topics: tuple[TopicRef, ...]
    days: tuple[Ref, ...]
    iso: str


class NotebooksView(PageView, frozen=True, kw_only=True):
    """All notebooks."""

    title: str
    counted: str
    cards: tuple[NotebookCard, ...]
    rows: tuple[NotebookRow, ...]


class NotebookView(PageView, frozen=True, kw_only=True):
    """One local notebook."""

    title: str
    up: Ref
    facts: tuple[str, ...]
    topics: tuple[TopicRef, ...]
    entries: tuple[EntryRef, ...]
    contents: tuple[Heading, ...]
    body: BodyRef
    broken: str
    """Why there is no body, as a sentence."""
    viewers: tuple[Ref, ...]
    """Where it can be opened: Colab, nbviewer, its repository's host."""
    download: str
    place: str
    """Its path in the journal."""


def plan_notebooks(material: Material) -> Iterator[Page | Deferred | Copy]:
    """Plan the list of all notebooks, and a page with the file itself for each local one."""
    records = material.index.notebooks
    if not records:
        return
    marks = material.marks
    known = [(record, material.notebooks.get(record.local)) for record in records]
    local = [(record, notebook) for record, notebook in known if notebook is not None]
    yield Deferred(
        path=page_path(URL),
        template="notebooks.html",
        inputs=mark(marks.notebooks, marks.every_name, marks.topics, [notebook for _, notebook in local]),
        make=partial(_list_page, material, known),
    )
    for record, notebook in local:
        yield from _plan_notebook(material, record, notebook)


def _list_page(material: Material, known: Sequence[tuple[NotebookRecord, Notebook | None]]) -> Page:
    root, labels = root_of(URL), material.labels
    view = NotebooksView(
        root=root,
        section="notebooks",
        window=material.window(labels.notebooks),
        description=f"{material.config.title}: {labels.notebooks}",
        canonical=material.urls.absolute(URL),
        title=labels.notebooks,
        counted=material.wording.counted(labels.notebooks_count, len(known)),
        cards=tuple(_card(material, root, record, notebook) for record, notebook in known if notebook is not None),
        rows=tuple(_row(material, root, record) for record, notebook in known if notebook is None),
    )
    return Page(path=page_path(URL), template="notebooks.html", view=view)


def _plan_notebook(material: Material, record: NotebookRecord, notebook: Notebook) -> Iterator[Page | Copy]:
    root, labels = root_of(record.url), material.labels
    file = notebook.path.rpartition("/")[2]
    where = provenance(material, notebook.path, 0)
    headings = tuple(heading for heading in notebook.headings if heading.level <= _CONTENTS_LEVEL)
    view = NotebookView(
        root=root,
        section="notebooks",
        window=material.window(notebook.title),
        description=notebook.excerpt or f"{material.config.title}: {notebook.title}",
        canonical=material.urls.absolute(record.url),
        title=notebook.title,
        up=Ref(url=material.urls.href(root, URL), text=labels.notebooks),
        facts=_facts(material, notebook),
        topics=tuple(material.topic_ref(root, slug) for slug in record.topics),
        entries=tuple(material.entry_ref(root, material.items[one]) for one in record.entries if one in material.items),
        contents=headings if len(headings) >= _CONTENTS_FROM else (),
        body=BodyRef(digest=notebook.body, slots=render_slots(material, root, notebook.slots, record.targets)),
        broken=labels.notebook_broken.format(why=notebook.broken) if notebook.broken else "",
        viewers=() if notebook.broken else _viewers(material, where.url),
        download="" if notebook.broken else encode_path(file),
        place=where.place,
    )
    yield Page(path=page_path(record.url), template="notebook.html", view=view)
    if not notebook.broken:
        yield Copy(path=record.url + file, asset=notebook.path)


def _card(material: Material, root: str, record: NotebookRecord, notebook: Notebook) -> NotebookCard:
    picture = next((name for name, _ in notebook.pictures if name.endswith(_IMAGES)), "")
    days, iso = _days(material, root, record)
    excerpt = notebook.excerpt
    return NotebookCard(
        url=material.urls.href(root, record.url),
        title=notebook.title,
        picture=material.urls.href(root, record.url + picture) if picture else "",
        excerpt=excerpt if len(excerpt) <= _EXCERPT else excerpt[: _EXCERPT - 1].rpartition(" ")[0] + "…",
        facts=(notebook.broken,) if notebook.broken else _facts(material, notebook),
        topics=tuple(material.topic_ref(root, slug) for slug in record.topics),
        days=days,
        iso=iso,
    )


def _row(material: Material, root: str, record: NotebookRecord) -> NotebookRow:
    days, iso = _days(material, root, record)
    return NotebookRow(
        url=record.url,
        title=record.title,
        domain=record.url.partition("://")[2].partition("/")[0].removeprefix("www."),
        topics=tuple(material.topic_ref(root, slug) for slug in record.topics),
        days=days,
        iso=iso,
    )


def _days(material: Material, root: str, record: NotebookRecord) -> tuple[tuple[Ref, ...], str]:
    """Return the entries that name a notebook, by day, and the first one's date."""
    items = [material.items[one] for one in record.entries if one in material.items]
    refs = tuple(
        Ref(
            url=material.urls.href(root, item.url),
            text=material.wording.days(item.entry) or material.wording.dates(item.entry) or item.entry.title,
        )
        for item in items
    )
    first = next((item.entry.date for item in items if item.entry.date), None)
    return refs, first.isoformat() if first else ""


def _facts(material: Material, notebook: Notebook) -> tuple[str, ...]:
    if notebook.broken:
        return ()
    cells = material.wording.counted(material.labels.cells, notebook.cells)
    return (notebook.language.capitalize(), cells) if notebook.language else (cells,)


def _viewers(material: Material, url: str) -> tuple[Ref, ...]:
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
    name = material.labels.open_in
    return tuple(Ref(url=where, text=name.format(name=viewer)) for viewer, where in opened)
