"""What a file that others wrote holds that a browser could run, whatever the file is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journal_site.expressions import expression
from journal_site.reading.html.svg import clean_svg

if TYPE_CHECKING:
    from journal_site.model.source import Markup

_BEGINS = expression(
    rb"(?:\xef\xbb\xbf)?[\t\n\f\r ]*<(?:!--|\?xml|(?:!doctype|html|head|script|iframe|h1|div|font|table|a|style|title|b"
    rb"|body|br|p|svg)(?=[\s/>:]))",
    re.IGNORECASE,
)
"""By what a browser knows a page that it is told no type of (mimesniff.spec.whatwg.org, "Identifying a resource with an
unknown MIME type"), or XML."""


def markup_of(path: str, raw: bytes) -> Markup:
    """Return what a file holds: a drawing that can be shown so that nothing in it runs, a page, or neither."""
    if not path.lower().endswith(".svg") and not _BEGINS.match(raw):
        return ""
    return "drawing" if clean_svg(raw) else "page"
