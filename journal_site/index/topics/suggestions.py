"""Topics that a journal does not name yet and its texts are about: recurring titles, linked repositories, terms.

Nothing of it is published: its author takes what fits into site.yaml. Each comes with the entries that speak for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from journal_site.expressions import expression
from journal_site.index.topics.generic import is_generic
from journal_site.index.topics.keywords import told_words
from journal_site.model.link_kinds import LINK_KINDS
from journal_site.slugs import topic_slug

if TYPE_CHECKING:
    from journal_site.config import TopicSettings
    from journal_site.model.index import Index, Item

Evidence = Literal["title", "repository", "term"]

MOST = 12
_FEWEST, _FEWEST_TITLES = 2, 3
"""Entries that speak for a topic; a title's words must recur once more, as two of them are often two parts of one."""
_TOO_MANY = 0.7
"""What stands in more of all entries is what the whole journal is about."""
_FROM = 6
"""In a journal of fewer entries nothing stands in too many."""
_LONGEST = 40
_PART = expression(r"\s+[|·–—-]+\s+|:\s+|,\s+|\s*\(")
_NUMBERED = expression(r"[\s#.(]*(?:part|pt|week|lecture|lesson|chapter|day)?[\s#.]*\d+[).]*$", re.IGNORECASE)
_TERM = expression(r"(?<![\w/@.'’-])(?:[^\W\d_]|\d(?=[^\W_]))[\w+#]*(?:-[^\W_][\w+#]*)*")
_WITHIN = expression(r"[^\W\d_A-Z][,;]? $")
"""What stands before a word that is within a sentence."""
_PARTICIPLE = expression(r"\w+(?:ed|ing)", re.IGNORECASE)
"""At the beginning of a line of a diary, and then no name."""
_HOST = 4
"""Letters of a host's name; shorter ones (`git.`, `ai.`) are a part of one, and words."""
_COMMON = frozenset(
    (
        "i i'm i've it its the a an and or but if in on at of for from to with my we our you your he she they this "
        "that these those today yesterday tomorrow day days week month year monday tuesday wednesday thursday "
        "friday saturday sunday january february march april may june july august september october november "
        "december jan feb mar apr jun jul aug sep sept oct nov dec am pm ok also just nothing overall some then "
        "when how what here there now"
    ).split()
)


def _names_of_hosts() -> frozenset[str]:
    """Return the words of the addresses where anybody puts what they make: `github`, `colab`, `wikipedia`."""
    sites = [site.partition("/")[0] for kind in LINK_KINDS if kind.hosted for site in kind.sites.split()]
    words = (domain.split(".")[0] for domain in sites)
    return frozenset(word for word in words if len(word) >= _HOST)


_HOSTS = _names_of_hosts()


class Suggestion(NamedTuple):
    """One topic that may be accepted."""

    name: str
    evidence: Evidence
    ids: tuple[str, ...]
    """The entries and notes that speak for it."""


def suggest_topics(index: Index, rules: Sequence[TopicSettings] = ()) -> tuple[Suggestion, ...]:
    """Return what texts speak of, that with most entries first; no topic that the journal or site.yaml has."""
    items = index.items
    names = [*(topic.name for topic in index.topics), *(rule.name for rule in rules)]
    known = {topic_slug(name) for whole in names for name in (whole, *whole.split())}
    most = max(_FROM, int(len(items) * _TOO_MANY))
    found: dict[str, Suggestion] = {}
    for one in (*_titles(items), *_repositories(index), *_terms(items)):
        slug = topic_slug(one.name)
        if slug and slug not in known and len(one.ids) <= most:
            before = found.get(slug)
            if before is None or len(before.ids) < len(one.ids):
                found[slug] = one._replace(name=before.name) if before else one
    best = sorted(found.values(), key=lambda one: (-len(one.ids), -one.name.count(" "), one.name.casefold()))
    return tuple(one for one in _without_parts(best) if not _is_host(one.name))[:MOST]


def _without_parts(suggestions: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Leave out words of a longer name that speaks for the same entries."""
    for one in suggestions:
        words = set(one.name.casefold().split())
        if not any(
            other is not one and words < set(other.name.casefold().split()) and len(other.ids) * 3 >= len(one.ids) * 2
            for other in suggestions
        ):
            yield one


def _titles(items: Sequence[Item]) -> Iterator[Suggestion]:
    ids: dict[str, dict[str, None]] = defaultdict(dict)
    names: dict[str, str] = {}
    for item in items:
        for part in _PART.split(item.entry.title):
            name = _NUMBERED.sub("", part).strip(" .,;:!?()[]*_\"'")
            if 1 < len(name) <= _LONGEST and name[0].isalpha() and not _is_common(name):
                ids[name.casefold()][item.id] = None
                names.setdefault(name.casefold(), name)
    yield from (
        Suggestion(names[key], "title", tuple(found)) for key, found in ids.items() if len(found) >= _FEWEST_TITLES
    )


def _repositories(index: Index) -> Iterator[Suggestion]:
    for link in index.links:
        ids = tuple(dict.fromkeys(citation.id for citation in link.citations))
        path = link.url.partition("://")[2].rstrip("/").split("/")
        if link.kind == "repository" and len(ids) >= _FEWEST and len(path) == len(("host", "owner", "name")):
            yield Suggestion(path[-1].removesuffix(".git"), "repository", ids)


def _terms(items: Sequence[Item]) -> Iterator[Suggestion]:
    """Yield names: words and runs of words that are written as such within sentences."""
    ids: dict[str, dict[str, None]] = defaultdict(dict)
    spelt: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    plain: set[str] = set()
    certain: set[str] = set()
    for item in items:
        text = told_words(item.entry)
        for name, is_certain in _names_in(text, plain):
            key = name.casefold()
            ids[key][item.id] = None
            spelt[key][name] += 1
            if is_certain:
                certain.add(key)
    for key, found in ids.items():
        name = max(spelt[key], key=lambda one: (spelt[key][one], one))
        if len(found) >= _FEWEST and key in certain and key not in plain:
            yield Suggestion(name, "term", tuple(found))


def _names_in(text: str, plain: set[str]) -> Iterator[tuple[str, bool]]:
    """Yield each name, and whether it stands within a sentence; `plain` takes the words that are written small."""
    run: list[re.Match[str]] = []
    for match in _TERM.finditer(text):
        word = match[0]
        if _is_common(word):
            yield from _of_run(text, run)
            run = []
        elif not any(sign.isupper() for sign in word):
            plain.add(word.casefold())
            yield from _of_run(text, run)
            run = []
        else:
            if run and text[run[-1].end() : match.start()] != " ":
                yield from _of_run(text, run)
                run = []
            run.append(match)
    yield from _of_run(text, run)


def _of_run(text: str, run: Sequence[re.Match[str]]) -> Iterator[tuple[str, bool]]:
    while run and _PARTICIPLE.fullmatch(run[0][0]) and len(run) > 1:
        run = run[1:]
    for at, match in enumerate(run):
        word = match[0]
        odd = any(sign.isupper() for sign in word[1:])
        within = at > 0 or _WITHIN.search(text, max(0, match.start() - 3), match.start()) is not None
        if odd or not _PARTICIPLE.fullmatch(word):
            yield word, odd or within
    if 1 < len(run) <= 3:  # noqa: PLR2004 - longer runs are titles
        yield text[run[0].start() : run[-1].end()], len(run) > 1


def _is_common(name: str) -> bool:
    return len(name) == 1 or name.casefold() in _COMMON or is_generic(name)


def _is_host(name: str) -> bool:
    """Tell whether a name is that of a place where anybody puts what they make, with or without its owner's."""
    words = name.casefold().split()
    return "".join(words) in _HOSTS or all(word in _HOSTS for word in words)
