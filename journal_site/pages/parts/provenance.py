"""Where a page's text stands: its place in the journal, and in the repository on the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.pages.parts.urls import encode_path
from journal_site.pages.parts.views import View

if TYPE_CHECKING:
    from journal_site.pages.parts.context import Material


class Provenance(View, frozen=True, kw_only=True):
    """Where a text comes from."""

    place: str
    """`README.md:130`"""
    url: str = ""
    """That place in the repository; empty where no repository is named."""
    edit: str = ""
    """Where the repository's host lets one edit it."""


def provenance(material: Material, path: str, line: int) -> Provenance:
    """Return where a text stands; the whole file is meant by line 0 or 1."""
    place, anchor = (f"{path}:{line}", f"#L{line}") if line > 1 else (path, "")
    prefixes = material.repository
    if prefixes is None:
        return Provenance(place=place)
    tail = encode_path(path) + anchor
    return Provenance(place=place, url=prefixes.view + tail, edit=prefixes.edit + tail)


class Prefixes(View, frozen=True, kw_only=True):
    """How the addresses of files in a repository begin."""

    view: str
    edit: str


def repository_prefixes(repo: str, branch: str) -> Prefixes | None:
    """Return how a repository's host addresses files, for reading and for editing; None where none is named."""
    if not repo:
        return None
    view, edit = _ways(repo)
    tail = f"{encode_path(branch)}/"
    return Prefixes(view=f"{repo.rstrip('/')}/{view}/{tail}", edit=f"{repo.rstrip('/')}/{edit}/{tail}")


def _ways(repo: str) -> tuple[str, str]:
    """Return how a repository's host addresses a file for reading and for editing."""
    host = repo.partition("://")[2].partition("/")[0]
    if host.startswith("gitlab."):
        return "-/blob", "-/edit"
    if host in ("codeberg.org", "gitea.com"):
        return "src/branch", "_edit"
    return "blob", "edit"
