"""The plan: every page and file of the site, from the index and the configuration, as the planners make it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING

import msgspec

from journal_site.model.entry import Notebook
from journal_site.model.index import Index
from journal_site.model.page import Output, Page
from journal_site.pages.kinds.entry import plan_entry
from journal_site.pages.kinds.home import plan_home
from journal_site.pages.kinds.introduction import plan_introduction
from journal_site.pages.kinds.notes import plan_notes
from journal_site.pages.kinds.standalone import plan_free_pages
from journal_site.pages.kinds.stats import plan_stats
from journal_site.pages.machine.feeds import plan_feeds
from journal_site.pages.machine.journal_json import plan_journal_json
from journal_site.pages.parts.context import Material, PlanOptions, material_of
from journal_site.pages.parts.frame import build_site_view
from journal_site.pages.parts.views import SiteView
from journal_site.pages.search.plan import plan_search

if TYPE_CHECKING:
    from journal_site.config import SiteConfig
    from journal_site.pages.planners import Planner

WORDED: tuple[Planner, ...] = (
    plan_free_pages,
    plan_home,
    plan_introduction,
    plan_notes,
    plan_stats,
    plan_search,
    plan_feeds,
    plan_journal_json,
)
"""Those that show bodies and excerpts, or how long texts are, in the order of all; an entry's own page does, too."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """All that the site will hold, beside the theme's own static files."""

    site: SiteView
    material: Material
    """What all of it was planned from, for planning one page again."""
    pages: tuple[Output, ...]
    redirects: tuple[Page, ...] = ()
    """They stand where nothing else does."""
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
    from journal_site.pages.kinds.odd_pages import plan_redirects  # noqa: PLC0415 - a reworded journal needs few of them
    from journal_site.pages.machine.sitemap import plan_sitemap  # noqa: PLC0415
    from journal_site.pages.planners import PLANNERS  # noqa: PLC0415

    material = material_of(index, config, options, notebooks)
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
        redirects=tuple(plan_redirects(material)),
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
    material = material_of(index, config, options, notebooks)
    material.marks.index = mark
    worded = [output for planner in WORDED for output in planner(material)]
    entries = [plan_entry(material, item) for item in index.items if item.entry.source in sources]
    return Plan(
        site=build_site_view(material),
        material=material,
        pages=(*worded, *entries),
        worded=tuple([output.path for output in worded]),
    )
