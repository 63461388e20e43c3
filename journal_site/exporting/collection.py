"""What an export is made from: the published texts with their bodies, and the files that a site would hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from journal_site.errors import Diagnostic, Location, UsageError
from journal_site.model.page import BodyRef, Deferred, Page
from journal_site.pages.parts.context import PageContext
from journal_site.pages.parts.slots import item_slots

if TYPE_CHECKING:
    from journal_site.engine.build import PlannedSite
    from journal_site.engine.keys import SiteOutput
    from journal_site.model.index import Item, Topic


class Selection(NamedTuple):
    """Which of the published texts are meant; all where nothing is said."""

    topics: tuple[str, ...] = ()
    """Names or slugs; a text of any of them is meant, and those of the topics below it."""
    year: int | None = None


class ExportedFile(NamedTuple):
    """One file of an export."""

    name: str
    """Below the export's folder, with `/`; empty where the export is one file."""
    content: bytes


class Exported(NamedTuple):
    """What an export is to write, and what there is to say of it."""

    files: tuple[ExportedFile, ...]
    texts: int
    diagnostics: tuple[Diagnostic, ...] = ()


class Collection:
    """The published texts that are meant. What stays at home is not in it: it is what a build would publish."""

    def __init__(self, planned: PlannedSite, choice: Selection) -> None:
        """Raise UsageError where a topic is unknown, or no text is left."""
        self.planned = planned
        self.context = PageContext(planned.derived.facts)
        self.config = planned.config
        self._slugs = self._asked(choice.topics)
        self._year = choice.year
        self.whole = not choice.topics and choice.year is None
        index = planned.derived.index
        chosen = tuple(item for item in index.items if self._is_meant(item))
        self.introduction = index.introduction if self.whole else ()
        self.entries = tuple(item for item in chosen if item.entry.kind == "entry")
        self.notes = tuple(item for item in chosen if item.entry.kind != "entry")
        if not (self.introduction or chosen):
            raise UsageError(_nothing(choice))

    @property
    def texts(self) -> tuple[Item, ...]:
        """Introduction, entries oldest first, notes."""
        return (*self.introduction, *self.entries, *self.notes)

    @property
    def topics(self) -> Iterator[tuple[Topic, tuple[Item, ...]]]:
        """Each topic with those of its texts that are meant, where there are any."""
        meant = {item.id: item for item in (*self.entries, *self.notes)}
        for topic in self.planned.derived.index.topics:
            if items := tuple(meant[key] for key in topic.entries if key in meant):
                yield topic, items

    @property
    def topics_with_parents(self) -> list[Topic]:
        """Return the topics of the texts that are meant, and those above them."""
        known = {topic.slug: topic for topic in self.planned.derived.index.topics}
        slugs = dict.fromkeys(topic.slug for topic, _ in self.topics)
        waiting = [*slugs]
        while waiting:
            parent = known[waiting.pop()].parent
            if parent in known and parent not in slugs:
                slugs[parent] = None
                waiting.append(parent)
        return [topic for slug, topic in known.items() if slug in slugs]

    def html(self, item: Item) -> str:
        """Return a text's body; its addresses are seen from the site's root."""
        reference = BodyRef(digest=item.entry.body, slots=item_slots(self.context, "", item))
        return self.planned.maker.fill(reference)

    def names(self, item: Item) -> tuple[str, ...]:
        """Return the names of a text's topics."""
        known = self.context.topics
        return tuple(known[slug].name for slug in item.topics if slug in known)

    def file(self, path: str) -> bytes | None:
        """Return a file of the site by its path there, unless it is a page."""
        output = self._outputs.get(path)
        if output is None or isinstance(output, Page | Deferred):
            return None
        return self.planned.maker.make(output)

    @cached_property
    def _outputs(self) -> Mapping[str, SiteOutput]:
        return {output.path: output for output in self.planned.derived.outputs}

    def _is_meant(self, item: Item) -> bool:
        if self._year is not None and not any(date.year == self._year for date in item.entry.dates):
            return False
        return not self._slugs or not self._slugs.isdisjoint(item.topics)

    def _asked(self, names: tuple[str, ...]) -> frozenset[str]:
        topics = self.planned.derived.index.topics
        found: set[str] = set()
        for name in names:
            slugs = {one.slug for one in topics if name.casefold() in {one.slug.casefold(), one.name.casefold()}}
            if not slugs:
                raise UsageError(_unknown(name, [one.name for one in topics]))
            found |= slugs
        children = {one.slug: one.children for one in topics}
        waiting = [*found]
        while waiting:
            below = set(children.get(waiting.pop(), ())) - found
            found |= below
            waiting.extend(below)
        return frozenset(found)


def _nothing(choice: Selection) -> Diagnostic:
    meant = "of that choice" if choice.topics or choice.year is not None else "in this journal"
    return Diagnostic(
        severity="error",
        code="export-nothing",
        message=f"there is nothing to export: no text {meant} is published",
        location=Location(path="--year" if choice.year is not None else "--topic" if choice.topics else "export"),
        hint="`journal build -v` names what is left out, and why",
    )


def _unknown(name: str, known: list[str]) -> Diagnostic:
    import difflib  # noqa: PLC0415 - only for a slip

    near = difflib.get_close_matches(name, known, n=1)
    return Diagnostic(
        severity="error",
        code="export-topic",
        message=f"no published text has the topic {name!r}",
        location=Location(path="--topic"),
        hint=f"did you mean {near[0]!r}?" if near else "`journal topics` shows them",
    )
