"""What the settings of other tools propose for a journal's own: title, url, author, description, language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from journal_site.config.checks import UnfitError, language, site_url
from journal_site.expressions import expression
from journal_site.reading.dialects.load import load
from journal_site.reading.dialects.table import dialects_at
from journal_site.regular_files import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILES: Final = (
    *("hugo.toml", "hugo.yaml", "hugo.yml", "config.toml", "config.yaml", "config.yml"),
    *("_config.yml", "_config.yaml", "_config.toml", "pelicanconf.py", "mkdocs.yml", "mkdocs.yaml", "zensical.toml"),
)
_WORDS: Final = {
    "title": "title site_name sitename",
    "url": "url baseurl site_url siteurl",
    "author": "author site_author",
    "description": "description site_description subtitle tagline",
    "language": "lang language languagecode locale default_lang",
}
"""What each is called, in small letters."""
_KEYS: Final = {word: key for key, words in _WORDS.items() for word in words.split()}
_LINE: Final = expression(
    r"^(\w+)[ \t]*[:=][ \t]*(?:([\"'])([^\n]*?)\2|([^\s\"'#|>&*!\[{][^\n#]*?))[ \t]*(?:#[^\n]*)?$", re.MULTILINE
)
_TABLE: Final = expression(r"^\[(?!project\])", re.MULTILINE)
_MOST: Final = 100_000


def propose_settings(folder: Path) -> dict[str, str]:
    """Return what the settings of tools in a folder say that a site.yaml may say too; none where nothing is fit."""
    found: dict[str, str] = {}
    try:
        names = [child.name for child in folder.iterdir()]
    except OSError:
        return found
    for key, value in (*_from_dialects(folder, names), *_from_files(folder)):
        if key not in found and (fit := _as_setting(key, value.strip())):
            found[key] = fit
    return found


def _from_dialects(folder: Path, names: list[str]) -> Iterator[tuple[str, str]]:
    for key in dialects_at(str(folder), names):
        say = load(key).settings
        yield from say(folder).items() if say else ()


def _from_files(folder: Path) -> Iterator[tuple[str, str]]:
    for name in _FILES:
        try:
            text = read_text(folder / name)[:_MOST]
        except OSError:
            continue
        top = text[: match.start()] if name.endswith(".toml") and (match := _TABLE.search(text)) else text
        said = {match[1].lower(): match[3] or match[4] or "" for match in _LINE.finditer(top)}
        if said.get("url", "").startswith("http") and said.get("baseurl", "").startswith("/"):
            said["url"] = said["url"].rstrip("/") + said["baseurl"]  # Jekyll's two halves
        yield from ((_KEYS[word], value) for word, value in said.items() if word in _KEYS)


def _as_setting(key: str, value: str) -> str:
    """Return a value as site.yaml has it; nothing where it is none."""
    try:
        if key == "url":
            return "" if "localhost" in value or "example." in value else site_url(value)
        return language(value.replace("_", "-")) if key == "language" else value
    except UnfitError:
        return ""
