"""What stands where the site's files are to be: files of others, which stop a build, and our own old ones, which go."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence

from journal_site.site.output import OutputFolder, files_below


def fold(path: str) -> str:
    """Return the same for all paths that some disk takes for one: many know no case."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path.casefold())


def first_to_go(stale: Sequence[str], planned: Iterable[str]) -> tuple[str, ...]:
    """Return the old files that must be gone before the planned ones can be put in place.

    Those are where a folder will be or in a folder where a file will be, and what differs from a planned file in case
    only, which some disks would take for it later.
    """
    if not stale:
        return ()
    files = {fold(path) for path in planned}
    folders = {folder for path in files for folder in _above(path)}
    return tuple(path for path in stale if _is_in_the_way(fold(path), files, folders))


def _is_in_the_way(key: str, files: Collection[str], folders: Collection[str]) -> bool:
    return key in files or key in folders or any(folder in files for folder in _above(key))


def _above(path: str) -> Iterator[str]:
    """Give the folders of a path, the innermost first."""
    folder = path.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def find_foreign(paths: Iterable[str], ours: Collection[str], output: OutputFolder) -> list[str]:
    """Return the files in the site's folder that journal did not write, and that are where these are to be."""
    others = [one for one in _files_in_the_way(paths, output) if one not in ours]
    if not others:
        return []
    known = {fold(path): path for path in ours}
    return [one for one in others if not output.is_same(one, known.get(fold(one), one))]


def _files_in_the_way(paths: Iterable[str], output: OutputFolder) -> Iterator[str]:
    """Give each file that is there where these are to be: at a path, on the way to it, or in a folder of its name."""
    looked: set[str] = set()
    for path in paths:
        yield from _files_at(path, output)
        for folder in _above(path):
            if folder in looked:
                break
            looked.add(folder)
            if output.exists(folder) and not output.is_folder(folder):
                yield folder


def _files_at(path: str, output: OutputFolder) -> Iterator[str]:
    if not output.is_folder(path):
        if output.exists(path):
            yield path
        return
    yield from files_below(str(output.folder / path), f"{path}/")
