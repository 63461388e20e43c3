"""Ways to make a program wrong: each gives one that runs and is another, and none changes what no run can tell."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.mutants.__main__ import draw, table
from tests.mutants.mutations import Mutant, mutants_of
from tests.mutants.rooms import MADE, ROOMS

ROOT = Path(__file__).resolve().parents[2]


def becomes(source: str) -> list[str]:
    """Return the files that mutants make of a file."""
    return [mutant.applied(source) for mutant in mutants_of("a.py", source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b", ["(a <= b)"]),
        ("a < b < c", ["(a <= b < c)"]),
        ("x = a in b and c", ["x = (a in b or c)", "x = (a not in b) and c"]),
        ("x = not a", ["x = (a)"]),
        ("x = a + 1", ["x = (a - 1)", "x = a + (2)"]),
        ("x = 'é' + a", ["x = ('é' - a)", "x = ('') + a"]),
        ("x = ''", ["x = ('XX')"]),
        ("x = True", ["x = (False)"]),
        ("x = a if b else c", ["x = (c if b else a)", "x = a if (not b) else c"]),
        ("if a:\n    f()", ["if (not a):\n    f()", "if a:\n    pass"]),
        ("for a in b:\n    break", ["for a in ():\n    break", "for a in b:\n    continue"]),
        ("x = [a for a in b if c]", ["x = [a for a in () if c]", "x = [a for a in b if (not c)]"]),
        ("def f():\n    return a", ["def f():\n    return None"]),
        ("def f():\n    raise a", ["def f():\n    pass"]),
        ("a.b = c", ["pass"]),
        ("a += c", ["pass"]),
    ],
)
def test_each_change_is_made_in_its_place(source: str, expected: list[str]) -> None:
    assert sorted(becomes(source)) == sorted(expected)


@pytest.mark.parametrize(
    "source",
    [
        '"""Words."""',
        'def f(a: "b" = None) -> "c":\n    """Words."""',
        "import a",
        "if TYPE_CHECKING:\n    x = 1",
        "x: Literal['a', 'b']",
        "X = Literal['a', 'b']",
        "T = TypeVar('T')",
        "class A(B, frozen=True):\n    x: int\n    '''Words.'''",
        "__all__ = ['a']",
        "WORDS = ('a', 'b', 'c', 'd')",
        "@cache(1)\ndef f():\n    return None",
    ],
)
def test_what_no_run_can_tell_is_left_alone(source: str) -> None:
    assert becomes(source) == []


def test_what_keeps_its_results_is_known() -> None:
    source = "A = 1\n@lru_cache\ndef f():\n    g()\ndef h():\n    g()\n"
    assert [(mutant.line, mutant.kept) for mutant in mutants_of("a.py", source)] == [(1, True), (4, True), (6, False)]


@pytest.mark.parametrize("room", ["serve", "importing"])
def test_a_room_gives_programs_that_are_whole_and_others(room: str) -> None:
    drawn = draw(room, 40, 5)
    assert len(drawn) == 40
    assert drawn[:10] == draw(room, 10, 5)
    assert drawn != draw(room, 40, 6)
    for mutant in drawn:
        source = (ROOT / mutant.path).read_text(encoding="utf-8")
        assert ast.dump(ast.parse(mutant.applied(source))) != ast.dump(ast.parse(source))
        assert mutant.path.startswith(f"journal_site/{room}/")
        assert mutant.path not in MADE


def test_what_the_table_of_rooms_names_is_there() -> None:
    assert all((ROOT / path).exists() for tests in ROOMS.values() for path in tests)
    assert all((ROOT / path).is_file() for path in MADE)


def test_a_report_counts_and_names_what_survived() -> None:
    one = str(Mutant("a.py", 3, 0, 1, "a", "b", kept=False))
    told = table({"index": {one: "survived", "x": "killed", "y": "timeout"}}, 7).splitlines()
    assert told[0].endswith("seed 7")
    assert told[2].split() == ["index", "1", "1", "1", "3"]
    assert told[-1] == "a.py:3: a → b"
