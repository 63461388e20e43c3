"""`journal build`: make the site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal_site.commands.options import DateOption, SiteUrlOption, common, locate

if TYPE_CHECKING:
    import datetime as dt


@click.command(epilog="Example: journal build --drafts --output /tmp/preview")
@click.option("-d", "--output", type=click.Path(path_type=Path), default=None, metavar="DIR",
              help="Where the site goes; by default _site beside site.yaml.")  # fmt: skip
@click.option("--base-url", type=SiteUrlOption(), default="", metavar="URL",
              help="Where the site will live, in place of site.yaml's url.")  # fmt: skip
@click.option("-D", "--drafts", is_flag=True, help="Publish drafts too.")
@click.option("-F", "--future", is_flag=True, help="Publish entries of days to come too.")
@click.option("-s", "--strict", is_flag=True, help="Let warnings stop the build.")
@click.option("--clean", is_flag=True, help="Make everything again, whatever earlier builds left.")
@click.option("--portable", is_flag=True, help="Let links name their files, for reading from a folder.")
@click.option("--today", type=DateOption(), default=None, help="Take this as today.")
@click.option("-j", "--jobs", type=click.IntRange(1), default=None, metavar="N", help="Use N processes.")
@click.option("--explain", is_flag=True, help="Tell where each entry came from, and why it has its date.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@common
def command(  # noqa: PLR0913 - one parameter an option
    *,
    output: Path | None,
    base_url: str,
    drafts: bool,
    future: bool,
    strict: bool,
    clean: bool,
    portable: bool,
    today: dt.date | None,
    jobs: int | None,
    explain: bool,
    as_json: bool,
    source: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the site into a folder, making again only what changed."""
    from journal_site.commands.report import print_report  # noqa: PLC0415
    from journal_site.commands.spinner import spinner  # noqa: PLC0415
    from journal_site.engine.build import build  # noqa: PLC0415 - `--help` needs no builder
    from journal_site.engine.inputs import BuildRequest  # noqa: PLC0415 - `--help` needs no builder

    request = BuildRequest(
        root=locate(source),
        output=output,
        base_url=base_url,
        drafts=drafts,
        future=future,
        strict=strict,
        clean=clean,
        portable=portable,
        today=today,
        jobs=jobs,
    )
    busy = spinner("building", wanted=not quiet)
    if not explain:
        with busy:
            report = build(request)
        print_report(report, root=request.root, as_json=as_json, quiet=quiet, verbose=verbose)
        return
    from msgspec.structs import replace  # noqa: PLC0415

    from journal_site.commands.explain import print_explanation, print_json  # noqa: PLC0415 - seldom asked for
    from journal_site.engine.explain import explain as explain_journal  # noqa: PLC0415

    with busy:
        explanation = explain_journal(request)
    if as_json:
        print_json(build(request), explanation)
        return
    if not quiet:
        print_explanation(explanation)  # also where errors then stop the build
    report = replace(build(request), dialects=())  # told already
    print_report(report, root=request.root, quiet=quiet, verbose=verbose)
