"""Which entries are published: drafts and those of the future stay out unless they are asked for, and are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from journal_site.model import Entry, Omission

if TYPE_CHECKING:
    import datetime as dt


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """The entries that every surface shows, and those that none shows."""

    entries: tuple[Entry, ...]
    withheld: tuple[Entry, ...] = ()
    left_out: tuple[Omission, ...] = ()
    """Says why, in the order of `withheld`."""


def select_published(entries: Sequence[Entry], *, today: dt.date, drafts: bool, future: bool) -> Published:
    """Return what is published on `today`; a draft of the future needs both `drafts` and `future`."""
    shown: list[Entry] = []
    withheld: list[Entry] = []
    left_out: list[Omission] = []
    for entry in entries:
        reason = ", ".join(_reasons(entry, today, drafts=drafts, future=future))
        if reason:
            withheld.append(entry)
            left_out.append(Omission(path=entry.source, line=entry.line, text=entry.title, reason=reason))
        else:
            shown.append(entry)
    return Published(entries=tuple(shown), withheld=tuple(withheld), left_out=tuple(left_out))


def _reasons(entry: Entry, today: dt.date, *, drafts: bool, future: bool) -> Iterator[str]:
    if not drafts:
        if entry.draft:
            yield entry.withheld or "a draft"
        if entry.publish_until is not None and entry.publish_until <= today:
            yield f"no longer published since {entry.publish_until}"
    if not future:
        if entry.date is not None and entry.date > today:
            yield f"dated in the future ({entry.date})"
        elif entry.publish_from is not None and entry.publish_from > today:
            yield f"not to be published before {entry.publish_from}"
