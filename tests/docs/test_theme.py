"""`docs/theme.md` is what the code gives, and says all that a template can use."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, meta, nodes

from docs.make_theme import THEME, parse, template_names, theme_page, unused_names
from docs.views import parts_of, undocumented, views_by_template
from journal_site.pages.parts.views import SiteView
from tests.docs.template_types import Walk

if TYPE_CHECKING:
    import msgspec

OFFERED = {
    "EntryView.kind",
    "EntryView.extra",
    *(f"SiteView.{name}" for name in ("description", "url", "repo", "more", "feeds")),
}
"""What is of use to templates of others alone: the site's own frame and what front matter says besides."""


def test_the_page_is_current(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        THEME.write_text(theme_page(), encoding="utf-8")
    assert THEME.read_text(encoding="utf-8") == theme_page(), "run `make docs`"


def test_each_template_has_a_view_or_serves_those_that_have() -> None:
    reached = set(views_by_template())
    reached = reached.union(*map(served_by, reached))
    assert sorted(set(template_names()) - reached) == []


def served_by(name: str) -> set[str]:
    named = set(filter(None, meta.find_referenced_templates(parse(name))))
    return named.union(*map(served_by, named))


def test_each_field_has_a_meaning() -> None:
    assert undocumented([SiteView, *views_by_template().values()]) == []


def test_no_name_is_explained_that_no_field_has() -> None:
    assert unused_names() == []


def test_templates_use_fields_that_are_documented() -> None:
    walks = walk_templates()
    assert all(walk.used for walk in walks)
    assert [problem for walk in walks for problem in walk.problems] == []


def test_each_field_is_used_by_a_template_or_offered_to_those_of_others() -> None:
    views: list[type[msgspec.Struct]] = [SiteView, *views_by_template().values()]
    ours = {one.__name__: one for one in (*views, *parts_of(views)) if one.__module__.startswith("journal_site.pages.")}
    used = {pair for walk in walk_templates() for pair in walk.used}
    used_at = {(definer(ours[owner], name), name) for owner, name in used if owner in ours}
    known = {(definer(view, name), name) for view in ours.values() for name in view.__struct_fields__}
    assert {f"{view.__name__}.{name}" for view, name in known - used_at} == OFFERED


def walk_templates() -> list[Walk]:
    return [Walk(name, view, SiteView) for name, view in views_by_template().items()]


def definer(view: type, name: str) -> type:
    """Return the class of a view's that names a field first."""
    return next(one for one in reversed(view.__mro__) if name in inspect.get_annotations(one))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{{ view.titel }}", "x:1: EntryView has no `titel`"),
        ("{% for one in view.topics %}{{ one.nam }}{% endfor %}", "x:1: TopicRef has no `nam`"),
        ("{% set first = view.related[0] %}\n{{ first.titel }}", "x:2: EntryRef has no `titel`"),
        ("{% macro m(one) %}{{ one.titel }}{% endmacro %}{{ m(view.earlier) }}", "x:1: EntryRef has no `titel`"),
        ("{{ view.title.nothing }}", "x:1: <class 'str'> has no `nothing`"),
        ("{{ site.labels.nothing }}", "x:1: Labels has no `nothing`"),
        ("{% if view.iso %}{{ (view.earlier or view.later).titel }}{% endif %}", "x:1: EntryRef has no `titel`"),
    ],
)
def test_an_unknown_field_is_found(text: str, problem: str) -> None:
    def parsed(name: str) -> nodes.Template:
        del name
        return Environment(autoescape=True).parse(text)

    view = views_by_template()["entry.html"]
    assert Walk("x", view, SiteView, parsed).problems == [problem]
