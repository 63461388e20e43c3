"""How a source falls into slices: an entry file is one, a log is many. Cheap, and never fails on any text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.reading.front_split import split_front_matter
from journal_site.reading.single import read_single

if TYPE_CHECKING:
    from journal_site.model import Outline, Source, SourceOptions


def read_outline(source: Source, options: SourceOptions) -> Outline:
    """Return how a source falls into slices, in the order of the source."""
    front, text, first = split_front_matter(source.text)
    if not source.log:
        return read_single(source, options, front, text, first)
    from journal_site.reading.log_outline import read_log  # noqa: PLC0415 - a folder of entries needs no logs

    return read_log(source, options, front, text, first)
