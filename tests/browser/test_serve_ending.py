"""What `journal serve` says: problems once, a port that is taken; and that it ends at Ctrl-C, whatever it is doing."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.previewing import ROOT, entry_file, previewing, write_entry, write_journal

ENOUGH_TO_SHARE = 1500
"""Entries, so that several processes read them."""


def start(folder: Path) -> subprocess.Popen[str]:
    """Run `journal serve` in a process group of its own, as a terminal would."""
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "journal_site", "serve", "--source", str(folder), "--port", "0"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def wait_until_ready(server: subprocess.Popen[str]) -> int:
    """Return the port once the server says it."""
    assert server.stdout is not None
    for line in server.stdout:
        if line.startswith("ready: "):
            return urlsplit(line.split()[1]).port or 0
    raise AssertionError("never ready")


def interrupt(server: subprocess.Popen[str]) -> tuple[int, str]:
    """Press Ctrl-C, which goes to all processes of the group; return the exit code and what was said since."""
    os.killpg(server.pid, signal.SIGINT)
    said, _ = server.communicate(timeout=20)
    return server.returncode, said


def open_tab(port: int) -> socket.socket:
    """Ask for the stream of events, as an open page does."""
    tab = socket.create_connection(("127.0.0.1", port), timeout=10)
    tab.sendall(f"GET /_journal/events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
    assert b"200 OK" in tab.recv(4096)
    return tab


def test_ends_with_an_open_tab(tmp_path: Path) -> None:
    with start(write_journal(tmp_path / "journal", 3)) as server, open_tab(wait_until_ready(server)):
        assert interrupt(server) == (0, "ended\n")


def test_problems_are_told_once_and_when_they_are_mended(tmp_path: Path) -> None:
    folder = write_journal(tmp_path / "journal", 2)
    with start(folder) as server:
        wait_until_ready(server)
        assert server.stdout is not None
        write_entry(folder, 1, "![x](gone.png)")
        said = [next(server.stdout)]
        write_entry(folder, 1, "this.\n\n![x](gone.png)")
        entry_file(folder, 2).write_text("---\ndate: 2026-02-30\n---\n", encoding="utf-8")
        while "day-2" not in said[-1]:
            said.append(next(server.stdout))
        write_entry(folder, 1, "mended")
        write_entry(folder, 2, "mended")
        while not said[-1].startswith("mended: entries/day-2"):
            said.append(next(server.stdout))
        interrupt(server)
    told = [line.split(":")[0] for line in said if line.startswith("entries/")]
    assert told == ["entries/day-1.md", "entries/day-2.md"]
    assert [line.split(":")[1].strip() for line in said if line.startswith("mended")] == [
        "entries/day-1.md",
        "entries/day-2.md",
    ]


def test_ends_while_processes_read(tmp_path: Path) -> None:
    folder = write_journal(tmp_path / "journal", 1)
    for number in range(ENOUGH_TO_SHARE):
        entry_file(folder, number + 2).write_text(f"---\ndate: 2025-01-01\n---\nPart {number}.\n", encoding="utf-8")
    with start(folder) as server, open_tab(wait_until_ready(server)):
        for number in range(ENOUGH_TO_SHARE):
            entry_file(folder, number + 2).write_text(f"---\ndate: 2025-01-02\n---\nNew {number}.\n", encoding="utf-8")
        time.sleep(0.3)
        assert interrupt(server) == (0, "ended\n")


def test_a_port_in_use_is_said_with_one_that_is_free(tmp_path: Path) -> None:
    folder = write_journal(tmp_path / "journal", 1)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "journal_site", "serve", "--source", str(folder), "--port", port],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    assert done.returncode == 2
    assert f"port {port} of 127.0.0.1 is in use [port-in-use]" in done.stderr
    assert "journal serve --port" in done.stderr


@pytest.mark.parametrize("path", ["", "_journal/events"])
def test_head_is_answered_without_a_body(tmp_path: Path, path: str) -> None:
    with previewing(write_journal(tmp_path / "journal", 1)) as address:
        place = urlsplit(address)
        connection = http.client.HTTPConnection("127.0.0.1", place.port or 0, timeout=10)
        connection.request("HEAD", f"/{path}" if path else place.path)
        answer = connection.getresponse()
        assert answer.status == 200
        assert answer.read() == b""
        connection.close()


@pytest.mark.parametrize("path", ["%00", "entries/%00/", "%ff", "..%2f..%2fetc/passwd", "/evil.example/entries/day-1"])
def test_odd_paths_are_not_found(tmp_path: Path, path: str) -> None:
    with previewing(write_journal(tmp_path / "journal", 1)) as address:
        place = urlsplit(address)
        connection = http.client.HTTPConnection("127.0.0.1", place.port or 0, timeout=10)
        connection.request("GET", place.path + path)
        assert connection.getresponse().status == 404
        connection.close()


def test_a_draft_is_shown_only_if_asked_for(tmp_path: Path) -> None:
    folder = write_journal(tmp_path / "journal", 2)
    draft = entry_file(folder, 2)
    draft.write_text(draft.read_text(encoding="utf-8").replace("day: 2", "day: 2\ndraft: true"), encoding="utf-8")
    with previewing(folder) as address:
        place = urlsplit(address)
        connection = http.client.HTTPConnection("127.0.0.1", place.port or 0, timeout=10)
        for path, status in (("entries/day-1/", 200), ("entries/day-2/", 404)):
            connection.request("GET", place.path + path)
            answer = connection.getresponse()
            answer.read()
            assert answer.status == status
        write_entry(folder, 1, "changed")
        connection.request("GET", f"{place.path}entries/day-1/")
        assert b"The end is changed." in connection.getresponse().read()
        connection.close()
