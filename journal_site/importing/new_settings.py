"""The site.yaml of a journal that begins with an import, and what to say to one that is there already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from journal_site.config import read_config
from journal_site.config.names import CONFIG_FILE
from journal_site.errors import Diagnostic, Location
from journal_site.importing import yaml_text
from journal_site.importing.in_place import UNTITLED
from journal_site.model.index import Challenge, Index


def settings_text(  # noqa: PLR0913 - one parameter for each thing that is known
    index: Index, folder: str, *, name: str, author: str, repo: str, url: str
) -> str:
    """Return a new journal's settings: its title is the introduction's, else the challenge's, else `name`."""
    heading = next((item.entry.title for item in index.introduction if item.entry.heading), "")
    challenge = index.challenge.name if index.challenge and index.challenge.name != UNTITLED else ""
    title = heading or challenge or name
    lines = [f"title: {yaml_text.scalar(title)}"]
    lines.append(f"url: {url}" if url else "# url: https://you.github.io/journal/ # for feeds, sitemap and cards")
    lines.append(f"author: {yaml_text.scalar(author)}" if author else "# author: Your name")
    lines.append("# timezone: Europe/Berlin # says what day it is; your machine's zone by default")
    if repo:
        lines.append(f"repo: {repo} # for edit links")
    lines.append(f"sources: [{yaml_text.scalar(folder)}]" if folder != "entries" else "sources: [entries/]")
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


def check_sources(root: Path, folder: str, imported: str) -> Iterator[Diagnostic]:
    """Tell what a site.yaml that is there already must say for each entry to be published, and only once."""
    paths = [spec.path for spec in read_config(root).sources]
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
