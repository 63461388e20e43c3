"""The command line: the commands by name, and the only place that catches errors and prints them.

A command's module is loaded only when the command is run, so that `journal --version` stays quick.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal_site import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from journal_site.errors import JournalError

COMMANDS = {
    "build": "Build the site.",
    "check": "Tell what is wrong with texts and links, and mend what is safe.",
    "export": "Write the texts as a book, a database, or files for other tools.",
    "import": "Make entry files of a log, or of a folder of another program.",
    "init": "Set up a new journal, or one around a log that exists.",
    "list": "List texts: those published, drafts, those to come, those left out.",
    "new": "Begin today's entry.",
    "publish": "Push the site to the branch that a host serves.",
    "readme": "Keep what a README says of the journal current.",
    "serve": "Preview the site while you write.",
    "share": "Print posts that tell of an entry.",
    "topics": "Show the topics, and suggest others.",
}
"""Each command by the name of its module in `journal_site.commands` (Python's own words have a final `_` there), with
what help and shells say of it; the module's `command` has the rest."""


class LazyGroup(click.Group):
    """A group whose commands are loaded when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, loading its module."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"journal_site.commands.{cmd_name}{'_' * (cmd_name == 'import')}")
        command = module.command
        assert isinstance(command, click.Command)  # noqa: S101 - each module keeps to it
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands and options that begin so, without loading any."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - only shells ask

        named = [CompletionItem(name, help=said) for name, said in COMMANDS.items() if name.startswith(incomplete)]
        return named + click.Command.shell_complete(self, ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the words name; where none has the name, say which one is near."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS:
            import difflib  # noqa: PLC0415 - only for a slip

            near = difflib.get_close_matches(name, COMMANDS, n=1)
            ctx.fail(f"no command {name!r}." + (f" Did you mean {near[0]!r}?" if near else ""))
        return super().resolve_command(ctx, args)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", prog_name="journal", message="%(prog)s %(version)s")
def main() -> None:
    """Turn a learning log into a site: each day, each topic's timeline, streaks, links, notebooks."""


def run(words: Sequence[str]) -> int:
    """Run one command and return the exit status: 0 clean, 1 problems in content, 2 usage or configuration."""
    try:
        status = main.main(args=list(words), prog_name="journal", standalone_mode=False)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        return _misused(error)
    except (KeyboardInterrupt, click.Abort):
        sys.stderr.write("\ninterrupted\n")
        return 130
    except BrokenPipeError:  # `journal … | head`: nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception as error:  # noqa: BLE001 - a traceback that a user sees is a bug
        return _failed(error, words)
    return status if isinstance(status, int) else 0  # click gives what a command asked to exit with


def _misused(error: click.ClickException) -> int:
    """Tell what is wrong with the command's words; return the exit status."""
    from journal_site.commands.terminal import echo  # noqa: PLC0415 - only for errors

    text = io.StringIO()
    error.show(text)
    echo(text.getvalue().rstrip("\n"), err=True)
    return 2


def _failed(error: Exception, words: Sequence[str]) -> int:
    """Tell what kept the command from doing its work; return the exit status."""
    from journal_site.errors import JournalError  # noqa: PLC0415 - msgspec takes half the time of `--version`

    if isinstance(error, OSError):
        error = _refused(error)
    if isinstance(error, JournalError):
        from journal_site.commands.report import print_diagnostics  # noqa: PLC0415 - only for errors

        verbose = not {"-v", "--verbose"}.isdisjoint(words)
        print_diagnostics(error.diagnostics, root=_root(words), as_json="--json" in words, verbose=verbose)
        return error.exit_code
    if isinstance(error, RecursionError):
        return _unexpected(error, "the text is nested deeper than Python can follow")
    if isinstance(error, MemoryError):
        return _unexpected(error, "there is not enough memory; try `-j 1`")
    return _unexpected(error, "this is a mistake in journal, not in your text")


def _refused(error: OSError) -> JournalError:
    """Return what to tell of a disk that failed, or refused a file, where nobody expected it."""
    from journal_site.errors import ContentError, Diagnostic, Location  # noqa: PLC0415 - only for errors
    from journal_site.system_errors import why  # noqa: PLC0415

    place = Location(path=str(error.filename or "journal"))
    hint = "nothing was left half-done: try again once the disk is well, and you may read and write there"
    message = f"cannot be read or written: {why(error)}"
    return ContentError(
        Diagnostic(severity="error", code="source-unreadable", message=message, location=place, hint=hint)
    )


def _root(words: Sequence[str]) -> Path | None:
    """Return the journal's folder where the words name it: problems are shown with lines of its files."""
    for at, word in enumerate(words):
        value = word.partition("=")[2] if word.startswith("--source=") else ""
        if word == "--source":
            value = words[at + 1] if at + 1 < len(words) else ""
        folder = Path(value)
        if value:
            from journal_site.commands.excerpt import nearest_journal  # noqa: PLC0415 - only for errors

            return nearest_journal(folder)
    return None


def _unexpected(error: Exception, meaning: str) -> int:
    """Say that something failed that should not have, and where the details can be had."""
    if os.environ.get("JOURNAL_DEBUG"):
        raise error
    from journal_site.commands.terminal import echo  # noqa: PLC0415 - only for errors

    echo(
        f"journal: error: {type(error).__name__}: {error} [internal]\n"
        f"  hint: {meaning}; nothing of the site was changed. JOURNAL_DEBUG=1 shows where, for a report.",
        err=True,
    )
    return 1
