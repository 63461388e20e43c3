"""What templates leave to be filled in: `{{title}}`, `<% tp.date.now() %>`, `{% if x %}`."""

from __future__ import annotations

from typing import Final

from journal_site.expressions import expression

PLACEHOLDER: Final = expression(r"\{\{[^\n]{0,300}?\}\}+|<%[^\n]{0,300}?%>|\{%[^\n]{0,300}?%\}")
_OPENINGS: Final = ("{{", "<%", "{%")
_WORD: Final = expression(r"[^\W_]")


def has_placeholder(text: str) -> bool:
    """Tell at a glance whether a text may hold one."""
    return "{{" in text or "<%" in text or "{%" in text


def is_placeholder(text: str) -> bool:
    """Tell whether a value is nothing but placeholders: `{{date}} {{time}}`, and not `How {{ x }} works`."""
    if not text.startswith(_OPENINGS):
        return False
    rest = PLACEHOLDER.sub("", text)
    return rest != text and not _WORD.search(rest)
