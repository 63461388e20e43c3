"""Texts without day or date among a journal's days: its plans, its rules, its projects' READMEs. They are notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

if TYPE_CHECKING:
    from journal_site.model.entry import Entry

_FEWEST: Final = 5
"""So many days make a text without one stand aside."""
_MANY: Final = 3
"""So many days for each text without one do, however they are kept; where most stand in logs, fewer."""


def settle_asides(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return the entries with those as notes that tell neither day nor date, where nearly all others tell one.

    So do all others where those without lie in folders of their own.
    """
    placed = [one for one in entries if one.kind == "entry" and (one.days or one.dates)]
    graphs = tuple({f"{around}pages/" for one in placed if (around := _around_journals(one)) is not None})
    asides = [place for place, one in enumerate(entries) if _is_aside(one, graphs)]
    if not asides or len(placed) < _FEWEST:
        return entries
    parts = Counter(one.source for one in placed)
    in_logs = sum(parts[one.source] > 1 for one in placed)
    of_days = {_folder(one) for one in placed}
    apart = not any(_folder(entries[place]) in of_days for place in asides)
    if not apart and len(asides) * _MANY > len(placed) and in_logs * 2 < len(placed):
        return entries
    aside = frozenset(asides)
    return [replace(one, kind="note") if place in aside else one for place, one in enumerate(entries)]


def _folder(entry: Entry) -> str:
    return entry.source.rpartition("/")[0]


def _around_journals(entry: Entry) -> str | None:
    """Return the path of the graph, with a slash, whose folder of days a day lies in; None where it lies in none."""
    around, name, rest = entry.source.rpartition("journals/")
    return around if name and "/" not in rest and around[-1:] in {"", "/"} else None


def _is_aside(entry: Entry, graphs: tuple[str, ...]) -> bool:
    """Tell whether a file tells no day: none of a tree of topics, but one of the pages beside a graph's days."""
    is_text = entry.kind == "entry" and not (entry.days or entry.dates or entry.heading or entry.table)
    return is_text and (not entry.nested or entry.source.startswith(graphs))
