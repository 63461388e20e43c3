"""journal.json, the site's data for other programs: version 1, described by `journal.schema.json`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

from journal_site.model.link_kinds import KIND_OF
from journal_site.model.outline import DateSource
from journal_site.model.page import BodyRef, Deferred, Page
from journal_site.pages.parts.recording import whole
from journal_site.pages.parts.slots import item_slots
from journal_site.pages.parts.views import View

if TYPE_CHECKING:
    from journal_site.model.index import Challenge, Item, Run
    from journal_site.pages.parts.context import PageContext

VERSION: Final = 1
_HERE = "./"
PATH = "journal.json"
_encode = msgspec.json.Encoder().encode

_Line = Annotated[int, Meta(ge=0, description="The line of the source, from 1; 0 where there is none.")]
_Slug = Annotated[str, Meta(description="A topic's slug.")]
_LinkKind = Annotated[str, Meta(extra_json_schema={"enum": sorted(KIND_OF)})]
_Id = Annotated[str, Meta(description="The id of an entry or a note.")]


class _Object(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One object of the file: its fields are its keys, in their order, and all are always there."""


class SiteJson(_Object, frozen=True, kw_only=True):
    """What site.yaml says of the whole."""

    title: str
    url: Annotated[str | None, Meta(description="Where the site lives; null where site.yaml does not say.")]
    author: str | None
    language: str


class ChallengeJson(_Object, frozen=True, kw_only=True):
    """The challenge that the journal belongs to."""

    name: str
    days: int | None
    start: dt.date | None
    done: Annotated[int, Meta(description="Distinct days done of the current round.")]
    goals: tuple[str, ...]


class LinkJson(_Object, frozen=True, kw_only=True):
    """One mention of a link."""

    url: Annotated[str, Meta(description="Normalised.")]
    kind: _LinkKind
    text: str
    line: _Line


class NotebookMentionJson(_Object, frozen=True, kw_only=True):
    """One mention of a notebook."""

    url: Annotated[str, Meta(description="Of its page below the site's root, or its address elsewhere.")]
    line: _Line


class ImageJson(_Object, frozen=True, kw_only=True):
    """One picture; of one that is missing, `url` is what the text says."""

    url: Annotated[str, Meta(description="Relative to the site's root.")]
    alt: str
    line: _Line


class TaskJson(_Object, frozen=True, kw_only=True):
    """A `- [ ]` item."""

    text: str
    done: bool
    line: _Line


class PlaceJson(_Object, frozen=True, kw_only=True):
    """Where an entry was written."""

    path: Annotated[str, Meta(description="Relative to the journal's folder.")]
    line: _Line


class EntryJson(_Object, frozen=True, kw_only=True):
    """What somebody wrote for one day or range of days, or a note."""

    id: str
    kind: Literal["entry", "note"]
    url: Annotated[str, Meta(description="Relative to the site's root.")]
    title: str
    day: int | None
    days: tuple[int, ...]
    round: int | None
    date: dt.date | None
    dates: tuple[dt.date, ...]
    end_date: Annotated[dt.date | None, Meta(description="The last of `dates` where there are many.")]
    date_source: DateSource
    topics: tuple[_Slug, ...]
    words: Annotated[int, Meta(ge=0, description="Each CJK character counts as one.")]
    minutes: int | None
    links: tuple[LinkJson, ...]
    notebooks: tuple[NotebookMentionJson, ...]
    images: tuple[ImageJson, ...]
    tasks: tuple[TaskJson, ...]
    source: PlaceJson


class TopicJson(_Object, frozen=True, kw_only=True):
    """A topic with how many entries and notes it has."""

    slug: _Slug
    name: str
    parent: Annotated[str | None, Meta(description="The slug of the topic above it; null at the top.")]
    entries: int
    first: dt.date | None
    last: dt.date | None


class LinkRecordJson(_Object, frozen=True, kw_only=True):
    """A link of the whole journal, once per normalised target."""

    url: str
    kind: _LinkKind
    domain: str
    entries: tuple[_Id, ...]


class NotebookJson(_Object, frozen=True, kw_only=True):
    """A notebook of the whole journal, local or remote."""

    url: Annotated[str, Meta(description="Of its page below the site's root, or its address elsewhere.")]
    title: str
    topics: tuple[_Slug, ...]
    entries: tuple[_Id, ...]


class RunJson(_Object, frozen=True, kw_only=True):
    """A streak; of one of no days both ends are null."""

    days: int
    start: dt.date | None
    end: dt.date | None


class StreaksJson(_Object, frozen=True, kw_only=True):
    """Streaks as of the day of the build."""

    today: dt.date
    current: RunJson
    longest: RunJson
    active_days: int
    until: Annotated[
        dt.date | None, Meta(description="The last day on which the current one stands if nothing more is written.")
    ]
    freezes: Annotated[int, Meta(description="How many missed days the current one has in store.")]


class JournalJson(_Object, frozen=True, kw_only=True):
    """The whole file."""

    version: Literal[1]
    site: SiteJson
    challenge: ChallengeJson | None
    introduction: Annotated[str, Meta(description="Plain text; empty where there is none.")]
    entries: Annotated[tuple[EntryJson, ...], Meta(description="Entries, oldest first, then notes.")]
    topics: tuple[TopicJson, ...]
    links: tuple[LinkRecordJson, ...]
    notebooks: tuple[NotebookJson, ...]
    streaks: StreaksJson


class JournalJsonView(View, frozen=True, kw_only=True):
    """The file around its one value that only the bodies hold: the introduction."""

    before: str
    """JSON up to the introduction."""
    introduction: tuple[BodyRef, ...]
    """Put there as plain text."""
    after: str
    """The rest."""


def journal_schema() -> dict[str, Any]:
    """Return the JSON Schema of journal.json, as `journal.schema.json` ships it."""
    (schema,), components = msgspec.json.schema_components([JournalJson], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "journal.json",
        **schema,
        "$defs": dict(sorted(components.items())),
    }


def plan_journal_json(_context: PageContext) -> Iterator[Deferred]:
    """Plan journal.json."""
    yield Deferred(path=PATH, template=PATH, make=_page)


def reword(content: bytes, items: Iterable[tuple[Item, Item]]) -> bytes | None:
    """Return journal.json with entries in the place of what they were before they were reworded.

    None where one does not stand there exactly once. (Each names its id, and no text can hold unescaped quotes.)
    """
    for old, new in items:
        before = _encode(_entry(old))
        if content.count(before) != 1:
            return None
        content = content.replace(before, _encode(_entry(new)))
    return content


def _page(context: PageContext) -> Page:
    """Return journal.json, encoded here but for the introduction's text."""
    gap = '"introduction":""'
    before, _, after = _encode(_build(context)).decode().partition(gap)
    introduction = tuple(
        BodyRef(digest=item.entry.body, slots=item_slots(context, _HERE, item)) for item in context.index.introduction
    )
    view = JournalJsonView(before=f'{before}"introduction":', introduction=introduction, after=after)
    return Page(path=PATH, template=PATH, view=view)


def _build(context: PageContext) -> JournalJson:
    index, config = context.index, context.config
    streaks = index.streaks
    return JournalJson(
        version=VERSION,
        site=SiteJson(
            title=config.title,
            url=context.urls.base or None,
            author=config.author or None,
            language=config.language,
        ),
        challenge=_challenge(index.challenge) if index.challenge else None,
        introduction="",
        entries=tuple([_entry(whole(item)) for item in index.items]),
        topics=tuple(
            TopicJson(
                slug=topic.slug,
                name=topic.name,
                parent=topic.parent,
                entries=len(topic.entries),
                first=topic.first,
                last=topic.last,
            )
            for topic in index.topics
        ),
        links=tuple(
            LinkRecordJson(
                url=link.url,
                kind=link.kind,
                domain=link.domain,
                entries=tuple(dict.fromkeys([citation.id for citation in link.citations])),
            )
            for link in index.links
        ),
        notebooks=tuple(
            NotebookJson(
                url=record.url or record.missing, title=record.title, topics=record.topics, entries=record.entries
            )
            for record in index.notebooks
        ),
        streaks=StreaksJson(
            today=streaks.today,
            current=_run(streaks.current),
            longest=_run(streaks.longest),
            active_days=streaks.active_days,
            until=streaks.until,
            freezes=streaks.freezes,
        ),
    )


def _challenge(challenge: Challenge) -> ChallengeJson:
    return ChallengeJson(
        name=challenge.name,
        days=challenge.days,
        start=challenge.start,
        done=challenge.done,
        goals=challenge.goals,
    )


def _run(run: Run) -> RunJson:
    return RunJson(days=run.days, start=run.start, end=run.end)


def _entry(item: Item) -> EntryJson:
    entry = item.entry
    return EntryJson(
        id=item.id,
        kind="note" if entry.kind == "note" else "entry",
        url=item.url,
        title=entry.title,
        day=entry.day,
        days=entry.days,
        round=entry.round,
        date=entry.date,
        dates=entry.dates,
        end_date=entry.end_date,
        date_source=entry.date_source,
        topics=item.topics,
        words=entry.words,
        minutes=entry.minutes,
        links=tuple([LinkJson(url=link.url, kind=link.kind, text=link.text, line=link.line) for link in entry.links]),
        notebooks=_notebooks(item) if entry.notebooks or entry.slots else (),
        images=_images(item) if entry.slots or entry.images else (),
        tasks=tuple([TaskJson(text=task.text, done=task.done, line=task.line) for task in entry.tasks]),
        source=PlaceJson(path=entry.source, line=entry.line),
    )


def _notebooks(item: Item) -> tuple[NotebookMentionJson, ...]:
    remote = [(mention.line, mention.url) for mention in item.entry.notebooks]
    local = [
        (slot.line, target.url.partition("#")[0])
        for slot, target in zip(item.entry.slots, item.targets, strict=True)
        if target.kind == "notebook"
    ]
    return tuple(NotebookMentionJson(url=url, line=line) for line, url in sorted(remote + local))


def _images(item: Item) -> tuple[ImageJson, ...]:
    local = [
        ImageJson(url=target.shown_url or slot.target, alt=slot.text, line=slot.line)
        for slot, target in zip(item.entry.slots, item.targets, strict=True)
        if target.is_picture or (slot.kind == "image" and target.kind in {"missing", "unreadable"})
    ]
    remote = [ImageJson(url=image.url, alt=image.alt, line=image.line) for image in item.entry.images]
    return tuple(sorted(local + remote, key=attrgetter("line")))
