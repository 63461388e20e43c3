"""The page of one entry or note. Nothing in it depends on totals, so that one edit renders few pages anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from journal_site.expressions import expression
from journal_site.model.page import BodyRef, Deferred, Page
from journal_site.pages.parts.linked_data import entry_json_ld
from journal_site.pages.parts.mentions import NamedLink, named_links, named_notebooks
from journal_site.pages.parts.provenance import Provenance, provenance
from journal_site.pages.parts.recording import whole
from journal_site.pages.parts.shared import item_picture
from journal_site.pages.parts.sharing import FORMS, MAIL, encode_query, form_address
from journal_site.pages.parts.shown_fields import Labelled, shown_fields
from journal_site.pages.parts.slots import item_slots
from journal_site.pages.parts.urls import encode_path, root_of
from journal_site.pages.parts.views import EntryRef, PageView, Ref, TopicRef, View
from journal_site.pages.words.naming import says_same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.model.entry import Entry
    from journal_site.model.index import Backlink, Item
    from journal_site.pages.parts.context import PageContext

_CONTENTS_FROM = 3
"""So many headings make a text long enough for a table of contents."""
_CONTENTS_LEVEL = 3
_DESCRIPTION = 160
_WORD = expression(r"[a-z]+|\d+|[^\x00-\x7f]+")


class Contents(View, frozen=True, kw_only=True):
    """A heading in the table of contents."""

    level: int
    """2 for a section of the text, 3 for one within it."""
    id: str
    """`#id` leads to it."""
    text: str


class Mention(View, frozen=True, kw_only=True):
    """Another entry that refers to this one, with its sentence."""

    ref: EntryRef
    before: str
    """Of its sentence, what stands before the link."""
    text: str
    """The link's."""
    after: str
    """What follows the link."""


class EntryView(PageView, frozen=True, kw_only=True):
    """One entry or note."""

    kind: str
    """`entry` or `note`."""
    title: str
    title_html: str
    day: str = ""
    """`Day 16 of 100`, where the title does not say it already."""
    date: str = ""
    iso: str = ""
    updated: str = ""
    """The ISO date of its last change; empty where that is not known."""
    position: tuple[int, int] | None = None
    """Its last day and the challenge's days."""
    parents: tuple[str, ...] = ()
    """A note's headings above it, outermost first."""
    facts: tuple[str, ...] = ()
    """Reading time, minutes spent, and the like."""
    fields: tuple[Labelled, ...] = ()
    """What its front matter says besides, of which the table of fields says that a page shows it."""
    extra: Mapping[str, Any]
    """What else its front matter says, by key, as plain values: unknown keys, and fields that only this page shows."""
    topics: tuple[TopicRef, ...] = ()
    body: BodyRef
    contents: tuple[Contents, ...] = ()
    links: tuple[NamedLink, ...] = ()
    notebooks: tuple[Ref, ...] = ()
    earlier: EntryRef | None = None
    later: EntryRef | None = None
    related: tuple[EntryRef, ...] = ()
    """Entries that share topics and rare links, best first."""
    mentions: tuple[Mention, ...] = ()
    written_as: str = ""
    """The heading as its author wrote it, where the title is not all of it."""
    provenance: Provenance
    share: tuple[Ref, ...] = ()
    """Forms of other sites in which it can be told of; none where the site's own address is not known."""


def plan_entries(context: PageContext) -> Iterator[Deferred]:
    """Plan the page of every entry and note."""
    for item in context.index.items:
        yield Deferred(path=f"{item.url}index.html", template="entry.html", make=_page, args=(item.id,))


def _page(context: PageContext, id_: str) -> Page:
    return entry_page(context, whole(context.items[id_]))  # which shows nearly all of it


def entry_page(context: PageContext, item: Item) -> Page:
    """Return the page of one entry or note."""
    return Page(path=f"{item.url}index.html", template="entry.html", view=entry_view(context, item))


def entry_view(context: PageContext, item: Item) -> EntryView:
    """Return the view of one entry's or note's page."""
    entry, root = item.entry, root_of(item.url)
    canonical = context.urls.absolute(item.url)
    picture = item_picture(context, item)
    day = context.wording.days(entry, context.challenge_days)
    date = context.full_dates(entry)
    topics = tuple([context.topic_ref(root, slug) for slug in item.topics])
    title = context.headline(item)[0]
    return EntryView(
        root=root,
        section="notes" if entry.kind == "note" else "timeline",
        window=context.window(title),
        description=_shorten(context.naming.excerpt(entry) or entry.excerpt),
        canonical=canonical,
        picture=picture,
        json_ld=entry_json_ld(context, item, tuple([topic.name for topic in topics]), picture) if canonical else "",
        kind=entry.kind,
        title=title,
        title_html=_title_html(context, entry, title),
        day="" if says_same(day, title) else day,
        date=date,
        iso=entry.date.isoformat() if entry.date else "",
        updated=entry.updated.isoformat() if entry.updated else "",
        position=_position(entry, context.challenge_days),
        parents=entry.parents,
        facts=_facts(context, entry),
        fields=shown_fields(context.wording, entry),
        extra=entry.fields | entry.extra,
        topics=topics,
        body=BodyRef(digest=entry.body, slots=item_slots(context, root, item)),
        contents=_contents(entry) if len(entry.headings) >= _CONTENTS_FROM else (),
        links=named_links(context, root, entry),
        notebooks=named_notebooks(context, root, item),
        earlier=_neighbour(context, root, item.previous),
        later=_neighbour(context, root, item.next),
        related=tuple([context.entry_ref(root, context.items[id_]) for id_ in item.related]),
        mentions=tuple([_mention(context, root, backlink) for backlink in item.backlinks]),
        written_as=_written_as(entry, title, day, date),
        provenance=provenance(context, entry.source, entry.line),
        share=_share(context, item) if canonical else (),
    )


def _title_html(context: PageContext, entry: Entry, title: str) -> str:
    """Return the title's HTML, where it is the entry's own, with or without the day."""
    naming = context.naming
    if not entry.title_html or title != naming.without_day(entry, entry.title):
        return ""
    return naming.without_day(entry, entry.title_html)


def _share(context: PageContext, item: Item) -> tuple[Ref, ...]:
    url, text = (
        context.shared_base + encode_query(encode_path(item.url)),
        encode_query(context.headline(item)[0]),
    )
    forms = [Ref(url=form_address(form, text, url), text=name) for name, form in FORMS.items()]
    return (*forms, Ref(url=form_address(MAIL, text, url), text=context.labels.share_mail))


def _mention(context: PageContext, root: str, backlink: Backlink) -> Mention:
    return Mention(
        ref=context.entry_ref(root, context.items[backlink.id]),
        before=backlink.before,
        text=backlink.text,
        after=backlink.after,
    )


def _written_as(entry: Entry, *shown: str) -> str:
    """Return the heading as its author wrote it, where a word or sign of it stands nowhere above the text."""
    if not entry.heading or entry.heading in shown:
        return ""
    known = set(_WORD.findall(" ".join(shown).casefold()))
    return "" if known.issuperset(_WORD.findall(entry.heading.casefold())) else entry.heading


def _shorten(text: str) -> str:
    if len(text) <= _DESCRIPTION:
        return text
    return text[:_DESCRIPTION].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _neighbour(context: PageContext, root: str, id_: str | None) -> EntryRef | None:
    return context.entry_ref(root, context.items[id_]) if id_ is not None else None


def _position(entry: Entry, total: int | None) -> tuple[int, int] | None:
    if not entry.days or total is None or not 0 < entry.days[-1] <= total:
        return None
    return entry.days[-1], total


def _facts(context: PageContext, entry: Entry) -> tuple[str, ...]:
    labels, wording = context.labels, context.wording
    facts = [wording.reading(entry.words)] if entry.words else []
    if entry.minutes:
        facts.append(f"{labels.spent}: {wording.counted(labels.minutes, entry.minutes)}")
    if entry.rest:
        facts.append(labels.rest_day)
    if entry.updated is not None and entry.updated != entry.date:
        facts.append(labels.updated.format(date=wording.date(entry.updated)))
    return tuple(facts)


def _contents(entry: Entry) -> tuple[Contents, ...]:
    return tuple(
        [
            Contents(level=heading.level, id=heading.id, text=heading.text)
            for heading in entry.headings
            if heading.level <= _CONTENTS_LEVEL and heading.id
        ]
    )
