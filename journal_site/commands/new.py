"""`journal new`: begin the next entry, as a file or in a log, in the journal's own form, and lose nothing."""

from __future__ import annotations

import contextlib
import datetime as dt
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from journal_site.commands.options import common, locate
from journal_site.errors import ContentError, Diagnostic, Location

if TYPE_CHECKING:
    from journal_site.build import Journal
    from journal_site.model import Entry, Found

_RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1}
_ENTRIES = "entries"
_NEWEST = 8
"""So many of the newest files show what the next one is like."""


class Choice(NamedTuple):
    """What the user asked for."""

    date: dt.date
    day: int | None
    title: str
    tags: tuple[str, ...]
    force: bool
    room: bool


class Begun(NamedTuple):
    """What is to be written."""

    path: str
    raw: bytes
    line: int
    fresh: bool
    """A file of its own."""
    settings: str | None = None
    """site.yaml as it is to be, where it has to name the new file's folder."""


@click.command(name="new", short_help="Begin today's entry.")
@click.argument("date", metavar="[DATE]", default="today")
@click.option("--title", default="", help="The entry's title.")
@click.option("--tags", default="", metavar="A,B", help="Its tags, separated by commas.")
@click.option("--day", type=click.IntRange(0), default=None, metavar="N",
              help="Its number; by default the next one, where the journal numbers its days.")  # fmt: skip
@click.option("--editor", default="", metavar="COMMAND", help="Open it with this; by default $VISUAL or $EDITOR.")
@click.option("--no-edit", is_flag=True, help="Open no editor.")
@click.option("-f", "--force", is_flag=True, help="Replace a file, or add to a log that has the date already.")
@common
def command(  # noqa: PLR0913 - one parameter an option
    *,
    date: str,
    title: str,
    tags: str,
    day: int | None,
    editor: str,
    no_edit: bool,
    force: bool,
    source: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Begin the entry of DATE: today, yesterday, tomorrow or a date such as 2026-01-31.

    Where days are kept in files, a file is made that is named as the newest ones are. Where they are kept in a log, the
    next heading is added at the end where it grows.
    """
    del verbose
    from journal_site.build import BuildRequest, read_journal  # noqa: PLC0415 - `--help` needs no reader
    from journal_site.commands.editor import at_terminal, find_editor, open_editor  # noqa: PLC0415
    from journal_site.importing.numbering import next_day  # noqa: PLC0415

    root = locate(source)
    _make_folder(root)
    journal = read_journal(BuildRequest(root=root, drafts=True, future=True))
    wanted = find_editor(editor) if at_terminal() else editor  # one that was named may have a window of its own
    edits = bool(wanted) and not no_edit
    choice = Choice(
        date=_date(date, journal.today),
        day=day if day is not None else next_day(journal.index, challenge=journal.config.challenge is not None),
        title=" ".join(_readable(title).split()),
        tags=tuple(filter(None, (" ".join(tag.split()) for tag in _readable(tags).split(",")))),
        force=force,
        room=edits,
    )
    begun = begin(root, journal, choice)
    _write(root, begun, force=force)
    if not quiet:
        click.echo(root / begun.path)
        if begun.settings is not None:
            click.echo(f"site.yaml: {_ENTRIES}/ is now among the sources")
    if edits:
        open_editor(wanted, root / begun.path, begun.line)


def _make_folder(root: Path) -> None:
    """Make the folder of entries where it is not there yet: git keeps no empty ones."""
    from journal_site.config import read_config  # noqa: PLC0415 - `--help` needs no settings

    paths = [root / spec.path for spec in read_config(root).sources]
    if not any(path.exists() for path in paths) and not paths[0].suffix:
        with contextlib.suppress(OSError):  # writing will say what is wrong
            paths[0].mkdir(parents=True)


def _date(word: str, today: dt.date) -> dt.date:
    if word.casefold() in _RELATIVE:
        return today + dt.timedelta(days=_RELATIVE[word.casefold()])
    try:
        return dt.date.fromisoformat(word)
    except ValueError:
        raise click.BadParameter(
            f"{word!r} is not a date: write it as 2026-01-31, or today, yesterday, tomorrow", param_hint="DATE"
        ) from None


def _readable(text: str) -> str:
    """Return what was typed without bytes that are no text, and without signs that only steer a terminal."""
    readable = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in readable)


# --- what to write ---------------------------------------------------------------------------------------------------


def begin(root: Path, journal: Journal, choice: Choice) -> Begun:
    """Return what is to be written for a new entry. Raises ContentError where a log has the date already."""
    log = _log(journal)
    if log is not None and (begun := _begin_in_log(root, journal, log, choice)) is not None:
        return begun
    return _begin_file(root, journal, choice)


def _written(journal: Journal) -> list[Entry]:
    """Return the entries, oldest first, without rows of tables where there are others."""
    entries = [item.entry for item in journal.index.items if item.entry.kind == "entry"]
    return [entry for entry in entries if not entry.table] or entries


def _log(journal: Journal) -> Found | None:
    """Return the log that the next day belongs in: the one of the newest entry, or the only source there is."""
    from journal_site.importing.file_name import tells  # noqa: PLC0415 - `--help` needs no reader

    entries = _written(journal)
    if not entries:
        files = [found for found in journal.sources if found.path == found.folder]
        has_folder = any(spec.path not in {found.path for found in files} for spec in journal.config.sources)
        return files[0] if files and not has_folder else None
    newest = entries[-1]
    found = next(found for found in journal.sources if found.path == newest.source)
    several = sum(entry.source == newest.source for entry in entries) > 1
    is_file = not found.log or (
        found.path != found.folder and (not several or tells(found.path)) and not newest.heading
    )
    return None if is_file or (found.path != found.folder and not several) else found


def _begin_in_log(root: Path, journal: Journal, found: Found, choice: Choice) -> Begun | None:
    from journal_site.importing.log_day import Wanted, add_day  # noqa: PLC0415 - `--help` needs no reader

    there = [entry for entry in _written(journal) if entry.source == found.path]
    same = next(
        (entry for entry in there if choice.date in entry.dates and entry.date_source in {"heading", "body"}), None
    )
    if same is not None and not choice.force:
        raise _exists(
            found.path,
            same.line,
            f"the log has {choice.date} already: '{same.title}'",
            "write on there, or add another day for it with -f",
        )
    day = choice.day
    if not there and day is None and journal.index.challenge is not None:
        day = 1
    raw = (root / found.path).read_bytes()
    added = add_day(raw, found, Wanted(choice.date, day, choice.title, choice.tags, choice.room))
    if added is not None:
        return Begun(found.path, added.raw, added.line, fresh=False)
    if not there:
        return None
    raise ContentError(
        Diagnostic(
            severity="error",
            code="new-unclear",
            message="the next day could not be added so that it reads as meant and all other days as before",
            location=Location(path=found.path, line=there[-1].line),
            hint="add its heading by hand, in the form of this one",
        )
    )


def _begin_file(root: Path, journal: Journal, choice: Choice) -> Begun:
    from journal_site.commands.scaffold import entry_name, entry_text  # noqa: PLC0415
    from journal_site.importing.file_day import next_layout  # noqa: PLC0415
    from journal_site.importing.file_name import Named, next_name, tells  # noqa: PLC0415

    logs = {found.path for found in journal.sources if found.path == found.folder}
    files = [
        Named(one.source, one.days, one.date) for one in _written(journal) if one.source not in logs and not one.table
    ]
    folder, settings = _folder(root, journal, choice.tags)
    path = (
        next_name([one for one in files if tells(one.path)], day=choice.day, date=choice.date, title=choice.title)
        or f"{folder}{entry_name(choice.date, choice.title)}"
    )
    if (root / path).exists() and not choice.force:
        raise _exists(
            path,
            1,
            "this entry is there already",
            "write on there, give this one a title of its own, or replace it with -f",
        )
    newest = [(one, _text(root / one.path)) for one in files[: -_NEWEST - 1 : -1]]
    layout = next_layout(newest, path, day=choice.day, date=choice.date, title=choice.title)
    if layout.front:
        text = entry_text(
            title=choice.title, date=choice.date, day=choice.day, tags=choice.tags, extra=layout.constants
        )
    else:
        tags = [f"Tags: {', '.join(choice.tags)}"] if choice.tags else []
        text = "\n\n".join([*filter(None, [layout.heading]), *tags, layout.body]) + "\n" * bool(layout.body)
    return Begun(path, text.encode(), text.count("\n") + (not text.endswith("\n")), fresh=True, settings=settings)


def _folder(root: Path, journal: Journal, tags: tuple[str, ...]) -> tuple[str, str | None]:
    """Return the folder of new entries, with a slash, and site.yaml where that has to name it from now on."""
    from journal_site.importing.new_source import add_source  # noqa: PLC0415
    from journal_site.slugs import name_slug  # noqa: PLC0415

    folder = next((spec.path for spec in journal.config.sources if not (root / spec.path).is_file()), None)
    if folder is None:
        settings = add_source((root / "site.yaml").read_bytes().decode("utf-8"), _ENTRIES)
        if settings is None:
            raise ContentError(
                Diagnostic(
                    severity="error",
                    code="new-unclear",
                    message="no source has days, and none is a folder for new ones",
                    location=Location(path="site.yaml"),
                    hint=f"name a folder among the 'sources', such as {_ENTRIES}/",
                )
            )
        return f"{_ENTRIES}/", settings
    place = "" if folder == "." else f"{folder}/"
    kept = {entry.source.removeprefix(place).rpartition("/")[0] for entry in _written(journal)}
    topic = next((slug for tag in tags if (slug := name_slug(tag)) in kept), None)
    return f"{place}{topic}/" if topic else place, None


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig", errors="replace")


def _exists(path: str, line: int, message: str, hint: str) -> ContentError:
    return ContentError(
        Diagnostic(
            severity="error", code="new-exists", message=message, location=Location(path=path, line=line), hint=hint
        )
    )


# --- writing ---------------------------------------------------------------------------------------------------------


def _write(root: Path, begun: Begun, *, force: bool) -> None:
    """Write the new text, whole or not at all. Raises ContentError where it cannot be written."""
    place = root / begun.path
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(begun.path, error) from None
    try:
        if begun.fresh and not force:
            with place.open("xb") as file:
                file.write(begun.raw)
        else:
            _replace(place, begun.raw)
        if begun.settings is not None:
            _replace(root / "site.yaml", begun.settings.encode())
    except FileExistsError:
        raise _exists(begun.path, 1, "this entry is there already", "write on there, or replace it with -f") from None
    except OSError as error:
        raise _unwritable(begun.path, error) from None


def _unwritable(path: str, error: OSError) -> ContentError:
    return ContentError(
        Diagnostic(
            severity="error",
            code="new-unwritable",
            message=f"cannot be written: {error.strerror}",
            location=Location(path=path),
            hint="check that you may write there",
        )
    )


def _replace(place: Path, raw: bytes) -> None:
    """Put bytes in a file's place at once; a link stays one, and the file's permissions stay."""
    target = place.resolve()
    beside = target.with_name(f".{target.name}.new")
    beside.write_bytes(raw)
    if target.exists():
        beside.chmod(target.stat().st_mode)
    beside.replace(target)
