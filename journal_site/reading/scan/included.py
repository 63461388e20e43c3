"""The texts of files that others include as a part of themselves: what may be shown of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journal_site.file_kinds import TEXT_SUFFIXES
from journal_site.reading.dialects.contract import FILE
from journal_site.reading.front_matter.read import read_front_matter
from journal_site.reading.front_matter.split import split_front_matter
from journal_site.reading.privacy.withhold import public_text
from journal_site.regular_files import open_file

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

_LONGEST, _MOST = 65_536, 262_144


def read_included(folder: Path, named: Mapping[str, str], today: dt.date) -> Iterator[tuple[str, str]]:
    """Give the text of each file under the name of its value: nothing of one that lies elsewhere or stays at home."""
    left = _MOST
    for name, path in named.items():
        text = _public(folder, path, today)
        if text is not None and len(text) <= left:
            left -= len(text)
            yield f"{FILE}{name}", text


def _public(folder: Path, path: str, today: dt.date) -> str | None:
    place = folder / path
    try:
        inside = place.resolve().relative_to(folder.resolve())
        if any(part.startswith(".") for part in inside.parts):
            return None
        with open_file(place) as file:
            raw = file.read(_LONGEST + 1)
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, ValueError):  # not there, elsewhere, or no text
        return None
    if len(raw) > _LONGEST:
        return None
    if place.suffix.lower() not in TEXT_SUFFIXES:
        return text
    front, body, _ = split_front_matter(text)
    said, problems = read_front_matter(front, path)
    dated = said.date is not None and said.date > today
    if dated or said.draft or said.withheld or said.publish_from or said.publish_until:
        return None
    return None if any(one.severity == "error" for one in problems) else public_text(path, body, 1).text
