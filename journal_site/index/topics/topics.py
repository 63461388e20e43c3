"""Topics: tags under their slugs, site.yaml's rules for entries without tags, and how topics lie to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from journal_site.errors import Diagnostic, Location
from journal_site.index.topics.generic import is_generic
from journal_site.index.topics.keywords import KeywordFinder
from journal_site.model.entry import Entry
from journal_site.model.index import Topic
from journal_site.slugs import topic_slug

if TYPE_CHECKING:
    import datetime as dt

    from journal_site.config import TopicSettings

_NEIGHBOURS = 8
_MOST_TAGS = 40
"""How many topics of one entry count as each other's neighbours: pairs grow with the square."""


class EntryTopics(msgspec.Struct, frozen=True, kw_only=True):
    """Each entry's topics, as slugs, and the name of each slug."""

    slugs: tuple[tuple[str, ...], ...]
    """One for each entry, in the order of its tags."""
    names: dict[str, str]
    members: dict[str, list[int]]
    """By slug, the places of the entries that have it."""
    parents: dict[str, str] = {}
    """By slug, the topic above it, as tags with slashes say."""
    diagnostics: tuple[Diagnostic, ...] = ()


class _Names:
    """Turns names into slugs, and remembers how each topic was spelt."""

    def __init__(self, rules: Sequence[TopicSettings]) -> None:
        self.spellings: dict[str, dict[str, Entry]] = {}
        """By slug, each spelling with the first entry that has it."""
        self.fixed = {topic_slug(rule.name): rule.name for rule in rules}
        for rule in rules:
            if rule.parent:
                self.fixed.setdefault(topic_slug(rule.parent), rule.parent)
        self._known: dict[str, str] = {}
        self._aliases: dict[str, str] = {}
        self._uses: Counter[str] = Counter()
        self.parents: dict[str, str] = {}
        self._above: dict[str, str] = {}
        """The names of topics that tags only name as being above others."""
        for rule in rules:
            slug = topic_slug(rule.name)
            self._aliases.update({topic_slug(alias): slug for alias in rule.aliases})

    def slugs(self, names: tuple[str, ...], entry: Entry) -> tuple[str, ...]:
        """Return the names' slugs, each once, in order."""
        known, uses = self._known, self._uses
        found: dict[str, None] = {}
        for name in names:
            slug = known.get(name)
            if slug is None:
                slug = self._add(name, entry)
            uses[name] += 1
            found[slug] = None
        return tuple(found)

    def _add(self, name: str, entry: Entry) -> str:
        own = topic_slug(name)
        slug = self._aliases.get(own, own)
        self._known[name] = slug
        if entry.nested and slug == own:
            self._nest(name)
        if slug == own:
            self.spellings.setdefault(slug, {})[name] = entry
        return slug

    def _nest(self, name: str) -> None:
        """Put a topic below the one that stands before its last slash, and so on."""
        above, slash, _ = name.rpartition("/")
        while slash and above:
            self.parents.setdefault(topic_slug(name), topic_slug(above))
            self._above.setdefault(topic_slug(above), above)
            name = above
            above, slash, _ = name.rpartition("/")

    def chosen(self) -> dict[str, str]:
        """Return the name of each slug: site.yaml's, else its most frequent spelling, else the first."""
        names = self._above | {
            slug: max(written, key=self._uses.__getitem__) for slug, written in self.spellings.items()
        }
        names.update(self.fixed)
        return names

    def notices(self) -> Iterator[Diagnostic]:
        """Tell which spellings were taken for one topic."""
        for slug, written in self.spellings.items():
            if len(written) == 1 or slug in self.fixed:
                continue
            name = max(written, key=self._uses.__getitem__)
            others = [other for other in written if other != name]
            entry = written[others[0]]
            yield Diagnostic(
                severity="notice",
                code="topic-merged",
                message=f"the tags {_listed([name, *others])} are one topic, '{name}'",
                location=Location(path=entry.source, line=entry.line),
                hint="spell them alike, or name the topic in site.yaml under 'topics'",
            )


def name_topics(entries: Sequence[Entry], rules: Sequence[TopicSettings]) -> EntryTopics:
    """Return the topics of each entry and note.

    Tags come first. Only an entry without any gets the topics whose keywords it names and those of its hashtags; a note
    of a log that has no days gets those of its heading path that name a subject of two notes or more, too.
    """
    names = _Names(rules)
    finder = KeywordFinder(rules)
    undated = _undated_logs(entries)
    headed = _headings_of_many(entries, undated)
    slugs: list[tuple[str, ...]] = []
    for entry in entries:
        if entry.tags:
            slugs.append(names.slugs(entry.tags, entry))
            continue
        written = (*finder.find(entry), *entry.hashtags)
        if entry.kind == "note" and entry.source in undated:
            path = _heading_path(entry, undated[entry.source])
            written = (*(name for name in path if name in headed), *written)
        slugs.append(names.slugs(written, entry) if written else ())
    return EntryTopics(
        slugs=tuple(slugs),
        names=names.chosen(),
        members=_members(slugs),
        parents=names.parents,
        diagnostics=tuple(names.notices()),
    )


def _members(slugs: Sequence[tuple[str, ...]]) -> dict[str, list[int]]:
    members: dict[str, list[int]] = {}
    for place, group in enumerate(slugs):
        for slug in group:
            if slug in members:
                members[slug].append(place)
            else:
                members[slug] = [place]
    return members


def _undated_logs(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the logs that have notes and no days, each with the heading above all its notes, if there is one."""
    roots: dict[str, str] = {}
    dated: set[str] = set()
    for entry in entries:
        if entry.kind == "entry":
            dated.add(entry.source)
        elif entry.kind == "note":
            root = entry.parents[0] if entry.parents else ""
            roots[entry.source] = root if roots.get(entry.source, root) == root else ""
    return {source: root for source, root in roots.items() if source not in dated}


def _headings_of_many(entries: Iterable[Entry], undated: dict[str, str]) -> frozenset[str]:
    """Return the headings of undated logs that name a subject and have two notes or more under them."""
    notes = [entry for entry in entries if entry.kind == "note" and entry.source in undated]
    counts = Counter(name for entry in notes for name in set(_heading_path(entry, undated[entry.source])))
    return frozenset(name for name, count in counts.items() if count > 1 and not is_generic(name))


def _heading_path(entry: Entry, root: str) -> tuple[str, ...]:
    """Return the note's headings as topics, without the document's title above them all."""
    path = entry.parents[1:] if root and entry.parents else entry.parents
    names = (name.strip().rstrip(":\uff1a").rstrip() for name in (*path, entry.heading))
    return tuple(name for name in names if name)


def build_topics(
    entries: Sequence[Entry], ids: Sequence[str], named: EntryTopics, rules: Sequence[TopicSettings]
) -> tuple[Topic, ...]:
    """Return all topics by name; `entries` and `ids` are in the index's order."""
    members = named.members
    parents = _parents(named.parents | _ruled(rules), members)
    neighbours = _neighbours(named.slugs)
    in_order = sorted({*members, *parents.values()}, key=lambda slug: _name_key(slug, named))
    children: dict[str, list[str]] = {}
    for slug in in_order:
        if slug in parents:
            children.setdefault(parents[slug], []).append(slug)
    topics = []
    for slug in in_order:
        places = members.get(slug, [])
        first, last = _span(entries, places)
        topics.append(
            Topic(
                slug=slug,
                name=named.names.get(slug, slug),
                entries=tuple([ids[place] for place in places]),
                first=first,
                last=last,
                parent=parents.get(slug),
                children=tuple(children.get(slug, ())),
                neighbours=neighbours.get(slug, ()),
            )
        )
    return tuple(topics)


def _ruled(rules: Sequence[TopicSettings]) -> dict[str, str]:
    return {topic_slug(rule.name): topic_slug(rule.parent) for rule in rules if rule.parent}


def _parents(parent_of: dict[str, str], members: dict[str, list[int]]) -> dict[str, str]:
    """Return the parent of each topic that has entries, and of their parents; no topic is above itself."""
    parents: dict[str, str] = {}
    for slug in parent_of:
        if slug not in members:
            continue
        while (above := parent_of.get(slug)) and slug not in parents and not _is_above(slug, above, parents):
            parents[slug] = above
            slug = above  # noqa: PLW2901 - climbs from each topic with entries to its root
    return parents


def _is_above(slug: str, other: str, parents: dict[str, str]) -> bool:
    """Tell whether `slug` is `other` or above it."""
    climbed: str | None = other
    while climbed is not None and climbed != slug:
        climbed = parents.get(climbed)
    return climbed == slug


def _neighbours(slugs: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return for each topic those that share most entries with it, best first."""
    shared: dict[str, dict[str, int]] = {}
    for whole, count in Counter(slugs).items():
        group = whole[:_MOST_TAGS]
        for slug in group:
            counts = shared.setdefault(slug, {})
            for other in group:
                counts[other] = counts.get(other, 0) + count
    return {
        slug: tuple(sorted((other for other in counts if other != slug), key=lambda other: (-counts[other], other)))[
            :_NEIGHBOURS
        ]
        for slug, counts in shared.items()
    }


def _span(entries: Sequence[Entry], places: Sequence[int]) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last date of some entries."""
    first = last = None
    for place in places:
        entry = entries[place]
        if entry.date is not None:
            end = entry.end_date or entry.date
            first = entry.date if first is None or entry.date < first else first
            last = end if last is None or end > last else last
    return first, last


def _name_key(slug: str, named: EntryTopics) -> tuple[str, str]:
    return named.names.get(slug, slug).casefold(), slug


def _listed(names: Sequence[str]) -> str:
    quoted = [f"'{name}'" for name in names]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"
