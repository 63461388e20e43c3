"""Measure, and print README's tables."""

import argparse
import tempfile
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.live import measure_live
from benchmarks.log import Log, make_log, read_log, write_log
from benchmarks.measure import STEPS, Subject, measure, output_size
from benchmarks.programs import Program, find_programs
from benchmarks.screen import measure_screen

PEER = "hugo"


def main() -> None:
    """Write the corpora, measure each program in turn, and print Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1000], help="entries (default: 100 1000)")
    parser.add_argument("--programs", nargs="+", default=["journal-bare", "journal", PEER])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument(
        "--live", type=int, default=0, metavar="EDITS", help="time the preview too, over this many edits"
    )
    parser.add_argument(
        "--log", nargs="?", const="", metavar="FILE", help="instead of entries: a log of 300 days, or the one in FILE"
    )
    parser.add_argument("--seed", type=int, default=1, help="another journal of the same kind")
    parser.add_argument("--folder", type=Path, help="where to work, instead of a temporary folder")
    asked = parser.parse_args()
    programs = find_programs(asked.programs)
    print(", ".join(f"{program.name}: {program.version()}" for program in programs) + f"; median of {asked.runs}\n")
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        if asked.log is not None:
            log = read_log(Path(asked.log)) if asked.log else make_log(asked.seed)
            subjects = [_log_subject(program, log, Path(folder)) for program in programs]
            measure(subjects, asked.runs)
            print(_table(subjects, f"{len(log.days):,} days in a log"), flush=True)
            return
        for count in asked.counts:
            subjects = [_subject(program, count, Path(folder), asked.seed) for program in programs]
            measure(subjects, asked.runs)
            print(_table(subjects, f"{count:,} entries"), flush=True)
            if asked.live:
                _print_live(subjects, asked.live)


def _print_live(subjects: list[Subject], edits: int) -> None:
    for subject in subjects:
        served = f"an edit is served after {measure_live(subject, edits):.0f} ms"
        shown = f", and on screen after {measure_screen(subject, edits):.0f} ms" if subject.program.name != PEER else ""
        print(f"- {subject.program.name}: {served}{shown}", flush=True)
    print()


def _subject(program: Program, count: int, folder: Path, seed: int) -> Subject:
    own = folder / f"{program.name}-{count}"
    own.mkdir()
    return Subject(program=program, folder=own, entries=write_corpus(count, own, program.name, seed))


def _log_subject(program: Program, log: Log, folder: Path) -> Subject:
    own = folder / f"{program.name}-log"
    own.mkdir()
    return Subject(program=program, folder=own, entries=write_log(log, own, program.name))


def _table(subjects: list[Subject], what: str) -> str:
    peer = next((subject for subject in subjects if subject.program.name == PEER), None)
    lines = [f"| {what} | {' | '.join(STEPS)} | MiB | files | MB |", "| --- |" + " ---: |" * 6]
    for subject in subjects:
        beside = None if subject is peer else peer
        cells = [
            f"{subject.median(step):.2f} s" + _ratio(subject.median(step), beside.median(step) if beside else None)
            for step in STEPS
        ]
        memory = f"{subject.peak_mib:.0f}" + _ratio(subject.peak_mib, beside.peak_mib if beside else None)
        files, size = output_size(subject)
        lines.append(f"| {subject.program.name} | {' | '.join(cells)} | {memory} | {files} | {size / 1e6:.1f} |")
    return "\n".join(lines) + "\n"


def _ratio(ours: float, theirs: float | None) -> str:
    return f" ({ours / theirs:.2f} of {PEER}'s)" if theirs else ""


if __name__ == "__main__":
    main()
