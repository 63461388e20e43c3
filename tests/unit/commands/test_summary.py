"""What a report tells in short where there is much."""

from __future__ import annotations

import pytest

from journal_site.commands.summary import shorten, tell_omissions
from journal_site.errors import Diagnostic, Location, Severity
from journal_site.model.outline import Omission


def _omission(path: str, reason: str, line: int = 0, text: str = "") -> Omission:
    return Omission(path=path, line=line, text=text, reason=reason)


def _problem(code: str, path: str, severity: Severity = "warning") -> Diagnostic:
    return Diagnostic(severity=severity, code=code, message="a thing", location=Location(path=path))


def test_ten_are_told_each() -> None:
    ten = [_omission(f"a/{number}.org", "not Markdown but Org") for number in range(10)]
    assert tell_omissions(ten, whole=False) == [
        f"left out: a/{number}.org: not Markdown but Org" for number in range(10)
    ]


def test_more_are_told_by_reason_and_folder() -> None:
    many = [
        *(_omission(f"themes/plain/docs/{number}.md", "a theme of Hugo") for number in range(8)),
        _omission("LOG.md", "a skipped day", 4, "## Day 4\n\nNothing.\n"),
        *(_omission(f"notes/{number}/x.txt", "not Markdown but plain text") for number in range(5)),
        *(_omission(f"{number}.txt", "not Markdown but plain text") for number in range(2)),
        *(
            _omission("README.md", f"a row of a table whose day has a text of its own (Day{at}/x.md)", at)
            for at in (1, 2, 3, 4)
        ),
    ]
    assert tell_omissions(many, whole=False) == [
        "left out: themes/plain/docs/: 8 texts: a theme of Hugo",
        "left out: LOG.md:4: '## Day 4' a skipped day",
        "left out: 7 texts in 6 folders: not Markdown but plain text",
        "left out: README.md: 4 parts: a row of a table whose day has a text of its own",
        "left out: -v names each",
    ]
    assert len(tell_omissions(many, whole=True)) == len(many)


def test_dates_and_files_keep_no_reasons_apart() -> None:
    many = [_omission(f"a/{day}.md", f"dated in the future (2026-04-{day})") for day in range(10, 30)]
    assert tell_omissions(many, whole=False)[0] == "left out: a/: 20 texts: dated in the future"


def test_folders_that_were_not_looked_through_are_not_called_texts() -> None:
    many = [_omission(f"_a/{name}", "git ignores it") for name in [*(f"{at}.md" for at in range(10)), "deep/"]]
    assert tell_omissions(many, whole=False)[0] == "left out: _a/: 11 texts and folders: git ignores it"


def test_reasons_of_one_text_each_are_told_each() -> None:
    apart = [_omission(f"{letter}.md", f"reason {letter}") for letter in "abcdefghijklm"]
    assert tell_omissions(apart, whole=False) == [f"left out: {one.path}: {one.reason}" for one in apart]


@pytest.mark.parametrize(("number", "short"), [(10, False), (11, True)])
def test_beyond_ten_the_first_of_a_code_speaks_for_all(number: int, *, short: bool) -> None:
    problems = [_problem("image-alt", f"{at % 3}.md") for at in range(number)]
    shown, rest = shorten(problems, whole=False)
    assert shown == (problems[:1] if short else problems)
    assert rest[:1] == (["and 10 more [image-alt] in 3 files"] if short else [])
    assert shorten(problems, whole=True) == (problems, [])


def test_errors_and_what_is_rare_are_told_all() -> None:
    errors = [_problem("slug-duplicate", f"{at}.md", "error") for at in range(20)]
    rare = [_problem("date-order", "a.md"), _problem("date-order", "b.md"), _problem("store", "c", "notice")]
    many = [_problem("link-missing", f"{at}.md") for at in range(20)]
    shown, rest = shorten([*errors, *rare, *many], whole=False)
    assert shown == [*errors, *rare, many[0]]
    assert rest[0] == "and 19 more [link-missing] in 19 files"
    assert shorten([*errors, *rare], whole=False) == ([*errors, *rare], [])
