"""The table of page kinds: each entry is whole, and what it says is what its planner does."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from journal_site.languages.labels import all_labels
from journal_site.model.index import Holdings, Index
from journal_site.model.page import Deferred, Page
from journal_site.pages.frame import build_site_view, holdings_of
from journal_site.pages.page_kinds import PAGE_KINDS, SITE_PAGES, PageKind
from journal_site.site.templates import theme_folder
from tests.unit.pages.small_journal import make_bare_index, make_context, make_index

TEMPLATES = {path.name for path in (theme_folder() / "templates").iterdir()}
NOTHING = Index(items=(), streaks=make_index().streaks)
JOURNALS = {
    "whole": make_bare_index(),
    "empty": NOTHING,
    "notes": replace(NOTHING, items=make_index().items[-1:]),
    "entries": replace(NOTHING, items=make_index().items[:1]),
    "links": replace(NOTHING, links=make_index().links),
    "notebooks": replace(NOTHING, notebooks=make_index().notebooks),
    "introduction": replace(NOTHING, introduction=make_index().introduction),
}


@pytest.mark.parametrize("kind", PAGE_KINDS, ids=lambda kind: kind.key)
def test_an_entry_is_whole(kind: PageKind) -> None:
    assert [one.key for one in PAGE_KINDS].count(kind.key) == 1
    assert TEMPLATES.issuperset(kind.templates)
    if kind.named:
        assert kind.addresses[0].endswith("/")
        assert all(labels.page(kind.key) for labels in all_labels())


def test_every_template_of_a_page_is_of_a_kind() -> None:
    of_kinds = [name for kind in PAGE_KINDS for name in kind.templates]
    assert len(of_kinds) == len({*of_kinds})
    framed = {name for name in TEMPLATES if "extends" in (theme_folder() / "templates" / name).read_text("utf-8")}
    assert framed <= {*of_kinds}


@pytest.mark.parametrize("name", list(JOURNALS))
@pytest.mark.parametrize("kind", PAGE_KINDS, ids=lambda kind: kind.key)
def test_it_plans_what_it_says(kind: PageKind, name: str) -> None:
    context = make_context(JOURNALS[name], notebooks=())
    outputs = list(kind.plan(context))
    assert {one.template for one in outputs if isinstance(one, Page | Deferred) and one.template} <= {*kind.templates}
    if kind.addresses:
        paths = {one.path.removesuffix("index.html") for one in outputs}
        assert ({*kind.addresses} <= paths) is kind.stands(holdings_of(context))


@pytest.mark.parametrize("name", list(JOURNALS))
def test_menu_and_footer_lead_only_to_pages_that_there_are(name: str) -> None:
    context = make_context(JOURNALS[name], notebooks=())
    planned = {output.path for kind in PAGE_KINDS for output in kind.plan(context)}
    view = build_site_view(context)
    for item in (*view.nav, *view.more):
        assert f"{item.url}index.html" in planned


def test_the_addresses_that_texts_may_lead_to_are_those_of_the_pages_that_there_are() -> None:
    everything = Holdings(**dict.fromkeys(Holdings.__struct_fields__, True))
    assert {"tasks/", "gallery/", "links/", "feed.xml", "sitemap.xml"} <= SITE_PAGES.addresses(everything)
    assert SITE_PAGES.addresses(Holdings()) == {"journal.json", "robots.txt"}
    assert "links/" not in SITE_PAGES.addresses(msgspec.structs.replace(everything, links=False))
    assert {"timeline", "notes", "tasks", "search"} <= {*SITE_PAGES.sections}


def test_a_menu_may_be_put_in_another_order() -> None:
    view = build_site_view(make_context(make_bare_index(), menu=("search", "topics")))
    assert [item.key for item in view.nav][:2] == ["search", "topics"]


def test_what_stands_in_the_footer_may_be_called_into_the_menu() -> None:
    view = build_site_view(make_context(make_bare_index(), menu=("tasks",)))
    assert view.nav[0].key == "tasks"
    assert "tasks" not in {item.key for item in view.more}
