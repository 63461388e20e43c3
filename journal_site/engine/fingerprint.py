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

    Only the store's and the manifest's validity hang on it, never a byte of the site. Where pip keeps a record of what
    it installed, that counts in place of files' times: the same release that is installed anew, as for each push, is
    the same program.
    """
    state = hashlib.blake2b(digest_size=12)
    state.update(f"{journal_site.__version__} {FORMAT} {sys.version}\n".encode())
    package = Path(journal_site.__file__).parent
    recorded = _recorded(package)
    state.update(recorded)
    for one in _files(str(package), (".py",)):
        _add(state, one.name, one.stat(), timed=not recorded)
    known: dict[Path, bytes] = {}
    for name in _LIBRARIES:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            origin = Path(spec.origin)
            place = origin.parent.parent if spec.submodule_search_locations else origin.parent
            if place not in known:
                known[place] = _releases(place)
                state.update(known[place])
            _add(state, name, origin.stat(), timed=not known[place])
    return state.hexdigest()


def _recorded(package: Path) -> bytes:
    """Return pip's record of the package's files, with their checksums; nothing for a checkout."""
    record = package.parent / f"{package.name}-{journal_site.__version__}.dist-info/RECORD"
    try:
        lines = record.read_bytes().splitlines()
    except OSError:
        return b""
    own = f"{package.name}/".encode()
    return b"\n".join(line for line in lines if line.startswith(own) and b"sha256=" in line)


def _releases(folder: Path) -> bytes:
    """Return the names and versions of what is installed in a folder; nothing where that is not said."""
    names = sorted(path.name for path in folder.glob("*.dist-info"))
    return "\n".join(names).encode()


def _files(folder: str, endings: tuple[str, ...]) -> Iterator[os.DirEntry[str]]:
    """Give the files with these endings, and all of others' own: each build asks, and `Path` takes twice as long."""
    with os.scandir(folder) as entries:
        found = sorted((one for one in entries if one.name != "__pycache__"), key=attrgetter("name"))
    for one in found:
        if one.is_dir():
            yield from _files(one.path, ("",) if one.name == "_vendor" else endings)
        elif one.name.endswith(endings):
            yield one


def _add(state: hashlib.blake2b, name: str, status: os.stat_result, *, timed: bool) -> None:
    state.update(f"{name} {status.st_size} {status.st_mtime_ns * timed}\n".encode())
