"""What pip must be told to install this very `journal` elsewhere: PEP 610's record of where it came from, pinned."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit
from urllib.request import url2pathname

from journal_site import __version__
from journal_site.expressions import expression
from journal_site.publishing.origin import commit_elsewhere

NAME: Final = "journal-site"
_SHELL: Final = expression(r"[\w.+~@:/=#%&?,;\[\]() -]+")
"""What of a requirement can stand in quotes in each host's file."""


def find_requirement() -> str:
    """Return what pip installs this journal by; nothing where it came from a folder that nobody else has.

    A version of an index, a commit of a repository, or an archive by its address and checksum: never a path of this
    machine, nor what logs in. A checkout's commit counts where its own remote has it too.
    """
    try:
        record = distribution(NAME).read_text("direct_url.json")
    except PackageNotFoundError:  # run from a source that is not installed
        return ""
    return requirement_of(record, __version__)


def requirement_of(record: str | None, version: str) -> str:
    """Return the same from the text of a `direct_url.json`, or of None where there is none."""
    if record is None:
        return f"{NAME}=={version}"
    try:
        found: dict[str, Any] = json.loads(record)
        parts = urlsplit(str(found["url"]))
    except (ValueError, KeyError, TypeError):
        return ""
    if parts.scheme == "file":
        is_folder = "dir_info" in found
        return _by_commit(*commit_elsewhere(Path(url2pathname(parts.path)))) if is_folder else ""
    if parts.scheme != "https":
        return ""
    address = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment=""))
    if vcs := found.get("vcs_info"):
        folder = found.get("subdirectory")
        known = vcs.get("vcs") == "git" and not folder
        return _by_commit(address, str(vcs.get("commit_id", ""))) if known else ""
    digest = (found.get("archive_info") or {}).get("hashes", {}).get("sha256")
    return _fit(f"{NAME} @ {address}#sha256={digest}") if digest else ""


def _by_commit(repo: str, commit: str) -> str:
    return _fit(f"{NAME} @ git+{repo}@{commit}") if repo and re.fullmatch(r"[0-9a-f]{40,64}", commit) else ""


def _fit(requirement: str) -> str:
    return requirement if _SHELL.fullmatch(requirement) else ""
