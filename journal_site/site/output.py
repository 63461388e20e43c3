"""Write the site's folder: every file whole, old or new, and nothing that is not ours touched.

What `journal` wrote is listed in a marker file in the folder itself, so that the folder is known as ours even where the
store is gone. A new site is written beside its place and moved there in one step; later each file is written beside and
renamed (into `.journal-tmp`, which is on the same file system and swept by the next build).
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from journal_site.errors import Diagnostic, Location, OutputError
from journal_site.model import Stamp
from journal_site.reasons import why

MARKER = ".journal-site"
_SCRATCH = ".journal-tmp"
_HEAD = "Written by journal; each line names a file of the site that it may replace or remove.\n"


class Output:
    """The folder that is published."""

    def __init__(self, folder: Path) -> None:
        """Look at the folder; `check` says whether it may be written."""
        self.folder = folder
        self.existed = folder.exists() and any(folder.iterdir()) if folder.is_dir() else folder.exists()
        self._place = str(folder if self.existed else folder.with_name(f".{folder.name}.partial"))

    # --- before ------------------------------------------------------------------------------------------------------

    def check(self, root: Path, sources: Iterable[str]) -> None:
        """Raise OutputError where the folder is not a place for a site."""
        folder = self.folder.resolve()
        named = [root / source for source in sources if source != "."]
        if folder == root.resolve() or folder in root.resolve().parents:
            raise self._error("output-is-source", "the output folder holds the journal itself")
        for source in named:
            if folder == source.resolve() or source.resolve() in folder.parents:
                raise self._error("output-is-source", f"the output folder is, or lies in, the source '{source.name}'")
        if self.folder.exists() and not self.folder.is_dir():
            raise self._error("output-unwritable", "the output is a file, not a folder")
        if self.existed and not (self.folder / MARKER).is_file():
            raise self._error("output-foreign", "the output folder holds files that journal did not write")

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
        try:
            text = (self.folder / MARKER).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return frozenset()
        return frozenset(text.removeprefix(_HEAD).splitlines())

    def begin(self, paths: Iterable[str]) -> None:
        """Make ready to write: list all files, old and planned, as ours, before the first is written."""
        with self._failing("."):
            if not self.existed:
                shutil.rmtree(self._place, ignore_errors=True)
            Path(self._place, _SCRATCH).mkdir(parents=True, exist_ok=True)
        self._mark(paths)

    def _mark(self, paths: Iterable[str]) -> None:
        text = _HEAD + "".join(f"{path}\n" for path in sorted(paths))
        place = Path(self._place, MARKER)
        with self._failing(MARKER):
            if not place.exists() or place.read_bytes() != text.encode():
                self.stage(-1, MARKER, text.encode())
                self.publish(-1, MARKER)

    # --- writing -----------------------------------------------------------------------------------------------------

    def stage(self, number: int, path: str, content: bytes) -> None:
        """Write one file's new content beside its place. `number` is its own among those of this build."""
        with self._failing(path):
            self._put(self._scratch(number, path), content)

    def staged(self, number: int, path: str) -> bytes:
        """Return a staged file's content."""
        with self._failing(path), open(self._scratch(number, path), "rb") as file:
            return file.read()

    def publish(self, number: int, path: str) -> None:
        """Put a staged file in its place: the old one stays until then."""
        if not self.existed:
            return
        final, scratch = f"{self._place}/{path}", self._scratch(number, path)
        with self._failing(path):
            try:
                os.replace(scratch, final)
            except FileNotFoundError:
                self._make_folder(final)
                os.replace(scratch, final)
            except (IsADirectoryError, NotADirectoryError):
                self._clear_way(final)
                self._make_folder(final)
                os.replace(scratch, final)

    def _scratch(self, number: int, path: str) -> str:
        return f"{self._place}/{_SCRATCH}/{number}" if self.existed else f"{self._place}/{path}"

    def _put(self, place: str, content: bytes) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        try:
            file = os.open(place, flags, 0o666)
        except FileNotFoundError:
            self._make_folder(place)
            file = os.open(place, flags, 0o666)
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(file, view) :]
        finally:
            os.close(file)

    def _make_folder(self, place: str) -> None:
        folder = os.path.dirname(place)
        try:
            os.mkdir(folder)
        except FileExistsError:
            return
        except NotADirectoryError:
            self._clear_way(folder)
            os.makedirs(folder, exist_ok=True)
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)

    def _clear_way(self, final: str) -> None:
        """Make room where a page's folder takes the place of one of our files, or the other way round."""
        ours = self.listed()
        root = f"{self._place}/"
        if os.path.isdir(final):
            inside = [os.path.join(here, name) for here, _, names in os.walk(final) for name in names]
            if all(name.removeprefix(root).replace(os.sep, "/") in ours for name in inside):
                shutil.rmtree(final)
            return
        parts = final.removeprefix(root).split("/")
        for length in range(1, len(parts) + 1):
            path = "/".join(parts[:length])
            if path in ours and os.path.isfile(root + path):
                os.unlink(root + path)

    def remove(self, path: str) -> None:
        """Remove one file of ours, and the folders that it leaves empty."""
        with self._failing(path):
            with contextlib.suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
                os.unlink(f"{self._place}/{path}")
            folder = os.path.dirname(path)
            while folder:
                try:
                    os.rmdir(f"{self._place}/{folder}")
                except OSError:
                    return
                folder = os.path.dirname(folder)

    def end(self, paths: Iterable[str]) -> None:
        """List what is there now, and put a new site in its place."""
        self._mark(paths)
        with self._failing("."):
            shutil.rmtree(f"{self._place}/{_SCRATCH}", ignore_errors=True)
            if not self.existed:
                if self.folder.exists():
                    self.folder.rmdir()
                os.replace(self._place, self.folder)

    def abandon(self) -> None:
        """Leave no trace of a site that was not finished."""
        if not self.existed:
            shutil.rmtree(self._place, ignore_errors=True)
        shutil.rmtree(f"{self._place}/{_SCRATCH}", ignore_errors=True)

    # --- looking -----------------------------------------------------------------------------------------------------

    def stamp(self, path: str) -> Stamp | None:
        """Return what the disk says of one file, or None where there is none."""
        try:
            status = os.lstat(f"{self._place}/{path}")
        except (OSError, ValueError):
            return None
        return Stamp(size=status.st_size, mtime=status.st_mtime_ns, ctime=status.st_ctime_ns, inode=status.st_ino)

    def read(self, path: str) -> bytes | None:
        """Return one file's bytes, or None where there is none."""
        try:
            with open(f"{self._place}/{path}", "rb") as file:
                return file.read()
        except OSError:
            return None

    def exists(self, path: str) -> bool:
        """Tell whether something stands at a path."""
        return os.path.lexists(f"{self._place}/{path}")

    def is_folder(self, path: str) -> bool:
        """Tell whether a folder stands at a path."""
        return os.path.isdir(f"{self._place}/{path}")

    @contextlib.contextmanager
    def _failing(self, path: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            name = "" if path == "." else f" '{path}'"
            raise self._error("output-unwritable", f"cannot write{name}: {why(error)}") from error
