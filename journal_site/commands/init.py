"""`journal init`: set up a journal, or one around a log that exists. What is there already is never touched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from journal_site.commands.options import common
from journal_site.commands.scaffold import first_entry
from journal_site.commands.terminal import echo
from journal_site.config import CONFIG_FILE, read_config
from journal_site.errors import ConfigError, Diagnostic, Location, OutputError, UsageError
from journal_site.importing.yaml_text import scalar
from journal_site.publishing.language import ENGLISH, guess_language
from journal_site.publishing.origin import GitOrigin, find_origin
from journal_site.publishing.workflow import PATH as WORKFLOW
from journal_site.publishing.workflow import workflow_text
from journal_site.reading.dialects.proposals import propose_settings
from journal_site.regular_files import read_text
from journal_site.system_errors import why

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from journal_site.model.outline import Outline, Slice

_IGNORED = ("_site/", ".journal/")
_CHALLENGE = "# challenge: {name: 100DaysOfCode, days: 100, start: 2026-01-01, goals: [Learn something each day]}"


class ExistingLog(NamedTuple):
    """A log that exists, as far as its settings hang on it."""

    path: str
    title: str = ""
    entries: int = 0
    notes: int = 0
    year: int | None = None
    """The year that was guessed, because no heading says one."""
    undated: bool = False
    """It has days, and none has a date."""
    language: str = ENGLISH
    """What it seems to be written in."""


@click.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--from", "log", metavar="LOG", type=click.Path(path_type=Path), default=None,
              help="Read this log in place, such as README.md, and make no entries folder.")  # fmt: skip
@click.option("--title", default="", help="The journal's title.")
@common
def command(  # noqa: PLR0913 - one parameter an option
    *,
    folder: Path,
    log: Path | None,
    title: str,
    source: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write site.yaml, a first entry, .gitignore and the workflow that publishes each push to GitHub Pages."""
    folder = source if source is not None else folder
    known = read_log(folder, find_log(folder, log)) if log is not None else None
    done = []
    for path, text in plan_files(folder, known, title).items():
        done.append(f"{_put(folder, path, text)}  {path}")
        if verbose:
            done.append("".join(f"         {line}\n" for line in text.splitlines()).rstrip())
    done.append(f"{_ignore(folder)}  .gitignore")
    if not quiet:
        echo("\n".join([*done, "", *_advice(folder, known)]))


def _advice(folder: Path, log: ExistingLog | None) -> list[str]:
    """Return what the user may want to know and do next."""
    lines = []
    if log is not None:
        lines.append(f"{log.path}: {log.entries} days, {log.notes} sections under no day.")
    if log is not None and log.year is not None:
        lines.append(f"Its dates have no year: {log.year} was guessed for the newest. site.yaml shows how to say it.")
    if log is not None and log.undated:
        lines.append("Its days have no dates: git may know when they were added. site.yaml shows how to ask it.")
    here = "" if folder.resolve() == Path.cwd() else f"cd {_quoted(folder)} && "
    then = "" if log else ", and write the first day in entries/; journal new begins each day after it"
    lines.append(f"Next: {here}journal serve to see it{then}.")
    lines.append('To publish: push to GitHub, and choose "GitHub Actions" under Settings › Pages › Source.')
    return lines


def _quoted(folder: Path) -> str:
    import shlex  # noqa: PLC0415 - `--help` quotes nothing

    return shlex.quote(str(folder))


def find_log(folder: Path, log: Path) -> str:
    """Return the log's path in the journal's folder. Raises UsageError where it is not there."""
    for place in (folder / log, Path.cwd() / log):
        if place.is_file():
            try:
                return place.resolve().relative_to(folder.resolve()).as_posix()
            except ValueError:
                raise _usage("log-outside", f"'{log}' does not lie in '{folder}'", str(log),
                             "run `journal init` in the log's own folder") from None  # fmt: skip
    raise _usage("log-missing", f"there is no file '{log}' in '{folder}'", str(log), "name the log as you see it here")


def _usage(code: str, message: str, path: str, hint: str) -> UsageError:
    return UsageError(Diagnostic(severity="error", code=code, message=message, location=Location(path=path), hint=hint))


def read_log(folder: Path, path: str) -> ExistingLog:
    """Return what a log says that its journal's settings need. Raises ContentError where it cannot be read."""
    from journal_site.config.today import resolve_today  # noqa: PLC0415 - only around a log
    from journal_site.model.source import Found, SourceOptions, Stamp  # noqa: PLC0415
    from journal_site.reading.outline.read import read_outline  # noqa: PLC0415
    from journal_site.reading.scan.texts import read_source  # noqa: PLC0415

    options = SourceOptions(today=resolve_today(None, ""))
    stamp = Stamp(size=0, mtime=0, ctime=0, inode=0)
    found = Found(path=path, folder=path, log=True, stamp=stamp, options=options)
    source = read_source(folder, found)
    return _described(path, read_outline(source, options), guess_language(source.text))


def _described(path: str, outline: Outline, language: str) -> ExistingLog:
    from journal_site.reading.dates.tokens import without_markup  # noqa: PLC0415 - only around a log

    days = [part for part in outline.slices if part.kind == "entry"]
    newest = max((date for part in days for date in _dates(part)), default=None)
    guessed = any(one.code == "date-guessed-year" for one in outline.diagnostics)
    title = next((part.title for part in outline.slices if part.kind == "introduction"), "")
    return ExistingLog(
        path=path,
        title=without_markup(title),
        entries=len(days),
        notes=sum(part.kind == "note" for part in outline.slices),
        year=newest.year if newest is not None and guessed else None,
        undated=bool(days) and newest is None,
        language=language,
    )


def _dates(part: Slice) -> tuple[dt.date, ...]:
    return next((one.dates for one in part.candidates if one.dates), ())


def plan_files(folder: Path, log: ExistingLog | None, title: str) -> dict[str, str]:
    """Return the files that make a journal of the folder, by path."""
    origin = find_origin(folder if folder.is_dir() else Path.cwd())
    if not folder.is_dir():
        origin = GitOrigin(author=origin.author)
    proposed = propose_settings(folder)
    name = title or (log.title if log else "") or proposed.get("title") or _name(folder)
    files = {CONFIG_FILE: _settings(name, origin, log, proposed), WORKFLOW: workflow_text(origin.branch)}
    path, text = first_entry()
    if log is None and _wants_entry(folder, path):
        files[path] = text
    return files


def _wants_entry(folder: Path, path: str) -> bool:
    """Tell whether a first entry would be read, and be the first."""
    entries = path.partition("/")[0]
    if any((folder / entries).rglob("*.md")):
        return (folder / path).exists()  # it is told that it is kept
    if not (folder / CONFIG_FILE).exists():
        return True
    try:
        return any(spec.path == entries for spec in read_config(folder).sources)
    except ConfigError:  # which a build tells better
        return False


def _name(folder: Path) -> str:
    words = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "My journal"


def _settings(title: str, origin: GitOrigin, log: ExistingLog | None, proposed: Mapping[str, str]) -> str:
    """Return site.yaml: what tools say that the folder was kept with comes before what git says of it."""
    lines = [f"title: {scalar(title)}"]
    url, author = proposed.get("url") or origin.site, proposed.get("author") or origin.author
    lines.append(f"url: {url}" if url else "# url: https://you.github.io/journal/ # for feeds and cards")
    lines.append(f"author: {scalar(author)}" if author else "# author: Your name")
    if "description" in proposed:
        lines.append(f"description: {scalar(proposed['description'])}")
    language = log.language if log is not None and log.language != ENGLISH else proposed.get("language", ENGLISH)
    if language != ENGLISH:
        lines.append(f"language: {language}")
    lines.append("# timezone: Europe/Berlin # says what day it is; your machine's zone by default")
    if origin.repo:
        lines.append(f"repo: {origin.repo} # for edit links")
    if origin.repo and origin.branch != "main":
        lines.append(f"branch: {scalar(origin.branch)}")
    if log is not None:
        lines += _sources(log)
    return "\n".join([*lines, _CHALLENGE, "cards: true", ""])


def _sources(log: ExistingLog) -> list[str]:
    path = scalar(log.path)
    lines = [f"sources: [{path}]"]
    if log.year is not None:
        lines.append(f"# sources: [{{path: {path}, year: {log.year}}}] # the year of the newest: no heading says it")
    if log.undated:
        lines.append(f"# sources: [{{path: {path}, dates: git}}] # a day's date is when it was added")
    return lines


def _put(folder: Path, path: str, text: str) -> str:
    """Write a new file; return what was done with it."""
    place = folder / path
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return "kept   "
    except OSError as error:
        raise _unwritable(path, error) from None
    return "created"


def _ignore(folder: Path) -> str:
    """Add what git need not keep to .gitignore; return what was done."""
    path = folder / ".gitignore"
    try:
        old = read_text(path, errors="surrogateescape") if path.exists() else ""
        missing = [line for line in _IGNORED if line not in {one.strip() for one in old.splitlines()}]
        if not missing:
            return "kept   "
        gap = "" if not old or old.endswith("\n") else "\n"
        text = old + gap + "".join(f"{line}\n" for line in missing)
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        raise _unwritable(".gitignore", error) from None
    return "changed" if old else "created"


def _unwritable(path: str, error: OSError) -> OutputError:
    return OutputError(
        Diagnostic(
            severity="error",
            code="init-unwritable",
            message=f"cannot be written: {why(error)}",
            location=Location(path=path),
            hint="check that you may write there, and that no file is in the way of a folder",
        )
    )
