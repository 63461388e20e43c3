"""Tell one state of the program and its libraries from another, without loading any of them."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import journal_site
from journal_site.model.base import FORMAT

_LIBRARIES = (
    "emoji", "jinja2", "linkify_it", "markdown_it", "markupsafe", "mdit_py_plugins", "msgspec", "nbformat", "nh3",
    "PIL", "pygments", "quickjs", "yaml",
)  # fmt: skip
"""What can change a site's bytes."""


def fingerprint() -> str:
    """Return a text that changes whenever the program, Python or a library that shapes the site does.

    Only the store's and the manifest's validity hang on it, never a byte of the site.
    """
    state = hashlib.blake2b(digest_size=12)
    state.update(f"{journal_site.__version__} {FORMAT} {sys.version}\n".encode())
    for one in _files(str(Path(journal_site.__file__).parent), (".py",)):
        _add(state, one.name, one.stat())
    for name in _LIBRARIES:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            _add(state, name, Path(spec.origin).stat())
    return state.hexdigest()


def _files(folder: str, endings: tuple[str, ...]) -> Iterator[os.DirEntry[str]]:
    """Give the files with these endings, and all of others' own: each build asks, and `Path` takes twice as long."""
    with os.scandir(folder) as entries:
        found = sorted((one for one in entries if one.name != "__pycache__"), key=attrgetter("name"))
    for one in found:
        if one.is_dir():
            yield from _files(one.path, ("",) if one.name == "_vendor" else endings)
        elif one.name.endswith(endings):
            yield one


def _add(state: hashlib.blake2b, name: str, status: os.stat_result) -> None:
    state.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
