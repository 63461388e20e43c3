"""A table of front matter → `FrontMatter`: each accepted key, however spelt, with what its value may be.

A value that does not fit is told and left out; the rest of the entry stays.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from journal_site.config.nodes import Node, Scalar, Table, describe
from journal_site.config.scalars import NOTHING, ImpossibleDateError, to_bool
from journal_site.model.outline import FrontMatter
from journal_site.reading.front_matter.values import (
    MisfitError,
    as_dates,
    as_days,
    as_minutes,
    as_path,
    as_plain,
    as_slug,
    as_tags,
    as_text,
    as_texts,
)
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
    from collections.abc import Callable

    from journal_site.errors import Severity


class Finding(NamedTuple):
    """Something wrong with a key or its value."""

    severity: Severity
    code: str
    message: str
    node: Node
    hint: str = ""


class _Field(NamedTuple):
    """What a key sets."""

    name: str
    read: Callable[[Node], object]
    wanted: str


def _bool(node: Node) -> bool:
    answer = to_bool(as_text(node))
    if answer is None:
        raise MisfitError
    return answer


def _round(node: Node) -> int:
    match = re.fullmatch(r"(?:r|round)?\s*([0-9]{1,4})", as_text(node), re.IGNORECASE)
    if not match:
        raise MisfitError
    return int(match[1])


def _kind(node: Node) -> Literal["entry", "note", "introduction"]:
    word = as_text(node).lower()
    if word in {"entry", "note", "introduction"}:
        return word  # type: ignore[return-value] # mypy does not narrow a str by a set
    raise MisfitError


_QUOTE: Final = "put it into quotes"
_TEXT, _YES_NO, _LIST = "a text", "true or false", "a list of texts"
_DATE, _NUMBER = "a date such as 2026-01-31", "a whole number"
_KINDS: Final = {
    "title": (as_text, _TEXT),
    "date": (as_dates, _DATE),
    "end_date": (as_dates, _DATE),
    "day": (as_days, _NUMBER),
    "round": (_round, _NUMBER),
    "kind": (_kind, "entry, note or introduction"),
    "tags": (as_tags, _LIST),
    "slug": (as_slug, "a name for the page's address"),
    "aliases": (as_texts, _LIST),
    "description": (as_text, _TEXT),
    "updated": (as_dates, _DATE),
    "image": (as_path, "a path or an address"),
    "minutes": (as_minutes, "a number of minutes"),
    "rest": (_bool, _YES_NO),
}
_SPELLINGS: Final = {
    "title": "title",
    "date": "date dates",
    "end_date": "end_date",
    "day": "day days",
    "round": "round",
    "kind": "kind",
    "tags": "tags tag topics topic categories category keywords",
    "slug": "slug permalink",
    "aliases": "aliases alias redirect_from",
    "description": "description summary excerpt",
    "updated": "updated lastmod modified last_modified_at",
    "image": "image cover images cover_image featured_image",
    "minutes": "minutes",
    "rest": "rest",
}
"""Each field's keys; where two of them are there, the earlier one is taken, and tags are joined."""
_FIELDS: Final = {
    key: _Field(name, *_KINDS[name]) for name, keys in _SPELLINGS.items() for key in keys.split()
}  # fmt: skip
_SAID: Final = frozenset({"draft", "publish", "published"})
"""Keys that only say who may see a text: all that they say is in the entry."""
_NEVER_PRIVATE: Final = frozenset({"title", "date", "tags", "day"})
"""The commonest keys: nobody need ask whether they are a slip for another."""
_IN_DATE: Final = {
    "created": ("date", 0), "date": ("date", 1), "start": ("date", 2), "end": ("end_date", 0),
    "updated": ("updated", 0), "modified": ("updated", 1), "lastmod": ("updated", 2),
}  # fmt: skip
"""What the keys of a table of dates set, with their ranks: `date: {created: …, updated: …}` is Material for MkDocs'.

Those that may keep a text at home mean what they mean above it.
"""
_RANK: Final = {key: rank for keys in _SPELLINGS.values() for rank, key in enumerate(keys.split())}


class _State:
    """What has been read so far."""

    __slots__ = ("extra", "findings", "image_place", "publication", "ranks", "slug_line", "values")

    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        self.ranks: dict[str, int] = {}
        self.extra: dict[str, object] = {}
        self.findings: list[Finding] = []
        self.publication: dict[str, dt.date] = {}
        self.slug_line = 0
        self.image_place = (0, 0)


def read_fields(table: Table) -> tuple[FrontMatter, list[Finding]]:
    """Return what a table of front matter says, and what of it does not fit."""
    state = _State()
    for key, node in table.pairs:
        _read_pair(state, key, node)
    values = state.values
    _settle_dates(values, state.publication)
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
    if name not in _FIELDS:
        name = name.lower().replace("-", "_").replace(" ", "_")
    field = _FIELDS.get(name)
    if name not in _NEVER_PRIVATE:
        _read_visibility(state, key, node)
    if field is None:
        if name not in _SAID:
            _keep(state, key, node)
        return
    if type(node) is Scalar and not node.quoted and node.value in NOTHING:
        return
    if name == "date" and isinstance(node, Table) and _read_date_table(state, key, node):
        return
    _read_value(state, field, _RANK[name], key, node)


def _read_value(state: _State, field: _Field, rank: int, key: Scalar, node: Node) -> None:
    try:
        value = field.read(node)
    except ImpossibleDateError as error:
        state.findings.append(_impossible(key, node, error))
        return
    except MisfitError as misfit:
        state.findings.append(_misfit(field, key, node, misfit))
        if not misfit.kept:
            return
        value = misfit.kept
    _set(state, field.name, rank, value, key)
    if field.name == "image" and state.values["image"] == value:
        state.image_place = (node.line, node.column)


def _impossible(key: Scalar, node: Node, error: ImpossibleDateError) -> Finding:
    message = f"{key.value!r} is {error}, which the calendar does not have"
    return Finding("error", "front-matter-date", message, node, "write a date such as 2026-01-31")


def _misfit(field: _Field, key: Scalar, node: Node, misfit: MisfitError) -> Finding:
    holds = "holds" if misfit.node is not None else "is"
    message = f"{key.value!r} must be {field.wanted}, and {holds} {misfit.why or describe(node)}"
    may_be_text = field.wanted is _TEXT and not isinstance(node, Scalar)
    hint = _QUOTE if may_be_text else f"it is passed over: write {field.wanted}, or take the line away"
    return Finding("warning", "front-matter-type", message, misfit.node or node, misfit.hint or hint)


def _read_date_table(state: _State, key: Scalar, table: Table) -> bool:
    """Read a table of dates by its keys; return whether it has any that is known. Others are kept for templates."""
    unknown = 0
    for inner, node in table.pairs:
        name = inner.value.lower()
        if name in _IN_DATE and not (type(node) is Scalar and not node.quoted and node.value in NOTHING):
            _read_value(state, _FIELDS[_IN_DATE[name][0]], _IN_DATE[name][1], inner, node)
        elif name not in _IN_DATE:
            _read_visibility(state, inner, node)
            unknown += name not in _SAID
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


def _set(state: _State, name: str, rank: int, value: object, key: Scalar) -> None:
    values = state.values
    if name == "tags" and name in values:
        both = (values[name], value) if state.ranks[name] < rank else (value, values[name])
        values[name] = tuple(dict.fromkeys((*both[0], *both[1])))  # type: ignore[misc] # tuples, both
    elif name not in values or rank < state.ranks[name]:
        values[name] = value
        if name == "slug":
            state.slug_line = key.line
    state.ranks[name] = min(rank, state.ranks.get(name, rank))


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
    return next((key for key in _FIELDS if len(key) > 2 and one_edit(word, key)), None)  # noqa: PLR2004
