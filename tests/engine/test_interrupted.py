"""Builds that are killed, that run twice at once, or that run out of room."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.engine.interrupted import command, fill, run_cases
from tests.site_test import SiteTest, assert_same_tree, read_tree


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_killed_build_leaves_each_page_whole(tmp_path: Path) -> None:
    run_cases(8, 7, tmp_path)


def test_two_builds_at_once_end_with_one_site(tmp_path: Path) -> None:
    test = SiteTest(tmp_path / "journal")
    fill(test, 120, "word")
    builds = [subprocess.Popen(command(test.root), stderr=subprocess.PIPE, text=True) for _ in range(2)]
    notes = [build.communicate(timeout=120)[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0]
    assert sum("waiting for another build" in note for note in notes) <= 1
    assert_same_tree(test.site(), test.clean_site(tmp_path / "clean"))


@pytest.fixture
def small_disk(tmp_path: Path) -> object:
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small file system")
def test_a_full_disk_leaves_the_old_site_and_is_said(small_disk: Path) -> None:
    test = SiteTest(small_disk / "journal")
    fill(test, 4, "before")
    subprocess.run(command(test.root), check=True)
    before = read_tree(test.root / "_site")
    ballast = small_disk / "ballast"
    fill(test, 40, "after")
    free = shutil.disk_usage(small_disk).free
    ballast.write_bytes(b"x" * max(free - 120_000, 0))
    failed = subprocess.run(command(test.root), capture_output=True, text=True, check=False)
    assert failed.returncode == 1
    assert "the disk is full [" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert read_tree(test.root / "_site") == before
    ballast.unlink()
    time.sleep(0.1)
    subprocess.run(command(test.root), check=True)
    assert "after" in (test.root / "_site/entries/day-3/index.html").read_text()
