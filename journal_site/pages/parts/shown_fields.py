"""What an entry's page shows of its front matter's fields: the label and value of each that the table gives it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from journal_site.model.fields import FIELDS, Field, said
from journal_site.pages.parts.views import View

if TYPE_CHECKING:
    from journal_site.model.entry import Entry
    from journal_site.pages.words.wording import Wording


class Labelled(View, frozen=True, kw_only=True):
    """A field with its label."""

    label: str
    value: str
    """Empty where the label says all: of a field that is yes or no."""


def shown_fields(wording: Wording, entry: Entry) -> tuple[Labelled, ...]:
    """Return what the page of an entry shows of its fields, in the order of the table."""
    labels = wording.labels.fields
    return tuple(
        Labelled(
            label=labels.get(field.key, field.key.replace("_", " ").capitalize()), value=_worded(wording, field, value)
        )
        for field in FIELDS
        if field.on_page and (value := said(entry, field)) is not None and value is not False
    )


def _worded(wording: Wording, field: Field, value: object) -> str:
    if isinstance(value, tuple):
        return wording.labels.comma.join([_worded(wording, field, one) for one in value])
    if isinstance(value, dt.date):
        return wording.date(value)
    if value is True:
        return ""
    if isinstance(value, int):
        return wording.counted(wording.labels.minutes, value) if field.kind == "minutes" else wording.number(value)
    return str(value)
