"""`journal check`: tell what is wrong with the journal's texts and links, and mend what is safe."""

from __future__ import annotations

import sys
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal_site.commands.options import common, locate
from journal_site.commands.report import as_record, print_diagnostics
from journal_site.commands.spinner import spinner
from journal_site.commands.terminal import echo, echo_json, write
from journal_site.config.codes import CHECKS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal_site.checking.run import Checked
    from journal_site.checking.web import WebAnswer
    from journal_site.errors import Diagnostic

_FORMATS = ("text", "json", "github", "sarif")


@click.command(epilog="Example: journal check links anchors --external")
@click.argument("only", metavar="[CHECK]...", nargs=-1, type=click.Choice([check.name for check in CHECKS]))
@click.option("--external", is_flag=True, help="Ask the web whether links still lead somewhere.")
@click.option("--fix", is_flag=True,
              help="Mend what is safe: garbled letters, paths of moved files, moved addresses.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", metavar="FORMAT",
              help="Print as text, json, github (annotations) or sarif.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print as JSON: the same as --format json.")
@click.option("--timeout", type=click.FloatRange(0.1, 120), default=10.0, metavar="SECONDS", show_default=True,
              help="How long to wait for one answer of the web.")  # fmt: skip
@click.option("--pause", type=click.FloatRange(0, 60), default=1.0, metavar="SECONDS", show_default=True,
              help="How long to wait between two requests to one host.")  # fmt: skip
@common
def command(  # noqa: PLR0913 - one parameter an option
    *,
    only: tuple[str, ...],
    external: bool,
    fix: bool,
    form: str,
    as_json: bool,
    timeout: float,
    pause: float,
    source: Path | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Tell what is wrong: what a build tells, and what only a look at the whole journal finds. Nothing is published.

    CHECK names what to look at, by default everything. Errors and warnings end with status 1, notices do not. Codes
    under quiet in site.yaml are not told. --verbose lists all of many alike.
    """
    from journal_site.checking.run import check_journal  # noqa: PLC0415 - `--help` needs no reader
    from journal_site.engine.inputs import BuildRequest  # noqa: PLC0415

    root = locate(source)
    form = "json" if as_json else form
    request = BuildRequest(root=root)
    with spinner("checking", wanted=not quiet and form == "text"):
        checked = check_journal(request, only)
        told, answers = _web(root, checked, only, timeout, pause) if external or "web" in only else ([], {})
    if fix:
        from journal_site.checking.mend import mend  # noqa: PLC0415 - seldom

        mended = list(mend(root, checked.journal.index, checked.problems, answers))
        for one in mended if form == "text" and not quiet else ():
            echo(f"mended {one.path}:{one.line}: {one.what}")
        if mended:
            checked = check_journal(request, only)
            told, answers = _web(root, checked, only, timeout, pause) if external or "web" in only else ([], {})
    problems = [*checked.problems, *told]
    _print(problems, root, form, quiet=quiet, verbose=verbose)
    return int(any(one.severity != "notice" for one in problems))


def _web(
    root: Path, checked: Checked, only: Sequence[str], timeout: float, pause: float
) -> tuple[list[Diagnostic], Mapping[str, WebAnswer]]:
    from journal_site.checking.run import is_wanted  # noqa: PLC0415 - seldom
    from journal_site.checking.web import Manners  # noqa: PLC0415
    from journal_site.checking.web_links import check_web  # noqa: PLC0415
    from journal_site.engine.inputs import STORE  # noqa: PLC0415

    if only and "web" not in only:
        only = (*only, "web")
    told, answers = check_web(checked.journal.index, root / STORE, Manners(timeout=timeout, pause=pause))
    quiet = frozenset(checked.journal.config.quiet)
    return [one for one in told if one.code not in quiet and is_wanted(one, only)], answers


def _print(problems: Sequence[Diagnostic], root: Path, form: str, *, quiet: bool, verbose: bool) -> None:
    from journal_site.errors import sort_key  # noqa: PLC0415 - `--help` has no problems

    problems = sorted(problems, key=sort_key)
    if form == "json":
        echo_json({"diagnostics": [as_record(one) for one in problems]})
    elif form == "sarif":
        from journal_site.checking.formats import sarif  # noqa: PLC0415

        echo_json(sarif(problems))
    elif form == "github":
        from journal_site.checking.formats import github_annotations  # noqa: PLC0415

        write(sys.stdout, github_annotations(problems))
    else:
        shown = [one for one in problems if one.severity != "notice"] if quiet else problems
        print_diagnostics(shown, root=root, verbose=verbose)
        if not (problems or quiet):
            echo("nothing is wrong")


command.help = f"{cleandoc(command.help or '')}\n\n" + " ".join(f"{check.name}: {check.meaning}" for check in CHECKS)
