"""Where two readings of a log are near each other: told, with the line of site.yaml or of the text that settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journal_site.errors import Diagnostic, Location
from journal_site.reading.dates.heading_example import example_of
from journal_site.reading.outline.weak_lines import WEAK_LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal_site.reading.outline.lines import ScannedLines
    from journal_site.reading.outline.patterns import Pattern
    from journal_site.reading.outline.weak_lines import WeakLine

_KINDS: Final = {
    "summary": "summaries", "list": "list items", "bold": "bold lines", "code": "lines in code signs",
    "quoted": "quoted headings", "plain": "plain lines",
}  # fmt: skip


def rival_days(path: str, offset: int, lines: ScannedLines, pattern: Pattern) -> Iterator[Diagnostic]:
    """Give a notice where lines of another kind head days nearly as well as those that were taken."""
    if not pattern.rivals:
        return
    first = pattern.rivals[0]
    text = lines.lines[first.heading.line]
    taken, other = kind_of(pattern.days), kind_of(pattern.rivals)
    example, own = (
        example_of(text, first.mark),
        example_of(lines.lines[pattern.days[0].heading.line], pattern.days[0].mark),
    )
    hint = "say which by an example: 'heading' beside this source in site.yaml"
    if example and own:
        hint = f'a line beside this source in site.yaml settles it: heading: "{own}", or heading: "{example}"'
    yield Diagnostic(
        severity="notice",
        code="days-unclear",
        message=f"{taken} are read as days, and {other} such as this may be them as well",
        location=Location(path=path, line=offset + first.heading.line + 1),
        hint=hint,
        excerpt=text,
    )


def kind_of(found: Sequence[WeakLine]) -> str:
    """Return how many lines there are, and what they are to Markdown."""
    heading = found[0].heading
    if heading.level != WEAK_LEVEL:
        return f"{len(found)} headings of level {heading.level}"
    return f"{len(found)} {_KINDS.get(heading.shape, 'lines')}"
