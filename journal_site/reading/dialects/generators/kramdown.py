"""What kramdown has beyond Markdown besides lists of attributes: its extensions, and the sign that ends a block."""

from __future__ import annotations

import re
from typing import Final

from journal_site.expressions import expression
from journal_site.reading.dialects.generators.pieces import padded, replace_in_prose

_EXTENSION: Final = expression(
    r"\{::comment\}(?:(?!\{::comment\}).)*?\{:/(?:comment)?\}|\{::comment[^{}]*/\}|\{::nomarkdown[^{}]*\}|\{:/(?:nomarkdown)?\}|"
    r"\{::options[^{}]*/?\}|^[ \t]*\{:[\w-]+:[^{}\n]*\}[ \t]*$|^\^[ \t]*$",
    re.DOTALL | re.MULTILINE,
)


def settle_kramdown(text: str) -> str:
    """Return a text without what says only to kramdown how to read it, and without its comments."""
    return replace_in_prose(text, _EXTENSION, lambda match: padded("", match[0]))
