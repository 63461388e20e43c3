"""The lock holds all that pyproject.toml asks for, by checksums alone, wherever it is installed."""

import re
import tomllib
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.conftest import ROOT, locked_in

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
ASKED = {
    "requirements.txt": [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]],
    "requirements-dev.txt": [*PROJECT["project"]["dependencies"], *GROUPS["build"], *GROUPS["dev"]],
    "requirements-bench.txt": GROUPS["bench"],
    "requirements-fuzz.txt": GROUPS["fuzz"],
}
LINE = re.compile(r"[a-z0-9-]+==[^\s]+( ; [^/\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|    # via .*|#.*")
PYTHONS = ("3.11.0", "3.11.9", "3.12.0", "3.13.0")
SYSTEMS = (("linux", "Linux"), ("darwin", "Darwin"), ("win32", "Windows"))


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_for_is_locked(name: str) -> None:
    """Without uv: `make lock` was run since pyproject.toml changed."""
    locked = locked_in(name)
    for text in ASKED[name]:
        if isinstance(text, str):
            asked = Requirement(text)
            found = [one for one in locked if canonicalize_name(one.name) == canonicalize_name(asked.name)]
            assert found, f"{asked.name} is not in {name}: run `make lock`"
            for one in found:
                (pin,) = one.specifier
                assert asked.specifier.contains(pin.version), f"{one} in {name} is not {asked}: run `make lock`"


@pytest.mark.parametrize("name", ASKED)
def test_the_lock_names_releases_and_checksums_and_nothing_of_a_machine(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not [line for line in text.splitlines() if not LINE.fullmatch(line)]
    assert not re.search(r"://|\.\./|(?<![\w.-])/|[A-Z]:\\|--(index|extra-index|find-links|trusted)", text)
    blocks = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert len(blocks) == len(locked_in(name)) > 0
    assert not [block for block in blocks if "--hash=" not in block]


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_each_python_and_system_has_one_release_of_each(python: str, system: tuple[str, str]) -> None:
    machine = {
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
        "sys_platform": system[0],
        "platform_system": system[1],
    }
    of = {
        name: {
            one.name: str(one.specifier) for one in locked_in(name) if not one.marker or one.marker.evaluate(machine)
        }
        for name in ASKED
    }
    for name, releases in of.items():
        served = [one for one in locked_in(name) if not one.marker or one.marker.evaluate(machine)]
        assert len(served) == len(releases), name
    assert of["requirements.txt"].items() <= of["requirements-dev.txt"].items()
    assert ("tzdata" in of["requirements.txt"]) == (system[0] == "win32")


def test_the_group_that_builds_is_what_a_build_asks_for() -> None:
    assert GROUPS["build"] == PROJECT["build-system"]["requires"]
