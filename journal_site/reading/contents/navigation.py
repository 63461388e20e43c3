"""Lines that lead from one text of a vault to the next, and say nothing: `<< [[2024-01-01]] | [[2024-01-03]] >>`."""

from __future__ import annotations

import re

from journal_site.expressions import expression

_LINK = expression(r"\[\[[^\[\]\n]+\]\](?!\()|\[[^\[\]\n]*\]\([^()\n]*\)")
_WORDS = expression(
    r"(?:prev(?:ious)?|next|back|forward|up|home|index|yesterday|today|tomorrow|day|week|month|year|note|daily|"
    r"navigation|nav|parent|before|after|older|newer)\b[ \t:]*",
    re.IGNORECASE,
)
_SIGNS = expression(r"[|<>«»‹›←→↑↓⇐⇒⬅➡⬆⬇◀▶◁▷⏮⏭🡐🡒🔙🔜·•/\\:,*_~-]|\ufe0f|\s")
_PARTING = expression(r"[|<>«»‹›←→⇐⇒⬅➡◀▶◁▷⏮⏭🡐🡒🔙🔜·•/]")


def is_navigation(text: str) -> bool:
    """Tell whether a text is no more than wikilinks with signs that part them or point to where they lead."""
    if "[[" not in text:
        return False
    rest, links = _LINK.subn(" ", text)
    rest, words = _WORDS.subn("", rest)
    if _SIGNS.sub("", rest):
        return False
    arrows = bool(_PARTING.search(rest))
    return (links > 1 and (arrows or bool(words))) or (
        links == 1 and (bool(words) or bool(re.search(r"<<|>>|[←→«»⬅➡]", rest)))
    )
