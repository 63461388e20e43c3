"""Who has a place of the site."""

from __future__ import annotations

import pytest

from journal_site.engine.collisions import settle
from journal_site.model.page import Copy, Document, Scaled


def _page(path: str) -> Document:
    return Document(path=path, content=b"")


def _file(path: str) -> Copy:
    return Copy(path=path, asset=f"static/{path}")


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (_page("a/index.html"), _page("b/index.html"), True),
        (_page("a/index.html"), _file("a/x.txt"), True),
        (_page("a/index.html"), _file("a"), False),
        (_page("a/b/index.html"), _file("A"), False),
        (_page("a"), _file("a/b/c"), False),
        (_page("a"), _file("a"), False),
        (_page("a"), _file("A"), False),
        (_page("É"), _file("e\u0301"), False),
        (_file("a.png"), _file("A.png"), True),
        (_file("a.png"), _file("A.png/b"), False),
        (_file("a.png"), Copy(path="A.png", asset="A.png", theme=True), False),
        (Scaled(path="scaled/8/a.png", asset="a.png", width=8), _file("scaled/8/A.png"), True),
        (Copy(path="a", asset="x"), Copy(path="a", asset="y"), False),
    ],
)
def test_two_share_the_site_or_the_first_has_the_place(first: Copy, second: Copy, *, together: bool) -> None:
    settled = settle([first, second])
    assert settled.outputs == ((first, second) if together else (first,))
    assert settled.lost == (() if together else ((second, first),))


def test_what_is_planned_twice_is_there_once() -> None:
    assert settle([_file("a"), _file("a")]).outputs == (_file("a"),)
    assert settle([_file("a"), _file("a")]).lost == ()


def test_what_found_its_place_taken_takes_none_itself() -> None:
    page, file, other = _page("a/index.html"), _file("a"), _file("a/index.html/b")
    assert [one.path for one in settle([page, file, other, _file("a/c")]).outputs] == ["a/index.html", "a/c"]
