"""Related entries: those that share topics and rare links, looked for among near neighbours in each topic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal_site.index.topics.topics import EntryTopics

_MOST = 5
_REACH = 2
"""How many neighbours on each side within a topic are looked at: more would let one edit change many pages."""
_RARE = 6
"""A link that more entries name says nothing of what they share."""
_LINK_WEIGHT = 2


def build_related(named: EntryTopics, shared_links: Iterable[Sequence[int]]) -> list[tuple[int, ...]]:
    """Return for each place at most five others, best first; `shared_links` gives the places that name each link.

    A shared topic counts one, a shared rare link two; of equals the nearer in the index's order comes first, then the
    earlier.
    """
    masks = _masks(named.slugs)
    near: list[list[int]] = [[] for _ in masks]
    for places in named.members.values():
        for reach in range(1, _REACH + 1):
            for place, other in zip(places, places[reach:], strict=False):
                near[place].append(other)
                near[other].append(place)
    weights = _shared(shared_links)
    return [_best(place, others, masks, weights.get(place)) for place, others in enumerate(near)]


def _best(place: int, near: list[int], masks: list[int], weights: dict[int, int] | None) -> tuple[int, ...]:
    mask = masks[place]
    if weights is None:
        ranked = sorted(set(near), key=lambda other: (-(mask & masks[other]).bit_count(), abs(other - place), other))
    else:
        ranked = sorted(
            {*near, *weights},
            key=lambda other: (-(mask & masks[other]).bit_count() - weights.get(other, 0), abs(other - place), other),
        )
    return tuple(ranked[:_MOST])


def _shared(links: Iterable[Sequence[int]]) -> dict[int, dict[int, int]]:
    """Return for each place the weight of the rare links that it shares with others."""
    weights: dict[int, dict[int, int]] = {}
    for named in links:
        places = set(named)
        if 1 < len(places) <= _RARE:
            for place in places:
                own = weights.setdefault(place, {})
                for other in places:
                    if other != place:
                        own[other] = own.get(other, 0) + _LINK_WEIGHT
    return weights


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
