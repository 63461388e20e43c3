"""Which entries are published: drafts and those of the future stay out unless they are asked for, and are named."""

from __future__ import annotations

from collections.abc import Sequence
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
        date = entry.date
        is_early = date is not None and date > today and not future
        if not is_early and (drafts or not entry.draft):
            shown.append(entry)
            continue
        withheld.append(entry)
        left_out.append(_omission(entry, is_draft=entry.draft and not drafts, is_early=is_early))
    return Published(entries=tuple(shown), withheld=tuple(withheld), left_out=tuple(left_out))


def _omission(entry: Entry, *, is_draft: bool, is_early: bool) -> Omission:
    reasons = ["a draft"] if is_draft else []
    if is_early:
        reasons.append(f"dated in the future ({entry.date})")
    return Omission(path=entry.source, line=entry.line, text=entry.title, reason=", ".join(reasons))
