"""The links and notebooks that an entry names, gathered below its text; and the sentences that name something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal_site.model.link_kinds import THINGS
from journal_site.pages.parts.facts import Facts
from journal_site.pages.parts.views import Ref, View
from journal_site.pages.words.people import people

if TYPE_CHECKING:
    from journal_site.model.entry import Entry, Link
    from journal_site.model.index import Citation, Item, LinkRecord
    from journal_site.pages.parts.context import PageContext

_FROM = 2
"""A single link is found in the text as easily as below it."""
_MOST = 24
_TEXT = 90


class Quote(View, frozen=True, kw_only=True):
    """A sentence that names something."""

    before: str
    """What stands before the link."""
    text: str
    """The link's."""
    after: str
    """What follows the link."""


class NamedLink(View, frozen=True, kw_only=True):
    """A link that an entry names."""

    url: str
    text: str
    kind: str
    """Its kind as the interface says it: `Paper`."""
    domain: str
    about: str = ""
    """Of a thing: who made it, and when."""
    page: str = ""
    """Of a thing: its own page; empty where it has none."""


def named_links(context: PageContext, root: str, entry: Entry) -> tuple[NamedLink, ...]:
    """Return an entry's links, each target once, in the order of the text; none where they are too few to gather."""
    if len(entry.links) < _FROM:
        return ()
    best: dict[str, Link] = {}
    notebooks = {notebook.url for notebook in entry.notebooks}
    for link in entry.links:
        if link.url in notebooks:
            continue
        known = best.get(link.url)
        if known is None or (_is_bare(known.text) and not _is_bare(link.text)):
            best[link.url] = link
    if len(best) < _FROM:
        return ()
    return tuple([_named_thing(context, root, link) for link in list(best.values())[:_MOST]])


def _named_thing(context: PageContext, root: str, link: Link) -> NamedLink:
    """Return a link as an entry's list shows it: a thing with what the whole journal knows of it."""
    told = context.read(Facts.told_of, link.url) if link.kind in THINGS else None
    if told is None:
        return named_link(context, link.url, link.text, link.kind)
    title, authors, year, page = told
    named = named_link(context, link.url, title, link.kind)
    return replace(named, about=people(authors, year), page=context.urls.href(root, page) if page else "")


def named_link(context: PageContext, url: str, text: str, kind: str) -> NamedLink:
    """Return a link as lists show it; one without a text of its own is called by its address."""
    shown = url.partition("://")[2].removeprefix("www.").rstrip("/") if _is_bare(text) else text
    return NamedLink(
        url=url,
        text=shown if len(shown) <= _TEXT else shown[: _TEXT - 1] + "…",
        kind=context.labels.link_kinds[kind],
        domain=_host(url),
    )


def named_notebooks(context: PageContext, root: str, item: Item) -> tuple[Ref, ...]:
    """Return the notebooks that an entry names, local ones first."""
    refs: dict[str, Ref] = {}
    for target in item.targets:
        if target.kind == "notebook":
            url = target.url.partition("#")[0]
            text = context.notebook_title(url) or url
            refs[url] = Ref(url=context.urls.href(root, url), text=text)
    for notebook in item.entry.notebooks:
        text = context.notebook_title(notebook.url) or notebook.text or notebook.url
        refs.setdefault(notebook.url, Ref(url=notebook.url, text=text))
    return tuple(refs.values())


def _is_bare(text: str) -> bool:
    return not text or text.startswith(("http://", "https://", "www."))


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")


def quote_of(citation: Citation) -> Quote | None:
    """Return the sentence of a mention; nothing where the link stands alone."""
    if not citation.before.strip() and not citation.after.strip(" .,;:!?。、"):
        return None
    return Quote(before=citation.before, text=citation.text, after=citation.after)


def last_quote(link: LinkRecord) -> Quote | None:
    """Return the sentence that named something last."""
    return next((quote for citation in reversed(link.citations) if (quote := quote_of(citation))), None)
