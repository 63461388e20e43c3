"""Folders that other programs keep beside the texts: their templates, themes, packages and what they have made.

One table says beside which files which folders hold no texts of the author's, and why. Each is named in the report.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class _Program(NamedTuple):
    """A program, what in a folder shows that it is at work there, and its own folders in that folder."""

    name: str
    signs: tuple[str, ...]
    """Each names a file or folder; `a+b` asks for both, and an empty one for none."""
    folders: Mapping[str, str]
    """What each holds; `{}` stands for the program."""


_TEMPLATES, _THEME, _MADE, _PACKAGES = "templates of {}", "a theme of {}", "what {} has made", "packages of {}"
_HUGO_FORMS: Final = ("toml", "yaml", "yml", "json")
_PROGRAMS: Final = (
    _Program(
        "Hugo",
        (
            *(f"hugo.{form}" for form in _HUGO_FORMS),
            *(f"config.{form}+content" for form in _HUGO_FORMS),
            *(f"config.toml+{folder}" for folder in ("archetypes", "themes")),
            "config/_default+content",
            ".hugo_build.lock",
            "archetypes+content",
            "archetypes/default.md",
        ),
        {
            "archetypes": _TEMPLATES,
            "layouts": _TEMPLATES,
            "themes": _THEME,
            "vendor": _PACKAGES,
            "_vendor": _PACKAGES,
            "public": _MADE,
            "resources": _MADE,
        },
    ),
    _Program("Zola", ("config.toml+content",), {"themes": _THEME, "public": _MADE}),
    _Program(
        "Hexo",
        ("_config.yml+scaffolds", "_config.yml+source/_posts"),
        {"scaffolds": _TEMPLATES, "themes": _THEME, "public": _MADE},
    ),
    _Program(
        "Jekyll",
        ("_config.yml", "_config.yaml", "_config.toml"),
        {"vendor": _PACKAGES, "themes": _THEME, "public": _MADE, "_site": _MADE},
    ),
    _Program("Bundler", ("Gemfile", "vendor/bundle"), {"vendor": _PACKAGES}),
    _Program("Composer or Go", ("composer.json", "go.mod"), {"vendor": _PACKAGES}),
    _Program("npm", ("",), {"node_modules": _PACKAGES}),
    _Program("MkDocs", ("mkdocs.yml", "mkdocs.yaml", "zensical.toml"), {"site": _MADE, "overrides": _TEMPLATES}),
    _Program("Pelican", ("pelicanconf.py",), {"output": _MADE, "themes": _THEME, "theme": _THEME}),
    _Program("Nikola", ("conf.py+posts",), {"output": _MADE, "themes": _THEME}),
    _Program("Quartz", ("quartz.config.ts",), {"quartz": "{} itself", "docs": "the manual of {}", "public": _MADE}),
    _Program("mdBook", ("book.toml",), {"book": _MADE, "theme": _THEME}),
    _Program("Eleventy", (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs"), {"_site": _MADE}),
    _Program("Gatsby", ("gatsby-config.js", "gatsby-config.ts"), {"public": _MADE}),
    _Program("Docusaurus", ("docusaurus.config.js", "docusaurus.config.ts"), {"build": _MADE}),
    _Program("Logseq", ("logseq/config.edn", "logseq/bak", "journals+pages"), {"logseq": "what {} keeps for itself"}),
)
TOOL_FOLDERS: Final = frozenset(name for program in _PROGRAMS for name in program.folders)
"""The names of all these folders, which the author's own may have as well."""


def why_no_texts(folder: str, name: str, beside: Collection[str]) -> str:
    """Return why a folder named `name`, in `folder`, beside all these names holds no texts of the author's, or ""."""
    for program in _PROGRAMS:
        if name in program.folders and any(_is_there(folder, sign, beside) for sign in program.signs):
            return program.folders[name].format(program.name)
    return ""


def _is_there(folder: str, sign: str, beside: Collection[str]) -> bool:
    parts = sign.split("+") if sign else []
    return all(Path(folder, part).exists() if "/" in part else part in beside for part in parts)
