"""The committed pictures name every room there is, and no other: looked at as text, so that nothing needs Graphviz."""

from __future__ import annotations

from docs.rooms import DOCS, boxes_in, listed_in, pictures, rooms


def drawn(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_the_picture_of_the_house_names_every_room() -> None:
    svg = drawn("rooms.svg")
    assert boxes_in(svg) == {room for room in rooms() if "/" not in room}, "run `make docs`"
    assert listed_in(svg) == {room.partition("/")[2] for room in rooms() if "/" in room}, "run `make docs`"


def test_the_picture_of_each_wing_names_its_rooms() -> None:
    wings = {room.partition("/")[0] for room in rooms() if "/" in room} - {"languages"}  # a table is its one room
    assert {"reading", "index", "pages"} <= wings
    for wing in wings:
        inner = {room.partition("/")[2] for room in rooms() if room.startswith(f"{wing}/")}
        svg = drawn(f"rooms-{wing}.svg")
        assert boxes_in(svg) == {room for room in inner if "/" not in room}, "run `make docs`"
        assert listed_in(svg) == {room.partition("/")[2] for room in inner if "/" in room}, "run `make docs`"


def test_each_picture_is_committed_and_can_be_read_in_the_dark() -> None:
    made = pictures()
    assert sorted(made) == sorted(path.name for path in DOCS.glob("rooms*.svg"))
    for name in made:
        assert '<polygon fill="white"' in drawn(name)
