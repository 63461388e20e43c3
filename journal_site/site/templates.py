"""Find the templates and static files of the theme and of the journal, which overrides it file by file.

Knows files and texts only; what a template means is `theme`'s part, so that deciding what to render imports no Jinja.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

_REFERENCE = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\s+(?:\"([^\"]+)\"|'([^']+)'|([^\s%]))")


def closure_digests(texts: Mapping[str, tuple[str, str]]) -> dict[str, bytes]:
    """Return for each template the digest of all texts that it can come to use.

    A template that names another by an expression can come to use any of them.
    """
    direct = {name: _references(text, texts) for name, (text, _) in texts.items()}
    return {name: _digest(sorted(_reached(name, direct)), texts) for name in texts}


def _references(text: str, texts: Mapping[str, object]) -> frozenset[str]:
    found: set[str] = set()
    for match in _REFERENCE.finditer(text):
        if match[3] is not None:
            return frozenset(texts)
        found.add(match[1] or match[2])
    return frozenset(found & texts.keys())


def _reached(name: str, direct: Mapping[str, frozenset[str]]) -> set[str]:
    reached, pending = {name}, [name]
    while pending:
        for other in sorted(direct[pending.pop()] - reached):
            reached.add(other)
            pending.append(other)
    return reached


def _digest(names: list[str], texts: Mapping[str, tuple[str, str]]) -> bytes:
    state = hashlib.blake2b(digest_size=16)
    for name in names:
        text = texts[name][0].encode()
        state.update(f"{name}\0{len(text)}\0".encode())
        state.update(text)
    return state.digest()


def theme_folder() -> Path:
    """Return the folder that holds the default theme's `templates` and `static`.

    In a wheel it is inside the package; in an editable install it is the checkout itself.
    """
    package = Path(__file__).resolve().parent.parent
    shipped = package / "_theme"
    return shipped if shipped.is_dir() else package.parent


def walk_files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Return all files below a folder, by path relative to it, with what `stat` says; names with a dot apart."""
    pending = [(str(folder), "")]
    while pending:
        here, prefix = pending.pop()
        try:
            children = sorted(os.scandir(here), key=lambda child: child.name)
        except OSError:
            continue
        for child in children:
            if child.name.startswith(".") and child.name != ".well-known":
                continue
            if child.is_dir():
                pending.append((child.path, f"{prefix}{child.name}/"))
            elif child.is_file():
                yield prefix + child.name, child.stat()


def read_templates(root: Path) -> dict[str, tuple[str, str]]:
    """Return all templates by name, each with its text and its path for messages; the journal's own come first."""
    texts: dict[str, tuple[str, str]] = {}
    for folder, shown in ((theme_folder() / "templates", None), (root / "templates", "templates/")):
        for name, _ in walk_files(folder):
            text = (folder / name).read_text(encoding="utf-8", errors="replace")
            texts[name] = (text, str(folder / name) if shown is None else shown + name)
    return texts
