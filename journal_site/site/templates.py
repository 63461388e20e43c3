"""Find the templates and static files of the theme and of the journal, which overrides it file by file.

Knows files and texts only; what a template means is `theme`'s part, so that deciding what to render imports no Jinja.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from journal_site.errors import Diagnostic, Location, TemplateError
from journal_site.plain_files import leads_out, read_text
from journal_site.reasons import REFUSED, why
from journal_site.signs import unfit_name

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


def walk_files(folder: Path, root: Path | None = None) -> Iterator[tuple[str, os.stat_result | None]]:
    """Yield all files below a folder, by path relative to it, with what `stat` says; names with a dot apart.

    A link to a folder that it lies in is passed over. One that leads out of the folder, and of the journal in `root`,
    is not followed, and has None for what `stat` says. Raises TemplateError where something cannot be read.
    """
    pending = [(str(folder), "", frozenset([os.path.realpath(folder)]))]
    while pending:
        here, prefix, above = pending.pop()
        for child in _children(here, folder):
            if child.name.startswith(".") and child.name != ".well-known":
                continue
            if _leads_nowhere(child):
                continue
            real = os.path.realpath(child.path) if child.is_symlink() else child.path
            if real in above:
                continue
            if root is not None and child.is_symlink() and leads_out(real, (root, folder)):
                yield prefix + child.name, None
            elif child.is_dir():
                pending.append((child.path, f"{prefix}{child.name}/", above | {os.path.realpath(child.path)}))
            elif child.is_file():
                _require_readable(child, prefix + child.name, folder)
                yield prefix + child.name, child.stat()


def _children(here: str, folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(here) as listing:
            return sorted(listing, key=lambda child: child.name)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise _refusal(here, folder, why(error), "check that you may read the folder") from None


def _leads_nowhere(child: os.DirEntry[str]) -> bool:
    try:
        child.is_dir()
    except OSError:  # a link that leads to itself
        return True
    return False


def _require_readable(child: os.DirEntry[str], path: str, folder: Path) -> None:
    if not os.access(child.path, os.R_OK):
        raise _refusal(child.path, folder, REFUSED, "check that you may read the file")
    if not path.isprintable() and (reason := unfit_name(path)):
        raise _refusal(child.path, folder, reason, "rename it")


def _refusal(place: str, folder: Path, reason: str, hint: str) -> TemplateError:
    shown = os.path.relpath(place, folder.parent).replace(os.sep, "/").encode("utf-8", "backslashreplace").decode()
    return TemplateError(
        Diagnostic(
            severity="error",
            code="source-unreadable",
            message=f"cannot be read: {reason}",
            location=Location(path=shown),
            hint=hint,
        )
    )


def read_templates(root: Path) -> dict[str, tuple[str, str]]:
    """Return all templates by name, each with its text and its path for messages; the journal's own come first."""
    texts: dict[str, tuple[str, str]] = {}
    for folder, shown in ((theme_folder() / "templates", None), (root / "templates", "templates/")):
        for name, status in walk_files(folder, None if shown is None else root):
            if status is not None:
                texts[name] = (read_text(folder / name), str(folder / name) if shown is None else shown + name)
    return texts
