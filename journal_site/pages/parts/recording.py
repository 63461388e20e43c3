"""What a page reads of the index, recorded as it reads: it need not be made again where none of that has changed.

Entries and topics are handed out as *stand-ins*, which note each field that is asked for; whatever else follows from
the index is a *fact*, noted by name and arguments. All that one page has read is its *trace*, and the digest of what a
trace leads to today tells whether the page would be the same (a verifying trace, as in Mokhov, Mitchell and Peyton
Jones, "Build Systems à la Carte", 2018). So nothing that a page shows can be forgotten, as nothing is listed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar, cast

import msgspec

from journal_site.model.entry import Entry
from journal_site.model.index import Item, Topic

Thing = TypeVar("Thing")

_encode = msgspec.msgpack.Encoder().encode
DIGEST = 16
PRESENT = 1
"""The bit which says that there is such a thing at all; those of its fields follow."""


class Trace(msgspec.Struct, frozen=True, array_like=True):
    """All that was read for one output; in it are names only, no values."""

    things: tuple[tuple[str, str, tuple[str, ...]], ...]
    """(table, bits, keys): which fields were read of things that a table holds. The bits are hexadecimal, as an item
    has more fields than an encoded number has bits."""
    facts: tuple[tuple[str, tuple[tuple[Any, ...], ...]], ...]
    """(name, the arguments of each time that it was asked for)"""


# --- stand-ins -------------------------------------------------------------------------------------------------------


class StandIn:
    """Stands for one thing, gives its fields, and notes in its bits which were asked for."""

    __slots__ = ("bits", "raw")

    def __init__(self, raw: object) -> None:
        self.raw: Any = raw
        self.bits = 0

    def noted(self) -> int:
        """Return the bits of all that was asked for."""
        return self.bits


class _ItemStandIn(StandIn):
    """Stands for an item; its entry has a stand-in of its own, which knows nothing of the item: a circle would stay."""

    __slots__ = ("entry",)

    def __init__(self, raw: Item) -> None:
        self.raw = raw
        self.bits = 0
        self.entry: StandIn = _Entry(raw.entry)

    def noted(self) -> int:
        return self.bits | self.entry.bits


def _noting(field: str, bit: int) -> property:
    get = attrgetter(field)

    def read(self: StandIn) -> object:
        self.bits |= bit
        return get(self.raw)

    return property(read)


_ENTRY = "entry."
FIELDS: dict[str, tuple[str, ...]] = {
    "item": (
        *(name for name in Item.__struct_fields__ if name not in {"entry", "id"}),
        *(_ENTRY + name for name in Entry.__struct_fields__),
    ),
    "topic": tuple(name for name in Topic.__struct_fields__ if name != "slug"),
}
"""By table the fields of its things, in the order of their bits, but for what their keys say already."""
_BITS = {table: {name: PRESENT << place for place, name in enumerate(names, 1)} for table, names in FIELDS.items()}


def _subclass(name: str, base: type, members: dict[str, property]) -> Any:  # noqa: ANN401 - its fields are not known to types
    return type(name, (base,), {"__slots__": (), **members})


_Entry = _subclass(
    "_Entry", StandIn, {name: _noting(name, _BITS["item"][_ENTRY + name]) for name in Entry.__struct_fields__}
)
_STAND_INS: dict[str, type[StandIn]] = {
    "item": _subclass(
        "_Item",
        _ItemStandIn,
        {
            "id": property(attrgetter("raw.id")),
            **{name: _noting(name, bit) for name, bit in _BITS["item"].items() if not name.startswith(_ENTRY)},
        },
    ),
    "topic": _subclass(
        "_Topic",
        StandIn,
        {
            "slug": property(attrgetter("raw.slug")),
            **{name: _noting(name, bit) for name, bit in _BITS["topic"].items()},
        },
    ),
}


def raw_of(item: Item) -> Item:
    """Return an item itself; nothing of it counts as read thereby."""
    return item.raw if isinstance(item, StandIn) else item


def stand_in(item: Item) -> StandIn:
    """Return what notes anew what is read of an item."""
    return _STAND_INS["item"](raw_of(item))


def note(item: Item, bits: int) -> None:
    """Note that these fields of an item were read."""
    if isinstance(item, StandIn):
        item.bits |= bits


def whole(item: Item) -> Item:
    """Return an item as it is, all of which then counts as read."""
    if not isinstance(item, StandIn):
        return item
    item.bits |= (PRESENT << len(FIELDS["item"]) + 1) - 1
    return cast("Item", item.raw)


def reader_of(table: str, read: str) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads those fields of a table's things that a trace's bits stand for."""
    bits = int(read, 16)
    names = [name for name, bit in _BITS[table].items() if bits & bit]
    if not names:
        return lambda _: ()
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda thing: (get(thing),)


def changed_bits(old: Entry, new: Entry) -> int:
    """Return the bits of an item's fields that differ where its entry was read anew."""
    bits = _BITS["item"]
    return sum(bits[_ENTRY + name] for name in Entry.__struct_fields__ if getattr(old, name) != getattr(new, name))


class TrackedTable(Generic[Thing]):
    """Things by their keys, as stand-ins: what is asked for, and what is not there, is noted."""

    def __init__(self, table: str, things: Mapping[str, Thing]) -> None:
        self._table = table
        self._things = things
        self._read: dict[str, StandIn] = {}
        self._absent: set[str] = set()

    def __getitem__(self, key: str) -> Thing:
        """Return the thing's stand-in; raise KeyError where there is none."""
        found = self._read.get(key)
        if found is None:
            raw = self._things.get(key)
            if raw is None:
                self._absent.add(key)
                raise KeyError(key)
            found = self._read[key] = _STAND_INS[self._table](raw)
        return found  # type: ignore[return-value]  # a stand-in has the fields of what it stands for

    def get(self, key: str) -> Thing | None:
        """Return the thing's stand-in, or None where there is none; either is noted."""
        if key not in self._things:
            self._absent.add(key)
            return None
        found = self[key]
        found.bits |= PRESENT  # type: ignore[attr-defined]
        return found

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such a thing, and note that this was asked."""
        return isinstance(key, str) and self.get(key) is not None

    def groups(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Give what was read, keys together of which the same was read."""
        groups: dict[int, list[str]] = {PRESENT: sorted(self._absent)} if self._absent else {}
        for key, one in self._read.items():
            if bits := one.noted():
                groups.setdefault(bits, []).append(key)
        for bits in sorted(groups):
            yield self._table, f"{bits:x}", tuple(groups[bits])


class Prepared(Generic[Thing]):
    """What several outputs are made from: its digest is known before it is made."""

    def __init__(self, digest: bytes, make: Callable[[], Thing]) -> None:
        self.digest = digest
        self._make = make
        self._made: list[Thing] = []

    def value(self) -> Thing:
        """Return it, made once in each process."""
        if not self._made:
            self._made.append(self._make())
        return self._made[0]


# --- digests ---------------------------------------------------------------------------------------------------------


class LastPrepared(NamedTuple):
    """What is known of something that was prepared for the last plan."""

    digest: bytes = b""
    of: bytes = b""
    """The digest of its arguments."""
    trace: bytes = _encode(Trace((), ()))


def encode_prepared(digest: bytes, of: bytes, trace: bytes) -> bytes:
    """Return what is kept of something prepared; both digests are of one size."""
    return digest + of + trace


def summed(*parts: bytes) -> bytes:
    """Return the digest of some bytes."""
    return hashlib.blake2b(b"".join(parts), digest_size=DIGEST).digest()


def short_digest(encoded: bytes) -> bytes:
    """Return bytes, or their digest where that is shorter."""
    return encoded if len(encoded) <= DIGEST else hashlib.blake2b(encoded, digest_size=DIGEST).digest()
