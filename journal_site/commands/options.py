"""Options that every command has, and how a command finds the journal that it works on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

_Function = TypeVar("_Function", bound=Callable[..., Any])


if TYPE_CHECKING:
    _DateType = click.ParamType[dt.date]  # generic since click 8.3, and only to type checkers
    _TextType = click.ParamType[str]
else:
    _DateType = _TextType = click.ParamType


class DateOption(_DateType):
    """A calendar date, as `YYYY-MM-DD`."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Return the date, or say what a date looks like."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date: write it as 2026-01-31", param, ctx)


class SiteUrlOption(_TextType):
    """The address that a site lives at."""

    name = "url"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address as site.yaml's `url` would be taken, or say what is wrong with it."""
        if not value:
            return ""
        from journal_site.config.checks import UnfitError, site_url  # noqa: PLC0415 - seldom

        try:
            return site_url(str(value))
        except UnfitError as error:
            hint = error.hint or "write it as https://example.org/journal/"
            self.fail(f"{value!r} is not a site's address: {hint}", param, ctx)


def common(function: _Function) -> _Function:
    """Give a command `--source`, `--quiet` and `--verbose`."""
    for option in reversed((
        click.option("--source", type=click.Path(path_type=Path), default=None, metavar="DIR",
                     help="The journal's folder; by default this folder or the nearest above with a site.yaml."),
        click.option("-q", "--quiet", is_flag=True, help="Print errors only."),
        click.option("-v", "--verbose", is_flag=True, help="Print more."),
    )):  # fmt: skip
        function = option(function)
    return function


def locate(source: Path | None) -> Path:
    """Return the journal's folder, relative to the current one where it lies below. Raises UsageError without one."""
    from journal_site.config import find_root  # noqa: PLC0415 - `--help` needs no settings

    if source is not None and not source.is_dir():
        raise click.BadParameter(f"there is no folder '{source}'", param_hint="--source")
    root = find_root(source if source is not None else Path.cwd())
    try:
        return root.relative_to(Path.cwd())
    except ValueError:
        return root
