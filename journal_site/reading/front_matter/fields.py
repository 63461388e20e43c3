"""A table of front matter → `FrontMatter`: each accepted key, however spelt, with what its value may be.

A value that does not fit is told and kept as an unknown key's is; the rest of the entry stays.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from journal_site.config.nodes import Items, Node, Scalar, Table, describe
from journal_site.config.scalars import NOTHING, ImpossibleDateError
from journal_site.model.fields import FIELDS, Field
from journal_site.model.outline import FrontMatter
from journal_site.reading.front_matter.placeholders import is_placeholder
from journal_site.reading.front_matter.values import MisfitError, Reader, as_dates, as_plain, reader_of, time_of
from journal_site.reading.front_matter.visibility import (
    Verdict,
    date_role,
    first_day,
    is_always,
    judge,
    one_edit,
    private_tag,
    unknown_date,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from journal_site.errors import Severity


class Finding(NamedTuple):
    """Something wrong with a key or its value."""

    severity: Severity
    code: str
    message: str
    node: Node
    hint: str = ""


class _Key(NamedTuple):
    """A field under one of its keys."""

    field: Field
    rank: int
    """Its place among them: the value of an earlier one is taken."""
    read: Reader | None
    """None where `visibility` says all of it."""


_KEYS: Final = {
    key: _Key(field, rank, reader_of(field)) for field in FIELDS for rank, key in enumerate(field.keys)
}  # fmt: skip
_IN_DATES: Final = {
    key: _Key(field, rank, as_dates) for field in FIELDS for rank, key in enumerate(field.in_dates.split())
}
"""What the keys of a table of dates set; those that may keep a text at home mean what they mean above it."""
_KEPT: Final = tuple(field for field in FIELDS if not field.attributes)
_SAID: Final = frozenset(key for field in FIELDS if field.kind == "visibility" for key in field.keys)
"""Keys that only say who may see a text: all that they say is in the entry."""
_PLAIN_KEYS: Final = frozenset(field.key for field in FIELDS if field.key not in field.judged.split())
"""Of these nobody need ask whether they are a slip for a key that says who may see a text."""


class _State:
    """What has been read so far."""

    __slots__ = (
        "extra",
        "findings",
        "image_place",
        "publication",
        "ranks",
        "slug_line",
        "splits_tags",
        "values",
        "words",
    )

    def __init__(self, words: Mapping[str, str], *, splits_tags: bool) -> None:
        self.words = words
        self.splits_tags = splits_tags
        self.values: dict[str, object] = {}
        self.ranks: dict[str, int] = {}
        self.extra: dict[str, object] = {}
        self.findings: list[Finding] = []
        self.publication: dict[str, dt.date] = {}
        self.slug_line = 0
        self.image_place = (0, 0)


def read_fields(
    table: Table, words: Mapping[str, str], *, splits_tags: bool = False
) -> tuple[FrontMatter, list[Finding]]:
    """Return what a table of front matter says, and what of it does not fit; `words` are further keys of our fields."""
    state = _State(words, splits_tags=splits_tags)
    for key, node in table.pairs:
        _read_pair(state, key, node)
    values = state.values
    _settle_dates(values, state.publication)
    if kept := {field.key: _lasting(values.pop(field.key)) for field in _KEPT if field.key in values}:
        values["fields"] = kept
    if tag := private_tag(values.get("tags", ())):  # type: ignore[arg-type] # a tuple of texts
        _withhold(state, f"not public (tag: {tag})")
    if state.slug_line:
        values["slug_line"] = state.slug_line
    if state.image_place[0]:
        values["image_place"] = state.image_place
    if state.extra:
        values["extra"] = state.extra
    return FrontMatter(**values), state.findings  # type: ignore[arg-type] # each reader gives its field's type


def _read_pair(state: _State, key: Scalar, node: Node) -> None:
    name = key.value
    if name not in _KEYS:
        name = name.lower().replace("-", "_").replace(" ", "_")
    known = _KEYS.get(state.words.get(name, name) if state.words else name)
    if name not in _PLAIN_KEYS:
        _read_visibility(state, key, node)
    if name in _SAID:
        return
    if known is None or known.read is None:
        if known is None or date_role(name) not in state.publication:
            _keep(state, key, node)
        return
    if type(node) is Scalar and not node.quoted and node.value in NOTHING:
        return
    if name == "date" and isinstance(node, Table) and _read_date_table(state, key, node):
        return
    _read_value(state, known, known.read, key, node)


def _read_value(state: _State, known: _Key, read: Reader, key: Scalar, node: Node) -> None:
    field = known.field
    if state.splits_tags and field.kind == "tags" and isinstance(node, Scalar) and "," not in node.value:
        node = Items(tuple(replace(node, value=word) for word in node.value.split()), node.line, node.column)
    try:
        value = read(node)
    except ImpossibleDateError as error:
        state.findings.append(_impossible(key, node, error))
        return
    except MisfitError as misfit:
        state.findings.append(_misfit(field, key, node, misfit))
        if not misfit.kept:
            if not (isinstance(node, Scalar) and is_placeholder(node.value)):
                state.extra[key.value] = as_plain(node)
            return
        value = misfit.kept
    _set(state, known, value, key)
    if field.key == "date" and isinstance(node, Scalar) and (time := time_of(node.value)):
        state.values["time"] = time
    if field.key == "image" and state.values["image"] == value:
        state.image_place = (node.line, node.column)


def _impossible(key: Scalar, node: Node, error: ImpossibleDateError) -> Finding:
    message = f"{key.value!r} is {error}, which the calendar does not have"
    return Finding("error", "front-matter-date", message, node, "write a date such as 2026-01-31")


def _misfit(field: Field, key: Scalar, node: Node, misfit: MisfitError) -> Finding:
    holds = "holds" if misfit.node is not None else "is"
    message = f"{key.value!r} must be {field.wanted}, and {holds} {misfit.why or describe(node)}"
    may_be_text = field.kind == "text" and not isinstance(node, Scalar)
    hint = "put it into quotes" if may_be_text else f"it is passed over: write {field.wanted}, or take the line away"
    return Finding("warning", "front-matter-type", message, misfit.node or node, misfit.hint or hint)


def _read_date_table(state: _State, key: Scalar, table: Table) -> bool:
    """Read a table of dates by its keys; return whether it has any that is known. Others are kept for templates."""
    unknown = 0
    for inner, node in table.pairs:
        name = inner.value.lower()
        if name not in _IN_DATES:
            _read_visibility(state, inner, node)
            unknown += name not in _SAID
        elif not (type(node) is Scalar and not node.quoted and node.value in NOTHING):
            _read_value(state, _IN_DATES[name], as_dates, inner, node)
    if unknown:
        state.extra[key.value] = as_plain(table)
    return unknown < len(table.pairs)


def _read_visibility(state: _State, key: Scalar, node: Node) -> None:
    """Take in what a key says of who may see the text, and from when to when."""
    role = date_role(key.value)
    if role:
        _read_publication(state, key, node, role)
        return
    if key.value.lower() in {"publish", "published"} and (dates := _dates(state, key, node)):
        state.publication["from"] = dates[0]
        return
    if since := first_day(key.value, node):
        state.publication["since"] = since
        return
    verdict = judge(key.value, node)
    if verdict is not None:
        _withhold(state, verdict.reason)
        _doubt(state, verdict)


def _read_publication(state: _State, key: Scalar, node: Node, role: str) -> None:
    if role == "until" and is_always(node):
        return
    if dates := _dates(state, key, node):
        state.publication[role] = dates[0]
        return
    verdict = unknown_date(key.value, node)
    _withhold(state, verdict.reason)
    _doubt(state, verdict)


def _dates(state: _State, key: Scalar, node: Node) -> tuple[dt.date, ...]:
    """Return a value's dates; none where it is something else, or (which is told) a day that the calendar lacks."""
    try:
        return as_dates(node) if isinstance(node, Scalar) else ()
    except ImpossibleDateError as error:
        state.findings.append(_impossible(key, node, error))
    except MisfitError:
        pass
    return ()


def _withhold(state: _State, reason: str) -> None:
    state.values["draft"] = True
    state.values.setdefault("withheld", reason)


def _doubt(state: _State, verdict: Verdict) -> None:
    if verdict.doubt:
        message = f"{verdict.doubt}: the text stays at home"
        state.findings.append(Finding("warning", "front-matter-visibility", message, verdict.node, verdict.hint))


def _set(state: _State, known: _Key, value: object, key: Scalar) -> None:
    values, name, rank = state.values, known.field.key, known.rank
    if known.field.kind == "tags" and name in values:
        both = (values[name], value) if state.ranks[name] < rank else (value, values[name])
        values[name] = tuple(dict.fromkeys((*both[0], *both[1])))  # type: ignore[misc] # tuples, both
    elif name not in values or rank < state.ranks[name]:
        values[name] = value
        if name == "slug":
            state.slug_line = key.line
    state.ranks[name] = min(rank, state.ranks.get(name, rank))


def _lasting(value: object) -> object:
    """Return a value as the store keeps it in a mapping, where dates are texts."""
    return (
        tuple(one if isinstance(one, str | int) else str(one) for one in value) if isinstance(value, tuple) else value
    )


def _settle_dates(values: dict[str, object], publication: dict[str, dt.date]) -> None:
    """Turn the lists of days and dates into first, last and all; a text without a date has that of its publication."""
    if "from" in publication:
        values["publish_from"] = publication["from"]
        values.setdefault("date", (publication["from"],))
    elif "since" in publication:
        values["publish_from"] = publication["since"]
    if "until" in publication:
        values["publish_until"] = publication["until"]
    dates = values.pop("date", ())
    ends = values.pop("end_date", ())
    if isinstance(dates, tuple) and dates:
        values["date"] = dates[0]
        if len(dates) > 1:
            values["dates"], values["end_date"] = dates, dates[-1]
    if isinstance(ends, tuple) and ends:
        values["end_date"] = ends[-1]
    updated = values.pop("updated", ())
    if isinstance(updated, tuple) and updated:
        values["updated"] = updated[-1]
    days = values.pop("day", ())
    if isinstance(days, tuple) and days:
        values["day"] = days[0]
        if len(days) > 1:
            values["days"] = days


def _keep(state: _State, key: Scalar, node: Node) -> None:
    """Keep an unknown key for templates; what it holds of tags (as Zola and Grav write them) is taken."""
    if key.value in {"taxonomies", "taxonomy"} and isinstance(node, Table):
        for inner, value in node.pairs:
            _read_pair(state, inner, value)
        return
    state.extra[key.value] = as_plain(node)
    near = nearest_key(key.value)
    if near:
        message = f"unknown key {key.value!r} is kept for templates only"
        state.findings.append(Finding("warning", "front-matter-unknown", message, key, f"did you mean {near!r}?"))


@lru_cache(maxsize=1024)
def nearest_key(word: str) -> str | None:
    """Return the accepted key that is one slip away: a letter too many, too few, other, or two of them swapped."""
    word = word.lower().replace("-", "_")
    return next((key for key, known in _KEYS.items() if known.read and one_edit(word, key)), None)
