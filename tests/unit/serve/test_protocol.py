"""Connections of clients that never ask, ask for ever, or take nothing are closed; slow ones that go on are served."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
import uvicorn

from journal_site.serve import protocol
from journal_site.serve.protocol import BoundedProtocol

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

_BOUND_S = 0.6
_PATIENCE_S = 15.0
_LARGE = 30_000_000


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    del receive
    await send({"type": "http.response.start", "status": 200, "headers": [(b"connection", b"close")]})
    if scope["path"] == "/events":
        for _ in range(8):
            await send({"type": "http.response.body", "body": b"event\n", "more_body": True})
            await asyncio.sleep(_BOUND_S / 4)
    else:
        await send({"type": "http.response.body", "body": b"x" * _LARGE, "more_body": True})
    await send({"type": "http.response.body", "body": b"end"})


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[uvicorn.Server]:
    monkeypatch.setattr(protocol, "ASKING_S", _BOUND_S)
    monkeypatch.setattr(protocol, "TAKING_S", _BOUND_S)
    config = uvicorn.Config(app, port=0, log_level="error", lifespan="off", http=BoundedProtocol)
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.01)
    yield running
    running.should_exit = True
    thread.join()


def connect(server: uvicorn.Server) -> socket.socket:
    client = socket.create_connection(server.servers[0].sockets[0].getsockname())
    client.settimeout(_PATIENCE_S)
    return client


def is_closed(client: socket.socket) -> bool:
    """Wait until the server has closed the connection; the test fails by the socket's timeout where it does not."""
    try:
        while client.recv(1 << 16):
            pass
    except ConnectionResetError:
        pass
    return True


def wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.02)


def ask_slowly(client: socket.socket) -> None:
    letters = iter("GET / HTTP/1.1\r\nX: ".ljust(int(10 * _PATIENCE_S / _BOUND_S), "x"))
    for letter in letters:
        client.sendall(letter.encode())
        time.sleep(_BOUND_S / 10)


def test_a_client_that_never_asks(server: uvicorn.Server) -> None:
    with connect(server) as client:
        assert is_closed(client)


def test_a_client_that_asks_a_letter_at_a_time(server: uvicorn.Server) -> None:
    with connect(server) as client, pytest.raises(ConnectionError):
        ask_slowly(client)


def test_a_client_that_takes_nothing(server: uvicorn.Server) -> None:
    with connect(server) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        wait_until(lambda: bool(server.server_state.connections))
        wait_until(lambda: not server.server_state.connections)


def test_a_stream_of_events_goes_on(server: uvicorn.Server) -> None:
    with connect(server) as client:
        client.sendall(b"GET /events HTTP/1.0\r\nHost: x\r\n\r\n")
        assert read_all(client, 0).endswith(b"end")


def test_a_client_that_takes_an_answer_slowly_gets_it_whole(server: uvicorn.Server) -> None:
    with connect(server) as client:
        client.sendall(b"GET / HTTP/1.0\r\nHost: x\r\n\r\n")
        answer = read_all(client, _BOUND_S / 20)
        assert answer.endswith(b"end")
        assert len(answer) > _LARGE


def read_all(client: socket.socket, pause: float) -> bytes:
    parts = []
    while part := client.recv(1_000_000):
        parts.append(part)
        time.sleep(pause)
    return b"".join(parts)
