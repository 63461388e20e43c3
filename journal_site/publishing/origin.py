"""What git says of a journal's folder: its author, branch and repository, and where Pages will serve it."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

import msgspec

from journal_site.expressions import expression
from journal_site.publishing.hosts import pages_address

_SSH = expression(r"(?:ssh://)?git@([\w.-]+)[:/](.+?)(?:\.git)?/?$")
_HTTPS = expression(r"https?://(?:[^@/]+@)?([\w.-]+)/(.+?)(?:\.git)?/?$")
_TIMEOUT = 10
"""Seconds."""


class GitOrigin(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a folder; empty where nothing is."""

    author: str = ""
    branch: str = "main"
    repo: str = ""
    """The repository's address on the web: `https://github.com/ada/notes`."""
    inside: str = ""
    """The folder of the repository that it is, where it is not the root."""
    versioned: bool = False
    """There is a repository at all."""

    @property
    def site(self) -> str:
        """Where the repository's Pages are served, or nothing where that is not known."""
        return pages_address(self.repo)


def find_origin(folder: Path) -> GitOrigin:
    """Return what git says of a folder; a folder without git, or a machine without it, says nothing."""
    try:
        return GitOrigin(
            author=_git(folder, "config", "user.name"),
            branch=_git(folder, "symbolic-ref", "--short", "HEAD") or "main",
            repo=web_address(_git(folder, "remote", "get-url", "origin")),
            inside=_git(folder, "rev-parse", "--show-prefix").rstrip("/"),
            versioned=bool(_git(folder, "rev-parse", "--git-dir")),
        )
    except subprocess.TimeoutExpired:  # something in git's folder may be a pipe: each question would wait as long
        return GitOrigin()


def web_address(remote: str) -> str:
    """Return a remote's address on the web: `git@github.com:ada/notes.git` is `https://github.com/ada/notes`."""
    for pattern in (_SSH, _HTTPS):
        match = pattern.match(remote)
        if match:
            return f"https://{match[1]}/{match[2]}"
    return ""


def commit_elsewhere(checkout: Path) -> tuple[str, str]:
    """Return (web address of the remote, commit) of a checkout that is as a commit has it which its remote has too.

    Two empty texts where it is no checkout, was changed, or was not pushed.
    """
    try:
        commit = _git(checkout, "rev-parse", "HEAD")
        changed = _git(checkout, "status", "--porcelain", "--untracked-files=no")
        pushed = _git(checkout, "branch", "--remotes", "--contains", commit, "--list", "origin/*") if commit else ""
        remote = web_address(_git(checkout, "remote", "get-url", "origin"))
    except subprocess.TimeoutExpired:
        return "", ""
    return (remote, commit) if pushed and remote and not changed else ("", "")


def last_year(folder: Path, paths: Sequence[str]) -> int | None:
    """Return the year in which git last saw a change in files or folders; None where it knows of none."""
    try:
        year = _git(folder, "log", "-1", "--format=%ad", "--date=format:%Y", "--", *paths)
    except subprocess.TimeoutExpired:
        return None
    return int(year) if year.isdecimal() else None


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *words], capture_output=True, text=True, check=False, timeout=_TIMEOUT
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
