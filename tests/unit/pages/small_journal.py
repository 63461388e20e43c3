"""A small journal as an index, made by hand: what the planners of indexes and feeds are tried on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec.msgpack import encode
from msgspec.structs import replace

from journal_site.config import SiteConfig
from journal_site.model.entry import Entry, Link, Notebook, NotebookLink, Question, Slot, Task
from journal_site.model.index import (
    Backlink,
    Challenge,
    Citation,
    Index,
    Item,
    LinkRecord,
    NotebookRecord,
    Run,
    Streaks,
    Target,
    Topic,
)
from journal_site.model.page import Card, Copy, Deferred, Document, Page, Shard
from journal_site.pages.frame import build_site_view
from journal_site.pages.page_kinds import Planner
from journal_site.pages.parts.context import PageContext, PageReader
from journal_site.pages.parts.facts import PlanOptions, facts_of
from journal_site.site.templates import theme_folder
from journal_site.site.theme import Theme

URL = "https://example.org/log/"
PAPER = "https://arxiv.org/abs/1409.0473"
START = dt.date(2021, 12, 30)


def make_item(number: int, date: dt.date | None, **fields: object) -> Item:
    """Return the entry of day `number`."""
    entry = Entry(
        source="log.md",
        line=10 * number,
        position=number,
        body=f"body-{number}",
        id_base=f"day-{number}",
        title=f"What I learned, part {number}",
        day=number,
        days=(number,),
        date=date,
        dates=(date,) if date else (),
        date_source="heading" if date else "none",
        words=100 * number,
        excerpt=f"Excerpt {number}",
    )
    return Item(entry=replace(entry, **fields), id=f"day-{number}", url=f"entries/day-{number}/", topics=("nlp",))


def make_items() -> tuple[Item, ...]:
    """Return six entries over two years, the last without a date, and a note."""
    dates = [START + dt.timedelta(days=n) for n in (0, 1, 2, 3, 9)]
    items = [make_item(number, date) for number, date in enumerate([*dates, None], start=1)]
    slots = (
        Slot(kind="image", target="plot.png", text="A loss that falls", line=3),
        Slot(kind="link", target="lstm.ipynb", text="notebook", line=5),
    )
    items[0] = replace(
        items[0],
        entry=replace(
            items[0].entry,
            slots=slots,
            links=(Link(url=PAPER, kind="paper", text="Attention by alignment", line=4),),
            notebooks=(NotebookLink(url="https://colab.research.google.com/drive/x", text="Colab", line=6),),
            tasks=(Task(text="Read <the> paper", done=False, line=7), Task(text="Draw it", done=True, line=8)),
            questions=(Question(text="Why does it converge?", line=9),),
            minutes=45,
        ),
        targets=(
            Target(kind="image", url="files/plot.png", asset="plot.png", width=640, height=480),
            Target(kind="notebook", url="notebooks/lstm/"),
        ),
    )
    items[4] = replace(items[4], entry=replace(items[4].entry, minutes=30))
    note = Entry(source="log.md", line=90, position=9, kind="note", body="note", id_base="note-tools", title="Tools")
    chained = [
        replace(item, previous=items[at - 1].id if at else None, next=items[at + 1].id if at + 1 < len(items) else None)
        for at, item in enumerate(items)
    ]
    return (*chained, Item(entry=note, id="note-tools", url="notes/note-tools/"))


def make_link(url: str, ids: Sequence[str], kind: str = "article", text: str = "") -> LinkRecord:
    """Return a link that these entries name."""
    citations = tuple(Citation(id=one, text=text, line=1) for one in ids)
    return LinkRecord(url=url, kind=kind, domain=url.split("/")[2], text=text, citations=citations)


def make_index() -> Index:
    """Return the index of the small journal."""
    items = make_items()
    introduction = Entry(
        source="log.md", line=1, position=0, kind="introduction", body="intro", id_base="introduction", title="About"
    )
    return Index(
        items=items,
        introduction=(Item(entry=introduction, id="introduction", url="introduction/"),),
        topics=(
            Topic(
                slug="nlp", name="NLP", entries=tuple(i.id for i in items[:6]), first=START, last=items[4].entry.date
            ),
        ),
        links=(
            make_link(PAPER, ["day-1", "day-2"], "paper", "Attention by alignment"),
            make_link("https://example.org/guide?a=1&b=2", ["day-3"], "article", "A guide to <tags>"),
        ),
        notebooks=(
            NotebookRecord(
                url="notebooks/lstm/", title="LSTM by hand", local="lstm.ipynb", topics=("nlp",), entries=("day-1",)
            ),
            NotebookRecord(url="https://colab.research.google.com/drive/x", title="Colab", entries=("day-1",)),
        ),
        streaks=Streaks(
            today=dt.date(2022, 1, 8),
            current=Run(days=1, start=items[4].entry.date, end=items[4].entry.date),
            longest=Run(days=4, start=START, end=items[3].entry.date),
            runs=(
                Run(days=4, start=START, end=items[3].entry.date),
                Run(days=1, start=items[4].entry.date, end=items[4].entry.date),
            ),
            active_days=5,
        ),
        challenge=Challenge(name="100DaysOfNLP", days=100, start=START, done=6, calendar=10, goals=("Learn",)),
        assets=(("files/plot.png", "plot.png"),),
    )


def make_bare_index() -> Index:
    """Return the small journal with titles that say no more than the day, so that texts give names, and a page."""
    index = make_index()
    items = [
        replace(
            item, entry=replace(item.entry, title=f"Day {item.entry.day}", excerpt=f"Read part {10 + at}. Then more.")
        )
        for at, item in enumerate(index.items)
    ]
    first, last = items[0], items[-1]
    related, backlinks = ("day-4",), (Backlink(id="day-4", text="part"),)
    items[0] = replace(first, related=related, backlinks=backlinks)
    items[-1] = replace(last, entry=replace(last.entry, title="Tools"))
    page = replace(index.introduction[0].entry, title="About", body="about", kind="entry", source="pages/about.md")
    cited = (*index.links, *(make_link(f"https://a.org/{n}", ["day-6"]) for n in range(3)))
    return replace(index, items=tuple(items), links=cited, pages=(Item(entry=page, id="day-2", url="day-2/"),))


NOTEBOOK = Notebook(path="lstm.ipynb", title="LSTM by hand", body="notebook", words=20, cells=3, language="python")


def make_context(
    index: Index | None = None,
    *,
    portable: bool = False,
    notebooks: Sequence[Notebook] = (NOTEBOOK,),
    **settings: object,
) -> PageContext:
    """Return what planners are given, with the settings of site.yaml."""
    config = replace(SiteConfig(title="A <small> journal", url=URL, author="A. Learner"), **settings)
    held = {notebook.path: notebook for notebook in notebooks}
    return PageContext(facts_of(index or make_index(), config, PlanOptions(portable=portable), held))


def render_text(context: PageContext, page: Page) -> str:
    """Return what the theme makes of a page; every body is the same."""
    folder = theme_folder() / "templates"
    texts = {path.name: (path.read_text(encoding="utf-8"), str(path)) for path in sorted(folder.iterdir())}
    body = b"<p>A body &amp; its <em>words</em>.</p>\n<p>More</p>"
    return Theme(texts, build_site_view(context)).render(page, lambda _: body).decode()


Made = Page | Document | Copy | Card


def made_all(planner: Planner, context: PageContext) -> list[Made]:
    """Return what a planner plans, made, but for the search's index."""
    reader = PageReader(context.facts)
    outputs = planner(context)
    return [reader.make(one)[0] if isinstance(one, Deferred) else one for one in outputs if not isinstance(one, Shard)]


def made(planner: Planner, context: PageContext) -> list[Page]:
    """Return the pages that a planner plans, made."""
    return [page for page in made_all(planner, context) if isinstance(page, Page)]


def made_files(planner: Planner, context: PageContext) -> list[Document]:
    """Return the documents that a planner plans, made."""
    return [file for file in made_all(planner, context) if isinstance(file, Document)]


def made_anew(planner: Planner, before: PageContext, after: PageContext) -> list[str]:
    """Return the paths of the deferred outputs that a build makes anew where the journal was another before."""
    reader = PageReader(before.facts)
    known = {
        one.path: (one.args, before.facts.digest(trace := reader.make(one)[1]), trace)
        for one in planner(before)
        if isinstance(one, Deferred)
    }
    anew = []
    for one in planner(after):
        if isinstance(one, Deferred):
            args, digest, trace = known.get(one.path, ((), b"", b""))
            if not trace or encode(args) != encode(one.args) or after.facts.digest(trace) != digest:
                anew.append(one.path)
    return anew
