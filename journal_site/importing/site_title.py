"""The title of a site that another program makes, from that program's settings."""

from __future__ import annotations

import re
from pathlib import Path

from journal_site.regular_files import read_text

_FILES = (
    *("hugo.toml", "hugo.yaml", "hugo.yml", "config.toml", "config.yaml", "config.yml"),
    *("_config.yml", "_config.yaml", "pelicanconf.py", "mkdocs.yml"),
)
_TITLE = re.compile(
    r"^(?:title|site_name|SITENAME)[ \t]*[:=][ \t]*"
    r"(?:([\"'])([^\n]*?)\1|([^\s\"'#|>&*!\[{][^\n#]*?))[ \t]*(?:#[^\n]*)?$",
    re.MULTILINE,
)
_TABLE = re.compile(r"^\[", re.MULTILINE)
_MOST = 100_000


def read_site_title(folder: Path) -> str:
    """Return the title that the settings in a folder name, or nothing."""
    for name in _FILES:
        try:
            text = read_text(folder / name)[:_MOST]
        except OSError:
            continue
        top = text[: match.start()] if name.endswith(".toml") and (match := _TABLE.search(text)) else text
        if match := _TITLE.search(top):
            return (match[2] or match[3] or "").strip()
    return ""
