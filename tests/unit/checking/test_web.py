"""Addresses are judged by what a server really answers: one on 127.0.0.1, with every kind of answer."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from msgspec.structs import replace

from journal_site.checking.web import Manners, WebAnswer, ask_web
from journal_site.checking.web_links import KEPT
from journal_site.cli import run

ANSWERS = {
    "/fine": (200, ""),
    "/moved": (301, "/fine"),
    "/for-good": (308, "/moved"),
    "/for-now": (302, "/fine"),
    "/to-nothing": (301, "/gone"),
    "/gone": (404, ""),
    "/never": (410, ""),
    "/refused": (403, ""),
    "/asks": (401, ""),
    "/fails": (500, ""),
    "/loop": (302, "/pool"),
    "/pool": (302, "/loop"),
    "/file": (302, "file:///etc/passwd"),
    "/only-get": (200, ""),
}
WANTED = {
    "/fine": "alive",
    "/moved": "moved",
    "/for-good": "moved",
    "/for-now": "alive",
    "/to-nothing": "dead",
    "/gone": "dead",
    "/never": "dead",
    "/refused": "unknown",
    "/asks": "unknown",
    "/fails": "unknown",
    "/loop": "dead",
    "/file": "dead",
    "/only-get": "alive",
    "/slow": "unknown",
    "/broken": "dead",
    "/café": "dead",
}
POLITE = Manners(timeout=20, pause=3, sleep=lambda _: None, clock=lambda: 1000.0)


class Server(ThreadingHTTPServer):
    """A server that takes down what it is asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str]] = []
        self.ended = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def _answer(self) -> None:
        self.server.asked.append((self.command, self.path))
        if self.path == "/slow":
            self.server.ended.wait(60)
            return
        if self.path == "/broken":
            self.wfile.write(b"no answer of HTTP\r\n\r\n")
            return
        if self.path == "/busy":
            self.send_response(429)
        elif self.path == "/only-get" and self.command == "HEAD":
            self.send_response(405)
        else:
            status, location = ANSWERS.get(self.path, (404, ""))
            self.send_response(status)
            if location:
                self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = _answer  # noqa: N815 - as http.server calls them

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called there
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as one:
        thread = threading.Thread(target=one.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield one
        one.ended.set()
        one.shutdown()
        thread.join()


def test_each_kind_of_answer_is_judged(server: Server) -> None:
    quick = [server.address + path for path in WANTED if path != "/slow"]
    answers = ask_web(quick, {}, POLITE)
    answers |= ask_web([f"{server.address}/slow"], {}, replace(POLITE, timeout=0.2))
    assert {url.removeprefix(server.address): one.verdict for url, one in answers.items()} == WANTED
    assert answers[f"{server.address}/for-good"].location == f"{server.address}/fine"
    assert answers[f"{server.address}/loop"].said == "leads round in a circle"
    assert answers[f"{server.address}/slow"].said == "no answer in 0.2 s"
    assert ("HEAD", "/caf%C3%A9") in server.asked


def test_hosts_that_are_not_there_are_dead() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and nobody listens
        urls = [f"http://127.0.0.1:{taken.getsockname()[1]}/", "http://[::bad/", "http://127.0.0.1:99999/"]
        answers = ask_web(urls, {}, POLITE)
    assert [answers[url].verdict for url in urls] == ["dead"] * 3


def test_a_host_is_asked_slowly_and_no_more_once_it_is_too_much(server: Server) -> None:
    pauses: list[float] = []
    urls = [f"{server.address}/fine", f"{server.address}/gone", f"{server.address}/busy", f"{server.address}/never"]
    answers = ask_web(urls, {}, replace(POLITE, sleep=pauses.append))
    assert pauses == [3, 3]
    assert answers[f"{server.address}/busy"].verdict == answers[f"{server.address}/never"].verdict == "unknown"
    assert "/never" not in {path for _, path in server.asked}


def test_what_is_known_is_not_asked_again(server: Server) -> None:
    known = {f"{server.address}/gone": WebAnswer(verdict="alive", said="200", at=1.0)}
    assert ask_web(known, known, POLITE) == known
    assert server.asked == []


@pytest.fixture
def root(tmp_path: Path, server: Server) -> Path:
    (tmp_path / "entries").mkdir()
    (tmp_path / "site.yaml").write_text("title: Bread\n", encoding="utf-8")
    named = "\n".join(f"See [it]({server.address}{path})." for path in ("/fine", "/moved", "/gone", "/refused"))
    (tmp_path / "entries" / "2026-02-01.md").write_text(
        f"{named}\nAnd `{server.address}/moved`, and {server.address}/moved/on.\n", encoding="utf-8"
    )
    return tmp_path


def checked(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[tuple[str, int]]:
    run(["check", "web", "--pause", "0", "--json", *words, "--source", str(root)])
    return [(one["code"], one["line"]) for one in json.loads(capsys.readouterr().out)["diagnostics"]]


def test_a_journals_links_are_told_with_their_lines_and_answers_kept(
    root: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    told = [("web-moved", 2), ("web-dead", 3), ("web-unknown", 4), ("web-dead", 5)]
    assert checked(root, capsys) == told
    asked = len(server.asked)
    assert checked(root, capsys) == told
    assert {path for _, path in server.asked[asked:]} == {"/refused"}  # what is unknown is asked again
    (root / ".journal" / KEPT).write_bytes(b"{broken")
    assert checked(root, capsys) == told


def test_an_address_that_has_moved_for_good_is_written_anew(
    root: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (root / "entries" / "2026-02-01.md").read_text(encoding="utf-8")
    assert ("web-moved", 2) not in checked(root, capsys, "--fix")
    lines = before.split("\n")
    lines[1] = f"See [it]({server.address}/fine)."
    assert (root / "entries" / "2026-02-01.md").read_text(encoding="utf-8").split("\n") == lines


def test_without_the_option_nobody_is_asked(root: Path, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--json", "--source", str(root)])
    assert json.loads(capsys.readouterr().out) == {"diagnostics": []}
    assert server.asked == []
