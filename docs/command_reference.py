"""The references of the commands and of front matter, made from the commands and the table themselves."""

from __future__ import annotations

import click

from journal_site.commands.options import common
from journal_site.model.fields import FIELDS

_BARE = click.command()(common(lambda: None))
_COMMON = frozenset(one.name for one in _BARE.params)


def field_reference() -> str:
    """Return the Markdown table of front matter: what each key means, what it may hold, how else it is spelt."""
    rows = ["| key | what it says | value | also written |", "| --- | --- | --- | --- |"]
    for field in FIELDS:
        others = ", ".join(f"`{key}`" for key in field.spellings.split())
        rows.append(f"| `{field.key}` | {field.meaning} | {field.wanted} | {others} |")
    return "\n".join(rows) + "\n"


def command_reference(main: click.Group) -> str:
    """Return the Markdown of all commands of a group: what each does, its arguments and its options."""
    context = click.Context(main, info_name="journal", **main.context_settings)
    commands = {name: main.get_command(context, name) for name in main.list_commands(context)}
    parts = [_command(name, command, context) for name, command in sorted(commands.items()) if command is not None]
    parts.append("Every command also has:\n\n" + _options(_BARE.get_params(context)))
    return "\n\n".join(parts) + "\n"


def _command(name: str, command: click.Command, above: click.Context) -> str:
    context = click.Context(command, info_name=name, parent=above)
    usage = " ".join(command.collect_usage_pieces(context)).replace("[OPTIONS] ", "").replace("[OPTIONS]", "")
    own = [one for one in command.params if isinstance(one, click.Option) and one.name not in _COMMON]
    text = "\n\n".join(" ".join(block.split()) for block in (command.help or "").split("\n\n"))
    example = (command.epilog or "").removeprefix("Example: ")
    shown = f"\n\nExample: `{example}`" if example else ""
    return f"## `{f'journal {name} {usage}'.strip()}`\n\n{text}{shown}" + (f"\n\n{_options(own)}" if own else "")


def _options(options: list[click.Option] | list[click.Parameter]) -> str:
    rows = [_row(one) for one in options if isinstance(one, click.Option) and not one.hidden]
    return "\n".join(["| option | what it does |", "| --- | --- |", *rows])


def _row(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in sorted([*option.opts, *option.secondary_opts], key=len))
    metavar = option.metavar or ("" if option.is_flag else option.type.name.upper())
    value = f" *{metavar}*" if metavar else ""
    default = f" Default: `{option.default}`." if option.show_default else ""
    said = (option.help or "").replace("|", "\\|")
    return f"| {names}{value} | {said}{default} |"
