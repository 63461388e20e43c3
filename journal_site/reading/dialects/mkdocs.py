"""The dialect of MkDocs with Material, and of Zensical: admonitions, tabs, what extensions add, and the blog plugin."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from journal_site.expressions import expression
from journal_site.reading.dialects.contract import Dialect, Place, Translated
from journal_site.reading.dialects.generators import marks
from journal_site.reading.dialects.generators.abbreviations import settle_abbreviations
from journal_site.reading.dialects.generators.attributes import settle_attributes
from journal_site.reading.dialects.generators.extensions import Extensions
from journal_site.reading.dialects.generators.mark_parsing import extend as read_marks
from journal_site.reading.dialects.generators.snippets import appended, find_included, settle_snippets
from journal_site.slugs import heading_slug

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from journal_site.model.outline import FrontMatter
    from journal_site.reading.dialects.contract import Passage
    from journal_site.reading.markdown.parser import Markdown

_PLACES: Final[Mapping[str, Place]] = MappingProxyType({
    "includes/": Place("nothing", "snippets of MkDocs"),
    "docs/includes/": Place("nothing", "snippets of MkDocs"),
    **{
        f"docs/{folder}{name}": Place("texts")
        for name in ("templates/", "license.md", "changelog.md", "contributing.md", "security.md")
        for folder in ("", "*/")
    },
})  # fmt: skip
_SIGNS: Final = (marks.SIGN, "!!!", "???", "===")
_EXTENDED: Final = expression(
    r"8<|\+\+|\{[-~=]|\^|~|:(?:material|fontawesome|octicons|simple|twemoji)-|\)!|`(?:#!|:::)|\[TOC\]"
)


def translate(written: Passage) -> Translated:
    """Replace what extensions add, and include snippets."""
    text, told = Translated(written.text)
    if ends := appended(text, written.values):
        text = f"{text}\n\n{ends}"
        written = written._replace(text=text)
    if _EXTENDED.search(text):
        text, told = Extensions(written, translate).translated()
    if "{" in text or " markdown" in text:
        text = settle_attributes(text)
    return Translated(settle_abbreviations(text) if "*[" in text else text, told)


def settle(written: Passage) -> str:
    """Return a text with its snippets, and the abbreviations that are defined for all."""
    return settle_snippets(written.text, written.values)


def extend(markdown: Markdown) -> None:
    """Add the rules for marks, admonitions and tabs."""
    from journal_site.reading.dialects.generators.indented import admonition, tab  # noqa: PLC0415

    read_marks(markdown)
    markdown.block.add("!", admonition)
    markdown.block.add("?", admonition)
    markdown.block.add("=", tab)


def is_whole(path: str) -> bool:
    """Tell whether a file is a post of the blog plugin's."""
    return "/posts/" in f"/{path}"


def addresses(path: str, front: FrontMatter, _: Mapping[str, str]) -> tuple[str, ...]:
    """Return where MkDocs publishes a text."""
    page = path.removeprefix("docs/").rpartition(".")[0]
    own = [f"/{re.sub(r'(^|/)(?:index|README)$', '', page)}/"]
    blog, posts, name = page.rpartition("posts/")
    if posts:
        slugs = dict.fromkeys((front.slug or heading_slug(front.title or ""), name))
        date = f"{front.date:%Y/%m/%d}/" if front.date else ""
        own += [f"/{blog}{prefix}{slug}/" for slug in slugs if slug for prefix in (date, "")]
    return tuple(dict.fromkeys(own))


def places(_: Path) -> Mapping[str, Place]:
    """Return what MkDocs' folders hold besides texts."""
    return _PLACES


DIALECT = Dialect(
    extend=extend,
    signs=_SIGNS,
    translate=translate,
    blocks=MappingProxyType(marks.BLOCKS),
    inlines=MappingProxyType(marks.INLINES),
    whole=is_whole,
    addresses=addresses,
    roots=("docs", ""),
    places=places,
    included=find_included,
    settle=settle,
)
