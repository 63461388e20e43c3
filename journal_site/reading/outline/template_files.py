"""Which files are templates that nobody filled in: they are their author's own, and a text with words never is one.

What tells is the place (a folder of templates, a name that says so) together with what is left to be filled in, and
where: a title, a date, a label without its value. A placeholder in code or within a sentence is what a text is about.
Only where the place leaves no doubt may words stand beside an open title or date: they say what to write there.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from journal_site.expressions import expression
from journal_site.reading.dates.in_paths import read_name
from journal_site.reading.front_matter.placeholders import PLACEHOLDER, has_placeholder, is_placeholder
from journal_site.reading.outline import bodies

_NAMED: Final = expression(
    r"template|vorlage|plantilla|modèle|modelo|шаблон|模板|テンプレート|템플릿|archetype|scaffold", re.IGNORECASE
)
_WORD: Final = (
    r"(?:templates?|vorlagen?|plantillas?|modèles?|modelos?|шаблоны?|模板|テンプレート|템플릿|archetypes?|scaffolds?)"
    r"[\W\d_]*"
)
_FOLDER: Final = expression(rf"[\W\d_]*{_WORD}", re.IGNORECASE)
"""A folder's name that says it all: `Templates`, `99 - Templates`, and not `C++ Templates`."""
_OF_SOME: Final = expression(rf"(?:.*[\W_])?{_WORD}", re.IGNORECASE)
"""One that nearly does: `Daily Templates`."""
_FILE: Final = expression(
    r"(?:.*[\W_])?(?:template|vorlage|plantilla|modèle|modelo|шаблон|模板|テンプレート|템플릿)[\W\d_]*\.\w+",
    re.IGNORECASE,
)
"""A file's name that does: `template.md`, `daily-template.md`, and not `templates.md` or `template-engines.md`."""
_TO_FILL: Final = expression(
    r"\bYYYY\b|\bDD[-/.]MM\b|(?i:\b(?:day|tag|día|jour)\s+(?:x+|n+|\?+|#+)(?!\w))"
    r"|\{\{\s*(?i:date|time|today|now|yesterday|tomorrow)\b[^{}\n]*\}\}|<%[-_*]?\s*tp\."
)
"""What stands for a text's own day, whatever stands around it."""
_CODE: Final = expression(rf"(`+)(?!`)(?:[^\n]*?[^`\n])?\1(?!`)|{PLACEHOLDER.pattern}")
_FENCE: Final = expression(r" {0,3}(`{3,}|~{3,})")
_HEADING: Final = expression(r" {0,3}#{1,6}[ \t]+(\S.*)$")
_VALUE: Final = expression(r"^[ \t]*(?:-[ \t]+)?(?:[\w\"' .-]{1,60}?(?::{1,2}|=))?[ \t]*(\S.*)$", re.MULTILINE)
_OWN_VALUE: Final = expression(
    r"^[ \t\"']*(?:title|name|date|created|day|week|id)[\w -]*[\"']?[ \t]*(?::{1,2}|=)[ \t]*(\S.*)$",
    re.MULTILINE | re.IGNORECASE,
)
"""What is each text's own; an address with a macro in it may be a page's."""
_TITLE: Final = expression(r"^[ \t]*[\"']?title[\"']?(?:[ \t]*[:=]|::)[ \t]*[\"']?(?!\{\{|<%|\{%)[^\W_]", re.MULTILINE)
_HEAD: Final = 1200
_TOP: Final = 40
"""Characters and lines in which a template shows what it is."""

TemplatePlace = Literal["folder", "near", "hint", ""]


def is_template(path: str, folder: str, front: str, text: str) -> bool:
    """Tell whether a file of a source's `folder` is a template; its head and its text are looked at apart."""
    place = _place(path.removeprefix(f"{folder}/")) if _NAMED.search(path) else ""
    if not place and not has_placeholder(front) and not has_placeholder(text[:_HEAD]):
        return False
    lines = text.split("\n")
    prose = _without_placeholders(lines)
    blank = bodies.is_blank(prose)
    if not place:
        return blank and _has_open_head(front, lines, _OWN_VALUE) and not _TITLE.search(front)
    if blank or place == "hint":
        return blank
    return _has_open_head(front, lines) or (place == "folder" and _has_open_line(lines[:_TOP], prose))


def _place(path: str) -> TemplatePlace:
    """Return what of a path says that it is a template's; a dated file in a folder of a topic's says nothing."""
    *folders, name = path.split("/")
    if any(map(_FOLDER.fullmatch, folders)):
        return "folder"
    if not _NAMED.search("/".join([*folders[-1:], name])):
        return ""
    told = read_name(path)
    if told.dates or told.days:
        return ""
    return "near" if _FILE.fullmatch(name) or any(map(_OF_SOME.fullmatch, folders[-1:])) else "hint"


def _has_open_head(front: str, lines: list[str], pattern: re.Pattern[str] = _VALUE) -> bool:
    """Tell whether a value of the front matter, or the first heading, is left to be filled in."""
    if has_placeholder(front) or _TO_FILL.search(front):
        values = (match[1].strip("\"' \t") for match in pattern.finditer(front))
        if any(is_placeholder(value) or _TO_FILL.search(value) for value in values):
            return True
    heading = next((match[1] for line in lines if (match := _HEADING.match(line))), "")
    return "`" not in heading and (is_placeholder(heading) or _TO_FILL.search(heading) is not None)


def _has_open_line(lines: list[str], prose: list[str]) -> bool:
    """Tell whether a heading, a label or an item has nothing but placeholders for its words."""
    return any(
        line != rest and not line.startswith(("    ", "\t")) and bodies.is_blank([rest])
        for line, rest in zip(lines, prose, strict=False)
    )


def _without_placeholders(lines: list[str]) -> list[str]:
    """Return lines without the placeholders that stand in them, those apart that stand in code."""
    found: list[str] = []
    fence = ""
    for line in lines:
        match = _FENCE.match(line)
        if match and (not fence or match[1].startswith(fence)):
            fence = "" if fence else match[1]
        found.append(line if fence or not has_placeholder(line) else _CODE.sub(_kept_code, line))
    return found


def _kept_code(match: re.Match[str]) -> str:
    return match[0] if match[1] else ""
