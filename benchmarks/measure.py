"""Time builds and take their memory, each program in turn so that a noisy minute falls on all of them."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.programs import ENVIRONMENT, Program

STEPS = ("cold", "no change", "one edit")
MARK = "Measured edit"


@dataclass(kw_only=True)
class Subject:
    """A program and the journal that it builds."""

    program: Program
    folder: Path
    entries: list[Path]
    seconds: dict[str, list[float]] = field(default_factory=lambda: {step: [] for step in STEPS})
    peak_mib: float = 0.0

    def median(self, step: str) -> float:
        """Return the step's median wall-clock seconds."""
        return statistics.median(self.seconds[step])


def measure(subjects: list[Subject], runs: int) -> None:
    """Fill in each subject's seconds and peak memory."""
    for step in STEPS:
        for number in range(runs):
            for subject in subjects:
                _prepare(subject, step, number)
                subject.seconds[step].append(_timed(subject))
    for subject in subjects:
        _prepare(subject, "cold", 0)
        # A run of its own: looking at the processes takes time from them.
        subject.peak_mib = _peak(subject)


def edit(path: Path, number: int) -> None:
    """Change a sentence at the end of the entry."""
    text = path.read_text(encoding="utf-8").partition(f"\n{MARK}")[0]
    path.write_text(f"{text}\n{MARK} {number}.\n", encoding="utf-8")


def output_size(subject: Subject) -> tuple[int, int]:
    """Return how many files the program wrote, and their bytes."""
    sizes = [path.stat().st_size for path in (subject.folder / subject.program.output).rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def _prepare(subject: Subject, step: str, number: int) -> None:
    if step == "cold":
        for name in (subject.program.output, *subject.program.leftovers):
            path = subject.folder / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
    elif step == "one edit":
        edit(subject.entries[len(subject.entries) // 2], number)


def _start(subject: Subject) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        subject.program.build, cwd=subject.folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )


def _timed(subject: Subject) -> float:
    os.sync()
    start = time.perf_counter()
    if _start(subject).wait():
        sys.exit(f"{subject.program.name} failed in {subject.folder}")
    return time.perf_counter() - start


def _peak(subject: Subject) -> float:
    process, peak = _start(subject), 0
    while process.poll() is None:
        peak = max(peak, _proportional_kib(process.pid))
        time.sleep(0.02)
    return peak / 1024


def _proportional_kib(root: int) -> int:
    """Return the memory of a process and its descendants, shared pages counted once (Linux)."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue  # it ended meanwhile
        children.setdefault(parent, []).append(int(stat.parent.name))
    total, waiting = 0, [root]
    while waiting:
        pid = waiting.pop()
        waiting += children.get(pid, [])
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total
