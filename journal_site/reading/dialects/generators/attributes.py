"""Lists of attributes as kramdown, Goldmark and Python-Markdown have them: `{: .note }`, `{.wide #id}`, and so on.

A class that names a callout makes one; an id becomes an anchor; sizes go to the picture. All else is for another theme.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

from journal_site.expressions import expression
from journal_site.reading.dialects.generators.marks import block, html, image
from journal_site.reading.dialects.generators.pieces import MASK, masked, replace_in_prose
from journal_site.reading.markdown.alerts import KINDS, alert_of

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_CLASS: Final = r"""[.#][^\s{}.#"'=]{1,99}"""
_ITEM: Final = rf"""(?:{_CLASS}|[\w:-]{{1,99}}=(?:"[^"{{}}]*"|'[^'{{}}]*'|[^\s{{}}"']{{1,999}}))"""
_LISTED: Final = rf"[ \t]*{_ITEM}(?:[ \t]+(?:{_ITEM}|[\w-]+)|{_CLASS})*[ \t]*"
_KRAMDOWN: Final = r"\{:(?!:)(?P<kramdown>[^{}\n]*)\}"
_LIST: Final = rf"(?:{_KRAMDOWN}|\{{(?P<other>{_LISTED})\}})"
_ALONE: Final = expression(rf"(?P<lead>[ \t]*(?:>[ \t]*)*){_LIST}[ \t]*")
_OF_HEADING: Final = expression(rf"(?P<heading>[ \t]{{0,3}}#{{1,6}}[ \t].*?)[ \t]*{_LIST}[ \t]*#*[ \t]*")
_OF_IMAGE: Final = expression(
    rf"!\[(?P<alt>[^\[\]\n]*)\]\((?P<src>[^\s()]+)(?:[ \t]+\"(?P<title>[^\"\n]*)\")?\)(?:{_LIST})+"
)
_INLINE: Final = expression(
    rf"(?<=[)\]*_\"'=+^~>\ufdd5])(?:{_KRAMDOWN}|\{{(?P<other>{_LISTED}|[ \t]*data-[\w-]+[ \t]*)\}})"
)
_FLAG: Final = expression(r"<[a-zA-Z][^<>]{0,500}?(\s{1,9}markdown(?:=(?:\"\w*\"|'\w*'|\w+))?)(?=[\s>])[^<>]*>")
_ONE: Final = expression(r"""([.#])([^\s{}.#"'=]+)|([\w:-]+)=(?:"([^"]*)"|'([^']*)'|(\S+))""")
_TOC_LINE: Final = expression(r"[ \t]*(?:[*+-]|\d+\.)[ \t]+\S.*")
_CALLOUTS: Final = KINDS - {"quote", "example", "todo"}
_PREFIXES: Final = ("prompt-", "alert-", "admonition-", "callout-", "notice--", "notice-")
_SAME: Final = {"primary": "info", "secondary": "note", "default": "note", "new": "info"}
"""Classes of Bootstrap's alerts and of just-the-docs' labels."""

_LONGEST_LINE = 2000


class Attributes(NamedTuple):
    """A list of attributes."""

    classes: tuple[str, ...] = ()
    id: str = ""
    values: tuple[tuple[str, str], ...] = ()

    @property
    def callout(self) -> str:
        """The kind of callout that a class names, the last one; empty where none does."""
        found = [_callout_of(name) for name in self.classes]
        sure = [kind for kind in found if kind]
        return next((kind for kind in reversed(sure) if kind != "note"), sure[0] if sure else "")


def _callout_of(name: str) -> str:
    word = name.lower()
    prefix = next((one for one in _PREFIXES if word.startswith(one)), "")
    word = word.removeprefix(prefix)
    kind = alert_of(_SAME.get(word, word) if prefix else word, "")[0]
    return kind if kind in _CALLOUTS else ""


_CLOSING: Final = expression(r"[ \t]+#+[ \t]*$")
"""Signs that end a heading as others begin it."""


def read_attributes(text: str) -> Attributes:
    """Return what a list says, without its braces."""
    classes, name, values = [], "", []
    for sign, word, key, *value in _ONE.findall(text):
        if sign == ".":
            classes.append(word)
        elif sign == "#" or key == "id":
            name = word or next(filter(None, value), "")
        elif key == "class":
            classes += next(filter(None, value), "").split()
        else:
            values.append((key.lower(), next(filter(None, value), "")))
    return Attributes(tuple(classes), name, tuple(values))


def _of(match: re.Match[str]) -> Attributes:
    return read_attributes(match["kramdown"] if match["kramdown"] is not None else match["other"])


def settle_attributes(text: str) -> str:
    """Return a text with its lists of attributes as what they mean here."""
    text = _settle_flags(text)
    if "{" not in text:
        return text
    lines = text.split("\n")
    prose = masked(text).split("\n")
    at = 0
    while at < len(lines):
        if "{" in prose[at] and len(prose[at]) < _LONGEST_LINE:
            if match := _ALONE.fullmatch(prose[at]):
                at = _settle_block(lines, prose, at, match)
            elif match := _OF_HEADING.fullmatch(prose[at]):
                name = _of(match).id
                heading = _CLOSING.sub("", lines[at][: match.end("heading")])
                lines[at] = heading + (f" {{#{name}}}" if name else "")
        at += 1
    text = replace_in_prose("\n".join(lines), _OF_IMAGE, _write_image)
    return replace_in_prose(text, _INLINE, _write_inline)


def _settle_block(lines: list[str], prose: Sequence[str], at: int, match: re.Match[str]) -> int:
    """Settle a list that stands alone on a line, and return the last line that is settled with it."""
    attributes, lead = _of(match), match["lead"]
    before = prose[at - 1] if at else ""
    words = (match["kramdown"] or "").split()
    lines[at] = lead.rstrip()
    if "toc" in words and _TOC_LINE.fullmatch(before):
        lines[at - 1] = ""
    elif attributes.id and before.lstrip(" >").startswith("#"):
        lines[at - 1] = f"{lines[at - 1].rstrip(' #')} {{#{attributes.id}}}"
    elif attributes.id:
        lines[at] = lead + html(f'<a id="{escape(attributes.id)}"></a>')
    if not attributes.callout or before.lstrip().startswith(("#", "|")):
        return at
    if before.strip(" \t>"):
        _box_before(lines, prose, at, attributes.callout)
        return at
    end = at + 1
    while end < len(lines) and prose[end].strip():
        end += 1
    if end == at + 1:
        return at
    is_quote = prose[at + 1].lstrip().startswith(">")
    for line in range(at + 1, end):
        lines[line] = lines[line] if is_quote else f"{lead}> {lines[line].removeprefix(lead)}"
    lines[at] = f"{lead}> [!{attributes.callout.upper()}]"
    return at


def _box_before(lines: list[str], prose: Sequence[str], at: int, kind: str) -> None:
    """Make the paragraph or quote above a line a callout; its lines move down by one, to where the list stood."""
    first = at
    while first and prose[first - 1].strip():
        first -= 1
    is_quote = prose[first].lstrip().startswith(">")
    moved = [line if is_quote else f"> {line}" for line in lines[first:at]]
    lines[first : at + 1] = [f"> [!{kind.upper()}]", *moved]


def _write_image(match: re.Match[str]) -> str | None:
    """Write a picture with a size as a tag; another stays, without its list."""
    if MASK in match[0]:
        return None
    attributes = _of(match)
    kept = {key: value for key, value in attributes.values if key in {"width", "height", "align"}}
    if not kept:
        return match[0][: match[0].index(")") + 1]
    title = {"title": match["title"]} if match["title"] else {}
    return html(image({"src": match["src"], "alt": match["alt"], **title, **kept}))


def _write_inline(match: re.Match[str]) -> str:
    name = _of(match).id
    return html(f'<a id="{escape(name)}"></a>') if name else ""


def _settle_flags(text: str) -> str:
    """Return a text in which tags that say that Markdown is within them end no later than their line."""
    if " markdown" not in text:
        return text

    def write(match: re.Match[str]) -> str | None:
        return None if MASK in match[0] else block(" ".join(match[0].replace(match[1], "", 1).split()))

    return replace_in_prose(text, _FLAG, write)
