"""What many entries of a journal say alike: labels (`Today's Progress:`) and openings (`On my journey of …, I have`).

They tell nothing of one entry, so that lists leave them out. A sample shows them, as they are seen everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from journal_site.model.index import Openings

_SAMPLE = 400
_SHARE = 7
"""What one in so many entries has is a habit, if three have it."""
_FEWEST = 3
_LABEL_WORDS = 4
_START_WORDS = 5, 24
"""Fewer words in common are chance; a start that is shared has hardly more."""
_SENTENCES = 3
_WORD = r"[^\W\d_][\w'’/()-]*"
_LABELLED = re.compile(rf"({_WORD}(?: {_WORD}){{0,{_LABEL_WORDS - 1}}}) ?[:\uff1a](?=\s|$)")
_SENTENCE = re.compile(r"(?<=[.!?…。！？]) +")


def find_openings(excerpts: Iterable[str]) -> Openings:
    """Return the labels and openings that many of these texts share, folded, the longest first."""
    told = [excerpt for excerpt in excerpts if excerpt]
    step = -(-len(told) // _SAMPLE) or 1
    sample = [excerpt.casefold() for excerpt in told[::step]]
    least = max(_FEWEST, -(-len(sample) // _SHARE))
    if len(sample) < least:
        return Openings()
    return Openings(
        labels=tuple(_longest_first(_labels(sample, least))), starts=tuple(_longest_first(_starts(sample, least)))
    )


def _longest_first(phrases: Iterable[str]) -> list[str]:
    return sorted(phrases, key=lambda phrase: (-len(phrase), phrase))


def _labels(sample: Sequence[str], least: int) -> Iterator[str]:
    """Yield the shared labels: of `code today's progress` the last two words, where it is these that recur."""
    counts: Counter[str] = Counter()
    for text in sample:
        counts.update({ending for match in _LABELLED.finditer(text) for ending in _endings(match[1].split(" "))})
    for label, count in counts.items():
        if count < least:
            continue
        longer = (other for other in counts if other.endswith(" " + label))
        if not any(counts[other] * 5 >= count * 4 for other in longer):
            yield label


def _endings(words: list[str]) -> Iterator[str]:
    for at in range(len(words)):
        yield " ".join(words[at:])


def _starts(sample: Sequence[str], least: int) -> Iterator[str]:
    """Yield the words with which sentences begin in many texts, as far as they are the same: up to each fork."""
    counts: Counter[str] = Counter()
    for text in sample:
        counts.update({start for sentence in _SENTENCE.split(text)[:_SENTENCES] for start in _beginnings(sentence)})
    going_on: Counter[str] = Counter()
    shared = [start for start, count in counts.items() if count >= least]
    for start in shared:
        going_on[start.rpartition(" ")[0]] += counts[start]
    yield from (start for start in shared if start not in going_on or counts[start] - going_on[start] >= _FEWEST)


def _beginnings(sentence: str) -> Iterator[str]:
    fewest, most = _START_WORDS
    words = _LABELLED.sub("", sentence, 1).split() if _LABELLED.match(sentence) else sentence.split()
    for end in range(fewest, min(most, len(words)) + 1):
        yield " ".join(words[:end])
