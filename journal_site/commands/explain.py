"""What `journal build --explain` tells: each entry with its place and its dates, in text or for other programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from journal_site.characters import printable
from journal_site.commands.report import report_record, told
from journal_site.commands.terminal import Paint, echo_json, write

if TYPE_CHECKING:
    import datetime as dt

    from journal_site.engine.explain import Candidate, Explained, Explanation
    from journal_site.model.outline import NearDay
    from journal_site.model.page import BuildReport

_SHOWN = 60


def print_explanation(explanation: Explanation) -> None:
    """Print where each entry came from and why it has its date, to stdout."""
    paint = Paint.of(sys.stdout)
    entries = (_entry(entry, paint) for entry in explanation.entries)
    blocks = [*told(explanation.dialects), *entries, *(_near(one, paint) for one in explanation.near)]
    write(sys.stdout, "\n".join(blocks) + "\n" * bool(blocks))


def _near(one: NearDay, paint: Paint) -> str:
    more = f", and {one.more} more of its kind" if one.more else ""
    settles = f'\n  heading: "{printable(one.settles)}" makes days of them' if one.settles else ""
    place = paint(f"{one.path}:{one.line}", "bold")
    return f"{place}: no day: '{printable(one.text[:_SHOWN])}'{more}\n  {one.reason}{settles}"


def print_json(report: BuildReport, explanation: Explanation) -> None:
    """Print a build's report with `explained` and `near` beside what it has without, to stdout."""
    echo_json(
        {**report_record(report), "explained": explanation.entries, "near": [asdict(one) for one in explanation.near]}
    )


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
