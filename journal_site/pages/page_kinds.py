"""Each kind of page or file: what plans it, with which templates, at which addresses, and where it is named.

Planning, the menu, the footer and the addresses that texts may lead to follow from this table.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from journal_site.model.index import Holdings, SitePages
from journal_site.pages.kinds.entry import plan_entries
from journal_site.pages.kinds.gallery import plan_gallery
from journal_site.pages.kinds.home import plan_home
from journal_site.pages.kinds.introduction import plan_introduction
from journal_site.pages.kinds.links import plan_links
from journal_site.pages.kinds.notebooks import plan_notebooks
from journal_site.pages.kinds.notes import plan_notes
from journal_site.pages.kinds.odd_pages import plan_not_found
from journal_site.pages.kinds.standalone import plan_free_pages
from journal_site.pages.kinds.stats import plan_stats
from journal_site.pages.kinds.tasks import plan_tasks
from journal_site.pages.kinds.timeline import plan_timeline
from journal_site.pages.kinds.topic import plan_topic_pages
from journal_site.pages.kinds.topics import plan_topics
from journal_site.pages.machine.bibliography import plan_bibliography
from journal_site.pages.machine.cards import plan_cards
from journal_site.pages.machine.feeds import plan_feeds
from journal_site.pages.machine.journal_json import plan_journal_json
from journal_site.pages.machine.sitemap import plan_host_files
from journal_site.pages.parts.accent import plan_accent
from journal_site.pages.search.plan import plan_search

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
    plan: Planner
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

    def named_in(self, held: Holdings) -> Named:
        """Return where a site of such a journal names its front page."""
        if not self.stands(held):
            return ""
        return self.named if isinstance(self.named, str) else self.named(held)


PAGE_KINDS: tuple[PageKind, ...] = (
    PageKind("pages", plan_free_pages, ("page.html",)),
    PageKind("home", plan_home, ("home.html",)),
    PageKind("entry", plan_entries, ("entry.html",)),
    PageKind(
        "introduction", plan_introduction, ("introduction.html",), ("introduction/",),
        lambda held: held.introduction, "footer",
    ),
    PageKind(
        "notes", plan_notes, ("notes.html",), ("notes/",),
        lambda held: held.notes, lambda held: "footer" if held.entries else "menu",
    ),
    PageKind("timeline", plan_timeline, ("timeline.html",), ("timeline/",), lambda held: held.entries, "menu"),
    PageKind("topics", plan_topics, ("topics.html",), ("topics/",), lambda held: held.topics, "menu"),
    PageKind("topic", plan_topic_pages, ("topic.html",)),
    PageKind("links", plan_links, ("links.html",), ("links/",), lambda held: held.links, "menu"),
    PageKind(
        "notebooks", plan_notebooks, ("notebooks.html", "notebook.html"), ("notebooks/",),
        lambda held: held.notebooks, "menu",
    ),
    PageKind("stats", plan_stats, ("stats.html",), ("stats/",), lambda held: held.entries, "menu"),
    PageKind("tasks", plan_tasks, ("tasks.html",), ("tasks/",), lambda held: held.tasks, "footer"),
    PageKind("gallery", plan_gallery, ("gallery.html",), ("gallery/",), lambda held: held.pictures, "footer"),
    PageKind(
        "search", plan_search, ("search.html",), ("search/",),
        lambda held: held.search, "menu", ends_menu=True,
    ),
    PageKind("not-found", plan_not_found, ("404.html",)),
    PageKind(
        "feeds", plan_feeds, ("feed.xml", "feed.json"), ("feed.xml", "feed.json"), lambda held: held.address
    ),
    PageKind("bibliography", plan_bibliography),
    PageKind("journal.json", plan_journal_json, ("journal.json",), ("journal.json",)),
    PageKind("host", plan_host_files, (), ("robots.txt",)),
    PageKind("accent", plan_accent),
    PageKind("cards", plan_cards),
)  # fmt: skip
"""In the order of the menu, and of who has a path that two of them plan: what authors wrote comes first.

Redirects and the sitemap are not among them, as they come after all that is published.
"""


def addresses_of(held: Holdings) -> frozenset[str]:
    """Return the addresses of the site's own pages, in a site of such a journal."""
    sitemap = {"sitemap.xml"} if held.address else set()
    return frozenset(url for kind in PAGE_KINDS if kind.stands(held) for url in kind.addresses) | sitemap


SITE_PAGES = SitePages(sections=tuple(kind.key for kind in PAGE_KINDS if kind.named), addresses=addresses_of)
