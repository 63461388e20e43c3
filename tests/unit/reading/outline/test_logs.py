"""Whole logs, and how they fall into days: `tests/markdown/logs.txt` has each with its outline.

`pytest --update-golden` writes the outlines anew, to be looked at.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from journal_site.model.outline import Outline, Slice
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.outline.read import read_outline

CASES = Path(__file__).parents[3] / "markdown" / "logs.txt"
TODAY = dt.date(2024, 3, 1)


def cases() -> list[tuple[str, str, str]]:
    found = []
    for chunk in CASES.read_text(encoding="utf-8").split("\n=== "):
        name, _, rest = chunk.removeprefix("=== ").partition("\n")
        text, _, outline = rest.partition("\n--- outline")
        found.append((name, text.strip("\n") + "\n", outline.strip("\n")))
    return found


def outlined(text: str) -> Outline:
    return read_outline(Source(path="log.md", folder="log.md", text=text, log=True), SourceOptions(today=TODAY))


def shown(outline: Outline) -> str:
    told = [
        "newest first" if outline.newest_first else "",
        f"challenge {outline.challenge_name!r} of {outline.challenge_days} days" if outline.challenge_days else "",
        f"start {outline.start}" if outline.start else "",
        *(f"goal {goal!r}" for goal in outline.goals),
        *map(slice_shown, outline.slices),
        *(f"omitted: line {one.line}: {one.reason}" for one in outline.omitted),
        *(f"{one.severity}: line {one.location.line}: {one.message} [{one.code}]" for one in outline.diagnostics),
        *(f"definition: {line}" for line in outline.definitions.splitlines() if line),
    ]
    return "\n".join(filter(None, told))


def slice_shown(part: Slice) -> str:
    taken = next((one for one in part.candidates if one.dates), None)
    dates = f"{taken.dates[0]}{f'..{taken.dates[-1]}' if len(taken.dates) > 1 else ''}" if taken else ""
    told = [
        f"day {','.join(map(str, part.days))}" if part.days else "",
        f"round {part.round}" if part.round is not None else "",
        f"{taken.source} {dates}" if taken else "",
        f"({taken.repair})" if taken and taken.repair else "",
        f"title {part.title!r}" if part.title else "",
        f"under {' / '.join(part.parents)}" if part.parents else "",
        f"tags {', '.join(part.tags)}" if part.tags else "",
        "row" if part.table else "",
        f"lines {part.heading_line}, {part.line}: {part.text!r}",
    ]
    return f"{part.kind}: " + "; ".join(filter(None, told))


@pytest.mark.parametrize(("name", "text", "expected"), [pytest.param(*case, id=case[0]) for case in cases()])
def test_how_a_log_falls_into_days(name: str, text: str, expected: str) -> None:
    assert shown(outlined(text)) == expected, name


@pytest.fixture(scope="session", autouse=True)
def updated(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        chunks = [f"=== {name}\n{text}--- outline\n{shown(outlined(text))}\n" for name, text, _ in cases()]
        CASES.write_text("\n".join(chunks), encoding="utf-8")
