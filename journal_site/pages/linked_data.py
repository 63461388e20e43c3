"""Linked data (schema.org) about home and entries, for search engines; only where the site's address is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
    return _script(fields)


def entry_json_ld(material: Material, item: Item) -> str:
    """Return an entry as linked data."""
    if not material.urls.base:
        return ""
    entry = item.entry
    fields = {
        "@context": _CONTEXT,
        "@type": "BlogPosting",
        "url": material.urls.absolute(item.url),
        "headline": entry.title,
        "datePublished": entry.date,
        "dateModified": entry.updated,
        "keywords": [material.topics[slug].name for slug in item.topics if slug in material.topics],
        "wordCount": entry.words,
        "inLanguage": material.config.language,
        "author": _author(material),
        "isPartOf": {"@type": "Blog", "url": material.urls.base, "name": material.config.title},
    }
    return _script(fields)


def _author(material: Material) -> dict[str, str] | None:
    return {"@type": "Person", "name": material.config.author} if material.config.author else None


def _script(fields: dict[str, Any]) -> str:
    """Return the fields that say something, so that no `</script>` in a text can end the element."""
    text = _encode({key: value for key, value in fields.items() if value}).decode()
    return text.replace("<", "\\u003c")
