"""The notebooks of the whole journal, local and remote, each once."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

import msgspec

from journal_site.file_kinds import NOTEBOOK
from journal_site.index.links import bare, says_something
from journal_site.index.paths.relative import suffix_of
from journal_site.index.paths.repository import hosted_file, local_path
from journal_site.model.entry import Entry, Notebook, Slot
from journal_site.model.index import NotebookRecord, Target
from journal_site.slugs import name_slug, short_part

_OBVIOUS_FOLDERS = frozenset({"entries", "notebooks", "notebook"})


class NotebookMention(msgspec.Struct, frozen=True, kw_only=True):
    """One entry's mention of a notebook."""

    id: str
    topics: tuple[str, ...]
    text: str
    line: int
    url: str = ""
    """Of a remote one."""
    path: str = ""
    """Of a local one, also where it is missing."""


def notebook_pages(paths: Iterable[str]) -> dict[str, str]:
    """Return the URL of each local notebook's page, relative to the site's root."""
    pages: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(paths):
        parts = [name_slug(part) for part in path.removesuffix(suffix_of(path)).split("/")]
        while len(parts) > 1 and parts[0] in _OBVIOUS_FOLDERS:
            del parts[0]
        slug = plain = short_part("-".join(parts))
        number = 2
        while slug in taken:
            slug = f"{plain}-{number}"
            number += 1
        taken.add(slug)
        pages[path] = f"notebooks/{slug}/"
    return pages


def find_mentions(
    entries: Sequence[Entry],
    ids: Sequence[str],
    topics: Sequence[tuple[str, ...]],
    local: Iterable[tuple[int, Slot, str]],
) -> list[NotebookMention]:
    """Return all mentions in the index's order, and within an entry by line; `local` gives place, slot and path."""
    slots: dict[int, list[NotebookMention]] = {}
    for place, slot, path in local:
        if place < len(entries):
            mention = NotebookMention(id=ids[place], topics=topics[place], text=slot.text, line=slot.line, path=path)
            slots.setdefault(place, []).append(mention)
    mentions: list[NotebookMention] = []
    for place, entry in enumerate(entries):
        found = [
            NotebookMention(id=ids[place], topics=topics[place], text=one.text, line=one.line, url=one.url)
            for one in entry.notebooks
        ]
        if place in slots:
            found = sorted((*found, *slots[place]), key=lambda mention: mention.line)
        mentions += found
    return mentions


def build_notebooks(  # noqa: PLR0913 - one parameter for each thing that a record is made from
    mentions: Sequence[NotebookMention],
    notebooks: Mapping[str, Notebook],
    pages: Mapping[str, str],
    targets: Mapping[str, tuple[Target, ...]],
    repo: str,
    *,
    withheld: Container[str] = (),
) -> tuple[NotebookRecord, ...]:
    """Return each notebook in the order of first mention, then the local ones that no entry mentions, by path.

    One that a text names and that is not there is listed without an address. `withheld` are paths of files that must
    not be published beside their pages.
    """
    keys: dict[str, str] = {}
    gathered: dict[str, list[NotebookMention]] = {}
    for mention in mentions:
        key = mention.path or keys.get(mention.url)
        if key is None:
            key = keys[mention.url] = _key(mention.url, repo, pages)
        if key in gathered:
            gathered[key].append(mention)
        else:
            gathered[key] = [mention]
    for path in sorted(notebooks):
        gathered.setdefault(path, [])
    records: list[NotebookRecord] = []
    for key, found in gathered.items():
        entries, topics = _cited(found)
        if key in pages:
            record = NotebookRecord(
                url=pages[key],
                title=notebooks[key].title,
                local=key,
                topics=topics,
                entries=entries,
                targets=targets[key],
                withheld=key in withheld,
            )
        else:
            first = found[0]
            record = NotebookRecord(
                url=first.url, title=_title(key, found), missing=first.path, topics=topics, entries=entries
            )
        records.append(record)
    return tuple(records)


def _key(url: str, repo: str, pages: Mapping[str, str]) -> str:
    """Return the path of the local notebook that an address names, else one key for all viewers of a hosted one."""
    file = hosted_file(url)
    if file is None:
        return url
    local = local_path(file, repo, pages) if repo else None
    return local or f"{file.repository}/{file.path}"


def _cited(mentions: Sequence[NotebookMention]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of the entries that mention a notebook, and their topics, each once."""
    if len(mentions) == 1:
        return (mentions[0].id,), mentions[0].topics
    ids = dict.fromkeys([mention.id for mention in mentions])
    topics = dict.fromkeys([topic for mention in mentions for topic in mention.topics])
    return tuple(ids), tuple(topics)


def _title(key: str, mentions: Sequence[NotebookMention]) -> str:
    """Return the first text that says what a remote notebook is, else its file's name, else its address."""
    for mention in mentions:
        if says_something(mention.text):
            return mention.text
    return bare(key) if "://" in key else key.rpartition("/")[2].removesuffix(NOTEBOOK)
