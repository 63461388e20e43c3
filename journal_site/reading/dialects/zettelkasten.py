"""Slip boxes: each text's name begins with the minute at which it was begun, by which others link to it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from journal_site.expressions import expression
from journal_site.file_kinds import TEXT_SUFFIXES
from journal_site.model.outline import DateCandidate
from journal_site.reading.dialects.contract import Dialect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal_site.model.outline import FrontMatter, Outline, Slice
    from journal_site.model.source import Source

_NAME: Final = expression(r"(?:.*/)?((?:19|20)\d{10}(?:\d\d)?)(?!\d)[-_ ]*([^/]*)\.\w+")
_TITLED: Final = expression(r"\s*#{1,6}[ \t]+\S|\s*[^\n]+\n[=-]{2,}[ \t]*$", re.MULTILINE)
_FEWEST, _MOSTLY = 6, 0.6


def find_slips(paths: Sequence[str], folder: str) -> str | None:
    """Return a source's folder where its texts are a slip box: most names begin with a minute. None where not."""
    texts = [path for path in paths if path[path.rfind(".") :].lower() in TEXT_SUFFIXES]
    slips = sum(1 for path in texts if _id_of(path))
    return folder if slips >= max(_FEWEST, len(texts) * _MOSTLY) else None


def _id_of(path: str) -> str:
    match = _NAME.fullmatch(path)
    return match[1] if match and _date_of(match[1]) else ""


def _date_of(id_: str) -> dt.date | None:
    try:
        return dt.datetime.strptime(id_[:12], "%Y%m%d%H%M").date()  # noqa: DTZ007 - a calendar date, wherever it was
    except ValueError:
        return None


def as_slip(source: Source, outline: Outline) -> Outline:
    """Return the outline of a slip: its name tells its date, and its title where it has no heading."""
    match = _NAME.fullmatch(source.path)
    date = _date_of(match[1]) if match else None
    if match is None or date is None:
        return outline
    told = DateCandidate(source="file-name", dates=(date,), text=match[1], path=source.path)
    return replace(outline, slices=tuple(_as_slip(part, told, match[2]) for part in outline.slices))


def _as_slip(part: Slice, told: DateCandidate, name: str) -> Slice:
    named = name if not (part.title or part.heading or _TITLED.match(part.text)) else part.title
    candidates = part.candidates if any(one.dates for one in part.candidates) else (told, *part.candidates)
    return replace(part, candidates=candidates, title=named, days=())


def _addresses(path: str, _: FrontMatter, __: Mapping[str, str]) -> tuple[str, ...]:
    id_ = _id_of(path)
    return (id_,) if id_ else ()


DIALECT = Dialect(
    inline_tags=True, whole=lambda path: bool(_id_of(path)), cut=as_slip, addresses=_addresses
)  # fmt: skip
