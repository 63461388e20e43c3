"""The dialects that hold for a text, as one: each loaded when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from journal_site.reading.dialects.contract import PLAIN, Dialect, Translated

if TYPE_CHECKING:
    from journal_site.model.outline import FrontMatter, Outline
    from journal_site.model.source import Source, Spoken
    from journal_site.reading.dialects.contract import Passage
    from journal_site.reading.markdown.parser import Markdown


@lru_cache
def load(key: str) -> Dialect:
    """Return the dialect of a key of the table."""
    dialect: Dialect = import_module(f"journal_site.reading.dialects.{key}").DIALECT
    return dialect


@lru_cache
def dialect_of(spoken: Spoken) -> Dialect:
    """Return all dialects that hold for a text as one, the outermost first; its paths are those of the journal."""
    if not spoken:
        return PLAIN
    known = [(load(key), f"{folder}/" if folder not in {"", "."} else "") for key, folder in spoken]
    own = [dialect for dialect, _ in known]
    extensions = [one.extend for one in own if one.extend]
    return Dialect(
        extend=_all_extend(extensions) if extensions else None,
        signs=() if any(one.extend and not one.signs for one in own) else tuple(s for one in own for s in one.signs),
        rewrite=_all_rewrite([one.rewrite for one in own if one.rewrite]),
        translate=_all_translate([(one.translate, folder) for one, folder in known if one.translate]),
        settle=_all_settle([(one.settle, folder) for one, folder in known if one.settle]),
        blocks={kind: renderer for one in own for kind, renderer in one.blocks.items()},
        inlines={kind: renderer for one in own for kind, renderer in one.inlines.items()},
        words={word: field for one in own for word, field in one.words.items()},
        splits_tags=any(one.splits_tags for one in own),
        inline_tags=any(one.inline_tags for one in own),
        topics=_all_topics([(one.topics, folder) for one, folder in known if one.topics]),
        links_name_topics=any(one.links_name_topics for one in own),
        nested_topics=any(one.nested_topics for one in own),
        roots=tuple(f"{folder}{root}".rstrip("/") for one, folder in known for root in one.roots),
        bare_paths=any(one.bare_paths for one in own),
        whole=_any_whole([(one.whole, folder) for one, folder in known if one.whole]),
        cut=_all_cut([one.cut for one in own if one.cut]),
        addresses=_all_addresses([(one.addresses, folder) for one, folder in known if one.addresses]),
    )


def _all_extend(each: Sequence[Callable[[Markdown], None]]) -> Callable[[Markdown], None]:
    def extend(markdown: Markdown) -> None:
        for one in each:
            one(markdown)

    return extend


def _all_rewrite(each: Sequence[Callable[[str], str]]) -> Callable[[str], str] | None:
    def rewrite(text: str) -> str:
        for one in each:
            text = one(text)
        return text

    return rewrite if each else None


def _all_translate(
    each: Sequence[tuple[Callable[[Passage], Translated], str]],
) -> Callable[[Passage], Translated] | None:
    def translate(written: Passage) -> Translated:
        text, told = written.text, list[tuple[int, str, str]]()
        for one, folder in each:
            translated = one(written._replace(text=text, path=written.path.removeprefix(folder)))
            text = translated.text
            told += translated.told
        return Translated(text, tuple(told))

    return translate if each else None


def _all_settle(each: Sequence[tuple[Callable[[Passage], str], str]]) -> Callable[[Passage], str] | None:
    def settle(written: Passage) -> str:
        for one, folder in each:
            written = written._replace(text=one(written._replace(path=written.path.removeprefix(folder))))
        return written.text

    return settle if each else None


def _all_topics(
    each: Sequence[tuple[Callable[[str], tuple[str, ...]], str]],
) -> Callable[[str], tuple[str, ...]] | None:
    def topics(path: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for one, folder in each for name in one(path.removeprefix(folder))))

    return topics if each else None


def _any_whole(each: Sequence[tuple[Callable[[str], bool], str]]) -> Callable[[str], bool] | None:
    def whole(path: str) -> bool:
        return any(one(path.removeprefix(folder)) for one, folder in each)

    return whole if each else None


def _all_cut(each: Sequence[Callable[[Source, Outline], Outline]]) -> Callable[[Source, Outline], Outline] | None:
    def cut(source: Source, outline: Outline) -> Outline:
        for one in each:
            outline = one(source, outline)
        return outline

    return cut if each else None


def _all_addresses(
    each: Sequence[tuple[Callable[[str, FrontMatter, Mapping[str, str]], tuple[str, ...]], str]],
) -> Callable[[str, FrontMatter, Mapping[str, str]], tuple[str, ...]] | None:
    def addresses(path: str, front: FrontMatter, values: Mapping[str, str]) -> tuple[str, ...]:
        given = (one for give, folder in each for one in give(path.removeprefix(folder), front, values))
        return tuple(dict.fromkeys(given))

    return addresses if each else None
