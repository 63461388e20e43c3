"""Write `theme.md`: `python -m docs.make_theme`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, meta, nodes

from docs.body_classes import CLASSES
from docs.views import NAMES, Field, fields_of, parts_of, summary, views_by_template
from journal_site.languages.labels import Labels, load_labels
from journal_site.pages.parts.views import PageView, SiteView

if TYPE_CHECKING:
    import msgspec

DOCS = Path(__file__).resolve().parent
TEMPLATES = DOCS.parent / "templates"
THEME = DOCS / "theme.md"
_HEAD = """# The theme

<!-- Written by docs/make_theme.py from the code. Do not edit: run `make docs`. -->

A file in a journal's own `templates/` takes the place of the theme's file of that name, and one in `static/` likewise.
All others stay the theme's. `head_extra.html` and `entry_end.html` are empty and there to be replaced: the one stands
at the end of every page's head, the other at the end of every entry.

A template is [Jinja](https://jinja.palletsprojects.com/templates/) and receives:

| name | what it is |
| --- | --- |
| `view` | what its page shows; each template has its own, below |
| `site` | what every page shows of the site: [`SiteView`](#siteview) |
| `root` | the way from the page to the site's root: `../../` |

and nothing else: no clock, no query. A field that a view does not have is an error that names template and line.
Text is escaped; a *body*, the HTML that a text became, is written by the filter `body`: `{{ view.body|body }}`.
All addresses are as seen from the page, so that the site works wherever it lies.
"""


def theme_page() -> str:
    """Return the whole document."""
    return "\n".join(_page()).rstrip() + "\n"


def template_names() -> list[str]:
    """Return the theme's templates."""
    return sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*") if path.is_file())


def parse(name: str) -> nodes.Template:
    """Return a template of the theme as Jinja understands it."""
    return Environment(autoescape=True).parse((TEMPLATES / name).read_text(encoding="utf-8"))


def _page() -> Iterator[str]:
    views = views_by_template()
    yield _HEAD
    yield from _common()
    yield "## Templates\n"
    for name in template_names():
        yield from _template(name, views.get(name))
    yield "## Parts of views\n"
    for part in parts_of([SiteView, *views.values()]):
        yield from _part(part)
    yield from _words()
    yield from _classes()


def _common() -> Iterator[str]:
    yield "## Every page\n"
    for view in (SiteView, PageView):
        yield from _part(view)


def _part(part: type[msgspec.Struct]) -> Iterator[str]:
    yield f"### {part.__name__}\n\n{summary(part)}\n"
    yield from _table(fields_of(part))


def _table(fields: Iterable[Field]) -> Iterator[str]:
    yield "| field | type | meaning |\n| --- | --- | --- |"
    for field in fields:
        yield f"| `{field.name}` | {field.words} | {_cell(field.meaning)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _template(name: str, view: type[msgspec.Struct] | None) -> Iterator[str]:
    tree = parse(name)
    yield f"### {name}\n"
    macros = [_signature(one) for one in tree.find_all(nodes.Macro)] if view is None else []
    if view is not None:
        yield f"`view` is of the type `{view.__name__}`. {summary(view)}"
    elif macros:
        yield f"Has no view; gives {' and '.join(macros)}."
    elif not tree.body:
        yield "Empty, and there to be replaced. It sees what the template sees that includes it."
    else:
        yield "Has no view of its own: the page's template, which extends it, has."
        blocks = [f"`{block.name}`" for block in tree.find_all(nodes.Block)]
        yield f"\nIts blocks, which that may fill: {', '.join(blocks)}."
    others = sorted(filter(None, meta.find_referenced_templates(tree)))
    if others:
        yield f"It uses {_listed(others)}."
    yield ""
    if view is not None:
        common = set(PageView.__struct_fields__) if issubclass(view, PageView) else set()
        own = [field for field in fields_of(view) if field.name not in common]
        yield from _table(own)
        if common:
            yield "And all of [`PageView`](#pageview).\n"


def _signature(macro: nodes.Macro) -> str:
    return f"`{macro.name}({', '.join(argument.name for argument in macro.args)})`"


def _listed(names: Sequence[str]) -> str:
    links = [f"[`{name}`](#{name.replace('.', '')})" for name in names]
    return ", ".join(links)


def _words() -> Iterator[str]:
    english = load_labels("en")
    yield "## Words of the interface\n"
    yield "`site.labels` has them in the language of the site; a text with `{…}` is to be filled by `format`."
    yield "\n<details>\n<summary>All of them, in English</summary>\n"
    yield "| label | in English |\n| --- | --- |"
    for name in Labels.__struct_fields__:
        yield f"| `{name}` | {_cell(_shown(getattr(english, name)))} |"
    yield "\n</details>\n"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"`{key}`: {text}" for key, text in value.items())
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _classes() -> Iterator[str]:
    yield "## Classes of a body\n"
    yield "What reading writes into the HTML of a text, beside plain elements and what the author wrote there.\n"
    for group, meanings in CLASSES.items():
        yield f"### {group}\n\n| class | what it marks |\n| --- | --- |"
        for name, meaning in meanings.items():
            yield f"| `{name}` | {_cell(meaning)} |"
        yield ""


def unused_names() -> list[str]:
    """Return the names that are explained for all views and that no field relies on."""
    types: list[type[msgspec.Struct]] = [SiteView, PageView, *views_by_template().values()]
    relied = {field.name for view in [*types, *parts_of(types)] for field in fields_of(view)}
    return sorted(NAMES.keys() - relied)


if __name__ == "__main__":
    THEME.write_text(theme_page(), encoding="utf-8")
    sys.stdout.write(f"{THEME}\n")
