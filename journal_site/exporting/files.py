"""A journal as Markdown files, one for each text: as they are, for Obsidian, or for Hugo.

They are written as `import` writes entry files, each read back and compared; comments, private blocks and whatever else
the site does not show stay behind.
"""

from __future__ import annotations

import json
import posixpath
import re
from bisect import bisect_right
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal_site.config.names import CONFIG_FILE
from journal_site.engine.records import legible, slice_digest
from journal_site.errors import ContentError, Diagnostic, Location
from journal_site.exporting.collection import Exported, ExportedFile
from journal_site.expressions import expression
from journal_site.file_kinds import NOTEBOOK, TEXT_SUFFIXES
from journal_site.importing.entry_files import ImportPlan, plan_files
from journal_site.importing.in_place import Fragments, InPlace, OutlinedSource
from journal_site.importing.relink import relink
from journal_site.importing.target import ImportTarget
from journal_site.importing.yaml_text import written
from journal_site.reading.front_matter.split import split_front_matter
from journal_site.reading.git.dates import read_histories
from journal_site.reading.markdown.code_ranges import find_code
from journal_site.reading.outline.read import read_outline
from journal_site.reading.scan.texts import read_source

if TYPE_CHECKING:
    from journal_site.exporting.collection import Collection
    from journal_site.model.index import Item
    from journal_site.model.source import Found

_POSTS = "content/posts"
_SHORTCODE = expression(r"\{\{([<%])(?!/\*)(.*?)(?<!\*/)([>%])\}\}", re.DOTALL)
_KEY = expression(r"^updated:", re.MULTILINE)
_HTML_COMMENT = expression(r"<!--(?:>|->|.*?-->)|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![A-Za-z][^<>]*>", re.DOTALL)
_SPAN = expression(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_TAG = expression(r"[^\w/-]+")


class PublishedTexts(NamedTuple):
    """The texts as files, in no tool's way yet."""

    plan: ImportPlan
    assets: tuple[ExportedFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    texts: int


def as_files(collection: Collection) -> Exported:
    """Return a journal of its own: site.yaml and a file for each text below `entries/`."""
    texts = published_texts(collection, "entries")
    files = [ExportedFile(f"entries/{one.name}", _bytes(one.text)) for one in texts.plan.files]
    return _exported(texts, [ExportedFile(CONFIG_FILE, _settings(collection)), *files])


def as_vault(collection: Collection) -> Exported:
    """Return a vault of Obsidian's: tags without blanks, links by relative paths, which Obsidian follows."""
    texts = published_texts(collection, "")
    files = [ExportedFile(one.name, _bytes(_with_plain_tags(one.text, one.item))) for one in texts.plan.files]
    settings = json.dumps({"useMarkdownLinks": True, "newLinkFormat": "relative", "attachmentFolderPath": "files"})
    return _exported(texts, [*files, ExportedFile(".obsidian/app.json", f"{settings}\n".encode())])


def as_hugo(collection: Collection) -> Exported:
    """Return a site of Hugo's: `hugo.toml`, and the section `posts`, whose index carries the texts' files."""
    texts = published_texts(collection, _POSTS)
    own = {one.name for one in texts.plan.files}
    files = [
        ExportedFile(f"{_POSTS}/{_hugo_name(one.name)}", _bytes(_for_hugo(one.text, f"{_POSTS}/{one.name}", own)))
        for one in texts.plan.files
    ]
    index = ExportedFile(f"{_POSTS}/_index.md", _bytes(f"---\ntitle: {written(collection.config.title)}\n---\n"))
    taken = any(file.name == index.name for file in files)
    return _exported(
        texts, [ExportedFile("hugo.toml", _hugo_settings(collection)), *([] if taken else [index]), *files]
    )


# --- the texts


def published_texts(collection: Collection, folder: str) -> PublishedTexts:
    """Return the texts as files below a folder. Raises ContentError where one has changed since it was found fit."""
    root = collection.planned.maker.root
    wanted = {item.entry.source for item in collection.texts}
    found = [one for one in collection.planned.inputs.sources if one.path in wanted and not _is_notebook(one.path)]
    histories = read_histories(root, found)
    texts = {one.path: _read(collection, one, histories.lines.get(one.path, ())) for one in found}
    items = [item for item in collection.texts if item.entry.source in texts]
    for item in items:
        _check(item, texts[item.entry.source])
    texts = {path: _uncommented(text) for path, text in texts.items()}
    index = replace(
        collection.planned.derived.index,
        items=tuple(item for item in items if item.entry.kind != "introduction"),
        introduction=tuple(item for item in items if item.entry.kind == "introduction"),
    )
    places = {path: url for url, path in collection.planned.derived.index.assets}
    assets = {path: one.asset for path, one in collection.planned.derived.assets.items() if one is not None}
    read = InPlace(
        base=root, texts=texts, left_out=(), index=index, assets=assets, notebooks=(), diagnostics=()
    )  # fmt: skip
    target = ImportTarget(
        folder=folder,
        inside=False,
        repo=collection.config.repo,
        dialects=(),
        published=frozenset(places),
        site=collection.context.urls.base,
    )
    plan = plan_files(read, target, {}, Fragments())
    copied = ((name, collection.file(places[path])) for path, name in plan.assets.items() if path in places)
    files = tuple(ExportedFile(posixpath.join(folder, name), raw) for name, raw in copied if raw is not None)
    left = [item for item in collection.texts if item.entry.source not in texts]
    return PublishedTexts(plan, files, (*plan.diagnostics, *map(_left, left)), len(items))


def _read(collection: Collection, found: Found, history: tuple[tuple[int, str], ...]) -> OutlinedSource:
    source = legible(read_source(collection.planned.maker.root, found, history))
    return OutlinedSource(found, source, read_outline(source, found.options))


def _uncommented(text: OutlinedSource) -> OutlinedSource:
    """Return a source whose parts have lost the comments of HTML, which Markdown leaves to those who read the page."""
    parts = tuple(
        replace(
            part,
            text=without_html_comments(part.text),
            heading=without_html_comments(part.heading),
            title=without_html_comments(part.title),
        )
        for part in text.outline.slices
    )
    definitions = without_html_comments(text.outline.definitions)
    return text._replace(outline=replace(text.outline, slices=parts, definitions=definitions))


def without_html_comments(text: str) -> str:
    """Return a text without what the page's source alone would hold: `<!-- … -->`, `<? … ?>`, `<!… >`, outside code."""
    if not _HTML_COMMENT.search(text):
        return text
    blocks = find_code(text).blocks
    pieces, kept, at = [], 0, 0
    while match := _HTML_COMMENT.search(text, at):
        place = bisect_right(blocks, match.start(), key=attrgetter("start")) - 1
        in_block = place >= 0 and match.start() < blocks[place].end
        if in_block or _in_span(text, match.start()):
            at = blocks[place].end if in_block else match.start() + 1
            continue
        pieces.append(text[kept : match.start()])
        kept = at = match.end()
    return "".join((*pieces, text[kept:]))


def _in_span(text: str, at: int) -> bool:
    """Tell whether a place lies within a span of code of its line."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    return any(match.start() + start < at < match.end() + start for match in _SPAN.finditer(line))


def _check(item: Item, text: OutlinedSource) -> None:
    """Raise ContentError where a text is no longer what was found fit to be published."""
    entry, outline = item.entry, text.outline
    part = outline.slices[entry.position] if entry.position < len(outline.slices) else None
    known = part and slice_digest(part, entry.source, outline.definitions, text.found.options.html)
    if known != entry.body:
        raise ContentError(
            Diagnostic(
                severity="error",
                code="export-changed",
                message="it changed while it was exported",
                location=Location(path=entry.source),
                hint="export again",
            )
        )


def _left(item: Item) -> Diagnostic:
    return Diagnostic(
        severity="notice",
        code="export-notebook",
        message="a notebook is no Markdown text, and is not among the files",
        location=Location(path=item.entry.source),
        hint="it is in the book and in the database, and the notebook itself is where it was",
    )


def _is_notebook(path: str) -> bool:
    return path.lower().endswith(NOTEBOOK)


def _exported(texts: PublishedTexts, files: list[ExportedFile]) -> Exported:
    return Exported((*files, *texts.assets), texts.texts, texts.diagnostics)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _settings(collection: Collection) -> bytes:
    config = collection.config
    lines = {"title": config.title, "url": config.url, "author": config.author, "description": config.description}
    said = [f"{key}: {written(value)}\n" for key, value in lines.items() if value]
    return "".join([*said, f"language: {written(config.language)}\n", "sources: [entries/]\n"]).encode()


# --- for Obsidian


def _with_plain_tags(text: str, item: Item) -> str:
    """Return a text whose tags have signs in place of what a vault's tags cannot hold."""
    front, body, _ = split_front_matter(text)
    names = [_TAG.sub("-", name).strip("-") for name in item.entry.tags] if front else []
    if not names:
        return text
    return re.sub(r"^tags:.*$", lambda _: f"tags: {written(tuple(names))}", front, count=1, flags=re.MULTILINE) + body


# --- for Hugo


def _hugo_name(name: str) -> str:
    folder, base = posixpath.split(name)
    stem, suffix = posixpath.splitext(base)
    return posixpath.join(folder, f"_index{suffix}") if stem.casefold() in {"index", "readme"} else name


def _for_hugo(text: str, path: str, own: set[str]) -> str:
    """Return a text whose links, dates of change and braces are as Hugo wants them."""
    front, body, _ = split_front_matter(text)
    body = _SHORTCODE.sub(lambda match: f"{{{{{match[1]}/*{match[2]}*/{match[3]}}}}}", body)
    choose = _hugo_chooser(path, own)
    return _KEY.sub("lastmod:", relink(front, choose)) + relink(body, choose)


def _hugo_chooser(path: str, own: set[str]) -> Callable[[str], str | None]:
    def choose(meant: str) -> str | None:
        written_path, mark, fragment = meant.partition("#")
        if not written_path or "://" in meant or meant.startswith(("/", "mailto:", "data:")):
            return None
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), written_path))
        name = target.removeprefix(f"{_POSTS}/")
        if name in own and posixpath.splitext(name)[1].lower() in TEXT_SUFFIXES:
            return f'{{{{< relref "/posts/{_hugo_name(name)}{mark}{fragment}" >}}}}'
        # A page lies one folder deeper than its text.
        return f"../{meant}" if target.startswith(f"{_POSTS}/") else None

    return choose


def _hugo_settings(collection: Collection) -> bytes:
    config = collection.config
    rows = [
        f"baseURL = {json.dumps(config.url or 'https://example.org/')}",
        f"languageCode = {json.dumps(config.language)}",
        f"title = {json.dumps(config.title, ensure_ascii=False)}",
        "",
        "[markup.goldmark.renderer]",
        "unsafe = true",
    ]
    return "".join(f"{row}\n" for row in rows).encode()
