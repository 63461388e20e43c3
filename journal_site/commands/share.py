"""`journal share`: print posts that tell of an entry, and open the forms in which they are posted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal_site.commands.options import common, locate
from journal_site.commands.terminal import Paint, echo, echo_json, lines_of, write
from journal_site.config.names import CONFIG_FILE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal_site.engine.build import Journal
    from journal_site.model.index import Index
    from journal_site.pages.parts.context import PageContext
    from journal_site.publishing.posts import Post

_SITES = ("x", "linkedin", "mastodon", "bluesky")


@click.command(epilog="Example: journal share today --to mastodon")
@click.argument("entry", metavar="[ENTRY]", default="")
@click.option("--to", "sites", type=click.Choice(_SITES), multiple=True, metavar="SITE",
              help="Print only the post for x, linkedin, mastodon or bluesky; may be given again.")  # fmt: skip
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open the form of each in the browser.")
@click.option("--json", "as_json", is_flag=True, help="Print the posts as JSON.")
@common
def command(  # noqa: PLR0913 - one parameter an option
    *,
    entry: str,
    sites: tuple[str, ...],
    open_browser: bool,
    as_json: bool,
    source: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Print posts for X, LinkedIn, Mastodon and Bluesky with link, day and hashtags of ENTRY, each within its limit.

    ENTRY is an id such as day-16, a date, today, or the number of a day; without it, the newest entry is meant.
    """
    from journal_site.engine.build import read_journal  # noqa: PLC0415 - `--help` needs no reader
    from journal_site.engine.inputs import BuildRequest  # noqa: PLC0415 - `--help` needs no reader
    from journal_site.publishing.find_entry import find_entry  # noqa: PLC0415
    from journal_site.publishing.posts import write_posts  # noqa: PLC0415

    root = locate(source)
    journal = read_journal(BuildRequest(root=root))
    context = _context(journal)

    def withheld() -> Index:
        return read_journal(BuildRequest(root=root, drafts=True, future=True, blank="all")).index

    item = find_entry(journal.index, entry, withheld)
    posts = write_posts(context, item, [site for site in _SITES if site in sites] or _SITES)
    if as_json:
        echo_json({
            "id": item.id, "title": item.entry.title, "url": context.urls.absolute(item.url), "posts": posts
        })  # fmt: skip
    elif len(sites) == 1 and not quiet:
        echo("\n".join(post.text for post in posts))
    elif not quiet:
        write(sys.stdout, f"{_listing(posts, Paint.of(sys.stdout), verbose=verbose)}\n")
    if open_browser:
        _browse(posts)


def _context(journal: Journal) -> PageContext:
    """Return what planners are given. Raises UsageError where the site's address is not known."""
    from journal_site.errors import Diagnostic, Location, UsageError  # noqa: PLC0415 - `--help` shares nothing
    from journal_site.pages.parts.context import PageContext  # noqa: PLC0415
    from journal_site.pages.parts.facts import PlanOptions, facts_of  # noqa: PLC0415

    config = journal.config
    if not config.url:
        raise UsageError(
            Diagnostic(
                severity="error",
                code="share-address",
                message="where the site lives is not known, so there is no link to share",
                location=Location(path=CONFIG_FILE),
                hint="say it: 'url: https://you.github.io/journal/'",
            )
        )
    return PageContext(facts_of(journal.index, config, PlanOptions(), journal.gathered.notebooks))


def _listing(posts: Sequence[Post], paint: Paint, *, verbose: bool) -> str:
    blocks = []
    for post in posts:
        head = f"{paint(post.to, 'bold')} ({post.length} of {post.limit})"
        shown = lines_of("\n".join([post.text, *([post.compose] if verbose else [])]))
        blocks.append(f"{head}\n\n{shown}\n")
    return "\n".join(blocks).rstrip()


def _browse(posts: Sequence[Post]) -> None:
    """Open each form; where there is no browser, print where it is."""
    import webbrowser  # noqa: PLC0415 - it starts programs, which `--help` does not

    for post in posts:
        if not webbrowser.open(post.compose):
            echo(f"no browser could be opened; {post.to}: {post.compose}", err=True)
        elif post.to == "LinkedIn":
            echo("LinkedIn's form takes the link alone: paste the post there", err=True)
