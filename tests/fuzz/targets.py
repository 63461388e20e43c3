"""What is fuzzed: each place where bytes that somebody wrote come in, as a function that fails where a promise breaks.

Whatever the bytes, each gives a value or a `JournalError` with located problems; nothing else may be raised.
"""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import msgspec

from journal_site.config.parse import parse_config
from journal_site.engine.build import build
from journal_site.engine.inputs import BuildRequest
from journal_site.errors import Diagnostic, JournalError
from journal_site.importing.run import ImportRequest, import_journal
from journal_site.model.entry import SLOT, Reading
from journal_site.model.outline import Outline, Slice
from journal_site.model.source import DialectKey, Found, Source, SourceOptions, Stamp
from journal_site.reading.body.read import read_slice
from journal_site.reading.front_matter.read import read_front_matter, split_front_matter
from journal_site.reading.notebook.read import read_notebook
from journal_site.reading.outline.read import read_outline
from journal_site.reading.scan.texts import decode_source

TODAY = dt.date(2026, 3, 10)
_UNSEEN = Stamp(size=0, mtime=0, ctime=0, inode=0)
_DIALECTS: tuple[DialectKey, ...] = get_args(DialectKey)
_SLOTS = re.compile(f"{SLOT}(\\d+){SLOT}")
_BETWEEN = b"\n====\n"
"""Stands between the files of a folder."""
PATHS = (
    "entries/2026-03-01.md", "entries/Day 2.md", "entries/log/README.md", "entries/a.ipynb", "site.yaml",
    "entries/2026/03/04.markdown", "entries/pages/rye.md", "entries/logseq/config.edn", "entries/.obsidian/app.json",
    "entries/_config.yml", "entries/_posts/2026-03-05-malt.md", "entries/hugo.toml", "entries/content/_index.md",
    "entries/mkdocs.yml", "entries/a.png", "entries/.gitignore", "pages/about.md", "static/x.css", "static/x.svg",
)  # fmt: skip
"""Of a folder's files, in their order."""


class NoCache:
    """A cache that keeps nothing."""

    def get(self, key: str) -> str | None:
        """Return nothing."""
        del key
        return None

    def put(self, key: str, fragment: str) -> None:
        """Forget it."""


def front_matter(raw: bytes) -> None:
    """Read front matter alone."""
    front, rest, first = split_front_matter(f"---\n{_text(raw)}\n---\nWords.\n")
    said, problems = read_front_matter(front, "a.md")
    assert msgspec.msgpack.encode(said)
    assert first >= 1
    assert all(one.location.line >= 1 and one.code for one in problems)
    assert front or rest


def markdown(raw: bytes) -> None:
    """Read the text of one entry; the first byte says whether its HTML is sanitised."""
    html = "sanitised" if raw[:1] < b"@" else "trusted"
    reading = read_slice(Slice(kind="entry", text=_text(raw[1:]), line=1), "a.md", "", html, NoCache())
    _is_whole(reading)


def log(raw: bytes) -> None:
    """Cut a log, and read its parts."""
    _read(Source(path="README.md", folder="README.md", text=_text(raw), log=True), SourceOptions(today=TODAY))


def entry(raw: bytes) -> None:
    """Read an entry file with its front matter, as it lies on the disk."""
    found = Found(path="e/2026-03-01.md", folder="e", log=False, stamp=_UNSEEN, options=SourceOptions(today=TODAY))
    _read(decode_source(raw, found), found.options)


def notebook(raw: bytes) -> None:
    """Read a notebook."""
    told, html, files = read_notebook("a.ipynb", raw, NoCache())
    assert msgspec.msgpack.encode(told)
    assert isinstance(html, str)
    assert all(isinstance(content, bytes) for content in files.values())


def settings(raw: bytes) -> None:
    """Read site.yaml."""
    assert parse_config(_text(raw)).title


def dialects(raw: bytes) -> None:
    """Read a text as one that is kept with the tool that its first byte says."""
    key = _DIALECTS[(raw[0] if raw else 0) % len(_DIALECTS)]
    options = SourceOptions(today=TODAY, dialects=((key, ""),))
    _read(Source(path="a/2026-03-01-b.md", folder="a", text=_text(raw[1:])), options)


def folder(raw: bytes) -> None:
    """Build a whole journal, and again after its last file changed; the files' names are those of a fixed list."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        root = Path(place, "journal")
        files = _lay_out(root, raw)
        request = BuildRequest(root=root, today=TODAY, jobs=1)
        for _ in range(2):
            _allowed(lambda: build(request))
            files[-1].write_bytes(files[-1].read_bytes() + b"\nMore.\n")


def importing(raw: bytes) -> None:
    """Import a folder into an empty journal."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        there, here = Path(place, "there"), Path(place, "here")
        _lay_out(there, raw)
        here.mkdir()
        (here / "site.yaml").write_text("title: Here\n", encoding="utf-8")
        asked = ImportRequest(place=there / "entries", root=here, options=SourceOptions(today=TODAY))
        _allowed(lambda: import_journal(asked))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "front-matter": front_matter,
    "markdown": markdown,
    "log": log,
    "entry": entry,
    "notebook": notebook,
    "settings": settings,
    "dialects": dialects,
    "folder": folder,
    "import": importing,
}


def run(target: Callable[[bytes], None], raw: bytes) -> None:
    """Give bytes to a target; what it may say of bad input is no failure."""
    _allowed(lambda: target(raw))


def _allowed(work: Callable[[], object]) -> None:
    """Do it; problems that have a code and a message are what is promised."""
    told: tuple[Diagnostic, ...] | None = None
    try:
        work()
    except JournalError as error:
        told = error.diagnostics
    assert told != ()
    assert all(one.code and one.message and one.location.path for one in told or ())


def _text(raw: bytes) -> str:
    """Return bytes as a text that came in: whole characters, line ends as `\\n`."""
    return raw.decode("utf-8", "ignore").replace("\r\n", "\n").replace("\r", "\n")


def _read(source: Source, options: SourceOptions) -> Outline:
    outline = read_outline(source, options)
    lines = source.text.count("\n") + 2
    for part in outline.slices:
        assert 1 <= part.line <= lines
        _is_whole(read_slice(part, source.path, outline.definitions, options.html, NoCache()))
    return outline


def _is_whole(reading: Reading) -> None:
    """Fail where a slot is torn or a script is left."""
    numbers = _SLOTS.findall(reading.html)
    assert reading.html.count(SLOT) == 2 * len(numbers)
    assert {int(number) for number in numbers} <= set(range(len(reading.content.slots)))
    assert "<script" not in reading.html
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(reading), type=Reading) == reading


def _lay_out(root: Path, raw: bytes) -> list[Path]:
    """Write the files of a folder; each begins with a byte that says where it stands."""
    (root / "entries").mkdir(parents=True)
    (root / "site.yaml").write_text("title: There\ncards: false\n", encoding="utf-8")
    written: list[Path] = []
    for piece in raw.split(_BETWEEN)[:6]:
        place = root / PATHS[(piece[0] if piece else 0) % len(PATHS)]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(piece[1:])
        written.append(place)
    return written
