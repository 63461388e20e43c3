"""Nodes → settings, led by the settings' own types. Every problem is reported with its place; none stops the rest."""

from __future__ import annotations

import datetime as dt
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Literal,
    Protocol,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec

from journal_site.config import checks
from journal_site.config.checks import UnfitError, closest
from journal_site.config.nodes import Items, Node, Scalar, Table, describe, looks_numeric
from journal_site.config.scalars import NOTHING, ImpossibleDateError, to_bool, to_date, to_int
from journal_site.config.settings import (
    CadenceSettings,
    CspSettings,
    FreezeSettings,
    SourceSettings,
    SourceSpec,
    TopicSettings,
)
from journal_site.model.base import Value
from journal_site.model.source import SourceOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from journal_site.config.kinds import ValueKind

_Settings = TypeVar("_Settings", bound=Value)
PLAIN: Final[dict[type, tuple[str, Callable[[str], object]]]] = {
    str: ("a text", str),
    bool: ("true or false", to_bool),
    int: ("a whole number", to_int),
    dt.date: ("a date such as 2026-01-31", to_date),
}
"""The simple types that a key may have: what is wanted, in words, and what reads it (None where it is none)."""
_FROM_KEY: Final[dict[type[Value], set[str]]] = {TopicSettings: {"name"}}
"""Fields that are set from elsewhere and are no keys."""
PLAINLY: Final[dict[type[Value], str]] = {CadenceSettings: "days", FreezeSettings: "dates"}
"""Settings that may be written as the value of one of their keys alone."""

_OTHER_NAMES: Final = {
    "url": "baseurl base_url site_url siteurl homepage",
    "title": "name site_name sitename",
    "description": "tagline subtitle",
    "language": "lang locale",
    "timezone": "tz time_zone",
    "repo": "repository github repo_url",
    "accent": "color colour",
    "cname": "domain",
    "sources": "source content",
    "menu": "nav navigation",
    "feed_limit": "feed",
    "streak": "streaks",
    "topics": "tags",
    "author": "authors",
    "days": "total length",
    "start": "start_date begin",
    "rest_days": "rest",
    "cadence": "frequency goal",
    "freezes": "freeze",
    "day_ends": "day_end day_starts day_start rollover",
    "keywords": "words",
    "aliases": "synonyms",
    "path": "file folder",
}
"""What our keys are called elsewhere: for hints only."""
_MEANT: Final = {other: key for key, others in _OTHER_NAMES.items() for other in others.split()}


class Report(Protocol):
    """Takes down one problem."""

    def __call__(self, code: str, message: str, node: Node, hint: str = "") -> None:
        """Take down a problem with the node that it is about."""


class _Unfit:
    """The result of a value that could not be converted; it has been reported."""


_UNFIT: Final = _Unfit()


@cache
def keys_of(settings: type[Value]) -> dict[str, Any]:
    """Return the keys that settings of this type may have, with their types."""
    hints = get_type_hints(settings, include_extras=True)
    hidden = _FROM_KEY.get(settings, set())
    return {name: hints[name] for name in settings.__struct_fields__ if name not in hidden}


class Converter:
    """Converts nodes into settings, and reports what is wrong."""

    def __init__(self, report: Report) -> None:
        """Convert with this for what is wrong."""
        self._report = report

    def settings(self, table: Table, wanted: type[_Settings], inside: str = "", **given: object) -> _Settings | None:
        """Return the settings of a table; what is unfit has its default. None where a key that must be is missing."""
        keys = keys_of(wanted)
        values: dict[str, object] = dict(given)
        for key, node in table.pairs:
            if key.value not in keys:
                self._unknown(key, keys, inside)
            elif not (isinstance(node, Scalar) and not node.quoted and node.value in NOTHING):
                value = self.value(node, keys[key.value], f"{inside}{key.value}")
                if value is not _UNFIT:
                    values[key.value] = value
        return self._made(table, wanted, values, inside)

    def value(self, node: Node, wanted: Any, key: str) -> Any:  # noqa: ANN401, PLR0911 - as many types as settings have
        """Return a node as the wanted type, or a mark that it was unfit."""
        origin = get_origin(wanted)
        if origin in {Union, UnionType}:
            return self.value(node, next(part for part in get_args(wanted) if part is not NoneType), key)
        if origin is tuple:
            return self._many(node, get_args(wanted)[0], key)
        if wanted is CspSettings and isinstance(node, Items | Scalar):
            origins = self._many(node, get_args(keys_of(CspSettings)["script"])[0], key)
            return CspSettings(**dict.fromkeys(CspSettings.__struct_fields__, origins))
        if wanted is SourceSpec:
            return self._source(node, key)
        if isinstance(wanted, type) and issubclass(wanted, Value):
            if isinstance(node, Scalar) and node.value in keys_of(wanted):
                return self._wrong(node, f"a table of keys ({', '.join(keys_of(wanted))})", key, f"{{{node.value}: …}}")
            if not isinstance(node, Table) and wanted in PLAINLY:
                plain = self.value(node, keys_of(wanted)[PLAINLY[wanted]], key)
                return plain if plain is _UNFIT else wanted(**{PLAINLY[wanted]: plain})
            if not isinstance(node, Table):
                return self._wrong(node, f"a table of keys ({', '.join(keys_of(wanted))})", key)
            return self.settings(node, wanted, f"{key}.") or _UNFIT
        if not isinstance(node, Scalar):
            return self._not_a_text(node, wanted, key)
        return self._scalar(node, wanted, key)

    def _scalar(self, node: Scalar, wanted: Any, key: str) -> Any:  # noqa: ANN401
        origin = get_origin(wanted)
        if origin is Annotated:
            base, kind = get_args(wanted)
            return self._of_kind(node, base, kind, key)
        if origin is Literal:
            return self._one_of(node, get_args(wanted), key)
        if wanted is str and not node.quoted and looks_numeric(node.value) and not key.endswith("]"):
            return self._wrong(node, PLAIN[str][0], key, f'put it into quotes: "{node.value}"')
        said, read = PLAIN[wanted]
        try:
            value = read(node.value)
        except ImpossibleDateError:
            self._report("config-value", f"{key!r} is {node.value}, which the calendar does not have", node)
            return _UNFIT
        return self._wrong(node, said, key) if value is None else value

    def _of_kind(self, node: Scalar, base: type, kind: ValueKind, key: str) -> object:
        if base is int and to_int(node.value) is None:
            return self._wrong(node, kind.wanted, key)
        try:
            checked: object = getattr(checks, kind.name)(node.value.strip())
        except UnfitError as unfit:
            if base is str and not node.quoted and looks_numeric(node.value):
                return self._wrong(node, kind.wanted, key, unfit.hint)
            message = f"{key!r} {unfit.why or f'must be {kind.wanted}'}, and is {describe(node)}"
            self._report("config-value", message, node, unfit.hint)
            return _UNFIT
        return checked

    def _one_of(self, node: Scalar, words: tuple[str, ...], key: str) -> object:
        said = node.value.strip().lower()
        named = tuple(word for word in words if word)
        fits = [word for word in named if word == said or (len(said) > 2 and word.startswith(said))]  # noqa: PLR2004
        if len(fits) == 1:
            return fits[0]
        near = closest(said, named, cutoff=0.6)
        hint = f"did you mean {near!r}?" if near else ""
        self._report("config-value", f"{key!r} must be one of {', '.join(named)}, and is {describe(node)}", node, hint)
        return _UNFIT

    def _many(self, node: Node, wanted: Any, key: str) -> Any:  # noqa: ANN401
        if wanted is TopicSettings:
            return self._topics(node, key)
        if isinstance(node, Items):
            values = [self.value(item, wanted, f"{key}[{n}]") for n, item in enumerate(node.nodes, 1)]
        elif isinstance(node, Scalar) or wanted is SourceSpec:
            values = [self.value(part, wanted, f"{key}[1]") for part in _parts(node, wanted)]
        else:
            return self._wrong(node, "a list", key)
        if wanted is SourceSpec and not values:
            self._report(
                "config-value", f"{key!r} is empty: there is nothing to read", node, "name a folder: [entries/]"
            )
            return _UNFIT
        return tuple(value for value in values if value is not _UNFIT)

    def _source(self, node: Node, key: str) -> object:
        if isinstance(node, Table):
            settings = self.settings(node, SourceSettings, f"{key}.")
        elif isinstance(node, Scalar):
            path = self.value(node, keys_of(SourceSettings)["path"], key)
            settings = None if path is _UNFIT else SourceSettings(path=path)
        else:
            return self._wrong(node, "a path or a table of keys", key)
        if settings is None:
            return _UNFIT
        options = SourceOptions(**{name: getattr(settings, name) for name in keys_of(SourceSettings) if name != "path"})
        return SourceSpec(path=settings.path, options=options)

    def _topics(self, node: Node, key: str) -> object:
        if isinstance(node, Items | Scalar):
            texts = node.nodes if isinstance(node, Items) else _parts(node, str)
            names = (self.value(text, str, f"{key}[{n}]") for n, text in enumerate(texts, 1))
            return tuple(TopicSettings(name=name) for name in names if name is not _UNFIT)
        topics = []
        for name, rule in node.pairs:
            inside = f"{key}.{name.value}"
            if isinstance(rule, Table):
                topics.append(self.settings(rule, TopicSettings, f"{inside}.", name=name.value))
            elif isinstance(rule, Scalar) and not rule.quoted and rule.value in NOTHING:
                topics.append(TopicSettings(name=name.value))
            else:
                keywords = self._many(rule, str, inside)
                topics.append(TopicSettings(name=name.value, keywords=keywords))
        return tuple(topic for topic in topics if topic is not None)

    def _made(
        self, table: Table, wanted: type[_Settings], values: Mapping[str, object], inside: str
    ) -> _Settings | None:
        required = [field.name for field in msgspec.structs.fields(wanted) if field.required]
        missing = [name for name in required if name not in values]
        written = {key.value for key, node in table.pairs if not (isinstance(node, Scalar) and node.value in NOTHING)}
        for name in missing:
            if name not in written:
                self._report("config-required", f"'{inside}{name}' is missing", table, f"add a line '{name}: …'")
        return None if missing else wanted(**values)

    def _unknown(self, key: Scalar, known: Mapping[str, object], inside: str) -> None:
        meant = key.value if key.value in known else _MEANT.get(key.value.lower())
        likely = meant if meant in known else closest(key.value, tuple(known), cutoff=0.6)
        hint = f"did you mean {likely!r}?" if likely else f"the keys are {', '.join(known)}"
        where = f" in '{inside.rstrip('.')}'" if inside else ""
        self._report("config-unknown", f"unknown key {key.value!r}{where}", key, hint)

    def _wrong(self, node: Node, wanted: str, key: str, hint: str = "") -> _Unfit:
        self._report("config-type", f"{key!r} must be {wanted}, and is {describe(node)}", node, hint)
        return _UNFIT

    def _not_a_text(self, node: Items | Table, wanted: Any, key: str) -> Any:  # noqa: ANN401
        if isinstance(node, Table) and node.raw:
            return self._scalar(Scalar(node.raw, node.line, node.column, quoted=True), wanted, key)
        if get_origin(wanted) is Annotated:
            return self._wrong(node, get_args(wanted)[1].wanted, key)
        if get_origin(wanted) is Literal:
            return self._wrong(node, f"one of {', '.join(word for word in get_args(wanted) if word)}", key)
        return self._wrong(node, PLAIN[wanted][0], key, "put it into quotes" if wanted is str else "")


def _parts(node: Scalar | Table, wanted: Any) -> tuple[Scalar | Table, ...]:  # noqa: ANN401
    """Return what one text says where a list is wanted: its parts between commas, unless commas belong to it."""
    sentence = get_origin(wanted) is Annotated and get_args(wanted)[1].commas
    if isinstance(node, Table) or sentence or wanted is SourceSpec:
        return (node,)
    parts = (part.strip() for part in node.value.split(","))
    return tuple(Scalar(part, node.line, node.column, node.quoted) for part in parts if part)
