"""The search's index of one part of the journal: which term stands where, and how much it says there.

A part's terms lie in up to 64 files, *slots*. A term's first two letters say in which, so that what a reader types asks
for one slot of each part. A slot is text, a line for each term: the term, a space, its postings. A posting is how far
its document's number lies behind the last one's (less one), times 8, plus its level, 0 to 7. It is written in digits
of 32, lowest first, all but the last of them 32 higher among the 64 characters. `static/search_index.js` reads it.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from journal_site.terms import cut, unpack_counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal_site.model.page import Terms
    from journal_site.pages.search.documents import Doc

SLOTS = 64
LEVELS = 8
TOPIC_SIGN = "#"
"""Begins the term that stands for a topic's slug: no term of a text begins with it."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
SPANS = "43643322311342251465223111"
"""Over how many slots the words of each letter from a to z are spread, by how many begin with it: what is mistyped
after the first letter lies in one of them."""
_OTHER_SPAN = 4
_UNSPACED_FROM = 0x3000
_USUAL_LENGTH = 300
"""Words of a text in which a word says what it usually says."""
_SATURATION = 1.2
_weight = itemgetter(1)


def _starts() -> dict[str, tuple[int, int]]:
    starts, start = {}, 0
    for letter, span in zip("abcdefghijklmnopqrstuvwxyz", map(int, SPANS), strict=True):
        starts[letter] = start, span
        start += span
    return starts


_STARTS = _starts()


def slot_of(term: str) -> int:
    """Return the slot, of 64, in which a term lies; it depends on its first two letters only."""
    first = ord(term[0])
    second = ord(term[1]) if len(term) > 1 else 0
    if term[0] in _STARTS:
        start, span = _STARTS[term[0]]
        return (start + second % span) % SLOTS
    if term[0].isdecimal():
        return (first * 11 + second * 5) % SLOTS
    if first >= _UNSPACED_FROM:
        return first % SLOTS
    return (first * 7 + second % _OTHER_SPAN) % SLOTS


@lru_cache(maxsize=8192)
def level_of(weight: float) -> int:
    """Return how much a term says of a document, from 0 to 7: more often says more, but ever less so."""
    return min(LEVELS - 1, int(LEVELS * weight / (weight + _SATURATION)))


def build_slots(docs: Sequence[Doc], terms: Terms, slots: int) -> tuple[bytes, ...]:
    """Return the contents of a part's slots; `slots` is a power of two."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, doc in enumerate(docs):
        _post(postings, number * LEVELS, doc, terms)
    share = SLOTS // slots
    lines: list[list[str]] = [[] for _ in range(slots)]
    places: dict[str, list[str]] = {}
    for term in sorted(postings):
        place = places.get(term[:2])
        if place is None:
            place = places[term[:2]] = lines[slot_of(term) // share]
        place.append(f"{term} {_write(postings[term])}\n")
    return tuple("".join(each).encode("utf-8", "replace") for each in lines)


def _post(postings: defaultdict[str, list[int]], base: int, doc: Doc, terms: Terms) -> None:
    """Add a document's postings, each as its number times 8 plus the level."""
    spoken = _weigh(doc)
    if doc.body:
        known, counts = unpack_counts(terms(doc.body))
        length = 0.25 + 0.75 * sum(counts) / _USUAL_LENGTH
        levels = [base + level_of(count / length) for count in range(max(counts, default=0) + 1)]
        for term, count in zip(known, counts, strict=True):
            if term in spoken:
                spoken[term] += count / length
            else:
                postings[term].append(levels[count])
    for term, weight in spoken.items():
        postings[term].append(base + level_of(weight))


def _weigh(doc: Doc) -> dict[str, float]:
    """Return each term that is said of a document beside its body, with the most that one of the texts makes of it."""
    weights: dict[str, float] = {}
    for text, weight in sorted(doc.spoken, key=_weight):
        weights.update(dict.fromkeys(cut(text), weight))
    for slug in doc.topics:
        weights[TOPIC_SIGN + slug] = 1.0
    return weights


def _write(postings: Sequence[int]) -> str:
    if len(postings) == 1:
        return _number(postings[0])
    written, last = [], -1
    for posting in postings:
        number = posting >> 3
        written.append(_number(posting - ((last + 1) << 3)))
        last = number
    return "".join(written)


def _number(value: int) -> str:
    if value < len(_SHORT):
        return _SHORT[value]
    digits = []
    while value > 31:  # noqa: PLR2004 - five bits a digit
        digits.append(_DIGITS[32 + (value & 31)])
        value >>= 5
    return "".join(digits) + _DIGITS[value]


_SHORT: Sequence[str] = ()
_SHORT = tuple(_number(value) for value in range(4096))
