"""The notebooks of the whole journal, local and remote, each once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from journal_site.index.links import bare, says_something
from journal_site.index.paths import suffix_of
from journal_site.index.repository import hosted_file, local_path
from journal_site.model import Notebook, NotebookRecord, Target
from journal_site.slugs import name_slug

_OBVIOUS_FOLDERS = frozenset({"notebooks", "notebook"})


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One entry's mention of a notebook."""

    id: str
    topics: tuple[str, ...]
    text: str
    line: int
    url: str = ""
    """Of a remote one."""
    path: str = ""
    """Of a local one."""


class _Gathered(msgspec.Struct, kw_only=True):
    """One notebook while its mentions are gathered."""

    url: str
    title: str = ""
    local: str = ""
    topics: dict[str, None]
    entries: dict[str, None]


def notebook_pages(paths: Iterable[str]) -> dict[str, str]:
    """Return the URL of each local notebook's page, relative to the site's root."""
    pages: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(paths):
        parts = [name_slug(part) for part in path.removesuffix(suffix_of(path)).split("/")]
        if len(parts) > 1 and parts[0] in _OBVIOUS_FOLDERS:
            del parts[0]
        slug = plain = "-".join(parts)
        number = 2
        while slug in taken:
            slug = f"{plain}-{number}"
            number += 1
        taken.add(slug)
        pages[path] = f"notebooks/{slug}/"
    return pages


def build_notebooks(
    mentions: Sequence[Mention],
    notebooks: Mapping[str, Notebook],
    pages: Mapping[str, str],
    targets: Mapping[str, tuple[Target, ...]],
    repo: str,
) -> tuple[NotebookRecord, ...]:
    """Return each notebook in the order of first mention, then the local ones that no entry mentions, by path."""
    gathered: dict[str, _Gathered] = {}
    for mention in mentions:
        path = mention.path or _local(mention.url, repo, pages)
        key = path or _remote_key(mention.url)
        found = gathered.get(key)
        if found is None:
            found = gathered[key] = _Gathered(
                url=pages[path] if path else mention.url, local=path, topics={}, entries={}
            )
        found.entries[mention.id] = None
        found.topics.update(dict.fromkeys(mention.topics))
        if not found.title and says_something(mention.text.strip()):
            found.title = mention.text.strip()
    for path in sorted(notebooks):
        if path not in gathered:
            gathered[path] = _Gathered(url=pages[path], local=path, topics={}, entries={})
    return tuple(
        NotebookRecord(
            url=one.url,
            title=_title(one, notebooks),
            local=one.local,
            topics=tuple(one.topics),
            entries=tuple(one.entries),
            targets=targets.get(one.local, ()),
        )
        for one in gathered.values()
    )


def _local(url: str, repo: str, pages: Mapping[str, str]) -> str:
    file = hosted_file(url) if repo else None
    return (local_path(file, repo, pages) or "") if file else ""


def _remote_key(url: str) -> str:
    """Return the same key for all viewers of one hosted notebook."""
    file = hosted_file(url)
    return f"{file.repository}/{file.paths[0]}" if file and file.paths else url


def _title(one: _Gathered, notebooks: Mapping[str, Notebook]) -> str:
    if one.local:
        return notebooks[one.local].title
    if one.title:
        return one.title
    file = hosted_file(one.url)
    return file.place.rpartition("/")[2].removesuffix(".ipynb") if file else bare(one.url)
