"""Jekyll's dialect: Liquid, kramdown's lists of attributes, posts and drafts, and the addresses that it gives."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from journal_site.expressions import expression
from journal_site.reading.dialects.contract import Dialect, Place, Translated
from journal_site.reading.dialects.generators import marks
from journal_site.reading.dialects.generators.abbreviations import settle_abbreviations
from journal_site.reading.dialects.generators.attributes import settle_attributes
from journal_site.reading.dialects.generators.kramdown import settle_kramdown
from journal_site.reading.dialects.generators.liquid import Liquid, settle
from journal_site.reading.dialects.generators.mark_parsing import extend
from journal_site.reading.dialects.generators.mathjax import settle_formulas
from journal_site.reading.dialects.generators.permalinks import filled, parts_of, patterns, told_patterns
from journal_site.reading.dialects.generators.settings import read_settings, texts_of
from journal_site.slugs import name_slug

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from journal_site.model.outline import FrontMatter
    from journal_site.reading.dialects.contract import Passage

_POST: Final = expression(
    r"(?:(?P<folders>.*)/)?_posts/(?:(?P<below>.*)/)?(?P<name>[^/]+)(?P<suffix>\.\w+)"
    r"|(?:(?P<plain>.*)/)?(?P<dated>\d{4}-\d{1,2}-\d{1,2}-[^/]+)(?P<kind>\.\w+)"
)
"""A post, or what was one before it was imported."""
_DATED: Final = expression(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})-(?P<title>.+)")
_PLACES: Final[Mapping[str, Place]] = MappingProxyType({
    "_posts/*.html": Place("nothing", "not Markdown but HTML"),
    "*/_posts/*.html": Place("nothing", "not Markdown but HTML"),
    "_drafts/": Place("drafts", "a draft of Jekyll"),
    "_layouts/": Place("nothing", "templates of Jekyll"),
    "_includes/": Place("nothing", "templates of Jekyll"),
    "_sass/": Place("nothing", "a theme of Jekyll"),
    "_data/": Place("nothing", "data of Jekyll"),
    "_plugins/": Place("nothing", "plugins of Jekyll"),
})  # fmt: skip
_STYLES: Final = (
    "/:categories/:year/:month/:day/:title.html", "/:categories/:year/:month/:day/:title/", "/:categories/:title.html",
    "/:categories/:year/:y_day/:title.html", "/:year/:month/:day/:title/", "/:year/:month/:title/", "/:year/:title/",
    "/posts/:title/", "/blog/:title/", "/blog/:year/:month/:day/:title/", "/post/:title/", "/:title/",
)  # fmt: skip
"""The default and the other styles that Jekyll has names for, then those that its best-known themes set."""

_SETTINGS: Final = ("_config.yml", "_config.yaml", "_config.toml")
_MOST_CATEGORIES = 4


def translate(written: Passage) -> Translated:
    """Replace Liquid, and what kramdown has beyond Markdown."""
    text, told = Translated(written.text)
    if "{%" in text or "{{" in text:
        text, told = Liquid(written).translated()
    if "{" in text or " markdown" in text:
        text = settle_attributes(settle_kramdown(text))
    text = settle_formulas(text)
    return Translated(settle_abbreviations(text) if "*[" in text else text, told)


def is_whole(path: str) -> bool:
    """Tell whether a file is a post, a draft or of a collection: one text, whatever its headings say."""
    return path.startswith("_") or "/_" in path


def addresses(path: str, front: FrontMatter, values: Mapping[str, str]) -> tuple[str, ...]:
    """Return where Jekyll publishes a text by its settings, and by what `post_url` and `link` find it."""
    post = _POST.fullmatch(path)
    stem = path.rpartition(".")[0]
    own: list[str] = []
    permalink = f"/{front.slug.lstrip('/')}" if front.slug and ("/" in front.slug or ":" in front.slug) else ""
    if post is None:
        page = re.sub(r"(^|/)index$", r"\1", stem)
        own = [permalink or f"/{page}", f"/{page.removeprefix('_')}"]
        if path.startswith("_") and "/" in path:
            collection, _, below = stem.removeprefix("_").partition("/")
            parts = parts_of(below.rpartition("/")[2], front.title or "", front.date)
            parts |= {"collection": collection, "path": below}
            own += [one for kind, style in patterns(values) if kind == collection and (one := filled(style, parts))]
    else:
        stem = post["name"] or post["dated"]
        name = _DATED.fullmatch(stem)
        title = front.slug if front.slug and not permalink else name["title"] if name else stem
        folders = [part for part in (post["folders"] or "").split("/") if part and not part.startswith("_")]
        date = front.date or (_date_of(name) if name else None)
        own_styles = [style for kind, style in patterns(values) if kind in {"", "posts"}]
        styles = (permalink, *own_styles, *_STYLES) if permalink else (*own_styles, *_STYLES)
        for categories in _categories(front):
            named = "/".join(dict.fromkeys((*folders, *map(name_slug, categories))))
            parts = parts_of(title, front.title or "", date) | {"categories": named, "collection": "posts"}
            own += [one for style in styles if (one := filled(style, parts))]
        suffix = post["suffix"] or post["kind"]
        own += [f"/_posts/{stem}", f"/_posts/{post['below']}/{stem}", f"/_posts/{stem}{suffix}"]
    return tuple(dict.fromkeys((*own, f"/{path}", *(one for one in front.aliases if one.startswith("/")))))


def _date_of(name: re.Match[str]) -> dt.date | None:
    from datetime import date  # noqa: PLC0415

    try:
        return date(int(name["year"]), int(name["month"]), int(name["day"]))
    except ValueError:
        return None


def _categories(front: FrontMatter) -> Iterator[tuple[str, ...]]:
    """Give what may be a text's categories: they stand behind its other tags."""
    tags = front.tags[-_MOST_CATEGORIES:]
    for first in range(len(tags) + 1):
        yield tags[first:]


def places(folder: Path) -> Mapping[str, Place]:
    """Return what Jekyll's folders hold; those of its collections hold texts."""
    settings = read_settings(folder, _SETTINGS)
    named = settings.get("collections", ())
    names = [name for name in named if isinstance(name, str)] if isinstance(named, dict | list) else []
    texts = [f"_{name}/{below}" for name in names for below in ("", "*security.*", "*contributing.*", "*changelog.*")]
    is_imported = not any((folder / name).exists() for name in _SETTINGS)
    imported = ("_*/",) if is_imported else ()  # settings stay behind, and all that was taken along is a text
    return {**_PLACES, **dict.fromkeys((*texts, *imported), Place("texts"))}


def values(folder: Path) -> Mapping[str, str]:
    """Return what texts may name as `site.X`, and the patterns of addresses."""
    settings = read_settings(folder, _SETTINGS)
    return {**dict(texts_of(settings, "site.")), **told_patterns(dict(_permalinks(settings)))}


def _permalinks(settings: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Give the patterns of pages, posts and collections: the settings' own, theirs, and those by default."""
    yield "", settings.get("permalink")
    collections = settings.get("collections")
    for name, said in collections.items() if isinstance(collections, dict) else ():
        yield name, said.get("permalink") if isinstance(said, dict) else None
    for one in settings.get("defaults") or ():
        scope, said = (one.get("scope"), one.get("values")) if isinstance(one, dict) else (None, None)
        if isinstance(scope, dict) and isinstance(said, dict):
            yield str(scope.get("type") or "posts"), said.get("permalink")


DIALECT = Dialect(
    extend=extend,
    signs=(marks.SIGN,),
    translate=translate,
    blocks=MappingProxyType(marks.BLOCKS),
    inlines=MappingProxyType(marks.INLINES),
    splits_tags=True,
    whole=is_whole,
    addresses=addresses,
    roots=("",),
    places=places,
    values=values,
    settle=settle,
)
