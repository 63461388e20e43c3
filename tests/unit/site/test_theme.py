"""Templates as the theme runs them: what they write is escaped as Jinja itself escapes it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from journal_site.errors import TemplateError
from journal_site.model.base import Value
from journal_site.model.page import Page
from journal_site.site.theme import Theme

_TEMPLATE = """{% macro named(text) %}<b>{{ text }}</b>{% endmacro %}{% set bold = named(view.text) %}
{% set block %}[{{ view.text }}]{% endset %}
{{ view.text }} {{ view.safe }} {{ view.number }} {{ view.nothing }} {{ view.parts }} {{ bold }} {{ block }}
{{ named(bold) }} {{ view.text ~ view.safe }} {{ view.text|upper }} {{ view.text|safe }} {{ bold|length }}
{% autoescape false %}{{ view.text }}{% endautoescape %}
"""


class _View(Value, frozen=True, kw_only=True):
    text: str = "<a href=\"x\">'Ä' & b"
    safe: str = Markup("<i>")
    number: float = 1.5
    nothing: None = None
    parts: tuple[str, ...] = ("<", ">")
    named: dict[str, str] = msgspec.field(default_factory=lambda: {"mood": "good"})


def _page(template: str) -> Page:
    return Page(path="x/index.html", template=template, view=_View())


def _theme(**texts: str) -> Theme:
    return Theme({name: (text, f"templates/{name}") for name, text in texts.items()}, msgspec.Struct())


def _no_bodies(digest: str) -> bytes:
    raise LookupError(digest)


def test_values_are_escaped_as_jinja_escapes_them() -> None:
    settings: dict[str, Any] = {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True}
    plain = Environment(autoescape=True, undefined=StrictUndefined, **settings).from_string(_TEMPLATE)
    expected = plain.render(view=_View(), root="../")
    assert "&lt;a href=&#34;x&#34;&gt;&#39;Ä&#39; &amp; b <i> 1.5 None" in expected
    assert _theme(x=_TEMPLATE).render(_page("x"), _no_bodies).decode() == expected


def test_a_missing_value_is_told() -> None:
    with pytest.raises(TemplateError) as caught:
        _theme(x="<p>\n{{ view.txet }}").render(_page("x"), _no_bodies)
    (problem,) = caught.value.diagnostics
    assert (problem.code, problem.location.line, problem.excerpt) == ("template-error", 2, "{{ view.txet }}")


def test_keys_are_found_as_fields_are_and_what_is_not_there_can_be_asked_for() -> None:
    y = "{{ view.named.mood }} {{ view.named.items()|list }}{% if view.no is defined %}!{% endif %}"
    theme = _theme(x="{{ view.text }}", y=y)
    assert theme.render(_page("x"), _no_bodies) == theme.render(_page("x"), _no_bodies)
    assert theme.render(_page("y"), _no_bodies).decode() == "good [(&#39;mood&#39;, &#39;good&#39;)]"
    assert theme.render(_page("x"), _no_bodies).decode().startswith("&lt;a")
