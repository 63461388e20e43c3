"""Write the references in `docs/reference/` from the code: `python -m docs.make_reference`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from docs.command_reference import command_reference, field_reference
from docs.key_reference import key_table
from journal_site.cli import main

DOCS: Final = Path(__file__).resolve().parent
_MADE: Final = "<!-- Written by docs/make_reference.py from the code. Do not edit: run `make docs`. -->"

_COMMANDS: Final = """\
# Commands

{made}

`journal COMMAND --help` says the same. A command works in the journal's folder or anywhere below it.

{reference}
Exit status: 0 where all is well, 1 for problems in the texts, 2 for those in the settings or in the words of a command.
`NO_COLOR`, `SOURCE_DATE_EPOCH`, `$VISUAL` and `$EDITOR` are honoured. What a build reports, and what `--json` and
`--explain` give, is in [what a build tells](../report.md).
"""
_KEYS: Final = """\
# site.yaml

{made}

A journal's settings are in `site.yaml` beside its entries; `title` is the only key that it must have. An unknown or
mistyped key is an error that names its line and what it may have meant. Editors that know YAML check and complete it
as you write: the first line that `journal init` writes names a JSON Schema, which each build lays into `.journal/`.

{reference}
"""
_FIELDS: Final = """\
# Front matter

{made}

What a file may say of itself before its text, in YAML between `---`, TOML between `+++`, JSON or plain `Key: value`
lines. All of it is optional. A JSON Schema of it lies in `.journal/entry.schema.json`.

{reference}
A key that is none of these is kept: your own `templates/entry.html` has all of them in `view.extra`, such as
`view.extra.get("weather")`, and `journal import` takes them along. So it is with values that do not fit. A key that is
a slip away from one above is named. Which keys keep a text at home is in [Writing](../writing.md#what-stays-at-home).
"""


def reference_texts() -> dict[str, str]:
    """Return each reference by its path below `docs/`, as it is to be."""
    made = {
        "commands": _COMMANDS.format(made=_MADE, reference=command_reference(main)),
        "site-yaml": _KEYS.format(made=_MADE, reference=key_table()),
        "front-matter": _FIELDS.format(made=_MADE, reference=field_reference()),
    }
    return {f"reference/{name}.md": text.rstrip() + "\n" for name, text in made.items()}


if __name__ == "__main__":
    for path, text in reference_texts().items():
        (DOCS / path).parent.mkdir(exist_ok=True)
        (DOCS / path).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{DOCS / path}\n")
