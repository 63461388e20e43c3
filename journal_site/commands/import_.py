"""`journal import`: make entry files of a log, or of a folder that another program reads."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal_site.commands.options import DateOption, common
from journal_site.commands.terminal import echo
from journal_site.reading.dialects.table import TOOL_OF

if TYPE_CHECKING:
    import datetime as dt

    from journal_site.importing.run import ImportReport
    from journal_site.model.source import DialectKey


@click.command(epilog="Example: journal import ../old-log --into entries/ --dry-run")
@click.argument("place", metavar="SOURCE", type=click.Path(path_type=Path))
@click.option("--into", default="entries", metavar="DIR", help="Where the files go; by default entries/.")
@click.option("--year", type=click.IntRange(1900, 2999), default=None, metavar="Y",
              help="The year of dates that are written without one (of the newest of them).")  # fmt: skip
@click.option(
    "--start", type=DateOption(), default=None, metavar="DATE", help="The date of day 1, where no day was skipped."
)
@click.option("--dialect", "dialects", type=click.Choice(tuple(TOOL_OF)), multiple=True,
              help="Read it as this tool's, whatever it seems to be; may be given again.")  # fmt: skip
@click.option("--git", is_flag=True, help="Take dates that are not written from the commits that added them.")
@click.option("--dry-run", is_flag=True, help="Show what would be done, and do nothing.")
@common
def command(  # noqa: PLR0913 - one parameter an option
    *,
    place: Path,
    into: str,
    year: int | None,
    start: dt.date | None,
    dialects: tuple[DialectKey, ...],
    git: bool,
    dry_run: bool,
    source: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Split a log (README.md) into entry files, or convert a folder (Jekyll, Hugo, MkDocs, Pelican, Obsidian, Logseq).

    What SOURCE says stays where it is. Importing again adds what is new; a file that you edited since is never
    overwritten.
    """
    from journal_site.beginning.entry_text import FIRST  # noqa: PLC0415
    from journal_site.commands.report import print_diagnostics  # noqa: PLC0415 - `--help` needs no importer
    from journal_site.config.today import resolve_today  # noqa: PLC0415
    from journal_site.importing.run import ImportRequest, import_journal  # noqa: PLC0415
    from journal_site.model.source import SourceOptions  # noqa: PLC0415
    from journal_site.publishing.origin import find_origin  # noqa: PLC0415

    root = _root(source)
    origin = find_origin(place if place.is_dir() else place.parent)
    home = find_origin(root)
    options = SourceOptions(
        year=year,
        dates="git" if git else "consecutive" if start else "",
        start=start,
        dialect=tuple(dict.fromkeys(dialects)),
        today=resolve_today(None, ""),
    )
    request = ImportRequest(
        place=place,
        root=root,
        into=_folder(into, root),
        options=options,
        repo=origin.repo,
        author=home.author,
        url=home.site,
        begun=FIRST,
        dry_run=dry_run,
    )
    report = import_journal(request)
    if not quiet:
        _print(report, dry_run=dry_run, verbose=verbose)
    shown = [one for one in report.diagnostics if not quiet or one.severity == "error"]
    if shown:
        print_diagnostics(shown, root=root, verbose=verbose)
    if any(one.severity == "error" for one in report.diagnostics):
        click.get_current_context().exit(1)


def _root(source: Path | None) -> Path:
    """Return the journal's folder: the given one, the nearest above with a site.yaml, else the current one."""
    from journal_site.config import find_root  # noqa: PLC0415
    from journal_site.errors import UsageError  # noqa: PLC0415

    if source is not None:
        return source
    try:
        root = find_root(Path.cwd())
    except UsageError:
        return Path()
    return Path(os.path.relpath(root))


def _folder(into: str, root: Path) -> str:
    """Return the folder of entries relative to the journal's; it must lie below it."""
    place = (root / into).resolve()
    try:
        return place.relative_to(root.resolve()).as_posix()
    except ValueError:
        raise click.UsageError(f"--into must be a folder below '{root}'") from None


def _print(report: ImportReport, *, dry_run: bool, verbose: bool) -> None:
    from journal_site.commands.summary import tell_omissions  # noqa: PLC0415 - `--help` needs none

    would = "would be " if dry_run else ""
    if dry_run:
        echo("A dry run: nothing is written.")
    words = {"kept": "kept", "left deleted": "left deleted", "conflict": "new beside", "unchanged": "unchanged"}
    counts: dict[str, int] = {}
    for step in report.steps:
        counts[step.action] = counts.get(step.action, 0) + 1
        if step.action != "unchanged" or verbose:
            echo(f"{words.get(step.action, step.action):<10} {report.into}/{step.writes or step.wanted.name}")
    if report.settings:
        echo(f"{report.settings:<10} site.yaml")
    for name in report.orphaned:
        echo(f"gone       {report.into}/{name}: the source has it no longer; the file stays")
    for row in tell_omissions(report.left_out, whole=verbose):
        echo(row)
    counted = ", ".join(f"{number} {would}{words.get(action, action)}" for action, number in counts.items())
    echo(f"{len(report.steps)} files: {counted}")
