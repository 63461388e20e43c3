"""Hugo's dialect: shortcodes, attributes of blocks, sections with their pages, and the addresses that it gives."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from journal_site.expressions import expression
from journal_site.model.outline import Omission
from journal_site.reading.dialects.contract import Dialect, Place, Translated
from journal_site.reading.dialects.generators import marks
from journal_site.reading.dialects.generators.attributes import settle_attributes
from journal_site.reading.dialects.generators.mark_parsing import extend
from journal_site.reading.dialects.generators.mathjax import settle_formulas
from journal_site.reading.dialects.generators.permalinks import filled, parts_of, patterns, told_patterns
from journal_site.reading.dialects.generators.settings import read_settings, texts_of
from journal_site.reading.dialects.generators.shortcodes import Shortcodes, settle

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from journal_site.model.outline import FrontMatter, Outline
    from journal_site.model.source import Source
    from journal_site.reading.dialects.contract import Passage

_SUFFIX: Final = expression(r"(?:\.[a-z]{2}(?:-[a-zA-Z]{2,4})?)?\.\w+$")
"""Of a file's name, with the language of its text."""
_LANGUAGE: Final = expression(r"[a-z]{2}(?:-[a-zA-Z]{2,4})?/")
_SECTION: Final = expression(r"(?:^|/)_index(?:\.[\w-]+)?\.\w+$", re.IGNORECASE)

_SETTINGS: Final = tuple(
    f"{folder}{name}.{form}"
    for folder in ("", "config/_default/")
    for name in ("hugo", "config")
    for form in ("toml", "yaml", "yml", "json")
)
_PLACES: Final[Mapping[str, Place]] = MappingProxyType({
    "content/*.html": Place("nothing", "not Markdown but HTML"),
    **{f"content/{folder}{name}": Place("texts")
    for name in (
        "templates/", "static/", "env/", "license.md", "changelog.md", "contributing.md", "security.md",
        "code_of_conduct.md",
    )
    for folder in ("", "*/")}
})  # fmt: skip


def translate(written: Passage) -> Translated:
    """Replace shortcodes and attributes."""
    text, told = Translated(written.text)
    if "{{<" in text or "{{%" in text:
        text, told = Shortcodes(written).translated()
    text = settle_attributes(text) if "{" in text or " markdown" in text else text
    return Translated(settle_formulas(text), told)


def is_whole(path: str) -> bool:
    """Tell whether a file is one page of Hugo's: all are but what introduces the folder to programmers."""
    return "/" in path or not path.lower().startswith("readme.")


def as_pages(source: Source, outline: Outline) -> Outline:
    """Return the outline of a page: a section's `_index` introduces it, and is no entry, whatever it says of dates."""
    if not _SECTION.search(source.path) or len(outline.slices) != 1:
        return outline
    part = outline.slices[0]
    if not part.text.strip():
        left_out = Omission(path=source.path, line=0, text="", reason="the head of a section, without a text")
        return replace(outline, slices=(), omitted=(*outline.omitted, left_out))
    return replace(outline, slices=(replace(part, kind="introduction", days=(), candidates=()),))


def addresses(path: str, front: FrontMatter, values: Mapping[str, str]) -> tuple[str, ...]:
    """Return where Hugo publishes a page, and by what `ref` finds it."""
    page = path[path.find("content/") + 8 :] if "content/" in f"/{path}" else path
    place = _SUFFIX.sub("", page)
    folder, _, name = place.rpartition("/")
    logical = folder if name in {"index", "_index"} else place
    section, _, last = logical.rpartition("/")
    slug = front.slug.strip("/") if front.slug and name != "_index" else ""
    own = [f"/{section}/{slug}/".replace("//", "/")] if slug else []
    url = front.extra.get("url")
    if isinstance(url, str):
        own.insert(0, url if url.startswith("/") else f"/{url}")
    own.append(f"/{logical}/" if logical else "/")
    if _LANGUAGE.match(logical):
        own += [one[one.index("/", 1) :] for one in own if _LANGUAGE.match(one[1:])]
    date = front.date
    parts = parts_of(slug or last, front.title or "", date) | {
        "section": section.partition("/")[0],
        "sections": section,
    }
    parts["title"] = parts["titled"]
    own += [one for kind, pattern in patterns(values) if kind == parts["section"] and (one := filled(pattern, parts))]
    if date is not None and last:
        days = (f"{date:%Y/%m/%d}", f"{date:%Y/%m}", f"{date:%Y}")
        own += [f"{prefix}/{day}/{slug or last}/" for day in days for prefix in ("", f"/{section}")]
    own += [f"/{slug or last}/", *(one for one in front.aliases if one.startswith("/"))]
    names = [page, place, page.rpartition("/")[2], last] if name not in {"index", "_index"} else [page, last]
    if name == "index":
        names.append(f"{last}/index.md")
    return tuple(one for one in dict.fromkeys((*own, *names)) if one)


def places(_: Path) -> Mapping[str, Place]:
    """Return what Hugo's folders hold: below `content` no name is one of a programmer's."""
    return _PLACES


def values(folder: Path) -> Mapping[str, str]:
    """Return what texts may name: parameters, the taxonomies that are topics, and the patterns of addresses."""
    settings = read_settings(folder, _SETTINGS)
    parameters, taxonomies = settings.get("params"), settings.get("taxonomies")
    named = texts_of(parameters, "params.") if isinstance(parameters, dict) else ()
    words = taxonomies.values() if isinstance(taxonomies, dict) else ()
    permalinks = settings.get("permalinks")
    patterns_ = permalinks.get("page", permalinks) if isinstance(permalinks, dict) else {}
    return (
        dict(named)
        | {f"taxonomy.{word}": word.lower() for word in words if isinstance(word, str)}
        | told_patterns(patterns_ if isinstance(patterns_, dict) else {})
    )


DIALECT = Dialect(
    extend=extend,
    signs=(marks.SIGN,),
    translate=translate,
    blocks=MappingProxyType(marks.BLOCKS),
    inlines=MappingProxyType(marks.INLINES),
    whole=is_whole,
    cut=as_pages,
    addresses=addresses,
    roots=("static", "content", "assets"),
    places=places,
    values=values,
    settle=settle,
)
