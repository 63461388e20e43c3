"""What git says of a journal's folder: its author, branch and repository, and where Pages will serve it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import msgspec

_SSH = re.compile(r"(?:ssh://)?git@([\w.-]+)[:/](.+?)(?:\.git)?/?$")
_HTTPS = re.compile(r"https?://(?:[^@/]+@)?([\w.-]+)/(.+?)(?:\.git)?/?$")
_TIMEOUT = 10
"""Seconds."""


class GitOrigin(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a folder; empty where nothing is."""

    author: str = ""
    branch: str = "main"
    repo: str = ""
    """The repository's address on the web: `https://github.com/ada/notes`."""

    @property
    def site(self) -> str:
        """Where GitHub Pages serves the repository, or nothing for other hosts."""
        host, _, path = self.repo.removeprefix("https://").partition("/")
        owner, _, name = path.partition("/")
        if host != "github.com" or not name:
            return ""
        home = f"https://{owner.lower()}.github.io/"
        return home if name.lower() == f"{owner.lower()}.github.io" else f"{home}{name}/"


def find_origin(folder: Path) -> GitOrigin:
    """Return what git says of a folder; a folder without git, or a machine without it, says nothing."""
    try:
        return GitOrigin(
            author=_git(folder, "config", "user.name"),
            branch=_git(folder, "symbolic-ref", "--short", "HEAD") or "main",
            repo=web_address(_git(folder, "remote", "get-url", "origin")),
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


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *words], capture_output=True, text=True, check=False, timeout=_TIMEOUT
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
