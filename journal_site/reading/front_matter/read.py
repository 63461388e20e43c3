"""The head of an entry file: where it ends, and what it says. Bad values are told, and never cost the entry."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from journal_site.config.nodes import Table, describe
from journal_site.errors import Diagnostic, Location, Severity, sort_key
from journal_site.model.outline import FrontMatter
from journal_site.reading.front_matter.fields import read_fields
from journal_site.reading.front_matter.nodes import load_front
from journal_site.reading.front_matter.split import split_front_matter

__all__ = ["read_front_matter", "split_front_matter"]

_PROBLEM_CODES: Final[dict[str, tuple[Severity, str]]] = {
    "syntax": ("error", "front-matter-syntax"),
    "duplicate": ("error", "front-matter-duplicate"),
    "comment": ("warning", "front-matter-comment"),
    "mended": ("warning", "front-matter-syntax"),
}
_NOTHING: Final = FrontMatter()
_NO_WORDS: Final[Mapping[str, str]] = MappingProxyType({})


def read_front_matter(
    front: str, path: str, words: Mapping[str, str] = _NO_WORDS, *, splits_tags: bool = False
) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    """Return what front matter says, as `split_front_matter` cut it, and all that is wrong with it, by its place.

    `words` are a dialect's for our fields, in small letters; with `splits_tags`, spaces stand between tags.
    """
    if not front:
        return _NOTHING, ()
    loaded = load_front(front)
    if isinstance(loaded.root, Table):
        values, findings = read_fields(loaded.root, words, splits_tags=splits_tags)
        if not findings and not loaded.problems:
            return values, ()
    else:
        values, findings = _NOTHING, []
    lines = front.split("\n")
    diagnostics: list[Diagnostic] = []

    def tell(severity: Severity, code: str, message: str, place: tuple[int, int], hint: str) -> None:
        line, column = place
        location = Location(path=path, line=line, column=column)
        excerpt = lines[line - 1] if line <= len(lines) else ""
        told = Diagnostic(severity=severity, code=code, message=message, location=location, hint=hint, excerpt=excerpt)
        diagnostics.append(told)

    for problem in loaded.problems:
        tell(*_PROBLEM_CODES[problem.kind], problem.message, (problem.line, problem.column), problem.hint)
    for finding in findings:
        place = finding.node.line, finding.node.column
        tell(finding.severity, finding.code, finding.message, place, finding.hint)
    if loaded.root is not None and not isinstance(loaded.root, Table):
        message = f"front matter must be lines 'key: value', and is {describe(loaded.root)}"
        place = loaded.root.line, loaded.root.column
        tell("error", "front-matter-syntax", message, place, "write a colon and a space after each key")
    return values, tuple(sorted(diagnostics, key=sort_key))
