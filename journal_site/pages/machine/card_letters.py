"""Which titles the font of cards has no letters for: said before any is drawn, so without looking at the font."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from journal_site.config.names import CONFIG_FILE
from journal_site.errors import Diagnostic, Location
from journal_site.expressions import expression
from journal_site.pages.parts.context import PageContext
from journal_site.pages.parts.facts import Facts
from journal_site.pages.parts.shared import has_cards

_LATIN = "\u0000-\u058f\u1c80-\u1c8f\u1d00-\u2bff\u2c60-\u2dff\ua640-\ua7ff\uab30-\uab6f\ufb00-\ufb06"
_FOREIGN = expression(f"[^\\W\\d_{_LATIN}]")
"""Letters beyond Latin, Greek and Cyrillic."""
_SHOWN = 40
_HAN = expression("[\u3400-\u9fff\U00020000-\U0003ffff]")
_SCRIPTS = (("KR", expression("[\u1100-\u11ff\uac00-\ud7a3]")), ("JP", expression("[\u3040-\u30ff]")))
"""Which of Noto's fonts has the letters that one language alone is written in."""
_OF_LANGUAGE = {"ja": "JP", "ko": "KR", "zh-tw": "TC", "zh-hk": "HK", "zh-hant": "TC"}
"""Which has the forms of Chinese characters that a language's readers are used to; else the simplified ones."""


def card_notices(facts: Facts) -> Iterator[Diagnostic]:
    """Tell that cards leave letters out, where the author may not know it."""
    context = PageContext(facts)
    if not has_cards(context) or context.config.card_font:
        return
    titles = [context.headline(item)[0] for item in context.index.items]
    lacking = [title for title in titles if not title.isascii() and _FOREIGN.search(title)]
    if not lacking:
        return
    count = "one card leaves" if len(lacking) == 1 else f"{len(lacking)} cards leave"
    example = lacking[0] if len(lacking[0]) <= _SHOWN else lacking[0][:_SHOWN].rstrip() + "…"
    yield Diagnostic(
        severity="notice",
        code="card-letters",
        message=f"{count} letters of the title out, for which the font has none: '{example}'",
        location=Location(path=CONFIG_FILE),
        hint=_hint(lacking, context.config.language),
    )


def _hint(titles: Sequence[str], language: str) -> str:
    """Name the font that has the letters of most of the titles."""
    counts = Counter(name for title in titles if (name := _noto(title, language)))
    if not counts:
        return "scripts that join their letters, or run from right to left, are not drawn; the day stands for the title"
    return f"name a font that has them: 'card_font: fonts/NotoSans{counts.most_common(1)[0][0]}-Bold.ttf'"


def _noto(title: str, language: str) -> str:
    """Return which of Noto's East Asian fonts a title is written with; nothing where it is in another script."""
    own = next((name for name, letters in _SCRIPTS if letters.search(title)), "")
    if own or not _HAN.search(title):
        return own
    tag = language.casefold()
    return _OF_LANGUAGE.get(tag) or _OF_LANGUAGE.get(tag.partition("-")[0], "SC")
