"""`journal readme`: keep what a README says of the journal current, between its marks."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal_site.commands.options import DateOption, common, locate
from journal_site.commands.terminal import echo, echo_json

if TYPE_CHECKING:
    import datetime as dt


@click.command(epilog="Example: journal readme docs/index.md --links site")
@click.argument("file", metavar="[FILE]", type=click.Path(path_type=Path), default=None, required=False)
@click.option("--links", type=click.Choice(["files", "site"]), default="files", show_default=True, metavar="WHERE",
              help="Let links lead to the texts (files) or to the site's pages (site).")  # fmt: skip
@click.option("--check", is_flag=True, help="Write nothing; end with 1 where something would change.")
@click.option("--today", type=DateOption(), default=None, help="Take this as today.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
@common
def command(  # noqa: PLR0913 - one parameter an option
    *,
    file: Path | None,
    links: str,
    check: bool,
    today: dt.date | None,
    as_json: bool,
    source: Path | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Write what the journal holds between the marks of FILE, by default README.md in the journal's folder.

    <!-- journal: newest 5 --> and <!-- /journal --> are a pair of marks. Between them may stand days, newest, topics
    (each with how many, if not all), counts, streak, begin (a link to begin today's entry) and pictures. No byte
    outside them changes, and nothing changes where all is current.
    """
    from journal_site.engine.build import read_journal  # noqa: PLC0415 - `--help` needs no reader
    from journal_site.engine.inputs import BuildRequest  # noqa: PLC0415
    from journal_site.pages.parts.context import PageContext  # noqa: PLC0415
    from journal_site.pages.parts.facts import PlanOptions, facts_of  # noqa: PLC0415
    from journal_site.publishing.readme_blocks import BLOCKS, ReadmeWriter  # noqa: PLC0415
    from journal_site.publishing.readme_file import check_target, read_target, write_target  # noqa: PLC0415
    from journal_site.publishing.readme_marks import find_blocks, write_blocks  # noqa: PLC0415

    del verbose
    root = locate(source)
    place = root / "README.md" if file is None else file
    path = Path(os.path.relpath(place, root)).as_posix()
    raw = read_target(place, path)
    journal = read_journal(BuildRequest(root=root, today=today))
    check_target(path, [found.path for found in journal.sources])
    blocks = find_blocks(raw, path, tuple(BLOCKS))
    context = PageContext(facts_of(journal.index, journal.config, PlanOptions(), journal.gathered.notebooks))
    writer = ReadmeWriter(context, Path(path).parent.as_posix(), to_site=links == "site")
    made = write_blocks(raw, blocks, lambda block: writer.write(block.name, block.limit))
    changed = made != raw
    if changed and not check:
        write_target(place, raw, made, path)
    if as_json:
        echo_json(
            {"path": path, "changed": changed, "blocks": [{"name": one.name, "line": one.line} for one in blocks]}
        )
    elif not quiet:
        told = ("would change" if check else "written") if changed else "current"
        echo(f"{path}: {told}")
    return int(check and changed)
