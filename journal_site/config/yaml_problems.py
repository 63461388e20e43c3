"""What went wrong in a YAML text, in plain words; and the repair of lines whose value only lacks its quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.config.nodes import Problem
from journal_site.expressions import expression

if TYPE_CHECKING:
    import yaml

MAX_DEPTH = 50
_QUOTE_HINT = "put the value into quotes"
_UNKNOWN = "this cannot be read as YAML"
_TOO_DEEP = "lists and tables nested too deeply to be meant"
_OPEN_QUOTE, _CLOSE_QUOTE = "a quote is opened here and never closed", "close it at the end of the value"
_CLOSE_LIST, _CLOSE_TABLE = "close it with ']', or quote the value", "close it with '}', or quote the value"

_SAYINGS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a colon where none can be", _QUOTE_HINT),
    ("cannot start any token", "a character that no unquoted value may begin with", _QUOTE_HINT),
    ("could not find expected ':'", "this is no 'key: value'", "write a colon and a space after the key"),
    ("found unexpected end of stream", _OPEN_QUOTE, _CLOSE_QUOTE),
    ("found unexpected document indicator", _OPEN_QUOTE, _CLOSE_QUOTE),
    ("did not find expected ',' or ']'", "the list that begins here is not closed", _CLOSE_LIST),
    ("did not find expected ',' or '}'", "the table that begins here is not closed", _CLOSE_TABLE),
    ("did not find expected node content", "a value is missing", "write one, or close the list"),
    ("did not find expected '-' indicator", "this line is neither an item of the list above nor a key at its level",
     "align it with the lines above"),
    ("did not find expected key", "this line does not fit the lines above it",
     "align it with them, and quote values that contain quotes"),
    ("block sequence entries are not allowed", "a list item where none can be", "begin the list on a line of its own"),
    ("mapping keys are not allowed", "a '?' where none can be", _QUOTE_HINT),
    ("found undefined alias", "'*' begins an alias, and there is none of this name", _QUOTE_HINT),
    ("found a tab character", "a tab cannot indent in YAML", "indent with spaces"),
    ("found unknown escape character", "a backslash in double quotes that is no escape",
     "use single quotes, or write it twice"),
    ("did not find expected hexdecimal number", "an escape that lacks digits", "use single quotes"),
    ("aliases repeat too much", "aliases that repeat more than can be meant", "write the values out"),
    ("nested too deeply", _TOO_DEEP, ""),
    ("a second document", "a second document begins here", "remove the '---'"),
)  # fmt: skip
_TELLING_CONTEXTS = ("found unexpected", "did not find expected ','")
"""Problems that the parser notices long after the place that caused them."""

_LINE = expression(
    r"""(\s*(?:-[ ]+)*)(?:([^\s'"\[\]{}:,#&*!|>%@`?-][^:#]*|-[^\s:#][^:#]*)(:[ \t]+|:(?=\[\[)))?(\S.*)"""
)
_HASH_IN_LIST = expression(r"[\[,][ ]*#\w")
_CANNOT_BE_QUOTED = ("'", '"', "[", "{", "#")
_LINKED = expression(r"!?\[\[[^\[\]]+\]\].*|!?\[[^\[\]]*\]\([^()]*\).*")
"""What begins with a link of Markdown's or a wiki's, and is no list."""


def quote_value(lines: list[str], number: int) -> bool:
    """Quote the value in a line `key: value` or `- value` in place; return whether there was one to quote."""
    if number >= len(lines):
        return False
    match = _LINE.fullmatch(lines[number].rstrip())
    if not match or not (match[3] or match[1].strip()):
        return False
    if match[4].startswith(_CANNOT_BE_QUOTED) and not _LINKED.fullmatch(match[4]):
        return False
    key = f"{match[2]}: " if match[3] == ":" else f"{match[2] or ''}{match[3] or ''}"
    before, value = (match[1], key + match[4]) if match[1].strip() else (match[1] + key, match[4])
    lines[number] = before + "'" + value.replace("'", "''") + "'"
    return True


def explain(error: yaml.YAMLError, lines: list[str]) -> Problem:
    """Return in plain words what the parser found wrong, with the line counted from 1."""
    problem = str(getattr(error, "problem", "") or error)
    line, column = _place(error, problem, lines)
    message, hint = next(((says, hint) for known, says, hint in _SAYINGS if known in problem), (_UNKNOWN, _QUOTE_HINT))
    before = lines[line][:column]
    deep = _too_deep(lines[line][: column + 1])
    if deep:
        column, message, hint = deep, _TOO_DEEP, ""
    elif "\t" in lines[line][: column + 1] and not lines[line][: column + 1].strip():
        message, hint = "a tab cannot indent in YAML", "indent with spaces"
    elif problem.endswith("did not find expected key") and before.rstrip().endswith(tuple("'\"]}")):
        message, hint = f"the value goes on after its closing {before.rstrip()[-1]}", "put the whole value into quotes"
    elif "mapping values" in problem and ":" not in before:
        above = next((n for n in range(line - 1, -1, -1) if lines[n].strip()), line)
        line, column = above, len(lines[above]) - len(lines[above].lstrip())
        message, hint = "this line is no 'key: value'", "write a colon and a space after the key"
    elif _HASH_IN_LIST.search(lines[line]):
        hint = "'#' begins a comment: put what begins with it into quotes"
    return Problem(kind="syntax", message=message, line=line + 1, column=column + 1, hint=hint)


def _too_deep(line: str) -> int:
    """Return the column, from 0, at which brackets lie too deep: some parsers stop before they tell of the first."""
    depth = 0
    for column, sign in enumerate(line):
        depth += (sign in "[{") - (sign in "]}")
        if depth > MAX_DEPTH:
            return column
    return 0


def _place(error: yaml.YAMLError, problem: str, lines: list[str]) -> tuple[int, int]:
    """Return the line and column, from 0, that caused the error: not always where the parser noticed it."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    at_end = mark is not None and not any(line.strip() for line in lines[mark.line :])
    if context is not None and (mark is None or at_end or problem.startswith(_TELLING_CONTEXTS)):
        mark = context
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    if not any(text.strip() for text in lines[line:]):
        line = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].strip()), 0)
        column = max(lines[line].rfind("["), lines[line].rfind("{"), 0)
    return line, column
