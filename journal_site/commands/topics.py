"""`journal topics`: show what the journal is about, suggest what its texts speak of besides, and accept that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal_site.commands.options import common, locate
from journal_site.commands.terminal import echo, echo_json
from journal_site.config.names import CONFIG_FILE
from journal_site.errors import Diagnostic, Location, UsageError
from journal_site.regular_files import read_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal_site.index.topics.suggestions import Suggestion
    from journal_site.model.index import Index

_SHOWN = 4
"""Entries that are named as evidence."""


@click.command(epilog="Example: journal topics --suggest")
@click.argument("names", metavar="[TOPIC]...", nargs=-1)
@click.option("--suggest", is_flag=True, help="Show what recurs in titles, linked repositories and texts.")
@click.option("--accept", is_flag=True, help="Write what is suggested into site.yaml; with TOPIC only that.")
@click.option("--json", "as_json", is_flag=True, help="Print the topics as JSON.")
@common
def command(  # noqa: PLR0913 - one parameter an option
    *,
    names: tuple[str, ...],
    suggest: bool,
    accept: bool,
    as_json: bool,
    source: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show the journal's topics with their entries, or those that its texts speak of and that it does not have yet.

    Nothing that is suggested is published until it is accepted: then it stands in site.yaml, where everything else
    stays as it was, and entries that hold its keywords have it.
    """
    from journal_site.engine.build import read_journal  # noqa: PLC0415 - `--help` needs no reader
    from journal_site.engine.inputs import BuildRequest  # noqa: PLC0415
    from journal_site.index.topics.suggestions import suggest_topics  # noqa: PLC0415

    del verbose
    root = locate(source)
    journal = read_journal(BuildRequest(root=root))
    index = journal.index
    if not (suggest or accept):
        _show(index, as_json=as_json, quiet=quiet)
        return
    suggested = _wanted(suggest_topics(index, journal.config.topics), names)
    if as_json:
        echo_json([{"name": one.name, "evidence": one.evidence, "entries": list(one.ids)} for one in suggested])
    elif not quiet:
        for one in suggested:
            echo(_told(index, one))
        if not suggested:
            echo("nothing is suggested: no name recurs that is no topic yet")
    if accept and suggested:
        _write(root / CONFIG_FILE, [one.name for one in suggested])
        if not (quiet or as_json):
            echo(f"{CONFIG_FILE}: {len(suggested)} more topics")


def _show(index: Index, *, as_json: bool, quiet: bool) -> None:
    topics = sorted((topic for topic in index.topics if topic.entries), key=lambda one: (-len(one.entries), one.slug))
    if as_json:
        echo_json([{"name": one.name, "slug": one.slug, "entries": list(one.entries)} for one in topics])
    elif not quiet:
        for topic in topics:
            echo(f"{len(topic.entries):>5}  {topic.name}")
        if not topics:
            echo("no topics yet: 'journal topics --suggest' shows what the texts speak of")


def _wanted(suggested: Sequence[Suggestion], names: Sequence[str]) -> list[Suggestion]:
    """Return the suggestions that are named, or all. Raises UsageError for a name that is not among them."""
    folded = {one.name.casefold(): one for one in suggested}
    unknown = [name for name in names if name.casefold() not in folded]
    if unknown:
        place = Location(path=CONFIG_FILE)
        message, hint = f"'{unknown[0]}' is not suggested", "'journal topics --suggest' shows what is"
        raise UsageError(Diagnostic(severity="error", code="topic-unknown", message=message, location=place, hint=hint))
    return [folded[name.casefold()] for name in names] if names else list(suggested)


def _told(index: Index, one: Suggestion) -> str:
    by_id = {item.id: item for item in index.items}
    where = [_called(by_id[id_].entry.day, id_) for id_ in one.ids[:_SHOWN]]
    more = [f"{len(one.ids) - _SHOWN} more"] if len(one.ids) > _SHOWN else []
    return f"{len(one.ids):>5}  {one.name} ({one.evidence}: {', '.join([*where, *more])})"


def _called(day: int | None, id_: str) -> str:
    return f"day {day}" if day is not None else id_


def _write(path: Path, names: Sequence[str]) -> None:
    """Put topics into site.yaml. Raises UsageError where that would change what stands there."""
    from journal_site.beginning.topic_table import topic_lines, with_topics  # noqa: PLC0415 - seldom

    text = read_file(path).decode("utf-8")
    changed = with_topics(text, names)
    if changed is None:
        message = "'topics' is not written as lines below it, and stays as it is"
        hint = f"add {'; '.join(topic_lines(names, ''))}"
        place = Location(path=CONFIG_FILE)
        raise UsageError(
            Diagnostic(severity="error", code="topics-unwritable", message=message, location=place, hint=hint)
        )
    path.write_bytes(changed.encode("utf-8"))
