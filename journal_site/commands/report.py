"""What a command tells: problems with their line, caret and hint, and what a build did; in text or as JSON.

It decides nothing: what counts as an error, and what the exit status is, was settled before.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import msgspec

from journal_site.characters import printable
from journal_site.commands.excerpt import FileLines, nearest_journal, pointed
from journal_site.commands.summary import count, shorten, tell_omissions, weight
from journal_site.commands.terminal import Paint, echo_json, json_of, write
from journal_site.errors import Diagnostic, sort_key

if TYPE_CHECKING:
    from journal_site.model.page import BuildReport

_COLOURS = {"error": "red", "warning": "yellow", "notice": "blue"}


def print_diagnostics(
    diagnostics: Iterable[Diagnostic],
    *,
    root: Path | None = None,
    as_json: bool = False,
    verbose: bool = False,
    stream: TextIO | None = None,
) -> None:
    """Print problems sorted by place, and how many there are: to stderr, or with `as_json` to stdout.

    Of many warnings of one code the first is printed, unless `verbose`.
    `root` is the journal's folder, from which a line is read that a diagnostic does not bring along; without it, the
    folder that holds the current one.
    """
    found = sorted(diagnostics, key=sort_key)
    if as_json:
        write(stream or sys.stdout, json_of(msgspec.json.encode({"diagnostics": [as_record(each) for each in found]})))
        return
    out = stream or sys.stderr
    paint = Paint.of(out)
    lines = FileLines(root or nearest_journal(Path.cwd()))
    shown, rest = shorten(found, whole=verbose)
    blocks = [format_diagnostic(each, lines, paint) for each in shown]
    if blocks:
        write(out, "\n".join([*blocks, *rest, paint(count_diagnostics(found), "bold"), ""]))


def print_report(
    report: BuildReport, *, root: Path | None = None, as_json: bool = False, quiet: bool = False, verbose: bool = False
) -> None:
    """Print what a build did to stdout, and its warnings to stderr."""
    if as_json:
        echo_json(report_record(report))
        return
    if quiet:
        print_diagnostics([each for each in report.diagnostics if each.severity == "error"], root=root)
        return
    write(sys.stdout, "\n".join([*told(report.dialects), ""]))
    print_diagnostics(report.diagnostics, root=root, verbose=verbose)
    write(sys.stdout, "\n".join([*_details(report, verbose=verbose), _summary(report), ""]))


def format_diagnostic(diagnostic: Diagnostic, lines: FileLines, paint: Paint) -> str:
    """Return one problem as text: `path:line:column: error: message [code]`, the line, a caret, the hint."""
    severity = paint(f"{diagnostic.severity}:", _COLOURS[diagnostic.severity], "bold")
    place = paint(f"{printable(str(diagnostic.location))}:", "bold")
    rows = [f"{place} {severity} {printable(diagnostic.message)} {paint(f'[{diagnostic.code}]', 'dim')}"]
    excerpt = diagnostic.excerpt or lines.at(diagnostic.location)
    if excerpt.strip():
        number = str(diagnostic.location.line)
        shown, caret = pointed(excerpt, diagnostic.location.column)
        rows.append(f"  {paint(f'{number} |', 'dim')} {shown}")
        if caret is not None:
            rows.append(f"  {paint(' ' * len(number) + ' |', 'dim')} {' ' * caret}{paint('^', 'red', 'bold')}")
    if diagnostic.hint:
        rows.append(f"  {paint('hint:', 'cyan')} {printable(diagnostic.hint)}")
    return "\n".join(rows)


def count_diagnostics(diagnostics: Sequence[Diagnostic]) -> str:
    """Return how many problems there are: `2 errors, 1 warning`."""
    counts: Counter[str] = Counter(each.severity for each in diagnostics)
    return ", ".join(count(counts[name], name) for name in _COLOURS if counts[name])


def as_record(diagnostic: Diagnostic) -> dict[str, object]:
    """Return one problem for JSON."""
    place = diagnostic.location
    return {
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "path": place.path,
        "line": place.line or None,
        "column": place.column or None,
        "hint": diagnostic.hint or None,
    }


def report_record(report: BuildReport) -> dict[str, object]:
    """Return a build's report for JSON."""
    return {
        **msgspec.structs.asdict(report),
        "left_out": [msgspec.structs.asdict(each) for each in report.left_out],
        "diagnostics": [as_record(each) for each in sorted(report.diagnostics, key=sort_key)],
    }


def _details(report: BuildReport, *, verbose: bool) -> list[str]:
    rows = tell_omissions(report.left_out, whole=verbose)
    if verbose:
        rows += [f"source: {printable(path)} ({count(texts, 'text')})" for path, texts in report.sources]
        rows.append(f"today: {report.today}, address: {printable(report.url) or 'not known (url in site.yaml)'}")
        rows += [f"largest: {printable(path)} ({weight(size)})" for path, size in report.largest]
        rows += [f"written: {printable(path)}" for path in report.written]
        rows += [f"removed: {printable(path)}" for path in report.removed]
    return rows


def told(dialects: Sequence[tuple[str, str]]) -> list[str]:
    """Return the line that tells which folder was read as what, if any was."""
    said = "; ".join(f"{folder} as {name}" for folder, name in dialects)
    return [printable(f"read {said}")] if said else []


def _summary(report: BuildReport) -> str:
    made = [f"{len(report.written)} written", f"{report.unchanged} unchanged"]
    if report.removed:
        made.append(f"{len(report.removed)} removed")
    held = [count(report.entries, "entry", "entries")]
    if report.notes:
        held.append(count(report.notes, "note"))
    held.append(count(report.pages, "page"))
    held.append(weight(report.size))
    return f"{printable(report.output)}: {', '.join(held)} ({', '.join(made)}) in {report.seconds:.2f} s"
