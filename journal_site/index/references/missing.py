"""Warnings of references that lead nowhere, each with what may have been meant."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from journal_site.errors import Diagnostic, Location
from journal_site.file_kinds import MEDIA, NOTEBOOK
from journal_site.index.paths.relative import folder_of, resolve_path, suffix_of
from journal_site.index.paths.suggestions import Suggestions
from journal_site.pictures.kinds import HEIC

if TYPE_CHECKING:
    from journal_site.errors import Severity
    from journal_site.index.references.lookups import Lookups
    from journal_site.model.entry import Entry, Slot
    from journal_site.model.source import Asset

_ANCHOR_HINTS = 100
"""How many missing anchors get a hint: each is looked for among all anchors of its text."""
_NAMES_HINT = "write it, or name an entry by its title, file, alias, day or date"
_HEADINGS = 3


class Reporter:
    """Makes the warnings of one journal's references."""

    def __init__(self, lookups: Lookups, files: Iterable[str], beside: Callable[[], Iterable[str]] = tuple) -> None:
        """`files` are the paths that exist besides the sources'; `beside` gives more of them, for hints only."""
        self._beside = beside
        self._lookups = lookups
        self._files = files
        self._anchor_hints = _ANCHOR_HINTS

    @cached_property
    def _paths(self) -> dict[str, list[str]]:
        """Existing paths by the folded name of the file."""
        paths: dict[str, list[str]] = {}
        for path in dict.fromkeys((*self._lookups.sources, *self._files, *sorted(self._beside()))):
            paths.setdefault(path.rpartition("/")[2].casefold(), []).append(path)
        return paths

    @cached_property
    def _file_names(self) -> Suggestions:
        return Suggestions(self._paths)

    @cached_property
    def _names(self) -> Suggestions:
        return Suggestions(self._lookups.names.all())

    def missing_path(self, slot: Slot, entry: Entry) -> Diagnostic:
        """Warn of a file that is not there."""
        path = slot.target.partition("#")[0]
        if resolve_path(entry.source, path) is None:
            hint = "it leads out of the journal's folder, where nothing can be published"
        else:
            hint = self._path_hint(path, entry)
        code, what = _kind_of(slot, path)
        return _warning(slot, entry, code, f"{what} '{slot.target}' does not exist", hint)

    def unreadable(self, slot: Slot, entry: Entry, asset: Asset) -> Diagnostic:
        """Warn of a file that is there and cannot be read, or of a picture that cannot be shown, or not whole."""
        if not asset.digest:
            code = "image-unreadable" if slot.kind != "link" else "link-missing"
            hint = "put the file itself there" if "leads out" in asset.problem else "check that you may read the file"
            return _warning(slot, entry, code, f"'{slot.target}': {asset.problem}", hint)
        hint = "open it in an image program, and save it again"
        if "LFS" in asset.problem:
            hint = "fetch the picture with `git lfs pull`"
        shown = "is shown in part" if asset.width else "cannot be shown"
        if asset.problem == HEIC:
            hint, shown = "export it as JPEG", "cannot be shown by most browsers"
        message = f"the image '{slot.target}' {shown}: {asset.problem}"
        return _warning(slot, entry, "image-unreadable", message, hint)

    def missing_name(self, slot: Slot, entry: Entry, name: str) -> Diagnostic:
        """Warn of a wikilink that no entry and no file answers to."""
        if suffix_of(name) in MEDIA or suffix_of(name) == NOTEBOOK:
            code, what = _kind_of(slot, name)
            return _warning(slot, entry, code, f"{what} '{slot.target}' does not exist", self._path_hint(name, entry))
        if name.startswith("(("):
            return _warning(slot, entry, "wikilink-missing", f"no block has the id '{name}'", "copy its id again")
        message = f"no entry is called '{name}'"
        return _warning(slot, entry, "wikilink-missing", message, self._names.hint(name) or _NAMES_HINT)

    def missing_anchor(self, slot: Slot, entry: Entry, fragment: str, known: Sequence[str]) -> Diagnostic:
        """Warn of a heading that is not there."""
        hint = ""
        if self._anchor_hints > 0 and not fragment.startswith("^"):
            self._anchor_hints -= 1
            hint = Suggestions(known).hint(fragment).replace("'", "'#", 1) or _headings_hint(known)
        what = "block" if fragment.startswith("^") else "heading"
        return _warning(slot, entry, "anchor-missing", f"no {what} for '#{fragment}' in '{slot.target}'", hint)

    def unpublished(self, slot: Slot, entry: Entry) -> Diagnostic:
        """Warn of a link to a draft, to an entry of the future, or to a text that was left out."""
        message = f"'{slot.target}' is not published: it is a draft, dated in the future, or left out"
        return _warning(slot, entry, "link-unpublished", message, "publish it, or build with --drafts and --future")

    def folder(self, slot: Slot, entry: Entry) -> Diagnostic:
        """Warn of a link to a folder that the site cannot show."""
        hint = "set 'repo' in site.yaml, so that it leads to the repository"
        return _warning(slot, entry, "link-missing", f"'{slot.target}' is a folder, and has no page", hint)

    def hidden(self, slot: Slot, entry: Entry) -> Diagnostic:
        """Warn of a link to a file that is never published."""
        hint = "rename it, or set 'repo' in site.yaml, so that it leads to the repository"
        return _warning(slot, entry, "link-missing", f"'{slot.target}' is hidden, and never published", hint)

    def left_out(self, slot: Slot, entry: Entry) -> Diagnostic:
        """Tell of a file that others wrote, and that a browser would run in the site's name."""
        message = f"'{slot.target}' is not published: it could run scripts in the site's name"
        hint = "set 'repo' in site.yaml, so that it leads to the repository; 'html: trusted' publishes it as it is"
        return _warning(slot, entry, "file-left-out", message, hint, severity="notice")

    def ambiguous(self, slot: Slot, entry: Entry, matches: Sequence[Entry]) -> Diagnostic:
        """Warn of a wikilink that several entries answer to."""
        places = [str(Location(path=one.source, line=one.line)) for one in matches]
        message = f"'{slot.target}' may mean {', '.join(places[:-1])} or {places[-1]}"
        hint = f"{places[0]} was taken; name the other by its path or id"
        return _warning(slot, entry, "wikilink-ambiguous", message, hint)

    def _path_hint(self, path: str, entry: Entry) -> str:
        wanted = path.replace("\\", "/").rstrip("/").rpartition("/")[2]
        near = self._file_names.nearest(wanted) if wanted else ""
        if not near:
            looked = resolve_path(entry.source, path.replace("\\", "/"))
            return f"there is no '{looked}': a path begins at its text's folder, or with a / at the journal's"
        found = self._paths[near][0]
        own = folder_of(entry.source)
        return f"did you mean '{posixpath.relpath(found, own) if own else found}'?"


def _headings_hint(known: Sequence[str]) -> str:
    if not known:
        return "the text that it leads to has no headings"
    more = f" and {len(known) - _HEADINGS} more" if len(known) > _HEADINGS else ""
    return f"the text that it leads to has {', '.join(f'#{name}' for name in known[:_HEADINGS])}{more}"


def _kind_of(slot: Slot, path: str) -> tuple[str, str]:
    suffix = suffix_of(path.partition("?")[0])
    if suffix == NOTEBOOK:
        return "notebook-missing", "the notebook"
    if slot.kind == "image" or (slot.kind == "embed" and suffix in MEDIA):
        return "image-missing", "the image"
    return "link-missing", "the file"


def _warning(  # noqa: PLR0913 - the parts of a diagnostic
    slot: Slot, entry: Entry, code: str, message: str, hint: str, *, severity: Severity = "warning"
) -> Diagnostic:
    return Diagnostic(
        severity=severity,
        code=code,
        message=message,
        location=Location(path=entry.source, line=slot.line, column=slot.column),
        hint=hint,
    )
