"""What `journal new` is to write, and where: decided from the journal as it is. Nothing is written here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal_site.beginning.entry_text import entry_name, entry_text
from journal_site.config.names import CONFIG_FILE
from journal_site.errors import ContentError, Diagnostic, Location
from journal_site.expressions import expression
from journal_site.importing.front_lines import lines_of
from journal_site.model.outline import FrontMatter
from journal_site.reading.scan.texts import read_bytes
from journal_site.regular_files import read_file, read_text
from journal_site.slugs import topic_slug
from journal_site.writing.file_day import next_layout
from journal_site.writing.file_name import EntryFile, names_day_or_date, next_name
from journal_site.writing.log_day import add_day
from journal_site.writing.log_drafts import NewDay
from journal_site.writing.new_source import add_source

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from journal_site.engine.build import Journal
    from journal_site.model.entry import Entry
    from journal_site.model.source import Found

ENTRIES = "entries"
_BUNDLE = expression(r"/index(?:\.[a-z-]+)?\.\w+$")
_NEWEST = 8
"""So many of the newest files show what the next one is like."""


class NewEntryRequest(NamedTuple):
    """What the user asked for."""

    date: dt.date
    day: int | None
    title: str
    tags: tuple[str, ...]
    front: FrontMatter
    """What else it is to say of itself."""
    force: bool
    room: bool


class NewEntry(NamedTuple):
    """What is to be written."""

    path: str
    raw: bytes
    line: int
    fresh: bool
    """A file of its own."""
    before: bytes | None = None
    """Of a log, what it held when the day was added."""
    settings: str | None = None
    """site.yaml as it is to be, where it has to name the new file's folder."""


def plan_new_entry(root: Path, journal: Journal, choice: NewEntryRequest) -> NewEntry:
    """Return what is to be written for a new entry. Raises ContentError where a log has the date already."""
    log = _log(journal)
    if log is not None and (begun := _begin_in_log(root, journal, log, choice)) is not None:
        if choice.front != FrontMatter():
            keys = ", ".join(map(repr, lines_of(choice.front)))
            raise _unclear(log.path, 0, f"days in a log have no front matter for {keys}", "write it in the day's text")
        return begun
    return _begin_file(root, journal, choice)


def entries_of(journal: Journal, date: dt.date) -> list[str]:
    """Return the files that hold the entries of a date."""
    return list(dict.fromkeys(entry.source for entry in _written(journal) if date in entry.dates))


def _written(journal: Journal) -> list[Entry]:
    """Return the entries, oldest first, without rows of tables where there are others."""
    entries = [item.entry for item in journal.index.items if item.entry.kind == "entry"]
    return [entry for entry in entries if not entry.table] or entries


def _log(journal: Journal) -> Found | None:
    """Return the log that the next day belongs in: the one of the newest entry, or the only source there is."""
    entries = _written(journal)
    if not entries:
        files = [found for found in journal.sources if found.path == found.folder]
        has_folder = any(spec.path not in {found.path for found in files} for spec in journal.config.sources)
        return files[0] if files and not has_folder else None
    newest = entries[-1]
    found = next(found for found in journal.sources if found.path == newest.source)
    several = sum(entry.source == newest.source for entry in entries) > 1
    if not several and (found.path != found.folder or not found.log):
        return None
    is_file = found.path != found.folder and names_day_or_date(found.path) and not newest.heading
    return None if is_file else found


def _begin_in_log(root: Path, journal: Journal, found: Found, choice: NewEntryRequest) -> NewEntry | None:
    there = [entry for entry in _written(journal) if entry.source == found.path]
    same = next(
        (entry for entry in there if choice.date in entry.dates and entry.date_source in {"heading", "body"}), None
    )
    if same is not None and not choice.force:
        raise exists(
            found.path,
            same.line,
            f"the log has {choice.date} already: '{same.title}'",
            "write on there, or add another day for it with -f",
        )
    day = choice.day
    if not there and day is None and journal.index.challenge is not None:
        day = 1
    raw = read_bytes(root, found.path)
    added = add_day(raw, found, NewDay(choice.date, day, choice.title, choice.tags, choice.room))
    if added is not None:
        return NewEntry(found.path, added.raw, added.line, fresh=False, before=raw)
    if not there:
        return None
    raise _unclear(
        found.path,
        there[-1].line,
        "the next day could not be added so that it reads as meant and all other days as before",
        "add its heading by hand, in the form of this one",
    )


def _begin_file(root: Path, journal: Journal, choice: NewEntryRequest) -> NewEntry:
    logs = {found.path for found in journal.sources if found.path == found.folder}
    files = [
        EntryFile(one.source, one.days, one.date)
        for one in _written(journal)
        if one.source not in logs and not one.table
    ]
    folder, settings = _folder(root, journal, choice.tags)
    path = (
        next_name(
            [one for one in files if names_day_or_date(one.path)], day=choice.day, date=choice.date, title=choice.title
        )
        or f"{folder}{entry_name(choice.date, choice.title)}"
    )
    if (root / path).exists() and not choice.force:
        raise exists(
            path,
            1,
            "this entry is there already",
            "write on there, give this one a title of its own, or replace it with -f",
        )
    newest = [(one, _text(root / one.path)) for one in files[: -_NEWEST - 1 : -1]]
    layout = next_layout(newest, path, day=choice.day, date=choice.date, title=choice.title)
    if layout.front or choice.front != FrontMatter():
        own = replace(choice.front, title=choice.title, date=choice.date, day=choice.day, tags=choice.tags)
        text = entry_text(own, layout.constants)
    else:
        tags = [f"Tags: {', '.join(choice.tags)}"] if choice.tags else []
        text = "\n\n".join([*filter(None, [layout.heading]), *tags, layout.body]) + "\n" * bool(layout.body)
    return NewEntry(path, text.encode(), text.count("\n") + (not text.endswith("\n")), fresh=True, settings=settings)


def _folder(root: Path, journal: Journal, tags: tuple[str, ...]) -> tuple[str, str | None]:
    """Return the folder of new entries, with a slash, and site.yaml where that has to name it from now on."""
    folder = next((spec.path for spec in journal.config.sources if not (root / spec.path).is_file()), None)
    if folder is None:
        settings = add_source(read_file(root / CONFIG_FILE).decode("utf-8"), ENTRIES)
        if settings is None:
            hint = f"name a folder among the 'sources', such as {ENTRIES}/"
            raise _unclear(CONFIG_FILE, 0, "no source has days, and none is a folder for new ones", hint)
        return f"{ENTRIES}/", settings
    place = "" if folder == "." else f"{folder}/"
    written = [entry for entry in _written(journal) if entry.source.startswith(place)]
    kept = {entry.source.removeprefix(place).rpartition("/")[0] for entry in written}
    topic = next((slug for tag in tags if (slug := topic_slug(tag)) in kept), None)
    return f"{place}{topic}/" if topic else _folder_of([entry.source for entry in written if entry.date], place), None


def _folder_of(dated: list[str], place: str) -> str:
    """Return the folder in which all the newest dated texts lie; the whole source where they lie in several.

    A text that is a folder with its pictures (`2026-rye/index.md`) lies in the folder above.
    """
    folders = {_BUNDLE.sub("", path).rpartition("/")[0] for path in dated[-_NEWEST:]}
    only = folders.pop() if len(folders) == 1 else ""
    return f"{only}/" if only else place


def _text(path: Path) -> str:
    return read_text(path, "utf-8-sig")


def _unclear(path: str, line: int, message: str, hint: str) -> ContentError:
    place = Location(path=path, line=line)
    return ContentError(Diagnostic(severity="error", code="new-unclear", message=message, location=place, hint=hint))


def changed(path: str) -> ContentError:
    """Return the error for a log that somebody has written in meanwhile."""
    return _unclear(path, 0, "it was written in while the new day was added, which is left as it is", "begin it again")


def exists(path: str, line: int, message: str, hint: str) -> ContentError:
    """Return the error for an entry that is there already."""
    return ContentError(
        Diagnostic(
            severity="error", code="new-exists", message=message, location=Location(path=path, line=line), hint=hint
        )
    )
