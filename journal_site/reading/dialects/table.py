"""The table of tools that journals are kept with: by what each is recognised, and which of its folders hold what.

It is all that is known before a dialect is loaded. Each folder that is left out is named in the report.
"""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from journal_site.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class Tool(NamedTuple):
    """A tool, what in a folder shows that it is at work there, and its own folders in that folder."""

    name: str
    signs: tuple[str, ...] = ()
    """Each names a file or folder; `a+b` asks for both, and an empty one for none."""
    folders: Mapping[str, str] = MappingProxyType({})
    """What those hold that hold no texts of the author's; `{}` stands for the tool."""
    key: str = ""
    """The dialect that it prescribes, as site.yaml names it and as its room is called; none where it is Markdown."""
    written: tuple[str, ...] = ()
    """The signs that texts below are written in that dialect, where those of the tool say less."""
    notes: bool = False
    """What it keeps are notes of one's own, so that they are a journal with days or without."""


_TEMPLATES, _THEME, _MADE, _PACKAGES = "templates of {}", "a theme of {}", "what {} has made", "packages of {}"
_HUGO_FORMS: Final = ("toml", "yaml", "yml", "json")
_HUGO_SIGNS: Final = (
    *(f"hugo.{form}" for form in _HUGO_FORMS),
    *(f"config.{form}+content" for form in _HUGO_FORMS),
    *(f"config.toml+{folder}" for folder in ("archetypes", "themes")),
    "config/_default+content",
    ".hugo_build.lock",
    "archetypes+content",
    "archetypes/default.md",
)
_JEKYLL_FOLDERS: Final = ("_posts+_layouts", "_posts+_includes")
"""What shows Jekyll where it has no settings of its own."""
TOOLS: Final = (
    Tool(
        "Hugo",
        _HUGO_SIGNS,
        {
            "archetypes": _TEMPLATES,
            "layouts": _TEMPLATES,
            "themes": _THEME,
            "vendor": _PACKAGES,
            "_vendor": _PACKAGES,
            "public": _MADE,
            "resources": _MADE,
        },
        "hugo",
        (*_HUGO_SIGNS, *(f"content/{name}" for name in ("posts", "post", "blog", "articles", "_index.md"))),
    ),
    Tool("Zola", ("config.toml+content",), {"themes": _THEME, "public": _MADE}),
    Tool(
        "Hexo",
        ("_config.yml+scaffolds", "_config.yml+source/_posts"),
        {"scaffolds": _TEMPLATES, "themes": _THEME, "public": _MADE},
    ),
    Tool(
        "Jekyll",
        ("_config.yml", "_config.yaml", "_config.toml", *_JEKYLL_FOLDERS),
        {"vendor": _PACKAGES, "themes": _THEME, "public": _MADE, "_site": _MADE},
        "jekyll",
        (
            *_JEKYLL_FOLDERS,
            *(
                f"_config.{form}+{folder}"
                for form in ("yml", "yaml", "toml")
                for folder in ("_posts", "_drafts", "_layouts")
            ),
        ),
    ),
    Tool("Bundler", ("Gemfile", "vendor/bundle"), {"vendor": _PACKAGES}),
    Tool("Composer or Go", ("composer.json", "go.mod"), {"vendor": _PACKAGES}),
    Tool("npm", ("",), {"node_modules": _PACKAGES}),
    Tool(
        "MkDocs",
        ("mkdocs.yml", "mkdocs.yaml", "zensical.toml"),
        {"site": _MADE, "overrides": _TEMPLATES},
        "mkdocs",
    ),
    Tool("Pelican", ("pelicanconf.py",), {"output": _MADE, "themes": _THEME, "theme": _THEME}),
    Tool("Nikola", ("conf.py+posts",), {"output": _MADE, "themes": _THEME}),
    Tool("Quartz", ("quartz.config.ts",), {"quartz": "{} itself", "docs": "the manual of {}", "public": _MADE}),
    Tool("mdBook", ("book.toml",), {"book": _MADE, "theme": _THEME}),
    Tool("Eleventy", (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs"), {"_site": _MADE}),
    Tool("Gatsby", ("gatsby-config.js", "gatsby-config.ts"), {"public": _MADE}),
    Tool("Docusaurus", ("docusaurus.config.js", "docusaurus.config.ts"), {"build": _MADE}),
    Tool(
        "Logseq",
        ("logseq/config.edn", "logseq/bak", "journals+pages"),
        {"logseq": "what {} keeps for itself"},
        "logseq",
        notes=True,
    ),
    Tool("Obsidian", (".obsidian",), key="obsidian", notes=True),
    Tool("a tree of topics", key="topics", notes=True),
    Tool("a slip box", key="zettelkasten", notes=True),
    Tool("Markdown", key="plain"),
)
_SIGNS: Final = frozenset(
    part.split("/")[0] for tool in TOOLS for sign in (*tool.signs, *tool.written) for part in sign.split("+")
)
"""Names of which a folder has one where any tool but npm may be at work in it."""
_FOLDERS: Final = frozenset(name for tool in TOOLS for name in tool.folders)
"""The names of all these folders, which the author's own may have as well."""
SYNC_COPIES: Final = expression(
    r"\.sync-conflict-\d{8}-|\((?:[^()]*'s )?conflict(?:ed copy|s)?\b[^()]*\)|_conflict-\d{8}-", re.IGNORECASE
)
"""The names that sync tools (Syncthing, Dropbox, Nextcloud, ownCloud) give to one of two that were changed at once."""
TOOL_OF: Final = {tool.key: tool for tool in TOOLS if tool.key}
"""By the dialects' keys."""


def tools_at(folder: str, names: Collection[str]) -> tuple[Tool, ...]:
    """Return the tools that are at work in a folder that holds these names."""
    if _SIGNS.isdisjoint(names) and _FOLDERS.isdisjoint(names):
        return ()
    return tuple(tool for tool in TOOLS if any(_is_there(folder, sign, names) for sign in tool.signs))


def dialects_at(folder: str, names: Collection[str]) -> tuple[str, ...]:
    """Return the keys of the dialects that the texts below a folder are written in, by the names that it holds."""
    if _SIGNS.isdisjoint(names):
        return ()
    return tuple(
        key
        for key, tool in TOOL_OF.items()
        if any(_is_there(folder, sign, names) for sign in tool.written or tool.signs)
    )


def why_no_texts(tools: Collection[Tool], name: str) -> str:
    """Return why a folder of this name, where these tools are at work, holds no texts of the author's, or ""."""
    return next((tool.folders[name].format(tool.name) for tool in tools if name in tool.folders), "")


def _is_there(folder: str, sign: str, names: Collection[str]) -> bool:
    return all(
        part.split("/")[0] in names and ("/" not in part or Path(folder, part).exists())
        for part in (sign.split("+") if sign else ())
    )
