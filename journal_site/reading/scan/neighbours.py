"""What the names of a source's files tell of each other: the order of their numbers, and who is alone in a folder.

It is part of a file's options, so that a name that comes or goes reads those again that it means something for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from journal_site.file_kinds import FOLDER_FILES

if TYPE_CHECKING:
    from journal_site.model.source import Found

_THREE: Final = re.compile(r"(?<!\d)\d\d?([-_.])\d\d?\1\d\d?(?:\d\d)?(?!\d)")
"""Three numbers, the last of which may be a year: most folders have none such."""


def with_names(found: Sequence[Found]) -> Iterator[Found]:
    """Give the sources of a folder, each with what the names of the others tell of it."""
    numbered = [one.path for one in found if _THREE.search(one.path)]
    order = ""
    if len(numbered) > 1:
        from journal_site.reading.dates.in_paths import names_order  # noqa: PLC0415 - few folders need the reading of dates

        order = names_order(numbered)
    shared = Counter(folder for one in found for folder in _around(one.path))
    for one in found:
        names = order if order and _THREE.search(one.path) else ""
        alone = one.log and one.path != one.folder and _is_alone(one, shared)
        yield replace(one, options=replace(one.options, names=names, alone=alone)) if names or alone else one


def _is_alone(one: Found, shared: Counter[str]) -> bool:
    """Tell whether a README lies in a folder below the source's own, and no other text does, nor below that."""
    folder, _, name = one.path.rpartition("/")
    is_index = name.rpartition(".")[0].lower() in FOLDER_FILES and not name.startswith("_")
    return is_index and folder not in {"", one.folder} and shared[folder] == 1


def _around(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path
