"""The journal's folder → its settings, or everything that is wrong with site.yaml at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from journal_site.config.convert import Converter, Report
from journal_site.config.nodes import Node, Table, Text, describe
from journal_site.config.settings import SiteConfig, SourceSpec
from journal_site.config.simple import load
from journal_site.config.topics import check_topics
from journal_site.errors import ConfigError, Diagnostic, Location, UsageError, sort_key

if TYPE_CHECKING:
    from pathlib import Path

CONFIG_FILE: Final = "site.yaml"
_MISNAMED: Final = ("site.yml", "Site.yaml", "SITE.yaml", "site.yaml.txt")


def find_root(start: Path) -> Path:
    """Return the nearest folder, from `start` upwards, that holds a site.yaml; raise UsageError where there is none."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / CONFIG_FILE).is_file():
            return folder
    misnamed = next((name for name in _MISNAMED if (start / name).is_file()), None)
    hint = f"rename {misnamed} to {CONFIG_FILE}" if misnamed else "start one with 'journal init'"
    message = f"no {CONFIG_FILE} in this folder or above it, so there is no journal here"
    place = Location(path=str(start))
    raise UsageError(Diagnostic(severity="error", code="no-journal", message=message, location=place, hint=hint))


def read_config(root: Path) -> SiteConfig:
    """Return the settings of the journal in this folder; raise ConfigError with all that is wrong with them."""
    return parse_config(_text(root / CONFIG_FILE))


def parse_config(text: str, path: str = CONFIG_FILE) -> SiteConfig:
    """Return the settings that a text of site.yaml holds; raise ConfigError with all that is wrong with it."""
    lines = text.split("\n")
    diagnostics: list[Diagnostic] = []

    def tell(code: str, message: str, line: int, column: int, hint: str) -> None:
        location = Location(path=path, line=line, column=column)
        diagnostics.append(_diagnostic(code, message, location, hint, "".join(lines[line - 1 : line])))

    def report(code: str, message: str, node: Node, hint: str = "") -> None:
        tell(code, message, node.line, node.column, hint)

    loaded = load(text)
    for problem in loaded.problems:
        tell(_PROBLEM_CODES[problem.kind], problem.message, problem.line, problem.column, problem.hint)
    config = _converted(loaded.root, report) if loaded.root is not None or not diagnostics else None
    if diagnostics or config is None:
        raise ConfigError(*sorted(diagnostics, key=sort_key))
    return config


_PROBLEM_CODES: Final = {"syntax": "config-syntax", "duplicate": "config-duplicate", "comment": "config-comment"}


def _converted(root: Node | None, report: Report) -> SiteConfig | None:
    if root is None or (isinstance(root, Text) and not root.value):
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


def _text(file: Path) -> str:
    r"""Return the file's text, without a byte order mark and with `\n` as its line ends."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        location = Location(path=CONFIG_FILE)
        hint = "check that you may read it"
        message = f"cannot be read: {error.strerror}"
        raise ConfigError(_diagnostic("source-unreadable", message, location, hint)) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(_not_utf8(raw, error)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(raw: bytes, error: UnicodeDecodeError) -> Diagnostic:
    start = raw.rfind(b"\n", 0, error.start) + 1
    line = raw[start:].split(b"\n", 1)[0].decode("utf-8", "replace").rstrip("\r")
    column = len(raw[start : error.start].decode("utf-8", "replace")) + 1
    location = Location(path=CONFIG_FILE, line=raw.count(b"\n", 0, error.start) + 1, column=column)
    message = f"not UTF-8: byte 0x{raw[error.start]:02x} at offset {error.start}"
    return _diagnostic("not-utf-8", message, location, "save the file as UTF-8", line)


def _diagnostic(code: str, message: str, location: Location, hint: str, excerpt: str = "") -> Diagnostic:
    return Diagnostic(severity="error", code=code, message=message, location=location, hint=hint, excerpt=excerpt)
