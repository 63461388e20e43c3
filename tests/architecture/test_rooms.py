import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture import rooms

Build = Callable[[dict[str, str]], list[str]]
TYPING_ONLY = "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    "


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    name = f"house_{random.randrange(10**12)}"

    def find(files: dict[str, str]) -> list[str]:
        for path, text in {"__init__.py": "", **files}.items():
            file = tmp_path / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.replace("house", name))
            file.parent.joinpath("__init__.py").touch()
        return [fault.replace(name, "house") for fault in rooms.find_faults(Path(name))]

    return find


def test_a_house_in_order_has_no_faults(build: Build) -> None:
    room = {f"room/m{number}.py": "" for number in range(rooms.MOST_MODULES)}
    assert build({**room, "hall.py": "from house.room import m1\n" + "\n" * (rooms.MOST_LINES - 1)}) == []


def test_a_full_room_is_named(build: Build) -> None:
    room = {f"room/m{number}.py": "" for number in range(rooms.MOST_MODULES + 1)}
    assert build(room) == ["house/room: 23 modules, and a folder has at most 22"]


def test_a_long_file_is_named_unless_it_is_a_table(build: Build) -> None:
    long = "\n" * (rooms.MOST_LINES + 1)
    table = f"{rooms.TABLES[0]}xx.py"
    assert build({"a/long.py": long, table: long}) == ["house/a/long.py: 401 lines, and a file has at most 400"]


@pytest.mark.parametrize("before", ["", TYPING_ONLY, "def late():\n    "])
def test_a_circle_is_named_wherever_the_import_stands(before: str, build: Build) -> None:
    files = {
        "a.py": f"{before}from house.b import b\n",
        "b.py": "from house.room.c import c\n",
        "room/c.py": "import house.a\n",
        "hall.py": "import house.a\n",
    }
    (fault,) = build(files)
    circle, _, rule = fault.partition(": ")
    names = circle.split(" imports ")
    assert names[0] == names[-1]
    after = {"house.a": "house.b", "house.b": "house.room.c", "house.room.c": "house.a"}
    assert names[1:] == [after[name] for name in names[:-1]]
    assert rule == "modules import each other in no circle"


@pytest.mark.parametrize("second", ["class Page:\n    ...\n", "Page = list[str] | None\n"])
def test_two_types_of_one_name_are_named(second: str, build: Build) -> None:
    faults = build({"a.py": "class Page:\n    ...\n", "room/b.py": f"\n{second}"})
    assert faults == [
        "house/a.py:1, house/room/b.py:2: Page is the name of several types, and a type has one of its own"
    ]


def test_private_types_constants_and_type_variables_may_share_names(
    build: Build,
) -> None:
    text = 'class _Page: ...\nKINDS = 3\nRow = TypeVar("Row")\nclass Inner:\n    class X: ...\n'
    assert build({"a.py": text, "b.py": text.replace("Inner", "Other")}) == []


def test_a_shared_name_may_have_its_reason(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(rooms.SHARED_NAMES, "Page", "the test's")
    assert build({"a.py": "class Page: ...\n", "b.py": "class Page: ...\n"}) == []


def test_the_command_prints_faults_and_fails(
    build: Build, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build({})
    (package,) = Path.cwd().iterdir()
    monkeypatch.setattr(rooms, "PACKAGE", Path(package.name))
    assert (rooms.main(), capsys.readouterr().out) == (0, "")
    (package / "long.py").write_text("\n" * 500)
    assert rooms.main() == 1
    assert "long.py: 500 lines" in capsys.readouterr().out
