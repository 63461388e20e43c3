"""What many entries of a journal say alike: labels (`Today's Progress:`) and openings (`On my journey of …, I have`).

They tell nothing of one entry, so that lists leave them out. A sample shows them, as they are seen everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from journal_site.expressions import expression
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
_LABELLED = expression(rf"({_WORD}(?: {_WORD}){{0,{_LABEL_WORDS - 1}}}) ?[:\uff1a](?=\s|$)")
_COLON = expression("[:\uff1a]")
_SENTENCE = expression(r"(?<=[.!?…。！？]) +")


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
    for text in filter(_COLON.search, sample):
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
    counts = _shared_starts(sample, least)
    going_on: Counter[str] = Counter()
    for start, count in counts.items():
        going_on[start.rpartition(" ")[0]] += count
    yield from (start for start, count in counts.items() if start not in going_on or count - going_on[start] >= _FEWEST)


def _shared_starts(sample: Sequence[str], least: int) -> dict[str, int]:
    """Return in how many texts a sentence begins with these words, word by word: only what is shared may go on so."""
    texts = [[_words(sentence) for sentence in _SENTENCE.split(text)[:_SENTENCES]] for text in sample]
    counts: dict[str, int] = {}
    for end in range(_START_WORDS[0], _START_WORDS[1] + 1):
        found: Counter[str] = Counter()
        for sentences in texts:
            found.update({" ".join(words[:end]) for words in sentences if len(words) >= end})
        shared = {start: count for start, count in found.items() if count >= least}
        counts |= shared
        texts = [going for sentences in texts if (going := [one for one in sentences if " ".join(one[:end]) in shared])]
    return counts


def _words(sentence: str) -> list[str]:
    return (_LABELLED.sub("", sentence, 1) if _LABELLED.match(sentence) else sentence).split()
