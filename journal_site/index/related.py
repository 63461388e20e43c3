"""Related entries: those that share topics and rare links, looked for among near neighbours in each topic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal_site.model import Link

_MOST = 5
_REACH = 2
"""How many neighbours on each side within a topic are looked at: more would let one edit change many pages."""
_RARE = 6
"""A link that more entries name says nothing of what they share."""
_LINK_WEIGHT = 2


def build_related(topics: Sequence[tuple[str, ...]], links: Sequence[tuple[Link, ...]]) -> list[tuple[int, ...]]:
    """Return for each place at most five others, best first.

    A shared topic counts one, a shared rare link two; of equals the nearer in the index's order comes first, then the
    earlier.
    """
    weights: list[dict[int, int]] = [{} for _ in topics]
    masks = _masks(topics)
    for places in _members(topics).values():
        for rank, place in enumerate(places):
            for other in places[rank + 1 : rank + 1 + _REACH]:
                if other not in weights[place]:
                    shared = (masks[place] & masks[other]).bit_count()
                    weights[place][other] = weights[other][place] = shared
    for places in _shared_links(links):
        for place in places:
            own = weights[place]
            for other in places:
                if other != place:
                    own[other] = own.get(other, (masks[place] & masks[other]).bit_count()) + _LINK_WEIGHT
    return [_best(place, own) for place, own in enumerate(weights)]


def _members(topics: Sequence[tuple[str, ...]]) -> dict[str, list[int]]:
    members: dict[str, list[int]] = {}
    for place, slugs in enumerate(topics):
        for slug in slugs:
            if slug in members:
                members[slug].append(place)
            else:
                members[slug] = [place]
    return members


def _masks(topics: Sequence[tuple[str, ...]]) -> list[int]:
    """Return each entry's topics as a set of bits."""
    bits: dict[str, int] = {}
    masks: list[int] = []
    for slugs in topics:
        mask = 0
        for slug in slugs:
            bit = bits.get(slug)
            if bit is None:
                bit = bits[slug] = 1 << len(bits)
            mask |= bit
        masks.append(mask)
    return masks


def _shared_links(links: Sequence[tuple[Link, ...]]) -> Iterable[list[int]]:
    """Return the places that name each rare link of at least two entries."""
    naming: dict[str, list[int]] = {}
    for place, named in enumerate(links):
        for link in named:
            url = link.url
            if url not in naming:
                naming[url] = [place]
            elif naming[url][-1] != place:
                naming[url].append(place)
    return [places for places in naming.values() if 1 < len(places) <= _RARE]


def _best(place: int, weights: dict[int, int]) -> tuple[int, ...]:
    if len(weights) <= 1:
        return tuple(weights)
    ranked = sorted(weights, key=lambda other: (-weights[other], abs(other - place), other))
    return tuple(ranked[:_MOST])
