"""How a repository's host addresses its files, for reading and for editing."""

from __future__ import annotations

from journal_site.pages.parts.urls import encode_path
from journal_site.pages.parts.views import View


class Prefixes(View, frozen=True, kw_only=True):
    """How the addresses of files in a repository begin."""

    view: str
    edit: str


def repository_prefixes(repo: str, branch: str, inside: str = "") -> Prefixes | None:
    """Return how a repository's host addresses the journal's files; None where none is named.

    `inside` is the folder of the repository that the journal lies in.
    """
    if not repo:
        return None
    view, edit = _ways(repo)
    tail = "".join(f"{encode_path(part)}/" for part in (branch, inside) if part)
    return Prefixes(view=f"{repo.rstrip('/')}/{view}/{tail}", edit=f"{repo.rstrip('/')}/{edit}/{tail}")


def _ways(repo: str) -> tuple[str, str]:
    """Return how a repository's host addresses a file for reading and for editing."""
    host = repo.partition("://")[2].partition("/")[0]
    if host.startswith("gitlab."):
        return "-/blob", "-/edit"
    if host in ("codeberg.org", "gitea.com"):
        return "src/branch", "_edit"
    return "blob", "edit"
