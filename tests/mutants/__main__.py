"""Make the program wrong in one place at a time, and see whether its tests notice: `make mutants ARGS='index serve'`.

Of each room so many mutants are drawn by a seed. Each is tried in a copy of the tree, with those tests of the room that
run its line, then, where they notice nothing, with all that run its file.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.mutants.coverage import Covered, cover, environment
from tests.mutants.mutations import Mutant, mutants_of
from tests.mutants.rooms import MADE, ROOMS
from tests.mutants.trial import Outcome, attempt, load

ROOT = Path(__file__).resolve().parents[2]
_ENOUGH_S = 25.0
"""Of tests that take longer than this together the longest are not asked, by which more survive and never fewer."""
_LEFT = (".git", ".venv*", "node_modules", "_site", ".journal", ".*_cache", ".hypothesis", ".fuzz")
"""What a copy of the tree leaves out, at its top."""


def draw(room: str, count: int, seed: int, root: Path = ROOT) -> list[Mutant]:
    """Return the mutants of a room that a seed draws: those of a smaller number are the first of a larger one."""
    paths = (path.relative_to(root).as_posix() for path in sorted((root / "journal_site" / room).rglob("*.py")))
    every = [
        mutant
        for path in paths
        if path not in MADE
        for mutant in mutants_of(path, (root / path).read_text(encoding="utf-8"))
    ]
    random.Random(seed).shuffle(every)
    return every[:count]


def copy(tree: Path) -> None:
    """Copy all that tests need."""
    leave = shutil.ignore_patterns(*_LEFT)
    shutil.copytree(ROOT, tree, ignore=lambda at, names: leave(at, names) if Path(at) == ROOT else (), symlinks=True)


class Trials:
    """A copy of the tree in which one file at a time is wrong."""

    def __init__(self, tree: Path) -> None:
        """Begin with nothing wrong."""
        self._tree = tree
        self._tick = int(time.time())

    def outcome(self, mutant: Mutant, covered: Covered) -> Outcome:
        """Tell whether tests notice a mutant."""
        place = self._tree / mutant.path
        source = place.read_text(encoding="utf-8")
        self._write(place, mutant.applied(source))
        try:
            outcome: Outcome = "survived"
            for tests in (_within(one, covered) for one in _rounds(mutant, covered)):
                outcome = attempt(self._tree, tests, sum(map(covered.seconds.__getitem__, tests)))
                if outcome != "survived":
                    break
            return outcome
        finally:
            self._write(place, source)

    def _write(self, place: Path, source: str) -> None:
        """Write a file with a time of its own, by which Python sees that it changed."""
        place.write_text(source, encoding="utf-8")
        self._tick += 1
        os.utime(place, (self._tick, self._tick))


def _rounds(mutant: Mutant, covered: Covered) -> Iterator[list[str]]:
    """Yield the tests to try, some at a time."""
    nearest = [] if mutant.kept else covered.of_line(mutant.path, mutant.line)
    if nearest:
        yield nearest
    if rest := [test for test in covered.of_file(mutant.path) if test not in set(nearest)]:
        yield rest


def _within(tests: list[str], covered: Covered) -> list[str]:
    """Return as many of the tests as take no longer than is enough, at least one."""
    total = itertools.accumulate(map(covered.seconds.__getitem__, tests))
    return [test for at, (test, spent) in enumerate(zip(tests, total, strict=True)) if not at or spent <= _ENOUGH_S]


def try_room(room: str, mutants: list[Mutant], tree: Path) -> Iterator[tuple[str, Outcome]]:
    """Yield what became of each mutant of a room."""
    started = time.monotonic()
    covered = cover(room, tree)
    sys.stderr.write(f"{room}: {len(covered.seconds)} tests, {sum(covered.seconds.values()):.0f} s\n")
    shortest = sorted(covered.seconds, key=covered.seconds.__getitem__)
    if attempt(tree, _within(shortest, covered), _ENOUGH_S) != "survived":
        raise SystemExit(f"the tests of {room} fail with nothing wrong, so no trial of theirs would say anything")
    trials = Trials(tree)
    for at, mutant in enumerate(mutants, 1):
        outcome = trials.outcome(mutant, covered)
        sys.stderr.write(f"{time.monotonic() - started:.0f} s {at}/{len(mutants)} {outcome}: {mutant}\n")
        yield str(mutant), outcome


def main() -> None:
    """Try mutants, and print a table of what became of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("rooms", nargs="*", default=list(ROOMS), metavar="ROOM", help=", ".join(ROOMS))
    parser.add_argument("--count", type=int, default=60, help="how many of each room")
    parser.add_argument("--seed", type=int, default=14)
    parser.add_argument("--only", default="", help="those whose line of the report holds this")
    parser.add_argument("--report", type=Path, help="a file for what became of each")
    asked = parser.parse_args()
    reports: dict[str, dict[str, Outcome]] = {}
    with tempfile.TemporaryDirectory(prefix="mutants-") as place:
        tree = Path(place, "tree")
        leave = shutil.ignore_patterns(*_LEFT)
        shutil.copytree(
            ROOT, tree, ignore=lambda at, names: leave(at, names) if Path(at) == ROOT else (), symlinks=True
        )
        os.environ.update(environment(tree))
        load(tree)
        for room in asked.rooms:
            drawn = [one for one in draw(room, asked.count, asked.seed) if asked.only in str(one)]
            reports[room] = {}
            for mutant, outcome in try_room(room, drawn, tree):
                reports[room][mutant] = outcome
                if asked.report:
                    asked.report.write_text(json.dumps(reports, indent=1, ensure_ascii=False), encoding="utf-8")
    sys.stdout.write(table(reports, asked.seed))


def table(reports: dict[str, dict[str, Outcome]], seed: int) -> str:
    """Return the figures of each room, and its survivors."""
    lines = [f"mutants drawn by seed {seed}", f"{'room':24}killed  timeout  survived  of"]
    for room, report in reports.items():
        of = Counter(report.values())
        lines.append(f"{room:24}{of['killed']:6}{of['timeout']:9}{of['survived']:10}{len(report):4}")
    survivors = [one for report in reports.values() for one, outcome in report.items() if outcome == "survived"]
    return "\n".join([*lines, "", *survivors, ""])


if __name__ == "__main__":
    main()
