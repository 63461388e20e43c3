"""What Python-Markdown's extensions add to a paragraph, as Material for MkDocs documents them, and snippets."""

from __future__ import annotations

import re
from html import escape
from textwrap import dedent
from typing import TYPE_CHECKING, Final

from journal_site.expressions import expression
from journal_site.reading.dialects.generators.marks import html, included, literal
from journal_site.reading.dialects.generators.pieces import Translator, padded
from journal_site.reading.dialects.generators.snippets import SNIPPET, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal_site.reading.dialects.contract import Passage, Translated

_INLINES: Final = (
    r"(?P<formula>\$\$(?:(?!\$\$).){1,2000}?\$\$|(?<![\w$\\])\$(?=\S)[^$\n]{1,500}(?<=\S)\$(?!\d))|"
    r"\[TOC\][ \t]*$"
    r"|(?<![+\w])\+\+(?P<keys>(?:[\w-]+|\"[^\"\n]+\")(?:\+(?:[\w-]+|\"[^\"\n]+\"))*)\+\+(?!\+)"
    r"|\{\+\+(?P<insert>(?:(?!\{\+\+).){1,1000}?)\+\+\}|\{--(?P<delete>(?:(?!\{--).){1,1000}?)--\}|\{~~(?P<old>(?:(?!\{~~).){0,1000}?)~>(?P<new>(?:(?!\{~~).){0,1000}?)~~\}|\{==(?P<mark>(?:(?!\{==).){1,1000}?)==\}"
    r"|(?<!\^)\^\^(?=\S)(?P<ins>[^\n^]+?)(?<=\S)\^\^(?!\^)"
    r"|(?<![\^\[\\$])\^(?P<sup>[^\s^\[\]$`]+)\^(?!\^)|(?<![~\\])~(?P<sub>[^\s~$`]+)~(?!~)"
    r"|:(?P<set>material|fontawesome|octicons|simple|twemoji)-(?P<icon>[a-z0-9-]+):(?:\{[^{}\n]*\})?"
)
_IN_CODE: Final = expression(SNIPPET, re.MULTILINE | re.DOTALL)
_TAGS: Final = {
    "insert": "ins", "ins": "ins", "delete": "del", "mark": "mark", "sup": "sup", "sub": "sub",
}  # fmt: skip
_ICONS: Final = (
    ("checkbox-blank", "☐"), ("check", "✓"), ("close", "✗"), ("cancel", "✗"), ("minus", "–"), ("plus", "+"),
    ("arrow-right", "→"), ("arrow-left", "←"), ("arrow-up", "↑"), ("arrow-down", "↓"), ("alert", "⚠"), ("star", "★"),
    ("heart", "♥"), ("x-", "✗"),
)  # fmt: skip
"""What a reader learns from an icon, by how its name begins; another only decorates."""
_KEYS: Final = {"cmd": "Cmd", "ctrl": "Ctrl", "control": "Ctrl", "del": "Del", "esc": "Esc", "ins": "Ins"}
_ANNOTATION: Final = expression(r"\((\d+)\)!(?=[ \t]*(?:-->|\*/|\}\})?[ \t]*$)", re.MULTILINE)
_HILITE: Final = expression(r"^(`+)(?:#!|:::)\w[\w+-]*[ \t]+(?=\S)")
_HINT: Final = "write here what the file holds, or link to it"


class Extensions(Translator):
    """Replaces keys, icons, changes, sub- and superscripts, and tells of snippets."""

    TAG = expression(f"{SNIPPET}|{_INLINES}")

    def __init__(self, written: Passage, translate: Callable[[Passage], Translated]) -> None:
        """Read a text, and the files that it may include, which `translate` reads."""
        super().__init__(written.text)
        self._written = written
        self._translate = translate

    def write_code(self, piece: str, *, fenced: bool) -> str:
        """Return code whose annotations are the numbers of the list below, and spans without their language."""
        if fenced and "8<" in piece:
            piece = _IN_CODE.sub(self._write_in_code, piece)
        return _ANNOTATION.sub(r"(\1)", piece) if fenced else _HILITE.sub(r"\1", piece)

    def write_tag(self, match: re.Match[str], stop: int) -> tuple[str, int]:  # noqa: ARG002
        """Return what stands for an extension's signs."""
        kind = match.lastgroup or ""
        if "8<" in match[0]:
            return self._write_snippet(match), match.end()
        if kind == "keys":
            return html("+".join(f"<kbd>{escape(_key(one))}</kbd>" for one in _split(match["keys"]))), match.end()
        if match["formula"]:
            return match[0], match.end()
        if match["set"]:
            return self._write_icon(match), match.end()
        if match["old"] is not None:
            return f"{_within('del', match['old'])}{_within('ins', match['new'])}", match.end()
        name = next((name for name in _TAGS if match[name]), "")
        return _within(_TAGS[name], match[name]) if name else "", match.end()

    def _write_snippet(self, match: re.Match[str]) -> str:
        if match["escaped"]:
            return literal(match[0].replace(";", "", 1))
        shown = written(match, self._written.values)
        if shown is not None:
            inner = self._translate(self._written._replace(text=dedent(shown)))
            self.told += [(match.start(), what, hint) for _, what, hint in inner.told]
            return match["indent"] + included(inner.text) if shown.strip() else ""
        named = match["file"] or " ".join((match["files"] or "").split())
        self.tell(match.start(), f"the snippet {named} is left out", _HINT)
        return ""

    def _write_in_code(self, match: re.Match[str]) -> str:
        shown = None if match["escaped"] else written(match, self._written.values)
        return match[0].replace(";", "", 1) if shown is None else padded(included(shown), match[0])

    def _write_icon(self, match: re.Match[str]) -> str:
        name = match["icon"]
        shown = next((sign for begin, sign in _ICONS if name.startswith(begin)), "")
        if match["set"] == "twemoji":
            return f":{name.replace('-', '_')}:"
        before, after = self.text[match.start() - 1 : match.start()], self.text[match.end() :].lstrip(" ")[:1]
        is_alone = before in {"[", '"', "/"} and after in {"]", '"', "/"}
        return shown or (name.replace("-", " ") if is_alone else "")


def _within(tag: str, text: str) -> str:
    return f"{html(f'<{tag}>')}{text}{html(f'</{tag}>')}" if text else ""


def _split(keys: str) -> list[str]:
    return re.findall(r"\"[^\"]+\"|[\w-]+", keys)


def _key(name: str) -> str:
    if name[0] == '"':
        return name[1:-1]
    return _KEYS.get(name, name.replace("-", " ").title())
