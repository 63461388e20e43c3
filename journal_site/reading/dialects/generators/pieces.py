"""Where a text is code and where a tool's tags stand in it, read from left to right as the tools do."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from journal_site.expressions import expression
from journal_site.reading.dialects.contract import Translated
from journal_site.reading.dialects.generators.marks import MARK, SIGN

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal_site.reading.dialects.contract import Passage

_CODE: Final = (
    r"^(?P<lead>[ \t]*(?:(?:>|[*+-]|\d+[.)])[ \t]*)*)(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})[^\n]*$|(?<!\\)(?P<ticks>`+)"
)
_BLANK_LINE: Final = expression(r"\n[ \t]*\n")
_NO_TAG: Final = expression(r"(?P<tag>(?!))")
MASK: Final = "\ufdd5"
"""Stands for a sign of code in a text where patterns look for prose."""
_BEFORE: Final = expression(r"[ \t>]*(?:(?:[*+-]|\d+[.)])[ \t]+)*")

_LINE_END: Final = expression(r"[ \t]*(?:\n|\Z)")
_DEEPEST = 30
_LONGEST_TARGET = 1000


@lru_cache(maxsize=16)
def _pattern(tag: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(f"{_CODE}|{tag.pattern}", re.MULTILINE | re.DOTALL)


def _code_end(text: str, match: re.Match[str], stop: int) -> int:
    """Return where code ends that begins at a match, or the end of its backticks where it is none."""
    if fence := match["fence"]:
        indent = len(match["lead"].expandtabs(4)) + 3
        closing = re.compile(rf"^[ \t>]{{0,{indent}}}{fence[0]}{{{len(fence)},}}[ \t]*$", re.MULTILINE)
        found = closing.search(text, min(match.end() + 1, stop), stop)
        return found.end() if found else stop
    ticks = match["ticks"]
    blank = _BLANK_LINE.search(text, match.end(), stop)
    found = re.compile(f"(?<!`){ticks}(?!`)").search(text, match.end(), blank.start() if blank else stop)
    return found.end() if found else match.end()


def masked(text: str) -> str:
    """Return a text of the same length whose code and marks hold nothing that a pattern could find."""
    out = _Masking(text).render(0, len(text))
    return MARK.sub(lambda match: MASK * len(match[0]), out) if SIGN in out else out


def replace_in_prose(text: str, pattern: re.Pattern[str], write: Callable[[re.Match[str]], str | None]) -> str:
    """Return a text with what a pattern finds in its prose replaced.

    `write` is given the match in the masked text, and returns None where what stands there stays.
    """
    if not pattern.search(text):
        return text
    out, at = list[str](), 0
    for match in pattern.finditer(masked(text)):
        shown = write(match)
        out += (text[at : match.start()], text[match.start() : match.end()] if shown is None else shown)
        at = match.end()
    return "".join((*out, text[at:]))


def padded(shown: str, written: str) -> str:
    """Return what is shown in place of what was written, with as many lines."""
    return shown + "\n" * max(written.count("\n") - shown.count("\n"), 0)


class Translator:
    """Replaces the tags of one syntax in a text."""

    TAG: re.Pattern[str] = _NO_TAG
    """Finds a tag, or anything else that is replaced outside of code."""
    VERBATIM: frozenset[str] = frozenset()
    """Tags that end at the first end, whatever stands within."""

    def __init__(self, text: str) -> None:
        """Begin with nothing to tell."""
        self.text = text
        self.told: list[tuple[int, str, str]] = []
        self._depth = 0
        self._pairs: dict[str, dict[int, re.Match[str]]] = {}

    def translated(self) -> Translated:
        """Return the text with its tags replaced, and what there is to tell of it."""
        return Translated(self.render(0, len(self.text)), tuple(self.told))

    def render(self, start: int, stop: int) -> str:
        """Return part of the text with its tags replaced."""
        self._depth += 1
        out: list[str] = []
        at, pattern = start, _pattern(self.TAG)
        while match := pattern.search(self.text, at, stop):
            out.append(self.text[at : match.start()])
            if match["fence"] or match["ticks"]:
                at = _code_end(self.text, match, stop)
                is_code = at > match.end() or match["fence"]
                piece = self.text[match.start() : at]
                out.append(self.write_code(piece, fenced=bool(match["fence"])) if is_code else piece)
            else:
                shown, at = self.write_tag(match, stop)
                out.append(padded(shown, self.text[match.start() : at]))
        out.append(self.text[at:stop])
        self._depth -= 1
        return "".join(out)

    def write_code(self, piece: str, *, fenced: bool) -> str:  # noqa: ARG002 - what others look at
        """Return a fence or a code span, which stays as it is."""
        return piece

    def write_tag(self, match: re.Match[str], stop: int) -> tuple[str, int]:
        """Return what stands for a tag, with all that belongs to it, and where that ends."""
        raise NotImplementedError

    def closing(self, name: str, start: int, stop: int) -> re.Match[str] | None:
        """Return the end of the tag of a name that begins at a place, or None where it has none before `stop`."""
        if self._depth > _DEEPEST:
            return None
        if name not in self._pairs:
            self._pairs[name] = self._pair(name)
        found = self._pairs[name].get(start)
        return found if found is not None and found.end() <= stop else None

    def _pair(self, name: str) -> dict[int, re.Match[str]]:
        pairs: dict[int, re.Match[str]] = {}
        opened: list[int] = []
        for match in self.tags_of(name).finditer(self.text):
            if not match["end"]:
                opened.append(match.start())
            elif opened:
                verbatim = name in self.VERBATIM
                pairs[opened[0] if verbatim else opened.pop()] = match
                if verbatim:
                    opened.clear()
        return pairs

    def tags_of(self, name: str) -> re.Pattern[str]:
        """Return what finds the tags of a name, and those that end them, which have the group `end`."""
        raise NotImplementedError

    def tell(self, place: int, what: str, hint: str) -> None:
        """Tell of something that is not shown as its author means it."""
        self.told.append((place, what, hint))

    def begins_line(self, place: int) -> bool:
        """Tell whether only a list's or quote's signs stand before a place on its line."""
        return bool(_BEFORE.fullmatch(self.text, self.text.rfind("\n", 0, place) + 1, place))

    def ends_line(self, place: int) -> bool:
        """Tell whether nothing stands behind a place on its line."""
        return _LINE_END.match(self.text, place) is not None

    def is_target(self, place: int) -> bool:
        """Tell whether a place is within a link's target or an attribute of a tag."""
        line = self.text[max(self.text.rfind("\n", 0, place) + 1, place - _LONGEST_TARGET) : place]
        return bool(_WITHIN_TARGET.search(_LIQUID.sub("", line)))


_LIQUID: Final = expression(r"\{\{[^{}]*\}\}")
"""Values, which stand between spaces."""
_WITHIN_TARGET: Final = expression(r"\]\([^()\s]*$|^\s{0,3}\[[^\]]+\]:\s*\S*$|<[a-zA-Z][^<>]*=\s*[\"']?[^\"'<>]*$")


class _Masking(Translator):
    def write_code(self, piece: str, *, fenced: bool) -> str:  # noqa: ARG002
        return re.sub(r"[^\n]", MASK, piece)


class PassageValues:
    """What tags may say of their text: its path below the tool's folder, and its front matter."""

    def __init__(self, written: Passage) -> None:
        """Look nothing up yet."""
        self.path = written.path
        self._front = written.front
        self._values = written.values

    def setting(self, name: str) -> str | None:
        """Return a value of the tool's settings, or None where they have none that is a text or a number."""
        return self._values.get(name)

    def value(self, name: str) -> str | None:
        """Return a value of the front matter as text, or None where it has none that is a text, a number or a date."""
        front = self._front
        known = {
            "title": front.title, "date": front.date, "description": front.description or None, "slug": front.slug,
            "updated": front.updated, "lastmod": front.updated, "last_modified_at": front.updated,
        }  # fmt: skip
        found: object = known.get(name)
        if found is None:
            found = {**front.fields, **front.extra}
            for part in name.split("."):
                found = found.get(part) if isinstance(found, dict) else None
        return str(found) if isinstance(found, str | int | float) or hasattr(found, "isoformat") else None
