"""What the preview's server answers: to whom, with which heads, and what open pages are told."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from journal_site.engine.inputs import BuildRequest
from journal_site.errors import Diagnostic, Location, TemplateError
from journal_site.serve.addresses import allowed_hosts
from journal_site.serve.preview import Preview
from journal_site.serve.server import Events, make_app

if TYPE_CHECKING:
    from starlette.applications import Starlette

PROBLEM = Diagnostic(
    severity="error",
    code="some-code",
    message="'</script>' is no date",
    location=Location(path="entries/a.md", line=3, column=7),
    hint="write it",
    excerpt="date: </script>",
)


class Answered(NamedTuple):
    """What a client gets."""

    status: int
    heads: dict[str, str]
    body: bytes


async def _ask(app: Starlette, path: str, host: str, accept: str, method: str) -> Answered:
    heads = [(b"host", host.encode()), (b"accept", accept.encode())]
    scope = {"type": "http", "method": method, "path": path, "raw_path": path.encode(), "headers": heads,
             "query_string": b"", "root_path": "", "scheme": "http", "server": None, "client": None,
             "http_version": "1.1"}  # fmt: skip
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:  # noqa: ANN401 - ASGI's own type
        sent.append(message)

    await app(scope, receive, send)
    heads_sent = {key.decode(): value.decode() for key, value in sent[0]["headers"]}
    return Answered(sent[0]["status"], heads_sent, b"".join(one.get("body", b"") for one in sent[1:]))


class Server:
    """The application of a small journal that lives at /notes/."""

    def __init__(self, root: Path, hosts: list[str], *, read: bool = True) -> None:
        (root / "entries").mkdir()
        (root / "site.yaml").write_text("title: T\nurl: https://learner.example/notes/\n", encoding="utf-8")
        (root / "entries" / "one.md").write_text("---\ndate: 2026-01-01\n---\nFirst words.\n", encoding="utf-8")
        self.preview = Preview(BuildRequest(root=root))
        self.met: list[Diagnostic] = []
        self.events = Events(self.preview)
        self.app = make_app(self.preview, self.events, self.met.extend, hosts)
        if read:
            self.preview.reload()

    def ask(self, path: str, host: str = "localhost:8000", accept: str = "text/html", method: str = "GET") -> Answered:
        return asyncio.run(_ask(self.app, path, host, accept, method))


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return Server(tmp_path, allowed_hosts("127.0.0.1"))


@pytest.mark.parametrize(
    ("bind", "answers", "refuses"),
    [
        (
            "127.0.0.1",
            ["127.0.0.1:8000", "localhost:8000", "localhost", "[::1]:8000"],
            ["evil.example", "192.0.2.7", ""],
        ),
        ("192.0.2.7", ["192.0.2.7:8000", "localhost"], ["evil.example:8000", "203.0.113.9"]),
        ("::1", ["[::1]:8000", "localhost:8000"], ["[::2]:8000", "rebound.example"]),
        ("0.0.0.0", ["evil.example", "192.0.2.7:8000"], []),  # noqa: S104 - what users say
        ("::", ["evil.example"], []),
    ],
)
def test_only_names_of_this_machine_are_answered(
    tmp_path: Path, bind: str, answers: list[str], refuses: list[str]
) -> None:
    server = Server(tmp_path, allowed_hosts(bind))
    for path in ("/notes/entries/one/", "/_journal/client.js"):
        assert [server.ask(path, host).status for host in answers] == [200] * len(answers)
        assert [server.ask(path, host).status for host in refuses] == [400] * len(refuses)
    assert all(b"First words" not in server.ask("/notes/entries/one/", host).body for host in refuses)


def test_a_page_has_the_scripts_that_keep_it_up_to_date(server: Server) -> None:
    answered = server.ask("/notes/entries/one/")
    assert answered.heads["content-type"] == "text/html; charset=utf-8"
    assert answered.heads["cache-control"] == "no-store"
    assert answered.body.count(b'src="/_journal/client.js"') == 1
    assert b"First words." in answered.body
    style = server.ask("/notes/style.css", accept="text/css")
    assert style.heads["content-type"].startswith("text/css")
    assert b"_journal" not in style.body
    for name in ("client.js", "idiomorph.js"):
        script = server.ask(f"/_journal/{name}")
        assert (script.status, script.heads["content-type"]) == (200, "text/javascript; charset=utf-8")
        assert script.body
    assert server.ask("/_journal/other.js").status == 404


@pytest.mark.parametrize(
    ("path", "status", "to"),
    [
        ("/", 307, "/notes/"),
        ("/notes", 307, "/notes/"),
        ("/notes/entries/one", 307, "/notes/entries/one/"),
        ("/notes/", 200, ""),
        ("/notes/gone/", 404, ""),
        ("/notes/gone.css", 404, ""),
    ],
)
def test_addresses_lead_where_they_lead_on_a_host(server: Server, path: str, status: int, to: str) -> None:
    answered = server.ask(path)
    assert (answered.status, answered.heads.get("location", "")) == (status, to)


def test_a_page_says_that_the_journal_is_still_being_read(tmp_path: Path) -> None:
    server = Server(tmp_path, ["*"], read=False)
    answered = server.ask("/notes/")
    assert answered.status == 503
    assert b"The journal is being read" in answered.body
    assert b'src="/_journal/client.js"' in answered.body


def test_what_is_wrong_is_shown_in_place_of_a_page_and_told(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: str) -> None:
        raise TemplateError(PROBLEM)

    monkeypatch.setattr(server.preview, "answer", fails)
    answered = server.ask("/notes/")
    assert answered.status == 500
    assert answered.heads["cache-control"] == "no-store"
    assert server.met == [PROBLEM]
    told = answered.body.partition(b'id="journal-told">')[2].partition(b"</script>")[0]
    state = json.loads(told)
    assert state["reloads"] == 1
    assert state["problems"] == [
        {"path": "entries/a.md", "line": 3, "column": 7, "message": "'</script>' is no date", "code": "some-code",
         "hint": "write it", "excerpt": "date: </script>"}
    ]  # fmt: skip


def _told(server: Server, happens: Callable[[], Awaitable[None]], count: int) -> list[dict[str, Any]]:
    """Return what an open page is told: so many messages, from the first on."""

    async def listen() -> list[dict[str, Any]]:
        server.events.bind()
        stream = server.events._events()
        told = [await anext(stream)]
        await happens()
        while len(told) < count:
            told.append(await asyncio.wait_for(anext(stream), 20))
        await stream.aclose()  # type: ignore[attr-defined] # a generator
        return [json.loads(one.partition("data: ")[2]) for one in told]

    return asyncio.run(listen())


def test_an_open_page_is_told_what_happens(server: Server) -> None:
    async def happens() -> None:
        for kind in ("reloaded", "styles", "broken"):
            server.events.send(kind)

    told = _told(server, happens, 4)
    assert [one["kind"] for one in told] == ["hello", "reloaded", "styles", "broken"]
    assert {one["boot"] for one in told} == {told[0]["boot"]}
    assert [one["problems"] for one in told] == [[]] * 4


def test_errors_are_told_to_open_pages_and_warnings_are_not(server: Server) -> None:
    warning = Diagnostic(severity="warning", code="w", message="m", location=Location(path="a.md"))
    server.preview.problems = (warning, PROBLEM)

    async def happens() -> None:
        server.events.send("broken")

    assert [one["code"] for one in _told(server, happens, 2)[1]["problems"]] == ["some-code"]


def test_many_changes_at_once_are_told_at_once_and_once_more(server: Server) -> None:
    async def happens() -> None:
        for _ in range(50):
            server.events.send("touched")
        await asyncio.sleep(0.2)
        server.events.send("reloaded")

    assert [one["kind"] for one in _told(server, happens, 4)] == ["hello", "touched", "touched", "reloaded"]


def test_every_page_is_let_go_when_the_preview_ends(server: Server) -> None:
    async def listen() -> list[str]:
        streams = [server.events._events() for _ in range(3)]
        hello = [await anext(one) for one in streams]
        server.events.close()
        rest = [message for one in streams async for message in one]
        assert server.events._tabs == set()
        return [*hello, *rest]

    told = asyncio.run(listen())
    assert len(told) == 3
    assert all(one.startswith("retry: 500\n") for one in told)


def test_a_head_of_the_events_is_answered_and_ends(server: Server) -> None:
    answered = server.ask("/_journal/events", method="HEAD")
    assert (answered.status, answered.body) == (200, b"")
    assert answered.heads["content-type"].startswith("text/event-stream")
