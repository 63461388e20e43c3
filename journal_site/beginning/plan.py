"""What `journal init` is to write: decided from the folder as it is. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journal_site.beginning.entry_text import first_entry
from journal_site.beginning.settings import Known, settings_text
from journal_site.beginning.survey import Survey, survey_folder, survey_place
from journal_site.beginning.template import template_files
from journal_site.beginning.topic_table import KEY, topic_lines
from journal_site.config import CONFIG_FILE, read_config
from journal_site.config.machine_zone import machine_zone
from journal_site.config.today import resolve_today
from journal_site.errors import ConfigError, Diagnostic, Location, UsageError
from journal_site.publishing.hosts import HOSTS, Recipe, host_of
from journal_site.publishing.origin import GitOrigin, find_origin
from journal_site.publishing.requirement import find_requirement
from journal_site.reading.dialects.proposals import propose_settings

if TYPE_CHECKING:
    from journal_site.publishing.hosts import Host


class Wish(NamedTuple):
    """What the user asked for."""

    folder: Path
    place: Path | None = None
    """The file or folder that is to be read."""
    empty: bool = False
    """Begin afresh, whatever lies there."""
    title: str = ""
    host: str = ""
    template: bool = False
    """Make what others begin from, of which nothing hangs on this machine or its user."""


class Beginning(NamedTuple):
    """What is to be written, and what it follows from."""

    files: Mapping[str, str]
    """By path; none replaces what is there."""
    survey: Survey | None
    passed: int
    """Texts in the folder that are no journal."""
    host: Host
    requirement: str
    branch: str = "main"
    """Pushes to it publish."""
    versioned: bool = True
    """It lies in a repository of git, or will be put in one."""


def plan_beginning(wish: Wish) -> Beginning:
    """Return what makes a journal of a folder. Raises JournalError where what it is to read cannot be read."""
    if wish.template:
        requirement = find_requirement()
        return Beginning(template_files(requirement), None, 0, HOSTS["github"], requirement)
    zone = machine_zone()
    has_settings = (wish.folder / CONFIG_FILE).exists()
    if wish.place is not None and has_settings:
        hint = f"name '{wish.place}' under its 'sources'"
        raise _usage("init-settings", f"'{wish.folder}' has a {CONFIG_FILE} already", CONFIG_FILE, hint)
    survey, passed = (None, 0) if has_settings else _survey(wish, zone)
    origin = find_origin(wish.folder if wish.folder.is_dir() else Path.cwd())
    if not wish.folder.is_dir():
        origin = GitOrigin(author=origin.author, versioned=origin.versioned)
    host = HOSTS[wish.host or host_of(origin.repo)]
    requirement = find_requirement()
    name = _name(wish.folder)
    suggested = [KEY, *topic_lines(survey.suggested)] if survey and survey.suggested else []
    known = Known(name, wish.title, origin, propose_settings(wish.folder), survey, zone, suggested)
    files = {CONFIG_FILE: settings_text(known), host.path: host.text(Recipe(origin.branch, requirement, name))}
    path, text = first_entry(resolve_today(None, zone))
    if survey is None and _wants_entry(wish.folder, path):
        files[path] = text
    return Beginning(files, survey, passed, host, requirement, origin.branch, origin.versioned)


def _survey(wish: Wish, zone: str) -> tuple[Survey | None, int]:
    today = resolve_today(None, zone)
    if wish.place is not None:
        return survey_place(wish.folder, find_place(wish.folder, wish.place), today), 0
    return (None, 0) if wish.empty else survey_folder(wish.folder, today)


def find_place(folder: Path, place: Path) -> str:
    """Return the path of a file or folder in the journal's folder, with a slash at a folder's end.

    Raises UsageError where it is not there.
    """
    for found in (folder / place, Path.cwd() / place):
        if found.exists():
            try:
                path = found.resolve().relative_to(folder.resolve()).as_posix()
            except ValueError:
                raise _usage(
                    "log-outside",
                    f"'{place}' does not lie in '{folder}'",
                    str(place),
                    f"name the journal's folder: journal init {place if found.is_dir() else place.parent}",
                ) from None
            return f"{path}/" if found.is_dir() and path != "." else path
    hint = "name the file or folder as you see it here"
    raise _usage("log-missing", f"there is no '{place}' in '{folder}'", str(place), hint)


def _usage(code: str, message: str, path: str, hint: str) -> UsageError:
    return UsageError(Diagnostic(severity="error", code=code, message=message, location=Location(path=path), hint=hint))


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
