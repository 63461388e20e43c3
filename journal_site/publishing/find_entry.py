"""Find the entry that somebody means: by its id, its file, its date, its day's number, or by being the newest."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from journal_site.config.names import CONFIG_FILE
from journal_site.errors import Diagnostic, Location, UsageError

if TYPE_CHECKING:
    from journal_site.model.index import Index, Item

_NEAR = 3
_RELATIVE = {"today": 0, "yesterday": -1}


def find_entry(index: Index, wanted: str, withheld: Callable[[], Index]) -> Item:
    """Return what is meant: where several fit, the newest; where nothing is said, the newest entry.

    `withheld` gives the index with drafts and entries of days to come, to tell why one is not found.
    Raises UsageError where there is none.
    """
    found = _matches(index, wanted)
    if found:
        return found[-1]
    hidden = _matches(withheld(), wanted)
    if hidden:
        raise _unpublished(hidden[-1])
    raise _unknown(index, wanted)


def _matches(index: Index, wanted: str) -> list[Item]:
    entries = [item for item in index.items if item.entry.kind == "entry"]
    if not wanted:
        return entries or list(index.items)
    date = _date(index, wanted)
    if date is not None:
        return [item for item in entries if date in item.entry.dates]
    named = wanted.strip("/").casefold()
    by_name = [item for item in index.items if named in _names(item)]
    if by_name or not wanted.isdecimal():
        return by_name
    return [item for item in entries if int(wanted) in item.entry.days]


def _date(index: Index, wanted: str) -> dt.date | None:
    if wanted in _RELATIVE:
        return index.streaks.today + dt.timedelta(days=_RELATIVE[wanted])
    try:
        return dt.date.fromisoformat(wanted)
    except ValueError:
        return None


def _names(item: Item) -> set[str]:
    """Return what an entry may be called by: its id, its place in the site, its file where it has one."""
    source = item.entry.source
    names = {item.id, item.url.strip("/")}
    if item.entry.slug or item.id in source:
        names |= {source, source.rpartition("/")[2]}
    return {name.casefold() for name in names}


def _unpublished(item: Item) -> UsageError:
    entry = item.entry
    why, hint = "lies in days to come", "share it once its day has come and the site is built"
    if entry.blank:
        why, hint = "has no text yet", "write it, and build the site"
    if entry.draft:
        why, hint = "is a draft", "remove 'draft: true' from its front matter, and build the site"
    return _error("share-unpublished", f"'{item.id}' {why}, so its page is not in the site", entry.source, hint)


def _unknown(index: Index, wanted: str) -> UsageError:
    if not wanted:
        return _error("share-unknown", "there is no entry yet", CONFIG_FILE, "write one: journal new")
    date = _date(index, wanted)
    if date is not None:
        return _error("share-unknown", f"there is no entry of {date}", CONFIG_FILE, _ways(index.items))
    near = _near(index.items, wanted.casefold())
    hint = f"did you mean {' or '.join(map(repr, near))}?" if near else _ways(index.items)
    return _error("share-unknown", f"no entry is called {wanted!r}", CONFIG_FILE, hint)


def _near(items: Sequence[Item], wanted: str) -> list[str]:
    """Return the newest ids that hold what was said, or whose titles do; else those that are spelled alike."""
    holding = [item.id for item in reversed(items) if wanted in f"{item.id} {item.entry.title}".casefold()]
    return holding[:_NEAR] or difflib.get_close_matches(wanted, [item.id for item in items], n=_NEAR)


def _ways(items: Sequence[Item]) -> str:
    newest = f", such as {items[-1].id!r}," if items else ""
    return f"say its id{newest} its date, its day's number, or today"


def _error(code: str, message: str, path: str, hint: str) -> UsageError:
    place = Location(path=path)
    return UsageError(Diagnostic(severity="error", code=code, message=message, location=place, hint=hint))
