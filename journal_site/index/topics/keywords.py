"""Keywords of topics in an entry's text, as whole words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal_site.expressions import expression

if TYPE_CHECKING:
    from journal_site.config import TopicSettings
    from journal_site.model.entry import Entry

_WORD = expression(r"\w+")
_UNSPACED = expression(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Scripts that set no spaces between words, or (Korean) hang particles on them: any occurrence is a word's."""


class KeywordFinder:
    """Finds the topics whose keywords an entry names; a topic without keywords is found by its name."""

    def __init__(self, rules: Sequence[TopicSettings]) -> None:
        self._by_word: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
        self._anywhere: list[tuple[int, str]] = []
        self._names = [rule.name for rule in rules]
        for place, rule in enumerate(rules):
            for keyword in rule.keywords or (rule.name,):
                self._add(place, keyword.strip().casefold())

    def _add(self, place: int, keyword: str) -> None:
        if not keyword:
            return
        first = _WORD.search(keyword)
        if first is None or _UNSPACED.search(keyword):
            self._anywhere.append((place, keyword))
            return
        self._by_word.setdefault(first[0], []).append((place, _whole(keyword)))

    def find(self, entry: Entry) -> tuple[str, ...]:
        """Return the names of the topics whose keywords stand in the entry, in site.yaml's order."""
        if not self._names:
            return ()
        text = told_words(entry).casefold()
        found = {place for place, keyword in self._anywhere if keyword in text}
        for word in self._by_word.keys() & set(_WORD.findall(text)):
            found.update(place for place, pattern in self._by_word[word] if pattern.search(text))
        return tuple(self._names[place] for place in sorted(found))


def _whole(keyword: str) -> re.Pattern[str]:
    """Return a pattern that finds the keyword, but not in a longer word or before a sign that is part of one (C++)."""
    spaced = r"\s+".join(re.escape(part) for part in keyword.split())
    after = r"(?!\w|\+\+|#)" if keyword[-1].isalnum() else r"(?!\w)"
    return re.compile(rf"(?<!\w){spaced}{after}")


def told_words(entry: Entry) -> str:
    """Return what the index knows of an entry's words: title, headings, beginning, and the texts of its links."""
    parts = [entry.title, entry.heading, entry.excerpt, entry.description]
    parts += [heading.text for heading in entry.headings]
    parts += [link.text for link in entry.links]
    parts += [slot.text for slot in entry.slots]
    parts += [notebook.text for notebook in entry.notebooks]
    return "\n".join(parts)
