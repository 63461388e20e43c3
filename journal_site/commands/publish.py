"""`journal publish`: build the site and push it to the branch that a host serves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal_site.commands.options import SiteUrlOption, common, locate
from journal_site.commands.terminal import echo

if TYPE_CHECKING:
    from journal_site.publishing.branch import Published


@click.command(epilog="Example: journal publish --dry-run")
@click.option("--branch", default="", metavar="BRANCH",
              help="The branch that is served; by default gh-pages, on Codeberg pages.")  # fmt: skip
@click.option("--remote", default="origin", show_default=True, metavar="NAME", help="The remote that has it.")
@click.option("--base-url", type=SiteUrlOption(), default="", metavar="URL",
              help="Where the site will live; by default site.yaml's url, else where the host serves it.")  # fmt: skip
@click.option("-s", "--strict", is_flag=True, help="Let warnings stop it.")
@click.option("-f", "--force", is_flag=True, help="Put the site on top of commits of others; they stay in the history.")
@click.option("-n", "--dry-run", is_flag=True, help="Do all but push, and tell what would change.")
@common
def command(  # noqa: PLR0913 - one parameter an option
    *,
    branch: str,
    remote: str,
    base_url: str,
    strict: bool,
    force: bool,
    dry_run: bool,
    source: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the site, and push it as one commit to the branch that GitHub Pages, Codeberg Pages and others serve.

    Your branches, your index and your files stay as they are, and nothing is forced: what others pushed there is kept.
    """
    from journal_site.commands.report import print_report  # noqa: PLC0415
    from journal_site.commands.spinner import spinner  # noqa: PLC0415
    from journal_site.engine.inputs import BuildRequest  # noqa: PLC0415 - `--help` needs no builder
    from journal_site.publishing.branch import PublishRequest, publish  # noqa: PLC0415

    root = locate(source)
    request = BuildRequest(root=root, base_url=base_url, strict=strict)
    with spinner("publishing", wanted=not quiet):
        done = publish(PublishRequest(request, remote, branch, force=force, dry=dry_run))
    print_report(done.report, root=root, quiet=quiet, verbose=verbose)
    if not quiet:
        echo(_told(done, remote, dry=dry_run))


def _told(done: Published, remote: str, *, dry: bool) -> str:
    """Return what was published where, in a line."""
    place = f"{remote}, branch {done.branch}"
    if not done.commit:
        return f"{place}: has this site already"
    added, changed, removed = done.changes
    also = ", with texts that are not committed" if done.uncommitted else ""
    said = "would be published" if dry else "published"
    return (
        f"{place}: {said} as {done.commit[:10]}, {done.files} files ({added} new, {changed} changed, {removed} removed)"
        + also
        + f"\nIts address: {done.address}" * bool(done.address)
        + f"\nOnce: {done.once}." * bool(done.once)
    )
