"""What the names of a source's files tell of each other: the order of their numbers, and who is alone in a folder.

It is part of a file's options, so that a name that comes or goes reads those again that it means something for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from journal_site.expressions import expression
from journal_site.file_kinds import FOLDER_FILES
from journal_site.model.source import MONTH_DAY

if TYPE_CHECKING:
    from journal_site.model.source import Found

_THREE: Final = expression(r"(?<!\d)\d\d?([-_.])\d\d?\1\d\d?(?:\d\d)?(?!\d)")
"""Three numbers, the last of which may be a year: most folders have none such."""


_FOUR: Final = expression(r"(?:^|(.*)/)(\d\d)(\d\d)(?=/[^/]*$|\.\w+$)")
"""A file or a folder that four figures alone name, which may be a month and a day."""
_FEWEST: Final = 4
_NEAR: Final = 14
"""Days between most of them: numbers of problems or versions lie anywhere."""


_EXAMPLE: Final = expression(
    r"(?i)(?:.*/)?(?:(?:0+|day|days|tag|dia|día|jour|log|entry|note|daily|my)[\W_]*)?"
    r"(?:example|sample|beispiel|ejemplo|exemple|exemplo|esempio|пример|示例|样例|예시|例)"
    r"(?:[\W_]*(?:day|tag|log|entry|note|page|\d+))?\.\w+$"
)
"""A file that is called an example and nothing else."""


def with_names(found: Sequence[Found]) -> Iterator[Found]:
    """Give the sources of a folder, each with what the names of the others tell of it."""
    numbered = [one.path for one in found if _THREE.search(one.path)]
    order = ""
    if len(numbered) > 1:
        from journal_site.reading.dates.in_paths import names_order  # noqa: PLC0415 - few folders need the reading of dates

        order = names_order(numbered)
    days = _month_days(found)
    shared = Counter(folder for one in found for folder in _around(one.path))
    examples = _examples(found)
    for one in found:
        names = order if order and _THREE.search(one.path) else MONTH_DAY if one.path in days else ""
        alone = one.log and one.path != one.folder and _is_alone(one, shared)
        example = one.path in examples
        is_plain = not (names or alone or example)
        yield one if is_plain else replace(one, options=replace(one.options, names=names, alone=alone, example=example))


def _examples(found: Sequence[Found]) -> set[str]:
    """Return the files that are called examples and lie among others that are mostly numbered, as days are."""
    called = {one.path for one in found if _EXAMPLE.match(one.path)}
    if not called:
        return called
    beside: dict[str, list[bool]] = {}
    for folder, _, name in (one.path.rpartition("/") for one in found if one.path not in called):
        beside.setdefault(folder, []).append(any(map(str.isdigit, name.rpartition(".")[0])))
    most = {folder for folder, told in beside.items() if sum(told) >= max(_FEWEST - 1, len(told) / 2)}
    return {path for path in called if path.rpartition("/")[0] in most}


def _month_days(found: Sequence[Found]) -> set[str]:
    """Return the paths named by a month and a day, `1101/report.md`: all such beside each other are, day after day."""
    groups: dict[str, dict[str, int]] = {}
    for one in found:
        if match := _FOUR.match(one.path):
            groups.setdefault(match[1] or "", {})[one.path] = int(match[2]) * 31 + int(match[3])
    known: set[str] = set()
    for group in groups.values():
        days = sorted(set(group.values()))
        near = sum(after - before <= _NEAR for before, after in pairwise(days))
        if len(days) >= _FEWEST and near * 4 >= len(days) * 3 and all(map(_is_month_day, group)):
            known.update(group)
    return known


def _is_month_day(path: str) -> bool:
    match = _FOUR.match(path)
    return match is not None and 1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31  # noqa: PLR2004


def _is_alone(one: Found, shared: Counter[str]) -> bool:
    """Tell whether a README lies in a folder below the source's own, and no other text does, nor below that."""
    folder, _, name = one.path.rpartition("/")
    is_index = name.rpartition(".")[0].lower() in FOLDER_FILES and not name.startswith("_")
    return is_index and folder not in {"", one.folder} and shared[folder] == 1


def _around(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path
