"""The words that a Markdown reader shows of a text, and those that a site shows, counted, so that none is lost.

What no reader shows is left out on the text's side: front matter, comments, link targets, TeX, drawings'
sources, names of emoji.
"""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import emoji
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from journal_site.reading.front_matter.split import split_front_matter

_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
# A number is a word of its own: pages call the day of a heading `Day1` by its number, `Day 1`.
_WORD = re.compile(f"[{_CJK}]|\\d+|[^\\W\\d_{_CJK}]+")
_MATH = re.compile(
    r"\$\$.*?\$\$|\$(?=\S)[^$\n]*?(?<=\S)\$(?!\d)|^[ \t]*```\s*(?:math|mermaid)\b.*?^[ \t]*```|\\\[.*?\\\]|\\\(.*?\\\)",
    re.DOTALL | re.MULTILINE,
)
_WIKILINK = re.compile(r"\[\[[^\[\]|\n]*\|([^\[\]\n]*)\]\]")
_EMBED = re.compile(r"!\[\[[^\[\]\n]*\]\]")
_SLIP = re.compile(r"\)\[https?:[^\]\s]*\]")
_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub tt u var wbr".split()
)
_TASK = re.compile(r"^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[[ xX]\]", re.MULTILINE)
_TEXT = re.compile(r"<article\b.*?</article>|<main\b.*?</main>", re.DOTALL)
_HIDDEN = frozenset({"script", "style", "template"})
_SAID = frozenset({"alt", "title", "aria-label", "placeholder"})


class _Text(HTMLParser):
    """Collects what HTML shows: its text, and what attributes say in its place."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.said: list[str] = []
        """By attributes: a title stands beside the words that its tag stands amid."""
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        self.said += [value for name, value in attrs if name in _SAID and value]
        if tag not in _INLINE:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN and self._hidden > 0
        if tag not in _INLINE:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def words_of_html(html: str) -> Counter[str]:
    """Return the words that a page shows."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return words_of_text(" ".join(("".join(parser.parts), *parser.said)))


def words_of_markdown(text: str) -> Counter[str]:
    """Return the words that a plain reader of CommonMark and GFM shows of a text, whether or not it knows TeX."""
    _, text, _ = split_front_matter(text)
    for pattern, instead in ((_EMBED, " "), (_WIKILINK, r"\1"), (_SLIP, ")"), (_TASK, r"\1")):
        text = pattern.sub(instead, text)
    text = emoji.emojize(text, language="alias")
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)
    return words_of_html(reader.render(text)) & words_of_html(reader.render(_MATH.sub(" ", text)))


def words_of_text(text: str) -> Counter[str]:
    """Return the words of a text as it stands."""
    return Counter(word.casefold() for word in _WORD.findall(text))


def words_of_site(site: Path) -> Counter[str]:
    """Return how often each word is on the pages that hold texts: lists, which repeat them, do not count."""
    words = words_of_html((site / "index.html").read_text(encoding="utf-8"))
    for folder in ("entries", "introduction", "notebooks", "notes", "pages"):
        for page in (site / folder).rglob("*.html"):
            html = page.read_text(encoding="utf-8")
            if (text := _TEXT.search(html)) and page.parent != site / "notes":
                words += words_of_html(text[0])
    return words
