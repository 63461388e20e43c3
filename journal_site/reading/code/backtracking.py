r"""Expressions of others that could go back for ever, made so that they cannot.

An expression like `"(\\.|[^"])*"` can read one text in more ways the longer it is: where it does not match in the end,
Python tries all of them, twice as many with each sign. In such a repetition what was once read in one way is not read
in another again (each turn is an atomic group), so that only the number of turns is left to be tried. That hardly ever
changes what matches: turns are written so that the first way is the one that is meant.

Python's own parser takes the expression apart, as in `first_signs`; where a later Python has it no more, expressions
stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from journal_site.expressions import expression

try:
    from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - no Python that we know
    _parser = None

_REPEATED_GROUP = expression(r"\)\s*[*+{]")
_COPIES = 8
"""Of what is repeated at most so often, each time counts as a place of its own; above that it counts as without end."""
_MOST_PLACES = 250
_ASCII = 128
_STANDING = [
    (ord(sign), 1 << place) for place, sign in enumerate("éЖ道ª²\x85\u00a0\u2003\u2028\ue000→😀", start=_ASCII)
]
"""Stand for all signs beyond ASCII: letters, digits, spaces, line ends and others."""
_BEYOND = sum(bit for _, bit in _STANDING)
_ALL = _BEYOND | (1 << _ASCII) - 1
_LETTERS = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}
_SINGLE = frozenset({"LITERAL", "NOT_LITERAL", "ANY", "IN", "AT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


def tame(expression: re.Pattern[str]) -> re.Pattern[str]:
    """Return an expression that does not take exponentially long, which mostly is the same one."""
    if _parser is None or not _REPEATED_GROUP.search(expression.pattern):
        return expression
    parsed = _parser.parse(expression.pattern, expression.flags)
    if not _tame(parsed, expression.flags):
        return expression
    tamed: re.Pattern[str] = _compiler.compile(parsed, expression.flags)
    return tamed


def _tame(parsed: Any, flags: int) -> bool:  # noqa: ANN401 - the parser's own values
    """Make turns atomic in place; return whether there were any to be made so."""
    changed = False
    for place, (code, value) in enumerate(parsed):
        for inner in _inside(value) if str(code) not in _SINGLE else ():
            changed |= _tame(inner, flags)
        if str(code) in _REPEATS and value[1] > _COPIES and _is_ambiguous(value[2], flags):
            turn = _parser.SubPattern(parsed.state, [(_constants.ATOMIC_GROUP, value[2])])
            parsed[place] = (code, (value[0], value[1], turn))
            changed = True
    return changed


def _inside(value: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """Yield the parsed expressions in an operation's value."""
    if _parser is not None and isinstance(value, _parser.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _inside(one)


class _Ends(NamedTuple):
    """A part of an expression: in how many ways it can be empty, and the places at which what it reads begins and ends.

    A place counts as often as there are ways to it.
    """

    empty: int
    first: Counter[int]
    last: Counter[int]


def _times(places: Counter[int], ways: int) -> Counter[int]:
    return Counter({place: count * ways for place, count in places.items()} if ways else ())


_NOTHING = _Ends(empty=1, first=Counter(), last=Counter())


class _Places:
    """The signs of an expression as places, and which can follow which, in how many ways (Glushkov's automaton)."""

    def __init__(self, flags: int) -> None:
        self.signs: list[int] = []
        self.following: list[Counter[int]] = []
        self._flags = flags

    def read(self, parsed: Any) -> _Ends:  # noqa: ANN401 - as above
        """Take in parts that follow each other."""
        ends = _NOTHING
        for code, value in parsed:
            ends = self._then(ends, self._part(str(code), value))
        return ends

    def loop(self, ends: _Ends) -> None:
        """Let a part follow itself."""
        for place, ways in ends.last.items():
            for following, others in ends.first.items():
                self.following[place][following] += ways * others

    def _then(self, one: _Ends, other: _Ends) -> _Ends:
        for place, ways in one.last.items():
            for following, others in other.first.items():
                self.following[place][following] += ways * others
        first, last = one.first + _times(other.first, one.empty), other.last + _times(one.last, other.empty)
        return _Ends(one.empty * other.empty, first, last)

    def _part(self, code: str, value: Any) -> _Ends:  # noqa: ANN401 - as above
        match code:
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeated(*value)
            case "AT" | "ASSERT" | "ASSERT_NOT":
                return _NOTHING
            case "BRANCH":
                return self._either(value[1])
            case "SUBPATTERN" | "ATOMIC_GROUP":
                return self.read(value[3] if code == "SUBPATTERN" else value)
            case "GROUPREF_EXISTS":
                return self._either([value[1], value[2] or []])
        if len(self.signs) > _MOST_PLACES:
            raise OverflowError
        self.signs.append(_signs_of(code, value, self._flags))
        self.following.append(Counter())
        place = Counter([len(self.signs) - 1])
        return _Ends(int(code == "GROUPREF"), place, place)

    def _either(self, choices: Iterable[Any]) -> _Ends:
        empty, first, last = 0, Counter[int](), Counter[int]()
        for choice in choices:
            ends = self.read(choice)
            empty, first, last = empty + ends.empty, first + ends.first, last + ends.last
        return _Ends(empty, first, last)

    def _repeated(self, least: int, most: int, inner: Any) -> _Ends:  # noqa: ANN401 - as above
        copies = most if most <= _COPIES else max(min(least, _COPIES), 1)
        whole = _NOTHING
        for number in range(copies):
            ends = self.read(inner)
            if most > _COPIES and number == copies - 1:
                self.loop(ends)
            whole = self._then(whole, ends._replace(empty=ends.empty + (number >= least)))
        return whole


def _signs_of(code: str, value: Any, flags: int) -> int:  # noqa: ANN401 - as above
    """Return the signs that one place takes, one bit each; too many rather than too few."""
    match code:
        case "LITERAL":
            found = _range(value, value)
        case "NOT_LITERAL":
            found = _ALL & ~_range(value, value)
        case "ANY":
            found = _ALL if flags & re.DOTALL else _ALL & ~_range(10, 10)
        case "IN":
            found = _set(value)
        case _:
            return _ALL
    return _any_case(found) if flags & re.IGNORECASE else found


def _set(items: Any) -> int:  # noqa: ANN401 - as above
    named, kinds, negated = 0, 0, False
    for code, value in items:
        match str(code):
            case "NEGATE":
                negated = True
            case "LITERAL":
                named |= _range(value, value)
            case "RANGE":
                named |= _range(*value)
            case _:
                kinds |= _category(str(value))
    return (_ALL & ~(named | kinds)) | (named & _BEYOND) if negated else named | kinds


def _range(first: int, last: int) -> int:
    """Return the signs from one to another; beyond ASCII those that stand for others, and all where none does."""
    found = sum(bit for sign, bit in _STANDING if first <= sign <= last)
    if first < _ASCII:
        found |= (2 << min(last, _ASCII - 1)) - (1 << first)
    return found if last < _ASCII or found & _BEYOND else found | _BEYOND


@cache
def _category(name: str) -> int:
    """Return the signs of a kind: digits, spaces, words, and what is none of them."""
    written = name.removeprefix("CATEGORY_")
    letter = _LETTERS.get(written.removeprefix("NOT_"))
    if letter is None:
        return _ALL
    expression = re.compile("\\" + (letter.upper() if written.startswith("NOT_") else letter))
    signs = [*range(_ASCII), *(sign for sign, _ in _STANDING)]
    return sum(1 << place for place, sign in enumerate(signs) if expression.match(chr(sign)))


def _any_case(found: int) -> int:
    upper, lower = _range(65, 90), _range(97, 122)
    return found | (found & upper) << 32 | (found & lower) >> 32


def _is_ambiguous(turn: Any, flags: int) -> bool:  # noqa: ANN401 - as above
    """Tell whether some text can be read in two ways that begin and end at the same place of a turn (or of several).

    Read again and again, it can then be read in twice as many ways each time.
    """
    places = _Places(flags)
    try:
        places.loop(places.read(turn))
    except OverflowError:
        return False
    following = places.following
    unclear = {place for place, others in enumerate(following) if not _is_clear(others, places.signs)}
    if not unclear:
        return False
    around = _around(following)
    if any(ways > 1 and other in around[place] for place in around for other, ways in following[place].items()):
        return True
    return any(
        _parts_and_meets(place, places, others) for place, others in around.items() if not unclear.isdisjoint(others)
    )


def _is_clear(following: Counter[int], signs: list[int]) -> bool:
    """Tell whether each sign leads from a place to at most one other, in one way."""
    taken = 0
    for place, ways in following.items():
        if ways > 1 or taken & signs[place]:
            return False
        taken |= signs[place]
    return True


def _around(following: list[Counter[int]]) -> dict[int, set[int]]:
    """Return for each place from which a way leads back to it all places on such ways."""
    after = [_reached(place, following) for place in range(len(following))]
    return {
        place: {other for other in after[place] if place in after[other]}
        for place in range(len(following))
        if place in after[place]
    }


def _reached(place: int, following: list[Counter[int]]) -> set[int]:
    found: set[int] = set()
    pending = [place]
    while pending:
        for other in following[pending.pop()]:
            if other not in found:
                found.add(other)
                pending.append(other)
    return found


def _parts_and_meets(place: int, places: _Places, around: set[int]) -> bool:
    """Tell whether two ways for one text lead from a place back to it that are not the same all along."""
    pairs = {(place, place, False)}
    pending = list(pairs)
    while pending:
        one, other, parted = pending.pop()
        for left in places.following[one].keys() & around:
            for right in places.following[other].keys() & around:
                if not places.signs[left] & places.signs[right]:
                    continue
                pair = (left, right, parted or left != right)
                if pair == (place, place, True):
                    return True
                if pair not in pairs:
                    pairs.add(pair)
                    pending.append(pair)
    return False
