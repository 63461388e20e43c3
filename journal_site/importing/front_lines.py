"""The front matter of entries as it is written: what a log or a name told, and what its author wrote."""

from __future__ import annotations

import re
from collections.abc import Mapping

from journal_site.expressions import expression
from journal_site.importing.yaml_text import quoted, written
from journal_site.model.entry import Entry
from journal_site.model.fields import FIELDS, said
from journal_site.model.outline import FrontMatter

_END = expression(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PLAIN_YAML = expression(r"\s*---[ \t]*\n(?:(?:[ \t]*(?:#[^\n]*)?)\n)*[\w\"'?]")
"""YAML whose keys begin their lines, so that others can be added below them."""
_PLAIN_KEY = expression(r"[^\W\d][\w-]*")


def lines_of(by: Entry | FrontMatter) -> dict[str, str]:
    """Return all that an entry, or front matter, says by the keys that are ours, as YAML by its key."""
    values = {field.key: said(by, field) for field in FIELDS}
    if by.dates:
        values["end_date"] = None  # it is the last of them
    return {key: written(value) for key, value in values.items() if value is not None}


def front_of(lines: Mapping[str, str]) -> str:
    """Return front matter."""
    return "".join(["---\n", *[f"{key}: {value}\n" for key, value in lines.items()], "---\n"]) if lines else ""


def with_lines(raw: str, front: FrontMatter, lines: Mapping[str, str]) -> str:
    """Return front matter with what it lacks: YAML keeps its own lines as they are, other kinds become YAML."""
    own = lines_of(front)
    missing = {key: value for key, value in lines.items() if key not in own}
    if not raw:
        return front_of(missing)
    if _PLAIN_YAML.match(raw):
        return _added(raw, missing)
    extra = {key if _PLAIN_KEY.fullmatch(key) else quoted(key): written(value) for key, value in front.extra.items()}
    lines = own | extra | missing
    return front_of({field.key: lines[field.key] for field in FIELDS if field.key in lines} | lines)


def _added(raw: str, lines: Mapping[str, str]) -> str:
    ends = list(_END.finditer(raw))
    if len(ends) < 2 or not lines:  # noqa: PLR2004 - the first opens, the last closes
        return raw
    at = ends[-1].start()
    return raw[:at] + "".join(f"{key}: {value}\n" for key, value in lines.items()) + raw[at:]
