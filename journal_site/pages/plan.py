"""The plan: every page and file of the site, from the index and the configuration. One planner for each kind."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from journal_site.model import Card, Copy, Deferred, Document, Index, Notebook, Page, Shard
from journal_site.pages.accent import plan_accent
from journal_site.pages.bibliography import plan_bibliography
from journal_site.pages.cards import plan_cards
from journal_site.pages.entry import plan_entries, plan_entry
from journal_site.pages.feeds import plan_feeds
from journal_site.pages.frame import build_site_view
from journal_site.pages.free import plan_free_pages
from journal_site.pages.gallery import plan_gallery
from journal_site.pages.home import plan_home
from journal_site.pages.introduction import plan_introduction
from journal_site.pages.journal_json import plan_journal_json
from journal_site.pages.labels import load_labels
from journal_site.pages.links import plan_links
from journal_site.pages.material import Material, PlanOptions
from journal_site.pages.notebooks import plan_notebooks
from journal_site.pages.notes import plan_notes
from journal_site.pages.odd_pages import plan_not_found, plan_redirects
from journal_site.pages.search import plan_search
from journal_site.pages.sitemap import plan_host_files, plan_sitemap
from journal_site.pages.stats import plan_stats
from journal_site.pages.tasks import plan_tasks
from journal_site.pages.timeline import plan_timeline
from journal_site.pages.topic import plan_topic_pages
from journal_site.pages.topics import plan_topics
from journal_site.pages.urls import Urls, site_base
from journal_site.pages.views import SiteView
from journal_site.pages.wording import Wording

if TYPE_CHECKING:
    from journal_site.config import SiteConfig

Output = Page | Deferred | Document | Shard | Copy | Card
Planner = Callable[[Material], Iterable[Output]]

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
    plan_redirects,
)
"""Where two plan the same path, the earlier one has it: what authors wrote comes before what is derived."""


WORDED: frozenset[Planner] = frozenset(
    {
        plan_free_pages,
        plan_home,
        plan_introduction,
        plan_notes,
        plan_stats,
        plan_search,
        plan_feeds,
        plan_journal_json,
    }
)
"""Those that show bodies and excerpts, or how long texts are; an entry's own page does so of this one."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """All that the site will hold, beside the theme's own static files."""

    site: SiteView
    material: Material
    """What all of it was planned from, for planning one page again."""
    pages: tuple[Output, ...]
    worded: tuple[str, ...] | None
    """The paths of what shows how texts are worded, beside entries' own pages; None where others have planned one."""


def plan(
    index: Index,
    config: SiteConfig,
    *,
    options: PlanOptions,
    notebooks: Mapping[str, Notebook],
) -> Plan:
    """Return the plan of the whole site."""
    material = _material(index, config, options, notebooks)
    outputs: dict[str, Output] = {}
    worded: list[str] = []
    contested = False
    for planner in PLANNERS:
        for output in planner(material):
            contested |= outputs.setdefault(output.path, output) is not output
            if planner in WORDED:
                worded.append(output.path)
    for document in plan_sitemap(material, tuple(outputs.values())):
        outputs.setdefault(document.path, document)
    return Plan(
        site=build_site_view(material),
        material=material,
        pages=tuple(outputs.values()),
        worded=None if contested else tuple(worded),
    )


def plan_reworded(  # noqa: PLR0913 - as much as the whole plan, and what it is known by
    index: Index,
    config: SiteConfig,
    *,
    options: PlanOptions,
    notebooks: Mapping[str, Notebook],
    sources: Container[str],
    mark: bytes,
) -> Plan:
    """Return the plan of what can differ where texts of these sources were reworded and the index is the same.

    `mark` is what `Marks.index` was when the whole was planned.
    """
    material = _material(index, config, options, notebooks)
    material.marks.index = mark
    worded = [output for planner in PLANNERS if planner in WORDED for output in planner(material)]
    entries = [plan_entry(material, item) for item in index.items if item.entry.source in sources]
    return Plan(
        site=build_site_view(material),
        material=material,
        pages=(*worded, *entries),
        worded=tuple([output.path for output in worded]),
    )


def _material(index: Index, config: SiteConfig, options: PlanOptions, notebooks: Mapping[str, Notebook]) -> Material:
    return Material(
        index=index,
        config=config,
        options=options,
        notebooks=notebooks,
        wording=Wording(load_labels(config.language)),
        urls=Urls(portable=options.portable, base=site_base(options.base_url or config.url)),
    )
