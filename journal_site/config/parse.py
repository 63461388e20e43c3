"""The text of site.yaml → settings, or everything that is wrong with it at once."""

from __future__ import annotations

from typing import Final

import msgspec

from journal_site.characters import clean_all
from journal_site.config.convert import Converter, Report
from journal_site.config.names import CONFIG_FILE
from journal_site.config.nodes import Node, Scalar, Table, describe
from journal_site.config.settings import SiteConfig, SourceSpec
from journal_site.config.simple import load
from journal_site.config.topics import check_topics
from journal_site.errors import ConfigError, Diagnostic, Location, sort_key


def parse_config(text: str) -> SiteConfig:
    """Return the settings that a text of site.yaml holds; raise ConfigError with all that is wrong with it."""
    lines = text.split("\n")
    diagnostics: list[Diagnostic] = []

    def add_problem(code: str, message: str, line: int, column: int, hint: str) -> None:
        location = Location(path=CONFIG_FILE, line=line, column=column)
        excerpt = "".join(lines[line - 1 : line])
        diagnostics.append(
            Diagnostic(severity="error", code=code, message=message, location=location, hint=hint, excerpt=excerpt)
        )

    def report(code: str, message: str, node: Node, hint: str = "") -> None:
        add_problem(code, message, node.line, node.column, hint)

    loaded = load(text)
    for problem in loaded.problems:
        add_problem(_PROBLEM_CODES[problem.kind], problem.message, problem.line, problem.column, problem.hint)
    config = _converted(loaded.root, report) if loaded.root is not None or not diagnostics else None
    if diagnostics or config is None:
        raise ConfigError(*sorted(diagnostics, key=sort_key))
    return clean_all(config) if "\\" in text else config  # an escape can spell out any sign


_PROBLEM_CODES: Final = {"syntax": "config-syntax", "duplicate": "config-duplicate", "comment": "config-comment"}


def _converted(root: Node | None, report: Report) -> SiteConfig | None:
    if root is None or (isinstance(root, Scalar) and not root.value):
        root = Table((), 1, 1)
    if not isinstance(root, Table):
        hint = "begin with 'title: …'"
        report("config-type", f"{CONFIG_FILE} must be a table of keys, and is {describe(root)}", root, hint)
        return None
    config = Converter(report).settings(root, SiteConfig)
    if config is None:  # the title is missing or unfit: the rest is to be checked all the same
        config = Converter(lambda *_: None).settings(root, SiteConfig, title="untitled")
    if config is None:
        return None
    nodes = {key.value: node for key, node in root.pairs}
    if not config.title.strip():
        report("config-value", "'title' is empty", nodes["title"], "give the journal a name")
    if config.topics:
        check_topics(config.topics, nodes["topics"], report)
    return _with_sources(config, nodes.get("sources"), report)


def _with_sources(config: SiteConfig, written: Node | None, report: Report) -> SiteConfig:
    """Return the settings with the challenge's start where a source has none; report a source that is named twice."""
    start = config.challenge.start if config.challenge else None
    sources: dict[str, SourceSpec] = {}
    for spec in config.sources:
        if spec.path in sources and written is not None:
            report("config-value", f"'sources' names {spec.path!r} twice", written, "remove one of them")
        if start and not spec.options.start:
            options = msgspec.structs.replace(spec.options, start=start)
            sources[spec.path] = SourceSpec(path=spec.path, options=options)
        else:
            sources[spec.path] = spec
    return msgspec.structs.replace(config, sources=tuple(sources.values()))
