"""Hugo's shortcodes: those that its documentation has, and callouts and tabs as its best-known themes have them."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

from journal_site.expressions import expression
from journal_site.reading.dialects.generators.embeds import embedded, figure
from journal_site.reading.dialects.generators.marks import (
    END_OF_BOX,
    END_OF_CODE,
    block,
    box,
    code,
    code_span,
    literal,
)
from journal_site.reading.dialects.generators.pieces import PassageValues, Translator
from journal_site.reading.markdown.alerts import KINDS, alert_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal_site.reading.dialects.contract import Passage

_ARGUMENTS: Final = r"(?:\"(?:\\.|[^\"\\]){0,2000}\"|`[^`]{0,2000}`|(?!\{\{[<%]|[>%]\}\})[^\"`]){0,600}?"
_TAG: Final = (
    r"(?P<sign>\{\{[<%])/\*(?P<comment>(?:(?!\{\{[<%]/\*).){0,4000}?)\*/(?P<end>[>%]\}\})"
    rf"|\{{\{{<(?P<angle>{_ARGUMENTS})>\}}\}}|\{{\{{%(?P<percent>{_ARGUMENTS})%\}}\}}"
)
_COMMENT: Final = expression(r"(\{\{[<%])/\*((?:(?!\{\{[<%]/\*).){0,4000}?)\*/([>%]\}\})", re.DOTALL)
_ARGUMENT: Final = expression(r"""(?:([\w-]+)\s*=\s*)?(?:"((?:\\.|[^"\\])*)"|`([^`]*)`|([^\s"`]+))""")
_NAME: Final = expression(r"\s*(/?)\s*([\w./-]+)(.*)", re.DOTALL)
_HINT: Final = "say it in Markdown, or with a shortcode that Hugo itself has"
_CODE: Final = frozenset(("highlight", "code", "code-toggle", "codeblock", "mermaid", "raw-code"))
"""Those whose content is no Markdown."""
_HOME: Final = frozenset("comment private hidden hide draft secret internal members protected todo".split())
"""What stands within these is not for readers."""
_CALLOUTS: Final = frozenset("notice alert callout hint admonition message banner".split())
_WORDS: Final = frozenset({*KINDS, "hint", "danger", "error", "pageinfo"} - {"quote", "todo", "example", "abstract"})
_FOLDED: Final = frozenset(("details", "expand", "collapse", "spoiler"))
_AROUND: Final = frozenset("tabs tabpane columns column steps cards rawhtml center div".split())
"""Those that only arrange what stands within."""
_MEDIUM: Final = expression(r"\S+\.(?:mp4|webm|mov|m4v|ogv|mp3|ogg|oga|opus|wav|m4a|flac)", re.IGNORECASE)
_SHOWN: Final = frozenset("figure img image video audio".split())
_ICONS: Final = frozenset("icon fa fas fab toc br".split())


class Shortcode(NamedTuple):
    """A shortcode as it was written."""

    name: str
    words: tuple[str, ...]
    named: Mapping[str, str]

    def get(self, *keys: str, at: int = -1) -> str:
        """Return the first argument of these names that is there, or the one at a place."""
        found = next((self.named[key] for key in keys if self.named.get(key)), "")
        return found or (self.words[at] if 0 <= at < len(self.words) else "")


def _parse(content: str) -> Shortcode:
    name = _NAME.match(content)
    words, named = [], {}
    for key, quoted, ticked, bare in _ARGUMENT.findall(name[3].rstrip().removesuffix("/") if name else ""):
        value = quoted.replace('\\"', '"') or ticked or bare
        if key:
            named[key.lower()] = value
        else:
            words.append(value)
    return Shortcode(name[2].lower().removesuffix(".html") if name else "", tuple(words), named)


@lru_cache(maxsize=256)
def _tags_of(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"\{{\{{[<%]\s*(?P<end>/?)\s*{re.escape(name)}(?:\.html)?(?![\w-]){_ARGUMENTS}(?<!/)\s{{0,99}}(?<!/)[>%]\}}\}}",
        re.IGNORECASE,
    )


class Shortcodes(Translator):
    """Replaces shortcodes."""

    TAG = expression(_TAG)
    VERBATIM = _CODE

    def __init__(self, written: Passage) -> None:
        """Read a text with the front matter that its shortcodes may name."""
        super().__init__(written.text)
        self._page = PassageValues(written)

    def write_code(self, piece: str, *, fenced: bool) -> str:  # noqa: ARG002 - spans have comments as well
        """Return code with its shortcodes that are commented out as Hugo shows them."""
        return _COMMENT.sub(r"\1\2\3", piece) if "/*" in piece else piece

    def write_tag(self, match: re.Match[str], stop: int) -> tuple[str, int]:
        """Return what stands for a shortcode, with its end where it has one."""
        if match["sign"]:
            return literal(match["sign"] + match["comment"] + match["end"]), match.end()
        content = match["angle"] if match["angle"] is not None else match["percent"]
        tag = _parse(content)
        if not tag.name or content.lstrip()[:1] == "/":
            return "", match.end()
        closing = None if content.rstrip().endswith("/") else self.closing(tag.name, match.start(), stop)
        if closing is None:
            return self._write_single(tag, match), match.end()
        return self._write_pair(tag, match, closing), closing.end()

    def tags_of(self, name: str) -> re.Pattern[str]:
        """Return what finds the shortcodes of a name that do not end themselves, and their ends."""
        return _tags_of(name)

    def _write_single(self, tag: Shortcode, match: re.Match[str]) -> str:
        place = match.start()
        known = _single(tag, self._page)
        if known is not None:
            is_bare = tag.name in ("ref", "relref") and not self.is_target(place)
            return f"[{known}]({known})" if is_bare else known
        if self.is_target(place) or (self.begins_line(place) and self.ends_line(match.end())):
            self.tell(place, f"Hugo's shortcode '{tag.name}' is not known, and is left out", _HINT)
            return ""
        self.tell(place, f"Hugo's shortcode '{tag.name}' is not known, and is shown as it is written", _HINT)
        return code_span(match[0])

    def _write_pair(self, tag: Shortcode, match: re.Match[str], closing: re.Match[str]) -> str:
        start, stop = match.end(), closing.start()
        inner = self.text[start:stop]
        if tag.name in _CODE:
            return _write_code(tag, self.write_code(inner, fenced=True), alone=self.begins_line(match.start()))
        if tag.name in _HOME:
            if tag.name != "comment":
                self.tell(match.start(), f"what stands within Hugo's shortcode '{tag.name}' is left out", _HINT)
            return ""
        if (verbatim := _verbatim(tag, inner)) is not None:
            return verbatim
        shown = self.render(start, stop)
        if (opening := _opening(tag)) is not None:
            return f"{opening}{shown}{END_OF_BOX}" if self.begins_line(match.start()) else shown
        if tag.name in ("button", "link") and (target := tag.get("href", "link", "url", "relref", at=0)):
            return f"[{' '.join(shown.split())}]({target})"
        if tag.name not in _AROUND:
            what = f"Hugo's shortcode '{tag.name}' is not known: only what stands within is shown"
            self.tell(match.start(), what, _HINT)
        return shown


class _Settled(Shortcodes):
    """Replaces parameters that the settings alone have."""

    def write_code(self, piece: str, *, fenced: bool) -> str:  # noqa: ARG002 - spans as well
        """Return code as it is written."""
        return piece

    def write_tag(self, match: re.Match[str], stop: int) -> tuple[str, int]:  # noqa: ARG002
        """Return a parameter, or what was written."""
        tag = _parse(match["angle"] or match["percent"] or "") if not match["sign"] else None
        name = tag.get("name", at=0) if tag and tag.name == "param" else ""
        value = self._page.setting(f"params.{name}") if name and self._page.value(name) is None else None
        return match[0] if value is None else value, match.end()


def settle(written: Passage) -> str:
    """Return a text in which the parameters of the settings stand themselves."""
    return _Settled(written).translated().text if "param" in written.text else written.text


def _verbatim(tag: Shortcode, inner: str) -> str | None:
    """Return what a shortcode makes of its content as it is written, or None where it is Markdown."""
    if tag.name == "qr":
        return _address(inner.strip())
    if tag.name in ("math", "katex"):
        return f"$${inner}$$"
    if tag.name == "figure" and tag.get("src"):
        return figure({"caption": inner, **tag.named}, tag.get("src"))
    return None


def _single(tag: Shortcode, page: PassageValues) -> str | None:
    """Return what a shortcode without content shows, or None where it is not known."""
    name = tag.name
    if name in ("ref", "relref"):
        return tag.get("path", at=0).replace(" ", "%20") or None
    if name in _SHOWN and (source := tag.get("src", "file", "url", "mp4", at=0)):
        return _shown(tag, source)
    if name == "param":
        wanted = tag.get("name", at=0)
        own = page.value(wanted)
        return own if own is not None else page.setting(f"params.{wanted}")
    if name == "qr":
        return _address(tag.get("text")) or None
    if name in _ICONS:
        return ""
    return embedded(name, tag.words, tag.named)


def _shown(tag: Shortcode, source: str) -> str | None:
    if tag.name not in ("video", "audio"):
        return figure(tag.named, source)
    is_file = _MEDIUM.fullmatch(source)
    return block(f'<{tag.name} src="{escape(source)}" controls></{tag.name}>') if is_file else None


def _address(text: str) -> str:
    """Return what a QR code says, in which nobody can read it here: an address as a link."""
    return f"<{text}>" if re.fullmatch(r"(?:https?|mailto|tel):\S+", text) else text


def _opening(tag: Shortcode) -> str | None:
    """Return what begins the box that a shortcode makes around its content, or None where it makes none."""
    name = tag.name
    if name in _FOLDED:
        title = tag.get("summary", "title", at=0) or "Details"
        return box("", title, "+" if tag.get("open", "expanded") in ("true", "open") else "-")
    if name == "tab":
        return box("", tag.get("name", "title", "header", "label", at=0) or "…", "+")
    if name in _CALLOUTS or name in _WORDS:
        kinds = (tag.get("type", "style", "color", "context", "kind"), *tag.words[:1], name)
        word = next((one for one in kinds if alert_of(one, "")[0] != "other"), "note")
        title = tag.get("title", at=1 if name in _CALLOUTS else 0)
        return box(word, title, {"false": "-", "true": "+"}.get(tag.get("open"), ""))
    return None


def _write_code(tag: Shortcode, inner: str, *, alone: bool) -> str:
    if not alone and "\n" not in inner.strip():
        return code_span(inner)
    if tag.name == "mermaid":
        return f"{code('mermaid')}{inner}{END_OF_CODE}"
    options = tag.get("options", at=1)
    language = tag.get("lang", "language", "type", at=0) or ("toml" if tag.name == "code-toggle" else "")
    title = tag.get("file", "title", "filename")
    if tag.name == "code-toggle" and re.match(r"\s*(?:---|[\w-]+:)", inner):
        language = "yaml"
    info = f"{language} {{{options}}}" if options else language
    titled = f'{info} title="{title}"' if title else info
    return f"{code(titled)}{inner}{END_OF_CODE}"
