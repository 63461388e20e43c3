"""Which codes the package's diagnostics have, found in its source.

A code reaches a `Diagnostic` as `code="…"`, as an argument for a parameter or field named `code`, by
`code, … = function()`, or from a table whose name ends with `CODES`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "journal_site"
_CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_SEVERITIES = {"error", "warning", "notice"}


def used_codes(package: Path = PACKAGE) -> dict[str, str]:
    """Return each code with a module that uses it."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(package.rglob("*.py"))}
    takers = {path: dict(_takers(tree)) for path, tree in trees.items()}
    shared = {name: at for own in takers.values() for name, at in own.items() if not name.startswith("_")}
    return {code: path.name for path, tree in trees.items() for code in _codes(tree, {**shared, **takers[path]})}


def _takers(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield each name that can be called with a code, and the code's place among the arguments."""
    nodes = list(ast.walk(tree))
    callables: dict[str, int] = {}
    for node in nodes:
        if isinstance(node, ast.ClassDef):
            called, place = _called(node)
            if place is not None:
                callables[node.name] = place
            yield from called
        elif isinstance(node, ast.FunctionDef):
            place = _place(node)
            yield from [(node.name, place)] if place is not None else []
    for node in nodes:
        if isinstance(node, ast.arg) and isinstance(node.annotation, ast.Name) and node.annotation.id in callables:
            yield node.arg, callables[node.annotation.id]
            yield f"_{node.arg}", callables[node.annotation.id]


def _called(node: ast.ClassDef) -> tuple[list[tuple[str, int]], int | None]:
    """Return where the code stands when a class's value is made, and when the value is called."""
    body = node.body
    fields = [each.target.id for each in body if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)]
    made = [(node.name, fields.index("code"))] if "code" in fields else []
    calls = [each for each in body if isinstance(each, ast.FunctionDef) and each.name == "__call__"]
    return made, _place(calls[0]) if calls else None


def _place(function: ast.FunctionDef) -> int | None:
    names = [argument.arg for argument in function.args.args if argument.arg not in {"self", "cls"}]
    return names.index("code") if "code" in names else None


def _codes(tree: ast.AST, takers: dict[str, int]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = takers.get(name, len(node.args))
            yield from _constants(*node.args[place : place + 1])
            yield from _constants(*(keyword.value for keyword in node.keywords if keyword.arg == "code"))
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Name) and target.id.endswith("CODES"):
                    yield from _constants(node.value)
                elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Call):
                    yield from _unpacked(tree, target, node.value)


def _unpacked(tree: ast.AST, target: ast.Tuple, call: ast.Call) -> Iterator[str]:
    """Yield what `code` becomes in `code, what = function()`."""
    names = [getattr(name, "id", "") for name in target.elts]
    if "code" not in names:
        return
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and function.name == getattr(call.func, "id", ""):
            for node in ast.walk(function):
                if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
                    yield from _constants(node.value.elts[names.index("code")])


def _constants(*nodes: ast.expr) -> Iterator[str]:
    """Yield the texts that expressions can be: of a choice its branches, of a table its values."""
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if _CODE.fullmatch(node.value) and node.value not in _SEVERITIES:
                yield node.value
        elif isinstance(node, ast.IfExp):
            yield from _constants(node.body, node.orelse)
        elif isinstance(node, ast.Dict):
            yield from _constants(*node.values)
        elif isinstance(node, ast.Tuple):
            yield from _constants(*node.elts)
