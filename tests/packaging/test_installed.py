"""An installed journal works with no checkout near, however it was installed, and always the same."""

from pathlib import Path

import pytest

from tests.packaging.conftest import Install, run
from tests.packaging.test_contents import files_below

MORNING = "1767430800"  # 2026-01-03T09:00:00Z


def build_new_journal(commands: Path, folder: Path) -> dict[str, bytes]:
    """Set a journal up with the installed command, write an entry, build, and return the site's files."""
    away = {"HOME": str(folder), "PATH": f"{commands}:/usr/bin:/bin", "SOURCE_DATE_EPOCH": MORNING}
    run("journal", "init", "x", cwd=folder, **away)
    run("journal", "new", "--no-edit", "--title", "A second day", "--day", "2", "2026-01-04", cwd=folder / "x", **away)
    (entry,) = (folder / "x/entries").glob("2026-01-04*.md")
    entry.write_text(f"{entry.read_text(encoding='utf-8')}\nWritten.\n", encoding="utf-8")
    run("journal", "build", "--today", "2026-01-04", cwd=folder / "x", **away)
    return files_below(folder / "x/_site")


@pytest.fixture(scope="session")
def site_of_wheel(wheel: Path, install: Install, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_new_journal(install(wheel, alone=True), tmp_path_factory.mktemp("wheel-journal"))


def test_wheel_in_an_empty_environment(site_of_wheel: dict[str, bytes]) -> None:
    assert b"A second day" in site_of_wheel["index.html"]
    assert {"journal.json", "style.css", "404.html", ".nojekyll"} <= set(site_of_wheel)


def test_wheel_of_sdist_builds_the_same_site(
    site_of_wheel: dict[str, bytes], wheel_of_sdist: Path, install: Install, tmp_path: Path
) -> None:
    assert build_new_journal(install(wheel_of_sdist), tmp_path) == site_of_wheel


def test_editable_install_builds_the_same_site(
    site_of_wheel: dict[str, bytes], tree: Path, install: Install, tmp_path: Path
) -> None:
    assert build_new_journal(install("--editable", tree), tmp_path) == site_of_wheel


def test_editable_install_reads_the_checkouts_theme(tree: Path, install: Install, tmp_path: Path) -> None:
    commands = install("--editable", tree)
    marker = tree / "static/marker.txt"
    marker.write_text("seen", encoding="utf-8")
    try:
        assert build_new_journal(commands, tmp_path)["marker.txt"] == b"seen"
    finally:
        marker.unlink()
