"""The machines' share of a site: feeds, sitemap, robots and journal.json hold their rules and lead to its pages."""

import json
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from tests.browser.feeds import check_atom, check_json_feed
from tests.browser.journals import URL, addresses

Journals = dict[str, Path]
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_feeds_hold_their_rules(journals: Journals) -> None:
    problems = []
    for site in journals.values():
        for path in site.rglob("feed.xml"):
            problems += [f"{path}: {problem}" for problem in check_atom(path)]
        for path in site.rglob("feed.json"):
            problems += [f"{path}: {problem}" for problem in check_json_feed(path)]
    assert problems == []


def test_every_topic_has_its_feed(journals: Journals) -> None:
    site = journals["demo"]
    topics = [topic["slug"] for topic in json.loads((site / "journal.json").read_bytes())["topics"]]
    assert topics
    assert [slug for slug in topics if not (site / "topics" / slug / "feed.xml").is_file()] == []


def test_feeds_name_pages_of_the_site(journals: Journals) -> None:
    for site in journals.values():
        for item in json.loads((site / "feed.json").read_bytes())["items"]:
            assert item["url"].startswith(URL)
            assert (site / item["url"].removeprefix(URL) / "index.html").is_file()


def test_sitemap_names_every_page_but_the_404(journals: Journals) -> None:
    for site in journals.values():
        root = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314  (our own output)
        named = {(found.text or "").removeprefix(URL) for found in root.iter(f"{SITEMAP}loc")}
        pages = set(addresses(site)) - {"404.html"}
        assert named <= pages
        # Pages that hold no text of their own, like a search form, need no place in search engines.
        assert pages - named <= {"search/"}
        assert f"Sitemap: {URL}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_journal_json_holds_to_its_schema(journals: Journals) -> None:
    schema = json.loads(files("journal_site").joinpath("pages/machine/journal.schema.json").read_bytes())
    for site in journals.values():
        jsonschema.validate(json.loads((site / "journal.json").read_bytes()), schema)


@pytest.mark.parametrize("name", [".nojekyll", "404.html", "feed.xml", "feed.json", "journal.json", "sitemap.xml"])
def test_file_is_there(journals: Journals, name: str) -> None:
    assert [site for site in journals.values() if not (site / name).is_file()] == []
