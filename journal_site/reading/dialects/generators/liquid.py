"""Liquid as Jekyll's texts have it: code, links to posts and files, values that are known, what is left as it is typed.

What depends on more than the text (conditions, loops, includes) is left out and told: no template is run here, and a
condition may be what keeps a text at home.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from journal_site.expressions import expression
from journal_site.file_kinds import TEXT_SUFFIXES
from journal_site.reading.dialects.generators.embeds import embedded
from journal_site.reading.dialects.generators.marks import (
    END_OF_BOX,
    END_OF_CODE,
    box,
    code,
    code_span,
    literal,
)
from journal_site.reading.dialects.generators.pieces import PassageValues, Translator
from journal_site.reading.markdown.alerts import KINDS

if TYPE_CHECKING:
    from journal_site.reading.dialects.contract import Passage

_QUOTED: Final = r"\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'"
_ARGUMENTS: Final = r"(?:(?!\{%|%\}).){0,2000}?"
_TAG: Final = (
    rf"\{{%-?\s*(?P<name>\w+)(?P<args>{_ARGUMENTS})-?%\}}"
    rf"|\{{\{{-?(?P<output>(?:{_QUOTED}|(?!\}}\}}|\{{\{{).){{0,500}}?)-?\}}\}}"
)
_RAW: Final = expression(r"\{%-?\s*(?:end)?raw\s*-?%\}")
_END_OF_RAW: Final = expression(r"\{%-?\s*endraw\s*-?%\}")
_SIGNS: Final = expression(r"(?P<liquid>\{\{(?:(?!\{\{).){0,500}?\}\}|\{%(?:(?!\{%).){0,2000}?%\})")
_STRING: Final = expression(r"(?:\"([^\"]*)\"|'([^']*)')")
_FILTER: Final = expression(r"\s*(\w+)\s*(?::\s*(.*))?", re.DOTALL)
_PARTS: Final = expression(rf"((?:{_QUOTED}|[^|])+)\|?")
_VALUE: Final = expression(r"[a-zA-Z_\"']")
_LOGIC: Final = frozenset("if unless for case capture tablerow ifchanged schema javascript stylesheet style".split())
_SILENT: Final = frozenset("assign increment decrement break continue cycle else elsif when".split())
_HOME: Final = frozenset(("comment", "doc"))
_ROOT: Final = frozenset(("site.baseurl", "site.url", "site.github.url", "site.base_url"))
"""Where the site is, which links know by themselves."""
_SAME: Final = frozenset(
    "relative_url absolute_url escape xml_escape strip url_encode cgi_escape uri_escape date_to_string "
    "date_to_long_string date_to_xmlschema date_to_rfc822 markdownify smartify strip_html strip_newlines".split()
)
_HINT: Final = "no template is run here: say it in Markdown"


@lru_cache(maxsize=256)
def _tags_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"\{{%-?\s*(?P<end>end)?{name}\b{_ARGUMENTS}-?%\}}", re.DOTALL)


class Liquid(Translator):
    """Replaces tags and values of Liquid."""

    TAG = expression(_TAG)
    VERBATIM = frozenset(("highlight", "comment", "doc"))

    def __init__(self, written: Passage) -> None:
        """Read a text with the front matter that its values may name."""
        super().__init__(written.text)
        self._page = PassageValues(written)
        self._up = "../" * written.path.count("/") or "./"

    def write_code(self, piece: str, *, fenced: bool) -> str:  # noqa: ARG002 - spans as well
        """Return code as it is, without the tags that keep Liquid from reading it."""
        return _RAW.sub("", piece) if "raw" in piece else piece

    def write_tag(self, match: re.Match[str], stop: int) -> tuple[str, int]:
        """Return what stands for a tag or a value, with its end where it has one."""
        if match["output"] is not None:
            return self._write_value(match), match.end()
        name, args = match["name"], match["args"].strip()
        if name == "raw":
            closing = _END_OF_RAW.search(self.text, match.end(), stop)
            inner = self.text[match.end() : closing.start() if closing else stop]
            return _Typed(inner).translated().text, closing.end() if closing else stop
        closing = self.closing(name, match.start(), stop)
        if closing is None:
            return self._write_single(name, args, match), match.end()
        return self._write_pair(name, args, match, closing), closing.end()

    def tags_of(self, name: str) -> re.Pattern[str]:
        """Return what finds the tags of a name, and their ends."""
        return _tags_of(name)

    def _write_single(self, name: str, args: str, match: re.Match[str]) -> str:
        place = match.start()
        if name == "post_url":
            target = f"/_posts/{args.lstrip('/')}".replace(" ", "%20")
            return target if self.is_target(place) else f"[{args.rpartition('/')[2]}]({target})"
        if name == "link":
            target = self._fill(args).lstrip("/").replace(" ", "%20")
            return f"/{target}" if target.endswith(tuple(TEXT_SUFFIXES)) else f"{self._up}{target}"
        words = [_unquoted(word) for word in args.split()]
        named = dict(word.split("=", 1) for word in args.split() if "=" in word)
        found = embedded(name, [word for word in words if "=" not in word], {k: _unquoted(v) for k, v in named.items()})
        if found is not None:
            return found
        if name.startswith("end"):
            return ""
        shown = f"{name} {words[0]}" if name.startswith("include") and words else name
        alone = self.begins_line(place) and self.ends_line(match.end())
        if name in _SILENT or alone or self.is_target(place):
            self.tell(place, f"the Liquid tag '{shown}' is left out", _HINT)
            return ""
        self.tell(place, f"the Liquid tag '{shown}' is shown as it is written", _HINT)
        return code_span(match[0])

    def _write_pair(self, name: str, args: str, match: re.Match[str], closing: re.Match[str]) -> str:
        start, stop, alone = match.end(), closing.start(), self.begins_line(match.start())
        inner = self.text[start:stop]
        if name == "highlight":
            inner = _RAW.sub("", inner)
            language, _, options = args.partition(" ")
            options = options.replace("mark_lines", "hl_lines")
            whole = alone and self.ends_line(closing.end())
            if "\n" not in inner.strip() and not whole:
                return code_span(inner)
            return f"{code(f'{language} {{{options}}}' if options else language)}{inner}{END_OF_CODE}"
        if name in _HOME:
            return ""
        if name in _LOGIC:
            self.tell(match.start(), f"what stands within the Liquid tag '{name}' is left out", _HINT)
            return ""
        shown = self.render(start, stop)
        title = " ".join(_unquoted(one) for one in [args] if one)
        if name in KINDS or name == "details":
            opening = box(name, title) if name in KINDS else box("", title or "Details", "-")
            return f"{opening}{shown}{END_OF_BOX}" if alone else shown
        self.tell(match.start(), f"the Liquid tag '{name}' is not known: only what stands within is shown", _HINT)
        return shown

    def _write_value(self, match: re.Match[str]) -> str:
        written = match["output"].strip()
        value = self._evaluate(written)
        if value is not None:
            return value if self.is_target(match.start()) else _shown(value)
        if not _VALUE.match(written) or self._is_formula(match.start()):
            return match[0]
        if self.is_target(match.start()):
            self.tell(match.start(), f"the Liquid value '{written}' is not known, and is left out", _HINT)
            return ""
        self.tell(match.start(), f"the Liquid value '{written}' is not known, and is shown as it is written", _HINT)
        return code_span(match[0])

    def _is_formula(self, place: int) -> bool:
        """Tell whether braces on a line are rather those of a formula."""
        line = self.text[self.text.rfind("\n", 0, place) + 1 : place]
        return "$" in line or "\\" in line

    def _fill(self, text: str) -> str:
        """Return a tag's argument with the values in it."""
        return re.sub(r"\{\{(.*?)\}\}", lambda match: self._evaluate(match[1].strip()) or "", text).strip()

    def _evaluate(self, expression: str) -> str | None:
        """Return the value of an expression, or None where something in it is not known."""
        first, *filters = [part.strip() for part in _PARTS.findall(expression)] or [""]
        value = self._operand(first)
        for one in filters:
            value = self._filtered(value, one)
        return value

    def _operand(self, text: str) -> str | None:
        if string := _STRING.fullmatch(text):
            return string[1] if string[1] is not None else string[2]
        if text in _ROOT:
            return ""
        if text.isdecimal():
            return text
        root, _, name = text.partition(".")
        return self._page.value(name) if root == "page" else self._page.setting(text) if root == "site" else None

    def _filtered(self, value: str | None, written: str) -> str | None:
        match = _FILTER.fullmatch(written)
        name = match[1] if match else ""
        given = self._operand(match[2].strip()) if match and match[2] else None
        if name == "default":
            return value or given
        if value is None or name in _SAME:
            return value
        if name in ("prepend", "append") and given is not None:
            return given + value if name == "prepend" else value + given
        change = {"downcase": str.lower, "upcase": str.upper, "capitalize": str.capitalize}.get(name)
        return change(value) if change else None


class _Settled(Liquid):
    """Replaces what the settings alone say, but for where the site is, which is another one's."""

    def write_code(self, piece: str, *, fenced: bool) -> str:  # noqa: ARG002 - spans as well
        """Return code as it is written."""
        return piece

    def write_tag(self, match: re.Match[str], stop: int) -> tuple[str, int]:
        """Return a value of the settings, or what was written."""
        if match["name"] == "raw":
            closing = _END_OF_RAW.search(self.text, match.end(), stop)
            end = closing.end() if closing else stop
            return self.text[match.start() : end], end
        written = (match["output"] or "").strip()
        first = written.partition("|")[0].strip()
        value = self._evaluate(written) if first.startswith("site.") and first not in _ROOT else None
        return match[0] if value is None else value, match.end()


def settle(written: Passage) -> str:
    """Return a text in which the values of the settings stand themselves."""
    return _Settled(written).translated().text if "site." in written.text else written.text


class _Typed(Translator):
    """Keeps what looks like Liquid as it is typed; the Markdown around it is read."""

    TAG = _SIGNS

    def write_tag(self, match: re.Match[str], stop: int) -> tuple[str, int]:  # noqa: ARG002
        return literal(match[0]), match.end()


def _unquoted(text: str) -> str:
    text = text.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def _shown(value: str) -> str:
    """Return a value as prose; signs of Liquid in it are what its author means to show."""
    return literal(value) if "{{" in value or "{%" in value else value
