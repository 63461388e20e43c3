"""The plan: every page and file of the site, from the index and the configuration, as the planners make it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from journal_site.model.page import Deferred, Output, Page, Planned
from journal_site.pages.frame import build_site_view
from journal_site.pages.page_kinds import PAGE_KINDS, PageKind
from journal_site.pages.parts.context import PageContext
from journal_site.pages.parts.facts import Facts
from journal_site.pages.parts.views import SiteView


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """All that the site will hold, beside the theme's own static files."""

    site: SiteView
    facts: Facts
    """What outputs are made from."""
    pages: tuple[Output, ...]
    redirects: tuple[Page, ...] = ()
    """They stand where nothing else does."""
    planned: tuple[Planned, ...]
    """By each planner, in their order; none where two of them have planned one path."""


def plan(facts: Facts) -> Plan:
    """Return the plan of the whole site."""
    from journal_site.pages.kinds.odd_pages import plan_redirects  # noqa: PLC0415 - a reworded journal needs neither
    from journal_site.pages.machine.sitemap import plan_sitemap  # noqa: PLC0415

    outputs: dict[str, Output] = {}
    planned = []
    for kind in PAGE_KINDS:
        found, done = _plan(kind, facts)
        planned.append(done)
        for output in found:
            outputs.setdefault(output.path, output)
    context = PageContext(facts)
    contested = len(outputs) != sum(len(done.paths) for done in planned)
    for document in plan_sitemap(context, tuple(outputs.values())):
        outputs.setdefault(document.path, document)
    return Plan(
        site=build_site_view(context),
        facts=facts,
        pages=tuple(outputs.values()),
        redirects=tuple(plan_redirects(context)),
        planned=() if contested else tuple(planned),
    )


def plan_again(facts: Facts, last: Sequence[Planned]) -> Plan:
    """Return the plan of what may differ from the last site, whose index was the same but for how texts are worded.

    What it does not hold is as it was. Where what a planner read cannot have changed, nor what its outputs read, it is
    not asked again.
    """
    pages: list[Output] = []
    planned = []
    for kind, before in zip(PAGE_KINDS, last, strict=True):
        traces = [facts.traces[path] for path in before.paths if path in facts.traces]
        traces += [facts.last_prepared(name).trace for name in before.prepared]
        if not any(map(facts.touches, (before.trace, *traces))):
            facts.prepared.update({name: facts.traces[name] for name in before.prepared})
            planned.append(before)
            continue
        found, done = _plan(kind, facts)
        planned.append(done)
        pages += [one for one in found if not isinstance(one, Deferred) or _may_differ(facts, one)]
    return Plan(site=build_site_view(PageContext(facts)), facts=facts, pages=tuple(pages), planned=tuple(planned))


def _plan(kind: PageKind, facts: Facts) -> tuple[list[Output], Planned]:
    reading = PageContext(facts, recorded=True)
    before = len(facts.prepared)
    found = list(kind.plan(reading))
    prepared = tuple(facts.prepared)[before:]
    return found, Planned(trace=reading.trace(), paths=tuple([one.path for one in found]), prepared=prepared)


def _may_differ(facts: Facts, output: Deferred) -> bool:
    trace = facts.traces.get(output.path)
    return trace is None or facts.touches(trace)
