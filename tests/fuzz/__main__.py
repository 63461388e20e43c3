"""Fuzz by coverage, with atheris: `make fuzz ARGS='markdown --runs 100000'`, or every target for some minutes each.

What breaks a promise is kept once for each place that raised it, and fuzzing goes on; an input that takes long is kept
too. An input without an end, or memory without a bound, ends the process, and libFuzzer keeps the input.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["journal_site"], enable_loader_override=False):
    from tests.fuzz.seeds import LONGEST, dictionary, seeds
    from tests.fuzz.targets import TARGETS, run

SLOW_S = 5.0
"""Of the processor's time, for one input of some thousand bytes."""
ENDLESS_S = 300
MOST_MEMORY_MB = 1500


class Fuzzing:
    """One target with what was found."""

    def __init__(self, name: str, place: Path) -> None:
        """Begin with nothing found."""
        self.name = name
        self.target = TARGETS[name]
        self.place = place
        self.runs = 0
        self.slowest = 0.0
        self.begun = time.monotonic()
        self.found: dict[str, str] = {}

    def once(self, raw: bytes) -> None:
        """Try one input."""
        started = time.process_time()
        try:
            run(self.target, raw)
        except Exception as error:  # noqa: BLE001 - whatever is raised is a finding
            self._keep(raw, error)
        spent = time.process_time() - started
        self.slowest = max(self.slowest, spent)
        if spent > SLOW_S:
            self._keep(raw, TimeoutError(f"{spent:.1f} s"))
        self.runs += 1
        if self.runs % 100 == 0:
            self.write()

    def _keep(self, raw: bytes, error: Exception) -> None:
        frames = [f"{Path(one.filename).name}:{one.lineno}" for one in traceback.extract_tb(error.__traceback__)]
        where = f"{type(error).__name__} {' '.join(frames[-4:])}"
        if where not in self.found:
            self.found[where] = name = hashlib.sha256(raw).hexdigest()[:16]
            (self.place / "found").mkdir(exist_ok=True)
            (self.place / "found" / name).write_bytes(raw)
            told = "".join(traceback.format_exception(error))
            (self.place / "found" / f"{name}.txt").write_text(told, encoding="utf-8", errors="backslashreplace")
            sys.stderr.write(f"found: {where}: {name}\n")

    def write(self) -> None:
        """Write the figures down."""
        told: dict[str, Any] = {
            "runs": self.runs,
            "seconds": round(time.monotonic() - self.begun),
            "slowest_s": round(self.slowest, 2),
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "found": self.found,
        }
        (self.place / "figures.json").write_text(json.dumps(told, indent=1), encoding="utf-8")


def fuzz(asked: argparse.Namespace) -> None:
    """Fuzz one target; libFuzzer ends the process."""
    (name,) = asked.targets
    place: Path = asked.place / name
    corpus = place / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for raw in seeds(name):
        (corpus / hashlib.sha256(raw).hexdigest()[:16]).write_bytes(raw)
    (place / "dictionary").write_text(dictionary(name), encoding="ascii")
    words = {
        "dict": place / "dictionary",
        "artifact_prefix": f"{place}/",
        "seed": asked.seed,
        "runs": asked.runs,
        "max_total_time": asked.seconds,
        "max_len": asked.longest,
        "timeout": ENDLESS_S,
        "rss_limit_mb": MOST_MEMORY_MB,
        "print_final_stats": 1,
    }
    fuzzing = Fuzzing(name, place)
    atheris.Setup([sys.argv[0], str(corpus), *(f"-{key}={value}" for key, value in words.items())], fuzzing.once)
    atheris.Fuzz()


def main() -> None:
    """Fuzz the targets that are named, each for so many runs or seconds."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", default=list(TARGETS), metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--runs", type=int, default=-1, help="how many inputs of each; -1 for any number")
    parser.add_argument("--seconds", type=int, default=300, help="how long each; 0 for ever")
    parser.add_argument("--longest", type=int, default=LONGEST, help="bytes of an input")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--place", type=Path, default=Path(".fuzz"), help="the folder that keeps what was learnt")
    asked = parser.parse_args()
    if unknown := set(asked.targets) - TARGETS.keys():
        parser.error(f"no target: {', '.join(sorted(unknown))}")
    if len(asked.targets) == 1:
        fuzz(asked)
    options = [f"--{key}={value}" for key, value in vars(asked).items() if key != "targets"]
    for name in asked.targets:
        subprocess.run([sys.executable, "-m", "tests.fuzz", name, *options], check=False)
        sys.stdout.write(f"{name}: {(asked.place / name / 'figures.json').read_text(encoding='utf-8')}\n")


if __name__ == "__main__":
    main()
