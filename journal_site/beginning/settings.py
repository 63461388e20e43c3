"""The site.yaml that a new journal begins with: what was seen, and commented what only its author can know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from journal_site.config.machine_zone import zone_line
from journal_site.importing.yaml_text import quoted, scalar
from journal_site.publishing.language import ENGLISH
from journal_site.schemas import SITE as SITE_SCHEMA

if TYPE_CHECKING:
    from journal_site.beginning.survey import NamedSource, Survey
    from journal_site.publishing.origin import GitOrigin

_MODELINE = f"# yaml-language-server: $schema=.journal/{SITE_SCHEMA}"
"""By which editors check and complete what is written; a build lays the schema there."""
_CHALLENGE = "# challenge: {name: 100DaysOfCode, days: 100, start: 2026-01-01, goals: [Learn something each day]}"


class Known(NamedTuple):
    """All that settings follow from."""

    name: str
    """The folder's, as a title."""
    title: str
    """That the user asked for; empty where none."""
    origin: GitOrigin
    proposed: Mapping[str, str]
    """By the settings of the tools that the folder was kept with."""
    survey: Survey | None
    zone: str
    """Of the machine."""
    suggested: Sequence[str] = ()
    """Lines of site.yaml with topics that are suggested; they are written commented."""


def settings_text(known: Known) -> str:
    """Return site.yaml: what tools say of the folder comes before what git says of it."""
    survey, proposed, origin = known.survey, known.proposed, known.origin
    found = survey.title if survey else ""
    title = known.title or (found if survey and len(survey.sources) == 1 and not survey.dialects else "")
    lines = [f"title: {scalar(title or proposed.get('title') or found or known.name)}"]
    url, author = proposed.get("url") or origin.site, proposed.get("author") or origin.author
    lines.append(f"url: {url}" if url else "# url: https://you.github.io/journal/ # for feeds and cards")
    lines.append(f"author: {scalar(author)}" if author else "# author: Your name")
    if "description" in proposed:
        lines.append(f"description: {scalar(proposed['description'])}")
    language = survey.language if survey and survey.language != ENGLISH else proposed.get("language", ENGLISH)
    if language != ENGLISH:
        lines.append(f"language: {language}")
    lines.append(zone_line(known.zone))
    if origin.repo:
        lines.append(f"repo: {origin.repo} # for edit links")
    if origin.repo and origin.branch != "main":
        lines.append(f"branch: {scalar(origin.branch)}")
    if origin.repo and origin.inside:
        lines.append(f"repo_folder: {scalar(origin.inside)}")
    lines += _sources(survey) if survey else []
    lines += [] if survey and survey.challenge else [_CHALLENGE]
    lines += [f"# {line}" for line in known.suggested]
    lines.append("cards: true" if url else "# cards: true # a picture for shared links; needs url")
    return "\n".join([_MODELINE, *lines, ""])


def _sources(survey: Survey) -> list[str]:
    """Return the sources, and commented what else may be said of them."""
    year = {"year": str(survey.year)} if survey.year is not None and survey.year_known else {}
    lines = [_written(survey.sources, year)]
    if survey.year is not None and not year:
        lines.append(f"# {_written(survey.sources, {'year': str(survey.year)})} # of the newest: nothing says the year")
    if survey.undated and survey.numbered:
        start = survey.start.isoformat() if survey.start else "2026-01-01"
        counted = {"dates": "consecutive", "start": start}
        lines += [
            f"# {survey.undated} days have no date. Two ways of dating them, each in place of the line above:",
            f"# {_written(survey.sources, {'dates': 'git'})} # the commit that first added each",
            f"# {_written(survey.sources, counted)} # that of day 1, where no day was skipped",
        ]
    elif survey.undated:
        lines.append(
            f"# {_written(survey.sources, {'dates': 'git'})} # dates of those without: when git first had them"
        )
    if survey.others:
        lines.append('# sources: ["."] # reads the whole folder')
    return lines


def _written(sources: Sequence[NamedSource], more: Mapping[str, str]) -> str:
    return f"sources: [{', '.join(_source(source, more) for source in sources)}]"


def _source(source: NamedSource, more: Mapping[str, str]) -> str:
    pairs = {"dialect": f"[{', '.join(source.dialect)}]"} if source.dialect else {}
    if not (pairs or more):
        return _path(source.path)
    return (
        "{" + ", ".join(f"{key}: {value}" for key, value in {"path": _path(source.path), **pairs, **more}.items()) + "}"
    )


def _path(path: str) -> str:
    """Return a path as one item of a list in brackets: what parts items there is in quotes."""
    plain = scalar(path.rstrip("/"))
    slash = "/" if path.endswith("/") else ""
    if path == "." or plain.startswith('"') or "," in path:
        return quoted(path)
    return plain + slash
