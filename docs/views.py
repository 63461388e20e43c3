"""What templates receive: which view each of them gets, and the fields of a view with type and meaning in words."""

from __future__ import annotations

import ast
import datetime as dt
import inspect
import shutil
import tempfile
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints
from unittest import mock

import msgspec

from journal_site.engine.build import build
from journal_site.engine.inputs import BuildRequest
from journal_site.languages.labels import Labels
from journal_site.model.page import BodyRef, Page
from journal_site.site.bodies import Bodies
from journal_site.site.theme import Theme

ROOT = Path(__file__).resolve().parents[1]
_PLAIN: Mapping[object, str] = {
    str: "text",
    int: "whole number",
    bool: "yes or no",
    BodyRef: "body",
    Labels: "[labels](#words-of-the-interface)",
}
_TODAY = dt.date(2026, 12, 31)
_MORE = {
    "site.yaml": "title: More\nsources: [README.md]\n",
    "README.md": "# More\n\n## Day 1: March 1, 2026\n\nText.\n\n# Rules\n\nOf a log that has a note.\n",
    "pages/about.md": "---\naliases: [/me/]\n---\n# About\n",
}
"""A journal with the kinds of page that the demo lacks: a note, a page of the author's, a redirect."""

NAMES: Mapping[str, str] = {
    "alt": "What a picture shows, in words.",
    "author": "The author's name; empty where site.yaml names none.",
    "body": "The text: `{{ view.body|body }}` writes its HTML.",
    "canonical": "The page's absolute address; empty where the site's is not known.",
    "contents": "The headings for a table of contents; none where the text is short.",
    "count": "How many there are.",
    "counted": "How many there are, in words.",
    "date": "The date in the site's language; empty where there is none.",
    "days": "The days that name it.",
    "description": "In a sentence or two; empty where there is none.",
    "domain": "The site that the address leads to.",
    "earlier": "The way to what comes before; none at the beginning.",
    "entries": "The entries of which it is told.",
    "excerpt": "How its text begins.",
    "facts": "Short facts to stand in a line.",
    "height": "In pixels; 0 where it is not known.",
    "iso": "The date for machines, `2021-09-14`; empty where there is none.",
    "kind": "The key of what it is.",
    "label": "What it shows, in words.",
    "language": "The tag of the language: `en`, `pt-BR`.",
    "later": "The way to what comes after; none at the end.",
    "links": "The links that it names.",
    "name": "What it is called.",
    "notebooks": "The notebooks that it names.",
    "notes": "The notes of which it is told.",
    "number": "The number as it is read.",
    "questions": "Lines that ask; for a page, the entries that have some.",
    "ref": "The way to it.",
    "rows": "The rows of the list.",
    "text": "What is to be read there.",
    "title": "The title, as plain text.",
    "title_html": "The title with its code, emphasis and formulas; empty where `title` says it all.",
    "topics": "Its topics.",
    "updated": "When it was last changed, for machines; empty where that is not known.",
    "url": "Its address as seen from the page; empty where there is none.",
    "width": "In pixels; 0 where it is not known.",
}
"""What a field of this name means wherever nothing else is said below it."""


class Field(NamedTuple):
    """One field of a view."""

    name: str
    type: object
    words: str
    """Its type in plain words."""
    meaning: str
    """Empty where nobody has said it."""


@cache
def views_by_template() -> dict[str, type[msgspec.Struct]]:
    """Return the view of each template that makes a page, as builds of the demo and of a smaller journal show it."""
    seen: dict[str, type[msgspec.Struct]] = {}

    class Recording(Theme):
        def render(self, page: Page, bodies: Bodies) -> bytes:
            del bodies
            view = seen.setdefault(page.template, type(page.view))
            assert view is type(page.view), f"{page.template} receives views of two types"  # noqa: S101
            return b""

    with tempfile.TemporaryDirectory() as folder, mock.patch("journal_site.site.theme.Theme", Recording):
        for root in (_lay_out_demo(Path(folder)), _lay_out_more(Path(folder))):
            build(BuildRequest(root=root, today=_TODAY, jobs=1))
    return seen


def _lay_out_demo(folder: Path) -> Path:
    shutil.copytree(ROOT / "entries", folder / "demo" / "entries")
    settings = (ROOT / "site.yaml").read_text(encoding="utf-8")
    (folder / "demo" / "site.yaml").write_text(settings.replace("\ncards: true", ""), encoding="utf-8")
    return folder / "demo"


def _lay_out_more(folder: Path) -> Path:
    for path, text in _MORE.items():
        place = folder / "more" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return folder / "more"


@cache
def fields_of(view: type[msgspec.Struct]) -> tuple[Field, ...]:
    """Return the fields of a type that templates receive, in its own order."""
    said = {name: text for cls in reversed(view.__mro__) for name, text in _docstrings(cls).items()}
    hints = get_type_hints(view)
    return tuple(
        Field(name, hints[name], words_of(hints[name]), said.get(name) or _meaning(name, hints[name]))
        for name in view.__struct_fields__
    )


def _meaning(name: str, hint: object) -> str:
    inner = inner_type(hint)
    return NAMES.get(name) or (summary(inner) if inner else "")


def _docstrings(cls: type) -> dict[str, str]:
    """Return the text below each field that a class itself has."""
    if not issubclass(cls, msgspec.Struct) or cls is msgspec.Struct:
        return {}
    tree = ast.parse(Path(inspect.getfile(cls)).read_text(encoding="utf-8"))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__)
    return {
        field.target.id: " ".join(str(below.value.value).split())
        for field, below in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
    }


def summary(cls: type) -> str:
    """Return the first paragraph of a class's docstring."""
    return inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0].replace("\n", " ")


def inner_type(hint: object) -> type[msgspec.Struct] | None:
    """Return the type with fields that a field is of, or is a list of."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct) and hint is not BodyRef:
        return hint
    return next(filter(None, map(inner_type, get_args(hint))), None)


def words_of(hint: object) -> str:
    """Return a type in plain words."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return " or ".join("none" if part is NoneType else words_of(part) for part in inner)
    if origin is Literal:
        return " or ".join(f"`{word}`" for word in inner)
    if origin is tuple:
        return f"list of {_many(words_of(inner[0]))}" if inner[-1] is Ellipsis else " and ".join(map(words_of, inner))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"{words_of(inner[1])}, by key"
    if hint is Any:
        return "anything"
    assert isinstance(hint, type)  # noqa: S101 - views have no others, else the words are to be found
    return _PLAIN.get(hint) or f"[`{hint.__name__}`](#{hint.__name__.lower()})"


def _many(words: str) -> str:
    return {"text": "texts", "body": "bodies", "whole number": "whole numbers"}.get(words, words)


def parts_of(views: list[type[msgspec.Struct]]) -> list[type[msgspec.Struct]]:
    """Return the types that the fields of these lead to, by name."""
    found: set[type[msgspec.Struct]] = set()
    pending = list(views)
    while pending:
        inner = {inner_type(field.type) for field in fields_of(pending.pop())}
        new = {one for one in inner if one is not None} - found - {Labels}
        found |= new
        pending += new
    return sorted(found - set(views), key=lambda one: one.__name__)


def undocumented(views: list[type[msgspec.Struct]]) -> list[str]:
    """Return the fields whose meaning nobody has said."""
    everything = [*views, *parts_of(views)]
    return [f"{view.__name__}.{field.name}" for view in everything for field in fields_of(view) if not field.meaning]
