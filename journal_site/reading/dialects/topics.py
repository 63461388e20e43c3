"""Trees of topics, as people keep who write down what they learn: a file's folder is its topic."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from journal_site.expressions import expression
from journal_site.file_kinds import FOLDER_FILES, TEXT_SUFFIXES
from journal_site.model.outline import Omission
from journal_site.reading.dialects.contract import Dialect, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from journal_site.model.outline import Outline, Slice
    from journal_site.model.source import Source

_NOT_OPENED: Final = (
    ".git*/", ".obsidian/", ".vscode/", ".idea/", ".vitepress/", ".vuepress/", ".*env/", ".*cache/", ".trash/",
    ".history/", ".journal/",
)  # fmt: skip
"""Folders whose names begin with a dot that programs keep for themselves."""
_PLACES: Final[Mapping[str, Place]] = MappingProxyType({
    **dict.fromkeys(_NOT_OPENED, Place("nothing")), ".*/": Place("texts")
})  # fmt: skip
_FEWEST_TEXTS, _FEWEST_TOPICS = 6, 3
_MOSTLY, _FEW = 0.7, 0.2
_NUMBERED: Final = expression(
    r"(?:[\W_]*(?:day|week|month|year|round|chapter|chap|lesson|module|unit|part|section|phase|sprint|semester|session|"
    r"lecture|step|level|stage|homework|hw|assignment|project|lab|exercise|ex|ch|w|d|r|m)s?[\W_]*|_)?\d+(?![^\W_]).*|\W*",
    re.IGNORECASE,
)
"""A folder that is one of a row, in time or in a course."""
_MONTH: Final = expression(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\W*\d*",
    re.IGNORECASE,
)
_DATE: Final = expression(r"(?:19|20)\d\d(?:[-_.]?\d\d){0,2}")
_OF_A_KIND: Final = frozenset(
    "api archive blog blogs changelog concepts configuration contributing daily day days diary entries guide guides "
    "help how-to howto installation install journal journals log logs manual notebook notebooks notes pages post posts "
    "quickstart reference release-notes releases src test tests tutorial tutorials user-guide week weekly weeks".split()
)
"""Names of folders that say what kind of texts lie there, and not what they are about."""
_LINK: Final = expression(
    r"!?\[[^\[\]]*\]\(\s*<?([^()\s>]*)[^()]*\)|^\s*\[[^\[\]]+\]:\s*(\S+)|<a\s[^>]*href=[\"']?([^\"'\s>]+)[^>]*>.*?</a>",
    re.MULTILINE | re.IGNORECASE,
)
_TAG: Final = expression(r"<[^<>]*>")
_TEXT: Final = expression(
    r"(?![a-z]+:|#)[^?#]*?(?:\.(?:md|markdown|mdx)|/[^./]+|/)(?:#.*)?|https?:.*\.(?:md|markdown|mdx)(?:#.*)?",
    re.IGNORECASE,
)
"""What leads to a text: a path, or the address of a file in a repository."""
_FEWEST_WORDS = 4
"""So many words beside links make a line prose; a link's date and a few words of what it is do not."""


def topics_of(path: str) -> tuple[str, ...]:
    """Return the topic of a text by its path: its folders' names, of which each is below the one before.

    A folder of a year says nothing of what its texts are about, nor do those in it.
    """
    about = takewhile(lambda folder: not _DATE.fullmatch(folder), path.split("/")[:-1])
    folders = [folder.lstrip("._") or folder for folder in about]
    return ("/".join(folders),) if folders else ()


def is_whole(path: str) -> bool:
    """Tell whether a file is one text: all but what introduces the tree are, also a README of a folder."""
    return "/" in path or not _is_folder_file(path)


def find_tree(paths: Sequence[str], folder: str) -> str | None:
    """Return the folder below which a source's texts are a tree of topics, or None where they are none.

    `paths` are all that is read there. They are a tree where most lie in folders, of which there are some, and where
    neither the folders nor the names of files are dates, days, or parts of a row, nor say what kind of text they are.
    """
    first = 0 if folder in {"", "."} else len(folder) + 1
    if sum("/" in path[first:] for path in paths) < _FEWEST_TEXTS:
        return None
    texts = _texts(paths)
    root = trunk(texts, folder)
    prefix = f"{root}/" if root not in {"", "."} else ""
    own = [path.removeprefix(prefix) for path in texts if path.startswith(prefix)]
    inside = [path for path in own if "/" in path]
    if len(own) < max(_FEWEST_TEXTS, len(texts) * _MOSTLY) or len(inside) < len(own) * _MOSTLY:
        return None
    topics = Counter(path.partition("/")[0] for path in inside)
    about = [name for name in topics if not _is_of_a_row(name)]
    if len(about) < _FEWEST_TOPICS or sum(map(topics.__getitem__, about)) < len(inside) * (1 - _FEW):
        return None
    dated = sum(map(_is_dated, own))
    return root if dated <= len(own) * _FEW else None


def _texts(paths: Iterable[str]) -> list[str]:
    """Return the texts that are no index of the folder where they lie."""
    texts = [path for path in paths if path[path.rfind(".") :].lower() in TEXT_SUFFIXES]
    shared = Counter(path.rpartition("/")[0] for path in texts)
    return [
        path for path in texts if not _is_folder_file(path) or (shared[path.rpartition("/")[0]] == 1 and "/" in path)
    ]


def _is_folder_file(path: str) -> bool:
    return path.rpartition("/")[2].rpartition(".")[0].lower() in FOLDER_FILES


def trunk(texts: Sequence[str], folder: str) -> str:
    """Return the folder that holds most of the texts of a source's folder, and not all in one folder of its own."""
    while True:
        prefix = "" if folder in {"", "."} else f"{folder}/"
        inner = Counter(
            path.removeprefix(prefix).partition("/")[0] for path in texts if "/" in path.removeprefix(prefix)
        )
        name, count = inner.most_common(1)[0] if inner else ("", 0)
        deeper = [path for path in texts if path.startswith(f"{prefix}{name}/")]
        if (
            not name
            or count < len(texts) * (1 - _FEW)
            or all("/" not in path[len(prefix) + len(name) + 1 :] for path in deeper)
        ):
            return folder
        folder = f"{prefix}{name}"


def _is_of_a_row(name: str) -> bool:
    return bool(_NUMBERED.fullmatch(name) or _MONTH.fullmatch(name)) or name.lower() in _OF_A_KIND


def _is_dated(path: str) -> bool:
    from journal_site.reading.dates.in_paths import read_name  # noqa: PLC0415 - only what may be a tree asks for dates

    name = read_name(path)
    return bool(name.dates or name.days)


def as_topics(source: Source, outline: Outline) -> Outline:
    """Return the outline of a text of a tree: an index of its texts, as programs write them, is left out.

    What such an index knows of the dates of texts is kept.
    """
    if not _is_folder_file(source.path) or not any(_is_index(part) for part in outline.slices):
        return replace(outline, slices=tuple(map(_without_hashtags, outline.slices)))
    left_out = Omission(path=source.path, line=0, text="", reason="an index of the texts")
    rows = tuple(part for part in outline.slices if part.table)
    return replace(outline, slices=rows, omitted=(*outline.omitted, left_out))


def _without_hashtags(part: Slice) -> Slice:
    """Return a slice without the tags of lines such as `#H1`, which may be headings: its folder says enough."""
    tags = tuple(tag for tag in part.tags if f"#{tag}" not in part.text)
    return part if tags == part.tags else replace(part, tags=tags)


def _is_index(part: Slice) -> bool:
    """Tell whether a text mostly lists texts: it has more links to them than lines that say anything else."""
    if part.table:
        return False
    lines = [line for line in part.text.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    links = sum(map(_leads_to_text, lines))
    return links >= _FEWEST_TOPICS and links > sum(1 for line in lines if not _leads_to_text(line) and _is_prose(line))


def _leads_to_text(line: str) -> bool:
    return any(_TEXT.fullmatch(next(filter(None, match.groups()), "")) for match in _LINK.finditer(line))


def _is_prose(line: str) -> bool:
    return len(_TAG.sub("", _LINK.sub("", line)).split()) >= _FEWEST_WORDS


def _places(_: Path) -> Mapping[str, Place]:
    return _PLACES


DIALECT = Dialect(topics=topics_of, nested_topics=True, whole=is_whole, cut=as_topics, places=_places)
