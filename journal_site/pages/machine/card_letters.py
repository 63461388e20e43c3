"""Which titles the font of cards has no letters for: said before any is drawn, so without looking at the font."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journal_site.config.names import CONFIG_FILE
from journal_site.errors import Diagnostic, Location
from journal_site.pages.parts.context import PageContext
from journal_site.pages.parts.facts import Facts
from journal_site.pages.parts.shared import has_cards

_LATIN = "\u0000-\u058f\u1c80-\u1c8f\u1d00-\u2bff\u2c60-\u2dff\ua640-\ua7ff\uab30-\uab6f\ufb00-\ufb06"
_FOREIGN = re.compile(f"[^\\W\\d_{_LATIN}]")
"""Letters beyond Latin, Greek and Cyrillic."""
_SHOWN = 40
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def card_notices(facts: Facts) -> Iterator[Diagnostic]:
    """Tell that cards leave letters out, where the author may not know it."""
    context = PageContext(facts)
    if not has_cards(context) or context.config.card_font:
        return
    titles = [context.naming.headline(item.entry)[0] for item in context.index.items]
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
        hint="name a font that has them: 'card_font: fonts/NotoSansJP-Bold.ttf'"
        if _EAST_ASIAN.search(example)
        else "scripts that join their letters, or run from right to left, are not drawn; the day stands for the title",
    )
