"""A body with what stands for each of its slots."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from journal_site.model.entry import SLOT

if TYPE_CHECKING:
    from journal_site.model.page import BodyRef, Embedded

Bodies = Callable[[str], bytes]
"""Gives a body's HTML by its digest."""


def fill(reference: BodyRef, bodies: Bodies) -> str:
    """Return the HTML of a body whose slots are filled."""
    html = bodies(reference.digest).decode()
    if not reference.slots:
        return html
    parts = html.split(SLOT)
    slots = reference.slots
    parts[1::2] = [
        slot if isinstance(slot := slots[int(number)], str) else _embedded(slot, bodies) for number in parts[1::2]
    ]
    return "".join(parts)


def _embedded(one: Embedded, bodies: Bodies) -> str:
    from journal_site.site.embedding import embed  # noqa: PLC0415 - few texts embed others

    return embed(one, fill(one.body, bodies))
