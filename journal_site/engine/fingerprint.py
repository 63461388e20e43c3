"""Tell one state of the program and its libraries from another, without loading any of them."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
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
    package = Path(journal_site.__file__).parent
    for path in sorted(package.rglob("*.py")):
        _add(state, path)
    for path in sorted((package / "_vendor").glob("*")):
        _add(state, path)
    for name in _LIBRARIES:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            _add(state, Path(spec.origin))
    return state.hexdigest()


def _add(state: hashlib.blake2b, path: Path) -> None:
    status = path.stat()
    state.update(f"{path.name} {status.st_size} {status.st_mtime_ns}\n".encode())
