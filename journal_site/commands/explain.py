"""What `journal build --explain` tells: each entry with its place and its dates, in text or for other programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from journal_site.characters import printable
from journal_site.commands.report import report_record, told
from journal_site.commands.terminal import Paint, echo_json, write

if TYPE_CHECKING:
    import datetime as dt

    from journal_site.engine.explain import Candidate, Explained, Explanation
    from journal_site.model.page import BuildReport

_SHOWN = 60


def print_explanation(explanation: Explanation) -> None:
    """Print where each entry came from and why it has its date, to stdout."""
    paint = Paint.of(sys.stdout)
    blocks = [*told(explanation.dialects), *(_entry(entry, paint) for entry in explanation.entries)]
    write(sys.stdout, "\n".join(blocks) + "\n" * bool(blocks))


def print_json(report: BuildReport, explanation: Explanation) -> None:
    """Print a build's report with `explained` beside what it has without, to stdout."""
    echo_json({**report_record(report), "explained": explanation.entries})


def _entry(entry: Explained, paint: Paint) -> str:
    place = f"{entry.path}:{entry.line}"
    rows = [f"{paint(place, 'bold')}: {entry.kind} {printable(entry.id)}{_number(entry)}"]
    if entry.kind == "entry" and entry.date is None:
        rows[0] += ", no date"
    rows += [_candidate(one, paint) for one in entry.candidates]
    return "\n".join(rows)


def _number(entry: Explained) -> str:
    if not entry.days:
        return ""
    days = ", ".join(map(str, entry.days)) if len(entry.days) <= 3 else f"{entry.days[0]} to {entry.days[-1]}"  # noqa: PLR2004
    round_ = f" of round {entry.round}" if entry.round is not None else ""
    return f", day{'s' * (len(entry.days) > 1)} {days}{round_}"


def _candidate(one: Candidate, paint: Paint) -> str:
    text = f" '{one.text[:_SHOWN]}'" if one.text else ""
    place = f" {one.path}:{one.line}" if one.line else ""
    repair = f" ({one.repair})" if one.repair else ""
    said = f"{'*' if one.taken else ' '} {_dates(one.dates)} {one.source}{text}{place}{repair}"
    return "  " + (paint(said, "green") if one.taken else printable(said))


def _dates(dates: tuple[dt.date, ...]) -> str:
    if not dates:
        return "no date   "
    if len(dates) == 1:
        return str(dates[0])
    run = (dates[-1] - dates[0]).days + 1 == len(dates)
    return f"{dates[0]} to {dates[-1]}" if run else ", ".join(map(str, dates))
