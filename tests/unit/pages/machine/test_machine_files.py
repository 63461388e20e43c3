"""Feeds, sitemap, journal.json and links.bib: exact, deterministic, and the same whatever the clock says."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from msgspec.structs import replace

from journal_site.model.page import Document, Page
from journal_site.pages.machine import journal_json
from journal_site.pages.machine.bibliography import plan_bibliography
from journal_site.pages.machine.feeds import plan_feeds
from journal_site.pages.machine.journal_json import journal_schema, plan_journal_json
from journal_site.pages.machine.sitemap import MOST_URLS, plan_host_files, plan_sitemap
from journal_site.pages.parts.views import PageView
from tests.browser.feeds import check_atom, check_json_feed
from tests.unit.pages.small_journal import (
    PAPER,
    URL,
    made,
    made_files,
    make_context,
    make_index,
    make_item,
    make_link,
    render_text,
)

ATOM = "{http://www.w3.org/2005/Atom}"


def _parse(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own output


def _feeds(**settings: object) -> dict[str, str]:
    context = make_context(**settings)  # type: ignore[arg-type] # settings of site.yaml only
    return {page.path: render_text(context, page) for page in made(plan_feeds, context)}


def _journal(**settings: object) -> dict[str, Any]:
    context = make_context(**settings)  # type: ignore[arg-type] # as above
    (page,) = made(plan_journal_json, context)
    loaded: dict[str, Any] = json.loads(render_text(context, page))
    return loaded


def test_feeds_are_valid(tmp_path: Path) -> None:
    for path, text in _feeds().items():
        file = tmp_path / path.replace("/", "_")
        file.write_text(text, encoding="utf-8")
        assert (check_json_feed if path.endswith(".json") else check_atom)(file) == []


def test_a_feed_is_newest_first_and_told_by_dates_alone() -> None:
    feed = _parse(_feeds()["feed.xml"])
    assert [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")] == [
        f"{URL}entries/day-{number}/" for number in (6, 5, 4, 3, 2, 1)
    ]
    assert feed.findtext(f"{ATOM}updated") == "2022-01-08T12:00:00Z"
    undated = feed.find(f"{ATOM}entry")
    assert undated is not None
    assert undated.find(f"{ATOM}published") is None
    assert undated.findtext(f"{ATOM}updated") == "2022-01-08T12:00:00Z", "that of the day before it"
    assert undated.findtext(f"{ATOM}title") == "Day 6 · What I learned, part 6"


def test_an_entry_that_was_updated_says_so_beside_its_own_date() -> None:
    index = make_index()
    items = (
        make_item(1, dt.date(2022, 1, 1), updated=dt.date(2022, 3, 9)),
        make_item(2, dt.date(2022, 1, 2)),
        make_item(3, None, updated=dt.date(2022, 2, 1)),
    )
    context = make_context(replace(index, items=items, topics=(), links=(), notebooks=()))
    atom, *_ = made(plan_feeds, context)
    feed = _parse(render_text(context, atom))
    told = [(one.findtext(f"{ATOM}published"), one.findtext(f"{ATOM}updated")) for one in feed.iter(f"{ATOM}entry")]
    assert told == [
        (None, "2022-02-01T12:00:00Z"),
        ("2022-01-02T12:00:00Z", "2022-01-02T12:00:00Z"),
        ("2022-01-01T12:00:00Z", "2022-03-09T12:00:00Z"),
    ]
    assert feed.findtext(f"{ATOM}updated") == "2022-03-09T12:00:00Z"


def test_a_feed_holds_whole_bodies() -> None:
    content = _parse(_feeds()["feed.xml"]).findtext(f"{ATOM}entry/{ATOM}content")
    assert content == "<p>A body &amp; its <em>words</em>.</p>\n<p>More</p>"
    assert json.loads(_feeds()["feed.json"])["items"][0]["content_html"] == content


def test_references_in_feeds_are_absolute() -> None:
    page = made(plan_feeds, make_context())[0]
    first = page.view.entries[-1].body.slots  # type: ignore[attr-defined] # a FeedView
    assert f'src="{URL}files/plot.png"' in first[0]
    assert f'href="{URL}notebooks/lstm/"' in first[1]


def test_a_feed_has_its_limit_and_a_topic_its_feed() -> None:
    feeds = _feeds(feed_limit=2)
    assert set(feeds) == {"feed.xml", "feed.json", "topics/nlp/feed.xml"}
    assert feeds["feed.xml"].count("<entry>") == 2


def test_a_site_without_address_has_no_feeds_and_no_sitemap() -> None:
    context = make_context(url="")
    assert made(plan_feeds, context) == []
    assert list(plan_sitemap(context, [])) == []
    robots = next(iter(plan_host_files(context)))
    assert b"Sitemap" not in robots.content


def test_a_title_that_xml_cannot_hold_is_cleaned() -> None:
    index = make_index()
    item = make_item(1, None, title="a\x0bb <c> & d")
    context = make_context(replace(index, items=(item,), topics=(), links=(), notebooks=()))
    feed = _parse(render_text(context, made(plan_feeds, context)[0]))
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == "Day 1 · ab <c> & d"
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T12:00:00Z"


def test_journal_json_says_what_the_design_says() -> None:
    journal = _journal()
    assert list(journal) == [
        "version", "site", "challenge", "introduction", "entries", "topics", "links", "notebooks", "streaks",
    ]  # fmt: skip
    assert journal["site"] == {"title": "A <small> journal", "url": URL, "author": "A. Learner", "language": "en"}
    assert journal["introduction"] == "A body & its words. More"
    first = journal["entries"][0]
    assert (first["id"], first["day"], first["date"], first["end_date"]) == ("day-1", 1, "2021-12-30", None)
    assert first["links"] == [{"url": PAPER, "kind": "paper", "text": "Attention by alignment", "line": 4}]
    assert [mention["url"] for mention in first["notebooks"]] == [
        "notebooks/lstm/", "https://colab.research.google.com/drive/x",
    ]  # fmt: skip
    assert first["images"] == [{"url": "files/plot.png", "alt": "A loss that falls", "line": 3}]
    assert first["tasks"][0] == {"text": "Read <the> paper", "done": False, "line": 7}
    note = journal["entries"][-1]
    assert (note["kind"], note["day"], note["date"], note["date_source"]) == ("note", None, None, "none")
    assert journal["topics"] == [
        {"slug": "nlp", "name": "NLP", "parent": None, "entries": 6, "first": "2021-12-30", "last": "2022-01-08"}
    ]
    assert journal["links"][0]["entries"] == ["day-1", "day-2"]
    assert journal["streaks"]["longest"] == {"days": 4, "start": "2021-12-30", "end": "2022-01-02"}


def _ordered(schema: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a schema with its choices in one order: msgspec's hangs on its release."""
    if isinstance(schema, list):
        return [_ordered(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: _ordered(part) for key, part in schema.items()}
    if "anyOf" in parts:
        parts["anyOf"].sort(key=json.dumps)
    return parts


SCHEMA = Path(journal_json.__file__).with_name("journal.schema.json")


def test_the_schema_that_ships_is_current(request: pytest.FixtureRequest) -> None:
    shipped, schema = json.loads(SCHEMA.read_bytes()), journal_schema()
    if request.config.getoption("--update-golden") and _ordered(shipped) != _ordered(schema):
        SCHEMA.write_text(json.dumps(schema, indent=2) + "\n", encoding="utf-8")
        shipped = schema
    assert _ordered(shipped) == _ordered(schema), "`--update-golden` writes it anew"


def test_journal_json_holds_to_the_schema_that_ships() -> None:
    shipped = json.loads(SCHEMA.read_bytes())
    jsonschema.Draft202012Validator.check_schema(shipped)
    jsonschema.validate(_journal(), shipped)
    jsonschema.validate(_journal(url="", author=""), shipped)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**_journal(), "version": 2}, shipped)


def test_what_is_not_known_is_null() -> None:
    index = replace(make_index(), challenge=None, introduction=())
    context = make_context(index, url="", author="")
    (page,) = made(plan_journal_json, context)
    journal = json.loads(render_text(context, page))
    assert journal["challenge"] is None
    assert journal["introduction"] == ""
    assert journal["site"]["url"] is None


def test_a_title_cannot_stand_in_for_the_introduction() -> None:
    journal = _journal(title='"introduction":""')
    assert journal["site"]["title"] == '"introduction":""'
    assert journal["introduction"] == "A body & its words. More"


def _sitemap(paths: list[str]) -> dict[str, str]:
    pages = [Page(path=path, template="", view=PageView(root="", window="")) for path in paths]
    return {file.path: file.content.decode() for file in plan_sitemap(make_context(), pages)}


def test_the_sitemap_names_pages_with_the_days_of_entries() -> None:
    (text,) = _sitemap(["index.html", "entries/day-1/index.html", "404.html", "topics/c%/index.html"]).values()
    root = _parse(text)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert [(url.findtext(f"{space}loc"), url.findtext(f"{space}lastmod")) for url in root] == [
        (URL, None), (f"{URL}entries/day-1/", "2021-12-30"), (f"{URL}topics/c%25/", None),
    ]  # fmt: skip


def test_a_sitemap_that_is_too_long_is_parted() -> None:
    found = _sitemap([f"entries/{n}/index.html" for n in range(MOST_URLS + 1)])
    assert list(found) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert f"<loc>{URL}sitemap-2.xml</loc>" in found["sitemap.xml"]
    assert found["sitemap-2.xml"].count("<url>") == 1


def test_the_host_is_told_only_what_site_yaml_says() -> None:
    assert {file.path for file in plan_host_files(make_context())} == {"robots.txt", ".nojekyll"}
    found = {file.path: file.content for file in plan_host_files(make_context(cname="log.example.org"))}
    assert found["CNAME"] == b"log.example.org\n"


def _bibliography(*links: tuple[str, str]) -> str:
    index = make_index()
    records = tuple(make_link(url, ["day-2", "day-1"], "paper", text) for url, text in links)
    files: list[Document] = made_files(plan_bibliography, make_context(replace(index, links=records)))
    return files[0].content.decode() if files else ""


def test_a_paper_can_be_cited() -> None:
    assert _bibliography((PAPER, "Attention & alignment")) == (
        "@misc{arXiv:1409.0473,\n"
        "  title = {{Attention \\& alignment}},\n"
        "  eprint = {1409.0473},\n"
        "  archivePrefix = {arXiv},\n"
        "  year = {2014},\n"
        "  month = {9},\n"
        f"  url = {{{PAPER}}},\n"
        "  urldate = {2021-12-30},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://arxiv.org/abs/cs/9901001", "arXiv:cs-9901001"),
        ("https://doi.org/10.1162/neco.1997.9.8.1735", "doi:10.1162-neco.1997.9.8.1735"),
        ("https://dl.acm.org/doi/full/10.1145/3292500.3330701", "doi:10.1145-3292500.3330701"),
        ("https://aclanthology.org/P19-1285.pdf", "acl:P19-1285"),
        ("https://papers.nips.cc/paper/7181-attention.pdf", "papers.nips.cc-paper-7181-attention"),
    ],
)
def test_keys_follow_from_addresses(url: str, key: str) -> None:
    assert _bibliography((url, "paper")).startswith(f"@misc{{{key},")


def test_one_paper_at_two_addresses_is_cited_once_and_two_of_one_key_are_told_apart() -> None:
    doi = "10.1145/3292500.3330701"
    assert _bibliography((f"https://doi.org/{doi}", "x"), (f"https://dl.acm.org/doi/{doi}", "x")).count("@misc") == 1
    text = _bibliography(("https://example.org/paper?a=1", "x"), ("https://example.org/paper?a=2", "y"))
    assert text.count("@misc{example.org-paper") == 2
    assert "@misc{example.org-paper,\n" in text


def test_a_text_that_is_no_title_is_replaced() -> None:
    assert "title = {{arXiv:1409.0473}}" in _bibliography((PAPER, "[paper]"))
    assert _bibliography() == ""
