"""Write the site's folder: every file whole, old or new, and nothing that is not ours touched.

What `journal` wrote is listed in a marker file in the folder itself, so that the folder is known as ours even where the
store is gone. A new site is written beside its place and moved there in one step; where a folder is there already, each
file is written beside and renamed (into `.journal-tmp`, which is on the same file system and swept by the next build).

No link in the folder is ever followed: what it leads to is not the site's. The folder itself may be a link.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from journal_site.errors import Diagnostic, Location, OutputError
from journal_site.model.source import Stamp
from journal_site.regular_files import read_file
from journal_site.site.lock import partial_of
from journal_site.system_errors import why

MARKER = ".journal-site"
_SCRATCH = ".journal-tmp"
_NOBODYS = frozenset({_SCRATCH, "lost+found"})
"""What may lie in a folder that counts as empty: a killed build's, and what some file systems are made with."""
_NO_NAMES = frozenset({"", ".", ".."})
_HEAD = "Written by journal; each line names a file of the site that it may replace or remove.\n"


class SiteFolder:
    """The folder that is published."""

    def __init__(self, folder: Path) -> None:
        """Look at the folder; `check` says whether it may be written."""
        self.folder = folder
        self.existed = folder.is_dir()
        """A folder is there, be it empty: it stays the same one, which may be a link or a mount point."""
        self._place = os.path.realpath(folder) if self.existed else str(partial_of(folder))
        self._begun = self._began_empty = False
        self._led = {""}
        """Folders that are known to be real ones."""

    def check(self, root: Path, sources: Iterable[str]) -> None:
        """Raise OutputError where the folder is not a place for a site."""
        folder, journal = _real(self.folder), _real(root)
        if folder == journal or folder in journal.parents:
            raise self._error("output-is-source", "the output folder holds the journal itself")
        for source in (root / source for source in sources if source != "."):
            if _real(source) in (folder, *folder.parents):
                raise self._error("output-is-source", f"the output folder is, or lies in, the source '{source.name}'")
        if not self.existed and os.path.lexists(self.folder):
            what = "a link that leads to no folder" if self.folder.is_symlink() else "a file, not a folder"
            raise self._error("output-unwritable", f"the output is {what}")
        if self._holds_others():
            raise self._error("output-foreign", "the output folder holds files that journal did not write")

    def _holds_others(self) -> bool:
        """Tell whether the folder has something in it and no marker that says whose it is."""
        if not self.existed or _is_file(f"{self._place}/{MARKER}"):
            return False
        with self._failing("."):
            return bool(set(os.listdir(self._place)) - _NOBODYS)

    def _error(self, code: str, message: str, hint: str = "") -> OutputError:
        hints = {
            "output-is-source": "choose a folder of its own, such as _site",
            "output-foreign": "choose an empty folder, or move its files away: nothing in it was touched",
            "output-unwritable": "choose another folder with --output, or check its permissions and free space",
        }
        return OutputError(
            Diagnostic(
                severity="error",
                code=code,
                message=message,
                location=Location(path=str(self.folder)),
                hint=hint or hints[code],
            )
        )

    def listed(self) -> frozenset[str]:
        """Return the files that the marker names as ours."""
        place = f"{self._place}/{MARKER}"
        try:
            text = read_file(place).decode() if _is_file(place) else ""
        except (OSError, UnicodeDecodeError):
            return frozenset()
        return frozenset(filter(is_inside, text.removeprefix(_HEAD).split("\n")))

    def begin(self, paths: Iterable[str]) -> None:
        """Make ready to write: list all files, old and planned, as ours, before the first is written."""
        with self._failing("."):
            if self.existed:
                self._began_empty = not _is_file(f"{self._place}/{MARKER}")
                _sweep(f"{self._place}/{_SCRATCH}")
            else:
                self._sweep_partial()
            self._begun = True
            os.mkdir(f"{self._place}/{_SCRATCH}")
        self._mark(paths)

    def _sweep_partial(self) -> None:
        """Make room for a new site: what a build that was killed has left there is ours, and nothing else."""
        if stat.S_ISDIR(_mode(self._place)):
            names = set(os.listdir(self._place))
            if MARKER not in names and names - {_SCRATCH}:
                name = os.path.basename(self._place)
                raise self._error("output-foreign", f"'{name}' beside it holds files that journal did not write")
        self._empty_partial()

    def _empty_partial(self) -> None:
        """Have an empty folder to make the site in; one that is there stays, as the lock is on it."""
        if not stat.S_ISDIR(_mode(self._place)):
            _sweep(self._place)
        os.makedirs(self._place, exist_ok=True)
        for name in os.listdir(self._place):
            _sweep(f"{self._place}/{name}")

    def _mark(self, paths: Iterable[str]) -> None:
        text = _HEAD + "".join(f"{path}\n" for path in sorted(paths))
        with self._failing(MARKER):
            if self.read(MARKER) != text.encode():
                self.stage(-1, MARKER, text.encode())
                self.publish(-1, MARKER)

    def _others_in(self, folder: str, listed: frozenset[str]) -> bool:
        return not all(name in listed for name in files_below(f"{self._place}/{folder}", f"{folder}/"))

    def stage(self, number: int, path: str, content: bytes) -> None:
        """Write one file's new content beside its place. `number` is its own among those of this build."""
        with self._failing(path):
            _require_inside(path)
            self._put(self._scratch(number, path), content)

    def staged(self, number: int, path: str) -> bytes:
        """Return a staged file's content."""
        with self._failing(path), open(self._scratch(number, path), "rb") as file:
            return file.read()

    def publish(self, number: int, path: str) -> None:
        """Put a staged file in its place: the old one stays until then."""
        if not self.existed:
            return
        with self._failing(path):
            _require_inside(path)
            self._lead_to(path)
            final, scratch = f"{self._place}/{path}", self._scratch(number, path)
            try:
                os.replace(scratch, final)
            except IsADirectoryError:
                self._clear_folder(path)
                os.replace(scratch, final)

    def _lead_to(self, path: str) -> None:
        """Have the folders that a file needs, each a real one: a file or link of ours that is in the way is removed."""
        folder = path.rpartition("/")[0]
        if folder in self._led:
            return
        parts = folder.split("/")
        for above in ("/".join(parts[:length]) for length in range(1, len(parts) + 1)):
            if above not in self._led:
                self._make_folder(above)
                self._led.add(above)

    def _make_folder(self, path: str) -> None:
        place = f"{self._place}/{path}"
        if self.is_folder(path):
            return
        if self.exists(path):
            if path not in self.listed():
                raise FileExistsError(errno.EEXIST, f"'{path}' is in the way")
            os.unlink(place)
        os.mkdir(place)

    def _clear_folder(self, path: str) -> None:
        """Make room where a file takes the place of a folder with nothing but files of ours."""
        if not self._others_in(path, self.listed()):
            shutil.rmtree(f"{self._place}/{path}")
            self._led = {""}

    def _scratch(self, number: int, path: str) -> str:
        return f"{self._place}/{_SCRATCH}/{number}" if self.existed else f"{self._place}/{path}"

    def _put(self, place: str, content: bytes) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        try:
            file = os.open(place, flags, 0o666)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(place), exist_ok=True)
            file = os.open(place, flags, 0o666)
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(file, view) :]
        finally:
            os.close(file)

    def remove(self, path: str) -> None:
        """Remove one file of ours, and the folders that it leaves empty."""
        parts = path.split("/")[:-1]
        folders = ["/".join(parts[:length]) for length in range(1, len(parts) + 1)]
        if not is_inside(path) or not all(map(self.is_folder, folders)):
            return
        with self._failing(path):
            with contextlib.suppress(FileNotFoundError, IsADirectoryError):
                os.unlink(f"{self._place}/{path}")
            for folder in reversed(folders):
                try:
                    os.rmdir(f"{self._place}/{folder}")
                except OSError:
                    return

    def end(self, paths: Iterable[str]) -> None:
        """List what is there now, and put a new site in its place."""
        self._mark(paths)
        with self._failing("."):
            _sweep(f"{self._place}/{_SCRATCH}")
            if not self.existed:
                os.replace(self._place, self.folder)

    def abandon(self) -> None:
        """Leave no trace of a site that was not finished."""
        if not self._begun:
            return
        with contextlib.suppress(OSError):
            _sweep(f"{self._place}/{_SCRATCH}")
            if not self.existed:
                self._empty_partial()
            elif self._began_empty:
                for path in sorted(self.listed()):
                    self.remove(path)
                os.unlink(f"{self._place}/{MARKER}")

    def stamp(self, path: str) -> Stamp | None:
        """Return what the disk says of one file, or None where there is none."""
        try:
            status = os.lstat(f"{self._place}/{path}")
        except (OSError, ValueError):
            return None
        return Stamp(size=status.st_size, mtime=status.st_mtime_ns, ctime=status.st_ctime_ns, inode=status.st_ino)

    def read(self, path: str) -> bytes | None:
        """Return one file's bytes, or None where there is none."""
        place = f"{self._place}/{path}"
        try:
            return read_file(place) if _is_file(place) else None
        except OSError:
            return None

    def exists(self, path: str) -> bool:
        """Tell whether something stands at a path, be it a link that leads nowhere."""
        return os.path.lexists(f"{self._place}/{path}")

    def is_folder(self, path: str) -> bool:
        """Tell whether a folder stands at a path, and no link to one."""
        return stat.S_ISDIR(_mode(f"{self._place}/{path}"))

    def is_same(self, path: str, other: str) -> bool:
        """Tell whether two different names are of one file, as they can be where a disk knows no case."""
        if path == other:
            return False
        try:
            return os.path.samestat(os.lstat(f"{self._place}/{path}"), os.lstat(f"{self._place}/{other}"))
        except (OSError, ValueError):
            return False

    @contextlib.contextmanager
    def _failing(self, path: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            name = "" if path == "." else f" '{path}'"
            raise self._error("output-unwritable", f"cannot write{name}: {why(error)}") from error


def is_inside(path: str) -> bool:
    """Tell whether a path can be that of a file of the site: below its folder, and not in the place of our own."""
    parts = path.split("/")
    return not (
        not _NO_NAMES.isdisjoint(parts)
        or "\0" in path
        or parts[0] in {_SCRATCH, MARKER}
        or (os.sep != "/" and (os.sep in path or os.path.splitdrive(path)[0]))
    )


def _require_inside(path: str) -> None:
    if path != MARKER and not is_inside(path):
        raise OSError(errno.EINVAL, "it would lie outside the site")


def _real(place: Path) -> Path:
    return Path(os.path.realpath(place))  # `resolve` fails where a link leads to itself


def _mode(place: str) -> int:
    """Return what stands at a place by `stat`'s number, of a link that it is one; 0 where there is nothing."""
    try:
        return os.lstat(place).st_mode
    except (OSError, ValueError):
        return 0


def _is_file(place: str) -> bool:
    return stat.S_ISREG(_mode(place))


def files_below(place: str, prefix: str) -> Iterator[str]:
    """Yield the path of all that lies below a folder and is no folder; links are not followed."""
    with os.scandir(place) as listing:
        children = list(listing)
    for child in children:
        if child.is_dir(follow_symlinks=False):
            yield from files_below(child.path, f"{prefix}{child.name}/")
        else:
            yield prefix + child.name


def _sweep(place: str) -> None:
    """Remove what stands at a place; of a link only itself."""
    mode = _mode(place)
    if stat.S_ISDIR(mode):
        shutil.rmtree(place)
    elif mode:
        os.unlink(place)
