"""An entry's page: all that belongs to it, and nothing that others' totals would change."""

from __future__ import annotations

import json
import re

import pytest
from msgspec.structs import replace

from journal_site.model.entry import Heading, Link
from journal_site.model.index import Backlink, Index, Item
from journal_site.pages.kinds.entry import EntryView, entry_view, plan_entries
from tests.unit.pages.small_journal import (
    START,
    URL,
    made,
    make_context,
    make_index,
    make_item,
    make_items,
    render_text,
)


def _with(item: Item, index: Index | None = None) -> Index:
    index = index or make_index()
    return replace(index, items=tuple(item if old.id == item.id else old for old in index.items))


def _page(item: Item, **settings: object) -> tuple[EntryView, str]:
    context = make_context(_with(item), **settings)  # type: ignore[arg-type] # settings of site.yaml only
    page = next(page for page in made(plan_entries, context) if page.path == f"{item.url}index.html")
    assert isinstance(page.view, EntryView)
    return page.view, render_text(context, page)


def test_it_says_which_day_of_the_challenge_it_is() -> None:
    view, html = _page(make_items()[1])
    assert view.day == "Day 2 of 100"
    assert view.position == (2, 100)
    assert view.date == "Friday, 31 December 2021"
    assert '<time datetime="2021-12-31">' in html
    assert "What I learned, part 2" in html


def test_neighbours_and_topics_are_linked_from_where_it_stands() -> None:
    _, html = _page(make_items()[1])
    assert 'rel="prev" href="../../entries/day-1/"' in html
    assert 'rel="next" href="../../entries/day-3/"' in html
    head = html.partition("<h1")[0]
    assert '<a class="before" href="../../entries/day-1/"' in head
    assert '<a class="after" href="../../entries/day-3/"' in head
    assert '<a class="k1" href="../../topics/nlp/">NLP</a>' in html


def test_an_id_may_hold_folders() -> None:
    item = replace(make_item(2, START), id="python/decorators", url="entries/python/decorators/")
    index = make_index()
    context = make_context(replace(index, items=(*index.items, item)))
    view = entry_view(context, item)
    assert view.root == "../../../"
    assert view.topics[0].url == "../../../topics/nlp/"


def test_its_slots_are_filled() -> None:
    view, _ = _page(make_items()[0])
    assert str(view.body.slots[0]).startswith('<img src="../../files/plot.png"')
    assert view.body.slots[1] == '<a href="../../notebooks/lstm/">'


def test_notebooks_stand_below_once_with_their_titles() -> None:
    view, _ = _page(make_items()[0])
    assert [(ref.url, ref.text) for ref in view.notebooks] == [
        ("../../notebooks/lstm/", "LSTM by hand"),
        ("https://colab.research.google.com/drive/x", "Colab"),
    ]


def test_links_are_gathered_once_each_with_the_best_of_their_texts() -> None:
    links = (
        Link(url="https://a.org/x", kind="article", text="https://a.org/x", line=1),
        Link(url="https://a.org/x", kind="article", text="A guide", line=2),
        Link(url="https://b.org/y", kind="paper", text="", line=3),
    )
    item = make_items()[1]
    view, _ = _page(replace(item, entry=replace(item.entry, links=links)))
    assert [(link.text, link.kind) for link in view.links] == [("A guide", "Article"), ("b.org/y", "Paper")]


def test_the_works_that_it_names_are_told_to_search_engines_by_their_kinds() -> None:
    links = (
        Link(url="https://b.org/y", kind="paper", text="https://b.org/y", line=1),
        Link(url="https://v.org/z", kind="video", text="A talk", line=2),
        Link(url="https://v.org/z", kind="video", text="it again", line=3),
        Link(url="https://github.com/a", kind="social", text="a", line=4),
    )
    item = make_items()[1]
    view, _ = _page(replace(item, entry=replace(item.entry, links=links)))
    assert json.loads(view.json_ld)["@graph"][0]["citation"] == [
        {"@type": "ScholarlyArticle", "url": "https://b.org/y"},
        {"@type": "VideoObject", "url": "https://v.org/z", "name": "A talk"},
    ]


def test_who_mentions_it_is_told_with_the_sentence() -> None:
    item = replace(make_items()[0], backlinks=(Backlink(id="day-3", text="As on <day 1>, it diverged."),))
    _, html = _page(item)
    assert "As on &lt;day 1&gt;, it diverged." in html
    assert 'href="../../entries/day-3/"' in html


def test_a_long_text_has_contents_of_two_levels() -> None:
    item = make_items()[1]
    headings = tuple(Heading(level=level, text=f"H{level}", id=f"h{level}", line=level) for level in (2, 3, 4))
    view, html = _page(replace(item, entry=replace(item.entry, headings=headings)))
    assert [heading.id for heading in view.contents] == ["h2", "h3"]
    assert '<a href="#h2">H2</a>' in html


def test_no_word_of_the_heading_is_lost() -> None:
    item = make_items()[1]
    item = replace(item, entry=replace(item.entry, title_html=item.entry.title))
    view, html = _page(replace(item, entry=replace(item.entry, heading="Day 2: What I learned, part 2 (late!)")))
    assert view.written_as in html
    assert view.written_as.endswith("(late!)")
    for heading in (item.entry.title, "Day 2: What I learned, part 2!", "31 December - What I learned, part 2"):
        assert _page(replace(item, entry=replace(item.entry, heading=heading)))[0].written_as == ""


def test_where_it_stands_is_said_and_linked() -> None:
    item = make_items()[1]
    assert _page(item)[0].provenance.place == "log.md:20"
    view, html = _page(item, repo="https://github.com/example/log")
    assert view.provenance.url == "https://github.com/example/log/blob/main/log.md#L20"
    assert "https://github.com/example/log/edit/main/log.md#L20" in html


@pytest.mark.parametrize(
    ("repo", "start"),
    [
        ("https://gitlab.com/e/l", "https://gitlab.com/e/l/-/blob/main/"),
        ("https://codeberg.org/e/l", "https://codeberg.org/e/l/src/branch/main/"),
    ],
)
def test_hosts_of_repositories_differ(repo: str, start: str) -> None:
    assert _page(make_items()[1], repo=repo)[0].provenance.url.startswith(start)


def test_sharing_and_linked_data_need_the_sites_address() -> None:
    item = make_items()[1]
    view, html = _page(item)
    address = "https%3A%2F%2Fexample.org%2Flog%2Fentries%2Fday-2%2F"
    assert [form.text for form in view.share] == ["X", "Bluesky", "Mastodon", "LinkedIn", "Send by mail"]
    assert view.share[0].url == f"https://x.com/intent/post?text=What%20I%20learned%2C%20part%202&url={address}"
    assert f'<a href="https://www.linkedin.com/sharing/share-offsite/?url={address}">LinkedIn</a>' in html
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found
    data, trail = json.loads(found[1])["@graph"]
    steps = [(step["position"], step["name"], step["item"]) for step in trail["itemListElement"]]
    assert steps == [
        (1, "A <small> journal", URL),
        (2, "Timeline", f"{URL}timeline/"),
        (3, item.entry.title, f"{URL}entries/day-2/"),
    ]
    assert (data["@type"], data["url"], data["datePublished"]) == ("BlogPosting", f"{URL}entries/day-2/", "2021-12-31")
    bare, html = _page(item, url="")
    assert (bare.share, bare.json_ld, bare.canonical) == ((), "", "")
    assert "ld+json" not in html


def test_a_title_cannot_end_the_script() -> None:
    item = make_items()[1]
    view, _ = _page(replace(item, entry=replace(item.entry, title="</script><b>")))
    assert "<" not in view.json_ld
    assert json.loads(view.json_ld)["@graph"][0]["headline"] == "</script><b>"


def test_a_note_shows_the_headings_above_it() -> None:
    context = make_context()
    note = next(item for item in context.notes)
    note = replace(note, entry=replace(note.entry, parents=("NLP", "Tools")))
    context = make_context(_with(note))
    page = next(page for page in made(plan_entries, context) if page.path == "notes/note-tools/index.html")
    assert "NLP › Tools" in render_text(context, page)
    assert isinstance(page.view, EntryView)
    assert page.view.section == "notes"


def test_another_entry_changes_only_the_pages_that_name_it() -> None:
    index = make_index()
    before = {page.path: page for page in made(plan_entries, make_context(index))}
    extra = make_item(7, None)
    last = replace(index.items[5], next="day-7")
    items = (*index.items[:5], last, replace(extra, previous="day-6"), index.items[6])
    after = {page.path: page for page in made(plan_entries, make_context(replace(index, items=items)))}
    assert {path for path in before if before[path] != after[path]} == {"entries/day-6/index.html"}


def test_what_is_unknown_of_its_front_matter_reaches_the_template() -> None:
    item = make_items()[0]
    kept = {"weather": "fine", "nested": {"list": [1, None, True]}}
    view, _ = _page(replace(item, entry=replace(item.entry, extra=kept, fields={"mood": "great"})))
    assert view.extra == {**kept, "mood": "great"}


def test_a_day_that_only_has_its_number_is_called_by_how_its_text_begins() -> None:
    item = make_items()[1]
    bare = replace(item.entry, title="Day 2", heading="Day 2:", excerpt="Baked rye. Then slept.")
    view, html = _page(replace(item, entry=bare))
    assert (view.title, view.day, view.window) == ("Baked rye", "Day 2 of 100", "Baked rye · A <small> journal")
    assert "<h1>Baked rye</h1>" in html
    assert '"headline":"Baked rye"' in html


def test_a_title_does_not_say_the_day_that_stands_above_it() -> None:
    item = make_items()[1]
    view, html = _page(replace(item, entry=replace(item.entry, title="Day 2: On x", title_html="Day 2: On <em>x</em>")))
    assert (view.title, view.title_html) == ("On x", "On <em>x</em>")
    assert "<h1>On <em>x</em></h1>" in html
