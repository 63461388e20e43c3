"""The table of front matter: each key that is ours, complete in one place. It is data, so that every wing may ask it.

How a kind of value is read is in `reading.front_matter.values`; it is written by what it is, in `importing.yaml_text`.
Keys by which other programs say who may see a text have a table of their own, `reading.front_matter.visibility`.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Protocol

    class _Says(Protocol):
        """Front matter, or the entry that has it."""

        @property
        def fields(self) -> Mapping[str, FieldValue]: ...


FieldKind = Literal[
    "text", "texts", "tags", "dates", "days", "number", "minutes", "yes-no", "choice", "path", "slug", "visibility",
    "publication",
]  # fmt: skip
FieldValue: TypeAlias = str | int | bool | tuple[str | int, ...]
"""What an entry holds of a field that has no attribute of its own; dates are texts such as `2026-01-31`."""

WANTED: Final[dict[FieldKind, str]] = {
    "text": "a text",
    "texts": "a list of texts",
    "tags": "a list of texts",
    "dates": "a date such as 2026-01-31",
    "days": "a whole number",
    "number": "a whole number",
    "minutes": "a number of minutes",
    "yes-no": "true or false",
    "choice": "one of its words",
    "path": "a path or an address",
    "slug": "a name for the page's address",
    "visibility": "true or false",
    "publication": "a date such as 2026-01-31",
}
"""What a value of each kind may be, in words."""
_SHORTEST: Final = 3
"""So many letters a key has, or more: shorter ones would be slips for each other."""


class Field(NamedTuple):
    """A key of front matter: how it is spelt, what it may hold, what it means, and where it goes."""

    key: str
    kind: FieldKind
    meaning: str
    """One sentence, for README."""
    spellings: str = ""
    """Other keys for it, the likeliest first: where two are there, the earlier one is taken, and tags are joined."""
    in_dates: str = ""
    """Its keys in a table of dates, which is Context for MkDocs': `date: {created: …, updated: …}`."""
    judged: str = ""
    """Those of its keys of which `visibility` knows that they may also keep a text at home."""
    attributes: str = ""
    """Where `FrontMatter` and `Entry` hold it, the fullest first; empty for one that only is in their `fields`."""
    choices: tuple[str, ...] = ()
    """The words of which it is one."""
    default: str = ""
    """The choice that is meant where none is made."""
    on_page: bool = False
    """An entry's page shows it with its label, which is in `fields` of each language's labels."""
    option: str = ""
    """What `journal new --key` sets, for its help; it has no such option where this is empty."""

    @property
    def keys(self) -> tuple[str, ...]:
        """All its spellings, its own first."""
        return (self.key, *self.spellings.split())

    @property
    def wanted(self) -> str:
        """What its value may be, in words."""
        return " or ".join(filter(None, (", ".join(self.choices[:-1]), *self.choices[-1:]))) or WANTED[self.kind]


def said(by: _Says, field: Field) -> object:
    """Return what front matter or an entry says of a field, with dates as such; None where it says nothing."""
    for name in field.attributes.split():
        value: object = getattr(by, name)
        if value is not None and value is not False and value not in ("", (), field.default):
            return value
    kept = by.fields.get(field.key)
    if field.kind == "dates" and isinstance(kept, tuple):
        return tuple(dt.date.fromisoformat(str(day)) for day in kept)
    return kept


def _checked(*fields: Field) -> tuple[Field, ...]:
    """Return the fields. Raises ValueError where one is not whole, or has a key that is another's."""
    known: dict[str, str] = {}
    for field in fields:
        wrong = ", ".join(_lacking(field)) + "".join(
            f"{key!r} is of {known[key]!r} too" for key in field.keys if known.setdefault(key, field.key) != field.key
        )
        if wrong:
            raise ValueError(f"front matter's field {field.key!r}: {wrong}")
    return fields


def _lacking(field: Field) -> Iterator[str]:
    if not all(len(key) >= _SHORTEST and key.isascii() and key.replace("_", "").isalpha() for key in field.keys):
        yield "its keys must be three or more letters and underscores"
    if field.kind not in WANTED:
        yield f"no kind {field.kind!r} is known"
    if not (field.meaning[:1].isupper() and field.meaning.endswith(".")):
        yield "its meaning must be a sentence"
    chosen = all(word == word.casefold() for word in field.choices) and field.default in ("", *field.choices)
    if bool(field.choices) != (field.kind == "choice") or not chosen:
        yield "choices, in small letters, are those of the kind 'choice', and the default is one of them"
    if not set(field.judged.split()) <= set(field.keys):
        yield "what is judged must be among its keys"


FIELDS: Final = _checked(
    Field("title", "text", "What the entry is called.", attributes="title", option="The entry's title."),
    Field(
        "date", "dates", "The day that it was written for: a date, a range, or a list of dates.", "dates",
        in_dates="created date start", attributes="dates date",
    ),
    Field(
        "end_date", "dates", "The last day, where it was written for many.",
        in_dates="end", attributes="end_date",
    ),
    Field(
        "day", "days", "The day's number in a challenge: one, a range, or a list.", "days", attributes="days day",
        option="Its number; by default the next one, where the journal numbers its days.",
    ),
    Field("round", "number", "The round of a challenge that is done again.", attributes="round"),
    Field(
        "kind", "choice", "What the text is: a note stands under no day, an introduction on the first page.",
        judged="kind", attributes="kind", choices=("entry", "note", "introduction"), default="entry",
    ),
    Field(
        "tags", "tags", "Its topics, as a list or with commas between them.",
        "tag topics topic categories category keywords", attributes="tags", option="Its tags, separated by commas.",
    ),
    Field(
        "draft", "visibility", "Whether it stays at home; `publish: false` says the same.", "publish published",
        judged="draft publish published", attributes="draft",
    ),
    Field(
        "publishDate", "publication", "The day from which on it is published.",
        judged="publishDate", attributes="publish_from",
    ),
    Field(
        "expiryDate", "publication", "The day from which on it is published no longer.",
        judged="expiryDate", attributes="publish_until",
    ),
    Field(
        "slug", "slug", "The address of its page, below `entries/`.", "permalink",
        judged="permalink", attributes="slug",
    ),
    Field(
        "aliases", "texts", "Other names that wikilinks find; one that begins with `/` leads to the page from there.",
        "alias redirect_from", attributes="aliases",
    ),
    Field(
        "description", "text", "What search engines, feeds and shared links say of it.", "summary excerpt",
        attributes="description",
    ),
    Field(
        "updated", "dates", "The day on which it was last changed.", "lastmod modified last_modified_at",
        in_dates="updated modified lastmod", attributes="updated",
    ),
    Field(
        "image", "path", "The picture that stands for it where it is shared.",
        "cover images cover_image featured_image", attributes="image",
    ),
    Field("minutes", "minutes", "The time that was spent: `90`, `90 min`, `1h 30m`.", attributes="minutes"),
    Field("rest", "yes-no", "A day of rest, which neither ends nor lengthens a streak.", attributes="rest"),
)  # fmt: skip
"""In the order in which they are written, and shown on a page."""
