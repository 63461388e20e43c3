"""Topics as lines of site.yaml, put among those that are there: every other byte of the file stays."""

from __future__ import annotations

from collections.abc import Iterable

from journal_site.expressions import expression
from journal_site.importing.yaml_text import scalar

KEY = "topics:"
_BLOCK = expression(r"topics[ \t]*:[ \t]*(?:#.*)?$")
_FLOW = expression(r"""["']?topics["']?[ \t]*:""")


def topic_lines(names: Iterable[str], indent: str = "  ") -> list[str]:
    """Return a line for each topic below `topics:`, with the word that it is found by."""
    return [f"{indent}{scalar(name)}: {{keywords: [{scalar(name.casefold())}]}}" for name in names]


def with_topics(text: str, names: Iterable[str]) -> str | None:
    """Return site.yaml with these topics too; None where its table is not written as lines that others can follow."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    at = next((place for place, line in enumerate(lines) if _FLOW.match(line)), None)
    if at is None:
        new = [KEY, *topic_lines(names)]
        gap = "" if not text or text.endswith("\n") else newline
        return text + gap + "".join(line + newline for line in new)
    if not _BLOCK.match(lines[at].rstrip("\r\n")):
        return None
    end, indent = at + 1, ""
    for place in range(at + 1, len(lines)):
        line = lines[place]
        if line[:1] not in {" ", "\t"} and line.strip() and not line.startswith("#"):
            break
        if line[:1] == " " and line.strip():
            end = place + 1
            indent = indent or ("" if line.lstrip().startswith("#") else line[: len(line) - len(line.lstrip())])
    if not lines[end - 1].endswith("\n"):
        lines[end - 1] += newline
    lines[end:end] = [line + newline for line in topic_lines(names, indent or "  ")]
    return "".join(lines)
