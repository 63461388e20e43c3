"""Front matter as written, in any of its forms → a table of nodes with places."""

from __future__ import annotations

import datetime as dt
import json
from bisect import bisect_left
from typing import Final

from journal_site.characters import clean
from journal_site.config.nodes import Items, LoadedYaml, Node, Problem, Scalar, Table
from journal_site.config.simple import load
from journal_site.expressions import expression
from journal_site.reading.front_matter.mending import mendings

MAX_TOML: Final = 64 * 1024
_MAX_SALVAGED: Final = 16 * 1024
_MAX_DEPTH: Final = 50
_MOST_DIGITS = 400
_KEY_AT_START: Final = expression(r"(?<=\n)(?=[A-Za-z_\"'])")
_CLOSING: Final = {"---": ("---", "..."), "+++": ("+++",)}
_LINE: Final = {
    "::": expression(r"([^\W\d][\w./-]*)::[ \t]*(.*)"),
    "..": expression(r"(?:[ \t]*<!--)?[ \t]*\.\.[ \t]+([\w-]+):[ \t]*(.*?)(?:[ \t]*-->)?"),
    ":": expression(r"([\w-]+(?: [\w-]+)*)[ \t]*:[ \t]*(.*)"),
}
_TOML_KEY: Final = expression(r"[ \t\[]*[\"']?([\w-]+)")


def load_front(front: str) -> LoadedYaml:
    """Return the nodes of front matter as `split_front_matter` cut it; its lines are those of the file."""
    body = front.lstrip("\n \t")
    line = front[: len(front) - len(body)].count("\n") + 1
    mark = body[:3]
    if mark[:1] == "{":
        return _load_json(body, line)
    if mark not in _CLOSING:
        return _load_closed(body, line) or _load_lines(front)
    inner = body[body.find("\n") + 1 :]
    language = body[3 : len(body) - len(inner)].strip().lower()
    last = inner.rstrip()
    cut = last.rfind("\n") + 1
    if last[cut:] not in _CLOSING[mark]:
        problem = Problem(
            kind="syntax",
            message="the front matter that begins here is never closed",
            line=line,
            column=1,
            hint=f"add a line '{mark}' after its last key",
        )
        loaded = _load_fenced(inner, line + 1, mark)
        return LoadedYaml(root=loaded.root, problems=(problem, *loaded.problems))
    if language == "json":
        return _load_json(inner[:cut], line + 1)
    return _load_fenced(inner[:cut], line + 1, "+++" if language == "toml" else mark)


def _load_closed(body: str, line: int) -> LoadedYaml | None:
    """Return the nodes of a head that ends with a sign and need not begin with it, as Hexo's; None of another."""
    lines = body.rstrip().split("\n")
    if lines[-1].rstrip() == "---":
        return _load_fenced("\n".join(lines[:-1]) + "\n", line, "---")
    if lines[-1].rstrip() != ";;;":
        return None
    inner = "\n".join(lines[:-1])
    return _load_json(f"{{{inner.removeprefix(';;;')}\n}}", line)


def _load_fenced(inner: str, line: int, mark: str) -> LoadedYaml:
    loaded = _load_once(inner, line, mark)
    if not any(problem.kind == "syntax" for problem in loaded.problems):
        return loaded
    for text, mended in mendings(inner, line, mark):
        again = _load_once(text, line, mark)
        if isinstance(again.root, Table) and not any(problem.kind == "syntax" for problem in again.problems):
            return LoadedYaml(root=again.root, problems=(*mended, *again.problems))
    return loaded if mark == "+++" or loaded.root is not None else _salvaged(inner, line, loaded.problems)


def _load_once(inner: str, line: int, mark: str) -> LoadedYaml:
    return _load_toml(inner, line) if mark == "+++" else load(inner, line)


def _salvaged(inner: str, first_line: int, problems: tuple[Problem, ...]) -> LoadedYaml:
    """Return those keys of a broken head that can be read by themselves, so that one slip costs one key."""
    if len(inner) > _MAX_SALVAGED:
        return LoadedYaml(root=None, problems=problems)
    pairs: dict[str, tuple[Scalar, Node]] = {}
    line = first_line
    for part in _KEY_AT_START.split(inner):
        alone = load(part, line)
        for key, node in alone.root.pairs if isinstance(alone.root, Table) and not alone.problems else ():
            pairs.setdefault(key.value, (key, node))
        line += part.count("\n")
    return LoadedYaml(root=Table(tuple(pairs.values()), first_line, 1), problems=problems)


def _load_lines(front: str) -> LoadedYaml:
    """Return the nodes of one pair a line; an indented line goes on with the value above it."""
    if (broken := _unreadable(front)) is not None:
        return LoadedYaml(root=None, problems=(broken,))
    start = front.lstrip("\n \t")
    form = ".." if start.startswith(("<!--", "..")) else "::" if _LINE["::"].match(start) else ":"
    pairs: dict[str, tuple[Scalar, Scalar]] = {}
    problems: list[Problem] = []
    last = ""
    for number, line in enumerate(front.split("\n"), 1):
        match = _LINE[form].fullmatch(line.rstrip())
        if match:
            last = match[1]
            if last in pairs:
                problems.append(_twice(last, number, pairs[last][0].line))
                continue
            key = Scalar(last, number, match.start(1) + 1)
            pairs[last] = (key, Scalar(match[2], number, match.start(2) + 1))
        elif line.strip() and last and line[0] in " \t":
            key, value = pairs[last]
            pairs[last] = (key, Scalar(f"{value.value} {line.strip()}".strip(), value.line, value.column))
    return LoadedYaml(root=Table(tuple(pairs.values()), 1, 1), problems=tuple(problems))


def _unreadable(front: str) -> Problem | None:
    """Return what keeps lines from being read: YAML and TOML too take no signs that are no text."""
    readable = clean(front)
    if readable is front:
        return None
    at = next(at for at, (old, new) in enumerate(zip(front, readable, strict=True)) if old != new)
    return Problem(
        kind="syntax",
        message=f"the character U+{ord(front[at]):04X} cannot stand in front matter",
        line=front.count("\n", 0, at) + 1,
        column=at - front.rfind("\n", 0, at),
        hint="remove it",
    )


def _twice(name: str, line: int, first: int) -> Problem:
    return Problem(
        kind="duplicate",
        message=f"{name!r} stands here a second time; the first is in line {first}",
        line=line,
        column=1,
        hint="remove one of the two",
    )


def _load_toml(text: str, first_line: int) -> LoadedYaml:
    import tomllib  # noqa: PLC0415 - 10 ms that only TOML pays

    if len(text) > MAX_TOML:
        problem = Problem(kind="syntax", message=f"longer than {MAX_TOML // 1024} KB", line=first_line, column=1)
        return LoadedYaml(root=None, problems=(problem,))
    try:
        values = tomllib.loads(text)
        root = _Places(text, first_line).node(values, 0, 0)
    except RecursionError:
        problem = Problem(kind="syntax", message="nested too deeply to be meant", line=first_line, column=1)
        return LoadedYaml(root=None, problems=(problem,))
    except ValueError as error:
        from journal_site.reading.front_matter.toml_problems import explain_toml  # noqa: PLC0415 - it loads tomllib

        return LoadedYaml(root=None, problems=(explain_toml(error, text, first_line),))
    return LoadedYaml(root=root)


def _load_json(text: str, first_line: int) -> LoadedYaml:
    problems: list[Problem] = []

    def pairs(found: list[tuple[str, object]]) -> dict[str, object]:
        values = dict(found)
        if len(values) < len(found):
            twice = next(name for at, (name, _) in enumerate(found) if name in dict(found[:at]))
            message = f"{twice!r} stands here more than once"
            problems.append(Problem(kind="duplicate", message=message, line=first_line, column=1, hint="remove one"))
        return values

    try:
        root = _Places(text, first_line).node(json.loads(text, object_pairs_hook=pairs, parse_int=_whole), 0, 0)
    except RecursionError:
        problem = Problem(kind="syntax", message="nested too deeply to be meant", line=first_line, column=1)
        return LoadedYaml(root=None, problems=(problem,))
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        message = "the front matter begins like JSON, and cannot be read from here on"
        hint = "look for a missing comma, quote or brace here, or in the line above"
        return LoadedYaml(
            root=None, problems=(Problem(kind="syntax", message=message, line=line, column=error.colno, hint=hint),)
        )
    return LoadedYaml(root=root, problems=tuple(problems))


def _whole(written: str) -> int | str:
    """Return a whole number; one that Python finds too long is passed over as what it is, a text of digits."""
    return int(written) if len(written) <= _MOST_DIGITS else written


class _Places:
    """Gives TOML values their places, which TOML's parser does not tell: a key's is the line that begins with it."""

    def __init__(self, text: str, first_line: int) -> None:
        self._lines = text.split("\n")
        self._first_line = first_line
        self._starts: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines):
            match = _TOML_KEY.match(line)
            if match:
                self._starts.setdefault(match[1], []).append(number)

    def node(self, value: object, line: int, depth: int) -> Node:
        """Return a value that stands in a line, counted from 0, as a node. Raises RecursionError."""
        if depth > _MAX_DEPTH:
            raise RecursionError
        column = self._column(line)
        if isinstance(value, dict):
            pairs = tuple(self._pair(name, inner, line, depth) for name, inner in value.items())
            return Table(pairs, self._first_line + line, 1)
        if isinstance(value, list):
            nodes = tuple(self.node(inner, line, depth + 1) for inner in value)
            return Items(nodes, self._first_line + line, column)
        return Scalar(_as_written(value), self._first_line + line, column, isinstance(value, str))

    def _pair(self, name: str, value: object, above: int, depth: int) -> tuple[Scalar, Node]:
        starts = self._starts.get(name, [])
        at = bisect_left(starts, above)
        line = starts[at] if at < len(starts) else above
        return Scalar(name, self._first_line + line, 1), self.node(value, line, depth + 1)

    def _column(self, line: int) -> int:
        text = self._lines[line]
        after = text[text.find("=") + 1 :]
        return len(text) - len(after.lstrip()) + 1 if "=" in text else 1


def _as_written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return str(value)
