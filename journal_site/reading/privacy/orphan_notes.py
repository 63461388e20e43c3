"""Footnotes to which only words refer that stay at home: they stay there too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journal_site.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Collection

_LABEL = expression(r"\[\^([^\]\s]{1,80})\](?!:)")
_NOTE = expression(
    r"^[ \t>]*\[\^([^\]\s]{1,80})\]:[^\n]*"
    r"(?:\n(?:[ \t]*\n)*(?: {2,}|\t)[^\n]+|\n(?![ \t]*(?:\n|\[\^|\Z)|[#>|`~]|[-*+][ \t]|\d+[.)][ \t])[^\n]+)*",
    re.MULTILINE,
)


def labels_of(text: str) -> set[str]:
    """Return the labels to which a text refers."""
    return set(_LABEL.findall(text)) if "[^" in text else set()


def without_orphans(before: str, after: str) -> str:
    """Return a text from which something was taken out, without the footnotes that only this referred to."""
    orphans = labels_of(before) - labels_of(after)
    return drop_notes(after, orphans) if orphans else after


def drop_notes(text: str, labels: Collection[str]) -> str:
    """Return a text without the definitions of footnotes with these labels, on the same lines."""
    return _NOTE.sub(lambda note: "\n" * note[0].count("\n") if note[1] in labels else note[0], text)
