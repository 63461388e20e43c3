"""The links pages: all on one where they are few, else a page for each kind and, of the larger ones, for each year.

A link stands in the year in which it was first named, with every day that names it: an edit of one entry then rewrites
the front page, and at most one page of each kind that it touches.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from journal_site.model.index import Item, LinkRecord
from journal_site.model.link_kinds import KIND_OF
from journal_site.model.page import Deferred, Page
from journal_site.pages.machine.bibliography import PATH as BIBLIOGRAPHY
from journal_site.pages.machine.bibliography import has_cited
from journal_site.pages.parts.mentions import Quote, last_quote
from journal_site.pages.parts.paging import fill_shelves, newest_first, shelf_name
from journal_site.pages.parts.urls import page_path, root_of
from journal_site.pages.parts.views import PageView, Ref, View
from journal_site.pages.words.people import people

if TYPE_CHECKING:
    from journal_site.pages.parts.context import PageContext

URL = "links/"
ON_ONE_PAGE = 400
"""Up to so many links, one page holds them all; up to so many of a kind, its page does."""
HIGHLIGHTS = 25
SHOWN_DAYS = 6
"""More citing days than this are folded."""


class LinkRow(View, frozen=True, kw_only=True):
    """One link with all the days that name it."""

    url: str
    text: str
    domain: str
    first: str
    """The ISO date on which it was first named; empty where that has none."""
    page: str = ""
    """Of a thing: its own page; empty where it has none."""
    about: str = ""
    """Of a thing: who made it, and when."""
    quote: Quote | None = None
    """Of a thing: the sentence that named it last."""
    days: tuple[Ref, ...]
    folded: str = ""
    """Where the days are many: how many, in words, above the folded list."""


class Count(Ref, frozen=True, kw_only=True):
    """A part of the list, with how many links it has."""

    count: str
    icon: str = ""
    """The path of its kind's picture, 16 wide and high."""


class LinkGroup(View, frozen=True, kw_only=True):
    """The links of one kind."""

    kind: str
    """`paper`"""
    name: str
    rows: tuple[LinkRow, ...]
    domain: str = ""
    """Where most of them lie; named once above them, and in no row."""


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


def plan_links(context: PageContext) -> Iterator[Deferred]:
    """Plan the pages of all links, where there are any."""
    links = context.index.links
    if not links:
        return
    if len(links) <= ON_ONE_PAGE:
        yield _deferred(URL, _single)
        return
    dates = context.first_dates
    yield _deferred(URL, _front)
    for kind, held in _by_kind(links).items():
        url = f"{URL}{kind}/"
        if len(held) <= ON_ONE_PAGE:
            yield _deferred(url, _whole_kind, kind)
            continue
        shelves = fill_shelves(held, lambda link: _first_date(dates, link)[:4], ON_ONE_PAGE)
        parts = tuple(
            (shelf.key, shelf_name(context.labels, shelf), len(shelf.rows)) for shelf in newest_first(shelves)
        )
        yield _deferred(url, _front_of_kind, kind, parts)
        for shelf in shelves:
            yield _deferred(
                f"{url}{shelf.key}/", _part_of_kind, kind, shelf.key, shelf_name(context.labels, shelf), shelf.rows
            )


def _deferred(url: str, make: Callable[..., Page], *args: object) -> Deferred:
    return Deferred(path=page_path(url), template="links.html", make=make, args=args)


def _by_kind(links: Iterable[LinkRecord]) -> dict[str, list[LinkRecord]]:
    by_kind: dict[str, list[LinkRecord]] = {kind: [] for kind in KIND_OF}
    for link in links:
        by_kind[link.kind].append(link)
    return {kind: held for kind, held in by_kind.items() if held}


# --- pages -----------------------------------------------------------------------------------------------------------


def _single(context: PageContext) -> Page:
    """Return the one page of a journal with few links."""
    links = context.index.links
    kinds = _by_kind(links)
    rows = _Rows(context, root_of(URL))
    groups = tuple(_group(kind, _name(context, kind), rows(held[::-1])) for kind, held in kinds.items())
    parts = tuple(_kind_part(context, f"#links:{kind}", kind, len(held)) for kind, held in kinds.items())
    often = rows(_most_cited(links))
    return _page(context, URL, context.labels.links, len(links), parts=parts, often=often, groups=groups)


def _front(context: PageContext) -> Page:
    """Return the page that leads to the kinds' pages."""
    links, root = context.index.links, root_of(URL)
    rows = _Rows(context, root)
    parts = tuple(
        _kind_part(context, context.urls.href(root, f"{URL}{kind}/"), kind, len(held))
        for kind, held in _by_kind(links).items()
    )
    often, latest = rows(_most_cited(links)), rows(links[-HIGHLIGHTS:][::-1])
    return _page(context, URL, context.labels.links, len(links), parts=parts, often=often, latest=latest)


def _whole_kind(context: PageContext, kind: str) -> Page:
    url, name, links = f"{URL}{kind}/", _name(context, kind), context.links_of_kind(kind)
    group = _group(kind, name, _Rows(context, root_of(url))(links[::-1]))
    return _page(context, url, name, len(links), groups=(group,))


def _front_of_kind(context: PageContext, kind: str, parts: tuple[tuple[str, str, int], ...]) -> Page:
    url, name, links = f"{URL}{kind}/", _name(context, kind), context.links_of_kind(kind)
    root = root_of(url)
    rows = _Rows(context, root)
    counts = tuple(_part(context, root, f"{url}{key}/", part, count) for key, part, count in parts)
    often, latest = rows(_most_cited(links)), rows(links[-HIGHLIGHTS:][::-1])
    return _page(context, url, name, len(links), parts=counts, often=often, latest=latest)


def _part_of_kind(context: PageContext, kind: str, key: str, part: str, links: Sequence[LinkRecord]) -> Page:
    url = f"{URL}{kind}/{key}/"
    title = f"{_name(context, kind)} · {part}"
    group = _group(kind, title, _Rows(context, root_of(url))(links[::-1]))
    return _page(context, url, title, len(links), groups=(group,), kind=kind)


def _page(  # noqa: PLR0913 - one for each thing that only some of the pages have
    context: PageContext,
    url: str,
    title: str,
    count: int,
    *,
    kind: str | None = None,
    parts: tuple[Count, ...] = (),
    often: tuple[LinkRow, ...] = (),
    latest: tuple[LinkRow, ...] = (),
    groups: tuple[LinkGroup, ...] = (),
) -> Page:
    root = root_of(url)
    up = [Ref(url=context.urls.href(root, URL), text=context.labels.links)] if url != URL else []
    if kind:
        up.append(Ref(url=context.urls.href(root, f"{URL}{kind}/"), text=_name(context, kind)))
    cited = url == URL or KIND_OF[url.split("/")[1]].bibtex
    view = LinksView(
        root=root,
        section="links",
        window=context.window(title),
        description=f"{context.config.title}: {title}",
        canonical=context.urls.absolute(url),
        title=title,
        up=tuple(up),
        counted=context.wording.counted(context.labels.links_count, count),
        parts=parts,
        often=often,
        latest=latest,
        groups=groups,
        bibliography=context.urls.href(root, BIBLIOGRAPHY) if cited and has_cited(context) else "",
    )
    return Page(path=page_path(url), template="links.html", view=view)


def _group(kind: str, name: str, rows: tuple[LinkRow, ...]) -> LinkGroup:
    """Return a group that names the site where most of its links lie, if there is one."""
    (domain, count), *_ = Counter(row.domain for row in rows).most_common(1)
    return LinkGroup(kind=kind, name=name, rows=rows, domain=domain if 1 < count > len(rows) // 2 else "")


# --- rows ------------------------------------------------------------------------------------------------------------


class _Rows:
    """Makes the rows of one page; the citing days, which many rows share, are made once."""

    def __init__(self, context: PageContext, root: str) -> None:
        self._context = context
        self._root = root
        self._days: dict[str, tuple[str, Ref] | None] = {}

    def __call__(self, links: Iterable[LinkRecord]) -> tuple[LinkRow, ...]:
        return tuple([self._row(link) for link in links])

    def _row(self, link: LinkRecord) -> LinkRow:
        citations = link.citations
        ids = dict.fromkeys([one.id for one in citations]) if len(citations) > 1 else (citations[0].id,)
        days = [day for id_ in ids if (day := self._day(id_))]
        refs = tuple([ref for _, ref in days])
        return LinkRow(
            url=link.url,
            text=link.text or link.url,
            domain=link.domain,
            page=self._context.urls.href(self._root, link.page) if link.page else "",
            about=people(link.authors, link.year),
            quote=last_quote(link),
            first=next((date for date, _ in days if date), ""),
            days=refs,
            folded="" if len(refs) <= SHOWN_DAYS else self._named_times(len(refs)),
        )

    def _named_times(self, count: int) -> str:
        return self._context.wording.counted(self._context.labels.named_times, count)

    def _day(self, id_: str) -> tuple[str, Ref] | None:
        """Return the ISO date of an entry and the way to it."""
        if id_ not in self._days:
            item = self._context.items.get(id_)
            self._days[id_] = self._context.shared(_make_day, self._root, item) if item is not None else None
        return self._days[id_]


def _make_day(context: PageContext, root: str, item: Item) -> tuple[str, Ref]:
    entry, wording = item.entry, context.wording
    text = wording.days(entry) or wording.dates(entry) or entry.title
    date = entry.date.isoformat() if entry.date else ""
    return date, Ref(url=context.urls.href(root, item.url), text=text)


def _part(context: PageContext, root: str, url: str, name: str, count: int) -> Count:
    return Count(url=context.urls.href(root, url), text=name, count=context.wording.number(count))


def _kind_part(context: PageContext, url: str, kind: str, count: int) -> Count:
    number = context.wording.number(count)
    return Count(url=url, text=_name(context, kind), count=number, icon=KIND_OF[kind].icon)


def _name(context: PageContext, kind: str) -> str:
    return context.labels.link_groups[kind]


def _first_date(dates: Mapping[str, str], link: LinkRecord) -> str:
    """Return the ISO date of the first citing entry that has one (citations are in the entries' order)."""
    return next((date for citation in link.citations if (date := dates.get(citation.id))), "")


def _most_cited(links: Iterable[LinkRecord]) -> list[LinkRecord]:
    """Return what more than one entry names, most often first, then as first named."""
    often = [(link, len({citation.id for citation in link.citations})) for link in links if len(link.citations) > 1]
    often = sorted((pair for pair in often if pair[1] > 1), key=lambda pair: -pair[1])
    return [link for link, _ in often[:HIGHLIGHTS]]
