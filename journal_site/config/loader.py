"""YAML text → nodes with places, on PyYAML's C parser, with YAML's traps closed.

Only the parser's events are used: nothing is resolved or constructed, so no tag can make an object, no alias can blow
up memory (an aliased node is shared, and how much all aliases repeat is bounded), and no scalar changes its meaning. It
reads only, and knows nothing of settings or front matter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, cast

import yaml

from journal_site.config.nodes import Items, LoadedYaml, Node, Problem, Scalar, Table
from journal_site.config.yaml_problems import MAX_DEPTH, explain, quote_value
from journal_site.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_SIZE = 512 * 1024
MAX_REPEATED = 10_000
_MAX_REPAIRS = 50
_MAX_REPAIRS_IF_LARGE = 5
_LARGE = 16 * 1024

_NOT_YAML = expression("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OTHER_BREAKS = expression("[\x85\u2028\u2029]")
_HASHTAG = expression(r"[ \t]+#(?=[^\W_])[^\n]*")
_NO_PROSE = expression(r"[0-9][0-9:./ -]*|true|false|yes|no|on|off", re.IGNORECASE)
_QUOTED = {"'", '"', "|", ">"}
_ALIAS = expression(r"\*([\w-]+)")
_STANDARD_TAG = "tag:yaml.org,2002:"


def load_yaml(text: str, first_line: int = 1) -> LoadedYaml:
    r"""Return the nodes of one YAML document whose first line is line `first_line` of its file.

    `text` has `\n` as its line ends. A line that is wrong only because its value should have been quoted
    (`title: Day 3: X`, `title: *new*`) is read as if it were. Nothing is raised.
    """
    broken = _unreadable(text)
    if broken:
        return LoadedYaml(root=None, problems=(_shifted(broken, first_line),))
    lines = _OTHER_BREAKS.sub(" ", text).split("\n")
    repaired: set[int] = set()
    allowed = _MAX_REPAIRS if len(text) < _LARGE else _MAX_REPAIRS_IF_LARGE
    while True:
        builder = _Builder("\n".join(lines), first_line)
        try:
            return LoadedYaml(root=builder.build(), problems=tuple(builder.problems))
        except yaml.YAMLError as error:
            places = () if isinstance(error, _RefusedError) or len(repaired) >= allowed else _places(error)
            line = next((n for n in places if n not in repaired and quote_value(lines, n)), None)
            if line is None:
                problem = explain(error, text.split("\n"))
                return LoadedYaml(root=None, problems=(_shifted(problem, first_line), *builder.problems))
            repaired.add(line)


def _unreadable(text: str) -> Problem | None:
    """Return what keeps the text from being YAML at all, with a line counted from 1."""
    if len(text) > MAX_SIZE:
        return Problem(kind="syntax", message=f"longer than {MAX_SIZE // 1024} KB", line=1, column=1)
    match = _NOT_YAML.search(text)
    if not match:
        return None
    before = text[: match.start()]
    return Problem(
        kind="syntax",
        message=f"the character U+{ord(match.group()):04X} cannot stand in YAML",
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
        hint="remove it",
    )


def _shifted(problem: Problem, first_line: int) -> Problem:
    return Problem(
        kind=problem.kind,
        message=problem.message,
        line=problem.line + first_line - 1,
        column=problem.column,
        hint=problem.hint,
    )


def _places(error: yaml.YAMLError) -> Iterator[int]:
    """Yield the 0-based lines that an error names, the most telling one first."""
    for name in ("problem_mark", "context_mark"):
        mark = getattr(error, name, None)
        if mark is not None:
            yield mark.line


_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class _Mark(Protocol):
    line: int
    """Counted from 0, as are `column` and `index`."""
    column: int
    index: int


class _Event(Protocol):
    """What the parser's events are, each with those of these that it has."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None


class _RefusedError(yaml.MarkedYAMLError):
    """Valid YAML that nobody can mean: no quotes would mend it."""

    def __init__(self, problem: str, mark: _Mark) -> None:
        super().__init__(problem=problem, problem_mark=cast("yaml.Mark", mark))


class _Frame:
    """A list or table that is not closed yet."""

    __slots__ = ("anchor", "column", "is_table", "line", "nodes", "size")

    def __init__(self, line: int, column: int, anchor: str | None, *, is_table: bool) -> None:
        self.nodes: list[Node] = []
        self.size = 1
        self.anchor = anchor
        self.line = line
        self.column = column
        self.is_table = is_table


class _Builder:
    """Builds the nodes of one text from the parser's events, without recursion."""

    def __init__(self, text: str, first_line: int) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._first_line = first_line
        self._hashes = "#" in text
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._names: frozenset[str] | None = None
        self._repeated = 0
        self._end = (0, 0)
        """Line and index at which the last scalar ended."""

    def build(self) -> Node | None:
        """Return the document's node; raise YAMLError where there is none to be had."""
        top = _Frame(0, 0, None, is_table=False)
        stack = [top]
        documents = 0
        for event in cast("Iterator[_Event]", yaml.parse(self._text, Loader=yaml.CSafeLoader)):
            kind: object = type(event)
            if kind is yaml.ScalarEvent:
                self._add(stack[-1], self._scalar(event), 1, event.anchor)
            elif kind in _STARTS:
                mark = event.start_mark
                if len(stack) > MAX_DEPTH:
                    raise _RefusedError("nested too deeply", mark)
                stack.append(_Frame(mark.line, mark.column, event.anchor, is_table=kind is yaml.MappingStartEvent))
            elif kind in _ENDS:
                frame = stack.pop()
                in_list = len(stack) > 1 and not stack[-1].is_table
                self._add(stack[-1], self._collection(frame, in_list=in_list), frame.size, frame.anchor)
            elif kind is yaml.AliasEvent:
                self._alias(stack[-1], event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _RefusedError("a second document", event.start_mark)
        return top.nodes[0] if top.nodes else None

    def _add(self, frame: _Frame, node: Node, size: int, anchor: str | None) -> None:
        frame.nodes.append(node)
        frame.size += size
        if anchor:
            self._anchors[anchor] = (node, size)

    def _alias(self, frame: _Frame, event: _Event) -> None:
        if (event.anchor or "") not in self._anchors:
            mark = cast("yaml.Mark", event.start_mark)
            raise yaml.MarkedYAMLError(problem="found undefined alias", problem_mark=mark)
        node, size = self._anchors[event.anchor or ""]
        self._repeated += size
        if self._repeated > MAX_REPEATED:
            raise _RefusedError("aliases repeat too much", event.start_mark)
        self._add(frame, node, size, None)

    def _scalar(self, event: _Event) -> Scalar:
        start, end = event.start_mark, event.end_mark
        value, quoted = event.value, event.style in _QUOTED
        if event.anchor or event.tag:
            value, quoted = self._written(event, value, quoted=quoted)
        self._end = (end.line, end.index)
        if self._hashes and not quoted:
            self._explain_hashtag(event)
        return Scalar(value, start.line + self._first_line, start.column + 1, quoted)

    def _written(self, event: _Event, value: str, *, quoted: bool) -> tuple[str, bool]:
        """Return the text of a scalar after `&name` or `!tag`: with these, where they can only be meant as text."""
        if event.tag and event.tag.startswith(_STANDARD_TAG):
            return value, quoted or event.tag == _STANDARD_TAG + "str"
        if quoted or event.anchor in self._aliased():
            return value, quoted
        return self._text[event.start_mark.index : event.end_mark.index], True

    def _aliased(self) -> frozenset[str]:
        """Return the names that any alias of the text may have."""
        if self._names is None:
            self._names = frozenset(_ALIAS.findall(self._text))
        return self._names

    def _explain_hashtag(self, event: _Event) -> None:
        """Tell that ` #word` after a value is a comment to YAML, and likely none to its author."""
        end = event.end_mark
        match = _HASHTAG.match(self._text, end.index)
        if not match or _NO_PROSE.fullmatch(event.value):
            return
        lost = match.group().strip()
        before = self._text[event.start_mark.index : end.index]
        self.problems.append(
            Problem(
                kind="comment",
                message=f"'{lost}' is a comment to YAML and is left out",
                line=end.line + self._first_line,
                column=end.column + 1 + len(match.group()) - len(match.group().lstrip()),
                hint=f'put it into quotes: "{f"{before} {lost}".strip()}"',
            )
        )

    def _collection(self, frame: _Frame, *, in_list: bool) -> Node:
        line, column = frame.line + self._first_line, frame.column + 1
        if not frame.is_table:
            return Items(tuple(frame.nodes), line, column)
        pairs = self._pairs(frame)
        raw = self._as_text(frame) if in_list and len(pairs) == 1 and isinstance(pairs[0][1], Scalar) else ""
        return Table(pairs, line, column, raw)

    def _as_text(self, frame: _Frame) -> str:
        """Return a list item `- Goal 1: read` as the text that it may be meant as."""
        end_line, end = self._end
        if end_line != frame.line:
            return ""
        start = self._text.rfind("\n", 0, end) + 1 + frame.column
        raw = self._text[start:end]
        return "" if raw.startswith(("{", "?")) else raw

    def _pairs(self, frame: _Frame) -> tuple[tuple[Scalar, Node], ...]:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(frame.nodes[::2], frame.nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.problems.append(
                    Problem(kind="syntax", message="a key must be a text", line=key.line, column=key.column)
                )
            elif key.value in pairs:
                first = pairs[key.value][0].line
                self.problems.append(
                    Problem(
                        kind="duplicate",
                        message=f"{key.value!r} stands here a second time; the first is in line {first}",
                        line=key.line,
                        column=key.column,
                        hint="remove one of the two",
                    )
                )
            else:
                pairs[key.value] = (key, value)
        return tuple(pairs.values())
