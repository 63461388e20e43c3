"""Builds of one journal, of several journals into one folder, and beside a preview: each waits its turn."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from journal_site.errors import ContentError
from journal_site.serve.preview import Preview
from journal_site.site.lock import FILE, locked, locked_site, partial_of
from tests.engine.interrupted import command, fill
from tests.site_test import SiteTest, assert_same_tree, read_tree

pytestmark = pytest.mark.skipif(os.name == "nt", reason="locks of folders, and signals")
HOLDING = """
import sys
from pathlib import Path
from journal_site.site.lock import locked, locked_site
with {lock}(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holding(lock: str, place: Path) -> subprocess.Popen[str]:
    """Return a process that holds a lock until it is ended."""
    words = [sys.executable, "-c", HOLDING.format(lock=lock), str(place)]
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def journals(folder: Path) -> list[SiteTest]:
    found = [
        SiteTest(folder / name, f"title: {name}\nurl: https://example.org/\ncards: false\n") for name in ("a", "b")
    ]
    for test in found:
        fill(test, 8, test.root.name * 5)
    return found


@pytest.mark.parametrize("there", [False, True])
def test_two_journals_built_into_one_folder_leave_one_of_them_whole(tmp_path: Path, there: bool) -> None:  # noqa: FBT001
    tests = journals(tmp_path)
    whole = [test.clean_site(tmp_path / f"clean-{test.root.name}") for test in tests]
    site = tmp_path / "deep" / "site"
    if there:
        site.mkdir(parents=True)
    builds = [
        subprocess.Popen([*command(test.root), "--output", str(site)], stderr=subprocess.PIPE, text=True)
        for test in tests * 2
    ]
    said = [build.communicate(timeout=300)[1] for build in builds]
    assert [build.returncode for build in builds] == [0] * 4, said
    assert read_tree(site) in whole
    assert sorted(path.name for path in site.parent.iterdir()) == ["site"]


def test_who_waits_says_for_whom(tmp_path: Path) -> None:
    (test, _) = journals(tmp_path)
    process = holding("locked", test.root / ".journal")
    build = subprocess.Popen(command(test.root), stderr=subprocess.PIPE, text=True)
    assert build.stderr is not None
    assert build.stderr.readline() == f"waiting for another build of this journal to end, process {process.pid}…\n"
    process.communicate()
    assert build.communicate(timeout=300)[1] == ""
    assert build.returncode == 0


@pytest.mark.parametrize("lock", ["locked", "locked_site"])
def test_the_lock_of_a_process_that_was_killed_holds_nobody(
    tmp_path: Path, lock: str, capfd: pytest.CaptureFixture[str]
) -> None:
    test = journals(tmp_path)[0]
    process = holding(lock, test.root / (".journal" if lock == "locked" else "_site"))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    test.build()
    assert "waiting" not in capfd.readouterr().err
    assert_same_tree(test.site(), test.clean_site(tmp_path / "clean"))


def test_a_file_system_without_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    test = journals(tmp_path)[0]

    def refused(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", refused)
    report = test.build()
    told = [str(one) for one in report.diagnostics]
    assert [".journal/ cannot be written (" in told[0], "'_site' cannot be locked (" in told[1]] == [True, True], told
    assert_same_tree(test.site(), test.clean_site(tmp_path / "clean"))


def test_a_build_that_fails_leaves_no_folder_behind(tmp_path: Path) -> None:
    test = SiteTest(tmp_path / "journal", "title: Bread\n")
    test.write("entries/2026-03-01.md", "---\ntitle: a\ntitle: b\n---\n")
    with pytest.raises(ContentError):
        test.build(output=tmp_path / "much" / "deeper" / "site")
    assert not (tmp_path / "much").exists()


def test_locks_are_of_what_stands_there_in_the_end(tmp_path: Path) -> None:
    """Who waited for a folder that was put in the site's place, or removed, holds the one that is there then."""
    site = tmp_path / "site"
    held, entered = threading.Event(), threading.Event()

    def wait() -> None:
        held.wait()
        with locked_site(site):
            entered.set()

    thread = threading.Thread(target=wait)
    thread.start()
    with locked_site(site):
        held.set()
        partial_of(site).rename(site)
        assert not entered.wait(0.1)
    thread.join(60)
    assert entered.is_set()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_lock_says_which_process_has_it(tmp_path: Path) -> None:
    with locked(tmp_path / ".journal") as note:
        assert note is None
        assert (tmp_path / ".journal" / FILE).read_text() == str(os.getpid())


def test_builds_beside_a_preview(tmp_path: Path) -> None:
    test = journals(tmp_path)[0]
    test.build()
    preview = Preview(test.request())
    preview.reload()
    for number in range(4):
        fill(test, 8, f"word{number}", "tag")
        reading = threading.Thread(target=preview.reload)
        reading.start()
        subprocess.run(command(test.root), check=True)
        shown = preview.answer("/entries/day-3/").content
        reading.join()
        assert f"word{number}".encode() in shown
    snapshot = preview.reload()
    assert snapshot is not None
    clean = test.clean_site(tmp_path / "clean")
    assert_same_tree(test.site(), clean)
    assert_same_tree({path: snapshot.page(path) or b"" for path in snapshot.outputs}, clean)
