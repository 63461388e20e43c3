"""Kill commands at any call of the system, and let any call fail: `python -m tests.commands.faults 500 100 SEED`.

A command runs in a fork of this process. Each call that touches a file of the journal is counted there: opening,
listing, making, renaming and removing files by Python's audit events, what is written by hand, and SQLite's statements.
At one of them the process is killed, or the call fails; else files may not grow past a size, which fails in the midst
of a write, SQLite's included. Then pages are whole, nobody's text has changed, and the next run ends as one that was
never disturbed.
"""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

from journal_site.cli import run

_CALLS = frozenset(
    (
        "open os.rename os.remove os.mkdir os.rmdir os.listdir os.scandir os.truncate os.chmod os.link os.utime "
        "sqlite3.connect subprocess.Popen tempfile.mkstemp"
    ).split()
)
_ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EMFILE)
_SQLITE = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_BUSY", "SQLITE_CORRUPT", "SQLITE_READONLY")
_TRACES = ("Traceback", "[internal]")
_LOADED = (
    "journal_site.beginning.new_entry",
    "journal_site.commands.report",
    "journal_site.index.build",
    "journal_site.reading.body.read",
    "journal_site.writing.log_day",
    "journal_site.publishing.branch",
    "journal_site.importing.run",
    "journal_site.site.theme",
)
_EPOCH = "1767614400"  # 2026-01-05
Tree = Mapping[str, bytes]


class Fault(NamedTuple):
    """What happens, and at which of the counted calls."""

    kind: str
    """`none`, `kill`, `fail`, or `size`, where `at` is that of the largest file."""
    at: int
    how: int = 0
    """Which of the errors."""


class Disturbed:
    """Counts calls in this process, and lets one of them fail or end it."""

    def __init__(self, root: Path, fault: Fault) -> None:
        self.root, self.fault, self.count = str(root), fault, 0
        self._write = os.write
        self._connect = sqlite3.connect

    def install(self) -> None:
        if self.fault.kind == "size":
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (self.fault.at, self.fault.at))
        os.write = self.write  # what journal writes by
        sqlite3.connect = self.connect  # type: ignore[assignment]
        sys.addaudithook(self.hear)

    def hear(self, event: str, args: tuple[Any, ...]) -> None:
        if event in _CALLS and (event == "subprocess.Popen" or str(args[0] if args else "").startswith(self.root)):
            self.meet(lambda: OSError(self._error, os.strerror(self._error), str(args[0]) if args else None))

    def write(self, descriptor: int, content: Any) -> int:  # noqa: ANN401 - as the system's
        if self.fault.kind != "none" and self.count + 1 == self.fault.at:
            self._write(descriptor, bytes(content)[: len(content) // 2])
        self.meet(lambda: OSError(self._error, os.strerror(self._error)))
        return self._write(descriptor, content)

    def connect(self, *args: Any, **more: Any) -> sqlite3.Connection:  # noqa: ANN401 - as sqlite3's
        meet = self.meet

        class Connection(sqlite3.Connection):
            def execute(self, *args: Any) -> sqlite3.Cursor:  # noqa: ANN401
                meet(self._failed)
                return super().execute(*args)

            def executemany(self, *args: Any) -> sqlite3.Cursor:  # noqa: ANN401
                meet(self._failed)
                return super().executemany(*args)

            def _failed(self) -> Exception:
                return failed()

        failed = self._sqlite_error
        return self._connect(*args, **more, factory=Connection)

    def _sqlite_error(self) -> Exception:
        name = _SQLITE[self.fault.how % len(_SQLITE)]
        kind = sqlite3.DatabaseError if name == "SQLITE_CORRUPT" else sqlite3.OperationalError
        error = kind(name)
        error.sqlite_errorname = name
        return error

    @property
    def _error(self) -> int:
        return _ERRORS[self.fault.how % len(_ERRORS)]

    def meet(self, error: Callable[[], Exception]) -> None:
        self.count += 1
        if self.count != self.fault.at:
            return
        if self.fault.kind == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if self.fault.kind == "fail":
            raise error()


class Ended(NamedTuple):
    """How a command ended."""

    status: int
    """Negative for a signal."""
    said: str
    calls: int


def run_disturbed(words: list[str], root: Path, scratch: Path, fault: Fault) -> Ended:
    """Run one of our commands in a fork of this process."""
    counted = scratch / "counted"
    reading, writing = os.pipe()  # a file could be of no more than the size, either
    sys.stdout.flush()
    child = os.fork()
    if not child:
        status = 70
        try:
            os.setsid()
            os.dup2(writing, 1)
            os.dup2(writing, 2)
            sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
            disturbed = Disturbed(root, fault)
            disturbed.install()
            try:
                status = run(words)
            finally:
                counted.write_text(str(disturbed.count))
        except BaseException:  # noqa: BLE001 - it must not go on as a second parent
            with contextlib.suppress(BaseException):
                traceback.print_exc()
                sys.stderr.flush()
        finally:
            with contextlib.suppress(BaseException):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(status)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with contextlib.suppress(ProcessLookupError):  # git, and workers, end with it
        os.killpg(child, signal.SIGKILL)
    count = int(counted.read_text() or 0) if counted.exists() and fault.kind == "none" else 0
    with os.fdopen(reading, encoding="utf-8", errors="replace") as said:
        return Ended(os.waitstatus_to_exitcode(status), said.read(), count)


# --- what is tried ---------------------------------------------------------------------------------------------------


class Tried:
    """A command in a folder that is made anew for each case."""

    words: tuple[str, ...]

    def __init__(self, scratch: Path) -> None:
        self.scratch, self.root = scratch, scratch / "work" / "journal"
        self.template = scratch / "template"
        (scratch / "work").mkdir(parents=True)
        self.root.mkdir()
        self.prepare()
        shutil.copytree(scratch / "work", self.template, symlinks=True)
        self.largest = 2 * max(map(len, tree(self.root, ".git").values()))
        self.before = self.texts()
        self.old = self.result()
        ended = self.run(Fault("none", 0))
        assert ended.status == 0, ended
        self.calls = ended.calls
        self.new = self.result()
        assert self.new != self.old

    def run(self, fault: Fault) -> Ended:
        return run_disturbed([*self.words, "--source", str(self.root)], self.root.parent, self.scratch, fault)

    def prepare(self) -> None:
        raise NotImplementedError

    def texts(self) -> Tree:
        """Return what is somebody's own."""
        raise NotImplementedError

    def result(self) -> Tree:
        """Return what the command makes."""
        raise NotImplementedError

    def try_one(self, fault: Fault) -> str:
        """Let one fault happen; return what it came to. Raises AssertionError."""
        shutil.rmtree(self.scratch / "work")
        shutil.copytree(self.template, self.scratch / "work", symlinks=True)
        ended = self.run(fault)
        case = f"{type(self).__name__} {fault}: {ended}"
        assert not any(trace in ended.said for trace in _TRACES), case
        assert ended.status in {0, 1, 2, -signal.SIGKILL}, case
        assert ended.status != 0 or fault.kind != "kill" or fault.at > self.calls, case
        assert self.texts() == self.before, f"a text changed: {case}"
        left = self.result()
        torn = [path for path, content in left.items() if not self.is_whole(path, content)]
        if "cannot be read" not in ended.said:  # else the site is whole without that text, and tells it
            torn += [path for path, content in left.items() if content not in (self.old.get(path), self.new.get(path))]
        assert torn == [], f"{torn}: {case}"
        again = self.run(Fault("none", 0))
        self.check_again(again, left, case)
        assert self.texts() == self.before, case
        now = self.result()
        assert now.keys() == self.new.keys(), f"{sorted(now.keys() ^ self.new.keys())}: {case}: {again}"
        assert now == self.new, f"{[path for path in now if now[path] != self.new[path]]}: {case}: {again}"
        return "killed" if ended.status < 0 else "went on" if ended.status == 0 else "refused"

    def is_whole(self, path: str, content: bytes) -> bool:
        """Tell whether a file ends as one of its kind does."""
        ends = {".html": (b"</html>",), ".json": (b"}", b"]"), ".xml": (b">",)}
        return content.rstrip().endswith(ends.get(Path(path).suffix, (b"",)))

    def check_again(self, again: Ended, left: Tree, case: str) -> None:
        del left
        assert again.status == 0, f"{again}: {case}"

    def write(self, path: str, text: str) -> None:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def tree(folder: Path, *without: str) -> dict[str, bytes]:
    """Return the files below a folder, those below some of its own folders apart."""
    return {
        name: path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (name := path.relative_to(folder).as_posix()).partition("/")[0] not in without
    }


class Built(Tried):
    """An earlier site is there, and texts, a picture and the settings were edited since."""

    words: tuple[str, ...] = ("build", "-j", "1")

    def prepare(self) -> None:
        self.fill("first")
        assert run([*self.words, "-q", "--source", str(self.root)]) == 0
        self.fill("second")
        (self.root / "entries/day-1.md").unlink()

    def fill(self, word: str) -> None:
        self.write("site.yaml", f"title: Bread {word}\nurl: https://example.org/\ncards: false\n")
        for day in range(1, 9):
            self.write(
                f"entries/day-{day}.md",
                f"---\ndate: 2026-01-0{day}\ntags: [{word}]\n---\nIt says {word}.\n\n![x](x.png)\n",
            )
        Image.new("RGB", (1300, 300), "red" if word == "first" else "blue").save(self.root / "entries/x.png")

    def texts(self) -> Tree:
        return tree(self.root, "_site", ".journal", "._site.partial")

    def result(self) -> Tree:
        site = self.root / "_site"
        return {k: v for k, v in tree(site, ".journal-tmp").items() if k != ".journal-site"} if site.exists() else {}


class BuiltByTwo(Built):
    words = ("build", "-j", "2")


class BuiltAnew(Built):
    """No site is there yet."""

    def prepare(self) -> None:
        super().prepare()
        shutil.rmtree(self.root / "_site")
        shutil.rmtree(self.root / ".journal")


class Imported(Tried):
    """A log becomes entries for the second time; one of them was edited since."""

    def prepare(self) -> None:
        self.words = ("import", str(self.root / "LOG.md"))
        self.write("LOG.md", self.log("first"))
        assert run([*self.words, "-q", "--source", str(self.root)]) == 0
        self.write("LOG.md", self.log("second"))
        self.write("entries/mine.md", "# Mine\n")

    def log(self, word: str) -> str:
        return "# Bread\n" + "".join(
            f"\n## Day {day}\n\nLoaf {day} was {word}. {'So. ' * 500}\n" for day in range(1, 9)
        )

    def texts(self) -> Tree:
        return {"LOG.md": (self.root / "LOG.md").read_bytes(), "mine": (self.root / "entries/mine.md").read_bytes()}

    def result(self) -> Tree:
        return {k: v for k, v in tree(self.root).items() if k.endswith((".md", ".yaml"))}


class ImportedFirst(Imported):
    def prepare(self) -> None:
        super().prepare()
        for name in ("entries", "site.yaml"):
            place = self.root / name
            shutil.rmtree(place) if place.is_dir() else place.unlink()

    def texts(self) -> Tree:
        return {"LOG.md": (self.root / "LOG.md").read_bytes()}


class Begun(Tried):
    """A new entry in a file of its own, and site.yaml as it was."""

    words: tuple[str, ...] = ("new", "today", "--no-edit", "--title", "Wheat")

    def prepare(self) -> None:
        self.write("site.yaml", "title: Bread\n")
        self.write("entries/2026-01-01.md", "# Rye\n")

    def texts(self) -> Tree:
        return {name: content for name, content in self.result().items() if "01-05" not in name}

    def result(self) -> Tree:
        return {k: v for k, v in tree(self.root, ".journal").items() if "/." not in f"/{k}"}

    def check_again(self, again: Ended, left: Tree, case: str) -> None:
        done = left == self.new
        assert again.status == (1 if done else 0), f"{again}: {case}"


class BegunInLog(Begun):
    """A new day in a log: the log is as it was, or as it is to be."""

    words = ("new", "today", "--no-edit")

    def prepare(self) -> None:
        self.write("site.yaml", "title: Bread\nsources: [LOG.md]\n")
        days = "".join(f"\n## Day {day} - 2026-01-0{day}\n\nLoaf {day}.\n" for day in range(1, 4))
        self.write("LOG.md", f"# Bread\n{days}")

    def texts(self) -> Tree:
        return {"site.yaml": (self.root / "site.yaml").read_bytes()}


class Published(Tried):
    """A site is published for the second time, to a bare repository beside."""

    words = ("publish",)

    def is_whole(self, path: str, content: bytes) -> bool:
        """Tell that git has all of a file that it names: contents are its digests here."""
        return bool(path and content)

    def prepare(self) -> None:
        self.remote = self.root.parent / "remote.git"
        self.git(self.root.parent, "init", "-q", "--bare", "-b", "main", str(self.remote))
        self.write("site.yaml", "title: Bread\nsearch: false\nurl: https://example.org/\n")
        self.write(".gitignore", "_site/\n.journal/\n")
        self.write("entries/2026-01-01.md", "# Rye\n")
        self.git(self.root, "init", "-q", "-b", "main")
        self.git(self.root, "remote", "add", "origin", "../remote.git")
        self.git(self.root, "add", "-A")
        self.git(self.root, "commit", "-qm", "Begin")
        self.git(self.root, "push", "-q", "origin", "main")
        assert run(["publish", "-q", "--source", str(self.root)]) == 0
        self.write("entries/2026-01-02.md", "# Wheat\n")

    def git(self, folder: Path, *words: str) -> str:
        told = ["git", "-C", str(folder), *words]
        return subprocess.run(told, check=True, capture_output=True, text=True).stdout.strip()

    def texts(self) -> Tree:
        own = tree(self.root, "_site", ".journal", ".git", "._site.partial")
        state = "\n".join(
            (self.git(self.root, "log", "--format=%H %s", "main"), self.git(self.root, "status", "--porcelain"))
        )
        return {**own, "git": state.encode(), "main": self.git(self.remote, "rev-parse", "main").encode()}

    def result(self) -> Tree:
        listed = self.git(self.remote, "ls-tree", "-r", "gh-pages")
        return {line.partition("\t")[2]: line.split()[2].encode() for line in listed.splitlines()}


KINDS: tuple[type[Tried], ...] = (Built, BuiltByTwo, BuiltAnew, Imported, ImportedFirst, Begun, BegunInLog, Published)


def try_all(kills: int, faults: int, seed: int) -> Counter[str]:
    """Disturb each command; return how often each came to what."""
    os.environ.update({"SOURCE_DATE_EPOCH": _EPOCH, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"})
    for role in ("AUTHOR", "COMMITTER"):
        os.environ.update(
            {f"GIT_{role}_NAME": "A", f"GIT_{role}_EMAIL": "a@x.org", f"GIT_{role}_DATE": "2026-01-05T12:00:00Z"}
        )
    for module in _LOADED:  # once, and not in each fork
        importlib.import_module(module)
    counts: Counter[str] = Counter()
    picked = random.Random(seed)
    for at, kind in enumerate(KINDS):
        with tempfile.TemporaryDirectory(prefix="faults-") as scratch:
            tried = kind(Path(os.path.realpath(scratch)))
            for what, number in (("kill", kills), ("fail", faults)):
                for case in range(number // len(KINDS) + (at < number % len(KINDS))):
                    limited = what == "fail" and case % 4 == 0
                    fault = (
                        Fault("size", picked.randrange(1, tried.largest))
                        if limited
                        else Fault(what, picked.randrange(1, tried.calls + 1), picked.randrange(1000))
                    )
                    counts[f"{kind.__name__} {what} {tried.try_one(fault)}"] += 1
    return counts


if __name__ == "__main__":
    kills, faults, seed = map(int, sys.argv[1:])
    for name, number in sorted(try_all(kills, faults, seed).items()):
        print(f"{number:4} {name}")  # noqa: T201 - a script prints its figures
