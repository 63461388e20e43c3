"""Ways to make a program wrong in one place: each a node of its tree with what is written instead.

What no run can tell is passed over: docstrings, annotations, imports, what only a type checker sees; and the words of
tables, of which a test could only hold a second copy.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple


class Mutant(NamedTuple):
    """One change of one file."""

    path: str
    line: int
    begin: int
    end: int
    """Its place in the file, in characters."""
    was: str
    becomes: str
    kept: bool
    """It stands where a result is kept (a cache, a module's constants), so no run of one test shows who needs it."""

    def applied(self, source: str) -> str:
        """Return the file with it."""
        return source[: self.begin] + self.becomes + source[self.end :]

    def __str__(self) -> str:
        """Return where it is and what it does, in one line."""
        was, becomes = (re.sub(r"\s+", " ", one) for one in (self.was, self.becomes))
        return f"{self.path}:{self.line}: {was[:90]} → {becomes[:90]}"


COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.Pow: ast.Mult,
}  # fmt: skip


def mutants_of(path: str, source: str) -> list[Mutant]:
    """Return all mutants of a file, by their places."""
    starts = _line_starts(source)
    found: list[Mutant] = []
    for place in _places(ast.parse(source), kept=True):
        node = place.node
        begin = _at(starts, node.lineno, node.col_offset)
        end = _at(starts, node.end_lineno or 0, node.end_col_offset or 0)
        was = source[begin:end]
        found += [Mutant(path, node.lineno, begin, end, was, becomes, place.kept) for becomes in _changes(place)]
    return sorted(found)


def _line_starts(source: str) -> list[tuple[int, str]]:
    starts: list[tuple[int, str]] = []
    begin = 0
    for line in source.splitlines(keepends=True):
        starts.append((begin, line))
        begin += len(line)
    return starts


def _at(starts: list[tuple[int, str]], line: int, column: int) -> int:
    """Return the place of a column, which `ast` counts in bytes."""
    begin, text = starts[line - 1]
    return begin + len(text.encode()[:column].decode())


class _Place(NamedTuple):
    node: ast.expr | ast.stmt
    kept: bool
    condition: bool
    looped: bool


def _places(tree: ast.AST, *, kept: bool) -> Iterator[_Place]:
    """Yield what may be changed: each with whether its function keeps its results, and what it is to its parent."""
    for child in _parts(tree):
        inner = kept
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            inner = any("cache" in ast.unparse(one) for one in child.decorator_list)
        if isinstance(child, ast.expr | ast.stmt):
            condition = child is getattr(tree, "test", None) or child in getattr(tree, "ifs", ())
            yield _Place(child, inner, condition, isinstance(tree, ast.For | ast.comprehension) and child is tree.iter)
        yield from _places(child, kept=inner)


_TYPES = {"Literal", "Callable", "list", "dict", "tuple", "set", "frozenset"}
_TABLE = 4
_FOR_CHECKERS = {"TypeVar", "cast", "NewType", "TYPE_CHECKING", "TypeAlias", "__all__", "__slots__"}


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a node that a run can tell."""
    if isinstance(node, ast.JoinedStr | ast.arg | ast.Import | ast.ImportFrom) or _is_no_rule(node):
        return  # until Python 3.12 the parts of an f-string have no places
    skipped: list[ast.AST | None] = []
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            skipped = [node.returns, *node.decorator_list]
        case ast.AnnAssign():
            skipped = [node.annotation, node.target]
        case ast.ClassDef():
            skipped = list[ast.AST | None](node.keywords)
        case _:
            pass
    for child in ast.iter_child_nodes(node):
        if child not in skipped and not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
            yield child


def _is_no_rule(node: ast.AST) -> bool:
    """Tell whether a part is of types alone, of what is exported, or a table of words, which a test can only repeat."""
    match node:
        case (
            ast.If(test=ast.Name(id=name)) | ast.Call(func=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)])
        ):
            return name in _FOR_CHECKERS
        case ast.AnnAssign(annotation=ast.Name(id=name)):
            return name in _FOR_CHECKERS
        case ast.Subscript(value=ast.Name(id=name)):
            return name in _TYPES
        case ast.Tuple(elts=each) | ast.List(elts=each) | ast.Set(elts=each):
            return len(each) >= _TABLE and all(isinstance(one, ast.Constant) for one in each)
        case _:
            return False


def _changes(place: _Place) -> Iterator[str]:
    """Yield what may be written in place of a node."""
    if isinstance(place.node, ast.stmt):
        yield from _of_statement(place.node)
        return
    for changed in _of_expression(place.node):
        yield f"({ast.unparse(changed)})"
    if place.condition and not isinstance(place.node, ast.Compare | ast.BoolOp | ast.UnaryOp | ast.Constant):
        yield f"(not {ast.unparse(place.node)})"
    if place.looped:
        yield "()"


def _of_statement(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.Break():
            yield "continue"
        case ast.Continue():
            yield "break"
        case ast.Return(value=ast.expr() as value) if ast.unparse(value) != "None":
            yield "return None"
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign() | ast.Raise():
            yield "pass"
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield "pass"
        case _:
            pass


def _of_expression(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(left=left, ops=[op, *more], comparators=each):
            yield ast.Compare(left, [COMPARED[type(op)](), *more], each)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.BinOp(left=left, op=op, right=right) if type(op) in COUNTED:
            yield ast.BinOp(left, COUNTED[type(op)](), right)
        case ast.IfExp(test=test, body=body, orelse=other):
            yield ast.IfExp(test, other, body)
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str() as value):
            yield ast.Constant("" if value else "XX")
        case _:
            pass
