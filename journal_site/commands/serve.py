"""`journal serve`: preview the site while you write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal_site.commands.options import DateOption, common, locate
from journal_site.commands.terminal import can_draw, echo

if TYPE_CHECKING:
    import datetime as dt


@click.command(epilog="Example: journal serve --open --drafts")
@click.option("-p", "--port", type=click.IntRange(0, 65535), default=None, metavar="PORT",
              help="Listen there; by default 8000, or the next one that is free.")  # fmt: skip
@click.option("--bind", default="127.0.0.1", metavar="ADDRESS", show_default=True, help="Listen at this address.")
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open the browser.")
@click.option("--poll", is_flag=True, help="Look for changes twice a second, where the system tells of none.")
@click.option("-D", "--drafts", is_flag=True, help="Show drafts too.")
@click.option("-F", "--future", is_flag=True, help="Show entries of days to come too.")
@click.option("--today", type=DateOption(), default=None, help="Take this as today.")
@common
def command(  # noqa: PLR0913 - one parameter an option
    *,
    port: int | None,
    bind: str,
    open_browser: bool,
    poll: bool,
    drafts: bool,
    future: bool,
    today: dt.date | None,
    source: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Serve the site from memory, and keep the open page up to date. Nothing is written into the published folder."""
    from journal_site.commands.report import print_diagnostics  # noqa: PLC0415
    from journal_site.engine.inputs import BuildRequest  # noqa: PLC0415 - `--help` needs no server
    from journal_site.serve.run import run  # noqa: PLC0415

    request = BuildRequest(root=locate(source), drafts=drafts, future=future, blank="today", today=today)
    run(
        request,
        bind=bind,
        port=port,
        poll=poll,
        say=_silence if quiet else echo,
        show=lambda problems: print_diagnostics(
            [one for one in problems if one.severity == "error" or not quiet], root=request.root, verbose=verbose
        ),
        opened=_browse if open_browser else None,
        draws=not quiet and can_draw(),
    )


def _silence(text: str) -> None:
    """Say nothing."""


def _browse(address: str) -> None:
    """Open the browser."""
    import webbrowser  # noqa: PLC0415 - it starts programs, which `--help` does not

    webbrowser.open(address)
