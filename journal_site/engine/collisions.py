"""Decide who has a place of the site that two outputs need: one path, or one name for a file and for a folder.

Case does not count: many disks take names that differ in nothing else for one. What is decided hangs on the plan alone,
so that a site is the same whatever the folder held before, and what gets no place is named.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from journal_site.engine.keys import SiteOutput
from journal_site.errors import Diagnostic, Location
from journal_site.model.entry import Entry
from journal_site.model.index import Index
from journal_site.model.page import Copy, Page, Scaled
from journal_site.site.obstacles import fold

if TYPE_CHECKING:
    from journal_site.pages.plan import Plan

_REDIRECT = "redirect.html"


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """What the site holds, and which outputs found their place taken, each with the one that has it."""

    outputs: tuple[SiteOutput, ...]
    lost: tuple[tuple[SiteOutput, SiteOutput], ...]


def settle(claims: Iterable[SiteOutput]) -> Settled:
    """Give each output its place, in the order in which they come."""
    places = _Places()
    outputs: list[SiteOutput] = []
    lost: list[tuple[SiteOutput, SiteOutput]] = []
    for output in claims:
        key = fold(output.path)
        holder = places.holder(key)
        if holder is None:
            places.give(key, output)
        elif output == holder:
            continue
        elif not _are_two_files(output, holder):
            lost.append((output, holder))
            continue
        outputs.append(output)
    return Settled(outputs=tuple(outputs), lost=tuple(lost))


class _Places:
    """Which folded paths are files, and which are folders of files."""

    def __init__(self) -> None:
        self._files: dict[str, SiteOutput] = {}
        self._folders: dict[str, SiteOutput] = {}

    def holder(self, key: str) -> SiteOutput | None:
        """Return what keeps a file from being there: a file, one in a folder of that name, or one on the way."""
        holder = self._files.get(key) or self._folders.get(key)
        folder = key.rpartition("/")[0]
        while holder is None and folder and folder not in self._folders:
            holder = self._files.get(folder)
            folder = folder.rpartition("/")[0]
        return holder

    def give(self, key: str, output: SiteOutput) -> None:
        """Let a file be there."""
        self._files[key] = output
        folder = key.rpartition("/")[0]
        while folder and folder not in self._folders:
            self._folders[folder] = output
            folder = folder.rpartition("/")[0]


def _are_two_files(one: SiteOutput, other: SiteOutput) -> bool:
    """Tell whether two names that differ in case only are of files on the author's disk, which can tell them apart."""
    return one.path.count("/") == other.path.count("/") and one.path != other.path and _is_own(one) and _is_own(other)


def _is_own(output: SiteOutput) -> bool:
    return isinstance(output, Scaled) or (isinstance(output, Copy) and not output.theme)


# --- saying so -------------------------------------------------------------------------------------------------------


def report_lost(settled: Settled, plan: Plan, index: Index) -> Iterator[Diagnostic]:
    """Name what found its place taken, where its author wrote it."""
    if not settled.lost and (plan.planned or not index.pages):  # nor have two planners planned one path
        return
    from journal_site.pages.parts.urls import page_path  # noqa: PLC0415 - seldom

    items = {item.url: item.entry for item in (*index.items, *index.introduction, *index.pages)}
    entries = {page_path(alias): items[url] for alias, url in index.redirects}
    pages: dict[str, str] = {}
    for item in index.pages:
        first = pages.setdefault(page_path(item.url), item.entry.source)
        if first != item.entry.source:
            yield _text_replaced(item.entry.source, first)
    texts = {page_path(item.url): item.entry.source for item in (*index.items, *index.introduction)}
    for path in () if plan.planned else _planned_again(plan, pages):
        yield _text_replaced(texts[path], pages[path]) if path in texts else _page_replaced(path, pages[path])
    for output, holder in settled.lost:
        if isinstance(output, Page) and output.template == _REDIRECT:
            yield _alias_taken(output, holder, entries[output.path])
        elif holder.path in pages and not isinstance(output, Copy | Scaled):
            yield _page_replaced(output.path, pages[holder.path])
        else:
            yield _place_taken(output, holder)


def _planned_again(plan: Plan, pages: Container[str]) -> Iterator[str]:
    """Give the places of the author's pages that others were planned for as well: the plan has the first alone."""
    from journal_site.pages.page_kinds import PAGE_KINDS  # noqa: PLC0415 - seldom
    from journal_site.pages.parts.context import PageContext  # noqa: PLC0415 - seldom

    context = PageContext(plan.facts)
    for kind in PAGE_KINDS:
        if kind.key != "pages":
            yield from (output.path for output in kind.plan(context) if output.path in pages)


def _text_replaced(source: str, holder: str) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="place-taken",
        message=f"is not published: its place is taken by '{holder}'",
        location=Location(path=source),
        hint="give one of the two another name",
    )


def _page_replaced(path: str, page: str) -> Diagnostic:
    return Diagnostic(
        severity="notice",
        code="page-replaced",
        message=f"stands in the place of the site's own '{path}'",
        location=Location(path=page),
        hint="if that is not meant, rename the file",
    )


def _alias_taken(output: Page, holder: SiteOutput, entry: Entry) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="alias-taken",
        message=f"the alias '/{output.path.removesuffix('index.html')}' is taken by {_name(holder)}",
        location=Location(path=entry.source, line=entry.line),
        hint="an alias with a slash becomes a redirect: name an old address that no other page has",
    )


def _place_taken(output: SiteOutput, holder: SiteOutput) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="place-taken",
        message=f"is not published: its place is taken by {_name(holder)}",
        location=Location(path=_standing_in_the_way(output, holder)),
        hint="give it a name that no file or folder of the site has; case does not count",
    )


def _name(holder: SiteOutput) -> str:
    return f"'{holder.asset}'" if isinstance(holder, Copy) and not holder.theme else f"the site's own '{holder.path}'"


def _standing_in_the_way(output: SiteOutput, holder: SiteOutput) -> str:
    """Return the author's file, or the folder that would have to be a file; else the place in the site."""
    path = output.asset if isinstance(output, Copy | Scaled) else output.path
    below = output.path.count("/") - holder.path.count("/")
    return path.rsplit("/", below)[0] if fold(output.path).startswith(f"{fold(holder.path)}/") else path
