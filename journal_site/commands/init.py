"""`journal init`: set up a journal, or one around a log that exists. What is there already is never touched."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from journal_site.commands.options import common
from journal_site.errors import Diagnostic, Location, UsageError
from journal_site.publishing.origin import Origin, find_origin
from journal_site.publishing.workflow import PATH as WORKFLOW
from journal_site.publishing.workflow import workflow_text

_IGNORED = ("_site/", ".journal/")
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_MARKS = re.compile(r"[*_`]|!?\[([^\]]*)\]\([^)]*\)")


@click.command(name="init", short_help="Set up a new journal, or one around a log that exists.")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--from", "log", metavar="LOG", type=click.Path(path_type=Path), default=None,
              help="Read this log in place, such as README.md, and make no entries folder.")  # fmt: skip
@click.option("--title", default="", help="The journal's title.")
@common
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    folder: Path,
    log: Path | None,
    title: str,
    source: Path | None,
    quiet: bool,  # noqa: FBT001
    verbose: bool,  # noqa: FBT001
) -> None:
    """Write site.yaml, a first entry, .gitignore and the workflow that publishes each push to GitHub Pages."""
    del verbose
    folder = source if source is not None else folder
    say = (lambda _: None) if quiet else click.echo
    files = plan_files(folder, log, title)
    for path, text in files.items():
        say(f"{_put(folder / path, text)}  {path}")
    say(f"{_ignore(folder / '.gitignore')}  .gitignore")
    here = "" if folder.resolve() == Path.cwd() else f"cd {folder} && "
    say(f"\nNext: {here}journal {'build' if log else 'new'}, then journal serve to see it.")
    say('To publish: push to GitHub, and choose "GitHub Actions" under Settings › Pages › Source.')


def plan_files(folder: Path, log: Path | None, title: str) -> dict[str, str]:
    """Return the files that make a journal of the folder, by path. Raises UsageError where the log is not there."""
    origin = find_origin(folder if folder.is_dir() else Path.cwd())
    if not folder.is_dir():
        origin = Origin(author=origin.author)
    if log is None:
        from journal_site.commands.scaffold import first_entry  # noqa: PLC0415 - only for a journal of entries

        name = title or _name(folder)
        path, text = first_entry()
        return {"site.yaml": _settings(name, origin, None), path: text, WORKFLOW: workflow_text(origin.branch)}
    place = _find_log(folder, log)
    name = title or _log_title(folder / place) or _name(folder)
    return {"site.yaml": _settings(name, origin, place), WORKFLOW: workflow_text(origin.branch)}


def _find_log(folder: Path, log: Path) -> str:
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


def _name(folder: Path) -> str:
    words = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "My journal"


def _log_title(path: Path) -> str:
    match = _HEADING.search(path.read_text(encoding="utf-8", errors="replace"))
    return _MARKS.sub(lambda mark: mark[1] or "", match[1]).strip() if match else ""


def _settings(title: str, origin: Origin, log: str | None) -> str:
    lines = [f"title: {json.dumps(title, ensure_ascii=False)}"]  # a JSON string is a YAML string
    lines.append(
        f"url: {origin.site}" if origin.site else "# url: https://you.github.io/journal/ # for feeds and cards"
    )
    lines.append(f"author: {json.dumps(origin.author, ensure_ascii=False)}" if origin.author else "# author: Your name")
    lines.append("# timezone: Europe/Berlin # says what day it is; your machine's zone by default")
    if origin.repo:
        lines.append(f"repo: {origin.repo} # for edit links")
    if origin.repo and origin.branch != "main":
        lines.append(f"branch: {json.dumps(origin.branch)}")
    if log is not None:
        lines.append(f"sources: [{json.dumps(log, ensure_ascii=False)}]")
        named = json.dumps(log, ensure_ascii=False)
        lines.append(f"# sources: [{{path: {named}, year: 2026, dates: git}}] # where headings lack a year or a date")
    lines.append("# challenge: {name: 100DaysOfCode, days: 100, start: 2026-01-01, goals: [Learn something each day]}")
    lines.append("cards: true")
    return "\n".join(lines) + "\n"


def _put(path: Path, text: str) -> str:
    """Write a new file; return what was done with it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return "kept   "
    return "created"


def _ignore(path: Path) -> str:
    """Add what git need not keep to .gitignore; return what was done."""
    old = path.read_text(encoding="utf-8", errors="surrogateescape") if path.exists() else ""
    missing = [line for line in _IGNORED if line not in {one.strip() for one in old.splitlines()}]
    if not missing:
        return "kept   "
    gap = "" if not old or old.endswith("\n") else "\n"
    path.write_text(old + gap + "".join(f"{line}\n" for line in missing), encoding="utf-8", errors="surrogateescape")
    return "changed" if old else "created"
