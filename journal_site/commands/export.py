"""`journal export`: take the published texts away as a book, a database, or files for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from journal_site.commands.options import common, locate
from journal_site.commands.terminal import echo, echo_json

_FORMATS = ("log", "files", "hugo", "obsidian", "epub", "sqlite")


@click.command(epilog="Example: journal export --to epub --year 2026")
@click.argument("file", metavar="[FILE]", type=click.Path(path_type=Path), default=None, required=False)
@click.option("--to", "key", type=click.Choice(_FORMATS), required=True, help="What to write.")
@click.option("-t", "--topic", "topics", multiple=True, metavar="TOPIC",
              help="Only texts of this topic, and of those below it; may be given again.")  # fmt: skip
@click.option("--year", type=click.IntRange(1, 9999), default=None, metavar="Y", help="Only entries of this year.")
@click.option("-f", "--force", is_flag=True, help="Replace what is there.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
@common
def command(  # noqa: PLR0913 - one parameter an option
    *,
    file: Path | None,
    key: str,
    topics: tuple[str, ...],
    year: int | None,
    force: bool,
    as_json: bool,
    source: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the published texts to FILE, which is named after the journal where it is not given.

    --to log is one README.md with a heading for each day, files a journal of entry files, obsidian a vault, hugo a site
    of Hugo's, epub a book, sqlite a database with full-text search. What stays at home is in none of them, nor are
    comments and keys of front matter that the site does not show.
    """
    from journal_site.commands.report import print_diagnostics  # noqa: PLC0415 - `--help` needs no reader
    from journal_site.commands.summary import count, weight  # noqa: PLC0415
    from journal_site.engine.inputs import BuildRequest  # noqa: PLC0415
    from journal_site.exporting.collection import Selection  # noqa: PLC0415
    from journal_site.exporting.run import export_journal  # noqa: PLC0415

    root = locate(source)
    report = export_journal(BuildRequest(root=root), key, file, Selection(topics, year), force=force)
    if as_json:
        echo_json(
            {
                "path": str(report.place),
                "format": key,
                "files": report.files,
                "bytes": report.size,
                "texts": report.texts,
            }
        )
    elif not quiet:
        files = f" in {report.files} files" if report.files > 1 else ""
        echo(f"{report.place}: {count(report.texts, 'text')}{files}, {weight(report.size)}")
    if report.diagnostics and not quiet:
        print_diagnostics(report.diagnostics, root=root, verbose=verbose)
