"""Each kind of page or file: what plans it, with which templates, at which addresses, and where it is named.

Planning, the menu, the footer and the addresses that texts may lead to follow from this table.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

from journal_site.model.index import Holdings, SitePages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal_site.model.page import Output
    from journal_site.pages.parts.context import PageContext

Planner = Callable[["PageContext"], "Iterable[Output]"]
Named = Literal["menu", "footer", ""]


class PageKind(NamedTuple):
    """One kind of page, or of files that machines read."""

    key: str
    """By which `menu` in site.yaml names it; its label has the same name."""
    planner: str
    """Its module, as seen from here, and its function: loaded only where it is asked, as most builds need few."""
    templates: tuple[str, ...] = ()
    """Those of its outputs; none where it plans documents and pictures only."""
    addresses: tuple[str, ...] = ()
    """Where it is found; the first is its front page's. None where each text has its own."""
    stands: Callable[[Holdings], bool] = lambda _: True
    """Tells whether a journal has it: the planner plans nothing where not."""
    named: Named | Callable[[Holdings], Named] = ""
    """Where all pages lead to its front page."""
    ends_menu: bool = False
    """The author's own pages come before it."""

    def plan(self, context: PageContext) -> Iterable[Output]:
        """Plan its outputs; where there are none of its kind, nothing."""
        return load_planner(self.planner)(context)

    def named_in(self, held: Holdings) -> Named:
        """Return where a site of such a journal names its front page."""
        if not self.stands(held):
            return ""
        return self.named if isinstance(self.named, str) else self.named(held)


PAGE_KINDS: tuple[PageKind, ...] = (
    PageKind("pages", ".kinds.standalone:plan_free_pages", ("page.html",)),
    PageKind("home", ".kinds.home:plan_home", ("home.html",)),
    PageKind("entry", ".kinds.entry:plan_entries", ("entry.html",)),
    PageKind(
        "introduction", ".kinds.introduction:plan_introduction", ("introduction.html",), ("introduction/",),
        lambda held: held.introduction, "footer",
    ),
    PageKind(
        "notes", ".kinds.notes:plan_notes", ("notes.html",), ("notes/",),
        lambda held: held.notes, lambda held: "footer" if held.entries else "menu",
    ),
    PageKind(
        "timeline", ".kinds.timeline:plan_timeline", ("timeline.html",), ("timeline/",),
        lambda held: held.entries, "menu",
    ),
    PageKind("topics", ".kinds.topics:plan_topics", ("topics.html",), ("topics/",), lambda held: held.topics, "menu"),
    PageKind("topic", ".kinds.topic:plan_topic_pages", ("topic.html",)),
    PageKind("links", ".kinds.links:plan_links", ("links.html",), ("links/",), lambda held: held.links, "menu"),
    PageKind("thing", ".kinds.thing:plan_things", ("thing.html",)),
    PageKind(
        "notebooks", ".kinds.notebooks:plan_notebooks", ("notebooks.html", "notebook.html"), ("notebooks/",),
        lambda held: held.notebooks, "menu",
    ),
    PageKind("stats", ".kinds.stats:plan_stats", ("stats.html",), ("stats/",), lambda held: held.entries, "menu"),
    PageKind("tasks", ".kinds.tasks:plan_tasks", ("tasks.html",), ("tasks/",), lambda held: held.tasks, "footer"),
    PageKind(
        "gallery", ".kinds.gallery:plan_gallery", ("gallery.html",), ("gallery/",),
        lambda held: held.pictures, "footer",
    ),
    PageKind(
        "search", ".search.plan:plan_search", ("search.html",), ("search/",),
        lambda held: held.search, "menu", ends_menu=True,
    ),
    PageKind("palette", ".machine.palette:plan_palette"),
    PageKind("not-found", ".kinds.odd_pages:plan_not_found", ("404.html",)),
    PageKind(
        "feeds", ".machine.feeds:plan_feeds", ("feed.xml", "feed.json"), ("feed.xml", "feed.json"),
        lambda held: held.address,
    ),
    PageKind("bibliography", ".machine.bibliography:plan_bibliography"),
    PageKind("journal.json", ".machine.journal_json:plan_journal_json", ("journal.json",), ("journal.json",)),
    PageKind("profile", ".kinds.profile:plan_profile", (), ("badge.svg",), lambda held: held.entries),
    PageKind("host", ".machine.sitemap:plan_host_files", (), ("robots.txt",)),
    PageKind("accent", ".parts.accent:plan_accent"),
    PageKind("cards", ".machine.cards:plan_cards"),
)  # fmt: skip
"""In the order of the menu, and of who has a path that two of them plan: what authors wrote comes first.

Redirects and the sitemap are not among them, as they come after all that is published.
"""


@cache
def load_planner(name: str) -> Planner:
    """Return a planner by its module and its name."""
    module, _, function = name.partition(":")
    planner: Planner = getattr(import_module(module, __package__), function)
    return planner


def load_planners() -> None:
    """Load them all."""
    for kind in PAGE_KINDS:
        load_planner(kind.planner)


def addresses_of(held: Holdings) -> frozenset[str]:
    """Return the addresses of the site's own pages, in a site of such a journal."""
    sitemap = {"sitemap.xml"} if held.address else set()
    return frozenset(url for kind in PAGE_KINDS if kind.stands(held) for url in kind.addresses) | sitemap


SITE_PAGES = SitePages(sections=tuple(kind.key for kind in PAGE_KINDS if kind.named), addresses=addresses_of)
