"""`journal init`: set up a journal, or one around what is there. What is there already is never touched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal_site.commands.options import common
from journal_site.commands.terminal import echo
from journal_site.errors import Diagnostic, Location, OutputError
from journal_site.publishing.hosts import HOSTS
from journal_site.regular_files import read_text
from journal_site.schemas import lay_out
from journal_site.system_errors import why

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.beginning.plan import Beginning

_IGNORED = ("_site/", ".journal/")


@click.command(epilog="Example: journal init 100-days --host github")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--from", "place", metavar="PATH", type=click.Path(path_type=Path), default=None,
              help="Read this in place: a log such as README.md, or a folder.")  # fmt: skip
@click.option("--empty", is_flag=True, help="Begin with an empty journal, whatever DIR holds.")
@click.option("--title", default="", help="The journal's title.")
@click.option("--host", type=click.Choice(list(HOSTS)), default=None,
              help="Who publishes each push; by default who holds the repository, else GitHub.")  # fmt: skip
@click.option("--template", is_flag=True, help="Write a template repository, from which others begin on GitHub.")
@common
def command(  # noqa: PLR0913 - one parameter an option
    *,
    folder: Path,
    place: Path | None,
    empty: bool,
    title: str,
    host: str | None,
    template: bool,
    source: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Set up a journal: write site.yaml, .gitignore, and what publishes each push. What is there is never touched.

    Where DIR holds a journal already (logs, dated files, a vault, folders of topics), it is set up in place, and what
    was found is told. Else a first entry is begun.
    """
    from journal_site.beginning.plan import Wish, plan_beginning  # noqa: PLC0415 - `--help` reads nothing
    from journal_site.commands.found import tell_survey  # noqa: PLC0415
    from journal_site.commands.spinner import spinner  # noqa: PLC0415

    folder = source if source is not None else folder
    if empty and place is not None:
        raise click.UsageError("--empty and --from exclude each other.")
    with spinner("reading", wanted=not quiet):
        begun = plan_beginning(Wish(folder, place, empty, title, host or "", template))
    told = list(tell_survey(begun.survey, verbose=verbose)) if begun.survey else []
    told += [""] * bool(told)
    for path, text in begun.files.items():
        told.append(f"{_put(folder, path, text)}  {path}")
        if verbose:
            told.append("".join(f"         {line}\n" for line in text.splitlines()).rstrip())
    told.append(f"{_ignore(folder)}  .gitignore")
    lay_out(folder / ".journal")
    if not quiet:
        echo("\n".join([*told, "", *_advice(folder, begun)]))


def _advice(folder: Path, begun: Beginning) -> Iterator[str]:
    """Give what the user may want to know and do next."""
    if begun.passed:
        texts = "1 text here holds" if begun.passed == 1 else f"{begun.passed} texts here hold"
        yield f"{texts} no days, so this journal begins empty. `journal init --from PATH` reads them all the same."
    here = "" if folder.resolve() == Path.cwd() else f"cd {_quoted(folder)} && "
    then = "" if begun.survey else ", and write the first day in entries/; journal new begins each day after it"
    yield f"Next: {here}journal serve to see it{then}."
    if not begun.requirement:
        yield (
            f"journal was installed here from a folder that nobody else has: at JOURNAL in {begun.host.path}, say what "
            "pip is to install there, such as journal-site==VERSION or journal-site @ git+https://ADDRESS@COMMIT."
        )
    first = "" if begun.versioned else f"make a repository of it (git init -b {begun.branch}), "
    yield f"To publish: {first}{begun.host.once}. Or, without it: journal publish pushes the built site to a branch."


def _quoted(folder: Path) -> str:
    import shlex  # noqa: PLC0415 - `--help` quotes nothing

    return shlex.quote(str(folder))


def _put(folder: Path, path: str, text: str) -> str:
    """Write a new file; return what was done with it."""
    place = folder / path
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return "kept   "
    except OSError as error:
        raise _unwritable(path, error) from None
    return "created"


def _ignore(folder: Path) -> str:
    """Add what git need not keep to .gitignore; return what was done."""
    path = folder / ".gitignore"
    try:
        old = read_text(path, errors="surrogateescape") if path.exists() else ""
        missing = [line for line in _IGNORED if line not in {one.strip() for one in old.splitlines()}]
        if not missing:
            return "kept   "
        gap = "" if not old or old.endswith("\n") else "\n"
        text = old + gap + "".join(f"{line}\n" for line in missing)
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        raise _unwritable(".gitignore", error) from None
    return "changed" if old else "created"


def _unwritable(path: str, error: OSError) -> OutputError:
    return OutputError(
        Diagnostic(
            severity="error",
            code="init-unwritable",
            message=f"cannot be written: {why(error)}",
            location=Location(path=path),
            hint="check that you may write there, and that no file is in the way of a folder",
        )
    )
