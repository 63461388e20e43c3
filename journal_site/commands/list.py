"""`journal list`: what the journal holds, and what becomes of each text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal_site.commands.options import common, locate
from journal_site.commands.summary import count
from journal_site.commands.terminal import echo, echo_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal_site.publishing.listing import Listed, TextState

_DATE = 10
_TITLE = 60


@click.command(epilog="Example: journal list --drafts --future --topic python")
@click.option("--drafts", "wanted", flag_value="draft", multiple=True, help="List drafts.")
@click.option("--private", "wanted", flag_value="private", multiple=True, help="List what is marked as not public.")
@click.option("--future", "wanted", flag_value="future", multiple=True, help="List what waits for its day.")
@click.option("--ended", "wanted", flag_value="ended", multiple=True, help="List what is published no longer.")
@click.option("--blank", "wanted", flag_value="blank", multiple=True, help="List what has nothing written in it yet.")
@click.option("--undated", "wanted", flag_value="undated", multiple=True, help="List texts without a date.")
@click.option("--left-out", "wanted", flag_value="left-out", multiple=True,
              help="List files and parts of texts that are no entries, with the reason.")  # fmt: skip
@click.option("-t", "--topic", default="", metavar="TOPIC", help="List texts of this topic only.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@common
def command(  # noqa: PLR0913 - one parameter an option
    *,
    wanted: tuple[TextState, ...],
    topic: str,
    as_json: bool,
    source: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """List what is published, oldest first: date, day, title and place of each text.

    With options, list what they name instead; with several, what any of them names. The reason stands behind what stays
    at home.
    """
    from journal_site.engine.build import read_journal  # noqa: PLC0415 - `--help` needs no reader
    from journal_site.engine.inputs import BuildRequest  # noqa: PLC0415
    from journal_site.publishing.listing import in_states, list_texts, with_topic  # noqa: PLC0415

    del verbose
    root = locate(source)
    plain = read_journal(BuildRequest(root=root))
    whole = read_journal(BuildRequest(root=root, today=plain.today, drafts=True, future=True, blank="all"))
    texts = list_texts(whole.index, plain.left_out, plain.today)
    shown = in_states(with_topic(whole.index, texts, topic) if topic else texts, wanted)
    if as_json:
        echo_json(shown)
    elif not quiet:
        for row in _rows(shown):
            echo(row)
        echo(count(len(shown), "text"), err=True)


def _rows(texts: Sequence[Listed]) -> Iterator[str]:
    days = [_day(text) for text in texts]
    width = max(map(len, days), default=0)
    dated = any(text.date for text in texts)
    for text, day in zip(texts, days, strict=True):
        title = text.title if len(text.title) <= _TITLE else text.title[: _TITLE - 1] + "…"
        place = f"{text.path}:{text.line}" if text.line else text.path
        why = f"({text.reason})" if text.reason else ""
        date = f"{text.date or ''!s:<{_DATE}}" if dated else ""
        yield "  ".join(part for part in (date, f"{day:<{width}}", title, place, why) if part)


def _day(text: Listed) -> str:
    if text.day is None:
        return ""
    return f"R{text.round} day {text.day}" if text.round else f"day {text.day}"
