"""Linked data (schema.org) about home and entries, for search engines; only where the site's address is known."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from journal_site.model import Item
    from journal_site.pages.material import Material

_CONTEXT = "https://schema.org"
_encode = msgspec.json.Encoder().encode


def site_json_ld(material: Material) -> str:
    """Return the journal itself as linked data."""
    config = material.config
    if not material.urls.base:
        return ""
    fields = {
        "@context": _CONTEXT,
        "@type": "Blog",
        "url": material.urls.base,
        "name": config.title,
        "description": config.description,
        "inLanguage": config.language,
        "author": _author(material),
    }
    return _script({key: value for key, value in fields.items() if value})


class _Posting(msgspec.Struct, kw_only=True, omit_defaults=True, rename={"context": "@context", "type": "@type"}):
    context: str
    type: str
    url: str
    headline: str
    datePublished: dt.date | None = None  # noqa: N815 - schema.org's names
    dateModified: dt.date | None = None  # noqa: N815
    keywords: tuple[str, ...] = ()
    wordCount: int = 0  # noqa: N815
    inLanguage: str  # noqa: N815
    author: dict[str, str] | None = None
    isPartOf: dict[str, str]  # noqa: N815


def entry_json_ld(material: Material, item: Item, keywords: tuple[str, ...]) -> str:
    """Return an entry as linked data."""
    entry = item.entry
    posting = _Posting(
        context=_CONTEXT,
        type="BlogPosting",
        url=material.urls.absolute(item.url),
        headline=entry.title,
        datePublished=entry.date,
        dateModified=entry.updated,
        keywords=keywords,
        wordCount=entry.words,
        inLanguage=material.config.language,
        author=_author(material),
        isPartOf={"@type": "Blog", "url": material.urls.base, "name": material.config.title},
    )
    return _script(posting)


def _author(material: Material) -> dict[str, str] | None:
    return {"@type": "Person", "name": material.config.author} if material.config.author else None


def _script(fields: object) -> str:
    """Return the fields as JSON in which no `</script>` of a text can end the element."""
    return _encode(fields).decode().replace("<", "\\u003c")
