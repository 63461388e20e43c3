"""The packages built from a clean copy of the checkout, and fresh environments to put them in."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]

Install = Callable[..., Path]

_PIN = re.compile(r"[a-z0-9][^\\]*")


def locked_in(name: str) -> list[Requirement]:
    """Return what a file of the lock names, each as `name==version` with its marker, without its checksums."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [Requirement(found[0]) for line in lines if (found := _PIN.match(line))]


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark this folder's tests."""
    item.add_marker(pytest.mark.packaging)


def run(*command: str | Path, cwd: Path, **variables: str) -> str:
    """Run a command away from this environment and return what it printed; its own words are the failure."""
    outside = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**outside, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"{' '.join(map(str, command))} gave {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what a commit of the checkout would hold: nothing that git ignores is near."""
    if not (ROOT / ".git").exists():
        pytest.skip("packages are built from a git checkout")
    if shutil.which("npm") is None:
        pytest.skip("building needs npm")
    copy = tmp_path_factory.mktemp("tree")
    listed = run("git", "ls-files", "-co", "--exclude-standard", "-z", cwd=ROOT)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
    return copy


def _build(tree: Path, target: str, into: Path) -> Path:
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", into, cwd=tree)
    (built,) = into.iterdir()
    return built


@pytest.fixture(scope="session")
def wheel(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the tree."""
    return _build(tree, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def sdist(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist from the tree and unpack it."""
    archive = _build(tree, "sdist", tmp_path_factory.mktemp("sdist"))
    into = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(archive) as tar:
        tar.extractall(into, filter="data")
    (unpacked,) = into.iterdir()
    return unpacked


@pytest.fixture(scope="session")
def wheel_of_sdist(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the unpacked sdist."""
    return _build(sdist, "wheel", tmp_path_factory.mktemp("wheel-of-sdist"))


@pytest.fixture(scope="session")
def install(tmp_path_factory: pytest.TempPathFactory) -> Install:
    """Give the function that installs something into a fresh environment and returns its folder of commands.

    The dependencies are lent by this environment unless `alone` asks for an empty one with its own: what pip finds the
    package to need, in the releases that the lock names, so that no release of tomorrow is on trial here.
    """
    pins = tmp_path_factory.mktemp("pins") / "constraints.txt"
    pins.write_text("\n".join(map(str, locked_in("requirements.txt"))), encoding="utf-8")

    def install_into_fresh(*what: str | Path, alone: bool = False) -> Path:
        folder = tmp_path_factory.mktemp("environment")
        run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
        commands = folder / ("Scripts" if os.name == "nt" else "bin")
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(commands / "python")]
        if alone:
            run(*pip, "install", "--quiet", "--constraint", pins, *what, cwd=folder)
            return commands
        library = run(
            commands / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder
        ).strip()
        # A .pth file in a folder that a .pth file names is not read, so the lender's own journal stays unseen.
        Path(library, "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
        run(*pip, "install", "--quiet", "--no-deps", "--no-build-isolation", "--ignore-installed", *what, cwd=folder)
        return commands

    return install_into_fresh
