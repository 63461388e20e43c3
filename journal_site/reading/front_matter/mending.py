"""Heads that are no YAML or TOML to the letter, and can only be meant in one way: with tabs, or with placeholders.

It gives other spellings of them to be tried, and never makes a key of what was none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journal_site.config.nodes import Problem
from journal_site.expressions import expression
from journal_site.reading.front_matter.placeholders import PLACEHOLDER, has_placeholder, is_placeholder

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST: Final = 16 * 1024
_INDENT: Final = expression(r"^[ \t]*\t[ \t]*(?=\S)", re.MULTILINE)
_TAB_WIDTHS: Final = (1, 2, 4, 8)
"""One keeps every column as it is; the others are for heads that mix tabs with spaces."""
_VALUE: Final = {
    "---": expression(r"([ \t]*(?:-[ ]+)*(?:[\w\"'][\w\"' .-]*:[ \t]+)?)(\S.*)"),
    "+++": expression(r"([ \t]*[\w\"'.-]+[ \t]*=[ \t]*)(\S.*)"),
}
_IN_LIST: Final = expression(rf"(?P<quote>[\"']?)(?:{PLACEHOLDER.pattern})(?P=quote)")


def mendings(inner: str, first_line: int, mark: str) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """Give each way to spell a head that could not be parsed, the likeliest first, with what is to be told of it."""
    if len(inner) > _LONGEST:
        return
    quoted, told = _with_placeholders_quoted(inner, first_line, mark) if has_placeholder(inner) else (inner, ())
    if quoted != inner:
        yield quoted, told
    indent = _INDENT.search(quoted) if mark == "---" else None
    if indent:
        tab = Problem(
            kind="mended",
            message="a tab cannot indent in YAML: it is read as spaces",
            line=first_line + quoted.count("\n", 0, indent.start()),
            column=1 + indent[0].index("\t"),
            hint="indent with spaces",
        )
        for width in _TAB_WIDTHS:
            yield _INDENT.sub(lambda match: match[0].replace("\t", " " * width), quoted), (*told, tab)  # noqa: B023 - used at once


def _with_placeholders_quoted(inner: str, first_line: int, mark: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the head with each value that holds a placeholder as a text, and without lines that are nothing else."""
    lines = inner.split("\n")
    told: list[Problem] = []
    for at, line in enumerate(lines):
        if not PLACEHOLDER.search(line):
            continue
        if is_placeholder(line.strip()):
            lines[at] = ""
            told.append(
                Problem(
                    kind="mended",
                    message="a line of a template is passed over",
                    line=first_line + at,
                    column=1 + len(line) - len(line.lstrip()),
                    hint="take the line away",
                )
            )
            continue
        match = _VALUE[mark].fullmatch(line)
        if match and PLACEHOLDER.search(match[2]):
            lines[at] = match[1] + _quoted(match[2].rstrip(), mark)
    return "\n".join(lines), tuple(told)


def _quoted(value: str, mark: str) -> str:
    if value.startswith("["):
        return _IN_LIST.sub(lambda match: _quoted(match[0], mark), value)
    if value[0] in "\"'" and value[-1] == value[0] and len(value) > 1:
        value = value[1:-1]
    if mark == "---":
        return "'" + value.replace("'", "''") + "'"
    return f"'''{value}'''" if "'" in value else f"'{value}'"
