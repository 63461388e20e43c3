"""All planners, one for each kind of page or file, in the order of who has a path that two of them plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

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

PLANNERS: tuple[Planner, ...] = (
    plan_free_pages,
    plan_home,
    plan_entries,
    plan_introduction,
    plan_notes,
    plan_timeline,
    plan_topics,
    plan_topic_pages,
    plan_links,
    plan_notebooks,
    plan_stats,
    plan_tasks,
    plan_gallery,
    plan_search,
    plan_not_found,
    plan_feeds,
    plan_bibliography,
    plan_journal_json,
    plan_host_files,
    plan_accent,
    plan_cards,
)
"""Where two plan the same path, the earlier one has it: what authors wrote comes before what is derived.

Redirects are not among them, as they come after all that is published.
"""
