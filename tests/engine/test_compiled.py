"""Compiled templates of the theme are kept on disk: what is stale or damaged there is never used."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2 import Environment, FunctionLoader

from journal_site.site import compiled
from journal_site.site.compiled import CompiledTemplates

SETTINGS = {"autoescape": True}
PATHS = {"page.html": "/theme/page.html"}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep codes in a file of the test's own."""
    monkeypatch.setattr(compiled, "_place", lambda: tmp_path / "theme.compiled")
    return tmp_path / "theme.compiled"


def _render(text: str, settings: Mapping[str, object] = SETTINGS) -> tuple[str, list[str]]:
    """Return what a template gives in a new process, and what had to be compiled."""
    had: list[str] = []

    class Watched(Environment):
        def compile(self, *given: object, **named: object) -> object:  # type: ignore[override]
            had.append(str(given[0]))
            return super().compile(*given, **named)  # type: ignore[call-overload]

    cache = CompiledTemplates(settings)
    environment = Watched(
        loader=FunctionLoader(lambda name: (text, PATHS[name], lambda: True)), bytecode_cache=cache, autoescape=True
    )
    cache.prepare(environment, {"page.html": (text, PATHS["page.html"])})
    return environment.get_template("page.html").render(), had


def test_a_template_is_compiled_once(place: Path) -> None:
    assert _render("1 {{ 1 + 1 }}") == ("1 2", ["1 {{ 1 + 1 }}"])
    assert _render("1 {{ 1 + 1 }}") == ("1 2", [])
    assert place.exists()


def test_another_text_or_setting_is_compiled_again(place: Path) -> None:
    _render("old")
    assert _render("new") == ("new", ["new"])
    assert _render("new", {"autoescape": True, "trim_blocks": True}) == ("new", ["new"])
    assert place.exists()


@pytest.mark.parametrize("damage", [b"", b"\0" * 500, None])
def test_a_damaged_file_is_left_aside(place: Path, damage: bytes | None) -> None:
    _render("sound")
    raw = place.read_bytes()
    place.write_bytes(raw[:-9] + b"\xff" + raw[-8:] if damage is None else damage)
    assert _render("sound") == ("sound", ["sound"])
    assert _render("sound") == ("sound", [])


def test_where_there_is_no_folder_for_them_none_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "__pycache__" / "theme.compiled"
    monkeypatch.setattr(compiled, "_place", lambda: place)
    assert _render("sound") == ("sound", ["sound"])
    assert not place.parent.exists()
