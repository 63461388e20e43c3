"""What frames every page."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from journal_site.config import CspSettings
from journal_site.pages.frame import build_site_view
from journal_site.pages.kinds.home import plan_home
from journal_site.pages.parts.csp import content_policy
from tests.unit.pages.small_journal import made, make_context, make_index, make_items, render_text


def test_scripts_come_from_the_site_alone() -> None:
    policy = content_policy(CspSettings())
    assert "script-src 'self';" in policy
    assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]
    assert policy.startswith("default-src 'self'; ")


def test_site_yaml_admits_others() -> None:
    policy = content_policy(CspSettings(script=("https://stats.example.org",), frame=("http://old.example.org",)))
    assert "script-src 'self' https://stats.example.org;" in policy
    assert "frame-src 'self' https: http://old.example.org;" in policy


@pytest.mark.parametrize("portable", [False, True])
def test_a_policy_stands_in_pages_that_a_server_gives(*, portable: bool) -> None:
    head = "".join(build_site_view(make_context(portable=portable)).head)
    assert ("Content-Security-Policy" in head) is not portable


def test_the_menu_names_what_there_is_in_the_order_that_is_wanted() -> None:
    keys = [item.key for item in build_site_view(make_context(menu=("stats", "search"))).nav]
    assert keys == ["stats", "search", "timeline", "topics", "links", "notebooks"]
    bare = replace(make_index(), topics=(), links=(), notebooks=())
    assert [item.key for item in build_site_view(make_context(bare, search=False)).nav] == ["timeline", "stats"]


def test_a_journal_of_notes_has_them_in_its_menu() -> None:
    notes = tuple(item for item in make_items() if item.entry.kind == "note")
    index = replace(make_index(), items=notes, topics=(), links=(), notebooks=())
    assert [item.key for item in build_site_view(make_context(index)).nav] == ["notes", "search"]


def test_the_authors_own_pages_are_in_the_menu() -> None:
    item = make_items()[6]
    page = replace(item, id="about", url="about/", entry=replace(item.entry, title="About <me>"))
    site = build_site_view(make_context(replace(make_index(), pages=(page,)), menu=("about",)))
    assert site.nav[0].key == "about"
    assert '<li><a href="../about/" aria-current="true">About &lt;me&gt;</a></li>' in "../".join(site.menus["about"])


def test_a_page_of_ones_own_takes_the_place_of_a_derived_one() -> None:
    item = make_items()[6]
    page = replace(item, id="topics", url="topics/", entry=replace(item.entry, title="My topics"))
    site = build_site_view(make_context(replace(make_index(), pages=(page,))))
    assert [one.label for one in site.nav if one.url == "topics/"] == ["My topics"]


def test_a_page_marks_its_section_and_leads_home() -> None:
    context = make_context()
    (page,) = made(plan_home, context)
    html = render_text(context, page)
    assert '<a class="brand" href="./">A &lt;small&gt; journal</a>' in html
    assert "aria-current" not in html
    assert 'aria-current="true">Topics' in "./".join(build_site_view(context).menus["topics"])


def test_portable_menus_name_files() -> None:
    site = build_site_view(make_context(portable=True))
    assert 'href="../topics/index.html"' in "../".join(site.menus[""])
    assert 'href="../index.html"' in "../".join(site.menus[""])


def test_feeds_are_named_only_where_they_are() -> None:
    assert "feed.xml" in "".join(build_site_view(make_context()).head)
    site = build_site_view(make_context(url=""))
    assert "feed.xml" not in "".join((*site.head, *site.footer))
