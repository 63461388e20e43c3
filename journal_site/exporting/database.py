"""A journal as one SQLite database, with full-text tables that Datasette and others search."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from journal_site.exporting.collection import Exported, ExportedFile
from journal_site.exporting.tree import parse_body, plain_text

if TYPE_CHECKING:
    from journal_site.exporting.collection import Collection
    from journal_site.model.index import Item

_SCHEMA = """
CREATE TABLE journal (title TEXT NOT NULL, url TEXT, author TEXT, language TEXT NOT NULL, description TEXT);
CREATE TABLE entries (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL, day INTEGER, round INTEGER,
  date TEXT, end_date TEXT, date_source TEXT NOT NULL, updated TEXT, words INTEGER NOT NULL, minutes INTEGER,
  excerpt TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL, source_path TEXT NOT NULL, source_line INTEGER NOT NULL
);
CREATE TABLE entry_dates (entry TEXT NOT NULL REFERENCES entries(id), date TEXT NOT NULL, PRIMARY KEY (entry, date));
CREATE TABLE topics (slug TEXT PRIMARY KEY, name TEXT NOT NULL, parent TEXT REFERENCES topics(slug));
CREATE TABLE entry_topics (
  entry TEXT NOT NULL REFERENCES entries(id), topic TEXT NOT NULL REFERENCES topics(slug), PRIMARY KEY (entry, topic)
);
CREATE TABLE links (url TEXT PRIMARY KEY, kind TEXT NOT NULL, domain TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE citations (
  entry TEXT NOT NULL REFERENCES entries(id), link TEXT NOT NULL REFERENCES links(url), text TEXT NOT NULL,
  section TEXT NOT NULL, line INTEGER NOT NULL
);
CREATE TABLE tasks (
  entry TEXT NOT NULL REFERENCES entries(id), text TEXT NOT NULL, done INTEGER NOT NULL, line INTEGER NOT NULL
);
CREATE TABLE questions (entry TEXT NOT NULL REFERENCES entries(id), text TEXT NOT NULL, line INTEGER NOT NULL);
CREATE INDEX entries_by_date ON entries(date);
CREATE INDEX entry_topics_by_topic ON entry_topics(topic);
CREATE INDEX citations_by_link ON citations(link);
"""
_SEARCH = """
CREATE VIRTUAL TABLE entries_fts USING fts5(title, text, content="entries", tokenize="{tokenize}");
INSERT INTO entries_fts(entries_fts) VALUES ('rebuild');
"""
_UNSPACED = ("ja", "ko", "th", "zh", "lo", "km", "my")
"""Languages whose words no blank parts, or whose words take on endings without one: three signs in a row are found."""
_VERSION = 1


def as_database(collection: Collection) -> Exported:
    """Return the database as one file; `entries` has a row for each text, dates as in ISO 8601, words as counted."""
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.executescript(_SCHEMA)
        _fill(database, collection)
        spaced = not collection.config.language.lower().startswith(_UNSPACED)
        database.executescript(_SEARCH.format(tokenize="unicode61 remove_diacritics 2" if spaced else "trigram"))
        database.execute(f"PRAGMA user_version = {_VERSION}")
        database.commit()
        database.execute("VACUUM")
        return Exported((ExportedFile("", database.serialize()),), len(collection.texts))


def _fill(database: sqlite3.Connection, collection: Collection) -> None:
    config = collection.config
    _put(database, "journal", [(config.title, config.url, config.author, config.language, config.description)])
    texts = collection.texts
    keys = {id(item): key for item, key in zip(texts, _keys(texts), strict=True)}
    _put(database, "entries", (_row(collection, item, keys[id(item)]) for item in texts))
    _put(
        database,
        "entry_dates",
        ((keys[id(one)], str(date)) for one in texts for date in dict.fromkeys(one.entry.dates)),
    )
    topics = collection.topics_with_parents
    known = {topic.slug for topic in topics}
    _put(database, "topics", ((one.slug, one.name, one.parent) for one in topics))
    _put(database, "entry_topics", ((keys[id(one)], slug) for one in texts for slug in one.topics if slug in known))
    own = {item.id: key for item, key in ((one, keys[id(one)]) for one in (*collection.entries, *collection.notes))}
    for link in collection.planned.derived.index.links:
        cited = [one for one in link.citations if one.id in own]
        if cited:
            _put(database, "links", [(link.url, link.kind, link.domain, link.text)])
            _put(database, "citations", ((own[one.id], link.url, one.text, one.section, one.line) for one in cited))
    _put(
        database,
        "tasks",
        ((keys[id(one)], task.text, int(task.done), task.line) for one in texts for task in one.entry.tasks),
    )
    _put(
        database,
        "questions",
        ((keys[id(one)], asked.text, asked.line) for one in texts for asked in one.entry.questions),
    )


def _keys(texts: Iterable[Item]) -> Iterator[str]:
    """Yield an id for each text: the introductions of several logs have none of their own."""
    used: set[str] = set()
    for item in texts:
        key, number = item.id or item.entry.kind, 1
        while key in used:
            number += 1
            key = f"{item.id or item.entry.kind}-{number}"
        used.add(key)
        yield key


def _row(collection: Collection, item: Item, key: str) -> tuple[object, ...]:
    entry, html = item.entry, collection.html(item)
    return (
        key,
        entry.kind,
        collection.context.urls.absolute(item.url) or item.url,
        collection.context.naming.headline(entry)[0],
        entry.day,
        entry.round,
        _iso(entry.date),
        _iso(entry.end_date),
        entry.date_source,
        _iso(entry.updated),
        entry.words,
        entry.minutes,
        entry.excerpt,
        plain_text(parse_body(html)),
        html,
        entry.source,
        entry.line,
    )


def _iso(date: object) -> str | None:
    return str(date) if date is not None else None


def _put(database: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    for row in rows:
        database.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608 - our own names
