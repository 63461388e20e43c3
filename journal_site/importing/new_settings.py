"""The site.yaml of a journal that begins with an import, and what to say to one that is there already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from journal_site.config import read_config
from journal_site.config.machine_zone import machine_zone, zone_line
from journal_site.config.names import CONFIG_FILE
from journal_site.errors import Diagnostic, Location
from journal_site.importing import yaml_text
from journal_site.importing.in_place import UNTITLED
from journal_site.importing.said_dialects import listed
from journal_site.model.index import Challenge, Index


def settings_text(  # noqa: PLR0913 - one parameter for each thing that is known
    index: Index, folder: str, *, title: str, name: str, author: str, repo: str, url: str, dialects: Sequence[str] = ()
) -> str:
    """Return a new journal's settings: called as its tool's say, else as the introduction or the challenge, or `name`.

    Any of these may be empty, but for the last.
    """
    heading = next((item.entry.title for item in index.introduction if item.entry.heading), "")
    challenge = index.challenge.name if index.challenge and index.challenge.name != UNTITLED else ""
    title = title or heading or challenge or name
    lines = [f"title: {yaml_text.scalar(title)}"]
    lines.append(f"url: {url}" if url else "# url: https://you.github.io/journal/ # for feeds, sitemap and cards")
    lines.append(f"author: {yaml_text.scalar(author)}" if author else "# author: Your name")
    lines.append(zone_line(machine_zone()))
    if repo:
        lines.append(f"repo: {repo} # for edit links")
    place = yaml_text.scalar(folder) if folder != "entries" else "entries/"
    source = f"{{path: {place}, dialect: {listed(dialects)}}}" if dialects else place
    lines.append(f"sources: [{source}]")
    if index.challenge is not None and (index.challenge.days or index.challenge.start or index.challenge.goals):
        lines += ["challenge:", *(f"  {line}" for line in _challenge(index.challenge))]
    return "\n".join(lines) + "\n"


def _challenge(challenge: Challenge) -> Iterator[str]:
    if challenge.name != UNTITLED:
        yield f"name: {yaml_text.scalar(challenge.name)}"
    if challenge.days:
        yield f"days: {challenge.days}"
    if challenge.start:
        yield f"start: {challenge.start.isoformat()}"
    if challenge.goals:
        yield "goals:"
        yield from (f"  - {yaml_text.scalar(goal)}" for goal in challenge.goals)


def check_sources(root: Path, folder: str, imported: str, dialects: Sequence[str] = ()) -> Iterator[Diagnostic]:
    """Tell what a site.yaml that is there already must say for each entry to be published as it was, and only once."""
    sources = read_config(root).sources
    paths = [spec.path for spec in sources]
    if dialects and not any(set(dialects) <= set(spec.options.dialect) for spec in sources):
        yield _said(f"'{folder}' is not said to be written as {' and '.join(dialects)}, so that it is read as Markdown",
                    f"make it '{{path: {folder}/, dialect: {listed(dialects)}}}' under 'sources'")  # fmt: skip
    if not any(path in {".", folder} or folder.startswith(f"{path}/") for path in paths):
        yield _said(f"'{folder}' is not among the sources, so that nothing of it is published",
                    f"add '{folder}/' to 'sources'")  # fmt: skip
    elif imported in paths:
        yield _said(f"'{imported}' is still among the sources, so that each of its entries is there twice",
                    f"take '{imported}' out of 'sources'")  # fmt: skip


def _said(message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        severity="warning", code="import-sources", message=message, location=Location(path=CONFIG_FILE), hint=hint
    )
