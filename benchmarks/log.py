"""A log of 300 days in one file, beside the same text as a file a day, which is how Hugo has to have it."""

import datetime as dt
import re
import shutil
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import FIRST_DATE, HERE, make_entries, settings_of

DAYS, BYTES = 300, 411_000
_DAY = re.compile(r"^[^\w\n]*Day\s?\d+\b", re.MULTILINE)


class Log(NamedTuple):
    """What stands before the first day, and the days, each with its heading."""

    above: str
    days: list[str]


def make_log(seed: int, days: int = DAYS, size: int = BYTES) -> Log:
    """Return a log of so many days and about so many bytes, of the same kind of text as the entries."""
    found: list[str] = []
    written = 0
    for entry in make_entries(days, seed):
        blocks = entry.body.replace("\n#", "\n##").split("\n\n")
        kept = f"## Day {entry.day}: {entry.date:%B %d, %Y}\n"
        while blocks and written + len(kept) < entry.day * size / days:
            kept += f"\n{blocks.pop(0)}\n"
        found.append(kept)
        written += len(kept)
    return Log("# 300 days of measuring\n\nEvery day something new.\n\n", found)


def read_log(path: Path) -> Log:
    """Return a log as it is: each line that begins with `Day 5` begins a day."""
    text = path.read_text(encoding="utf-8")
    starts = [match.start() for match in _DAY.finditer(text)]
    return Log(
        text[: starts[0]], [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    )


def write_log(log: Log, folder: Path, layout: str) -> list[Path]:
    """Write the log for the layout (`journal`, `journal-bare` or `hugo`) and return its files."""
    if layout == "hugo":
        shutil.copytree(HERE / "hugo", folder, dirs_exist_ok=True)
        posts = folder / "content/posts"
        posts.mkdir()
        paths = [posts / f"day-{number:05d}.md" for number in range(1, len(log.days) + 1)]
        for number, (path, day) in enumerate(zip(paths, log.days, strict=True), start=1):
            date = FIRST_DATE + dt.timedelta(days=number)
            path.write_text(f"---\ntitle: Day {number}\ndate: {date}\n---\n\n{day}", encoding="utf-8")
        return paths
    (folder / "site.yaml").write_text(settings_of(layout) + "sources: [README.md]\n", encoding="utf-8")
    path = folder / "README.md"
    path.write_text(log.above + "".join(f"{day.rstrip()}\n\n" for day in log.days), encoding="utf-8")
    return [path]
