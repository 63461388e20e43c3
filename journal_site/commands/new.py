"""`journal new`: begin the next entry, as a file or in a log, in the journal's own form, and lose nothing."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal_site.commands.options import common, locate
from journal_site.commands.terminal import echo
from journal_site.config.names import CONFIG_FILE
from journal_site.errors import ContentError, Diagnostic, Location
from journal_site.model.fields import FIELDS, FieldKind
from journal_site.regular_files import read_file
from journal_site.system_errors import why

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal_site.beginning.new_entry import NewEntry
    from journal_site.model.outline import FrontMatter

_RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1}
_METAVARS: dict[FieldKind, str] = {
    "tags": "A,B", "texts": "A,B", "dates": "DATE", "days": "N", "number": "N", "minutes": "N",
}  # fmt: skip
_Command = Callable[..., None]


def _fields(function: _Command) -> _Command:
    """Give the command an option for each field of front matter that has one."""
    for field in reversed([field for field in FIELDS if field.option]):
        function = click.option(
            f"--{field.key.replace('_', '-')}",
            field.key,
            type=click.IntRange(0) if field.kind == "days" else click.Choice(field.choices) if field.choices else None,
            is_flag=field.kind in {"yes-no", "visibility"} or None,  # click takes False for a flag with a value
            metavar=_METAVARS.get(field.kind),
            help=field.option,
        )(function)
    return function


@click.command(epilog='Example: journal new yesterday --title "Loops"')
@click.argument("date", metavar="[DATE]", default="today")
@_fields
@click.option("--editor", default="", metavar="COMMAND", help="Open it with this; by default $VISUAL or $EDITOR.")
@click.option("--no-edit", is_flag=True, help="Open no editor.")
@click.option("-f", "--force", is_flag=True, help="Replace a file, or add to a log that has the date already.")
@common
def command(  # noqa: PLR0913 - one parameter an option
    *,
    date: str,
    title: str | None,
    tags: str | None,
    day: int | None,
    editor: str,
    no_edit: bool,
    force: bool,
    source: Path | None,
    quiet: bool,
    verbose: bool,
    **typed: str | bool | None,
) -> None:
    """Begin the entry of DATE: today, yesterday, tomorrow or a date such as 2026-01-31.

    Where days are kept in files, a file is made that is named as the newest ones are. Where they are kept in a log, the
    next heading is added at the end where it grows.
    """
    from journal_site.beginning.new_entry import ENTRIES, NewEntryRequest, entries_of, plan_new_entry  # noqa: PLC0415
    from journal_site.commands.editor import at_terminal, find_editor, open_editor  # noqa: PLC0415
    from journal_site.engine.build import read_journal  # noqa: PLC0415 - `--help` needs no reader
    from journal_site.engine.inputs import BuildRequest  # noqa: PLC0415 - `--help` needs no reader
    from journal_site.writing.numbering import day_of  # noqa: PLC0415

    root = locate(source)
    front = _front({key: value for key, value in typed.items() if value})
    _make_folder(root)
    journal = read_journal(BuildRequest(root=root, drafts=True, future=True, blank="all"))
    wanted = find_editor(editor) if at_terminal() else editor  # one that was named may have a window of its own
    edits = bool(wanted) and not no_edit
    when = _date(date, journal.today)
    challenge = journal.config.challenge is not None
    choice = NewEntryRequest(
        date=when,
        day=day if day is not None else day_of(journal.index, when, challenge=challenge),
        title=" ".join(_readable(title or "").split()),
        tags=tuple(filter(None, (" ".join(tag.split()) for tag in _readable(tags or "").split(",")))),
        front=front,
        force=force,
        room=edits,
    )
    begun = plan_new_entry(root, journal, choice)
    if begun.fresh and not force and (same := entries_of(journal, when)):
        told = f"{when} has {'an entry' if len(same) == 1 else 'entries'} already: {', '.join(same)}"
        if at_terminal():
            click.confirm(f"{told}. Begin another?", abort=True)
        elif not quiet:
            echo(told, err=True)
    _write(root, begun, force=force)
    if not quiet:
        number = f"Day {choice.day}, " if verbose and choice.day is not None else ""
        echo(f"{number}{choice.date}: {root / begun.path}" if verbose else root / begun.path)
        if begun.settings is not None:
            echo(f"site.yaml: {ENTRIES}/ is now among the sources")
    if edits:
        open_editor(wanted, root / begun.path, begun.line)


def _front(typed: Mapping[str, str | bool]) -> FrontMatter:
    """Return what the options of fields say. Raises BadParameter for a value that such a field cannot hold."""
    from journal_site.config.nodes import Scalar, Table  # noqa: PLC0415 - seldom
    from journal_site.reading.front_matter.fields import read_fields  # noqa: PLC0415

    values = {key: "true" if value is True else _readable(str(value)) for key, value in typed.items()}
    pairs = tuple((Scalar(key, 1, 1), Scalar(value, 1, 1, quoted=True)) for key, value in values.items())
    front, findings = read_fields(Table(pairs, 1, 1), {})
    for finding in findings:
        raise click.BadParameter(finding.message)
    return front


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


def _write(root: Path, begun: NewEntry, *, force: bool) -> None:
    """Write the new text, whole or not at all. Raises ContentError where it cannot be written."""
    place = root / begun.path
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(begun.path, error) from None
    try:
        if begun.fresh and not force:
            _put(place, begun.raw)
        elif begun.before is not None and read_file(place) != begun.before:
            from journal_site.beginning.new_entry import changed  # noqa: PLC0415 - seldom

            raise changed(begun.path)
        else:
            _replace(place, begun.raw)
        if begun.settings is not None:
            _replace(root / CONFIG_FILE, begun.settings.encode())
    except FileExistsError:
        from journal_site.beginning.new_entry import exists  # noqa: PLC0415 - somebody was quicker

        raise exists(begun.path, 1, "this entry is there already", "write on there, or replace it with -f") from None
    except OSError as error:
        raise _unwritable(begun.path, error) from None


def _unwritable(path: str, error: OSError) -> ContentError:
    return ContentError(
        Diagnostic(
            severity="error",
            code="new-unwritable",
            message=f"cannot be written: {why(error)}",
            location=Location(path=path),
            hint="check that you may write there",
        )
    )


def _put(place: Path, raw: bytes) -> None:
    """Put a new file in its place at once. Raises FileExistsError where something is there."""
    with _beside(place, raw) as beside:
        try:
            place.hardlink_to(beside)
        except FileExistsError:
            raise
        except OSError:  # the file system knows no links
            if os.path.lexists(place):
                raise FileExistsError(place) from None
            beside.replace(place)


def _replace(place: Path, raw: bytes) -> None:
    """Put bytes in a file's place at once; a link stays one, and the file's permissions stay."""
    target = place.resolve()
    with _beside(target, raw) as beside:
        if target.exists():
            beside.chmod(target.stat().st_mode)
        beside.replace(target)


@contextlib.contextmanager
def _beside(place: Path, raw: bytes) -> Iterator[Path]:
    """Give a file with the bytes beside a place, which is gone in the end unless it was put there."""
    beside = place.with_name(f".{place.name}.new")
    try:
        beside.write_bytes(raw)
        yield beside
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
