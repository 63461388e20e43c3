"""Where a preview is reached: what is no address of this machine is told at once, and others get one that works."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal_site.engine.inputs import BuildRequest
from journal_site.errors import UsageError
from journal_site.serve import run as serve_run
from journal_site.serve.addresses import check_bind, near_address, qr_rows


@pytest.mark.parametrize("bind", ["127.0.0.1", "0.0.0.0", "localhost"])  # noqa: S104 - what users say
def test_an_address_of_ours_is_taken(bind: str) -> None:
    check_bind(bind)


@pytest.mark.parametrize("bind", ["no-such-host.invalid", "192.0.2.1", "300.1.1.1"])
def test_what_is_no_address_of_ours_is_told(bind: str) -> None:
    with pytest.raises(UsageError, match="is no address of this machine") as told:
        check_bind(bind)
    assert told.value.exit_code == 2


def test_the_near_address_is_one_of_this_machine() -> None:
    near = near_address("0.0.0.0")  # noqa: S104 - as above
    if near:
        with socket.socket() as tried:
            tried.bind((near, 0))


def test_a_code_is_whole_and_has_its_quiet_zone() -> None:
    rows = list(qr_rows("http://192.0.2.1:8000/"))
    assert len({len(row) for row in rows}) == 1
    assert set("".join(rows)) == set("█▀▄ ")
    assert rows[0] == "█" * len(rows[0])
    assert all(row.startswith("██") and row.endswith("██") for row in rows)


@pytest.mark.parametrize(
    ("drafts", "future", "also"),
    [(False, False, ""), (True, False, ", with drafts"), (True, True, ", with drafts and entries of days to come")],
)
def test_who_else_sees_it_is_told(*, drafts: bool, future: bool, also: str) -> None:
    told: list[str] = []
    request = BuildRequest(root=Path(), drafts=drafts, future=future)
    serve_run._tell_near(request, "192.0.2.7", ":8000/", told.append, draws=True)
    assert told[0] == f"others in your network see it{also}: http://192.0.2.7:8000/"
    assert told[1].startswith("█")
    serve_run._tell_near(request, "", ":8000/", told.append, draws=True)
    assert told[2:] == [f"others in your network see it too{also}: no network was found"]


@pytest.fixture
def in_use(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A port that is in use, by which the preview would begin."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        monkeypatch.setattr(serve_run, "DEFAULT_PORT", port)
        yield port


def test_a_port_that_was_asked_for_and_is_in_use_is_refused_with_one_that_is_free(in_use: int) -> None:
    with pytest.raises(UsageError, match=f"port {in_use} of 127.0.0.1 is in use") as told:
        serve_run.take_port("127.0.0.1", in_use)
    (problem,) = told.value.diagnostics
    free = int(problem.hint.rpartition(" ")[2])
    assert problem.hint == f"port {free} is free: journal serve --port {free}"
    listening, note = serve_run.take_port("127.0.0.1", free)
    with listening:
        assert (listening.getsockname()[1], note) == (free, "")


def test_without_a_wish_the_next_free_port_is_taken_and_told(in_use: int) -> None:
    listening, note = serve_run.take_port("127.0.0.1", None)
    with listening:
        port = listening.getsockname()[1]
        assert port > in_use
        assert note == f"port {in_use} is in use, so this is port {port}"
        with socket.create_connection(listening.getsockname(), 5):
            pass


def test_where_no_port_near_is_free_any_is_taken(in_use: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve_run, "_TRIES", 1)
    listening, note = serve_run.take_port("127.0.0.1", None)
    with listening:
        assert listening.getsockname()[1] != in_use
        assert note == ""
    with pytest.raises(UsageError) as told:
        serve_run.take_port("127.0.0.1", in_use)
    assert told.value.diagnostics[0].hint == "choose another with --port"
