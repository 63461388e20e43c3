"""The rules that Atom (RFC 4287) and JSON Feed 1.1 set, as lists of what a document breaks."""

import datetime as dt
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"
TEXT_TYPES = {"text", "html", "xhtml"}


def check_atom(path: Path) -> list[str]:
    """Return what the Atom document breaks of RFC 4287, and what a feed reader could not make of it."""
    feed = ET.parse(path).getroot()  # noqa: S314  (our own output)
    problems = [] if feed.tag == f"{ATOM}feed" else [f"the root is {feed.tag}"]
    problems += _check_atom_part(feed, "feed")
    if not any(link.get("rel") == "self" for link in feed.iterfind(f"{ATOM}link")):
        problems.append("feed: no link rel=self")
    entries = feed.findall(f"{ATOM}entry")
    authored = feed.find(f"{ATOM}author") is not None
    for number, entry in enumerate(entries, 1):
        problems += _check_atom_part(entry, f"entry {number}")
        if not authored and entry.find(f"{ATOM}author") is None:
            problems.append(f"entry {number}: no author, nor has the feed one")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(set(ids)) != len(ids):
        problems.append("two entries have one id")
    read = feedparser.parse(path.read_bytes())
    if read.bozo or len(read.entries) != len(entries):
        problems.append(
            f"a feed reader reads {len(read.entries)} of {len(entries)} entries: {read.get('bozo_exception')}"
        )
    return problems


def check_json_feed(path: Path) -> list[str]:
    """Return what the document breaks of JSON Feed 1.1."""
    feed: dict[str, Any] = json.loads(path.read_bytes())
    problems = []
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        problems.append(f"the version is {feed.get('version')}")
    if not isinstance(feed.get("title"), str):
        problems.append("no title")
    problems += [f"{key} is no address" for key in ("home_page_url", "feed_url") if not _is_address(feed.get(key))]
    items = feed.get("items", [])
    for number, item in enumerate(items, 1):
        problems += [f"item {number}: {problem}" for problem in _check_item(item)]
    if len({item.get("id") for item in items}) != len(items):
        problems.append("two items have one id")
    return problems


def _check_atom_part(part: ET.Element, name: str) -> list[str]:
    problems = [
        f"{name}: {tag} occurs {count} times" for tag in ("id", "title", "updated") if (count := _count(part, tag)) != 1
    ]
    problems += [
        f"{name}: id {text} is no IRI" for text in [part.findtext(f"{ATOM}id") or ""] if not urlsplit(text).scheme
    ]
    for tag in ("updated", "published"):
        problems += [
            f"{name}: {tag} {found.text} is no date"
            for found in part.iterfind(f"{ATOM}{tag}")
            if not _is_moment(found.text)
        ]
    for tag in ("title", "subtitle", "summary", "content"):
        for found in part.iterfind(f"{ATOM}{tag}"):
            if found.get("type", "text") not in TEXT_TYPES:
                problems.append(f"{name}: {tag} of type {found.get('type')}")
    problems += [f"{name}: a link without address" for link in part.iterfind(f"{ATOM}link") if not link.get("href")]
    return problems


def _check_item(item: dict[str, Any]) -> list[str]:
    problems = []
    if not isinstance(item.get("id"), str):
        problems.append("its id is no text")
    if "content_html" not in item and "content_text" not in item:
        problems.append("no content")
    problems += [f"{key} is no address" for key in ("url", "image") if key in item and not _is_address(item[key])]
    for key in ("date_published", "date_modified"):
        if key in item and not _is_moment(item[key]):
            problems.append(f"{key} {item[key]} is no date")
    if not all(isinstance(tag, str) for tag in item.get("tags", [])):
        problems.append("tags are no texts")
    return problems


def _count(part: ET.Element, tag: str) -> int:
    return len(part.findall(f"{ATOM}{tag}"))


def _is_moment(text: str | None) -> bool:
    try:
        return dt.datetime.fromisoformat(text or "").tzinfo is not None
    except ValueError:
        return False


def _is_address(value: object) -> bool:
    return isinstance(value, str) and urlsplit(value).scheme in {"http", "https"}
