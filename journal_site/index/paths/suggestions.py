"""What somebody may have meant: the known name nearest to one that leads nowhere."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_CANDIDATES = 200
_MOST = 200
_CUTOFF = 0.75


class Suggestions:
    """Suggests names, for a bounded number of slips: a vault of thousands of unwritten notes must not cost seconds."""

    def __init__(self, names: Iterable[str]) -> None:
        self._folded: dict[str, str] = {}
        self._by_start: dict[str, list[str]] = {}
        self._left = _MOST
        for name in names:
            folded = name.casefold()
            if self._folded.setdefault(folded, name) == name:
                self._by_start.setdefault(folded[:1], []).append(folded)

    def hint(self, wrong: str) -> str:
        """Return `did you mean 'x'?`, or nothing where no name is near."""
        near = self.nearest(wrong)
        return f"did you mean '{near}'?" if near and near != wrong else ""

    def nearest(self, wrong: str) -> str:
        """Return the nearest name that begins with the same letter; empty where none is near."""
        folded = wrong.casefold()
        if folded in self._folded:
            return self._folded[folded]
        if not folded or self._left <= 0 or len(folded) > _CANDIDATES:
            return ""
        self._left -= 1
        alike = [name for name in self._by_start.get(folded[0], ()) if abs(len(name) - len(folded)) <= len(folded) // 3]
        alike.sort(key=lambda name: abs(len(name) - len(folded)))
        found = difflib.get_close_matches(folded, alike[:_CANDIDATES], n=1, cutoff=_CUTOFF)
        return self._folded[found[0]] if found else ""
