"""Find the templates and static files of the theme and of the journal, which overrides it file by file.

Knows files and texts only; what a template means is `theme`'s part, so that deciding what to render imports no Jinja.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from journal_site.characters import unfit_name
from journal_site.errors import Diagnostic, Location, TemplateError
from journal_site.expressions import expression
from journal_site.regular_files import LEADS_OUT, leads_out, read_text
from journal_site.system_errors import REFUSED, why

_REFERENCE = expression(r"\{%[-+]?\s*(?:extends|include|import|from)\s+(?:\"([^\"]+)\"|'([^']+)'|([^\s%]))")


def closure_digests(texts: Mapping[str, tuple[str, str]]) -> dict[str, bytes]:
    """Return for each template the digest of all texts that it can come to use.

    A template that names another by an expression can come to use any of them.
    """
    direct = {name: _references(text, texts) for name, (text, _) in texts.items()}
    return {name: _digest(sorted(_reached(name, direct)), texts) for name in texts}


def unused_templates(texts: Mapping[str, tuple[str, str]], used: Iterable[str]) -> list[str]:
    """Return the templates that are neither among those used nor named by them, however far."""
    direct = {name: _references(text, texts) for name, (text, _) in texts.items()}
    return sorted(texts.keys() - {one for name in used for one in _reached(name, direct)})


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


def walk_files(
    folder: Path, root: Path | None = None, *, lenient: bool = False
) -> Iterator[tuple[str, os.stat_result | str]]:
    """Yield all files below a folder, by path relative to it, with what `stat` says; names with a dot apart.

    A link to a folder that it lies in is passed over. One that leads out of the folder, and of the journal in `root`,
    is not followed, and has the reason in place of what `stat` says. So has, if `lenient`, what cannot be read; else it
    raises TemplateError.
    """
    pending = [(str(folder), "", frozenset([os.path.realpath(folder)]))]
    while pending:
        here, prefix, above = pending.pop()
        try:
            children = _children(here)
        except OSError as error:
            if not lenient:
                raise _refusal(here, folder, why(error), "check that you may read the folder") from None
            yield prefix, why(error)
            continue
        for child in children:
            if _is_passed_over(child):
                continue
            real = os.path.realpath(child.path) if child.is_symlink() else child.path
            if real in above:
                continue
            if root is not None and child.is_symlink() and leads_out(real, (root, folder)):
                yield prefix + child.name, LEADS_OUT
            elif child.is_dir():
                pending.append((child.path, f"{prefix}{child.name}/", above | {os.path.realpath(child.path)}))
            elif child.is_file():
                yield prefix + child.name, _look_at(child, prefix + child.name, folder, lenient=lenient)


def _children(here: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(here) as listing:
            return sorted(listing, key=lambda child: child.name)
    except (FileNotFoundError, NotADirectoryError):
        return []


def _is_passed_over(child: os.DirEntry[str]) -> bool:
    if child.name.startswith(".") and child.name != ".well-known":
        return True
    try:
        child.is_dir()
    except OSError:  # a link that leads to itself
        return True
    return False


def _look_at(child: os.DirEntry[str], path: str, folder: Path, *, lenient: bool) -> os.stat_result | str:
    """Return what `stat` says of a file, or why it cannot be used, which is raised unless `lenient`."""
    reason = _unusable(child, path)
    if reason and not lenient:
        raise _refusal(child.path, folder, reason, "rename it, or check that you may read it")
    return reason or child.stat()


def _unusable(child: os.DirEntry[str], path: str) -> str:
    """Return why a file cannot be read, or cannot be named; nothing where it can."""
    if not os.access(child.path, os.R_OK):
        return REFUSED
    return "" if path.isprintable() else unfit_name(path)


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
            if not isinstance(status, str):
                texts[name] = (read_text(folder / name), str(folder / name) if shown is None else shown + name)
    return texts
