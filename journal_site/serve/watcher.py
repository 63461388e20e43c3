"""Watch the journal's folders and say which files changed. What a change means is `preview`'s part."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver, ObservedWatch

_EVERY_S = 0.5
"""How often files are looked at where the system sends no events."""
_QUIET = frozenset({"opened", "closed", "closed_no_write"})
_BECOMES_ANOTHER = frozenset({"created", "deleted", "moved"})
_SKIPPED = frozenset({".git", ".journal", ".hg", ".venv", "venv", "node_modules", "__pycache__", ".mypy_cache"})


class Watcher(FileSystemEventHandler):
    """Tells of each change below the journal's folder, outside the folders that hold no texts."""

    def __init__(self, root: Path, output: Path, changed: Callable[[str], None], *, poll: bool) -> None:
        """`poll` looks at files every half second, where the system sends no events (network drives)."""
        self._root = root.resolve()
        self._output = Path(os.path.realpath(output))  # `resolve` fails where a link leads to itself
        self._changed = changed
        self._watched: dict[Path, ObservedWatch] = {}
        self._observer: BaseObserver = PollingObserver(timeout=_EVERY_S) if poll else Observer()

    def start(self) -> bool:
        """Begin to watch; return False where the system had no room for it, so that files are polled."""
        try:
            self._watch_all()
            self._observer.start()
        except OSError:
            self._observer = PollingObserver(timeout=_EVERY_S)
            self._watched = {}
            self._watch_all()
            self._observer.start()
            return False
        return True

    def stop(self) -> None:
        """End."""
        logging.getLogger("watchdog").setLevel(logging.ERROR)  # it would mention the events that nobody waits for now
        self._observer.stop()
        self._observer.join(timeout=5)

    def _watch_all(self) -> None:
        """Watch the journal's folder itself, and all in it whose contents may matter as whole trees."""
        self._observer.schedule(self, str(self._root), recursive=False)
        for folder in self._folders():
            self._watch(folder)

    def _folders(self) -> Iterable[Path]:
        with os.scandir(self._root) as children:
            return [Path(child.path) for child in children if child.is_dir() and self._matters(Path(child.path))]

    def _watch(self, folder: Path) -> None:
        self._watched[folder] = self._observer.schedule(self, str(folder), recursive=True)

    def _forget(self, folder: Path) -> None:
        if folder in self._watched:
            with contextlib.suppress(KeyError, OSError):  # its folder is gone, and with it what the system knew of it
                self._observer.unschedule(self._watched.pop(folder))

    def _watch_again(self, child: Path) -> None:
        """Watch what has become of a child of the journal's folder: one of the same name may be another folder."""
        self._forget(child)
        if child.is_dir():
            with contextlib.suppress(OSError):  # it is gone again, or there is no room for it
                self._watch(child)

    def _matters(self, path: Path) -> bool:
        return path.name not in _SKIPPED and path != self._output and self._output not in path.parents

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take an event from the observer's thread."""
        if event.event_type in _QUIET:
            return
        for name in (event.src_path, event.dest_path):
            if not name:
                continue
            path = Path(os.fsdecode(name))
            if not self._matters(path) or _is_scratch(path.name) or path == self._root:
                continue
            if event.is_directory and event.event_type == "modified":
                continue
            if path.parent == self._root and event.event_type in _BECOMES_ANOTHER:
                self._watch_again(path)
            self._changed(str(path))


def _is_scratch(name: str) -> bool:
    """Tell an editor's own files from texts: `.x.swp`, `x~`, `4913`, `.#x`, `x.crswap`."""
    return (
        name.startswith((".#", ".goutputstream", "#"))
        or name.endswith(("~", ".swp", ".swx", ".swo", ".tmp", ".crswap"))
        or name == "4913"
    )
