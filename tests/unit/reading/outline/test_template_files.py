"""Untouched templates are their author's own; a text with words of its own is an entry, whatever it speaks of."""

from __future__ import annotations

import datetime as dt

import pytest

from journal_site.model.outline import Outline
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.outline.read import read_outline

_OBSIDIAN = "---\ndate: {{date}}\ntags: []\n---\n# {{title}}\n\n## Log\n\n- [ ] \n\n**Mood:** \n"
_HUGO = '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\ndraft: true\n---\n'


def outline(path: str, text: str, *, folder: str = ".", log: bool = False) -> Outline:
    options = SourceOptions(today=dt.date(2026, 3, 1))
    return read_outline(Source(path=path, folder=folder, text=text, log=log), options)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("entries/daily_template.md", "# {{title}}\n- [ ] "),
        ("entries/day-template.md", "## Day ?: \n\n**Progress**: \n"),
        ("entries/template.md", "# Day X: TITLE\n\nWrite here what you did.\n"),
        ("entries/template.md", "---\ntitle: \ndate: YYYY-MM-DD\n---\n\nWrite here what you did.\n"),
        ("entries/daily-template.md", "---\ndate: {{date}}\n---\nWrite here what you did.\n"),
        ("Daily Templates/morning.md", "# {{date}}\n\nWrite here what you did.\n"),
        ("Templates/daily.md", _OBSIDIAN),
        ("Templates/daily.md", "# {{date}}\n\n## Log\n"),
        ("Templates/daily.md", "# <% tp.date.now() %>\n\n## Log\n\n- \n"),
        ("Templates/daily.md", "# {{title}}\n\n## What did I learn?\n\nWrite three sentences about it.\n"),
        ("Templates/daily.md", "**Date:** {{date}}\n\nWrite three sentences about it.\n"),
        ("Templates/daily/morning.md", _OBSIDIAN),
        ("entries/2026-01-06.md", _OBSIDIAN + "## Of the hour {{time}}\n\n- \n\n" * 80),
        ("99 - Templates/daily.md", _OBSIDIAN),
        ("notes/archetypes/default.md", _HUGO),
        ("notes/archetypes/default.md", "+++\ndate = '{{ .Date }}'\ntitle = '{{ .Name }}'\n+++\n"),
        ("scaffolds/post.md", "---\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n"),
        ("entries/2026-01-06.md", "---\ntitle: {{title}}\ndate: {{date}}\n---\n\n## Log\n"),
        ("entries/2026-01-06.md", "# {{title}}\n\n**Mood:** {{mood}}\n"),
    ],
)
def test_an_untouched_template_is_left_out(path: str, text: str) -> None:
    told = outline(path, text)
    assert told.slices == ()
    assert [one.reason for one in told.omitted] == ["a template"]


@pytest.mark.parametrize("name", ["README.md", "index.md"])
def test_a_folders_own_file_may_be_a_template(name: str) -> None:
    told = outline(f"archetypes/post/{name}", _HUGO + "\nSay hello.\n", log=True)
    assert [one.reason for one in told.omitted] == ["a template"]


def test_a_template_with_days_is_none_of_them() -> None:
    days = "".join(f"## Day {number}\n\n**Did:**\n\n" for number in (1, 2, 3))
    assert outline("entries/weekly-template.md", "# {{date}}\n\n" + days).slices == ()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("entries/2026-01-05-jinja-templates.md", "# Jinja templates\n\nA name is written {{ name }}.\n"),
        ("entries/2026-01-05-jinja-templates.md", "{{ name }} prints a name; `<% %>` is ERB's.\n"),
        ("entries/2026-01-05-jinja-templates.md", "# {{ name }}\n\nIt prints a name.\n"),
        ("entries/2026-01-05-jinja-templates.md", "# Jinja templates\n\n```\n{{ name }}\n```\n"),
        ("entries/jinja-templates.md", "# Jinja templates\n\n```\n{{ name }}\n```\n"),
        ("entries/jinja-templates.md", "# Jinja templates\n\nSee `{{ name }}`.\n\n{{ name }}\n\nis a name.\n"),
        ("entries/templater.md", "---\ndate: <% tp.date.now() %>\n---\nTemplater did not run.\n"),
        ("entries/template-engines.md", "# {{ name }}\n\nIs printed.\n"),
        ("entries/erb-template.md", "ERB has <%= x %> and <% if %>.\n"),
        ("entries/template-day.md", "# 2026-01-05\n\nToday I learned of {{ name }} and <% %>.\n"),
        ("entries/django-templates.md", "# Django's templates\n\nThey are fine.\n"),
        ("Templates/engines.md", "# Jinja\n\nRenders text.\n"),
        ("Templates/jinja.md", "# Jinja\n\n`{{ name }}` renders a name, as {{ this }} does.\n"),
        ("C++ Templates/variadic.md", "# Variadic\n\n{{1, 2}, {3, 4}} is a matrix.\n"),
        ("C++ Templates/2026-01-04.md", "# Variadic\n\nA matrix is {{1, 2}, {3, 4}}.\n"),
        ("entries/2026-01-06.md", "---\ntitle: {{title}}\ndate: {{date}}\n---\n\nI learned a lot.\n"),
        ("entries/2026-01-06.md", "---\ntitle: My day\ndate: {{date}}\n---\n"),
        ("entries/2026-01-06.md", "{{< youtube abc >}}\n"),
        ("pages/Thing.md", "type:: [[Class]]\ndescription:: A thing\nurl:: {{address Thing}}\n"),
        ("entries/strftime.md", "# YYYY-MM-DD\n\nIs what ISO says.\n"),
    ],
)
def test_a_text_with_words_of_its_own_is_never_one(path: str, text: str) -> None:
    assert outline(path, text).slices


def test_a_template_that_is_named_as_a_source_is_read() -> None:
    assert outline("Templates/log.md", _OBSIDIAN, folder="Templates/log.md", log=True).slices
    assert outline("Templates/2026-01-05.md", "Rye.\n", folder="Templates").slices
