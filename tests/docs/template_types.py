"""Follow a template's names through its loops, macros and includes, and say which fields of which types it uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import NoneType, UnionType
from typing import Union, get_args, get_origin

import msgspec
from jinja2 import nodes

from docs.make_theme import parse
from docs.views import fields_of
from journal_site.model.page import BodyRef

UNKNOWN = object()
"""What a name stands for whose fields are none of ours: `loop`, what a filter or a function gives."""
Names = dict[str, object]
Parse = Callable[[str], nodes.Template]


class Walk:
    """One way through a template that receives a view."""

    def __init__(self, template: str, view: type, site: type, parse_template: Parse = parse) -> None:
        self.used: set[tuple[str, str]] = set()
        self.problems: list[str] = []
        self._parse = parse_template
        self._macros: dict[str, tuple[nodes.Macro, str]] = {}
        self._open: set[str] = set()
        self._template(template, {"view": view, "site": site, "root": str, "loop": UNKNOWN})

    def _template(self, name: str, names: Names) -> None:
        self._place = name
        tree = self._parse(name)
        for macro in tree.find_all(nodes.Macro):
            self._macros[macro.name] = macro, name
        for child in tree.body:
            self._visit(child, names)

    def _elsewhere(self, name: str, names: Names) -> None:
        here = self._place
        self._template(name, names)
        self._place = here

    def _visit(self, node: nodes.Node, names: Names) -> None:
        if isinstance(node, nodes.For):
            self._bind(node.target, element(self.type_of(node.iter, names)), names)
        elif isinstance(node, nodes.Assign):
            self._bind(node.target, self.type_of(node.node, names), names)
        elif isinstance(node, nodes.AssignBlock):
            self._bind(node.target, str, names)
        elif isinstance(node, nodes.Include | nodes.Extends | nodes.FromImport):
            assert isinstance(node.template, nodes.Const)
            # A template that is extended comes first in the file and last on the page.
            self._elsewhere(node.template.value, names if not isinstance(node, nodes.FromImport) else {})
        elif isinstance(node, nodes.Macro):
            return  # its arguments are known where it is called
        elif isinstance(node, nodes.Expr):
            self.type_of(node, names)
            return
        for child in node.iter_child_nodes():
            self._visit(child, names)

    def _bind(self, target: nodes.Node, hint: object, names: Names) -> None:
        if isinstance(target, nodes.Name):
            names[target.name] = hint
        elif isinstance(target, nodes.Tuple):
            parts = get_args(hint) if get_origin(hint) is tuple else [UNKNOWN] * len(target.items)
            for item, part in zip(target.items, parts, strict=True):
                self._bind(item, part, names)

    def type_of(self, node: nodes.Node, names: Names) -> object:
        """Return the type of an expression, or `UNKNOWN`."""
        if isinstance(node, nodes.Name):
            return names.get(node.name, UNKNOWN)
        if isinstance(node, nodes.Call):
            return self._call(node, names)
        found = [self.type_of(child, names) for child in node.iter_child_nodes()]
        if isinstance(node, nodes.Getattr):
            return self._field(node, found[0])
        if isinstance(node, nodes.Getitem):
            return found[0] if isinstance(node.arg, nodes.Slice) else element(found[0])
        if isinstance(node, nodes.CondExpr):
            return found[1]
        return found[0] if isinstance(node, nodes.BinExpr) else UNKNOWN

    def _field(self, node: nodes.Getattr, owner: object) -> object:
        owner = without_none(owner)
        if not isinstance(owner, type) or not issubclass(owner, msgspec.Struct) or owner is BodyRef:
            if owner is UNKNOWN or hasattr(get_origin(owner) or owner, node.attr):
                return UNKNOWN
            if get_origin(owner) in {dict, Mapping}:
                return element(owner)
            self.problems.append(f"{self._place}:{node.lineno}: {owner} has no `{node.attr}`")
            return UNKNOWN
        self.used.add((owner.__name__, node.attr))
        fields = {field.name: field for field in fields_of(owner)}
        if node.attr not in fields:
            self.problems.append(f"{self._place}:{node.lineno}: {owner.__name__} has no `{node.attr}`")
            return UNKNOWN
        if not fields[node.attr].meaning and owner.__name__ != "Labels":
            self.problems.append(f"{self._place}:{node.lineno}: {owner.__name__}.{node.attr} has no meaning")
        return fields[node.attr].type

    def _call(self, node: nodes.Call, names: Names) -> object:
        given = [self.type_of(argument, names) for argument in node.args]
        for argument in node.kwargs:
            self.type_of(argument.value, names)
        if not isinstance(node.node, nodes.Name) or node.node.name not in self._macros:
            self.type_of(node.node, names)
            return UNKNOWN
        macro, place = self._macros[node.node.name]
        if macro.name not in self._open:
            self._open.add(macro.name)
            here, self._place = self._place, place
            inner = names | {argument.name: hint for argument, hint in zip(macro.args, given, strict=True)}
            for child in macro.body:
                self._visit(child, inner)
            self._place = here
            self._open.remove(macro.name)
        return str


def without_none(hint: object) -> object:
    if get_origin(hint) in {Union, UnionType}:
        return next(part for part in get_args(hint) if part is not NoneType)
    return hint


def element(hint: object) -> object:
    """Return what a list or a mapping holds."""
    hint = without_none(hint)
    origin, inner = get_origin(hint), get_args(hint)
    if origin is tuple:
        return inner[0]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return inner[1]
    return UNKNOWN
