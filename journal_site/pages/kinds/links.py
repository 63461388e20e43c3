"""The links pages: all on one where they are few, else a page for each kind and, of the larger ones, for each year.

A link stands in the year in which it was first named, with every day that names it: an edit of one entry then rewrites
the front page, and at most one page of each kind that it touches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, get_args

from journal_site.model.entry import LinkKind
from journal_site.model.index import LinkRecord
from journal_site.model.page import Deferred, Page
from journal_site.pages.machine.bibliography import PATH as BIBLIOGRAPHY
from journal_site.pages.parts.digests import mark
from journal_site.pages.parts.paging import Shelf, fill_shelves
from journal_site.pages.parts.urls import page_path, root_of
from journal_site.pages.parts.views import PageView, Ref, View

if TYPE_CHECKING:
    from journal_site.pages.parts.context import Material

ON_ONE_PAGE = 400
"""Up to so many links, one page holds them all; up to so many of a kind, its page does."""
HIGHLIGHTS = 25
SHOWN_DAYS = 6
"""More citing days than this are folded."""

KINDS: tuple[LinkKind, ...] = get_args(LinkKind)
"""In the order in which they are shown."""


class LinkRow(View, frozen=True, kw_only=True):
    """One link with all the days that name it."""

    url: str
    text: str
    domain: str
    first: str
    """The ISO date on which it was first named; empty where that has none."""
    days: tuple[Ref, ...]
    folded: str = ""
    """Where the days are many: how many, in words, above the folded list."""


class Count(Ref, frozen=True, kw_only=True):
    """A part of the list, with how many links it has."""

    count: str


class LinkGroup(View, frozen=True, kw_only=True):
    """The links of one kind."""

    kind: str
    """`paper`"""
    name: str
    rows: tuple[LinkRow, ...]


class LinksView(PageView, frozen=True, kw_only=True):
    """The front page of the links, that of a kind, or a part of it."""

    title: str
    up: tuple[Ref, ...] = ()
    """The way back to the front page."""
    counted: str
    parts: tuple[Count, ...] = ()
    """Of the front page its kinds, of a kind its years."""
    often: tuple[LinkRow, ...] = ()
    """Links that most entries name."""
    latest: tuple[LinkRow, ...] = ()
    """Links that were named last."""
    groups: tuple[LinkGroup, ...] = ()
    bibliography: str = ""
    """The papers as BibTeX; empty where there are none."""


def plan_links(material: Material) -> Iterator[Page | Deferred]:
    """Plan the pages of all links, where there are any."""
    links = material.index.links
    if not links:
        return
    by_kind: dict[LinkKind, list[LinkRecord]] = {kind: [] for kind in KINDS}
    for link in links:
        by_kind[link.kind].append(link)
    kinds = {kind: held for kind, held in by_kind.items() if held}
    pages = _Pages(material)
    if len(links) <= ON_ONE_PAGE:
        yield pages.single(links, kinds)
        return
    marks = material.marks
    inputs = mark(marks.links, marks.every_name)
    yield Deferred(
        path=page_path("links/"), template="links.html", inputs=inputs, make=partial(pages.front, links, kinds)
    )
    for kind, held in kinds.items():
        for url, make in pages.of_kind(kind, held):
            yield Deferred(path=page_path(url), template="links.html", inputs=inputs, make=make)


class _Rows:
    """Makes the rows of all pages with one root; the citing days, which many rows share, are made once."""

    def __init__(self, material: Material, root: str, dates: dict[str, str]) -> None:
        self._material = material
        self._root = root
        self._dates = dates
        self._days: dict[str, Ref] = {}

    def __call__(self, links: Iterable[LinkRecord]) -> tuple[LinkRow, ...]:
        days, dates = self._days, self._dates
        rows: list[LinkRow] = []
        for link in links:
            citations = link.citations
            if len(citations) == 1 and (day := days.get(citations[0].id)):
                refs: tuple[Ref, ...] = (day,)
            else:
                named = dict.fromkeys([citation.id for citation in citations if citation.id in dates])
                refs = tuple([days.get(one) or self._day(one) for one in named])
            rows.append(
                LinkRow(
                    url=link.url,
                    text=link.text or link.url,
                    domain=link.domain,
                    first=first_date(dates, link),
                    days=refs,
                    folded="" if len(refs) <= SHOWN_DAYS else self._named_times(len(refs)),
                )
            )
        return tuple(rows)

    def _named_times(self, count: int) -> str:
        return self._material.wording.counted(self._material.labels.named_times, count)

    def _day(self, identifier: str) -> Ref:
        item = self._material.items[identifier]
        entry, wording = item.entry, self._material.wording
        text = wording.days(entry) or wording.dates(entry) or entry.title
        ref = self._days[identifier] = Ref(url=self._material.urls.href(self._root, item.url), text=text)
        return ref


class _Pages:
    """Makes the pages."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._dates = {item.id: item.entry.date.isoformat() if item.entry.date else "" for item in material.index.items}
        self._rows_by_root: dict[str, _Rows] = {}
        self._bibliography = any(link.kind == "paper" for link in material.index.links)

    def _rows(self, root: str) -> _Rows:
        rows = self._rows_by_root.get(root)
        if rows is None:
            rows = self._rows_by_root[root] = _Rows(self._material, root, self._dates)
        return rows

    def single(self, links: Sequence[LinkRecord], kinds: dict[LinkKind, list[LinkRecord]]) -> Page:
        """Return the one page of a journal with few links."""
        root = root_of("links/")
        rows = self._rows(root)
        groups = tuple(
            LinkGroup(kind=kind, name=self._name(kind), rows=rows(_newest_first(held))) for kind, held in kinds.items()
        )
        parts = tuple(
            Count(url=f"#links:{kind}", text=self._name(kind), count=self._number(len(held)))
            for kind, held in kinds.items()
        )
        return self._page(
            "links/",
            self._material.labels.links,
            len(links),
            parts=parts,
            often=rows(_most_cited(links)),
            groups=groups,
        )

    def front(self, links: Sequence[LinkRecord], kinds: dict[LinkKind, list[LinkRecord]]) -> Page:
        """Return the page that leads to the kinds' pages."""
        root = root_of("links/")
        rows = self._rows(root)
        parts = tuple(self._part(root, f"links/{kind}/", self._name(kind), len(held)) for kind, held in kinds.items())
        return self._page(
            "links/",
            self._material.labels.links,
            len(links),
            parts=parts,
            often=rows(_most_cited(links)),
            latest=rows(_newest_first(links[-HIGHLIGHTS:])),
        )

    def of_kind(self, kind: LinkKind, links: Sequence[LinkRecord]) -> Iterator[tuple[str, Callable[[], Page]]]:
        """Return the pages of one kind: their URLs, and how each is made."""
        url = f"links/{kind}/"
        if len(links) <= ON_ONE_PAGE:
            yield url, partial(self._whole_kind, kind, links)
            return
        shelves = fill_shelves(links, lambda link: first_date(self._dates, link)[:4], ON_ONE_PAGE)
        yield url, partial(self._front_of_kind, kind, links, shelves)
        for shelf in shelves:
            yield f"{url}{shelf.key}/", partial(self._shelf, kind, shelf)

    def _whole_kind(self, kind: LinkKind, links: Sequence[LinkRecord]) -> Page:
        url, name = f"links/{kind}/", self._name(kind)
        group = LinkGroup(kind=kind, name=name, rows=self._rows(root_of(url))(_newest_first(links)))
        return self._page(url, name, len(links), groups=(group,))

    def _front_of_kind(self, kind: LinkKind, links: Sequence[LinkRecord], shelves: Sequence[Shelf[LinkRecord]]) -> Page:
        url, name = f"links/{kind}/", self._name(kind)
        root = root_of(url)
        rows = self._rows(root)
        parts = tuple(
            self._part(root, f"{url}{shelf.key}/", self._shelf_name(shelf), len(shelf.rows))
            for shelf in reversed(shelves)
        )
        latest = rows(_newest_first(links[-HIGHLIGHTS:]))
        return self._page(url, name, len(links), parts=parts, often=rows(_most_cited(links)), latest=latest)

    def _shelf(self, kind: LinkKind, shelf: Shelf[LinkRecord]) -> Page:
        url = f"links/{kind}/{shelf.key}/"
        title = f"{self._name(kind)} · {self._shelf_name(shelf)}"
        group = LinkGroup(kind=kind, name=title, rows=self._rows(root_of(url))(shelf.rows[::-1]))
        return self._page(url, title, len(shelf.rows), groups=(group,), kind=kind)

    def _page(  # noqa: PLR0913 - one for each thing that only some of the pages have
        self,
        url: str,
        title: str,
        count: int,
        *,
        kind: LinkKind | None = None,
        parts: tuple[Count, ...] = (),
        often: tuple[LinkRow, ...] = (),
        latest: tuple[LinkRow, ...] = (),
        groups: tuple[LinkGroup, ...] = (),
    ) -> Page:
        material, root = self._material, root_of(url)
        up = [Ref(url=material.urls.href(root, "links/"), text=material.labels.links)] if url != "links/" else []
        if kind:
            up.append(Ref(url=material.urls.href(root, f"links/{kind}/"), text=self._name(kind)))
        has_papers = self._bibliography and (url == "links/" or url.startswith("links/paper/"))
        view = LinksView(
            root=root,
            section="links",
            window=material.window(title),
            description=f"{material.config.title}: {title}",
            canonical=material.urls.absolute(url),
            title=title,
            up=tuple(up),
            counted=material.wording.counted(material.labels.links_count, count),
            parts=parts,
            often=often,
            latest=latest,
            groups=groups,
            bibliography=material.urls.href(root, BIBLIOGRAPHY) if has_papers else "",
        )
        return Page(path=page_path(url), template="links.html", view=view)

    def _part(self, root: str, url: str, name: str, count: int) -> Count:
        return Count(url=self._material.urls.href(root, url), text=name, count=self._number(count))

    def _shelf_name(self, shelf: Shelf[LinkRecord]) -> str:
        name = shelf.year or self._material.labels.undated
        return f"{name} ({shelf.number})" if shelf.number else name

    def _name(self, kind: LinkKind) -> str:
        return self._material.labels.link_groups[KINDS.index(kind)]

    def _number(self, count: int) -> str:
        return self._material.wording.number(count)


def first_date(dates: dict[str, str], link: LinkRecord) -> str:
    """Return the ISO date of the first citing entry that has one (citations are in the entries' order)."""
    for citation in link.citations:
        date = dates.get(citation.id)
        if date:
            return date
    return ""


def _newest_first(links: Sequence[LinkRecord]) -> Sequence[LinkRecord]:
    return links[::-1]


def _most_cited(links: Iterable[LinkRecord]) -> list[LinkRecord]:
    """Return what more than one entry names, most often first, then as first named."""
    often = [(link, len({citation.id for citation in link.citations})) for link in links if len(link.citations) > 1]
    often = sorted((pair for pair in often if pair[1] > 1), key=lambda pair: -pair[1])
    return [link for link, _ in often[:HIGHLIGHTS]]
