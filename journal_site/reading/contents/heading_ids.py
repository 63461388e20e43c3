"""Ids that headings were given by hand: `## Head {#own}` (Hugo, Pandoc, Material), `{: #own }` (kramdown)."""

from __future__ import annotations

from journal_site.expressions import expression

_ATTRIBUTE = r"""(?:\.[^\s{}.#]+|#[^\s{}.#:]+|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s{}"']+))"""
_ATTRIBUTES = expression(rf"[ \t]*\{{:?[ \t]*({_ATTRIBUTE}(?:[ \t]+{_ATTRIBUTE})*)[ \t]*\}}[ \t]*#*[ \t]*$")
_ID = expression(r"(?:^|[ \t])#([^\s{}.#:]+)")


def take_id(heading: str) -> tuple[str, str]:
    """Return a heading's inline Markdown without the attributes at its end that name an id, and that id or nothing."""
    if "#" not in heading or not heading.rstrip("# \t").endswith("}"):
        return heading, ""
    match = _ATTRIBUTES.search(heading)
    own = _ID.search(match[1]) if match else None
    return (heading[: match.start()], own[1]) if match and own else (heading, "")
