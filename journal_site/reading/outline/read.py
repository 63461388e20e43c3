"""How a source falls into slices: an entry file is one, a log is many. Cheap, and never fails on any text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal_site.model.outline import Omission, Outline, Slice
from journal_site.reading.dialects.contract import ADDRESS, APPENDED, FILE, INCLUDES
from journal_site.reading.dialects.load import dialect_of
from journal_site.reading.front_matter.split import split_front_matter
from journal_site.reading.outline.file import read_single
from journal_site.reading.outline.opening import may_hold_days
from journal_site.reading.outline.template_files import is_template
from journal_site.reading.privacy.withhold import public_text, withhold

if TYPE_CHECKING:
    from journal_site.model.source import Source, SourceOptions
    from journal_site.reading.dialects.contract import Dialect


def read_outline(source: Source, options: SourceOptions) -> Outline:
    """Return how a source falls into slices, in the order of the source."""
    front, text, first = split_front_matter(source.text)
    shown = public_text(source.path, text, first)
    dialect = dialect_of(options.dialects)
    read = read_single if dialect.whole and dialect.whole(source.path) else _read_outline
    outline = withhold(read(source, options, front, shown.text, first), source, options, front, shown)
    if options.dialects:
        outline = _in_dialect(outline, source, options, dialect)
    if outline.slices or outline.omitted:
        return outline
    return replace(outline, omitted=(Omission(path=source.path, line=0, text="", reason="nothing is written in it"),))


def _in_dialect(outline: Outline, source: Source, options: SourceOptions, dialect: Dialect) -> Outline:
    """Return an outline with what a dialect says of it, and the dialect named for what reads its slices."""
    if dialect.cut:
        outline = dialect.cut(source, outline)
    topics = dialect.topics(source.path) if dialect.topics else ()
    slices = tuple(
        replace(
            part,
            dialects=options.dialects,
            values=tuple(one for one in options.values if _may_name(part, one[0])),
            nested=dialect.nested_topics,
            tags=(*topics, *part.tags),
        )
        for part in outline.slices
    )
    return replace(outline, slices=slices)


def _may_name(part: Slice, name: str) -> bool:
    """Tell whether a slice hangs on a value of its tool's settings, or on a file."""
    if name.startswith(FILE):
        return INCLUDES in part.text or name.startswith(APPENDED)
    return name.startswith(ADDRESS) or name.rpartition(".")[2] in f"{part.front}\n{part.text}"


def _read_outline(source: Source, options: SourceOptions, front: str, text: str, first: int) -> Outline:
    if options.example:
        left_out = Omission(path=source.path, line=first, text=text, reason="an example of a day, beside the days")
        return Outline(slices=(), omitted=(left_out,))
    if not source.log and not may_hold_days(source, options, text):
        return read_single(source, options, front, text, first)
    if source.path != source.folder and is_template(source.path, source.folder, front, text):
        left_out = Omission(path=source.path, line=first, text=text, reason="a template")
        return Outline(slices=(), omitted=(left_out,))
    from journal_site.reading.outline.log import read_log  # noqa: PLC0415 - a folder of entries needs no logs

    return read_log(source, options, front, text, first)
