"""Definitions of links and footnotes that hold for a whole log: each slice takes those with it that it uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from journal_site.expressions import expression
from journal_site.reading.outline.lines import scan_lines

_HEAD = expression(r" {0,3}\[([^\[\]]+)\]:")


class Definition(NamedTuple):
    """One definition, as its author wrote it."""

    label: str
    """Without its brackets, as Markdown compares it."""
    text: str


def split_definitions(definitions: str) -> list[Definition]:
    """Return a log's definitions apart; of two with one label the first holds."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in definitions.split("\n"):
        if match := _HEAD.match(line):
            label = _label(match[1])
            current = [] if label in found else found.setdefault(label, [])
        current.append(line)
    return [Definition(label, "\n".join(lines).rstrip()) for label, lines in found.items()]


def with_definitions(text: str, definitions: list[Definition]) -> Iterator[str]:
    """Yield a slice's text with the definitions that it uses and lacks, the likeliest first.

    They stand below it, or above it, since a fence that nobody closed would swallow them; and with those that only look
    as if the text had them itself, or without those that it only seems to use.
    """
    if not definitions or "[" not in text:
        yield text
        return
    own, used = _own(text)
    lacking = _missing(used, [one for one in definitions if one.label not in own])
    for missing in dict.fromkeys((lacking, _missing(used, definitions), "")):
        if missing:
            yield f"{text.rstrip()}\n\n{missing}\n"
            yield f"\n{missing}\n\n{text.lstrip(chr(10))}"
        else:
            yield text


def _missing(used: str, left: list[Definition]) -> str:
    missing: list[str] = []
    grown = True
    while grown and left:  # a footnote may use a link's definition
        taken = [one for one in left if _uses(used, one.label)]
        missing += [one.text for one in taken]
        used = "\n".join(one.text for one in taken).casefold()
        left = [one for one in left if one not in taken]
        grown = bool(taken)
    gap = "\n\n" if any(one.lstrip().startswith("[^") for one in missing) else "\n"
    return gap.join(missing)


def _own(text: str) -> tuple[set[str], str]:
    """Return the labels that a text defines itself, and the text without its code."""
    lines = scan_lines(text)
    shown = [line for at, line in enumerate(lines.lines) if not lines.hidden[at]]
    labels = {_label(match[1]) for line in shown if (match := _HEAD.match(line))}
    return labels, "\n".join(shown).casefold()


def _uses(text: str, label: str) -> bool:
    words = r"\s+".join(re.escape(word) for word in label.split())
    return re.search(rf"\[\s*{words}\s*\]", text) is not None


def _label(text: str) -> str:
    return " ".join(text.casefold().split())
