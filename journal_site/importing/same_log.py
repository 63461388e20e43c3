"""Whether a text that is imported is one that was imported before under another name, and has grown since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

_LONG = 20
"""Characters from which a line is hardly written twice."""
_INTRODUCTION = "index.md"
"""Proves nothing: many logs begin as copies of one template."""
_ENOUGH = 3
"""One of so many files must share a line with its new text."""


def is_same(new: Mapping[str, str], old: Mapping[str, str]) -> bool:
    """Tell by texts of the same names whether the old ones are an earlier state of the new.

    Lines that many of the old texts have are a template's, and prove nothing.
    """
    both = [name for name in old if name in new and name.rpartition("/")[2] != _INTRODUCTION]
    often = Counter(line for name in both for line in set(_lines(old[name])))
    shared = 0
    for name in both:
        lines = {line for line in _lines(old[name]) if often[line] == 1}
        shared += not lines.isdisjoint(_lines(new[name]))
    return bool(both) and shared * _ENOUGH >= len(both)


def _lines(text: str) -> Iterable[str]:
    return (line for line in map(str.strip, text.split("\n")) if len(line) >= _LONG)
