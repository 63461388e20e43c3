"""What a report tells in short where there is much: what is left out by reason and folder, problems by code.

Up to ten of a kind are told each. Nothing is lost by it: `--verbose` and JSON have all.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from journal_site.characters import printable
from journal_site.errors import Diagnostic
from journal_site.expressions import expression
from journal_site.model.outline import Omission

_WHOLE = 10
_FEW = 3
_SHOWN = 70
_MEGA = 1000
_PARTICULAR = expression(r"(?:: | \(|\d).*", re.DOTALL)
"""What of a reason is of one text alone: another file, a date."""


def tell_omissions(omissions: Sequence[Omission], *, whole: bool) -> list[str]:
    """Return a line for each that is left out; where there are many, for those of one reason and folder together."""
    if whole or len(omissions) <= _WHOLE:
        return [_omission(one) for one in omissions]
    alike: defaultdict[str, list[Omission]] = defaultdict(list)
    for one in omissions:
        alike[_PARTICULAR.sub("", one.reason)].append(one)
    rows = [row for reason, group in alike.items() for row in _group(reason, group)]
    return [*rows, "left out: -v names each"] if len(rows) < len(omissions) else rows


def shorten(diagnostics: Sequence[Diagnostic], *, whole: bool) -> tuple[list[Diagnostic], list[str]]:
    """Return which problems to show, and lines about the rest: the first of each code speaks for many. Errors stay."""
    mild = [one for one in diagnostics if one.severity != "error"]
    counts = Counter(one.code for one in mild)
    if whole or len(mild) <= _WHOLE or len(mild) == len(counts):
        return [*diagnostics], []
    left, shown = dict(counts), []
    files: defaultdict[str, set[str]] = defaultdict(set)
    for one in diagnostics:
        if one.severity == "error" or counts[one.code] < _FEW or left[one.code] == counts[one.code]:
            shown.append(one)
            left[one.code] = left.get(one.code, 0) - 1
        else:
            files[one.code].add(one.location.path)
    rows = [
        f"and {left[code]} more [{code}] in {count(len(files[code]), 'file')}"
        for code, _ in counts.most_common()
        if files[code]
    ]
    told = "-v tells each, and 'quiet: [CODE]' in site.yaml silences those of a code"
    return shown, [*rows, told] if rows else []


def _group(reason: str, group: list[Omission]) -> Iterator[str]:
    if len(group) <= _FEW:
        yield from map(_omission, group)
        return
    folders: defaultdict[str, list[Omission]] = defaultdict(list)
    for one in group:
        folders[one.path if one.line else posixpath.dirname(one.path.rstrip("/"))].append(one)
    if len(folders) <= _FEW:
        for place, inside in folders.items():
            yield from [_together(place, inside, "", reason)] if len(inside) > _FEW else map(_omission, inside)
        return
    places = count(len(folders), "file" if all(one.line for one in group) else "folder")
    yield _together(posixpath.commonpath(folders), group, f" in {places}", reason)


def _together(place: str, group: Sequence[Omission], where: str, reason: str) -> str:
    reasons = {one.reason for one in group}
    said = reasons.pop() if len(reasons) == 1 else reason
    unit = "part" if all(one.line for one in group) else "text"
    many = "texts and folders" if any(one.path.endswith("/") for one in group) else ""
    shown = f" {place}{'' if place == group[0].path else '/'}:" if place else ""
    return printable(f"left out:{shown} {count(len(group), unit, many)}{where}: {said}")


def _omission(omission: Omission) -> str:
    place = f"{omission.path}:{omission.line}" if omission.line else omission.path
    text = f" '{_beginning(omission.text)}'" if omission.text.strip() else ""
    return printable(f"left out: {place}:{text} {omission.reason}")


def _beginning(text: str) -> str:
    """Return a text's first line, or what of it fits; the whole is in the report for other programs."""
    line = text.strip().split("\n", 1)[0].strip()
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: `1 entry`, `2 entries`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def weight(size: int) -> str:
    """Return bytes as people say them: `340 KB`, `1.2 MB`."""
    kilo = size / 1000
    if kilo < _MEGA:
        return f"{kilo:.0f} KB"
    return f"{kilo / _MEGA:.1f} MB" if kilo < 10 * _MEGA else f"{kilo / _MEGA:,.0f} MB"
