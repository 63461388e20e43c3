"""Problems for other programs: GitHub's annotations, and SARIF 2.1.0 for code scanning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journal_site import __version__
from journal_site.characters import printable
from journal_site.config.codes import CHECKS, check_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal_site.errors import Diagnostic

_SARIF: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {"error": "error", "warning": "warning", "notice": "note"}
_MEANINGS: Final = {check.name: check.meaning for check in CHECKS}


def github_annotations(problems: Sequence[Diagnostic]) -> str:
    """Return a line for each problem that GitHub shows beside the line that it is about."""
    return "".join(f"{_annotation(one)}\n" for one in problems)


def _annotation(problem: Diagnostic) -> str:
    place = problem.location
    parts = {
        "file": place.path,
        "line": str(place.line or 1),
        "col": str(place.column) if place.column else "",
        "title": problem.code,
    }
    said = ",".join(f"{name}={_property(value)}" for name, value in parts.items() if value)
    text = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    return f"::{problem.severity} {said}::{_data(text)}"


def _data(text: str) -> str:
    """Escape a text as GitHub's runner reads it back."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def sarif(problems: Sequence[Diagnostic]) -> dict[str, object]:
    """Return the problems as one run of SARIF."""
    codes = sorted({one.code for one in problems})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": _MEANINGS[check_of(code)]},
            "properties": {"tags": [check_of(code)]},
        }
        for code in codes
    ]
    driver = {"name": "journal", "version": __version__, "rules": rules}
    results = [_result(one, codes.index(one.code)) for one in problems]
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}


def _result(problem: Diagnostic, rule: int) -> dict[str, object]:
    from urllib.parse import quote  # noqa: PLC0415 - only for SARIF

    place = problem.location
    text = f"{problem.message}. {problem.hint}" if problem.hint else problem.message
    region = {"startLine": place.line or 1, **({"startColumn": place.column} if place.column else {})}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": text},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": quote(place.path)}, "region": region}},
        ],
    }
