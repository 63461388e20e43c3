"""HTTP's connections, none of which is held for ever by who neither asks nor listens.

uvicorn closes a connection that is idle after an answer, and waits for ever for a first request, for the rest of one
that has begun, and for a client that takes no more of an answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

if TYPE_CHECKING:
    import asyncio

ASKING_S = 10.0
"""How long a client may take to ask."""
TAKING_S = 30.0
"""How long a client may take nothing of an answer that waits for it."""


class BoundedProtocol(H11Protocol):
    """One client's connection."""

    _asking: asyncio.TimerHandle | None = None
    _taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait_for_request()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        self._stop_asking()
        self._stop_taking()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take a part of a request; more of it does not give it more time."""
        super().data_received(data)
        self._wait_for_request()

    def on_response_complete(self) -> None:
        """Begin to wait for the rest of the next request, where some of it is here already."""
        super().on_response_complete()
        self._wait_for_request()

    def pause_writing(self) -> None:
        """Begin to wait for the client to take what it asked for."""
        super().pause_writing()
        self._look_again()

    def _look_again(self) -> None:
        self._taking = self.loop.call_later(TAKING_S, self._look, self.transport.get_write_buffer_size())

    def _look(self, left: int) -> None:
        if self.transport.get_write_buffer_size() < left:
            self._look_again()
        else:
            self.transport.abort()

    def resume_writing(self) -> None:
        """Go on: the client has taken what was waiting."""
        self._stop_taking()
        super().resume_writing()

    def _wait_for_request(self) -> None:
        cycle: RequestResponseCycle | None = self.cycle  # until the first request there is none
        if cycle is not None and not cycle.response_complete:
            self._stop_asking()
        elif self._asking is None:
            self._asking = self.loop.call_later(ASKING_S, self.transport.abort)

    def _stop_asking(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def _stop_taking(self) -> None:
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None
