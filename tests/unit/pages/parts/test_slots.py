"""References of a body as HTML."""

from __future__ import annotations

import pytest

from journal_site.model.entry import Slot
from journal_site.model.index import Target
from journal_site.pages.parts.slots import render_slots
from tests.unit.pages.small_journal import make_context

ROOT = "../../"


def _render(*pairs: tuple[Slot, Target], portable: bool = False) -> tuple[str, ...]:
    slots, targets = zip(*pairs, strict=True)
    written = render_slots(make_context(portable=portable), ROOT, slots, targets)
    return tuple(str(one) for one in written)


@pytest.mark.parametrize(
    ("slot", "target", "html"),
    [
        (Slot(kind="link", target="a.md"), Target(kind="page", url="entries/a/#x"), '<a href="../../entries/a/#x">'),
        (Slot(kind="wikilink", target="A"), Target(kind="page", url="notes/a/"), '<a href="../../notes/a/">'),
        (Slot(kind="link", target="#top"), Target(kind="anchor", url="#top"), '<a href="#top">'),
        (
            Slot(kind="link", target="src/", title='a "b"'),
            Target(kind="repository", url="https://github.com/e/x/tree/main/src"),
            '<a href="https://github.com/e/x/tree/main/src" title="a &quot;b&quot;">',
        ),
        (
            Slot(kind="link", target="c#.pdf", attributes=(("class", "x"),)),
            Target(kind="file", url="files/c#.pdf"),
            '<a href="../../files/c%23.pdf" class="x">',
        ),
        (
            Slot(kind="link", target="<gone>.md"),
            Target(kind="missing"),
            '<a class="missing" title="Not found: &lt;gone&gt;.md">',
        ),
    ],
)
def test_links(slot: Slot, target: Target, html: str) -> None:
    assert _render((slot, target)) == (html,)


def test_links_of_a_portable_site_name_files() -> None:
    pair = (Slot(kind="link", target="a.md"), Target(kind="page", url="entries/a/#x"))
    assert _render(pair, portable=True) == ('<a href="../../entries/a/index.html#x">',)


def test_pictures_have_their_size_and_all_but_the_first_wait() -> None:
    picture = Slot(kind="image", target="a.png", text='A "loss"')
    target = Target(kind="image", url="files/a b.png", width=640, height=480)
    first, second = _render((picture, target), (picture, target))
    assert first == '<img src="../../files/a%20b.png" alt="A &quot;loss&quot;" width="640" height="480">'
    assert second == first.replace(">", ' loading="lazy" decoding="async">')


def test_smaller_copies_are_offered_beside_the_picture() -> None:
    target = Target(kind="image", url="files/a,b c.jpg", width=2000, height=1000, widths=(480, 960))
    (html,) = _render((Slot(kind="image", target="x", attributes=(("width", "300"),)), target))
    offered = "../../scaled/{0}/files/a%2Cb%20c.jpg {0}w".format
    assert f'srcset="{offered(480)}, {offered(960)}, ../../files/a%2Cb%20c.jpg 2000w" sizes="300px"' in html


@pytest.mark.parametrize("given", [("width", "320"), ("height", "240")])
def test_a_size_of_the_authors_own_is_kept_and_made_whole(given: tuple[str, str]) -> None:
    slot = Slot(kind="image", target="a.png", attributes=(given, ("class", "wide")))
    (html,) = _render((slot, Target(kind="image", url="files/a.png", width=640, height=480)))
    assert html == '<img src="../../files/a.png" alt="" width="320" height="240" class="wide">'


def test_an_alert_is_titled_in_the_sites_language() -> None:
    slot, target = Slot(kind="label", target="alert-warning"), Target(kind="label")
    assert _render((slot, target)) == ("Warning",)
    assert render_slots(make_context(language="ru"), ROOT, (slot,), (target,)) == ("Предупреждение",)


def test_an_unreadable_picture_is_not_called_missing() -> None:
    (html,) = _render((Slot(kind="image", target="a.png", text="A plot"), Target(kind="unreadable")))
    assert "picture cannot be read" in html
    assert "missing)" not in html


def test_a_missing_picture_says_so_and_keeps_its_text() -> None:
    (html,) = _render((Slot(kind="image", target="a.png", text="A <plot>"), Target(kind="missing")))
    assert "A &lt;plot&gt;" in html
    assert "picture missing" in html
    assert "<img" not in html


@pytest.mark.parametrize(("name", "tag"), [("talk.MP4", "video"), ("talk.ogg", "audio")])
def test_films_and_sounds_are_played(name: str, tag: str) -> None:
    (html,) = _render((Slot(kind="image", target=name), Target(kind="file", url=f"files/{name}")))
    assert html.startswith(f'<{tag} src="../../files/{name}"')
    assert html.endswith(f"</{tag}>")


@pytest.mark.parametrize("kind", ["page", "notebook", "file"])
def test_what_is_no_picture_is_embedded_as_a_link(kind: str) -> None:
    target = Target(kind=kind, url="x/y")  # type: ignore[arg-type] # one of its kinds
    (html,) = _render((Slot(kind="embed", target="Some note", text="Some note"), target))
    assert html == '<a class="embed" href="../../x/y">Some note</a>'
