"""What stands between the marks: the journal's days, newest entries, topics, numbers and streak, as Markdown.

Only what a build publishes is named. Links lead to the site where its address is known and wanted, else to the texts.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlencode, urlsplit

from journal_site.expressions import expression
from journal_site.pages.kinds.profile import BADGE, HEATMAP, WALL, plan_profile
from journal_site.pages.words.streak_rules import streak_rule_words
from journal_site.slugs import heading_slug

if TYPE_CHECKING:
    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

_NEWEST: Final = 10
_SPECIAL: Final = expression(r"([\\`*_\[\]|~$#])")


class ReadmeWriter:
    """Writes the blocks of one file."""

    def __init__(self, context: PageContext, folder: str, *, to_site: bool) -> None:
        """Write for a file in this folder, which is relative to the journal's; `to_site` links lead to the site."""
        self._context = context
        self._folder = folder
        self._to_site = to_site and bool(context.urls.base)

    def write(self, name: str, limit: int) -> str:
        """Return a block's Markdown."""
        return BLOCKS[name](self, limit)

    def days(self, limit: int) -> str:
        """Return all entries, oldest first; with a limit the newest of them."""
        entries = self._context.entries
        return self._list(entries[-limit:] if limit else entries)

    def newest(self, limit: int) -> str:
        """Return the newest entries, the newest first."""
        return self._list(self._context.entries[: -(limit or _NEWEST) - 1 : -1])

    def topics(self, limit: int) -> str:
        """Return each topic with its entries and notes; with a limit those with most."""
        topics = [topic for topic in self._context.index.topics if topic.entries]
        if limit:
            largest = sorted(topics, key=lambda one: (-len(one.entries), one.slug))[:limit]
            topics = [topic for topic in topics if topic in largest]
        items = self._context.items
        parts = [
            f"### {_escaped(topic.name)} ({self._context.wording.number(len(topic.entries))})\n\n"
            f"{self._list(items[key] for key in topic.entries if key in items)}"
            for topic in topics
        ]
        return "\n\n".join(parts)

    def counts(self, _limit: int) -> str:
        """Return how much there is: entries, days, topics, links, words."""
        context, labels = self._context, self._context.labels
        index = context.index
        counts = (
            (labels.entries, len(context.entries)),
            (labels.notes_count, len(context.notes)),
            (labels.active_days, index.streaks.active_days),
            (labels.topics_count, len(index.topics)),
            (labels.links_count, len(index.links)),
            (labels.notebooks_count, len(index.notebooks)),
            (labels.words, sum(item.entry.words for item in index.items)),
        )
        return " · ".join(context.wording.counted(forms, count) for forms, count in counts if count)

    def streak(self, _limit: int) -> str:
        """Return the streak that is running with its rule, and the longest."""
        context, labels = self._context, self._context.labels
        streaks, counted = context.index.streaks, context.wording.counted
        rule = streak_rule_words(context.wording, context.config.streak)
        current = f"**{labels.current_streak}**: {counted(labels.streak_days, streaks.current.days)}"
        longest = f"**{labels.longest_streak}**: {counted(labels.streak_days, streaks.longest.days)}"
        return " · ".join((f"{current} ({rule})" if rule else current, longest))

    def begin(self, _limit: int) -> str:
        """Return a link to begin today's entry in the browser; nothing where the repository is not on a forge."""
        address = _begin_address(self._context)
        date = self._context.index.streaks.today
        return f"[{_escaped(self._context.wording.date(date))}: +]({address})" if address else ""

    def pictures(self, _limit: int) -> str:
        """Return the site's badge, heatmap and wall, as links to it; nothing where its address is not known."""
        urls, title = self._context.urls, _escaped(self._context.config.title)
        drawn = {one.path for one in plan_profile(self._context)}
        shown = [
            f"[![{title}]({urls.absolute(name)})]({urls.base})" for name in (BADGE, HEATMAP, WALL) if name in drawn
        ]
        return "\n\n".join(shown) if urls.base else ""

    def _list(self, items: Iterable[Item]) -> str:
        return "\n".join(self._row(item) for item in items)

    def _row(self, item: Item) -> str:
        wording, entry = self._context.wording, item.entry
        title = self._context.naming.headline(entry)[0]
        before = wording.days(entry) or wording.dates(entry)
        told = f"{_escaped(before)}: " if before and before != title else ""
        date = f" ({_escaped(wording.dates(entry))})" if wording.days(entry) and entry.date else ""
        return f"- {told}[{_escaped(title)}]({self._address(item)}){date}"

    def _address(self, item: Item) -> str:
        if self._to_site:
            return self._context.urls.absolute(item.url)
        path = posixpath.relpath(item.entry.source, self._folder or ".")
        heading = heading_slug(item.entry.heading) if item.entry.heading else ""
        return quote(path) + (f"#{quote(heading)}" if heading else "")


BLOCKS: Final[dict[str, Callable[[ReadmeWriter, int], str]]] = {
    "days": ReadmeWriter.days,
    "newest": ReadmeWriter.newest,
    "topics": ReadmeWriter.topics,
    "counts": ReadmeWriter.counts,
    "streak": ReadmeWriter.streak,
    "begin": ReadmeWriter.begin,
    "pictures": ReadmeWriter.pictures,
}
"""What a mark may name."""


def _escaped(text: str) -> str:
    """Return a text as Markdown shows it letter by letter, on one line; nothing in it is a tag, a link or a mark."""
    line = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", line)


def _begin_address(context: PageContext) -> str:
    config, today = context.config, context.index.streaks.today
    host = urlsplit(config.repo).hostname or ""
    source = posixpath.normpath(posixpath.join(config.repo_folder, config.sources[0].path))
    branch = quote(config.branch)
    middle = f"-/{{}}/{branch}" if "gitlab" in host else f"{{}}/{branch}"
    if not config.repo or "bitbucket" in host:
        return ""
    if _is_file(source):
        return f"{config.repo}/{middle.format('edit')}/{quote(source)}"
    name = f"{today.isoformat()}.md"
    folder = "" if source == "." else quote(source)
    asked = urlencode({"file_name" if "gitlab" in host else "filename": name})
    return f"{config.repo}/{middle.format('new')}/{folder}".rstrip("/") + f"?{asked}"


def _is_file(source: str) -> bool:
    return posixpath.splitext(source)[1].lower() in {".md", ".markdown", ".mdx", ".ipynb"}
