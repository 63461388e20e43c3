"""Syntax of known tools that nothing has read: it would stand in the text as it was typed, so that it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journal_site.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORMS: Final = (
    (r"\{\{[<%]-?\s*/?\s*([\w./-]+)", "Hugo's shortcode '{}'"),
    (r"\{%-?\s*(\w+)", "the Liquid tag '{}'"),
    (r"\{\{-?\s*((?:site|page|post|content)\.[\w.]+)[^{{}}\n]*\}\}".replace("{{}}", "{}"), "the Liquid value '{}'"),
    (r"(?<![^\s)\]`*_])\{:\s*[.#\w]", "a list of attributes"),
    (r"(?m:^)(?::[ \t]+)?[!?]{3}\+?\s+(\w+)", "MkDocs' admonition '{}'"),
    (r"(?m:^)={3}[!+]?\s+[\"“]", "MkDocs' tab"),
    (r"(?m:^)-+8<-+\s", "MkDocs' snippet"),
    (r"(?m:^):{3,}\s*\{?([a-z][\w-]*)", "the container '{}'"),
    (r"\(\([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\)\)", "Logseq's reference to a block"),
    (r"\{\{(embed|query|video|youtube|tweet|renderer|cloze|namespace)\b[^{}\n]*\}\}", "Logseq's macro '{}'"),
)  # fmt: skip
_RAW: Final = expression("|".join(f"(?P<form{at}>{pattern})" for at, (pattern, _) in enumerate(_FORMS)))


def may_be_raw(text: str) -> bool:
    """Tell at a glance whether a text may hold such syntax."""
    return (
        "{" in text or "((" in text or ":::" in text or "!!!" in text or "???" in text or "===" in text or "8<" in text
    )


def find_raw(prose: str, content: str) -> Iterator[tuple[int, int, str]]:
    """Give of each piece of such syntax in a text without code the line breaks before it, its place, and its name.

    The place is that in `content`, the text as it was typed; 0 where it is not known.
    """
    breaks, passed, position = 0, 0, 0
    lost: set[str] = set()
    for match in _RAW.finditer(prose):
        at = int((match.lastgroup or "form0").removeprefix("form"))
        names = [name for name in match.groups() if name and name != match[0]]
        breaks += prose.count("\n", passed, match.start())
        passed = match.start()
        signs = match[0].strip()
        found = content.find(signs, position) if signs not in lost else -1
        if found < 0:
            lost.add(signs)
        position = max(position, found + 1)
        yield breaks, max(found, 0), _FORMS[at][1].format(names[0] if names else "")
