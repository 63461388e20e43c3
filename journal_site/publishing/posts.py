"""Posts that tell of an entry, ready for the sites where they are posted: its day, title, topics and address.

A post ends with the address. What does not fit is left out from behind: first the excerpt, then hashtags, then words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

import msgspec

from journal_site.pages.parts.sharing import FORMS, encode_query, form_address
from journal_site.publishing.post_length import count_for_bluesky, count_for_mastodon, count_for_x

if TYPE_CHECKING:
    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

_TOPICS = 3
_SIGNS = {"'": "", "’": "", "#": " sharp ", "+": " plus "}
"""What hashtags cannot hold, and how it is said: C# and C++ are not C."""


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A post for one site."""

    to: str
    """The site's name."""
    text: str
    length: int
    """As the site counts."""
    limit: int
    compose: str
    """The address of the site's form, filled in as far as the site lets."""


class _Site(NamedTuple):
    name: str
    limit: int
    count: Callable[[str], int]
    excerpt: bool
    """Whether there is room to quote the entry's beginning."""


SITES = {
    "x": _Site("X", 280, count_for_x, excerpt=False),
    "linkedin": _Site("LinkedIn", 3000, len, excerpt=True),
    "mastodon": _Site("Mastodon", 500, count_for_mastodon, excerpt=True),
    "bluesky": _Site("Bluesky", 300, count_for_bluesky, excerpt=True),
}


def write_posts(context: PageContext, item: Item, sites: Sequence[str]) -> tuple[Post, ...]:
    """Return a post about an entry or note for each site, by the keys of `SITES`."""
    return tuple([_write(context, item, SITES[site]) for site in sites])


def _write(context: PageContext, item: Item, site: _Site) -> Post:
    url = context.urls.absolute(item.url)
    body = next((body for body in _bodies(context, item, site) if site.count(f"{body}\n{url}") <= site.limit), "")
    text = f"{body}\n{url}" if body else url
    return Post(
        to=site.name,
        text=text,
        length=site.count(text),
        limit=site.limit,
        compose=form_address(FORMS[site.name], encode_query(body), encode_query(url)),
    )


def _bodies(context: PageContext, item: Item, site: _Site) -> Iterator[str]:
    """Yield what a post may say before its address, the fullest first."""
    title, excerpt = context.headline(item)
    day = context.wording.days(item.entry, context.challenge_days)
    bare = context.naming.is_bare(title)
    head = f"{day}: {title}" if day and not bare else day or title
    tags = hashtags(context, item)
    for quoted in _shortened(excerpt.lstrip("… ")) if site.excerpt and excerpt else ():
        yield _joined(head, quoted, tags)
    for count in range(len(tags), -1, -1):
        yield _joined(head, "", tags[:count])
    yield from _shortened(head)


def _joined(head: str, quoted: str, tags: Sequence[str]) -> str:
    return "\n\n".join(filter(None, (head, quoted, " ".join(tags))))


def _shortened(text: str) -> Iterator[str]:
    """Yield a text, and ever less of it: word by word, and letter by letter where it has but one word."""
    yield text
    while text:
        text = text.rpartition(" ")[0] or text[:-1]
        if text:
            yield text.rstrip(" ,;:.–—-…") + "…"


def hashtags(context: PageContext, item: Item) -> list[str]:
    """Return the hashtags of an entry: its challenge's, then its topics'."""
    challenge = context.index.challenge
    names = [challenge.name] if challenge is not None else []
    names += [context.topics[slug].name for slug in item.topics[:_TOPICS] if slug in context.topics]
    tags = {tag.casefold(): tag for tag in reversed([*map(_hashtag, names)]) if tag}
    return list(tags.values())[::-1]


def _hashtag(name: str) -> str:
    """Return a name as a hashtag: `#WordEmbeddings`, one word as it is; nothing where it would be a number alone."""
    for sign, word in _SIGNS.items():
        name = name.lstrip("#").replace(sign, word)
    words = "".join([letter if letter.isalnum() or category(letter).startswith("M") else " " for letter in name])
    parts = words.split()
    tag = "".join([word[:1].upper() + word[1:] for word in parts]) if len(parts) > 1 else words.strip()
    return f"#{tag}" if any(letter.isalpha() for letter in tag) else ""
