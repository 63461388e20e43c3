"""Numbers with what they count, as home and the page of numbers show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.pages.parts.views import View

if TYPE_CHECKING:
    from journal_site.pages.parts.context import PageContext


class Figure(View, frozen=True, kw_only=True):
    """One number with what it counts."""

    number: str
    name: str
    rule: str = ""
    """How it is counted, where that is not plain."""


def counted_figure(context: PageContext, forms: tuple[str, ...], count: int) -> Figure:
    """Return a number and its noun apart: both come from one counted phrase."""
    number = context.wording.number(count)
    name = context.wording.counted(forms, count).replace(number, "", 1).strip()
    return Figure(number=number, name=name[:1].upper() + name[1:])
